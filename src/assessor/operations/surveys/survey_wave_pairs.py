"""Two waves laid beside each other: which questions of a group were asked alike in both, and which not."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from assessor.analysis.waves import AskedAs, RespondentRule, why_not_compared, why_other_people
from assessor.operations.surveys.survey_change_rows import NotCompared
from assessor.operations.surveys.survey_rates import group_count
from assessor.operations.surveys.survey_reading import WaveAnswers
from assessor.operations.surveys.survey_waves import QuestionRow
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
    """The questions of a group that may be compared, and those that may not; `why` where nothing may.

    `only_before` and `only_after` are the sites heard in one wave only, with how many answered there.
    """

    pairs: tuple[Pair, ...]
    not_compared: tuple[NotCompared, ...]
    why: str = ""
    only_before: Mapping[str, int] = field(default_factory=dict)
    only_after: Mapping[str, int] = field(default_factory=dict)

    def of_construct(self, code: str) -> list[Pair]:
        """The scaled items of a construct."""
        return [pair for pair in self.pairs if pair.after.construct == code and pair.after.is_item]


def pair_questions(
    before: WaveAnswers, after: WaveAnswers, group: Group, origins: Mapping[str, str]
) -> GroupPairs:
    """The questions a group answered in either wave, each compared or not (domain.md 2.5 item 9).

    `origins` tell of forms of one's own what they came from: a new version asks the same people.
    """
    why = _why_nothing(before, after, group, origins)
    if why:
        return GroupPairs((), (), why)
    earlier, later = (_asked(wave, group) for wave in (before, after))
    pairs, apart = [], []
    for code in dict.fromkeys((*later, *earlier)):
        old, new = earlier.get(code), later.get(code)
        if old is not None and new is not None:
            reason = why_not_compared(_as_asked(old, group), _as_asked(new, group))
            if not reason:
                pairs.append(Pair(old, new))
                continue
        else:
            reason = _IN_ONE.format("later" if old is None else "earlier")
        shown = new or old
        if shown is not None:
            apart.append(NotCompared(code, shown.wording(group), reason))
    first, second = (_rule(wave, group, origins).sites for wave in (before, after))
    return GroupPairs(tuple(pairs), tuple(apart), "", _only(first, second), _only(second, first))


def _only(here: Mapping[str, int], there: Mapping[str, int]) -> dict[str, int]:
    """The sites heard in one wave and not in the other, where both are known."""
    return {site: n for site, n in here.items() if site not in there} if there else {}


def _why_nothing(before: WaveAnswers, after: WaveAnswers, group: Group, origins: Mapping[str, str]) -> str:
    for wave, name in ((before, "earlier"), (after, "later")):
        if group not in wave.answers:
            return f"Nobody of this group answered in the {name} wave."
        if (count := group_count(wave, group)).is_hidden:
            return f"In the {name} wave: {count.words}"
    return why_other_people(_rule(before, group, origins), _rule(after, group, origins))


def _rule(wave: WaveAnswers, group: Group, origins: Mapping[str, str]) -> RespondentRule:
    """With which form a group was asked, how many answered where: not known where somebody's site is not."""
    asked, sites = wave.asked.get(group), wave.of(group).sites
    known = {site: n for site, n in sites.items() if site is not None}
    form = asked.form_key if asked else ""
    return RespondentRule(origins.get(form, form), known if len(known) == len(sites) else {})


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
