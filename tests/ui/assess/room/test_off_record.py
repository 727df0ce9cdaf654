"""Off the record in the room: seen at once, not a key taken, and the line begun before is there again."""

import pytest
from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui.assess.room.test_sittings_live import CONTROL, SHIFT, notes, room, screen, sitting_id, type_line
from tests.ui.assess.sittings.seats import click_seat

from assessor.operations import off_record
from assessor.operations.kept_lines import get_line
from assessor.operations.sittings import get_sitting
from assessor.terms import CannotDo, RemarkKind
from assessor.ui.assess.room.live_room import LiveRoom
from assessor.ui.assess.sittings.sittings import SittingsScreen
from assessor.ui.main_window import MainWindow
from assessor.ui.theme import look

__all__ = ["room", "screen", "sitting_id"]


def switch(room: LiveRoom) -> None:
    QTest.keyClick(room.input.line, Qt.Key.Key_O, CONTROL | SHIFT)


def edge(window: MainWindow, at: int) -> QColor:
    """The color of a point near the window's left edge."""
    return QColor(window.grab().toImage().pixelColor(at, window.height() // 2))


def test_one_key_goes_off_the_record_and_everybody_sees_it(window: MainWindow, room: LiveRoom) -> None:
    concern = look().color("concern")
    assert edge(window, 1) != concern
    switch(room)
    assert room.off.is_off
    assert room.off.frame.parentWidget() is window
    assert edge(window, 1) == edge(window, 3) == concern
    assert edge(window, 5) != concern
    assert room.cover.isVisible()
    assert room.cover.words == ("Nothing typed now is kept.", "Ctrl+Shift+O goes back on the record")
    assert room.off_tag.accessibleName().startswith("Off the record · 0:0")
    assert room.off_button.text() == "Back on the record"
    assert not room.hints.isVisible()
    assert room.below.off_words.isVisible()
    assert QApplication.focusWidget() is room.input.line

    window.resize(QSize(1100, 700))
    assert room.off.frame.size() == window.size()

    switch(room)
    assert not room.off.is_off
    assert edge(window, 1) != concern
    assert room.hints.isVisible()
    assert not room.cover.isVisible()
    (row,) = notes(room)
    assert (row.kind, row.text) == (RemarkKind.OFF_RECORD, "")
    assert row.ended_at is not None


class Watcher(QObject):
    """Notes whether the frame was painted when the while was written."""

    def __init__(self, room: LiveRoom) -> None:
        super().__init__()
        self.painted = False
        self.was_painted: bool | None = None
        room.off.frame.installEventFilter(self)
        self._stop = room._engagement.listen(self._heard)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        self.painted = self.painted or event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)

    def _heard(self, _tables: object) -> None:
        self.was_painted = self.painted


def test_the_frame_is_drawn_before_anything_else_happens(room: LiveRoom) -> None:
    watcher = Watcher(room)
    switch(room)
    assert watcher.was_painted


def test_keys_come_to_nothing_and_the_line_begun_is_there_again(room: LiveRoom) -> None:
    QTest.keyClicks(room.input.line, "4 I send the")
    begun = room.input.begun_at
    switch(room)
    type_line(room, "in confidence")
    type_line(room, "!!in confidence")
    QTest.keyClick(room.input.line, Qt.Key.Key_Down, CONTROL)
    QTest.keyClick(room.input.line, Qt.Key.Key_Z, CONTROL)
    click_seat(room.side.table.map, 7)
    assert room.input.whole == "4 I send the"
    assert get_sitting(room._engagement, room._sitting_id).question == "T1"
    switch(room)
    assert (room.input.whole, room.input.begun_at) == ("4 I send the", begun)
    type_line(room, " student.")
    assert [(row.text, row.speakers) for row in notes(room)] == [
        ("", ()),
        ("I send the student.", ("TCH-04",)),
    ]


def test_nothing_pasted_stays(room: LiveRoom) -> None:
    switch(room)
    QApplication.clipboard().setText("in confidence")
    room.input.line.paste()
    assert room.input.line.text() == ""
    switch(room)
    assert room.input.whole == ""


def test_the_button_does_the_same_and_leaves_the_focus(room: LiveRoom) -> None:
    room.off_button.click()
    assert room.off.is_off
    assert QApplication.focusWidget() is room.input.line
    room.off_button.click()
    assert not room.off.is_off


def test_leaving_the_room_ends_it_and_takes_the_frame_along(
    window: MainWindow, screen: SittingsScreen, room: LiveRoom
) -> None:
    switch(room)
    room.back.click()
    assert not off_record.is_off_record(window.engagement, screen.view.list.chosen_id)
    assert edge(window, 1) != look().color("concern")


def test_ending_notes_the_line_begun_and_ends_the_while(window: MainWindow, room: LiveRoom) -> None:
    QTest.keyClicks(room.input.line, "4 I send the student.")
    switch(room)
    engagement, sitting_id = room._engagement, room._sitting_id
    QTest.keyClick(room.input.line, Qt.Key.Key_E, CONTROL | SHIFT)
    assert get_sitting(engagement, sitting_id).ended_at is not None
    assert not off_record.is_off_record(engagement, sitting_id)
    assert get_line(engagement, sitting_id).text == ""


def test_a_room_opened_after_a_crash_is_still_off_the_record(
    window: MainWindow, screen: SittingsScreen, sitting_id: str
) -> None:
    off_record.go_off_record(window.engagement, sitting_id)
    screen.take_notes()
    assert screen.room is not None
    assert screen.room.off.is_off
    assert edge(window, 1) == look().color("concern")
    type_line(screen.room, "in confidence")
    assert [row.text for row in notes(screen.room)] == [""]


def test_where_it_cannot_be_written_the_room_is_silent_all_the_same(
    room: LiveRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise CannotDo("The disk is full.")

    with monkeypatch.context() as patched:
        patched.setattr(off_record, "go_off_record", full)
        patched.setattr(off_record, "come_back", full)
        switch(room)
        type_line(room, "in confidence")
        assert room.input.whole == ""
        switch(room)
        assert room.off.is_off
    switch(room)
    assert not room.off.is_off
    assert notes(room) == []
