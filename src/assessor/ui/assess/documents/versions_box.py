"""Versions of a document: which one it replaces, which one replaces it, and a newer one brought in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessor.operations.documents import DocumentRow
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import PlainButton, QuietButton
from assessor.ui.widgets.sections import SectionHeading
from assessor.ui.widgets.texts import Paragraph


class VersionsBox(QWidget):
    """`newer_asked` to bring one in, `changes_asked` to compare, `document_asked` tells another version."""

    newer_asked = Signal()
    changes_asked = Signal()
    document_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = Paragraph("", Role.BODY, "ink2")
        self.newer = PlainButton(self.tr("Import newer version…"), "file-plus")
        self.newer.setObjectName("import_newer_version")
        self.changes = PlainButton(self.tr("What changed"), "history")
        self.other = QuietButton("", trailing="arrow-right", flush=True)
        self._other = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(SectionHeading(self.tr("Versions")))
        column.addWidget(self.sentence)
        row = QHBoxLayout()
        row.setSpacing(12)
        for button in (self.changes, self.newer, self.other):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        self.newer.clicked.connect(self.newer_asked)
        self.changes.clicked.connect(self.changes_asked)
        self.other.clicked.connect(lambda: self.document_asked.emit(self._other))

    def show_document(self, row: DocumentRow, *, is_read_only: bool) -> None:
        """Say where among its versions a document stands."""
        self._other = row.newer_id or row.earlier_id or ""
        self.newer.setVisible(row.newer_id is None and not is_read_only)
        self.changes.setVisible(row.earlier_id is not None)
        self.other.setVisible(bool(self._other))
        is_replaced = row.newer_id is not None
        self.other.setText(
            self.tr("Go to the newer one") if is_replaced else self.tr("Go to the earlier one")
        )
        if is_replaced:
            self.sentence.setText(
                self.tr("A newer version has replaced this one. Its ratings stay as they were.")
            )
        elif row.earlier_id is not None:
            self.sentence.setText(
                self.tr("Replaces an earlier version. What was rated there came along, to be confirmed here.")
            )
        else:
            self.sentence.setText(
                self.tr(
                    "When a newer version is handed over, bring it in here: ratings, notes and passages come "
                    "along wherever their words still stand, and what changed is marked."
                )
            )
