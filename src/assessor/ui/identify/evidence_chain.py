"""The chain of evidence under a finding: nodes on a line, each unfolding in place."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assessor.operations.evidence import EvidenceRow
from assessor.ui.identify.evidence_editor import EvidenceEditor
from assessor.ui.identify.evidence_nodes import EvidenceNode
from assessor.ui.widgets.paint import hairline, painting_on

_INDENT, _MIDDLE = 44, 16
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class EvidenceChain(QWidget):
    """Shows evidence rows. One node at a time is unfolded; its editor's signals are passed on."""

    stance_chosen = Signal(str, str)
    noted = Signal(str, str, str)
    accepted = Signal(str)
    untied = Signal(str)
    source_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evidence_chain")
        self.setAccessibleName(self.tr("Evidence"))
        self._links: dict[str, _Link] = {}
        self._is_read_only = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    @property
    def nodes(self) -> list[EvidenceNode]:
        """The nodes from the top."""
        return [link.node for link in self._links.values()]

    @property
    def editor(self) -> EvidenceEditor | None:
        """What is unfolded now."""
        return next((link.editor for link in self._links.values() if link.editor), None)

    def show_rows(self, rows: Sequence[EvidenceRow]) -> None:
        """Show this evidence; what is unfolded stays so while it is there."""
        if [row.id for row in rows] != list(self._links):
            self._build(rows)
        for number, row in enumerate(rows):
            self._links[row.id].show_row(row, is_last=number == len(rows) - 1)

    def set_read_only(self, is_read_only: bool) -> None:
        """Let everything be read but not changed."""
        self._is_read_only = is_read_only

    def unfold(self, evidence_id: str) -> None:
        """Unfold one node and fold the others; an unfolded one is folded."""
        for found, link in self._links.items():
            if found != evidence_id or link.editor is not None:
                link.fold()
            else:
                self._wire(link.unfold(self._is_read_only))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from node to node by arrows, untie by Delete, fold by Escape."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            node = next((node for node in self.nodes if node is watched), None)
            if node is not None and self._key_pressed(node, event.key()):
                return True
        return super().eventFilter(watched, event)

    def _key_pressed(self, node: EvidenceNode, key: int) -> bool:
        if key in _STEPS:
            place = self.nodes.index(node) + _STEPS[Qt.Key(key)]
            if 0 <= place < len(self.nodes):
                self.nodes[place].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if key == Qt.Key.Key_Delete and not self._is_read_only:
            self.untied.emit(node.row.id)
            return True
        if key == Qt.Key.Key_Escape and node.isChecked():
            self.unfold(node.row.id)
            return True
        return False

    def _build(self, rows: Sequence[EvidenceRow]) -> None:
        unfolded = next((found for found, link in self._links.items() if link.editor), "")
        for link in self._links.values():
            link.hide()
            self._column.removeWidget(link)
            link.deleteLater()
        self._links = {}
        for number, row in enumerate(rows):
            link = _Link(row, follows=number > 0, is_last=number == len(rows) - 1)
            link.node.installEventFilter(self)
            link.node.clicked.connect(lambda _on=False, found=row.id: self.unfold(found))
            self._links[row.id] = link
            self._column.addWidget(link)
        if unfolded in self._links:
            self.unfold(unfolded)

    def _wire(self, editor: EvidenceEditor) -> None:
        editor.stance_chosen.connect(self.stance_chosen)
        editor.noted.connect(self.noted)
        editor.accepted.connect(self.accepted)
        editor.untied.connect(self.untied)
        editor.source_asked.connect(self.source_asked)


class _Link(QWidget):
    """A node and, when unfolded, its editor beneath, with the line going on at its left."""

    def __init__(self, row: EvidenceRow, *, follows: bool, is_last: bool) -> None:
        super().__init__()
        self.node = EvidenceNode(row, follows=follows, is_last=is_last)
        self.editor: EvidenceEditor | None = None
        self._is_last = is_last
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.node)

    def show_row(self, row: EvidenceRow, *, is_last: bool) -> None:
        self._is_last = is_last
        self.node.show_row(row, is_last=is_last)
        if self.editor is not None:
            self.editor.show_row(row)

    def unfold(self, is_read_only: bool) -> EvidenceEditor:
        self.editor = EvidenceEditor(self.node.row)
        self.editor.set_read_only(is_read_only)
        self.node.setChecked(True)
        self.editor.setContentsMargins(_INDENT, 0, 0, 0)
        self._column.addWidget(self.editor)
        return self.editor

    def fold(self) -> None:
        self.node.setChecked(False)
        if self.editor is not None:
            editor, self.editor = self.editor, None
            for field in (editor.summary, editor.weighed):
                field.finish()
            editor.hide()
            self._column.removeWidget(editor)
            editor.deleteLater()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Let the line go on beside the editor."""
        if not self._is_last and self.editor is not None:
            with painting_on(self) as painter:
                hairline(painter, _MIDDLE, self.node.height(), _MIDDLE + 1, self.height(), "edge")
