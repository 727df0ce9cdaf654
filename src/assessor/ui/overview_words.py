"""The words of the overview: how far a stage is, what is due, and what a loose end is, each in a line."""

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from assessor.operations.dues import Due, DueKind
from assessor.operations.stages import (
    AssessStage,
    EvaluateStage,
    IdentifyStage,
    ImplementStage,
    PlanStage,
    Stages,
)
from assessor.terms import Group

_DAYS_NAMED = 6


def tr(text: str) -> str:
    """A text of the overview in the person's language."""
    return QCoreApplication.translate("overview", text)


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun."""
    return f"{number:,} {one if number == 1 else many}"


def stage_lines(stages: Stages) -> dict[str, tuple[str, str]]:
    """Two short lines a stage."""
    return {
        "assess": _assess(stages.assess),
        "identify": _identify(stages.identify),
        "plan": _plan(stages.plan),
        "implement": _implement(stages.implement),
        "evaluate": _evaluate(stages.evaluate),
    }


def _assess(stage: AssessStage) -> tuple[str, str]:
    if not stage.planned:
        return tr("Not started"), tr("Nothing planned yet")
    first = tr("{done} of {planned} steps").format(done=stage.done, planned=stage.planned)
    still = stage.planned - stage.done
    if not still:
        return first, tr("All heard and read")
    second = tr("{still} open").format(still=still)
    return first, f"{second}, {tr('{late} overdue').format(late=stage.overdue)}" if stage.overdue else second


def _identify(stage: IdentifyStage) -> tuple[str, str]:
    if not stage.findings:
        return tr("Not started"), tr("No finding yet")
    first = tr("{verified} of {all} verified").format(verified=stage.verified, all=stage.findings)
    if not stage.need_source:
        return first, tr("All rest on two sources")
    one, many = tr("needs a 2nd source"), tr("need a 2nd source")
    return first, counted(stage.need_source, one, many)


def _plan(stage: PlanStage) -> tuple[str, str]:
    if not stage.goals:
        return tr("Not started"), tr("No goal yet")
    first = tr("{sound} of {all} goals sound").format(sound=stage.sound, all=stage.goals)
    if stage.unowned:
        return first, counted(stage.unowned, tr("action lacks an owner"), tr("actions lack an owner"))
    return first, tr("All actions have owners")


def _implement(stage: ImplementStage) -> tuple[str, str]:
    if not stage.actions:
        return tr("Not started"), tr("No action yet")
    if stage.done:
        first = tr("{done} of {all} actions done").format(done=stage.done, all=stage.actions)
    else:
        first = tr("{begun} of {all} actions begun").format(begun=stage.begun, all=stage.actions)
    if stage.blocked:
        return first, tr("{blocked} blocked").format(blocked=stage.blocked)
    if stage.meets_next:
        return first, tr("Meeting on {day}").format(day=day_of(stage.meets_next))
    return first, tr("No meeting is booked")


def _evaluate(stage: EvaluateStage) -> tuple[str, str]:
    first = counted(stage.reviews, tr("review held"), tr("reviews held")) if stage.reviews else ""
    if not stage.measures:
        return first or tr("Not started"), tr("No measure yet")
    known = tr("{known} of {all} baselines known")
    return first or tr("Not started"), known.format(known=stage.baselines, all=stage.measures)


def day_of(day: date) -> str:
    """A day without its year: "Nov 12"."""
    return f"{day:%b} {day.day}"


def long_day(day: date) -> str:
    """A day in full: "Thursday, November 12"."""
    return f"{day:%A, %B} {day.day}"


def near_day(day: date, today: date) -> str:
    """A day as near as it is: "Today", "Fri", "Nov 30", "Mar 3, 2027"."""
    ahead = (day - today).days
    if ahead == 0:
        return tr("Today")
    if abs(ahead) <= _DAYS_NAMED:
        return f"{day:%a}"
    return day_of(day) if day.year == today.year else f"{day_of(day)}, {day.year}"


def near_moment(moment: datetime, today: date) -> str:
    """A moment that has passed: its time today, else its day."""
    local = moment.astimezone()
    return f"{local:%H:%M}" if local.date() == today else near_day(local.date(), today)


def method_name(method: str) -> str:
    """A method of hearing people, in the singular."""
    return {
        "survey": tr("Survey"),
        "interview": tr("Interview"),
        "focus_group": tr("Focus group"),
        "observation": tr("Observation"),
        "joint_session": tr("Joint session"),
    }[method]


def due_title(due: Due) -> str:
    """What is due."""
    if due.title:
        return due.title
    group = due.group.label.lower() if due.group and due.group is not Group.SRO else _label(due.group)
    return ", ".join(part for part in (method_name(due.method), group, due.site) if part)


def due_note(due: Due) -> str:
    """What one must know of it."""
    if due.kind is DueKind.SITTING:
        return " · ".join(_sitting_notes(due))
    if due.kind is DueKind.CONTACT:
        return tr("{done} of {planned} heard").format(done=due.done, planned=due.planned)
    kind = {
        DueKind.MEETING: tr("Meeting"),
        DueKind.TRAINING: tr("Training"),
        DueKind.ACTION: tr("Action"),
        DueKind.REVIEW: tr("Next review"),
        DueKind.CONCERN: tr("Tell someone of the concern set apart"),
    }[due.kind]
    owner = due.owner or (tr("no owner yet") if due.kind is DueKind.ACTION else "")
    return " · ".join(part for part in (kind, owner, due.site) if part)


def _sitting_notes(due: Due) -> list[str]:
    notes = [method_name(due.method)] if due.title else []
    if due.seats:
        notes.append(counted(due.seats, tr("seat"), tr("seats")))
        if due.taking_part < due.seats:
            agreed = tr("{agreed} of {seats} consents in")
            notes.append(agreed.format(agreed=due.taking_part, seats=due.seats))
    else:
        notes.append(tr("nobody seated yet"))
    notes.append(tr("guide is ready") if due.has_guide else tr("no guide chosen"))
    return notes


def _label(group: Group | None) -> str:
    return group.label if group else ""


def late_by(due: Due, today: date) -> str:
    """How late it is."""
    return counted(due.days_late(today), tr("day"), tr("days"))


def loose_end(rule: str) -> tuple[str, str]:
    """What breaks a rule of the golden thread, and its icon."""
    return {
        "G1": (tr("Finding that rests on too little"), "paperclip"),
        "G2": (tr("Finding that hears one group only"), "users"),
        "G3": (tr("Evidence against not weighed"), "scale"),
        "G4": (tr("Quote cited but not cleared"), "quote"),
        "G5": (tr("Goal that answers no finding"), "link-2"),
        "G6": (tr("High-priority finding without a goal"), "lightbulb"),
        "G7": (tr("Goal without an objective"), "goal"),
        "G8": (tr("Objective that is not complete"), "target"),
        "G9": (tr("Action without an owner or dates"), "list-checks"),
        "G10": (tr("Measure that is not complete"), "chart-line"),
        "G11": (tr("Part of the plan without a tie"), "link-2"),
        "G12": (tr("Evidence that changed since"), "refresh-cw"),
        "G13": (tr("Word of quantity against the count"), "message-square"),
        "G14": (tr("Status changed without a note"), "pencil"),
        "G15": (tr("Area without a strength"), "circle-check"),
        "G16": (tr("Promise no measure can show"), "flag"),
        "debrief": (tr("Session without its debrief"), "clock"),
        "G17": (tr("Date on a day the school is closed"), "calendar"),
        "G18": (tr("Someone of the roster is named"), "lock"),
    }.get(rule, (rule, "circle-alert"))
