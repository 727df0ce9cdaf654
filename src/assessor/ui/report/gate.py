"""The gate: whether the plan may be released, what holds it and the way out, and which rules hold."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from assessor.operations.golden_thread import HoldingRule, LooseEnd
from assessor.operations.plans import PlanVersionRow
from assessor.ui.overview_words import day_of
from assessor.ui.report.gate_words import fault_title, way_out, what_is_wrong
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import QuietButton
from assessor.ui.widgets.notices import Icon
from assessor.ui.widgets.paint import draw_text, fill, painting_on
from assessor.ui.widgets.panes import Detail
from assessor.ui.widgets.sections import Hairline
from assessor.ui.widgets.texts import Paragraph, Text

_DISC = 20
_FEW = 8


@dataclass(frozen=True)
class Fault:
    """A loose end at the gate: its number or "!", and the page it was found on."""

    end: LooseEnd
    label: str
    page: int | None = None


def number_faults(loose_ends: Sequence[LooseEnd]) -> list[Fault]:
    """The required ones numbered, then what merely deserves a look."""
    required = [end for end in loose_ends if end.required]
    others = [end for end in loose_ends if not end.required]
    numbered = [Fault(end, str(number)) for number, end in enumerate(required, start=1)]
    return numbered + [Fault(end, "!") for end in others]


class Disc(QWidget):
    """A number in a filled disc."""

    def __init__(self, label: str, meaning: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label, self._meaning = label, meaning
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square, or wider for more digits."""
        return QSize(max(_DISC, 8 + 8 * len(self._label)), _DISC)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint disc and number."""
        with painting_on(self) as painter:
            rect = QRectF(self.rect())
            fill(painter, rect, self._meaning, _DISC / 2)
            draw_text(painter, self._label, Role.SMALL_BOLD, rect, "surface", Qt.AlignmentFlag.AlignHCenter)


class FaultView(QWidget):
    """One fault with its way out (`asked`)."""

    asked = Signal()

    def __init__(self, fault: Fault, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        end = fault.end
        self.link = QuietButton(way_out(end), flush=True)
        self.link.setAccessibleDescription(end.sentence)
        self.link.clicked.connect(self.asked)
        where = self.tr(" Page {page}.").format(page=fault.page) if fault.page else ""
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Paragraph(fault_title(end), Role.BODY_BOLD, "ink"))
        words.addWidget(Paragraph(what_is_wrong(end.sentence) + where, Role.SMALL, "ink2"))
        words.addWidget(self.link, alignment=Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 12, 0, 8)
        row.setSpacing(12)
        meaning = "concern" if end.required else "watch"
        row.addWidget(Disc(fault.label, meaning), alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)


class Gate(Detail):
    """The panel. `asked` tells the index of the fault whose way out is taken."""

    asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(spacing=0, parent=parent)
        self._is_whole = False
        self._shown: tuple[list[Fault], list[HoldingRule], int, list[str], list[PlanVersionRow]] | None = None
        self._icon = Icon("circle-alert", "concern", 20)
        self.state = Text("", Role.TITLE)
        self.says = Paragraph("", Role.BODY, "ink2")
        self._body = QVBoxLayout()
        self._body.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._icon)
        head.addWidget(self.state, 1)
        self.column.addLayout(head)
        self.column.addSpacing(4)
        self.column.addWidget(self.says)
        self.column.addSpacing(12)
        self.column.addLayout(self._body)

    def show_gate(
        self,
        faults: list[Fault],
        holding: list[HoldingRule],
        rules: int,
        remarks: list[str],
        versions: list[PlanVersionRow],
        *,
        is_empty: bool = False,
    ) -> None:
        """Show what holds the plan, what deserves a look on paper, the rules that hold, and past releases."""
        self._show_state(sum(fault.end.required for fault in faults), is_empty)
        if (faults, holding, rules, remarks, versions) == self._shown:
            return
        self._shown = (faults, holding, rules, remarks, versions)
        self._fill()

    def _show_state(self, required: int, is_empty: bool) -> None:
        if is_empty:
            self._icon.show_icon("circle-dashed", "info")
            self.state.setText(self.tr("Nothing to release yet"))
            self.says.setText(self.tr("The plan has no goal. Drafts can be printed at any time."))
        elif required:
            self._icon.show_icon("circle-alert", "concern")
            self.state.setText(self.tr("Not ready to release"))
            things = self.tr("1 thing") if required == 1 else self.tr("{n} things").format(n=required)
            says = self.tr("{things} to mend. Drafts can be printed at any time and say so on every page.")
            self.says.setText(says.format(things=things))
        else:
            self._icon.show_icon("circle-check", "good")
            self.state.setText(self.tr("Ready to release"))
            self.says.setText(self.tr("Every required rule holds. A release is kept for good as it is."))

    def _fill(self) -> None:
        if self._shown is None:
            return
        faults, holding, rules, remarks, versions = self._shown
        _empty(self._body)
        limit = (
            len(faults) if self._is_whole else max(_FEW, sum(fault.end.required for fault in faults[:_FEW]))
        )
        for index, fault in enumerate(faults[:limit]):
            self._body.addWidget(Hairline())
            view = FaultView(fault)
            view.asked.connect(lambda index=index: self.asked.emit(index))
            self._body.addWidget(view)
        if len(faults) > _FEW:
            words = self.tr("Show fewer") if self._is_whole else self.tr("Show all {n}").format(n=len(faults))
            more = QuietButton(words, flush=True)
            more.clicked.connect(self._unfold)
            self._body.addWidget(more, alignment=Qt.AlignmentFlag.AlignLeft)
            self._body.addSpacing(8)
        self._list(self.tr("On paper"), "", [("triangle-alert", "watch", remark) for remark in remarks])
        held = self.tr("{n} of {rules} rules").format(n=len(holding), rules=rules)
        self._list(self.tr("Holds"), held, [("check", "good", rule.sentence) for rule in holding])
        self._list(self.tr("Versions"), "", [self._version(version) for version in versions])

    def _list(self, title: str, note: str, rows: list[tuple[str, str, str]]) -> None:
        if not rows:
            return
        self._body.addWidget(Hairline())
        self._body.addSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Text(title, Role.BODY_BOLD))
        head.addWidget(Text(note, Role.BODY, "ink3"))
        head.addStretch(1)
        self._body.addLayout(head)
        self._body.addSpacing(4)
        for name, tone, words in rows:
            row = QHBoxLayout()
            row.setContentsMargins(0, 2, 0, 2)
            row.setSpacing(8)
            row.addWidget(Icon(name, tone, 16), alignment=Qt.AlignmentFlag.AlignTop)
            row.addWidget(Paragraph(words, Role.BODY, "ink"), 1)
            self._body.addLayout(row)
        self._body.addSpacing(12)

    def _version(self, version: PlanVersionRow) -> tuple[str, str, str]:
        day = version.made_at.astimezone().date()
        said = f"{version.label}, {day_of(day)}, {day.year}"
        if version.is_released:
            return "circle-check", "good", self.tr("{version}: released").format(version=said)
        return "history", "ink3", said

    def _unfold(self) -> None:
        self._is_whole = not self._is_whole
        self._fill()


def _empty(layout: QVBoxLayout | QHBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif isinstance(inner, QVBoxLayout | QHBoxLayout):
            _empty(inner)
