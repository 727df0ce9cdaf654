"""An office's part in a decision: its word and its key."""

from PySide6.QtCore import QCoreApplication, Qt

from assessor.terms import Part

PART_KEYS = {
    Qt.Key.Key_D: Part.DECIDES,
    Qt.Key.Key_J: Part.DECIDES_JOINTLY,
    Qt.Key.Key_W: Part.DOES,
    Qt.Key.Key_A: Part.ASKED,
    Qt.Key.Key_T: Part.TOLD,
    Qt.Key.Key_Minus: Part.NONE,
    Qt.Key.Key_Backspace: Part.NONE,
    Qt.Key.Key_Delete: Part.NONE,
}
"""D decides, J jointly, W does the work, A is asked, T is told, - no part."""


def part_word(part: Part) -> str:
    """As it stands in the matrix."""
    words = {
        Part.DECIDES: QCoreApplication.translate("plan", "Decides"),
        Part.DECIDES_JOINTLY: QCoreApplication.translate("plan", "Decides*"),
        Part.DOES: QCoreApplication.translate("plan", "Does"),
        Part.ASKED: QCoreApplication.translate("plan", "Is asked"),
        Part.TOLD: QCoreApplication.translate("plan", "Is told"),
        Part.NONE: "–",
    }
    return words[part]


def part_choices() -> list[tuple[Part, str, str]]:
    """Each part with the words of the menu and its key."""
    return [
        (Part.DECIDES, QCoreApplication.translate("plan", "Decides"), "D"),
        (Part.DECIDES_JOINTLY, QCoreApplication.translate("plan", "Decides jointly with another"), "J"),
        (Part.DOES, QCoreApplication.translate("plan", "Does the work"), "W"),
        (Part.ASKED, QCoreApplication.translate("plan", "Is asked first"), "A"),
        (Part.TOLD, QCoreApplication.translate("plan", "Is told after"), "T"),
        (Part.NONE, QCoreApplication.translate("plan", "Has no part"), "-"),
    ]
