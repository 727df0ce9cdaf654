"""The filters of the templates: one name a word, date, mark or line of the plan."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from assessor.operations.strategic_plan.closing import GroupResult, ItemResults, ItemTable
from assessor.operations.strategic_plan.findings import SurveyItem
from assessor.operations.strategic_plan.goals import ActionStep, Smart
from assessor.operations.strategic_plan.levels import GROUP_LABELS, ConfidenceLevel
from assessor.operations.strategic_plan.listening import Coverage
from assessor.operations.strategic_plan.measures import Measure
from assessor.operations.strategic_plan.wording import lower_first
from assessor.operations.strategic_plan.year import MeetingDays
from assessor.report import chapters, levels, words
from assessor.report.brief_pages import brief_quotes
from assessor.terms import Group, Practice, ValueState

_FEW_READINGS = 3


def focus_groups(row: Coverage) -> str:
    """2 groups, 15"""
    if row.focus_groups is None:
        return "–"
    groups = words.counted(row.focus_groups, "group")
    return groups if row.seats is None else f"{groups}, {row.seats}"


def survey_source(item: SurveyItem) -> str:
    """The source line under a survey figure: item, wave, who had no opinion, what is not labeled."""
    first = f"Survey item {item.code}{f', {item.wave}' if item.wave else ''}."
    unsure = [
        f"{answers.dont_know}% of {_in_source_line(answers.group)}"
        for answers in item.answers
        if answers.shares and answers.dont_know
    ]
    left_out = f"“Don’t know” left out of the base: {', '.join(unsure)}." if unsure else ""
    labels = "Bars are labeled from 9%." if any(answers.shares for answers in item.answers) else ""
    return words.bound(words.sentences((first, left_out, item.note, labels)))


def _in_source_line(group: Group) -> str:
    return "staff" if group is Group.TCH else GROUP_LABELS[group].lower()


def smart_reasons(smart: Smart | None) -> list[tuple[str, str]]:
    """The reasons that were written, each with its name."""
    if smart is None:
        return []
    named = (
        ("Specific", smart.specific),
        ("Measured", smart.measured),
        ("Achievable", smart.achievable),
        ("Relevant", smart.relevant),
        ("Timed", smart.timed),
    )
    return [(name, text) for name, text in named if text]


def due(action: ActionStep) -> str:
    """When an action is due: its words, else its day."""
    return action.due or (words.short_date(action.due_on) if action.due_on else "–")


def other_parts(action: ActionStep) -> str:
    """Who else does, is asked, is told."""
    parts = (("Does", action.does), ("Is asked", action.asked), ("Is told", action.told))
    return words.sentences(f"{name}: {lower_first(who)}" for name, who in parts if who)


def milestones(texts: Sequence[str]) -> str:
    """On the way: draft 1 by December 11; public comment closed by April 9."""
    said = "; ".join(lower_first(text.removesuffix(".")) for text in texts)
    return f"On the way: {said}."


def few_readings(measure: Measure) -> str:
    """Says that a figure rests on three readings or fewer; of more it says nothing."""
    readings = sum(value.state in (ValueState.VALUE, ValueState.ZERO) for value in measure.values)
    few = words.number_word(readings)
    return f", {few} reading{'' if readings == 1 else 's'}" if 1 <= readings <= _FEW_READINGS else ""


def hours(length: Decimal | None) -> str:
    """2 h"""
    return "–" if length is None else f"{words.plain_number(length)}{words.NO_BREAK}h"


def month_cells(meeting: MeetingDays, months: Sequence[date]) -> list[tuple[int, ...]]:
    """A meeting's days for each month of the calendar, empty where none are given."""
    return [meeting.days[place] if place < len(meeting.days) else () for place in range(len(months))]


def groups_in(tables: Sequence[ItemTable]) -> list[Group]:
    """The groups that were asked any item of these tables, in the usual order: one set of columns for all."""
    answered = {result.group for table in tables for item in table.items for result in item.results}
    return [group for group in Group if group in answered]


def results_for(item: ItemResults, groups: Sequence[Group]) -> list[GroupResult | None]:
    """The item's results in the order of these groups; None where a group was not asked."""
    by_group = {result.group: result for result in item.results}
    return [by_group.get(group) for group in groups]


def result_words(result: GroupResult | None) -> str:
    """46% (9%)"""
    if result is None:
        return "–"
    if result.favorable is None:
        return "Hidden"
    unsure = "" if result.dont_know is None else f" ({result.dont_know}%)"
    return f"{result.favorable}%{unsure}"


def practice_word(practice: Practice | None) -> str:
    """How paper and practice compare."""
    return "–" if practice is None else levels.PRACTICE_WORDS[practice]


def rubric_level(level: int | None) -> str:
    """1, named only"""
    return "does not apply" if level is None else levels.RUBRIC_WORDS[level]


def confidence_mark(level: ConfidenceLevel) -> str:
    """The shape of a confidence level."""
    return levels.CONFIDENCE_MARKS[level]


FILTERS: Mapping[str, Callable[..., object]] = {
    "action_status": levels.action_status,
    "anchor": words.anchor,
    "bound": words.bound,
    "brief_quotes": brief_quotes,
    "confidence_mark": confidence_mark,
    "confidence_meaning": levels.CONFIDENCE_MEANINGS.__getitem__,
    "count": words.count,
    "counted": words.counted,
    "due": due,
    "few_readings": few_readings,
    "figure": words.figure_markup,
    "finding_anchor": chapters.finding_anchor,
    "focus_groups": focus_groups,
    "goal_name": chapters.goal_name,
    "goal_number": chapters.goal_number,
    "group_label": GROUP_LABELS.__getitem__,
    "group_short": levels.GROUP_SHORT_LABELS.__getitem__,
    "groups_in": groups_in,
    "heading": words.heading,
    "health_class": levels.HEALTH_CLASSES.__getitem__,
    "health_mark": levels.HEALTH_MARKS.__getitem__,
    "health_word": levels.HEALTH_WORDS.__getitem__,
    "hours": hours,
    "is_tall": levels.is_tall,
    "kicker": chapters.finding_kicker,
    "level_mark": levels.LEVEL_MARKS.__getitem__,
    "level_word": levels.level_word,
    "linked": words.linked,
    "lower_first": lower_first,
    "measure_word": levels.MEASURE_WORDS.__getitem__,
    "milestones": milestones,
    "month_cells": month_cells,
    "month_short": words.month_short,
    "month_year": words.month_year,
    "month_span": words.month_span,
    "one_line": words.one_line,
    "other_parts": other_parts,
    "part_class": lambda part: levels.PART_CLASSES.get(part, ""),
    "part_word": levels.PART_WORDS.__getitem__,
    "practice_sentence": levels.PRACTICE_SENTENCES.__getitem__,
    "practice_word": practice_word,
    "quadrant_word": levels.QUADRANT_WORDS.__getitem__,
    "raised_in_words": levels.raised_in_words,
    "raised_mark": levels.RAISED_MARKS.__getitem__,
    "raised_word": levels.RAISED_WORDS.__getitem__,
    "rating_words": levels.rating_words,
    "reasons": smart_reasons,
    "result_words": result_words,
    "results_for": results_for,
    "rubric_level": rubric_level,
    "sentences": words.sentences,
    "short_date": words.short_date,
    "stressed": words.stressed,
    "support_word": levels.SUPPORT_WORDS.__getitem__,
    "survey_source": survey_source,
    "us_date": words.us_date,
    "w3c": words.w3c,
    "weight_words": levels.CONFIDENCE_WEIGHTS.__getitem__,
    "who_raised_it": levels.who_raised_it,
    "words": words.number_word,
}
