"""Fields that show what is recorded of one element and tell each change by its name."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessor.ui.widgets.fields import Field
from assessor.ui.widgets.sections import SectionHeading

F = TypeVar("F", bound=Field)


class Form(QWidget):
    """A column of fields. `edited` tells name and value; `fields` finds a field by name."""

    edited = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, Field] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)

    def add(self, name: str, field: F) -> F:
        """Add a field under the others."""
        self._know(name, field)
        self.column.addWidget(field)
        return field

    def add_beside(self, **fields: Field) -> None:
        """Add fields side by side under the others."""
        row = QHBoxLayout()
        row.setSpacing(12)
        for name, field in fields.items():
            self._know(name, field)
            row.addWidget(field, 1)
        self.column.addLayout(row)

    def add_heading(self, text: str, note: str = "", action: str = "") -> SectionHeading:
        """Add a heading under the others."""
        heading = SectionHeading(text, note, action)
        self.column.addWidget(heading)
        return heading

    def show_values(self, value_of: Callable[[str], object]) -> None:
        """Show what `value_of` says of each field's name."""
        for name, field in self.fields.items():
            field.set_value(value_of(name))

    def set_read_only(self, is_read_only: bool) -> None:
        """Let everything be read but not changed."""
        for field in self.fields.values():
            field.set_read_only(is_read_only)

    def _know(self, name: str, field: Field) -> None:
        self.fields[name] = field
        field.edited.connect(lambda value: self.edited.emit(name, value))
