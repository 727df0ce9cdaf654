"""A construct or a question by the choices of another: what can be chosen, and what then is shown."""

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP

from assessor.operations.survey_figures import breakdown_figure
from assessor.operations.survey_results import Answers, QuestionResult, WaveResults
from assessor.terms import CannotDo, Group
from assessor.ui.assess.surveys.survey_figure_words import figure_words
from assessor.ui.assess.surveys.survey_kept import KeptResults
from assessor.ui.assess.surveys.survey_views import ChosenPage
from assessor.ui.assess.surveys.survey_words import say, short_group
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
        page.offer(1, [Choice(each.code, each.text) for each in by], by[0].code)
        splitting = next(each for each in by if each.code == page.fields[1].value())
        self._offer_groups(results, code, splitting)
        said = QT_TRANSLATE_NOOP("surveys", "{asked}, by “{by}”")
        label = next(choice.label for choice in possible if choice.value == code)
        self._break_down(results.wave_id, code, splitting.code, say(said, asked=label, by=splitting.text))

    def _offer_groups(self, results: WaveResults, code: str, splitting: QuestionResult) -> None:
        both = _told(_answers(results, code)) & _told(splitting.groups)
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
            none = say(QT_TRANSLATE_NOOP("surveys", "Nobody answered both questions."))
            page.refuse(reading, found.blocked or none)
            return
        total = say(QT_TRANSLATE_NOOP("surveys", "Together"))
        page.show_what(breakdown_figure(reading, found, total, figure_words()), "", _hint())


def _asked(results: WaveResults) -> list[Choice]:
    """What can be broken down: constructs, their items, and questions of yes or no."""
    asked = [Choice(construct.code, construct.name) for construct in results.constructs]
    items = [item for construct in results.constructs for item in construct.items]
    asked += [Choice(item.code, f"{item.code} · {item.text}") for item in items]
    return asked + [Choice(each.code, each.text) for each in results.questions if each.kind == "yes_no"]


def _splitting(results: WaveResults, code: str) -> list[QuestionResult]:
    """The questions with choices that went to some of the same groups, those of most groups first."""
    heard = _told(_answers(results, code))
    found = [
        each
        for each in results.questions
        if each.kind in _SPLITTING and each.code != code and heard & _told(each.groups)
    ]
    return sorted(found, key=lambda each: -len(heard & _told(each.groups)))


def _answers(results: WaveResults, code: str) -> Mapping[Group | None, Answers]:
    """What each group answered to a construct, an item or a question."""
    questions = [item for construct in results.constructs for item in construct.items]
    questions += results.questions
    found = {each.code: each.groups for each in questions}
    found |= {each.code: each.groups for each in results.constructs}
    return found.get(code, {})


def _told(answers: Mapping[Group | None, Answers]) -> set[Group | None]:
    return {group for group, each in answers.items() if each.is_shown}


def _hint() -> str:
    return say(
        QT_TRANSLATE_NOOP(
            "surveys",
            "Two questions at most: deeper tables would give people away. What could be worked out from the "
            "rest is hidden too.",
        )
    )
