"""The whole program in a process of its own: a line begun on the record, and much typed off it."""

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from assessor.app import Program
from assessor.ui.assess.room.live_room import LiveRoom
from assessor.ui.assess.sittings.sittings import SittingsScreen
from assessor.ui.theme import Appearance, Look

CANARY = "Qxzvkw"
"""What every word typed off the record begins with."""
BEGUN = "4 The binder is"
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_PAUSE = 400
"""Milliseconds: longer than typing has to pause for a line to be kept."""


def main(path: Path, sitting_id: str) -> None:
    """Go off the record, type, and do as the parent says."""
    application = QApplication([])
    look = Look(application, Appearance.LIGHT)
    program = Program(application)
    program.open(path)
    room = _room(program, sitting_id)
    if not room.off.is_off:
        QTest.keyClicks(room.input.line, BEGUN)
        QTest.qWait(_PAUSE)
        QTest.keyClick(room.input.line, Qt.Key.Key_O, _CONTROL | _SHIFT)
    type_in_every_way(room)
    print("typed", room.off.is_off, f"<{room.input.line.text()}>", flush=True)
    for asked in sys.stdin:
        if asked == "back\n":
            QTest.keyClick(room.input.line, Qt.Key.Key_O, _CONTROL | _SHIFT)
            QTest.keyClicks(room.input.line, " read.")
            QTest.keyClick(room.input.line, Qt.Key.Key_Return)
        elif asked == "end\n":
            room.end.click()
        elif asked == "close\n":
            program.end()
            break
        QTest.qWait(_PAUSE)
        print("done", flush=True)
    print("closed", flush=True)
    del look


def _room(program: Program, sitting_id: str) -> LiveRoom:
    window = program.window
    assert window is not None
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    window.go("sittings", sitting_id)
    screen = window.screen_of("sittings")
    assert isinstance(screen, SittingsScreen)
    screen.take_notes()
    assert screen.room is not None
    return screen.room


def type_in_every_way(room: LiveRoom) -> None:
    """By keys, as a line, a concern and a command, composed, pasted, and beside the line."""
    line = room.input.line
    for typed in (f"{CANARY} alone", f'4 "{CANARY} quoted', f"!!{CANARY} apart", f";;{CANARY}", f"{CANARY}"):
        QTest.keyClicks(line, typed)
        QTest.qWait(_PAUSE)
        QTest.keyClick(line, Qt.Key.Key_Return)
    composed = QInputMethodEvent()
    composed.setCommitString(f"{CANARY} composed")
    QCoreApplication.sendEvent(line, composed)
    QApplication.clipboard().setText(f"{CANARY} copied")
    QTest.keyClick(line, Qt.Key.Key_V, _CONTROL)
    line.paste()
    for key in (Qt.Key.Key_Z, Qt.Key.Key_S, Qt.Key.Key_Q):
        QTest.keyClick(line, key, _CONTROL)
    for other in room.findChildren(QWidget):
        if other.focusPolicy() is not Qt.FocusPolicy.NoFocus and other not in (line, room.off_button):
            QTest.keyClicks(other, CANARY)
    line.setFocus()
    QTest.qWait(_PAUSE)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
