"""Parts of an open remark: what it lacks, how it was first worded, why it is not quoted, tally and codes."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from assessor.operations.codes import list_codes
from assessor.operations.histories import FirstWording
from assessor.operations.mendings import Mend
from assessor.operations.remarks import RemarkRow
from assessor.ui.assess.sittings.sitting_words import day_words, mend_word
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import IconButton, QuietButton
from assessor.ui.widgets.flow_rows import FlowRows
from assessor.ui.widgets.notices import Icon
from assessor.ui.widgets.tags import Meaning, Tag
from assessor.ui.widgets.text_fields import NumberField
from assessor.ui.widgets.texts import Paragraph, Text, explain

_TAG_INSET = 6  # so that a tag stands in the middle of the button's height


class LacksLine(QWidget):
    """What is to be mended in the open line, and the way to the next one."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        holder = QWidget()
        self._tags = FlowRows(8, holder)
        self._tags.setContentsMargins(0, _TAG_INSET, 0, _TAG_INSET)
        self._shown: tuple[Mend, ...] = ()
        self.next = QuietButton(self.tr("Next to mend"), "arrow-down")
        explain(self.next, self.tr("Ctrl+Enter, or F8 from anywhere in the record"))
        row.addWidget(holder, 1)
        row.addWidget(self.next, alignment=Qt.AlignmentFlag.AlignTop)

    def say(self, lacks: Sequence[Mend], *, has_next: bool) -> None:
        """Say what is missing; with nothing missing here or further on the line is hidden."""
        if tuple(lacks) != self._shown:
            self._shown = tuple(lacks)
            while (item := self._tags.takeAt(0)) is not None:
                if (tag := item.widget()) is not None:
                    tag.hide()
                    tag.deleteLater()
            for mend in lacks:
                self._tags.addWidget(Tag(mend_word(mend), Meaning.WATCH, Meaning.WATCH.icon))
        self.next.setVisible(has_next)
        self.setVisible(bool(lacks) or has_next)


class FirstWordingLine(Paragraph):
    """The words a line was first noted with."""

    def __init__(self) -> None:
        super().__init__("", Role.SMALL, "ink3")

    def say(self, first: FirstWording | None) -> None:
        """Say them and when they were changed; nothing where they still stand."""
        self.setVisible(first is not None)
        if first is not None:
            words = self.tr("First: {text} Changed {day}.")
            text = first.text if first.text.endswith((".", "!", "?", "…", "”")) else f"{first.text}."
            self.setText(words.format(text=text, day=day_words(first.changed_at.astimezone().date())))


class TallyRow(QWidget):
    """How many agreed and dissented, out of how many; `edited` tells the column and the number."""

    edited = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.fields = {
            "agree": NumberField(self.tr("Agree"), least=0, most=999),
            "dissent": NumberField(self.tr("Dissent"), least=0, most=999),
            "present": NumberField(self.tr("Present"), least=0, most=999),
        }
        for name, field in self.fields.items():
            field.setFixedWidth(96)
            field.edited.connect(lambda number, name=name: self._tell(name, number))
            row.addWidget(field)
        row.addStretch(1)

    def show_tally(self, remark: RemarkRow) -> None:
        """Show the counts; a line nobody voted on shows none."""
        for name, field in self.fields.items():
            count = getattr(remark, name)
            field.set_value(None if count is None else Decimal(count))
        self.setVisible(remark.agree is not None)

    def _tell(self, name: str, number: Decimal | None) -> None:
        if number is not None:
            self.edited.emit(name, int(number))


class Refusal(QWidget):
    """Why words may not be printed, in place."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._sentence = Paragraph("", Role.SMALL, "ink2")
        row.addWidget(Icon("lock", "ink3", 14), alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._sentence, 1)

    def say(self, sentence: str) -> None:
        """Say a sentence; none hides the line."""
        self._sentence.setText(sentence)
        self.setVisible(bool(sentence))


class CodeRow(QWidget):
    """The codes of a remark, each with a button that takes it off, and one that adds another."""

    removed = Signal(str)

    def __init__(self, add: QWidget) -> None:
        super().__init__()
        self._row = FlowRows(4, self)
        self._row.addWidget(add)
        self._shown: dict[str, QWidget] = {}

    def show_codes(self, codes: Sequence[str]) -> None:
        """Show these codes."""
        if list(codes) == list(self._shown):
            return
        for widget in self._shown.values():
            self._row.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._shown = {code: self._code(code) for code in codes}
        for place, widget in enumerate(self._shown.values()):
            self._row.insert_widget(place, widget)

    def _code(self, code: str) -> QWidget:
        entry = next((one for one in list_codes() if one.code == code), None)
        word = f"{code} {entry.label}" if entry else code
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        text = Text(word, Role.SMALL_MEDIUM, "ink2")
        take_off = IconButton("x", self.tr("Take code {code} off").format(code=code))
        take_off.clicked.connect(lambda: self.removed.emit(code))
        row.addWidget(text)
        row.addWidget(take_off)
        row.addSpacing(4)
        return holder
