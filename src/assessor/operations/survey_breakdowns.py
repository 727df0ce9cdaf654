"""A survey question by the choices of another, so that no part can be worked out from the rest."""

from collections.abc import Mapping
from functools import partial

from assessor.analysis.differencing import rule_on_filter
from assessor.analysis.disclosure import Cell, ProtectedTables, protect_linked
from assessor.operations.survey_answers import DONT_KNOW
from assessor.operations.survey_rates import group_count
from assessor.operations.survey_reading import Given, WaveAnswers, read_wave
from assessor.operations.survey_result_rows import NOT_ASKED, Answers, AnswersState, Audience, Breakdown
from assessor.operations.survey_summaries import Counted, count_construct, count_question, labels_of
from assessor.operations.survey_waves import QuestionRow
from assessor.store import Engagement
from assessor.terms import CannotDo, Group

NOT_SAID = "Not said"
_WITH_CHOICES = ("choice", "yes_no", "stage", "scale", "rating")


def get_breakdown(
    engagement: Engagement,
    wave_id: str,
    code: str,
    by: str,
    audience: Audience = Audience.PUBLIC,
    *,
    group: Group | None = None,
    only: tuple[str, str] | None = None,
) -> Breakdown:
    """A question, or a construct, by the choices of another question: grade band, role, school level.

    `group` looks at one group, `only` at those who gave one answer to a third question. No part can be
    worked out from the total and the others (domain.md 2.6 rules 2–5, walk-through in section 10). Raises
    CannotDo where the other question has no choices.
    """
    with engagement.reading() as session:
        wave = read_wave(session, wave_id, audience)
    told = {each: given for each, given in wave.groups.items() if not group_count(wave, each).is_hidden}
    if group is not None and group in wave.groups and group not in told:
        return Breakdown((), (), Answers(AnswersState.HIDDEN, group_count(wave, group).words))
    everybody = [one for each, given in told.items() if group in (None, each) for one in given]
    if only is None:
        return _broken_down(wave, code, by, told, group)
    third = wave.question(only[0])
    chosen = {each: [one for one in given if _choice(third, one) == only[1]] for each, given in told.items()}
    left = [one for each, given in chosen.items() if group in (None, each) for one in given]
    ruling = rule_on_filter(_ids(left), [_ids(everybody)], wave.threshold)
    if not ruling.allowed:
        return Breakdown((), (), Answers(AnswersState.HIDDEN, ruling.why), ruling.why)
    return _broken_down(wave, code, by, chosen, group)


def _broken_down(
    wave: WaveAnswers, code: str, by: str, given: Mapping[Group | None, list[Given]], group: Group | None
) -> Breakdown:
    """The breakdown of one group, or of all: one table of groups by choices, whichever part is shown."""
    splitting = wave.question(by)
    if splitting.kind not in _WITH_CHOICES:
        raise CannotDo(f"{by} has no choices to break results down by. Choose a question that has.")
    items = _asked(wave, code)
    count = partial(_count, wave, code, items)
    parts = _by_choice(splitting, given)
    counted = {part: found for part, people in parts.items() if (found := count(people)).answers.n}
    shown_groups = list(dict.fromkeys(each for each, _ in counted if group in (None, each)))
    labels = labels_of(items[0])
    if not shown_groups:
        return Breakdown(labels, (), NOT_ASKED)
    linked = _protect(counted, wave.threshold)
    here = {} if group is None else {"group": _name(group)}
    people = {
        label: [one for each in shown_groups for one in parts.get((each, label), [])]
        for label in (*labels_of(splitting), NOT_SAID)
        if any((each, label) in counted for each in shown_groups)
    }
    shown = tuple(
        (label, count(them).protected(linked.of(**here, by=label))) for label, them in people.items()
    )
    total = count([one for g, label in counted if g in shown_groups for one in parts[g, label]])
    return Breakdown(labels, shown, total.protected(linked.of(**here)))


def _by_choice(
    splitting: QuestionRow, given: Mapping[Group | None, list[Given]]
) -> dict[tuple[Group | None, str], list[Given]]:
    parts: dict[tuple[Group | None, str], list[Given]] = {}
    for group, people in given.items():
        for one in people:
            parts.setdefault((group, _choice(splitting, one)), []).append(one)
    return parts


def _protect(counted: Mapping[tuple[Group | None, str], Counted], threshold: int) -> ProtectedTables:
    """Groups and choices as one table with its margins; a part that nobody is in is left out as such."""
    groups = tuple(dict.fromkeys(_name(each) for each, _ in counted))
    choices = tuple(dict.fromkeys(label for _, label in counted))
    people: dict[tuple[str, ...], Cell] = {
        (_name(each), label): one.cell for (each, label), one in counted.items()
    }
    variables = {"group": groups, "by": choices}
    return protect_linked(variables, people, [("group", "by")], threshold, tells_nobody=True)


def _name(group: Group | None) -> str:
    return group.value if group else ""


def _asked(wave: WaveAnswers, code: str) -> list[QuestionRow]:
    """The question of a code, or the items of a construct."""
    exact = [each for each in wave.questions if each.code == code]
    items = exact or [each for each in wave.questions if each.construct == code and each.kind == "scale"]
    if not items:
        raise CannotDo(f"This wave has no question {code}. Choose one of its questions.")
    return items


def _count(wave: WaveAnswers, code: str, items: list[QuestionRow], given: list[Given]) -> Counted:
    """A question, or a construct by the items that each group was asked of it."""
    if items[0].code == code:
        return count_question(items[0], given)
    counted = _ids(given)
    groups = {group: [one for one in them if one.id in counted] for group, them in wave.groups.items()}
    asked = [(wave.items_of(code, group), them) for group, them in groups.items() if them]
    return count_construct([(own, them) for own, them in asked if own] or [(items, [])])


def _choice(question: QuestionRow, one: Given) -> str:
    """What somebody chose, by its label."""
    value = one.answers.get(question.code)
    if value is None or value == DONT_KNOW:
        return NOT_SAID
    labels = labels_of(question)
    if question.kind == "yes_no":
        return labels[0] if value == 1 else labels[1]
    if question.kind == "choice":
        return value if value in labels else labels[-1]
    return labels[value - question.low] if isinstance(value, int) else NOT_SAID


def _ids(given: list[Given]) -> set[str]:
    return {one.id for one in given}
