"""What each section's template is told besides the plan: all that is counted, grouped or put in words."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from assessor.operations.strategic_plan import StrategicPlan
from assessor.operations.strategic_plan.agreements import Decisions, Protocol
from assessor.operations.strategic_plan.findings import Finding, Weights
from assessor.operations.strategic_plan.front import Front, History, TookPart
from assessor.operations.strategic_plan.goals import Goal
from assessor.operations.strategic_plan.levels import GROUP_LABELS
from assessor.operations.strategic_plan.measures import Measure, Measures
from assessor.operations.strategic_plan.wording import lower_first
from assessor.operations.strategic_plan.year import Year
from assessor.report import ladder_pages
from assessor.report.chapters import Chapter, list_chapters
from assessor.report.goal_pages import plan_goal
from assessor.report.protocol_pages import is_crowded
from assessor.report.words import listed, month_year, number_word, upper_first, us_date
from assessor.terms import Group, Part

Told = dict[str, object]
Panel = tuple[str, str | Sequence[str], bool]
Item = TypeVar("Item")

_FIRST_FINDINGS, _MORE_FINDINGS = 9, 28  # rows on the page of the figure, and on a page of their own
_LONG_TITLE, _LONGEST_TITLE = 22, 72  # characters of a line, and of all, beyond which a title is set smaller
_TITLE_LINES = 2
_IN_WORDS = 10  # up to here a number may begin a sentence
_ROOMY_CONTENTS = 17  # lines of the contents that fit one page with the adoption below them
_LONG_NOTE = 30  # characters, from which the notes of the decisions get more of the page
_WIDE_NOTES, _NARROW_NOTES = (20, 14, 6.6), (25, 14, 8.1)  # percent: decision, at least the note, an office
_ROOMY_DECISIONS = 13  # rows of the decisions that one page holds as usual


def pages_of(items: Sequence[Item], first: int, more: int) -> list[Sequence[Item]]:
    """A long list in parts: so many on the first page, so many on each after it."""
    rest = items[first:]
    return [items[:first], *(rest[start : start + more] for start in range(0, len(rest), more))]


def rows_of(items: Sequence[Item], width: int) -> list[Sequence[Item]]:
    """Items side by side, so many in a row."""
    return [items[start : start + width] for start in range(0, len(items), width)]


def marks(front: Front) -> str:
    """Draft 0.4 · Confidential; nothing once the plan is adopted."""
    if front.adopted_on:
        return ""
    draft = f"Draft {front.draft}" if front.draft else ""
    return " · ".join(mark for mark in (draft, "Confidential" if front.confidential else "") if mark)


def cover_status(front: Front) -> str:
    """The marks and the edition in words, because what stands in the margins is not read aloud."""
    if front.adopted_on:
        return f"Adopted by {front.adopting_body} on {us_date(front.adopted_on)}."
    body = front.adopting_body
    draft = f"Draft {front.draft}" if front.draft else "Draft"
    day = f", {us_date(front.presented_on)}" if front.presented_on else ""
    said = f"{draft} for {body}{day}."
    return f"{said} Confidential until {body.split(' of ')[0]} adopts it." if front.confidential else said


def who_took_part(front: Front, least: int = 10) -> str:
    """Officers (6) and administrators (14) at the center, then …

    Of the other groups those smaller than `least` are named without a count.
    """
    counts = {took.group: took for took in front.took_part if took.people}
    center = [_count_of(counts.pop(group)) for group in (Group.SRO, Group.ADM) if group in counts]
    around = [_count_of(took, least) for took in counts.values()]
    inner = f"{listed(center)} at the center" if center else ""
    outer = listed(around)
    said = f"{inner}, then {outer}" if inner and outer else inner or outer
    return f"{upper_first(said)}."


def _count_of(took: TookPart, least: int = 0) -> str:
    name = GROUP_LABELS[took.group].lower()
    return f"{name} ({took.people:,})" if took.people >= least else name


def tell(plan: StrategicPlan, chapter: Chapter) -> Told:
    """Everything a chapter's template is told besides the plan."""
    told: Mapping[str, Any] = chapter.told
    match chapter.template:
        case "cover.html":
            more = _tell_cover(plan.front, plan.privacy.smallest_group)
        case "contents.html":
            more = _tell_contents(plan)
        case "finding.html":
            more = _tell_finding(plan.findings.weights)
        case "priorities.html":
            more = _tell_priorities(told["findings"], plan.findings.weights)
        case "goal.html":
            more = _tell_goal(told["goal"])
        case "protocol.html":
            more = _tell_protocol(told["protocol"])
        case "ladder.html" | "decisions.html":
            more = _tell_agreements(plan, chapter.template)
        case "year.html":
            more = _tell_year(plan.year, plan.history)
        case "measures.html":
            more = _tell_measures(plan.measures)
        case _:
            more = {}
    return {**told, **more}


def _tell_cover(front: Front, smallest_group: int) -> Told:
    people = [took for took in front.took_part if took.people]
    return {
        "title_size": _title_size(front.title),
        "people": people,
        "who_took_part": who_took_part(front, smallest_group) if people else "",
        "status": cover_status(front),
    }


def _title_size(title: str) -> str:
    """The class of the cover's title: a usual one fits two lines, a long one is set smaller."""
    widest = max((len(line) for line in title.splitlines()), default=0)
    if widest <= _LONG_TITLE and len(title.splitlines()) <= _TITLE_LINES:
        return ""
    return "long" if len(title) <= _LONGEST_TITLE else "longest"


def _tell_contents(plan: StrategicPlan) -> Told:
    chapters = list_chapters(plan)
    is_long = len(chapters) > _ROOMY_CONTENTS
    signatures = plan.adoption.signatures
    offices = f"{number_word(len(signatures))} offices" if len(signatures) > 1 else "office"
    have = "have" if len(signatures) > 1 else "has"
    return {
        "parts": list(_entries(chapters, is_long).items()),
        "is_long": is_long,
        "findings": plan.findings.findings,
        "example_codes": _example_codes(plan),
        "adoption_text": plan.adoption.text
        or f"This plan takes effect when the {offices} below {have} signed it.",
    }


def _entries(chapters: Sequence[Chapter], is_long: bool) -> dict[str, list[list[Chapter]]]:
    """The lines of the contents by part; in a long one the protocols share a line."""
    parts: dict[str, list[list[Chapter]]] = {}
    for chapter in chapters:
        entries = parts.setdefault(chapter.part, [])
        if is_long and entries and chapter.template == entries[-1][-1].template == "protocol.html":
            entries[-1].append(chapter)
        else:
            entries.append([chapter])
    return parts


def _example_codes(plan: StrategicPlan) -> list[str]:
    codes = [finding.code for finding in plan.findings.findings[:1]]
    goals = [goal for goal in plan.goals if goal.code in _answering(plan)] or list(plan.goals)
    codes += [goal.code for goal in goals[:1]]
    codes += [action.code for goal in goals[:1] for action in goal.actions[:1]]
    return codes + [measure.code for measure in plan.measures.measures[:1]]


def _answering(plan: StrategicPlan) -> set[str]:
    return {code for finding in plan.findings.findings[:1] for code in finding.goals}


def _tell_finding(weights: Weights) -> Told:
    return {"weights": f"{weights.impact}, {weights.urgency}, {weights.prevalence}"}


def _tell_priorities(findings: Sequence[Finding], weights: Weights) -> Told:
    flags = sorted({f.priority.raised_by_flag for f in findings if f.priority.raised_by_flag})
    raised = f"* Raised to high by a {' or '.join(flags)} flag, whatever its score. " if flags else ""
    parts = f"{weights.impact} impact + {weights.urgency} urgency + {weights.prevalence} prevalence"
    score = f"Score = 20 × ({parts}) × confidence."
    return {"pages": pages_of(findings, _FIRST_FINDINGS, _MORE_FINDINGS), "footnote": raised + score}


def _tell_goal(goal: Goal) -> Told:
    watch = [("Watch beside it.", goal.watch_beside)] if goal.watch_beside else []
    risks = [
        ("Risk.", f"{risk.event} Response: {lower_first(risk.response)}" if risk.response else risk.event)
        for risk in goal.risks
    ]
    callouts = watch + risks
    return {"pages": plan_goal(goal, [f"{lead} {text}" for lead, text in callouts]), "callouts": callouts}


def _tell_protocol(protocol: Protocol) -> Told:
    panels: list[Panel] = [
        ("Never send", protocol.never_send, True),
        ("Back-up list", protocol.back_up, False),
        ("Owner and review", protocol.owner_and_review, False),
        ("Log", protocol.log, False),
    ]
    return {"panels": [panel for panel in panels if panel[1]], "is_close": is_crowded(protocol)}


def _tell_agreements(plan: StrategicPlan, template: str) -> Told:
    if template == "ladder.html":
        return {"is_crowded": plan.ladder is not None and ladder_pages.is_crowded(plan.ladder)}
    return _tell_decisions(plan.decisions) if plan.decisions else {}


def _tell_decisions(decisions: Decisions) -> Told:
    offices = len(decisions.offices)
    rows = [row for group in decisions.groups for row in group.decisions]
    has_long_notes = any(len(row.note) > _LONG_NOTE for row in rows)
    decision, least_note, widest = _WIDE_NOTES if has_long_notes else _NARROW_NOTES
    room = 100 - decision - least_note
    return {
        "joint": any(part is Part.DECIDES_JOINTLY for row in rows for part in row.parts),
        "decision_width": decision,
        "office_width": round(min(widest, room / max(offices, 1)), 2),
        "column_count": offices + 2,
        "is_close": len(rows) > _ROOMY_DECISIONS,
    }


def _tell_year(year: Year, history: History) -> Told:
    panels: list[Panel] = [
        ("We change the plan when", history.change_when, True),
        ("How a change is made", history.how_changed, False),
        ("Partners in the plan", "" if year.partners else year.partners_note, False),
    ]
    return {"panels": [panel for panel in panels if panel[1]]}


def _tell_measures(chapter: Measures) -> Told:
    measures = chapter.measures
    charted = [measure for measure in measures if measure.values]
    defined = [measure for measure in measures if measure.definition]
    if len(defined) == len(measures):
        counted = "the measures" if len(defined) > 1 else "the measure"
    else:
        counted = f"{number_word(len(defined))} of the measures"
    caption = chapter.caption or _span_of(charted)
    return {"run_rows": rows_of(charted, 3), "defined": defined,
            "counted_measures": counted, "caption": caption}  # fmt: skip


def _span_of(measures: Sequence[Measure]) -> str:
    periods = [value.period for measure in measures for value in measure.values]
    if not periods:
        return ""
    number = upper_first(number_word(len(measures))) if len(measures) <= _IN_WORDS else f"All {len(measures)}"
    return f"{number} measures by month, {month_year(min(periods))} to {month_year(max(periods))}."
