"""A construct or a question by school, or by another’s choices: what can be chosen, and what is shown."""

from collections.abc import Mapping, Set
from dataclasses import replace

from PySide6.QtCore import QT_TRANSLATE_NOOP

from assessor.operations.surveys.survey_figures import breakdown_figure
from assessor.operations.surveys.survey_results import Answers, Breakdown, WaveResults
from assessor.operations.surveys.survey_splits import BY_SITE, NOT_SAID, SITE_NOT_KNOWN
from assessor.terms import CannotDo, Group
from assessor.ui.assess.surveys.survey_figure_words import figure_words
from assessor.ui.assess.surveys.survey_kept import KeptResults
from assessor.ui.assess.surveys.survey_views import ChosenPage
from assessor.ui.assess.surveys.survey_words import group_in_sentence, say, short_group
from assessor.ui.widgets.choice_fields import Choice

EVERYBODY = "all"
_SPLITTING = ("choice", "yes_no")


class BreakdownView:
    """Fills the page of the breakdown; only questions that went to the same people can be chosen together."""

    def __init__(self, kept: KeptResults, page: ChosenPage) -> None:
        self._kept, self._page = kept, page
        self._results: WaveResults | None = None
        page.edited.connect(self._show)

    def show(self, results: WaveResults) -> None:
        """Offer what can be chosen of a wave, and show what is."""
        self._results = results
        self._show()

    def _show(self) -> None:
        results, page = self._results, self._page
        if results is None:
            return
        asked = _asked(results)
        possible = [choice for choice in asked if _splitting(results, str(choice.value))]
        for field in page.fields:
            field.setVisible(bool(possible))
        if not possible:
            page.show_what(None)
            return
        page.offer(0, possible, possible[0].value)
        code = str(page.fields[0].value())
        by = _splitting(results, code)
        page.offer(1, by, by[0].value)
        splitting = next(choice for choice in by if choice.value == page.fields[1].value())
        self._offer_groups(results, code, str(splitting.value))
        said = QT_TRANSLATE_NOOP("surveys", "{asked}, by “{by}”")
        if splitting.value == BY_SITE:
            said = QT_TRANSLATE_NOOP("surveys", "{asked}, school by school")
        label = next(choice.label for choice in possible if choice.value == code)
        reading = say(said, asked=label, by=splitting.label)
        self._break_down(results.wave_id, code, str(splitting.value), reading)

    def _offer_groups(self, results: WaveResults, code: str, by: str) -> None:
        both = _told(_answers(results, code)) & _heard_on(results, by)
        groups = [group for group in Group if group in both]
        everybody = Choice(EVERYBODY, say(QT_TRANSLATE_NOOP("surveys", "All answers")))
        choices = [everybody, *(Choice(group, short_group(group)) for group in groups)]
        self._page.offer(2, choices, EVERYBODY)

    def _break_down(self, wave_id: str, code: str, by: str, reading: str) -> None:
        page, group = self._page, self._page.fields[2].value()
        try:
            found = self._kept.breakdown(wave_id, code, by, group if isinstance(group, Group) else None)
        except CannotDo as refusal:
            page.refuse(reading, str(refusal))
            return
        if found.blocked or not found.parts:
            page.refuse(reading, found.blocked or _why_empty(found))
            return
        total = say(QT_TRANSLATE_NOOP("surveys", "Together"))
        parts = _school() if by == BY_SITE else ""
        figure = breakdown_figure(reading, _translated(found), total, figure_words(), parts)
        page.show_what(figure, _left_out(found, by), _hint(by))


def _asked(results: WaveResults) -> list[Choice]:
    """What can be broken down: constructs, their items, and questions of yes or no."""
    asked = [Choice(construct.code, construct.name) for construct in results.constructs]
    items = [item for construct in results.constructs for item in construct.items]
    asked += [Choice(item.code, f"{item.code} · {item.text}") for item in items]
    return asked + [Choice(each.code, each.text) for each in results.questions if each.kind == "yes_no"]


def _splitting(results: WaveResults, code: str) -> list[Choice]:
    """School, then the questions with choices that went to some of the same groups, those of most first."""
    heard = _told(_answers(results, code))
    found = [each for each in results.questions if each.kind in _SPLITTING and each.code != code]
    found = [each for each in found if heard & _told(each.groups)]
    found.sort(key=lambda each: -len(heard & _told(each.groups)))
    return [Choice(BY_SITE, _school())] * bool(heard & results.with_schools) + [
        Choice(each.code, each.text) for each in found
    ]


def _heard_on(results: WaveResults, by: str) -> Set[Group | None]:
    """The groups that can be broken down by this."""
    return results.with_schools if by == BY_SITE else _told(_answers(results, by))


def _answers(results: WaveResults, code: str) -> Mapping[Group | None, Answers]:
    """What each group answered to a construct, an item or a question."""
    questions = [item for construct in results.constructs for item in construct.items]
    questions += results.questions
    found = {each.code: each.groups for each in questions}
    found |= {each.code: each.groups for each in results.constructs}
    return found.get(code, {})


def _told(answers: Mapping[Group | None, Answers]) -> set[Group | None]:
    return {group for group, each in answers.items() if each.is_shown}


def _school() -> str:
    return say(QT_TRANSLATE_NOOP("surveys", "School"))


def _translated(found: Breakdown) -> Breakdown:
    """With the names of parts that are no answers and no schools in the language of the screen."""
    names = {
        NOT_SAID: say(QT_TRANSLATE_NOOP("surveys", "Not said")),
        SITE_NOT_KNOWN: say(QT_TRANSLATE_NOOP("surveys", "School not known")),
    }
    return replace(found, parts=tuple((names.get(label, label), each) for label, each in found.parts))


def _why_empty(found: Breakdown) -> str:
    if found.total.is_hidden:
        return found.total.words
    return say(QT_TRANSLATE_NOOP("surveys", "Nobody answered both questions."))


def _left_out(found: Breakdown, by: str) -> str:
    """Why there is a total only, or who is not in it."""
    if by == BY_SITE and all(answers.is_hidden for _, answers in found.parts):
        said = QT_TRANSLATE_NOOP(
            "surveys",
            "Too few people for so many schools: no school can be shown without giving others away.",
        )
        return say(said)
    if not found.without:
        return ""
    groups = ", ".join(group_in_sentence(group) for group in found.without)
    said = QT_TRANSLATE_NOOP(
        "surveys", "Without {groups}: too few people, or too much alike, for so many parts."
    )
    return say(said, groups=groups)


def _hint(by: str) -> str:
    if by == BY_SITE:
        return say(
            QT_TRANSLATE_NOOP(
                "surveys",
                "What could be worked out from the rest is hidden too. Schools differ in whom they teach: a "
                "difference is a reason to ask, not a ranking.",
            )
        )
    return say(
        QT_TRANSLATE_NOOP(
            "surveys",
            "Two questions at most: deeper tables would give people away. What could be worked out from the "
            "rest is hidden too.",
        )
    )
