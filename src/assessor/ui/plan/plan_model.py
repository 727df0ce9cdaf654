"""The tree behind the outline, the calendar and the owners: lines under lines, found by their ids."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from assessor.operations.outlines import ActionLine, GoalLine, ObjectiveLine, OwnerLines
from assessor.ui.plan.words import count_objectives
from assessor.ui.widgets.row_models import AnyIndex
from assessor.ui.widgets.step_words import count_actions, status_word

Line = GoalLine | ObjectiveLine | ActionLine | OwnerLines
LINE_ROLE = int(Qt.ItemDataRole.UserRole)


@dataclass
class Node:
    """A line and those beneath it."""

    line: Line
    children: list["Node"] = field(default_factory=list)

    @property
    def key(self) -> str:
        """What the line is known by."""
        return key_of(self.line)


def key_of(line: Line) -> str:
    """The id of a line; owners, who have none, by name."""
    return f"owner:{line.owner}" if isinstance(line, OwnerLines) else line.id


def outline_nodes(goals: Iterable[GoalLine]) -> list[Node]:
    """Goals, objectives and action steps."""
    return [
        Node(goal, [Node(each, [Node(action) for action in each.actions]) for each in goal.objectives])
        for goal in goals
    ]


def calendar_nodes(goals: Iterable[GoalLine]) -> list[Node]:
    """Goals and their action steps."""
    return [Node(goal, [Node(action) for action in goal.actions]) for goal in goals]


def owner_nodes(owners: Iterable[OwnerLines]) -> list[Node]:
    """Owners and their action steps."""
    return [Node(owner, [Node(action) for action in owner.actions]) for owner in owners]


def spoken(line: Line) -> str:
    """What a screen reader says of a line."""
    if isinstance(line, GoalLine):
        parts = [f"{line.number}", line.title, count_objectives(len(line.objectives)), f"{line.percent}%"]
    elif isinstance(line, ObjectiveLine):
        fact = line.open_fact
        parts = [line.number, line.text, f"SMART: {', '.join(sorted(line.met))}", fact.why if fact else ""]
    elif isinstance(line, ActionLine):
        parts = [line.code, line.title, line.owner, status_word(line.status), f"{line.percent}%", line.why]
    else:
        parts = [line.owner, count_actions(len(line.actions))]
    return ", ".join(part for part in parts if part)


@dataclass(frozen=True)
class _Place:
    node: Node
    row: int
    parent: int  # place of the parent in the flat list; -1 at the top


class PlanModel(QAbstractItemModel):
    """One column of lines; what stands in the columns of a line is painted by the delegates."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._top: list[Node] = []
        self._places: list[_Place] = []
        self._place_of: dict[str, int] = {}

    def show_nodes(self, nodes: list[Node]) -> None:
        """Show these lines. The same lines in the same places only change their words."""
        places = list(_flattened(nodes))
        is_same = [_shape(place) for place in places] == [_shape(place) for place in self._places]
        if not is_same:
            self.beginResetModel()
        self._top, self._places = nodes, places
        self._place_of = {place.node.key: number for number, place in enumerate(places)}
        if not is_same:
            self.endResetModel()
            return
        for number in range(len(places)):
            index = self._index_at(number)
            self.dataChanged.emit(index, index)

    def index_of(self, key: str) -> QModelIndex:
        """Where a line is; invalid when it is not shown."""
        number = self._place_of.get(key)
        return QModelIndex() if number is None else self._index_at(number)

    def keys(self) -> list[str]:
        """Every line from top to bottom."""
        return [place.node.key for place in self._places]

    def index(self, row: int, column: int, parent: AnyIndex = QModelIndex()) -> QModelIndex:  # noqa: B008  # Qt's signature
        """The index of a row."""
        children = self._children(parent)
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self._index_at(self._place_of[children[row].key])

    def parent(self, index: AnyIndex = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008  # Qt's
        """The line above in the tree."""
        if not index.isValid():
            return QModelIndex()
        above = self._places[index.internalId()].parent
        return QModelIndex() if above < 0 else self._index_at(above)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        """How many lines are beneath."""
        return len(self._children(parent)) if parent.column() <= 0 else 0

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: ARG002, B008  # Qt's signature
        """One."""
        return 1

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Every line can be chosen and, but for owners, edited."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        can_edit = not isinstance(self._line(index), OwnerLines)
        return flags | Qt.ItemFlag.ItemIsEditable if can_edit else flags

    def data(self, index: AnyIndex, role: int = LINE_ROLE) -> object:
        """The line itself, its words, or what a screen reader says."""
        if not index.isValid():
            return None
        line = self._line(index)
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            if isinstance(line, OwnerLines):
                return line.owner
            return line.text if isinstance(line, ObjectiveLine) else line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(line)
        return None

    def _line(self, index: AnyIndex) -> Line:
        return self._places[index.internalId()].node.line

    def _children(self, parent: AnyIndex) -> list[Node]:
        return self._places[parent.internalId()].node.children if parent.isValid() else self._top

    def _index_at(self, number: int) -> QModelIndex:
        return self.createIndex(self._places[number].row, 0, number)


def _flattened(nodes: list[Node]) -> Iterator[_Place]:
    count = 0

    def walk(siblings: list[Node], parent: int) -> Iterator[_Place]:
        nonlocal count
        for row, node in enumerate(siblings):
            here = count
            count += 1
            yield _Place(node, row, parent)
            yield from walk(node.children, here)

    yield from walk(nodes, -1)


def _shape(place: _Place) -> tuple[str, int, int]:
    return place.node.key, place.row, place.parent
