"""What a survey wave offers for the measures K28 to K31 of the library."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from assessor.analysis.partnership import PARTIES, Index
from assessor.analysis.rounding import percent, shown
from assessor.operations.surveys.survey_result_rows import Answers, AnswersState, ConstructResult, WaveResults
from assessor.terms import Group, ValueState

BOUNDARY_ITEMS: Final = ("ROL4", "ROL6")
FAVORABLE: Final = 3
"""From which place among the counts of a five-point scale answers are favorable."""
_POINTS = "points on a 5-point scale"


@dataclass(frozen=True)
class WaveValue:
    """A value a wave has for a measure of the library.

    `key` names it from wave to wave; `value` has two decimals and is None where a group is too small to tell:
    the state is then suppressed, and `note` says why.
    """

    key: str
    code: str
    title: str
    unit: str
    value: Decimal | None
    numerator: int | None
    denominator: int | None
    note: str

    @property
    def state(self) -> ValueState:
        """The state the value is entered in."""
        if self.value is None:
            return ValueState.SUPPRESSED
        return ValueState.VALUE if self.value else ValueState.ZERO


def values_of(results: WaveResults) -> Iterator[WaveValue]:
    """The values in the order of the measures. Source: domain.md 6.3, 2.5."""
    yield from _constructs(results)
    yield from _trust(results)
    yield from _gaps(results)
    yield from _boundary(results)


def _constructs(results: WaveResults) -> Iterator[WaveValue]:
    """K28: the mean and the share of favorable answers of each construct and group asked a scale of it."""
    for construct in results.constructs:
        for group, answers in construct.groups.items():
            if group is None or construct.asked.get(group, 0) < 2:
                continue
            yield _construct_value(construct, group, answers, "mean", answers.mean, "1 to 5")
            yield _construct_value(construct, group, answers, "favorable", answers.favorable, "percent")


def _construct_value(
    construct: ConstructResult, group: Group, answers: Answers, what: str, value: Decimal | None, unit: str
) -> WaveValue:
    told = _is_told(answers)
    shares = told and what == "favorable"
    ending = ", % favorable" if what == "favorable" else ""
    return WaveValue(
        key=f"K28:{construct.code}:{group.value}:{what}",
        code="K28",
        title=f"{construct.name}: {_named(group)}{ending}",
        unit=unit,
        value=shown(value, 2) if told and value is not None else None,
        numerator=sum(answers.counts[FAVORABLE:]) if shares else None,
        denominator=sum(answers.counts) if shares else None,
        note=f"n {answers.n}; {answers.dont_know_words or '0%'} don’t know" if told else answers.words,
    )


def _trust(results: WaveResults) -> Iterator[WaveValue]:
    """K29: trust of both parties together and each alone, and of the community."""
    if results.trust is not None:
        yield _index_value("K29:trust", "Trust index", results.trust)
        for group, mean in results.trust.parties:
            alone = Index((mean - 1) * 25, ((group, mean),))
            yield _index_value(f"K29:trust:{group.value}", f"Trust index: {_named(group)}", alone)
    if results.community_trust is not None:
        yield _index_value("K29:community_trust", "Community trust index", results.community_trust)


def _index_value(key: str, title: str, index: Index) -> WaveValue:
    note = ", ".join(f"{group.label} {shown(mean, 2)}" for group, mean in index.parties)
    return WaveValue(key, "K29", title, "0 to 100", shown(index.value, 2), None, None, note)


def _gaps(results: WaveResults) -> Iterator[WaveValue]:
    """K30: how far SROs and administrators lie apart over the items both were asked, and in the stage."""
    if results.gaps:
        told = results.mirror_gap is not None
        note = f"over {results.mirrored} items" if told else "too few answered to tell"
        yield _gap_value("mirror", "Gap between both sides’ answers", _POINTS, results.mirror_gap, note)
    if results.stage is None:
        return
    sides = (results.stage.sros, results.stage.administrators)
    if any(side.state is AnswersState.NOT_ASKED for side in sides):
        return
    stages = [side.words if side.mean is None else f"{shown(side.mean, 2)}" for side in sides]
    note = "; ".join(f"{group.label} {stage}" for group, stage in zip(PARTIES, stages, strict=True))
    yield _gap_value("stage", "Gap between both sides’ stages", "stages", results.stage.difference, note)


def _gap_value(key: str, title: str, unit: str, gap: Decimal | None, note: str) -> WaveValue:
    value = None if gap is None else abs(shown(gap, 2))
    return WaveValue(f"K30:{key}", "K30", title, unit, value, None, None, note)


def _boundary(results: WaveResults) -> Iterator[WaveValue]:
    """K31: favorable answers of teachers and staff to both items on the boundary, together."""
    items = [item for each in results.constructs for item in each.items if item.code in BOUNDARY_ITEMS]
    asked = [item.of(Group.TCH) for item in items if item.of(Group.TCH).state is not AnswersState.NOT_ASKED]
    if len(asked) != len(BOUNDARY_ITEMS):
        return
    hidden = next((answers.words for answers in asked if not _is_told(answers)), "")
    opinions = 0 if hidden else sum(sum(answers.counts) for answers in asked)
    favorable = sum(sum(answers.counts[FAVORABLE:]) for answers in asked) if opinions else None
    share = None if favorable is None else percent(favorable, opinions)
    yield WaveValue(
        key="K31:TCH",
        code="K31",
        title="Staff know the boundary",
        unit="percent",
        value=None if share is None else shown(share, 2),
        numerator=favorable,
        denominator=opinions or None,
        note=hidden or f"favorable answers to {' and '.join(BOUNDARY_ITEMS)}",
    )


def _is_told(answers: Answers) -> bool:
    return answers.is_shown and not answers.words


def _named(group: Group) -> str:
    """A group's name after a colon: SROs keep their capitals."""
    return group.label if group is Group.SRO else group.label.lower()
