"""What the views beside the constructs show of a wave, and the words each figure stands with."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QWidget

from assessor.analysis.bands import Band
from assessor.charts.tables import Chart
from assessor.operations.surveys.survey_change_rows import GroupChange, WaveChanges
from assessor.operations.surveys.survey_figures import (
    constructs_figure,
    items_figure,
    profile_figure,
    rates_figure,
)
from assessor.operations.surveys.survey_gap_figures import change_figure
from assessor.operations.surveys.survey_results import WaveResults
from assessor.operations.surveys.survey_waves import WaveRow
from assessor.terms import Group
from assessor.ui.assess.surveys.survey_breaking_down import BreakdownView
from assessor.ui.assess.surveys.survey_figure_words import figure_words, gap_chart_words
from assessor.ui.assess.surveys.survey_kept import KeptResults
from assessor.ui.assess.surveys.survey_words import (
    band_word,
    group_in_sentence,
    hidden_groups_words,
    rate_words,
    say,
    short_group,
)
from assessor.ui.assess.surveys.surveys_layout import SurveysLayout
from assessor.ui.widgets.choice_fields import Choice
from assessor.ui.widgets.row_models import ListRow

ALL = "all"
_CONSTRUCTS, _ITEMS = "constructs", "items"


class ResultViews:
    """Fills profile, sides, response rates, change and breakdown."""

    def __init__(self, kept: KeptResults, view: SurveysLayout) -> None:
        self._kept, self._view = kept, view
        self._results: WaveResults | None = None
        self._waves: Sequence[WaveRow] = ()
        view.changes.edited.connect(self._show_changes)
        self._breaking_down = BreakdownView(kept, view.breakdown)

    def show(self, page: QWidget, results: WaveResults, waves: Sequence[WaveRow]) -> None:
        """Fill the page that is shown, if it is one of these."""
        self._results, self._waves = results, waves
        view, words = self._view, figure_words()
        hidden = hidden_groups_words(results)
        if page is view.profile:
            view.profile.show_figure(profile_figure(results, words), "", _bands(), hidden)
        elif page is view.rates:
            view.rates.show_figure(rates_figure(results, words), "", _rates_hint(), hidden)
        elif page is view.sides:
            self._show_sides(results)
        elif page is view.changes:
            self._show_changes()
        elif page is view.breakdown:
            self._breaking_down.show(results)

    def _show_sides(self, results: WaveResults) -> None:
        everything = say(QT_TRANSLATE_NOOP("surveys", "All constructs"))
        rows = [ListRow(ALL, everything)]
        for construct in results.constructs:
            number = len(construct.items)
            said = say(QT_TRANSLATE_NOOP("surveys", "{number} items"), number=number)
            rows.append(ListRow(construct.code, construct.name, said))
        hint = say(
            QT_TRANSLATE_NOOP(
                "surveys", "Favorable: 4 or 5 of those with an opinion; don’t know stands beside."
            )
        )
        self._view.sides.show_constructs(rows, partial(_sides, results), hint)

    def _show_changes(self) -> None:
        results, page = self._results, self._view.changes
        if results is None:
            return
        others = [row for row in self._waves if row.id != results.wave_id]
        for field in page.fields:
            field.setVisible(bool(others))
        if not others:
            page.show_what(None)
            return
        page.offer(0, [Choice(row.id, row.title) for row in others], _nearest(self._waves, results.wave_id))
        changes = self._changes(str(page.fields[0].value()))
        groups = [change.group for change in changes.groups]
        first = next((each.group for each in changes.groups if not each.why), next(iter(groups), None))
        page.offer(1, [Choice(group, short_group(group)) for group in groups], first)
        shown = ((_CONSTRUCTS, QT_TRANSLATE_NOOP("surveys", "Constructs")),
                 (_ITEMS, QT_TRANSLATE_NOOP("surveys", "Items")))  # fmt: skip
        page.offer(2, [Choice(key, say(word)) for key, word in shown], _CONSTRUCTS)
        group = page.fields[1].value()
        change = changes.group(group) if isinstance(group, Group) else None
        if change is None or change.why:
            if change is not None:
                page.refuse(_change_title(change), change.why)
            return
        figure = _change_figure(changes, change, by_item=page.fields[2].value() == _ITEMS)
        page.show_what(figure, _change_rates(change), _not_compared(change))

    def _changes(self, other: str) -> WaveChanges:
        """The wave shown beside another, the earlier first; the list has the newest first."""
        shown = self._results.wave_id if self._results else ""
        ids = [row.id for row in self._waves]
        before, after = sorted((shown, other), key=ids.index, reverse=True)
        return self._kept.changes(before, after)


def _sides(results: WaveResults, code: str) -> Chart:
    construct = next((each for each in results.constructs if each.code == code), None)
    words = figure_words()
    return items_figure(results, construct, words) if construct else constructs_figure(results, words)


def _nearest(waves: Sequence[WaveRow], wave_id: str) -> str:
    """The wave before, or where there is none the one after."""
    ids = [row.id for row in waves]
    place = ids.index(wave_id)
    return ids[place + 1] if place + 1 < len(ids) else ids[place - 1]


def _change_title(change: GroupChange) -> str:
    said = QT_TRANSLATE_NOOP("surveys", "What changed in what {group} say")
    return say(said, group=group_in_sentence(change.group))


def _change_figure(changes: WaveChanges, change: GroupChange, *, by_item: bool) -> Chart:
    later = say(QT_TRANSLATE_NOOP("surveys", "Later less earlier"))
    titles = (changes.before_title, changes.after_title)
    sides = say(QT_TRANSLATE_NOOP("surveys", "Earlier")), say(QT_TRANSLATE_NOOP("surveys", "Later"))
    words = gap_chart_words("", "", later, sides)
    return change_figure(change, titles, _change_title(change), words, by_item=by_item)


def _change_rates(change: GroupChange) -> str:
    said = QT_TRANSLATE_NOOP("surveys", "Before: {before}. After: {after}.")
    return say(said, before=rate_words(change.before), after=rate_words(change.after))


def _not_compared(change: GroupChange) -> str:
    """How many questions are left out, and why."""
    if not change.not_compared:
        return say(QT_TRANSLATE_NOOP("surveys", "Compared only on items worded alike."))
    whys = dict.fromkeys(each.why for each in change.not_compared)
    said = QT_TRANSLATE_NOOP("surveys", "Compared only on items worded alike; {number} are left out: {why}")
    return say(said, number=len(change.not_compared), why=" ".join(whys))


def _bands() -> str:
    strength, steady, watch, concern = (band_word(band) for band in Band)
    said = QT_TRANSLATE_NOOP(
        "surveys",
        "Means from 1 to 5. {strength}: 4.0 or more, or 75% favorable; {steady}: from 3.4 or 60%; "
        "{watch}: from 3.0 or 45%; {concern}: below. These bands are this program’s convention, not a norm.",
    )
    first = strength[:1].upper() + strength[1:]
    return say(said, strength=first, steady=steady, watch=watch, concern=concern)


def _rates_hint() -> str:
    return say(
        QT_TRANSLATE_NOOP(
            "surveys",
            "Expected: all SROs and administrators, 60% of teachers, 70% of students in sampled classes, "
            "20% of parents. Under it, read results with caution.",
        )
    )
