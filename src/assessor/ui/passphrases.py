"""Asking for the passphrase of an encrypted engagement."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import PlainButton, PrimaryButton
from assessor.ui.widgets.notices import ErrorLine
from assessor.ui.widgets.texts import Paragraph, Text


class GivePassphraseDialog(QDialog):
    """Asks once; `problem` says why the one given before did not do."""

    def __init__(self, name: str, problem: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Passphrase"))
        self.setMinimumWidth(420)
        self.line = QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setAccessibleName(self.tr("Passphrase"))
        self.line.setMinimumHeight(32)
        open_button, cancel = PrimaryButton(self.tr("Open")), PlainButton(self.tr("Cancel"))
        open_button.setDefault(True)
        open_button.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)
        error = ErrorLine()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(Text(name, Role.TITLE))
        column.addWidget(
            Paragraph(self.tr("This engagement is encrypted. Without its passphrase nobody can read it."))
        )
        column.addWidget(self.line)
        column.addWidget(error)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(open_button)
        column.addLayout(row)
        if problem:
            error.tell(problem)

    @staticmethod
    def ask(name: str, problem: str = "", parent: QWidget | None = None) -> str | None:
        """The passphrase given, or None."""
        dialog = GivePassphraseDialog(name, problem, parent)
        return dialog.line.text() if dialog.exec() else None
