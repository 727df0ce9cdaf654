"""Two waves laid beside each other: which questions of a group were asked alike in both, and which not."""

from dataclasses import dataclass

from assessor.analysis.waves import AskedAs, RespondentRule, why_not_compared, why_other_people
from assessor.operations.survey_change_rows import NotCompared
from assessor.operations.survey_rates import group_count
from assessor.operations.survey_reading import WaveAnswers
from assessor.operations.survey_waves import QuestionRow
from assessor.terms import Group

_IN_ONE = "Asked in the {} wave only."
_TOLD_APART = ("text", "multiple_choice", "choice")
"""Kinds that have no mean and no share of their own to compare."""


@dataclass(frozen=True)
class Pair:
    """A question asked alike in both waves, as each of them has it."""

    before: QuestionRow
    after: QuestionRow


@dataclass(frozen=True)
class GroupPairs:
    """The questions of a group that may be compared, and those that may not; `why` where nothing may."""

    pairs: tuple[Pair, ...]
    not_compared: tuple[NotCompared, ...]
    why: str = ""

    def of_construct(self, code: str) -> list[Pair]:
        """The scaled items of a construct."""
        return [pair for pair in self.pairs if pair.after.construct == code and pair.after.kind == "scale"]


def pair_questions(before: WaveAnswers, after: WaveAnswers, group: Group) -> GroupPairs:
    """The questions a group answered in either wave, each compared or not (domain.md 2.5 item 9)."""
    why = _why_nothing(before, after, group)
    if why:
        return GroupPairs((), (), why)
    earlier, later = (_asked(wave, group) for wave in (before, after))
    pairs, apart = [], []
    for code in dict.fromkeys((*later, *earlier)):
        first, second = earlier.get(code), later.get(code)
        if first is not None and second is not None:
            reason = why_not_compared(_as_asked(first, group), _as_asked(second, group))
            if not reason:
                pairs.append(Pair(first, second))
                continue
        else:
            reason = _IN_ONE.format("later" if first is None else "earlier")
        shown = second or first
        if shown is not None:
            apart.append(NotCompared(code, shown.wording(group), reason))
    return GroupPairs(tuple(pairs), tuple(apart))


def _why_nothing(before: WaveAnswers, after: WaveAnswers, group: Group) -> str:
    for wave, name in ((before, "earlier"), (after, "later")):
        if not wave.of(group).n:
            return f"Nobody of this group answered in the {name} wave."
        if (count := group_count(wave, group)).is_hidden:
            return f"In the {name} wave: {count.words}"
    return why_other_people(_rule(before, group), _rule(after, group))


def _rule(wave: WaveAnswers, group: Group) -> RespondentRule:
    """With which form a group was asked, and at which sites: not known where somebody's site is not."""
    asked, sites = wave.asked.get(group), wave.of(group).sites
    known = {site for site in sites if site is not None}
    return RespondentRule(asked.form_key if asked else "", known if len(known) == len(sites) else frozenset())


def _asked(wave: WaveAnswers, group: Group) -> dict[str, QuestionRow]:
    codes = wave.of(group).codes
    return {
        question.code: question
        for question in wave.questions
        if question.code in codes and question.kind not in _TOLD_APART
    }


def _as_asked(question: QuestionRow, group: Group) -> AskedAs:
    return AskedAs(
        question.wording(group), question.kind, question.low, question.high, question.is_reversed,
        question.choices,
    )  # fmt: skip
