"""A criterion named by two keys: the letter of its group, then its digit."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

_PATIENCE = 2_000  # ms in which the digit must follow the letter


class CriterionKeys(QObject):
    """Hears letters and digits. `named` tells a criterion; `begun` its letter, empty once that is dropped."""

    named = Signal(str)
    begun = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._codes: frozenset[str] = frozenset()
        self._letter = ""
        self._drop = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._drop.timeout.connect(self.forget)

    def set_codes(self, codes: Iterable[str]) -> None:
        """The criteria that can be named."""
        self._codes = frozenset(codes)

    def heard(self, event: QKeyEvent) -> bool:
        """Whether a key belongs to the name of a criterion."""
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            return False
        key = event.text().upper()
        if self._letter and self._letter + key in self._codes:
            code = self._letter + key
            self.forget()
            self.named.emit(code)
            return True
        if key.isalpha() and any(code.startswith(key) for code in self._codes):
            self._letter = key
            self._drop.start()
            self.begun.emit(key)
            return True
        if self._letter and key:
            self.forget()
        return False

    def forget(self) -> None:
        """Drop a letter that no digit followed."""
        self._drop.stop()
        if self._letter:
            self._letter = ""
            self.begun.emit("")
