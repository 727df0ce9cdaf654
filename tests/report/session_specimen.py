"""Records of sessions the pages are tested with: one with everything, one with little, one with too much."""

from datetime import UTC, datetime, timedelta

from assessor.operations.session_records import RecordLine, RecordPart, RecordSeat, RecordTally, SessionRecord
from assessor.terms import Fidelity, Group, RemarkKind, SittingKind

_TEN = datetime(2026, 11, 12, 10, tzinfo=UTC)


def line(
    minute: float,
    text: str,
    *who: str,
    kind: RemarkKind = RemarkKind.SAID,
    fidelity: Fidelity = Fidelity.PARAPHRASE,
    tally: RecordTally | None = None,
    is_unfinished: bool = False,
    seconds: int | None = None,
) -> RecordLine:
    """A line so many minutes after ten."""
    return RecordLine(
        at=_TEN + timedelta(minutes=minute),
        who=who,
        is_unknown=kind is RemarkKind.SAID and not who,
        kind=kind,
        fidelity=fidelity,
        text=text,
        is_said=fidelity is not Fidelity.PARAPHRASE,
        is_unfinished=is_unfinished,
        behavior="",
        tally=tally,
        seconds=seconds,
    )


def full_record() -> SessionRecord:
    """A focus group in which everything happened that a line can tell."""
    verbatim, near = Fidelity.VERBATIM, Fidelity.NEAR
    tally = RecordTally(6, 1, 1, 8, ("P1", "P3", "P4", "P5", "P7", "P8"), ("P6",))
    crowd = RecordTally(14, 2, 4, 20, (), ())
    first = (
        line(1, "Met her at the gate.", "P1"),
        line(3, "Nobody showed us a list. It says “use judgment.”", "P3", fidelity=verbatim, tally=tally),
        line(4, "It is in the binder.", "P6", fidelity=near),
        line(5, "With the radio you always…", "P8", fidelity=near, is_unfinished=True),
        line(6, "P2 looks at P6 and says nothing.", kind=RemarkKind.OBSERVER),
        line(7, "nod", "P1", "P2", "P3", "P4", "P5", kind=RemarkKind.NONVERBAL),
        line(8, "", kind=RemarkKind.OFF_RECORD, seconds=100),
        line(10, "Who keeps the binder?", kind=RemarkKind.PARKED),
        line(11, "Somebody laughs.", tally=crowd),
    )
    return SessionRecord(
        code="TCH-FG2",
        title="Teachers, Ridge Middle",
        client="Larkfield Unified",
        kind=SittingKind.FOCUS_GROUP,
        group=Group.TCH,
        site="Ridge Middle",
        guide="Focus group: teachers and staff",
        facilitator="Lead consultant",
        note_taker="Second consultant",
        is_recorded=False,
        started_at=_TEN,
        ended_at=_TEN + timedelta(hours=1),
        minutes=60,
        seats=tuple(_seat(number) for number in range(1, 10)),
        present_at_end=8,
        parts=(
            RecordPart("T1", "Last contact", "When did you last …?", False, _TEN, 10, 6, first),
            RecordPart("T2", "Whom to call", "How do you decide?", False, _TEN, 0, 9, first[:2]),
            RecordPart("T1", "Last contact", "When did you last …?", True, _TEN, None, 6, first[:1]),
            RecordPart("", "", "", False, _TEN, None, 0, first[:1]),
        ),
        not_asked=("T8", "T9"),
        debrief=(("Themes", "Nobody owns the list.\nThe radio makes it bigger."), ("Surprises", "None.")),
        identifier="full",
        made_at=_TEN,
    )


def _seat(number: int) -> RecordSeat:
    came = _TEN + timedelta(minutes=5) if number == 2 else None
    left = _TEN + timedelta(minutes=20) if number == 9 else None
    return RecordSeat(
        f"P{number}", f"TCH-{number:02}", Group.TCH, number != 2, may_be_recorded=False, came_at=came,
        left_at=left, remarks=number,
    )  # fmt: skip


def bare_record() -> SessionRecord:
    """An observation of one line."""
    return SessionRecord(
        code="",
        title="Lunch",
        client="",
        kind=SittingKind.OBSERVATION,
        group=None,
        site="",
        guide="",
        facilitator="",
        note_taker="",
        is_recorded=False,
        started_at=_TEN,
        ended_at=None,
        minutes=1,
        seats=(),
        present_at_end=0,
        parts=(RecordPart("", "", "", False, _TEN, None, 0, (line(1, "Sits with students.", "SRO-01"),)),),
        not_asked=(),
        debrief=(),
        identifier="bare",
        made_at=_TEN,
    )


def crowded_record() -> SessionRecord:
    """Six hundred lines, long ones among them, and words that look like markup."""
    words = "<script>alert(1)</script> {{ record }} {% include “x” %} " + "Unterrichtsstörung" * 12
    long = "What was said went on and on, and nobody stopped it. " * 60
    lines = tuple(
        line(
            number / 8, words if number % 200 == 7 else long if number % 250 == 9 else f"Line {number}.", "P1"
        )
        for number in range(600)
    )
    part = RecordPart("T1", "Last contact", "When?", False, _TEN, 75, 6, lines)
    return SessionRecord(**{**vars(full_record()), "parts": (part,), "identifier": "crowded"})
