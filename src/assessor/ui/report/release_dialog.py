"""Asking for what a release is called, what changed, and who approved it."""

from dataclasses import dataclass

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import PlainButton, PrimaryButton
from assessor.ui.widgets.text_fields import LongTextField, TextField
from assessor.ui.widgets.texts import Paragraph, Text

_WIDTH = 480


@dataclass(frozen=True)
class Release:
    """What was answered."""

    label: str
    what_changed: str
    approved_by: str


class ReleasePlanDialog(QDialog):
    """Asks once, with the edition proposed as its name."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Release the plan"))
        self.setFixedWidth(_WIDTH)
        self.label = TextField(self.tr("What it is called"))
        self.label.set_value(label)
        self.what_changed = LongTextField(
            self.tr("What changed since the last version"), self.tr("Nothing, for a first edition")
        )
        self.approved_by = TextField(self.tr("Approved by"), self.tr("Board of Education, December 8"))
        for field in (self.label, self.approved_by):
            field.line.setProperty("quiet", False)
        self.what_changed.box.setProperty("quiet", False)
        self.release = PrimaryButton(self.tr("Release"))
        self.release.setDefault(True)
        self.release.clicked.connect(self._release)
        cancel = PlainButton(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(Text(self.tr("Release the plan"), Role.TITLE))
        column.addWidget(
            Paragraph(
                self.tr(
                    "The plan is kept for good as it stands now and is listed among its editions. "
                    "You can go on working; what changes later goes into the next edition."
                )
            )
        )
        column.addWidget(self.label)
        column.addWidget(self.what_changed)
        column.addWidget(self.approved_by)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.release)
        column.addLayout(row)

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the words need; a dialog does not see to it by itself."""
        layout = self.layout()
        if layout is not None:
            self.setMinimumHeight(layout.totalHeightForWidth(_WIDTH))
        super().showEvent(event)

    @staticmethod
    def ask(label: str, parent: QWidget | None = None) -> Release | None:
        """What was answered, or None."""
        dialog = ReleasePlanDialog(label, parent)
        return dialog.answer() if dialog.exec() else None

    def answer(self) -> Release:
        """What stands in the fields."""
        return Release(self.label.value(), self.what_changed.value(), self.approved_by.value())

    def _release(self) -> None:
        if self.label.value():
            self.accept()
        else:
            self.label.refuse(self.tr("A release needs a name, such as “Edition 1”."))
