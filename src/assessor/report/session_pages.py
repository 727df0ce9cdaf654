"""Lay out: the record of a sitting as HTML; words and times as they stand on paper."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from assessor.operations.session_records import RecordLine, RecordPart, RecordSeat, RecordTally, SessionRecord
from assessor.operations.strategic_plan.levels import GROUP_LABELS
from assessor.report.templates import open_templates
from assessor.report.words import counted, listed, short_date, upper_first
from assessor.terms import Fidelity, RemarkKind, SittingKind

KIND_WORDS = {
    SittingKind.INTERVIEW: "Interview",
    SittingKind.FOCUS_GROUP: "Focus group",
    SittingKind.JOINT_SESSION: "Joint session",
    SittingKind.OBSERVATION: "Observation",
}
_ASIDE_WORDS = {
    RemarkKind.OBSERVER: "Observer",
    RemarkKind.NONVERBAL: "Seen or heard",
    RemarkKind.TALLY: "Count of hands",
    RemarkKind.PARKED: "Ask at the end",
}
_FIDELITY_WORDS = {
    Fidelity.VERBATIM: "Word for word",
    Fidelity.NEAR: "Nearly",
    Fidelity.PARAPHRASE: "",
}
_MOST_CELLS = 12  # people whose cells stand beside the sentence
_MOST_CHIPS = 3  # speakers that fit beside the time
_MINUTE = 60
_INNER_QUOTES = str.maketrans("“”", "‘’")


def lay_out_record(record: SessionRecord) -> str:
    """The record of a sitting as one HTML page."""
    environment = open_templates("session_record")
    environment.filters.update(_FILTERS)
    name = " ".join(part for part in (record.code, record.title) if part)
    return environment.get_template("record.html").render(
        record=record,
        name=name,
        foot=" · ".join(part for part in (record.client, f"Session record {record.code}".strip()) if part),
        kicker=" · ".join(part for part in (KIND_WORDS[record.kind], record.code) if part),
        facts=_facts(record),
        particulars=[(name, words) for name, words in _particulars(record) if words],
        most_chips=_MOST_CHIPS,
    )


def _facts(record: SessionRecord) -> list[tuple[str, str]]:
    began, ended = clock(record.started_at), clock(record.ended_at) if record.ended_at else ""
    lines = sum(len(part.lines) for part in record.parts)
    facts = [
        (short_date(record.started_at.astimezone().date()), "Held on"),
        (f"{began}–{ended}" if ended else began, counted(record.minutes, "minute")),
        (str(lines), "line noted" if lines == 1 else "lines noted"),
    ]
    if record.seats and record.kind is not SittingKind.OBSERVATION:
        seated = len(record.seats)
        facts.insert(2, (str(seated), f"seated, {record.present_at_end} at the end"))
    facts.append(("Yes" if record.is_recorded else "No", "Recorded"))
    return facts


def _particulars(record: SessionRecord) -> list[tuple[str, str]]:
    return [
        ("Group", GROUP_LABELS[record.group] if record.group else ""),
        ("Site", record.site),
        ("Guide", record.guide),
        ("Facilitator", record.facilitator),
        ("Note-taker", record.note_taker),
        ("Consent", _consent(record.seats)),
        (
            "Not seen" if record.kind is SittingKind.OBSERVATION else "Not asked",
            listed(record.not_asked) if record.not_asked else "",
        ),
    ]


def _consent(seats: Sequence[RecordSeat]) -> str:
    """What those seated agreed to, in one sentence."""
    if not seats:
        return ""
    quoted, recorded = sum(seat.may_be_quoted for seat in seats), sum(seat.may_be_recorded for seat in seats)
    words = f"{_of(quoted, len(seats))} may be quoted; {_of(recorded, len(seats))} agreed to a recording."
    return upper_first(words)


def _of(count: int, all_: int) -> str:
    return "all" if count == all_ else "nobody" if not count else f"{count} of {all_}"


def clock(moment: datetime) -> str:
    """10:06, where the program runs"""
    return moment.astimezone().strftime("%H:%M")


def exact_clock(moment: datetime) -> str:
    """10:06:04"""
    return moment.astimezone().strftime("%H:%M:%S")


def minutes_used(part: RecordPart) -> str:
    """From when on a question was asked, and how long of its planned minutes."""
    since = f"from {clock(part.began_at)}"
    if part.is_again:
        return f"taken up again at {clock(part.began_at)}"
    if part.used is None:
        return since
    used = counted(part.used, "minute") if part.used else "less than a minute"
    return f"{since}, {used} of {part.planned} planned" if part.planned else f"{since}, {used}"


def part_heading(part: RecordPart) -> str:
    """T2 · Whom to call"""
    return " · ".join(word for word in (part.code, part.title) if word) or "Outside the guide"


def fidelity_words(line: RecordLine) -> str:
    """What kind of line it is, or how close its words are to those spoken."""
    if line.kind is not RemarkKind.SAID:
        return _ASIDE_WORDS.get(line.kind, "")
    if line.is_unfinished:
        return "To be finished"
    return line.behavior or (_FIDELITY_WORDS[line.fidelity] if line.is_said else "")


def printed_text(line: RecordLine) -> str:
    """The words; in quotation marks only where they were noted word for word."""
    if not line.is_said or line.fidelity is not Fidelity.VERBATIM or line.text.startswith("“"):
        return upper_first(line.text)
    return f"“{line.text.translate(_INNER_QUOTES)}”"


def line_class(line: RecordLine) -> str:
    """How a line is set: said, meant, observer, aside; and whether it is still open."""
    if line.kind is RemarkKind.SAID:
        kind = "said" if line.is_said else "meant"
    else:
        kind = "observer" if line.kind is RemarkKind.OBSERVER else "aside"
    return f"{kind} open" if line.is_unfinished else kind


def tally_words(tally: RecordTally) -> tuple[str, str]:
    """6 of 8 agree, and the rest of the sentence"""
    between = f", {len(tally.neutral)} neutral" if tally.neutral else ""
    dissent = f", {tally.dissent} {'dissents' if tally.dissent == 1 else 'dissent'}"
    rest = f"{dissent}{between}, {tally.silent} silent"
    return f"{tally.agree} of {tally.present} agree", rest


def tally_cells(tally: RecordTally) -> list[str]:
    """A cell for each person present, where they fit beside the sentence."""
    cells = (
        ["agrees"] * tally.agree
        + ["dissents"] * tally.dissent
        + ["silent"] * (len(tally.neutral) + tally.silent)
    )
    return cells if len(cells) <= _MOST_CELLS else []


def off_words(line: RecordLine) -> str:
    """Off the record for 1 min 40 s. Nothing was kept."""
    if line.seconds is None:
        return "Off the record. Nothing was kept."
    minutes, seconds = divmod(line.seconds, _MINUTE)
    spent = [f"{minutes} min"] if minutes else []
    spent += [f"{seconds} s"] if seconds or not minutes else []
    return f"Off the record for {' '.join(spent)}. Nothing was kept."


def presence_words(seat: RecordSeat) -> str:
    """When someone came late or left early."""
    came = f"from {clock(seat.came_at)}" if seat.came_at else ""
    left = f"until {clock(seat.left_at)}" if seat.left_at else ""
    return " ".join(word for word in (came, left) if word) or "throughout"


_FILTERS: Mapping[str, Callable[..., object]] = {
    "clock": exact_clock,
    "fidelity_words": fidelity_words,
    "line_class": line_class,
    "minutes_used": minutes_used,
    "off_words": off_words,
    "part_heading": part_heading,
    "presence": presence_words,
    "printed_text": printed_text,
    "tally_cells": tally_cells,
    "tally_words": tally_words,
}
