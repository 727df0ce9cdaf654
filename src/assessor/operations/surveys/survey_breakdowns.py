"""A survey question by another's choices, or by school, so that no part can be worked out from the rest."""

from collections.abc import Mapping
from functools import partial

from assessor.analysis.differencing import rule_on_filter
from assessor.analysis.disclosure import Cell, ProtectedTables, protect_linked
from assessor.operations.surveys.survey_rates import group_count
from assessor.operations.surveys.survey_reading import Given, WaveAnswers, read_wave
from assessor.operations.surveys.survey_result_rows import (
    NOT_ASKED,
    Answers,
    AnswersState,
    Audience,
    Breakdown,
)
from assessor.operations.surveys.survey_splits import BY_SITE, Split, choice_of, split_by
from assessor.operations.surveys.survey_summaries import Counted, count_construct, count_question, labels_of
from assessor.operations.surveys.survey_tellings import answers_to_items, answers_to_question, is_told
from assessor.operations.surveys.survey_waves import QuestionRow
from assessor.store import Engagement
from assessor.terms import CannotDo, Group

_TOO_DEEP = (
    "Results by school are not filtered by another question: too few people of a school would be left."
)
_KNOWN = ("group",)
"""What the results say of whole groups, a breakdown cannot hide."""

Groups = Mapping[Group | None, list[Given]]


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
    """A question, or a construct, by the choices of another: grade band, role; or by school (`BY_SITE`).

    `group` looks at one group, `only` at those who gave one answer to a third question. No part can be
    worked out from the total and the others (domain.md 2.6 rules 2–5, walk-through in section 10), nor from
    a breakdown by something else. Raises CannotDo where the other question has no choices.
    """
    with engagement.reading() as session:
        wave = read_wave(session, wave_id, audience)
        split = split_by(session, wave, by)
    if only is None:
        return break_down(wave, code, split, group)
    if by == BY_SITE:
        return _blocked(_TOO_DEEP)
    return _of_some(wave, code, split, group, only)


def break_down(wave: WaveAnswers, code: str, split: Split, group: Group | None = None) -> Breakdown:
    """The breakdown, within a wave that was read, of one group or of all that may be told."""
    told = _told(wave)
    if group is not None and group in wave.groups and group not in told:
        return Breakdown((), (), Answers(AnswersState.HIDDEN, group_count(wave, group).words))
    return _broken_down(wave, code, split, told, group, _KNOWN)


def _of_some(
    wave: WaveAnswers, code: str, split: Split, group: Group | None, only: tuple[str, str]
) -> Breakdown:
    """The breakdown of those who gave one answer to a third question."""
    told, third = _told(wave), wave.question(only[0])
    if group is not None and group in wave.groups and group not in told:
        return Breakdown((), (), Answers(AnswersState.HIDDEN, group_count(wave, group).words))
    everybody = [one for each, given in told.items() if group in (None, each) for one in given]
    chosen = {
        each: [one for one in given if choice_of(third, one) == only[1]] for each, given in told.items()
    }
    left = [one for each, given in chosen.items() if group in (None, each) for one in given]
    ruling = rule_on_filter(_ids(left), [_ids(everybody)], wave.threshold)
    return _broken_down(wave, code, split, chosen, group) if ruling.allowed else _blocked(ruling.why)


def _broken_down(
    wave: WaveAnswers,
    code: str,
    split: Split,
    given: Groups,
    group: Group | None,
    known: tuple[str, ...] = (),
) -> Breakdown:
    """The breakdown of one group, or of all: one table of groups by parts, whichever of it is shown."""
    items = _asked(wave, code)
    count = partial(_count, wave, code, items)
    standing = {each: _standing(wave, code, items, each) for each in given}
    if group in standing and standing[group].is_hidden:
        return Breakdown((), (), standing[group])
    among = _counted_with(wave, split, given, standing, group)
    parts = _in_parts(split, among)
    counted = {part: found for part, people in parts.items() if (found := count(people)).answers.n}
    shown_groups = list(dict.fromkeys(each for each, _ in counted if group in (None, each)))
    labels = labels_of(items[0])
    if not shown_groups:
        return Breakdown(labels, (), NOT_ASKED)
    linked = _protect(counted, wave.threshold, known)
    here = {} if group is None else {"group": _name(group)}
    people = {
        label: [one for each in shown_groups for one in parts.get((each, label), [])]
        for label in split.labels
        if any((each, label) in counted for each in shown_groups)
    }
    shown = tuple(
        (label, count(them).protected(linked.of(**here, by=label))) for label, them in people.items()
    )
    total = count([one for g, label in counted if g in shown_groups for one in parts[g, label]])
    without = tuple(each for each in given if each not in among and standing[each].is_shown)
    return Breakdown(labels, shown, total.protected(linked.of(**here)), without=() if group else without)


def _told(wave: WaveAnswers) -> dict[Group | None, list[Given]]:
    """The groups that may be counted at all."""
    return {each: given for each, given in wave.groups.items() if not group_count(wave, each).is_hidden}


def _standing(wave: WaveAnswers, code: str, items: list[QuestionRow], group: Group | None) -> Answers:
    """What the results say of a group by itself, whatever it is broken down by."""
    if items[0].code == code:
        return answers_to_question(wave, items[0], group)
    return answers_to_items(wave, wave.items_of(code, group), group)


def _counted_with(
    wave: WaveAnswers,
    split: Split,
    given: Groups,
    standing: Mapping[Group | None, Answers],
    group: Group | None,
) -> Groups:
    """The groups of the table: those that count in totals, so that these are everywhere the same.

    A group has a table by itself of which only "≥ 95%" is told, or that is too small for so many parts: they
    would have to be hidden, and others beside each. Both are seen from what the results say of whole groups.
    """
    told = {each: people for each, people in given.items() if is_told(standing[each])}
    parts = len({split.of(one) for people in told.values() for one in people})
    large = {
        each: told[each] for each in told if 2 * (standing[each].n or 0) >= wave.threshold * parts
    } or told
    alone = group is not None and group in given and group not in large and standing[group].is_shown
    return {group: given[group]} if alone else large


def _in_parts(split: Split, given: Groups) -> dict[tuple[Group | None, str], list[Given]]:
    parts: dict[tuple[Group | None, str], list[Given]] = {}
    for group, people in given.items():
        for one in people:
            parts.setdefault((group, split.of(one)), []).append(one)
    return parts


def _protect(
    counted: Mapping[tuple[Group | None, str], Counted], threshold: int, known: tuple[str, ...]
) -> ProtectedTables:
    """Groups and parts as one table with its margins; a part that nobody is in is left out as such."""
    groups = tuple(dict.fromkeys(_name(each) for each, _ in counted))
    choices = tuple(dict.fromkeys(label for _, label in counted))
    people: dict[tuple[str, ...], Cell] = {
        (_name(each), label): one.cell for (each, label), one in counted.items()
    }
    variables = {"group": groups, "by": choices}
    return protect_linked(variables, people, [("group", "by")], threshold, tells_nobody=True, known=known)


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


def _blocked(why: str) -> Breakdown:
    return Breakdown((), (), Answers(AnswersState.HIDDEN, why), why)


def _ids(given: list[Given]) -> set[str]:
    return {one.id for one in given}
