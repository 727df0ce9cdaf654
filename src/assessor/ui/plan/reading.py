"""A detail to be read: one body of words, never wider than is comfortable to read."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from assessor.ui.widgets.panes import Detail

_READING = 640


class Reading(Detail):
    """Shows one body at a time, from its top."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._body = QWidget()
        # In a row with room to spare Qt asks for the height of wrapped words at the width they get.
        self._row = QHBoxLayout()
        self._row.addWidget(self._body, 1)
        self._row.addStretch(0)
        self.column.addLayout(self._row)

    def show_body(self, body: QWidget) -> None:
        """Show a body in place of the one before."""
        self._row.removeWidget(self._body)
        self._body.hide()
        self._body.deleteLater()
        self._body = body
        body.setMaximumWidth(_READING)
        self._row.insertWidget(0, body, 1)
        self.verticalScrollBar().setValue(0)
