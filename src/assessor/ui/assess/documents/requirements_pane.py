"""What the client's state and federal law ask of the document, requirement by requirement."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from assessor.instruments.overlays import Overlay
from assessor.operations.requirements import RequirementList
from assessor.ui.assess.documents.requirement_view import RequirementView
from assessor.ui.assess.people.emptying import empty
from assessor.ui.typeface import Role
from assessor.ui.widgets.days import long_day
from assessor.ui.widgets.panes import Detail
from assessor.ui.widgets.sections import NoteBox, SectionHeading
from assessor.ui.widgets.tags import Meaning
from assessor.ui.widgets.texts import Paragraph


class RequirementsPane(Detail):
    """Signals tell the requirement's code, and what a person decided of it."""

    decided = Signal(str, object)
    noted = Signal(str, str)
    finding_asked = Signal(str)
    criterion_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.views: dict[str, RequirementView] = {}
        self._shown: tuple[object, ...] = ()
        self._waiting: tuple[RequirementList, bool] | None = None

    def show_requirements(self, found: RequirementList, *, is_read_only: bool) -> None:
        """Show the requirements, once they are seen; widgets stay while the rules are the same."""
        self._waiting = (found, is_read_only)
        if self.isVisible():
            self._show_waiting()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what has waited to be seen."""
        super().showEvent(event)
        self._show_waiting()

    def _show_waiting(self) -> None:
        if self._waiting is None:
            return
        (found, is_read_only), self._waiting = self._waiting, None
        wanted = (found.overlays, found.missing)
        if wanted != self._shown:
            self._shown = wanted
            self._lay_out(found)
        for row in found.rows:
            self.views[row.code].show_requirement(row, is_read_only=is_read_only)

    def go_to(self, code: str) -> None:
        """Bring a requirement into view, and put the keyboard there."""
        view = self.views.get(code)
        if view is not None:
            self.ensureWidgetVisible(view, 0, 24)
            view.choice.setFocus()

    def _lay_out(self, found: RequirementList) -> None:
        empty(self.column)
        self.views = {}
        if found.missing:
            self.column.addWidget(
                NoteBox(self.tr("No state rules here"), found.missing, "map-pin", Meaning.WATCH)
            )
        for overlay in found.overlays:
            self._add_head(overlay)
            for row in found.rows:
                if row.overlay == overlay:
                    view = RequirementView(row)
                    self._wire(view, row.code)
                    self.views[row.code] = view
                    self.column.addWidget(view)

    def _add_head(self, overlay: Overlay) -> None:
        as_of = self.tr("as of {day}").format(day=long_day(overlay.as_of))
        self.column.addWidget(SectionHeading(overlay.title, as_of))
        self.column.addWidget(Paragraph(overlay.citation, Role.SMALL, "ink2"))
        self.column.addWidget(Paragraph(overlay.caution, Role.SMALL, "ink3"))

    def _wire(self, view: RequirementView, code: str) -> None:
        view.decided.connect(lambda is_met: self.decided.emit(code, is_met))
        view.noted.connect(lambda note: self.noted.emit(code, note))
        view.finding_asked.connect(lambda: self.finding_asked.emit(code))
        view.criterion_asked.connect(self.criterion_asked)
