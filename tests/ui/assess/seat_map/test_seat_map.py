"""The seat map: where seats stand, what a click and a drag do, and that it leaves the line alone."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from tests.ui.assess.sittings.seats import click_seat, drag_seat, seat_item, seat_point

from assessor.operations.note_counts import NoteCounts
from assessor.operations.remarks import list_remarks
from assessor.operations.seats import SeatRow, move_seat, seat_new_participants
from assessor.operations.sittings import add_sitting, choose_guide, edit_sitting, get_sitting
from assessor.store.engagement import Engagement
from assessor.terms import Group, SittingKind, TableShape
from assessor.ui.assess.room.live_room import LiveRoom
from assessor.ui.assess.seat_map.seat_items import Voice
from assessor.ui.assess.seat_map.seat_map import SeatMap
from assessor.ui.assess.seat_map.seat_places import DISC, Room
from assessor.ui.assess.seat_map.seat_states import gone_words, seat_states
from assessor.ui.assess.sittings.sittings import SittingsScreen
from assessor.ui.main_window import MainWindow

ALT = Qt.KeyboardModifier.AltModifier


def seats(count: int) -> list[SeatRow]:
    return [
        SeatRow(
            f"s{n}", n, f"p{n}", f"TCH-{n:02d}", Group.TCH, "", True, False, False, None, None, None, None
        )
        for n in range(1, count + 1)
    ]


@pytest.fixture
def room(window: MainWindow, engagement: Engagement) -> LiveRoom:
    sitting_id = add_sitting(engagement, SittingKind.FOCUS_GROUP, "Teachers, Ridge Middle", group=Group.TCH)
    choose_guide(engagement, sitting_id, "teachers_and_staff")
    seat_new_participants(engagement, sitting_id, Group.TCH, 9)
    window.go("sittings", sitting_id)
    window.activateWindow()
    screen = window.screen_of("sittings")
    assert isinstance(screen, SittingsScreen)
    screen.view.take_notes.click()
    assert screen.room is not None
    return screen.room


def shown(room: LiveRoom) -> tuple[SeatRow, ...]:
    return get_sitting(room._engagement, room._sitting_id).seats


@pytest.mark.parametrize("shape", TableShape)
@pytest.mark.parametrize("count", [1, 2, 9, 12])
def test_seats_stand_evenly_and_apart_round_every_shape(shape: TableShape, count: int) -> None:
    room = Room(shape, 304, 276)
    places = room.even_places(count)

    assert len(places) == count
    for place in places:
        assert room.floor.adjusted(-1, -1, 1, 1).contains(place)
        assert not room.table.contains(place)
    apart = [
        ((a.x() - b.x()) ** 2 + (a.y() - b.y()) ** 2) ** 0.5 for a in places for b in places if a is not b
    ]
    assert all(distance > DISC for distance in apart)


def test_a_place_is_kept_in_thousandths_of_a_room_of_any_size() -> None:
    small, large = Room(TableShape.CIRCLE, 304, 276), Room(TableShape.CIRCLE, 500, 300)
    point = small.place_of(250, 750)

    assert small.kept(point) == (250, 750)
    assert large.kept(large.place_of(250, 750)) == (250, 750)
    assert small.kept(point + point * 10) == (1000, 1000)


def test_the_notes_tell_the_state_of_every_seat() -> None:
    counts = NoteCounts(
        remarks={"TCH-01": 4},
        spoke_last=("TCH-01",),
        agreeing=("TCH-01",),
        dissenting=("TCH-02",),
        neutral=("TCH-03",),
        present=("TCH-01", "TCH-02", "TCH-03", "TCH-04"),
        not_heard=(),
        unfinished=0,
        signs={},
        behaviors={},
        parked=(),
        by_question={},
    )
    states = list(seat_states(counts, seats(5), [2]).values())

    assert [state.voice for state in states] == [
        Voice.AGREES,
        Voice.DISSENTS,
        Voice.NEUTRAL,
        Voice.SILENT,
        Voice.NONE,
    ]
    assert [state.is_now for state in states] == [False, True, False, False, False]
    assert (states[0].count, states[0].was_last, states[4].is_there) == (4, True, False)


def test_who_left_is_said_with_the_time() -> None:
    at = datetime(2026, 11, 12, 10, 12, tzinfo=UTC)
    gone = SeatRow(
        "s", 9, "p", "TCH-09", Group.TCH, "", True, False, False, None, None, at.replace(hour=9), at
    )

    assert gone_words([gone, *seats(2)], at) == f"P9 left at {at.astimezone():%H:%M}"


def test_a_click_names_the_speaker_and_leaves_the_focus_in_the_line(room: LiveRoom) -> None:
    click_seat(room.side.table.map, 7)

    assert room.input.speakers is not None
    assert room.input.speakers.seats == (7,)
    assert QApplication.focusWidget() is room.input.line
    assert seat_item(room.side.table.map, 7).state.is_now


def test_a_second_click_notes_who_left_and_is_back(room: LiveRoom) -> None:
    seat_map = room.side.table.map
    for expected in (True, False):
        QApplication.sendEvent(seat_map.viewport(), _context(seat_map, 9))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        menu.actions()[0].trigger()
        menu.close()
        assert (shown(room)[8].left_at is not None) is expected
        assert seat_item(seat_map, 9).state.is_there is not expected
    assert len(shown(room)[8].absences) == 1


def test_the_table_says_how_many_are_there_and_who_left(room: LiveRoom) -> None:
    table = room.side.table.map.table
    assert (table.bold, table.quiet) == ("9 of 9 present", "")
    room._leave_or_return(shown(room)[8].id)

    assert table.bold == "8 of 9 present"
    assert table.quiet.startswith("P9 left at ")


def test_every_seat_and_its_state_are_in_the_accessible_name(room: LiveRoom) -> None:
    QTest.keyClicks(room.input.line, "4 Calls the office.")
    QTest.keyClick(room.input.line, Qt.Key.Key_Return)
    name = room.side.table.map.accessibleName()

    assert "P4, TCH-04, spoke last, 1 line" in name
    assert "P9, TCH-09, 0 lines" in name


def test_a_seat_is_not_moved_by_accident_while_notes_are_taken(room: LiveRoom) -> None:
    drag_seat(room.side.table.map, 1, QPoint(-60, 60))

    assert shown(room)[0].x is None


@pytest.mark.parametrize("way", ["switch", "alt"])
def test_a_seat_is_dragged_once_arranging_or_with_alt_as_one_change(room: LiveRoom, way: str) -> None:
    if way == "switch":
        room.side.table.switch.click()
        assert QApplication.focusWidget() is room.input.line
    before = seat_point(room.side.table.map, 1)
    drag_seat(room.side.table.map, 1, QPoint(-40, 30), ALT if way == "alt" else Qt.KeyboardModifier(0))

    assert shown(room)[0].x is not None
    assert seat_point(room.side.table.map, 1) - before == QPoint(-40, 30)
    assert list_remarks(room._engagement, room._sitting_id) == []
    assert room.input.speakers is None
    room._engagement.undo()
    assert shown(room)[0].x is None
    assert seat_point(room.side.table.map, 1) == before


def test_arranging_is_left_with_escape_and_the_line_has_the_focus_again(room: LiveRoom) -> None:
    table = room.side.table
    table.switch.click()
    table.map.setFocus()
    QTest.keyClick(table.map, Qt.Key.Key_Escape)

    assert not table.map.is_arranging
    assert table.map.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert QApplication.focusWidget() is room.input.line
    assert table.legend.isVisible()


def test_arrow_keys_move_the_seat_chosen_with_its_digit(room: LiveRoom) -> None:
    table = room.side.table
    table.switch.click()
    table.map.setFocus()
    QTest.keyClick(table.map, "3")
    assert "P3 chosen" in table.map.accessibleName()
    x, y = table.map._room.kept(seat_item(table.map, 3).pos())
    QTest.keyClick(table.map, Qt.Key.Key_Left)
    QTest.keyClick(table.map, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert (shown(room)[2].x, shown(room)[2].y) == (x - 10, y + 50)
    QTest.keyClick(table.map, Qt.Key.Key_PageDown)
    assert "P4 chosen" in table.map.accessibleName()


def test_arranging_evenly_takes_all_places_back(room: LiveRoom) -> None:
    for seat in shown(room)[:3]:
        move_seat(room._engagement, seat.id, 500, 500)
    room.side.table.switch.click()
    room.side.table.even.click()

    assert {(seat.x, seat.y) for seat in shown(room)} == {(None, None)}


def test_a_changed_count_repaints_only_its_seat(room: LiveRoom, qtbot: QtBot) -> None:
    seat_map = room.side.table.map
    QApplication.processEvents()
    painted: list[int] = []
    for item in seat_map.items_by_id.values():
        item.update = lambda number=item.seat.number: painted.append(number)  # type: ignore[method-assign]
    QTest.keyClicks(room.input.line, "4 ")
    QTest.keyClicks(room.input.line, "Calls")

    assert painted == [4]


def test_the_shape_of_the_table_is_that_of_the_sitting(room: LiveRoom) -> None:
    before = seat_point(room.side.table.map, 1)
    edit_sitting(room._engagement, room._sitting_id, table_shape=TableShape.HORSESHOE)

    assert seat_point(room.side.table.map, 1) != before


def test_discs_that_stay_are_not_made_anew(qtbot: QtBot) -> None:
    seat_map = SeatMap()
    qtbot.addWidget(seat_map)
    seat_map.show_seats(seats(3), TableShape.CIRCLE)
    kept = seat_item(seat_map, 2)
    seat_map.show_seats(seats(2), TableShape.CIRCLE)

    assert seat_item(seat_map, 2) is kept
    assert len(seat_map.items_by_id) == 2


def _context(seat_map: SeatMap, number: int) -> QContextMenuEvent:
    point = seat_point(seat_map, number)
    return QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, seat_map.viewport().mapToGlobal(point))
