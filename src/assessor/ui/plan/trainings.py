"""Training sessions of the plan: who learns what, when, and who came."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from assessor.operations import goals, trainings
from assessor.operations.trainings import TrainingRow, TrainingState
from assessor.ui.plan.training_catalog_page import TrainingCatalogPage
from assessor.ui.plan.training_detail import TrainingDetail, state_word
from assessor.ui.screens import Screen
from assessor.ui.widgets.buttons import PlainButton, PrimaryButton
from assessor.ui.widgets.choice_fields import Choice
from assessor.ui.widgets.notices import EmptyState
from assessor.ui.widgets.panes import Columns
from assessor.ui.widgets.row_lists import RowList
from assessor.ui.widgets.row_models import ListRow

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement

_COUNTS = ("invited", "attended")


class TrainingsLayout(QWidget):
    """Sessions at the left, one of them at the right; the catalog in place of both."""

    def __init__(self) -> None:
        super().__init__()
        self.own = PlainButton(self.tr("Training of your own"))
        self.add = PrimaryButton(self.tr("From the catalog"), "plus")
        self.list = RowList(self.tr("Training"))
        self.training = TrainingDetail()
        self.catalog = TrainingCatalogPage()
        self.no_trainings = EmptyState(
            "graduation-cap",
            self.tr("No training planned yet"),
            self.tr(
                "Training is planned for those who need it, with a date and an owner; afterwards it is noted "
                "who came. The catalog has eighteen sessions."
            ),
            self.tr("Choose from the catalog"),
        )
        self.pages = QStackedWidget()
        self.filled = Columns("trainings")
        self.filled.add(self.list, 440)
        self.filled.add(self.training, 752, grows=True, least=420)
        for page in (self.filled, self.no_trainings, self.catalog):
            self.pages.addWidget(page)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.pages)


class TrainingsScreen(Screen):
    """The training plan."""

    key, title = "trainings", "Training"
    tables = frozenset({"training", "goal"})

    def __init__(self, engagement: "Engagement", parent: QWidget | None = None) -> None:
        super().__init__(engagement, parent)
        self.today: date = datetime.now().astimezone().date()
        self.view = TrainingsLayout()
        self._trainings: dict[str, TrainingRow] = {}
        self._shown = ""
        self.head.add_action(self.view.own)
        self.head.add_action(self.view.add)
        self.set_content(self.view)
        self._wire()

    def refresh(self) -> None:
        """Show what is planned."""
        self._trainings = {row.id: row for row in trainings.list_trainings(self.engagement)}
        view = self.view
        view.list.show_rows([self._training_row(row) for row in self._trainings.values()])
        if view.pages.currentWidget() is view.catalog:
            view.catalog.show_catalog(trainings.list_catalog(self.engagement))
        self._show_training(view.list.chosen_id)
        self._show_page()

    def show_element(self, element_id: str) -> None:
        """Choose a session."""
        self.view.list.choose(element_id)
        self._show_page()

    def _wire(self) -> None:
        view = self.view
        view.add.clicked.connect(self._open_catalog)
        view.own.clicked.connect(self._add_own)
        view.no_trainings.asked.connect(self._open_catalog)
        view.list.chosen.connect(self._show_training)
        view.catalog.left.connect(self._leave_catalog)
        view.catalog.taken.connect(self._take)
        view.training.edited.connect(self._edit_training)
        view.training.removed.connect(self._remove_training)

    # What is shown

    def _show_page(self) -> None:
        view, is_locked = self.view, bool(self.engagement.read_only)
        in_catalog = view.pages.currentWidget() is view.catalog
        if not in_catalog:
            view.pages.setCurrentWidget(view.filled if self._trainings else view.no_trainings)
        view.add.setVisible(bool(self._trainings) and not in_catalog and not is_locked)
        view.own.setVisible(not in_catalog and not is_locked)
        view.no_trainings.button.setVisible(not is_locked)
        view.training.set_read_only(is_locked)
        self.head.set_line(self._head_line())

    def _head_line(self) -> str:
        states = [row.state(self.today) for row in self._trainings.values()]
        held = sum(state in (TrainingState.HELD, TrainingState.SHORT) for state in states)
        undated, late = states.count(TrainingState.NO_DATE), states.count(TrainingState.OVERDUE)
        parts = [
            (held, self.tr("{count} held")),
            (undated, self.tr("{count} without a date")),
            (late, self.tr("{count} overdue")),
        ]
        return " · ".join(words.format(count=count) for count, words in parts if count)

    def _training_row(self, row: TrainingRow) -> ListRow:
        word, meaning = state_word(row, self.today)
        second = " · ".join(part for part in (row.code, row.audience) if part)
        return ListRow(row.id, row.title, second, trailing=word, trailing_meaning=meaning)

    def _show_training(self, training_id: str) -> None:
        row = self._trainings.get(training_id)
        if row is None:
            return
        if training_id != self._shown:
            self.finish_editing()  # what is being typed belongs to the one shown before
            self._shown = training_id
        choices = [Choice(None, self.tr("No goal"))]
        choices += [
            Choice(goal.id, self.tr("Goal {number}, {title}").format(number=goal.number, title=goal.title))
            for goal in goals.list_goals(self.engagement)
        ]
        self.view.training.show_training(row, choices, self.today)

    def _open_catalog(self) -> None:
        self.view.catalog.show_catalog(trainings.list_catalog(self.engagement))
        self.view.pages.setCurrentWidget(self.view.catalog)
        self._show_page()
        self.view.catalog.list.setFocus()

    def _leave_catalog(self) -> None:
        self.view.pages.setCurrentWidget(self.view.filled)
        self._show_page()

    # What is done

    def _add_own(self) -> None:
        self._begin(
            lambda: trainings.add_training(self.engagement, self.tr("New training")),
            self.tr("Training added"),
            self.view.training.title_field,
        )

    def _begin(self, add: Callable[[], str], done: str, field: QWidget) -> None:
        """Add something, choose it, and begin to name it."""
        new = self.attempt(add, done=done)
        if new is not None:
            self.refresh_if_stale()
            self.show_element(new)
            field.setFocus()

    def _take(self, code: str) -> None:
        new = self.attempt(
            lambda: trainings.add_training_from_catalog(self.engagement, code), done=self.tr("Training added")
        )
        if new is not None:
            self._leave_catalog()
            self.show_element(new)

    def _edit_training(self, name: str, value: Any) -> None:
        training_id = self._shown
        values = {name: _whole(name, value)}
        self.attempt(lambda: trainings.edit_training(self.engagement, training_id, **values))

    def _remove_training(self) -> None:
        training_id = self.view.list.chosen_id
        removed = self.tr("Training removed")
        self.attempt(lambda: trainings.remove_training(self.engagement, training_id), done=removed)


def _whole(name: str, value: Any) -> Any:
    """People are counted in whole numbers."""
    return int(value) if name in _COUNTS and isinstance(value, Decimal) else value
