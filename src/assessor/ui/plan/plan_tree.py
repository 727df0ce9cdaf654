"""The tree of the plan's lines, with keys for every doing and editing in place."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QTreeView, QWidget

from assessor.operations.outlines import ActionLine, GoalLine, ObjectiveLine, OwnerLines
from assessor.ui.plan.columns import NUMBER, PlanHead
from assessor.ui.plan.plan_delegate import PlanDelegate
from assessor.ui.plan.plan_model import LINE_ROLE, Line, Node, PlanModel, key_of

_FIELDS = ("title", "owner", "dates", "status")
_FIELD_KEYS = {Qt.Key.Key_T: "title", Qt.Key.Key_O: "owner", Qt.Key.Key_D: "dates", Qt.Key.Key_S: "status"}
_DOINGS = {
    (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier): "remove",
    (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier): "up",
    (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier): "down",
    (Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier): "add",
    (Qt.Key.Key_Insert, Qt.KeyboardModifier.NoModifier): "add",
    (Qt.Key.Key_L, Qt.KeyboardModifier.NoModifier): "link",
    (Qt.Key.Key_I, Qt.KeyboardModifier.NoModifier): "details",
}
_ALL_OPEN = 24


class PlanTree(QTreeView):
    """Lines under lines. `chosen` tells where the selection came to; `asked` a doing and its line."""

    chosen = Signal(str)
    asked = Signal(str, str)
    menu_asked = Signal(QPoint, str)

    def __init__(self, kind: str, name: str, delegate: PlanDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = PlanModel(self)
        self.delegate = delegate
        self._known: set[str] = set()
        self._last = ""
        self._was_chosen = ""
        self.setAccessibleName(name)
        self.plan_head = PlanHead(kind, self)
        self.setHeader(self.plan_head)
        self.setModel(self.lines)
        self.setItemDelegate(delegate)
        self._behave()
        self.selectionModel().currentChanged.connect(self._moved)

    @property
    def chosen_id(self) -> str:
        """The line the selection is on; empty when it is on none."""
        line = self.chosen_line
        return "" if line is None else key_of(line)

    @property
    def chosen_line(self) -> Line | None:
        """The line the selection is on."""
        line: Line | None = self.currentIndex().data(LINE_ROLE)
        return line

    def show_nodes(self, nodes: list[Node]) -> None:
        """Show lines. What is chosen and unfolded stays so; where the chosen is gone its neighbor is."""
        before, open_keys = self.lines.keys(), self._open_keys()
        chosen = self.chosen_id or self._last
        self.lines.show_nodes(nodes)
        now = self.lines.keys()
        if now != before:
            self._unfold(open_keys, now)
            self.choose(_kept(chosen, before, now))
        self._known |= set(now)
        self._tell()
        self.viewport().update()

    def choose(self, key: str) -> bool:
        """Put the selection on a line, unfolding what is above; whether it is shown."""
        index = self.lines.index_of(key)
        if not index.isValid():
            return False
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def edit_field(self, field: str) -> bool:
        """Open the editor of a field of the chosen line; whether it has that field."""
        line = self.chosen_line
        if (
            line is None
            or isinstance(line, OwnerLines)
            or (field != "title" and not isinstance(line, ActionLine))
        ):
            return False
        if self.is_locked:
            return False
        if self.state() == QAbstractItemView.State.EditingState:
            self.setFocus()  # what is being edited is committed first
        self.delegate.field = field
        self.scrollTo(self.currentIndex())
        self.edit(self.currentIndex())
        return True

    is_locked = False
    """Set where the engagement may only be read."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit, fold, move, add and remove."""
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        doing = _DOINGS.get((key, held))
        plain = held == Qt.KeyboardModifier.NoModifier
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)  # what the editor leaves, as Return, is not ours
        elif doing and self.chosen_id:
            self.asked.emit(doing, self.chosen_id)
        elif plain and key in _FIELD_KEYS:
            self.edit_field(_FIELD_KEYS[key])
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.edit_field("title")
        elif plain and key is Qt.Key.Key_Space:
            self._toggle(self.currentIndex())
        elif plain and key is Qt.Key.Key_Left and isinstance(self.chosen_line, ObjectiveLine):
            self.setCurrentIndex(self.currentIndex().parent())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys here; the search box finds words."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember what was chosen, and fold at the chevron."""
        self._was_chosen = self.chosen_id
        index = self.indexAt(event.position().toPoint())
        if self._is_on_chevron(index, event.position().x()):
            self._toggle(index)
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Edit the field that is clicked on the line already chosen, or where something is missing."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        line: Line | None = index.data(LINE_ROLE)
        if event.button() != Qt.MouseButton.LeftButton or line is None:
            return
        x, width = event.position().x(), self.viewport().width()
        row = self.delegate.row_of(line)
        if isinstance(line, GoalLine) and row.is_on_tag(line, x, width):
            self.asked.emit("link", line.id)
            return
        field = row.field_at(x, width)
        if field and (self._was_chosen == key_of(line) or _is_missing(line, field)):
            self.edit_field(field)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The first click has done it."""
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the line; the menu key asks for that of the chosen one."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            rect = self.visualRect(self.currentIndex())
            place = self.viewport().mapToGlobal(rect.bottomLeft() + QPoint(NUMBER, 0))
        else:
            place = event.globalPos()
        self.menu_asked.emit(place, self.chosen_id)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Tab goes on to the next field of the line, Shift+Tab back."""
        steps = {
            QAbstractItemDelegate.EndEditHint.EditNextItem: 1,
            QAbstractItemDelegate.EndEditHint.EditPreviousItem: -1,
        }
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        if hint in steps and isinstance(self.chosen_line, ActionLine):
            place = _FIELDS.index(self.delegate.field) + steps[hint]
            if 0 <= place < len(_FIELDS):
                self.edit_field(_FIELDS[place])
                return
        self.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def drawBranches(self, painter: QPainter, rect: object, index: object) -> None:
        """The delegates paint the chevrons."""

    def _behave(self) -> None:
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(True)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)

    def _moved(self, current: QModelIndex) -> None:
        if current.isValid():
            self._tell()

    def _tell(self) -> None:
        if self.chosen_id != self._last:
            self._last = self.chosen_id
            self.chosen.emit(self._last)

    def _is_on_chevron(self, index: QModelIndex, x: float) -> bool:
        return index.isValid() and not index.parent().isValid() and x < NUMBER

    def _toggle(self, index: QModelIndex) -> None:
        if index.isValid() and not isinstance(index.data(LINE_ROLE), ObjectiveLine):
            self.setExpanded(index, not self.isExpanded(index))

    def _open_keys(self) -> set[str]:
        indexes = (self.lines.index_of(key) for key in self.lines.keys())  # noqa: SIM118  # not a dict
        return {key_of(index.data(LINE_ROLE)) for index in indexes if self.isExpanded(index)}

    def _unfold(self, open_keys: set[str], now: list[str]) -> None:
        """Open what was open, what is new, and every objective; a long plan begins with one goal open."""
        is_first = not self._known
        for place, key in enumerate(now):
            index = self.lines.index_of(key)
            is_objective = isinstance(index.data(LINE_ROLE), ObjectiveLine)
            is_new = key not in self._known and (not is_first or len(now) <= _ALL_OPEN or place == 0)
            if is_objective or key in open_keys or is_new:
                self.expand(index)


def _is_missing(line: Line, field: str) -> bool:
    if not isinstance(line, ActionLine):
        return False
    return (field == "owner" and not line.owner) or (field == "dates" and not line.has_dates)


def _kept(chosen: str, before: list[str], now: list[str]) -> str:
    """The line to choose: the same, else the next that is left, else the one before it."""
    if chosen in now or not now:
        return chosen
    place = before.index(chosen) if chosen in before else 0
    after = [key for key in before[place:] if key in now]
    ahead = [key for key in before[:place] if key in now]
    return (after[:1] or ahead[-1:] or now[:1])[0]
