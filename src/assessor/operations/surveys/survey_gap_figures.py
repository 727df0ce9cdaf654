"""The figures of differences: two groups of a wave, or a group in two waves, widest first."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assessor.analysis.rounding import shown
from assessor.charts.figures import signed
from assessor.charts.gaps import GapChart, GapRow, GapWords
from assessor.operations.surveys.survey_change_rows import ChangeResult, GroupChange
from assessor.operations.surveys.survey_figures import ENGLISH, FigureWords, untold_words
from assessor.operations.surveys.survey_result_rows import GapResult, WaveResults
from assessor.terms import Group

CHANGE_WORDS = GapWords(
    difference="Later less earlier", sides=("Earlier", "Later"), nothing="No construct can be compared."
)


def gap_figure(
    gaps: Sequence[GapResult],
    groups: tuple[Group, Group],
    reading: str,
    words: GapWords,
    figure_words: FigureWords = ENGLISH,
) -> GapChart:
    """Two groups on each of these; what lies 0.50 points or 15 percentage points apart is flagged."""
    return GapChart(reading, tuple(gap_row(gap, figure_words) for gap in gaps), groups, words)


def gap_words(results: WaveResults, groups: tuple[Group, Group], words: FigureWords = ENGLISH) -> GapWords:
    """The two groups with how many answered, as a chart names them."""
    names = [words.short_groups[group] for group in groups]
    counts = [results.group(group) for group in groups]
    numbers = [count.words.removeprefix("n ") if count else "0" for count in counts]
    return GapWords(
        first=f"{words.groups[groups[0]]}, {numbers[0]}",
        second=f"{words.groups[groups[1]]}, {numbers[1]}",
        difference=f"{names[1]} less {names[0]}",
        sides=(names[0], names[1]),
    )


def item_gaps(gaps: Sequence[GapResult]) -> list[GapResult]:
    """The single items both groups were asked, widest first, those without a figure last."""
    items = [item for gap in gaps for item in gap.items]
    return sorted(items, key=by_difference)


def by_difference(gap: GapResult) -> tuple[bool, Decimal]:
    """Widest first, as the chart draws them; those without a figure last."""
    return gap.difference is None, -abs(gap.difference or Decimal(0))


def gap_row(gap: GapResult, words: FigureWords = ENGLISH) -> GapRow:
    """A row of the chart; hidden where a side is."""
    first, second = gap.first, gap.second
    if gap.gap is None or first.mean is None or second.mean is None:
        side = next((side for side in (first, second) if side.is_hidden), None)
        said = untold_words(side, words) if side else gap.words
        return GapRow(gap.name, None, None, said, is_hidden=side is not None)
    return GapRow(
        gap.name,
        float(first.mean),
        float(second.mean),
        is_flagged=gap.gap.flagged,
        numbers=(gap.gap.first_n, gap.gap.second_n),
        favorable=(first.favorable_words, second.favorable_words),
        favorable_gap=signed(float(shown(-gap.gap.favorable, 0)), 0),
    )


def change_figure(
    change: GroupChange,
    titles: tuple[str, str],
    reading: str,
    words: GapWords = CHANGE_WORDS,
    *,
    by_item: bool = False,
) -> GapChart:
    """What changed in a group between two waves, construct by construct or on each item worded alike."""
    counts = (change.before, change.after)
    numbers = (count.words if count.is_hidden else f"n {count.words}" for count in counts)
    first, second = (f"{title}, {number}" for title, number in zip(titles, numbers, strict=True))
    single = [each for each in change.questions if each.kind == "scale"]
    changed = [item for each in change.constructs for item in each.items] if by_item else change.constructs
    rows = tuple(_change_row(each) for each in (*changed, *single))
    named = replace(words, first=first, second=second)
    return GapChart(reading, rows, (change.group, change.group), named, is_change=True)


def _change_row(change: ChangeResult) -> GapRow:
    before, after = change.before, change.after
    if change.points is None or before.mean is None or after.mean is None:
        return GapRow(change.name, None, None, change.words, is_hidden=before.is_hidden or after.is_hidden)
    favorable = None if change.favorable is None else float(shown(change.favorable, 0))
    return GapRow(
        change.name,
        float(before.mean),
        float(after.mean),
        is_flagged=change.flagged,
        numbers=(before.n or 0, after.n or 0),
        favorable=(before.favorable_words, after.favorable_words),
        favorable_gap="" if favorable is None else signed(favorable, 0),
    )
