"""A focus group that was held, with its notes, and the screen of interviews and groups."""

from datetime import UTC, datetime, timedelta

from assessor.operations.participants import edit_participant
from assessor.operations.remarks import RemarkRow, list_remarks, note_remark
from assessor.operations.seats import seat_new_participants
from assessor.operations.sittings import add_sitting, begin_sitting, choose_guide, end_sitting, get_sitting
from assessor.store.engagement import Engagement
from assessor.terms import Fidelity, Group, SittingKind
from assessor.ui.assess.sittings.sittings import SittingsScreen
from assessor.ui.main_window import MainWindow

TEN = datetime(2026, 11, 12, 10, tzinfo=UTC)


def hold_group(engagement: Engagement) -> str:
    """A focus group held, with four teachers, of whom the first may be quoted, and three remarks."""
    sitting_id = add_sitting(engagement, SittingKind.FOCUS_GROUP, "Teachers, Ridge Middle", group=Group.TCH)
    choose_guide(engagement, sitting_id, "teachers_and_staff")
    seat_new_participants(engagement, sitting_id, Group.TCH, 4)
    begin_sitting(engagement, sitting_id, TEN)
    people = [seat.participant_id for seat in get_sitting(engagement, sitting_id).seats]
    edit_participant(engagement, people[0], may_be_quoted=True)
    note_remark(
        engagement, sitting_id, "Met her at the gate.", speakers=people[:1], said_at=TEN, question="T1"
    )
    note_remark(
        engagement,
        sitting_id,
        "Nobody ever showed us a list.",
        speakers=people[1:2],
        said_at=TEN + timedelta(minutes=3),
        question="T2",
        fidelity=Fidelity.VERBATIM,
        is_quote=True,
    )
    note_remark(engagement, sitting_id, "Somebody laughs.", said_at=TEN + timedelta(minutes=4), question="T2")
    end_sitting(engagement, sitting_id, TEN + timedelta(hours=1))
    return sitting_id


def open_sittings(window: MainWindow) -> SittingsScreen:
    """The screen, gone to."""
    window.go("sittings")
    window.activateWindow()
    found = window.screen_of("sittings")
    assert isinstance(found, SittingsScreen)
    return found


def remarks_of(engagement: Engagement, sitting_id: str) -> list[RemarkRow]:
    return list_remarks(engagement, sitting_id)
