"""The page of constructs: what a group says at the left, where two groups differ at the right."""

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal

from assessor.analysis.rounding import shown
from assessor.operations.surveys.survey_gap_figures import by_difference, item_gaps
from assessor.operations.surveys.survey_group_counts import GroupCounts
from assessor.operations.surveys.survey_results import GapResult, WaveResults
from assessor.terms import Group
from assessor.ui.assess.surveys.survey_charts import (
    ChartRow,
    agreement_rows,
    differences_figure,
    rows_figure,
)
from assessor.ui.assess.surveys.survey_panes import DifferencePane, SaidPane
from assessor.ui.assess.surveys.survey_words import (
    answers_words,
    group_in_sentence,
    hidden_words,
    only_here_words,
    rate_words,
    say,
)
from assessor.ui.widgets.panes import Columns
from assessor.ui.widgets.sections import Fact, NoteBox
from assessor.ui.widgets.texts import Paragraph

_SIDE = 448
_POINTS = 5
_LONGEST_NAME = 34


class ConstructsPage(Columns):
    """Both panes; choosing a construct in one chooses it in the other."""

    asked_to_draft = Signal(str)
    """The code of the construct or item to draft a finding from."""

    def __init__(self) -> None:
        super().__init__("surveys")
        self.said, self.difference = SaidPane(), DifferencePane()
        self.add(self.said, 744, grows=True, least=480)
        self.add(self.difference, _SIDE, least=360)
        self._unfolded: frozenset[str] = frozenset()
        self._rows: list[ChartRow] = []
        self._gaps: Sequence[GapResult] = ()
        self._is_by_item = False
        self._compared: tuple[WaveResults, Sequence[GapResult], tuple[Group, Group]] | None = None
        self._results: WaveResults | None = None
        self._group: Group | None = None
        self.said.chart.chosen.connect(self._show_chosen)
        self.said.chart.opened.connect(self.unfold)
        self.difference.chart.chosen.connect(self.choose)
        self.difference.by_item.clicked.connect(self._turn_to_items)
        self.difference.chart.opened.connect(self.unfold)
        self.difference.items.clicked.connect(lambda: self.unfold(self.chosen_construct))
        self.difference.draft.clicked.connect(lambda: self.asked_to_draft.emit(self.chosen_code))

    @property
    def chosen_code(self) -> str:
        """The construct or item that is chosen."""
        return self.said.chart.chosen_key

    @property
    def chosen_construct(self) -> str:
        """The construct that is chosen, or whose item is."""
        for construct in self._results.constructs if self._results else ():
            if self.chosen_code in (construct.code, *(item.code for item in construct.items)):
                return construct.code
        return ""

    def show_results(self, results: WaveResults, public: GroupCounts, group: Group | None) -> None:
        """Show what a group says in a wave."""
        self._results, self._group = results, group
        self.said.title.setText(
            say(QT_TRANSLATE_NOOP("surveys", "What {group} say"), group=group_in_sentence(group))
        )
        count = results.group(group)
        self.said.rate.setText(rate_words(count))
        self._show_note(self.said.caution, count.caution if count and count.invited else "")
        self._show_note(self.said.hidden, hidden_words(results, group))
        self._show_note(self.difference.only_here, only_here_words(results, public))
        self._show_rows()

    def show_gaps(self, results: WaveResults, gaps: Sequence[GapResult], pair: tuple[Group, Group]) -> None:
        """Show where two groups differ, construct by construct or on each item both were asked."""
        self._compared = (results, gaps, pair)
        self._gaps = sorted(gaps, key=by_difference)
        gaps = item_gaps(gaps) if self._is_by_item else self._gaps
        first, second = (group_in_sentence(group) for group in pair)
        pane = self.difference
        said = QT_TRANSLATE_NOOP("surveys", "Where {first} and {second} differ")
        pane.title.setText(say(said, first=first, second=second))
        counts = [results.group(group) for group in pair]
        pane.figure.setVisible(bool(gaps))
        pane.nothing.setVisible(not gaps)
        if gaps and counts[0] is not None and counts[1] is not None:
            figure = differences_figure(gaps, counts[0], counts[1])
            pane.figure.show_figure(figure, [gap.code for gap in gaps], [gap.name for gap in gaps])
        else:
            said = QT_TRANSLATE_NOOP("surveys", "No question was answered by both {first} and {second}.")
            pane.nothing.setText(say(said, first=first, second=second))
        self._show_hint(results, pair, bool(gaps))
        self._show_facts(results)
        if self.said.chart.chosen_key == "":
            self._show_chosen(self._first_choice())
        pane.by_item.setText(self.tr("By construct") if self._is_by_item else self.tr("Item by item"))
        pane.by_item.setVisible(bool(gaps))
        self._choose_gap()

    def _turn_to_items(self) -> None:
        """Show single items at the right, or constructs again."""
        self._is_by_item = not self._is_by_item
        if self._compared is not None:
            self.show_gaps(*self._compared)

    def _choose_gap(self) -> None:
        code = self.chosen_code if self._is_by_item else self.chosen_construct
        self.difference.chart.choose(code)

    def show_numbers(self, is_table: bool) -> None:
        """Show the numbers in the charts' place, or the charts."""
        self.said.figure.show_numbers(is_table)
        self.difference.figure.show_numbers(is_table)

    def choose(self, code: str) -> None:
        """Choose a construct or, unfolding it, an item; its construct where the group was not asked."""
        shown = code
        for construct in self._results.constructs if self._results else ():
            if code in [item.code for item in construct.items]:
                self._unfolded |= {construct.code}
                self._show_rows()
                shown = code if code in [row.key for row in self._rows] else construct.code
        self._show_chosen(shown)
        if self._is_by_item:
            self.difference.chart.choose(code)

    def unfold(self, code: str) -> None:
        """Show the items under a construct, or fold them away."""
        constructs = self._results.constructs if self._results else ()
        if code not in [each.code for each in constructs]:
            return
        self._unfolded ^= {code}
        self._show_rows()

    def _show_rows(self) -> None:
        if self._results is None:
            return
        self._rows = agreement_rows(self._results, self._group, self._unfolded)
        figure = rows_figure(self._rows, self.said.title.text())
        keys, titles = [row.key for row in self._rows], [row.title for row in self._rows]
        self.said.figure.show_figure(figure, keys, titles)
        self._show_chosen(self.said.chart.chosen_key)

    def _first_choice(self) -> str:
        """Where the two groups lie furthest apart, else the first construct with an answer."""
        told = [row.key for row in self._rows if row.drawn.shares]
        return next((gap.code for gap in self._gaps if gap.code in told), told[0] if told else "")

    def _show_chosen(self, code: str) -> None:
        self.said.chart.choose(code)
        self._choose_gap()
        row = next((row for row in self._rows if row.key == code), None)
        self.said.chosen.setText(row.title if row else "")
        self.said.facts.setText(self._facts_of(code))
        name = _cut(row.title) if row else ""
        said = QT_TRANSLATE_NOOP("surveys", "Finding from “{name}”")
        self.difference.draft.setText(say(said, name=name))
        self.difference.draft.setVisible(bool(row))
        shown_here = bool(row and row.drawn.shares)
        self.difference.draft.setEnabled(shown_here)
        is_open = self.chosen_construct in self._unfolded
        self.difference.items.setText(self.tr("Fold items") if is_open else self.tr("Show items"))
        self.difference.items.setEnabled(bool(self.chosen_construct))

    def _facts_of(self, code: str) -> str:
        for construct in self._results.constructs if self._results else ():
            if construct.code == code:
                return answers_words(construct.of(self._group), _POINTS)
            for item in construct.items:
                if item.code == code:
                    return answers_words(item.of(self._group), _POINTS)
        return ""

    def _show_hint(self, results: WaveResults, pair: tuple[Group, Group], is_compared: bool) -> None:
        counts = [results.group(group) for group in pair]
        numbers = [count.n for count in counts if count and count.n is not None]
        self.difference.hint.setVisible(is_compared and len(numbers) == len(pair))
        if len(numbers) == len(pair):
            said = QT_TRANSLATE_NOOP(
                "surveys",
                "Flagged from 0.50 points or 15 percentage points on; 0.8 or more is drawn strong. "
                "With {first} and {second} answers it is a reason to ask, not a proof.",
            )
            self.difference.hint.setText(say(said, first=numbers[0], second=numbers[1]))

    def _show_facts(self, results: WaveResults) -> None:
        facts = []
        if results.partnership:
            facts.append(Fact(str(shown(results.partnership.value, 0)), self.tr("Partnership, 0–100")))
        if results.trust:
            facts.append(Fact(str(shown(results.trust.value, 0)), self.tr("Trust, 0–100")))
        if results.mirror_gap is not None:
            facts.append(Fact(str(shown(results.mirror_gap, 1)), self.tr("Mean gap, points")))
        if (
            results.stage
            and results.stage.sros.mean is not None
            and results.stage.administrators.mean is not None
        ):
            stages = (results.stage.sros.mean, results.stage.administrators.mean)
            both = " | ".join(str(shown(stage, 1)) for stage in stages)
            label = self.tr("Stage: talk about it") if results.stage.to_discuss else self.tr("Stage, 0–5")
            facts.append(Fact(both, label))
        self.difference.facts.setVisible(bool(facts))
        self.difference.facts.show_facts(facts)

    def _show_note(self, note: "NoteBox | Paragraph", text: str) -> None:
        note.setVisible(bool(text))
        if isinstance(note, NoteBox):
            note.show_note(self.tr("Hidden") if note is self.said.hidden else self.tr("For you only"), text)
        else:
            note.setText(text)


def _cut(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1].rstrip() + "…"
