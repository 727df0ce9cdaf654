"""Words of coverage: what a cell says, how many are still to be heard, and what is missing in a sentence."""

from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from assessor.operations.coverage_cells import SURVEY, CoverageCell
from assessor.operations.coverage_gaps import Missing, Urgency
from assessor.operations.saturations import Saturation, SaturationState
from assessor.terms import Group

PEOPLE = "people"
"""The column beside the methods: how many different people were heard."""

_METHODS = {
    "survey": QT_TRANSLATE_NOOP("coverages", "Survey"),
    "interview": QT_TRANSLATE_NOOP("coverages", "Interviews"),
    "focus_group": QT_TRANSLATE_NOOP("coverages", "Focus groups"),
    "observation": QT_TRANSLATE_NOOP("coverages", "Observation"),
    "joint_session": QT_TRANSLATE_NOOP("coverages", "Joint session"),
    PEOPLE: QT_TRANSLATE_NOOP("coverages", "People heard"),
}
_SHORT = {
    "focus_group": QT_TRANSLATE_NOOP("coverages", "Groups"),
    "observation": QT_TRANSLATE_NOOP("coverages", "Observed"),
    "joint_session": QT_TRANSLATE_NOOP("coverages", "Joint"),
    PEOPLE: QT_TRANSLATE_NOOP("coverages", "Heard"),
}
_ONE = {
    Group.SRO: QT_TRANSLATE_NOOP("coverages", "SRO"),
    Group.ADM: QT_TRANSLATE_NOOP("coverages", "administrator"),
    Group.TCH: QT_TRANSLATE_NOOP("coverages", "teacher"),
    Group.STU: QT_TRANSLATE_NOOP("coverages", "student"),
    Group.PAR: QT_TRANSLATE_NOOP("coverages", "parent"),
    Group.PRT: QT_TRANSLATE_NOOP("coverages", "partner"),
    Group.SUP: QT_TRANSLATE_NOOP("coverages", "supervisor"),
}
_SESSIONS = {
    "interview": (
        QT_TRANSLATE_NOOP("coverages", "{one} interview"),
        QT_TRANSLATE_NOOP("coverages", "{one} interviews"),
    ),
    "focus_group": (
        QT_TRANSLATE_NOOP("coverages", "{one} group"),
        QT_TRANSLATE_NOOP("coverages", "{one} groups"),
    ),
    "observation": (
        QT_TRANSLATE_NOOP("coverages", "{one} observation"),
        QT_TRANSLATE_NOOP("coverages", "{one} observations"),
    ),
    "joint_session": (
        QT_TRANSLATE_NOOP("coverages", "{one} joint session"),
        QT_TRANSLATE_NOOP("coverages", "{one} joint sessions"),
    ),
}
_URGENCIES = {
    Urgency.OVERDUE: QT_TRANSLATE_NOOP("coverages", "Overdue"),
    Urgency.UNSCHEDULED: QT_TRANSLATE_NOOP("coverages", "Not in the calendar"),
    Urgency.SCHEDULED: QT_TRANSLATE_NOOP("coverages", "Under way or in the calendar"),
    Urgency.UNANSWERED: QT_TRANSLATE_NOOP("coverages", "Questions without an answer"),
    Urgency.UNPLANNED: QT_TRANSLATE_NOOP("coverages", "Never planned"),
}


def tr(text: object) -> str:
    """A text of coverage in the person's language."""
    return QCoreApplication.translate("coverages", str(text))


def method_word(method: str) -> str:
    """What a column is called."""
    return tr(_METHODS[method])


def short_word(method: str) -> str:
    """The same where there is little room."""
    return tr(_SHORT.get(method, _METHODS[method]))


def group_word(group: Group) -> str:
    """What a group is called."""
    return QCoreApplication.translate("groups", group.label)


def inside(group: Group) -> str:
    """What a group is called within a sentence."""
    word = group_word(group)
    return word if group is Group.SRO else word[:1].lower() + word[1:]


def urgency_word(urgency: Urgency) -> str:
    """The heading over what is as urgent."""
    return tr(_URGENCIES[urgency])


def day_word(day: date, today: date) -> str:
    """A day within a sentence: "Nov 20", or with its year."""
    return f"{day:%b} {day.day}" if day.year == today.year else f"{day:%b} {day.day}, {day.year}"


def sessions_word(group: Group, method: str, count: int) -> str:
    """So many sessions of a group: "student group", "SRO interviews"."""
    return tr(_SESSIONS[method][count != 1]).format(one=tr(_ONE[group]))


def hidden_word(cell: CoverageCell) -> str:
    """What stands in a hatched cell: "n < 5", or that it is hidden for the sake of another."""
    return cell.hidden if not cell.hidden or cell.hidden.startswith("n <") else tr("hidden")


def hidden_reason(cell: CoverageCell) -> str:
    """Why the number of a cell is not shown."""
    if cell.hidden.startswith("n <"):
        return tr("Too few answered to show how many: single people could be told.")
    if cell.hidden:
        return tr("Hidden so that a smaller site cannot be worked out from the total.")
    return tr("These answers do not say at which site they were given.") if cell.done is None else ""


def figures(cell: CoverageCell) -> tuple[str, str]:
    """What stands in a cell: the figure, and of how many."""
    if cell.hidden:
        return "", ""
    if cell.done is None:
        return (tr("not by site"), "") if not cell.planned else ("?", _of(cell.planned))
    if not cell.planned and not cell.done:
        return "–", ""
    return f"{cell.done:,}", _of(cell.planned)


def _of(planned: int) -> str:
    return tr(" of {planned}").format(planned=f"{planned:,}") if planned else ""


def spoken(cell: CoverageCell, site: str) -> str:
    """A cell in words."""
    place = f", {site}" if site else ""
    name = f"{group_word(cell.group)}, {method_word(cell.method).lower()}{place}"
    if cell.hidden:
        return f"{name}: {hidden_word(cell)}. {hidden_reason(cell)}"
    if cell.done is None:
        return tr("{name}: not known by site").format(name=name)
    if not cell.is_used:
        return tr("{name}: not planned").format(name=name)
    late = tr(", past its planned date") if cell.is_overdue else ""
    return f"{name}: {''.join(figures(cell))}{late}"


def state_words(cell: CoverageCell, today: date) -> str:
    """What is still to be done for a cell, by when, and what is in the calendar."""
    if cell.done is None or (not cell.planned and not cell.done):
        return ""
    if not cell.missing:
        return tr("The survey is closed.") if cell.is_closed else tr("All that was planned is done.")
    parts = [tr("{count} still to come").format(count=f"{cell.missing:,}")]
    if cell.due_on:
        words = tr("was due {day}") if cell.due_on < today else tr("due {day}")
        parts.append(words.format(day=day_word(cell.due_on, today)))
    if cell.method != SURVEY:
        parts.append(
            tr("next on {day}").format(day=day_word(cell.next_on, today))
            if cell.next_on
            else tr("none in the calendar")
        )
    return ", ".join(parts) + "."


def missing_sentence(missing: Missing, today: date) -> str:
    """One thing that is missing: "No student group at North High yet: planned 1, due Nov 20"."""
    if missing.question:
        return _question_sentence(missing)
    if missing.urgency is Urgency.UNPLANNED:
        return tr("Nobody plans to hear {group}").format(group=inside(missing.group))
    words = _survey_words(missing) if missing.method == SURVEY else _sitting_words(missing)
    if missing.due_on is None:
        return words
    is_past = missing.due_on < today
    due = (tr("was due {day}") if is_past else tr("due {day}")).format(day=day_word(missing.due_on, today))
    return f"{words}: {due}" if missing.done and not missing.is_rest else f"{words}, {due}"


def _sitting_words(missing: Missing) -> str:
    place = tr(" at {site}").format(site=missing.site) if missing.site else ""
    if missing.is_rest:
        more = sessions_word(missing.group, missing.method, missing.missing)
        words = tr("{missing} more {sessions} besides those of the sites: planned {planned} in all")
        return words.format(missing=missing.missing, sessions=more, planned=missing.planned)
    if not missing.done:
        one = sessions_word(missing.group, missing.method, 1)
        words = tr("No {session}{place} yet: planned {planned}")
        return words.format(session=one, place=place, planned=missing.planned)
    many = sessions_word(missing.group, missing.method, missing.planned)
    words = tr("{done} of {planned} {sessions}{place} held, {missing} to go")
    return words.format(
        done=missing.done, planned=missing.planned, sessions=many, place=place, missing=missing.missing
    )


def _survey_words(missing: Missing) -> str:
    place = tr(" at {site}").format(site=missing.site) if missing.site else ""
    words = tr("{done} of {planned} {group}{place} have answered the survey")
    return words.format(
        done=f"{missing.done or 0:,}",
        planned=f"{missing.planned:,}",
        group=inside(missing.group),
        place=place,
    )


def _question_sentence(missing: Missing) -> str:
    words = (
        tr("{group} were asked {code}, {title}, but no answer is noted")
        if missing.asked
        else tr("{group} were not asked {code}, {title}")
    )
    return words.format(group=group_word(missing.group), code=missing.question, title=missing.question_title)


def missing_way(missing: Missing, today: date) -> str:
    """What comes next for what is missing."""
    if missing.question:
        held = tr("In 1 session") if missing.sessions == 1 else tr("In {count} sessions")
        words = held.format(count=missing.sessions)
        if missing.next_on:
            words += tr("; it can be asked on {day}").format(day=day_word(missing.next_on, today))
        return words
    if missing.urgency is Urgency.UNPLANNED:
        return tr("Plan interviews or groups, or leave them out on purpose")
    if missing.method == SURVEY:
        return tr("The survey is under way") if missing.place == "surveys" else tr("No survey asks them yet")
    if missing.next_on:
        return tr("Next on {day}").format(day=day_word(missing.next_on, today))
    return tr("Planned without a day") if missing.is_undated else tr("Nothing is in the calendar")


def saturation_words(saturation: Saturation) -> str:
    """What the codes given so far say, never more than they can."""
    left = saturation.uncoded
    match saturation.state:
        case SaturationState.NOTHING:
            return tr("Nothing said yet.")
        case SaturationState.NOT_CODED:
            return tr("Not coded yet: give codes to remarks to see what each session brings.")
        case SaturationState.SATURATED:
            return tr("No new codes in the last 2 sessions: another may bring little.")
        case SaturationState.QUIET_SO_FAR:
            words = tr("No new codes in the last 2 sessions so far; {left} of {all} remarks are not coded.")
            return words.format(left=left, all=saturation.remarks)
    if len(saturation.sessions) < 3:
        words = tr("Too few sessions to tell; {left} of {all} remarks are not coded.")
        return words.format(left=left, all=saturation.remarks)
    if not saturation.sessions[-1].is_coded:
        return tr("The last session is not coded yet.")
    return tr("The last sessions still brought new codes.")
