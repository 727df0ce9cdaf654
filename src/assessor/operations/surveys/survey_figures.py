"""The figures of a survey wave: what its results say, as charts that a screen or paper draws or tells."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from assessor.charts.agreement import AgreementRow, AgreementWords
from assessor.charts.diverging import Shares
from assessor.charts.items import ITEM_WORDS, ItemBlock, ItemsChart
from assessor.charts.profiles import (
    ProfileCell,
    ProfileChart,
    ProfileColumn,
    ProfileRow,
    ProfileWords,
    Reading,
)
from assessor.charts.rates import RateRow, RatesChart, RateWords
from assessor.charts.shares import ShareRow, SharesChart, SharesWords
from assessor.operations.strategic_plan.levels import GROUP_LABELS
from assessor.operations.surveys.survey_result_rows import (
    Answers,
    Breakdown,
    ConstructResult,
    GroupCount,
    QuestionResult,
    WaveResults,
)
from assessor.terms import Group

_POINTS = 5
_SHORTER = {Group.ADM: "Admin.", Group.TCH: "Staff", Group.PRT: "Partners"}
GROUPS: Mapping[Group | None, str] = {None: "Group not known"} | dict(GROUP_LABELS.items())
SHORT_GROUPS: Mapping[Group | None, str] = {None: "Not known"} | dict((GROUP_LABELS | _SHORTER).items())


IN_SENTENCES: Mapping[Group | None, str] = {group: name.lower() for group, name in GROUPS.items()}


@dataclass(frozen=True)
class FigureWords:
    """What figures of surveys say beside their numbers; a screen hands in its translations."""

    groups: Mapping[Group | None, str] = field(default_factory=lambda: GROUPS, hash=False)
    short_groups: Mapping[Group | None, str] = field(default_factory=lambda: SHORT_GROUPS, hash=False)
    in_sentences: Mapping[Group | None, str] = field(default_factory=lambda: IN_SENTENCES, hash=False)
    hidden: str = "{words}, not shown"
    alike: str = "{words} gave the same answer"
    no_opinions: str = "Nobody had an opinion"
    not_asked: str = "Not asked of {groups}."
    is_reversed: str = "Worded in reverse: to disagree is favorable."
    own_words: str = "Worded to fit each group."
    unknown: str = "Number invited not known"
    several: str = "More answered than were invited"
    who_answered: str = "How many of those invited answered"
    profile: str = "What each group’s answers come to, construct by construct"
    constructs: str = "What each group says, construct by construct"
    rates: RateWords = field(default_factory=RateWords)
    items: AgreementWords = ITEM_WORDS
    profiles: ProfileWords = field(default_factory=ProfileWords)
    shares: SharesWords = field(default_factory=SharesWords)


ENGLISH = FigureWords()


def rates_figure(results: WaveResults, words: FigureWords = ENGLISH) -> RatesChart:
    """How many of each group were invited and answered, and how many were expected to (2.5 item 11)."""
    counts = [count for count in results.groups if count.group is not None]
    rows = tuple(_rate(count, words) for count in counts)
    return RatesChart(words.who_answered, rows, words.rates)


def profile_figure(results: WaveResults, words: FigureWords = ENGLISH) -> ProfileChart:
    """The mean of every construct in every group, with the band it reads as."""
    counts = [count for count in results.groups if count.group is not None]
    columns = tuple(
        ProfileColumn(
            words.short_groups[count.group],
            count.words if count.is_hidden else f"n {count.words}",
            count.group,
            count.is_hidden,
        )
        for count in counts
    )
    rows = tuple(
        ProfileRow(each.name, tuple(_profile_cell(each.of(count.group), words) for count in counts))
        for each in results.constructs
    )
    return ProfileChart(words.profile, columns, rows, words.profiles)


def constructs_figure(results: WaveResults, words: FigureWords = ENGLISH) -> ItemsChart:
    """Every construct with the groups that were asked about it beneath."""
    blocks = tuple(
        ItemBlock("", each.name, _rows(each.groups, words), _not_asked(results, each.groups, words))
        for each in results.constructs
    )
    return ItemsChart(words.constructs, blocks, words.items)


def items_figure(
    results: WaveResults, construct: ConstructResult, words: FigureWords = ENGLISH
) -> ItemsChart:
    """The items of a construct with the groups that were asked beneath each."""
    blocks = tuple(_item_block(results, item, words) for item in construct.items)
    return ItemsChart(construct.name, blocks, words.items)


def question_figure(question: QuestionResult, words: FigureWords = ENGLISH) -> SharesChart:
    """A yes/no question as each group answered it: % yes, those who do not know beside."""
    asked = [(group, answers) for group, answers in _ordered(question.groups) if answers.state != "not_asked"]
    rows = tuple(share_row(words.groups[group], answers, words) for group, answers in asked)
    return SharesChart(question.text, rows, replace(words.shares, label=words.rates.group))


def breakdown_figure(
    reading: str, breakdown: Breakdown, total: str, words: FigureWords = ENGLISH, parts: str = ""
) -> ItemsChart | SharesChart:
    """A question by the choices of another or by school, and all together; `parts` heads their column."""
    heading = parts or words.shares.label
    told = [*breakdown.parts, (total, breakdown.total)]
    if len(breakdown.labels) in (0, _POINTS):
        rows = tuple(agreement_row(label, answers, None, words) for label, answers in told)
        return ItemsChart(reading, (ItemBlock("", "", rows),), replace(words.items, asked=heading))
    bars = tuple(share_row(label, each, words) for label, each in told)
    return SharesChart(reading, bars, replace(words.shares, label=heading))


def agreement_row(
    label: str, answers: Answers, group: Group | None, words: FigureWords = ENGLISH, note: str = ""
) -> AgreementRow:
    """A group's answers as a bar of five points, or why there is none."""
    n = f"n {answers.n:,}" if answers.n is not None else ""
    return AgreementRow(
        label,
        None if answers.words else five_shares(answers.shares),
        note or n,
        group,
        untold_words(answers, words),
        is_hidden=answers.is_hidden,
        n=answers.n if answers.is_shown else None,
        favorable=answers.favorable_words,
        dont_know=answers.dont_know_words,
    )


def share_row(label: str, answers: Answers, words: FigureWords = ENGLISH) -> ShareRow:
    """A share of favorable or yes answers, or why there is none."""
    value = answers.favorable if answers.is_shown else None
    figure = answers.favorable_words
    return ShareRow(
        label, None if value is None else float(value),
        figure=figure, words=untold_words(answers, words), n=answers.n, dont_know=answers.dont_know_words,
    )  # fmt: skip


def untold_words(answers: Answers, words: FigureWords = ENGLISH) -> str:
    """Why there is no bar: hidden, answered alike, no opinions; empty where there is one."""
    if answers.is_hidden:
        return words.hidden.format(words=answers.words) if answers.words.startswith("n <") else answers.words
    if answers.words and answers.is_shown:
        return words.alike.format(words=answers.words)
    if answers.is_shown and five_shares(answers.shares) is None:
        return words.no_opinions
    return answers.words


def five_shares(shares: Sequence[Decimal]) -> Shares | None:
    """The shares of five points as charts take them; None where there are others or no opinions."""
    if len(shares) != _POINTS or not any(shares):
        return None
    one, two, three, four, five = (float(share) for share in shares)
    return one, two, three, four, five


def _rate(count: GroupCount, words: FigureWords) -> RateRow:
    why = words.unknown if count.invited is None else words.several if count.rate is None else ""
    if count.is_hidden:
        why = words.hidden.format(words=count.words)
    return RateRow(
        label=words.groups[count.group],
        group=count.group,
        invited=count.invited,
        answered=count.n,
        rate=None if count.rate is None else float(count.rate),
        expected=count.expected,
        words=why,
        is_hidden=count.is_hidden,
    )


def _profile_cell(answers: Answers, words: FigureWords) -> ProfileCell:
    if answers.is_shown and answers.mean is not None:
        band = Reading(answers.band.value) if answers.band else None
        return ProfileCell(float(answers.mean), band, answers.n, answers.favorable_words)
    if answers.state == "not_asked":
        return ProfileCell()
    return ProfileCell(words=untold_words(answers, words), is_hidden=answers.is_hidden)


def _item_block(results: WaveResults, item: QuestionResult, words: FigureWords) -> ItemBlock:
    turned = words.is_reversed if item.is_reversed else ""
    asked = [group for group, answers in item.groups.items() if answers.state != "not_asked"]
    own = words.own_words if len({item.wording(group) for group in asked}) > 1 else ""
    note = " ".join(part for part in (turned, own, _not_asked(results, item.groups, words)) if part)
    return ItemBlock(item.code, item.text, _rows(item.groups, words), note)


def _rows(groups: Mapping[Group | None, Answers], words: FigureWords) -> tuple[AgreementRow, ...]:
    return tuple(
        agreement_row(words.groups[group], answers, group, words)
        for group, answers in _ordered(groups)
        if answers.state != "not_asked"
    )


def _not_asked(results: WaveResults, groups: Mapping[Group | None, Answers], words: FigureWords) -> str:
    """The groups of the wave that were not asked this."""
    names = [
        words.in_sentences[count.group]
        for count in results.groups
        if count.group and (count.group not in groups or groups[count.group].state == "not_asked")
    ]
    return words.not_asked.format(groups=", ".join(names)) if names else ""


def _ordered(groups: Mapping[Group | None, Answers]) -> Iterable[tuple[Group | None, Answers]]:
    order: list[Group | None] = [*Group, None]
    return sorted(groups.items(), key=lambda pair: order.index(pair[0]))
