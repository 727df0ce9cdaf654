"""The figures of a wave on the screen: rows that can be chosen, dumbbells, choices, and groups beside."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from PySide6.QtCore import QT_TRANSLATE_NOOP

from assessor.analysis.rounding import shown
from assessor.charts.agreement import AgreementChart, AgreementRow
from assessor.charts.gaps import GapChart
from assessor.charts.shares import ShareRow, SharesChart
from assessor.charts.tables import Chart
from assessor.operations.surveys.survey_figures import agreement_row, untold_words
from assessor.operations.surveys.survey_gap_figures import gap_figure
from assessor.operations.surveys.survey_results import (
    Answers,
    ConstructResult,
    GapResult,
    GroupCount,
    QuestionResult,
    WaveResults,
)
from assessor.terms import Group
from assessor.ui.assess.surveys.survey_figure_words import (
    agreement_words,
    figure_words,
    gap_chart_words,
    shares_words,
)
from assessor.ui.assess.surveys.survey_words import group_in_sentence, say, short_group

FIVE = 5


@dataclass(frozen=True)
class ChartRow:
    """A row one can choose: its key, what it is called in full, and how it is drawn."""

    key: str
    title: str
    drawn: AgreementRow


def agreement_rows(results: WaveResults, group: Group | None, unfolded: frozenset[str]) -> list[ChartRow]:
    """A row for each construct, with the items of those unfolded beneath; those not asked come last."""
    rows = []
    for construct in sorted(results.constructs, key=lambda each: each.of(group).state == "not_asked"):
        rows.append(_construct_row(construct, group))
        if construct.code in unfolded:
            rows += [
                _item_row(item, group) for item in construct.items if item.of(group).state != "not_asked"
            ]
    return rows


def rows_figure(rows: Sequence[ChartRow], reading: str) -> AgreementChart:
    """The diverging bars of a group."""
    words = agreement_words(say(QT_TRANSLATE_NOOP("surveys", "Agree")))
    return AgreementChart(reading, tuple(row.drawn for row in rows), words)


def differences_figure(gaps: Sequence[GapResult], first: GroupCount, second: GroupCount) -> GapChart:
    """The dumbbells of two groups, widest first."""
    groups = (first.group or Group.SRO, second.group or Group.ADM)
    names = (short_group(groups[0]), short_group(groups[1]))
    said = QT_TRANSLATE_NOOP("surveys", "{group}, mean of {n}")
    if first.is_hidden:
        said = QT_TRANSLATE_NOOP("surveys", "{group}, {n}")
    words = gap_chart_words(
        say(said, group=names[0], n=first.words),
        say(QT_TRANSLATE_NOOP("surveys", "{group}, {n}"), group=_long(groups[1]), n=second.words),
        say(QT_TRANSLATE_NOOP("surveys", "{second} less {first}"), second=names[1], first=names[0]),
        names,
    )
    reading = say(
        QT_TRANSLATE_NOOP("surveys", "Where {first} and {second} differ"),
        first=group_in_sentence(groups[0]),
        second=group_in_sentence(groups[1]),
    )
    return gap_figure(gaps, groups, reading, words, figure_words())


def choices_figure(question: QuestionResult, answers: Answers) -> SharesChart:
    """How often each choice was taken, a bar each."""
    pairs = zip(question.labels, answers.counts, answers.shares, strict=False)
    most = max(answers.shares, default=Decimal(0))
    rows = tuple(
        ShareRow(
            label,
            float(share),
            is_strong=share == most and share > 0,
            figure=f"{shown(share, 0)}%",
            count=count,
        )
        for label, count, share in pairs
        if count or label != question.labels[-1] or question.kind not in ("choice", "multiple_choice")
    )
    words = replace(shares_words(), n=say(QT_TRANSLATE_NOOP("surveys", "People")))
    return SharesChart(question.text, rows, words)


def groups_figure(question: QuestionResult, groups: Sequence[Group | None]) -> Chart:
    """A question as each group answered it, and all together: five points, % yes, or a mean."""
    everybody = say(QT_TRANSLATE_NOOP("surveys", "All shown"))
    pairs = [(group, short_group(group), question.of(group)) for group in groups]
    if len(groups) > 1:
        pairs.append((None, everybody, question.overall))
    if question.kind == "scale":
        words = figure_words()
        drawn = tuple(agreement_row(label, answers, group, words) for group, label, answers in pairs)
        return AgreementChart(question.text, drawn, words.items)
    rows = tuple(
        _figure_row(question, label, answers) for _, label, answers in pairs if answers.state != "not_asked"
    )
    whole = 100 if question.kind == "yes_no" else question.high
    by_group = replace(shares_words(), label=say(QT_TRANSLATE_NOOP("surveys", "Group")))
    return SharesChart(question.text, rows, by_group, whole)


def _figure_row(question: QuestionResult, label: str, answers: Answers) -> ShareRow:
    """A group's bar: % yes, or its mean."""
    is_share = question.kind == "yes_no"
    value = answers.favorable if is_share else answers.mean
    if value is None or not answers.is_shown:
        return ShareRow(label, None, words=untold_words(answers, figure_words()))
    figure = answers.favorable_words if is_share else str(shown(value, 1))
    length = float(max(value, Decimal(0)))
    return ShareRow(label, length, figure=figure, n=answers.n, dont_know=answers.dont_know_words)


def _construct_row(construct: ConstructResult, group: Group | None) -> ChartRow:
    answers = construct.of(group)
    asked = sum(item.of(group).state != "not_asked" for item in construct.items)
    notes = []
    if answers.is_shown and asked == 1:
        notes.append(say(QT_TRANSLATE_NOOP("surveys", "one item")))
    if answers.dont_know:
        notes.append(say(QT_TRANSLATE_NOOP("surveys", "{share} don’t know"), share=answers.dont_know_words))
    drawn = _drawn(construct.name, answers, " · ".join(notes))
    if answers.state == "not_asked":
        said = QT_TRANSLATE_NOOP("surveys", "Not asked of {group}")
        drawn = replace(drawn, words=say(said, group=group_in_sentence(group)))
    return ChartRow(construct.code, construct.name, drawn)


def _item_row(item: QuestionResult, group: Group | None) -> ChartRow:
    note = say(QT_TRANSLATE_NOOP("surveys", "worded in reverse")) if item.is_reversed else ""
    wording = item.wording(group)
    return ChartRow(item.code, wording, replace(_drawn(wording, item.of(group), note), is_part=True))


def _drawn(label: str, answers: Answers, note: str) -> AgreementRow:
    """A row whose last figure is the share that agrees, as it was worded."""
    row = agreement_row(label, answers, None, figure_words())
    return replace(row, note=note, favorable="" if row.shares else row.favorable)


def _long(group: Group) -> str:
    words = group_in_sentence(group)
    return words[:1].upper() + words[1:]
