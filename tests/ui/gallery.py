"""Every widget in every state on one sheet, light and dark, to be looked at beside the design."""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from assessor.terms import Group
from assessor.ui.theme import Appearance, Look, look
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import PlainButton, PrimaryButton, QuietButton
from assessor.ui.widgets.group_marks import GroupName
from assessor.ui.widgets.hidden_cell import HiddenCell
from assessor.ui.widgets.level_control import LevelControl
from assessor.ui.widgets.notices import EmptyState, ErrorLine
from assessor.ui.widgets.panes import Ground
from assessor.ui.widgets.rings import MEDIUM, RAIL, Ring
from assessor.ui.widgets.sections import Hairline, vertical
from assessor.ui.widgets.segments import Segment, Segments
from assessor.ui.widgets.smart_letters import SmartLetters
from assessor.ui.widgets.speaker_chips import ChipState, SpeakerChip
from assessor.ui.widgets.tags import Meaning, Tag
from assessor.ui.widgets.tally_bar import TallyBar
from assessor.ui.widgets.texts import Text
from assessor.ui.widgets.toasts import Toast


class Gallery(Ground):
    """The sheet, 640 wide and 720 high."""

    def __init__(self, title: str) -> None:
        super().__init__("surface")
        self.setFixedSize(640, 720)
        self._column = vertical(margins=(32, 18, 32, 0))
        self.setLayout(self._column)
        heading = Text(title, Role.TITLE)
        heading.setFixedHeight(34)
        self._column.addWidget(heading)
        for label, make in _ROWS.items():
            self._column.addWidget(Hairline())
            self._add(label, make())
        self._column.addWidget(Hairline())
        self._column.addWidget(
            EmptyState(
                "lightbulb",
                "No findings yet",
                "A finding is a plain claim with its evidence beside it. Start from a marked passage, "
                "a remark or a survey result.",
                "Look through the evidence",
            )
        )

    def _add(self, label: str, widgets: list[QWidget]) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        name = Text(label, Role.SMALL_MEDIUM, "ink3")
        name.setFixedWidth(104)
        row.addWidget(name)
        for widget in widgets:
            row.addWidget(widget)
        row.addStretch(1)
        holder = QWidget()
        holder.setLayout(row)
        holder.setFixedHeight(64 if label == "Toast" else 43)
        self._column.addWidget(holder)


def _buttons() -> list[QWidget]:
    locked = PlainButton("Release")
    locked.lock("Three things are still to be mended")
    focused = PlainButton("In focus")
    focused.setObjectName("focused")
    return [PrimaryButton("Verify finding"), PlainButton("Add"), QuietButton("Show items"), locked, focused]


def _levels() -> list[QWidget]:
    rated, zero, unrated = LevelControl("B2"), LevelControl("B3", is_critical=True), LevelControl("B6")
    rated.set_level(2)
    zero.set_level(0)
    return [rated, zero, unrated, Text("rated, at 0, open", Role.BODY, "ink3")]


def _segments() -> list[QWidget]:
    choices = [Segment("all", "All"), Segment("barrier", "Barriers"), Segment("strength", "Strengths")]
    rings = [Ring(0.64, "Identify", RAIL, "scan-search"), Ring(0, "Evaluate", MEDIUM, "chart-line")]
    return [Segments(choices, "Kinds"), *rings, SmartLetters(frozenset("SMRT"))]


def _error() -> list[QWidget]:
    line = ErrorLine()
    line.tell("This date falls on a closed day.", "Take Monday, 4 Jan")
    line.setMinimumWidth(360)
    return [line]


def _toast() -> list[QWidget]:
    place = QWidget()
    place.setFixedSize(460, 64)
    toast = Toast(place)
    toast.say("Linked to “No set meeting”", undoable=True)
    toast.move(0, 12)
    place.resizeEvent = lambda event: toast.move(0, 12)
    return [place]


_GROUP_WORDS = ("SROs", "Admin.", "Teachers", "Students", "Parents", "Partners")

_ROWS: dict[str, Callable[[], list[QWidget]]] = {
    "Buttons": _buttons,
    "Tags": lambda: [
        Tag("Drift"),
        Tag("Verified", Meaning.GOOD),
        Tag("Blocked", Meaning.WATCH),
        Tag("Overdue", Meaning.CONCERN),
        Tag("In progress", Meaning.INFO),
    ],
    "Groups": lambda: [GroupName(group, word) for group, word in zip(Group, _GROUP_WORDS, strict=False)],
    "Speakers": lambda: [
        SpeakerChip("P3"),
        SpeakerChip("P3+P5"),
        SpeakerChip("P?", ChipState.UNKNOWN),
        SpeakerChip("P4", ChipState.NOW),
        Text("plain, several, unknown, now", Role.BODY, "ink3"),
    ],
    "Level": _levels,
    "Tally": lambda: [TallyBar(6, 1, 1)],
    "Segments": _segments,
    "Hidden": lambda: [HiddenCell("n < 10, not shown"), Text("never blank, never zero", Role.BODY, "ink3")],
    "Error in place": _error,
    "Toast": _toast,
}


def draw(path: Path, appearance: Appearance, *, high_contrast: bool = False) -> None:
    """Draw the sheet in one look."""
    look().wear(appearance, high_contrast=high_contrast)
    sheet = Gallery(appearance.capitalize())
    sheet.show()
    focused = sheet.findChild(PlainButton, "focused")
    sheet.activateWindow()
    QApplication.processEvents()
    if focused is not None:
        focused.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    sheet.grab().save(str(path))
    sheet.close()


def main() -> None:
    """Draw all looks into the folder given."""
    app = QApplication.instance() or QApplication(sys.argv)
    assert isinstance(app, QApplication)
    Look(app, Appearance.LIGHT)
    folder = Path(sys.argv[1])
    draw(folder / "components-light.png", Appearance.LIGHT)
    draw(folder / "components-dark.png", Appearance.DARK)
    draw(folder / "components-contrast.png", Appearance.LIGHT, high_contrast=True)


if __name__ == "__main__":
    main()
