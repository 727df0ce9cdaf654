"""The charts of a wave: what its results say as rows of bars and dumbbells, with the key of each row."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from PySide6.QtCore import QT_TRANSLATE_NOOP

from assessor.analysis.rounding import shown
from assessor.charts.agreement import AgreementRow, draw_agreement
from assessor.charts.diverging import Shares
from assessor.charts.gaps import GapRow, GapWords, draw_gaps
from assessor.charts.shares import ShareRow, draw_shares
from assessor.charts.styles import screen_style
from assessor.operations.survey_results import (
    Answers,
    ConstructResult,
    GapResult,
    GroupCount,
    QuestionResult,
    WaveResults,
)
from assessor.terms import Group
from assessor.ui.assess.surveys.survey_words import group_in_sentence, say, short_group
from assessor.ui.theme import look

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


def draw_rows(rows: Sequence[ChartRow], reading: str, width: float) -> str:
    """The diverging bars."""
    return draw_agreement([row.drawn for row in rows], screen_style(look().theme), reading, width)


def draw_differences(gaps: Sequence[GapResult], first: GroupCount, second: GroupCount, width: float) -> str:
    """The dumbbells of two groups, widest first."""
    groups = (first.group or Group.SRO, second.group or Group.ADM)
    words = GapWords(
        first=say(
            QT_TRANSLATE_NOOP("surveys", "{group}, mean of {n}"), group=short_group(groups[0]), n=first.words
        ),
        second=say(QT_TRANSLATE_NOOP("surveys", "{group}, {n}"), group=_long(groups[1]), n=second.words),
        difference=say(
            QT_TRANSLATE_NOOP("surveys", "{second} less {first}"),
            second=short_group(groups[1]),
            first=short_group(groups[0]),
        ),
        nothing=say(QT_TRANSLATE_NOOP("surveys", "No question was asked of both.")),
    )
    reading = say(
        QT_TRANSLATE_NOOP("surveys", "Where {first} and {second} differ"),
        first=group_in_sentence(groups[0]),
        second=group_in_sentence(groups[1]),
    )
    rows = [_gap_row(gap) for gap in gaps]
    return draw_gaps(rows, screen_style(look().theme), reading, width, groups, words)


def draw_choices(question: QuestionResult, answers: Answers, width: float) -> str:
    """How often each choice was taken, a bar each."""
    pairs = zip(question.labels, answers.counts, answers.shares, strict=False)
    most = max(answers.shares, default=Decimal(0))
    rows = [
        ShareRow(
            label,
            float(share),
            is_strong=share == most and share > 0,
            figure=f"{shown(share, 0)}% · {count:,}",
        )
        for label, count, share in pairs
        if count or label != question.labels[-1] or question.kind not in ("choice", "multiple_choice")
    ]
    return draw_shares(rows, screen_style(look().theme), question.text, width, whole=100)


def draw_by_group(question: QuestionResult, groups: Sequence[Group | None], width: float) -> str:
    """A question as each group answered it, and all together: five points, % yes, or a mean."""
    if question.kind != "scale":
        return _draw_figures(question, groups, width)
    rows = [
        _agreement(short_group(group), question.of(group), _n(question.of(group)), group) for group in groups
    ]
    if len(groups) > 1:
        everybody = say(QT_TRANSLATE_NOOP("surveys", "All shown"))
        rows.append(_agreement(everybody, question.overall, _n(question.overall), None))
    return draw_agreement(rows, screen_style(look().theme), question.text, width)


def _draw_figures(question: QuestionResult, groups: Sequence[Group | None], width: float) -> str:
    pairs = [(short_group(group), question.of(group)) for group in groups]
    pairs.append((say(QT_TRANSLATE_NOOP("surveys", "All shown")), question.overall))
    rows = [
        ShareRow(label, *_figure(question, answers), words=answers.words)
        for label, answers in pairs
        if answers.state != "not_asked"
    ]
    whole = 100 if question.kind == "yes_no" else question.high
    return draw_shares(rows, screen_style(look().theme), question.text, width, whole=whole)


def _figure(question: QuestionResult, answers: Answers) -> tuple[float | None, bool, str]:
    """The length of a group's bar, whether it is strong, and its figure."""
    value = answers.favorable if question.kind == "yes_no" else answers.mean
    if value is None or not answers.is_shown:
        return None, False, ""
    said = answers.favorable_words if question.kind == "yes_no" else str(shown(value, 1))
    return float(max(value, Decimal(0))), False, f"{said} · n {answers.n:,}"


def _construct_row(construct: ConstructResult, group: Group | None) -> ChartRow:
    answers = construct.of(group)
    asked = sum(item.of(group).state != "not_asked" for item in construct.items)
    notes = []
    if answers.is_shown and asked == 1:
        notes.append(say(QT_TRANSLATE_NOOP("surveys", "one item")))
    if answers.dont_know:
        notes.append(say(QT_TRANSLATE_NOOP("surveys", "{share} don’t know"), share=answers.dont_know_words))
    words = answers.words
    if answers.state == "not_asked":
        said = QT_TRANSLATE_NOOP("surveys", "Not asked of {group}")
        words = say(said, group=group_in_sentence(group))
    drawn = _agreement(construct.name, answers, " · ".join(notes), None, words)
    return ChartRow(construct.code, construct.name, drawn)


def _item_row(item: QuestionResult, group: Group | None) -> ChartRow:
    note = say(QT_TRANSLATE_NOOP("surveys", "worded in reverse")) if item.is_reversed else ""
    wording = item.wording(group)
    drawn = replace(_agreement(wording, item.of(group), note, None), is_part=True)
    return ChartRow(item.code, wording, drawn)


def _agreement(label: str, answers: Answers, note: str, group: Group | None, words: str = "") -> AgreementRow:
    said = words or answers.words
    if answers.is_hidden:
        not_shown = QT_TRANSLATE_NOOP("surveys", "{words}, not shown")
        said = say(not_shown, words=said) if said.startswith("n <") else said
    shares = _five(answers.shares) if answers.is_shown and not answers.words else None
    if shares is None and not said:
        said = say(QT_TRANSLATE_NOOP("surveys", "No opinions"))
    return AgreementRow(label, shares, note, group, said, is_hidden=answers.is_hidden)


def _five(shares: Sequence[Decimal]) -> Shares | None:
    if len(shares) != FIVE or not any(shares):
        return None
    one, two, three, four, five = (float(share) for share in shares)
    return (one, two, three, four, five)


def _gap_row(gap: GapResult) -> GapRow:
    first, second = gap.first.mean, gap.second.mean
    if gap.gap is None or first is None or second is None:
        return GapRow(gap.name, None, None, gap.words)
    return GapRow(gap.name, float(first), float(second))


def _n(answers: Answers) -> str:
    return f"n {answers.n:,}" if answers.n is not None else ""


def _long(group: Group) -> str:
    words = group_in_sentence(group)
    return words[:1].upper() + words[1:]
