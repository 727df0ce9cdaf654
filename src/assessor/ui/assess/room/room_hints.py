"""The keys of the note-taking room in words: the few beneath the line, and all of them on a card in place."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import QuietButton
from assessor.ui.widgets.paint import draw_text, painting_on, text_width
from assessor.ui.widgets.sections import Hairline
from assessor.ui.widgets.texts import Text

Hints = Sequence[tuple[str, str]]
"""Pairs of a key and what it does."""
_GAP, _APART, _COLUMNS = 6, 18, 3


def room_hints(
    behaviors: Sequence[str], *, is_observed: bool, is_guided: bool = True
) -> list[tuple[str, str]]:
    """The keys used most; the last of them stands at the right."""
    first = [("1–9", _tr("speaker")), ("“", _tr("quote")), ("+ −", _tr("agree, dissent"))]
    first.append((":", _tr("nod, laugh, silence")))
    if is_observed:
        first = [(" ".join(behaviors), _tr("what is done"))] if behaviors else []
    return [
        *first,
        (";;", _tr("observer")),
        (">>", _tr("ask at the end")),
        ("Ctrl ↓", _tr("next question")) if is_guided else ("Tab", _tr("spell an abbreviation out")),
    ]


def keys_of(behaviors: Sequence[str], *, is_observed: bool) -> list[tuple[str, str]]:
    """Every key of the room, as on the printed card."""
    who = [
        (_tr("4 or F4"), _tr("speaker")),
        ("3+5", _tr("several speakers")),
        ("?", _tr("unknown speaker")),
    ]
    voices = [
        ("+2 4 -6 =3", _tr("agree, dissent, neutral")),
        ("#5/9", _tr("five hands of nine")),
        ("/out 9  /in 9", _tr("left, came")),
    ]
    if is_observed:
        who, voices = [(" ".join(behaviors), _tr("what is done"))] if behaviors else [], []
    return [
        *who,
        ("“", _tr("word for word")),
        ("~", _tr("nearly")),
        (";;", _tr("observer")),
        (":nod 3", _tr("seen or heard")),
        *voices,
        (">>", _tr("ask at the end")),
        ("!!", _tr("safety concern, kept apart")),
        ("/T4", _tr("to a question")),
        ("Ctrl ↓ ↑", _tr("next, previous question")),
        ("Ctrl Q", _tr("quote")),
        ("Ctrl Shift S", _tr("set apart for safety")),
        ("Ctrl Shift O", _tr("off the record")),
        ("Tab", _tr("spell an abbreviation out")),
        ("Ctrl Shift E", _tr("end and debrief")),
    ]


class HintWords(QWidget):
    """Keys and what they do on one line; those that do not fit are left out, the last stands at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hints: tuple[tuple[str, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_hints(self, hints: Hints) -> None:
        """Show pairs of a key and what it does."""
        if tuple(hints) != self._hints:
            self._hints = tuple(hints)
            self.setAccessibleName(", ".join(f"{key} {word}" for key, word in hints))
            self.update()

    def sizeHint(self) -> QSize:
        """One line of small text."""
        return QSize(240, Role.SMALL.line)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint as many as fit, and the last of them at the right."""
        if not self._hints:
            return
        *others, last = self._hints
        right = self.width() - _width(last)
        with painting_on(self) as painter:
            self._paint(painter, last, max(right, 0))
            x = 0
            for hint in others:
                if x + _width(hint) + _APART > right:
                    break
                self._paint(painter, hint, x)
                x += _width(hint) + _APART

    def _paint(self, painter: QPainter, hint: tuple[str, str], x: float) -> None:
        key, word = hint
        bold = text_width(key, Role.SMALL_BOLD)
        draw_text(painter, key, Role.SMALL_BOLD, QRectF(x, 0, bold + 1, self.height()), "ink2")
        left = x + bold + _GAP
        draw_text(painter, word, Role.SMALL, QRectF(left, 0, self.width() - left, self.height()), "ink3")


class KeyHints(QWidget):
    """What the keys of the room do, beneath the line; `at_right` shows them all."""

    def __init__(self, at_right: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = HintWords()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.words, 1)
        row.addWidget(at_right, alignment=Qt.AlignmentFlag.AlignRight)
        self.setFixedHeight(Role.SMALL.line + 8)

    def show_hints(self, hints: Hints) -> None:
        """Show pairs of a key and what it does."""
        self.words.show_hints(hints)


class KeyCard(QWidget):
    """All keys of the room, in columns, where they are needed; shown and hidden by `switch`."""

    shown = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.switch = QuietButton(_tr("Keys"), flush=True)
        self._shown: tuple[tuple[str, str], ...] = ()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Hairline())
        column.addLayout(self._grid)
        self.switch.clicked.connect(lambda: self.show_card(self.isHidden()))
        self.hide()

    def show_card(self, is_shown: bool) -> None:
        """Show or hide the card."""
        self.setVisible(is_shown)
        self.switch.setText(_tr("Hide keys") if is_shown else _tr("Keys"))
        self.shown.emit(is_shown)

    def show_keys(self, keys: Hints) -> None:
        """Show pairs of a key and what it does, column by column."""
        if tuple(keys) == self._shown:
            return
        self._shown = tuple(keys)
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        rows = -(-len(keys) // _COLUMNS)
        for place, (key, word) in enumerate(keys):
            column, row = divmod(place, rows)
            self._grid.addWidget(Text(key, Role.SMALL_BOLD, "ink2"), row, 2 * column)
            self._grid.addWidget(Text(word, Role.SMALL, "ink3"), row, 2 * column + 1)
            self._grid.setColumnStretch(2 * column + 1, 1)


def _width(hint: tuple[str, str]) -> int:
    return text_width(hint[0], Role.SMALL_BOLD) + _GAP + text_width(hint[1], Role.SMALL)


def _tr(text: str) -> str:
    return QCoreApplication.translate("RoomHints", text)
