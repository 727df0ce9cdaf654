"""Training sessions and partners: who learns what when, who came, and which organizations help."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from assessor.operations import goals, partners, trainings
from assessor.operations.partners import PartnerRow
from assessor.operations.trainings import TrainingRow, TrainingState
from assessor.ui.plan.partner_detail import PartnerDetail
from assessor.ui.plan.training_catalog_page import TrainingCatalogPage
from assessor.ui.plan.training_detail import TrainingDetail, state_word
from assessor.ui.screens import Screen
from assessor.ui.widgets.buttons import PlainButton, PrimaryButton
from assessor.ui.widgets.choice_fields import Choice
from assessor.ui.widgets.notices import EmptyState
from assessor.ui.widgets.panes import Columns
from assessor.ui.widgets.row_lists import RowList
from assessor.ui.widgets.row_models import ListRow
from assessor.ui.widgets.segments import Segment, Segments

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement

_COUNTS = ("invited", "attended", "referrals", "joint_activities")


class TrainingsLayout(QWidget):
    """Trainings or partners at the left, one of them at the right; the catalog in place of both."""

    def __init__(self, kinds: list[str]) -> None:
        super().__init__()
        self.segments = Segments(
            [Segment("trainings", self.tr("Training")), Segment("partners", self.tr("Partners"))],
            self.tr("Training or partners"),
        )
        self.own = PlainButton(self.tr("Training of your own"))
        self.add = PrimaryButton(self.tr("From the catalog"), "plus")
        self.lists = {"trainings": RowList(self.tr("Training")), "partners": RowList(self.tr("Partners"))}
        self.training, self.partner = TrainingDetail(), PartnerDetail(kinds)
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
        self.no_partners = EmptyState(
            "handshake",
            self.tr("No partners yet"),
            self.tr(
                "Partners are organizations that help: with counseling, mediation, mentoring, money or staff."
            ),
            self.tr("Add a partner"),
        )
        self.pages = QStackedWidget()
        self.filled = {
            "trainings": self._columns("trainings", self.training),
            "partners": self._columns("partners", self.partner),
        }
        self.empties = {"trainings": self.no_trainings, "partners": self.no_partners}
        for page in (*self.filled.values(), *self.empties.values(), self.catalog):
            self.pages.addWidget(page)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.pages)

    def _columns(self, key: str, detail: QWidget) -> Columns:
        columns = Columns(key)
        columns.add(self.lists[key], 440)
        columns.add(detail, 752, grows=True, least=420)
        return columns


class TrainingsScreen(Screen):
    """The training plan and the partners."""

    key, title = "trainings", "Training"
    tables = frozenset({"training", "partner", "goal"})

    def __init__(self, engagement: "Engagement", parent: QWidget | None = None) -> None:
        super().__init__(engagement, parent)
        self.today: date = datetime.now().astimezone().date()
        self.view = TrainingsLayout(partners.list_partner_kinds())
        self._trainings: dict[str, TrainingRow] = {}
        self._partners: dict[str, PartnerRow] = {}
        self.head.add_beside(self.view.segments)
        self.head.add_action(self.view.own)
        self.head.add_action(self.view.add)
        self.set_content(self.view)
        self._wire()

    @property
    def kind(self) -> str:
        """What is shown: trainings or partners."""
        return self.view.segments.key

    def refresh(self) -> None:
        """Show what is planned and who helps."""
        self._trainings = {row.id: row for row in trainings.list_trainings(self.engagement)}
        self._partners = {row.id: row for row in partners.list_partners(self.engagement)}
        view = self.view
        view.segments.show_segments(
            [
                Segment("trainings", self.tr("Training"), str(len(self._trainings))),
                Segment("partners", self.tr("Partners"), str(len(self._partners))),
            ]
        )
        view.lists["trainings"].show_rows([self._training_row(row) for row in self._trainings.values()])
        view.lists["partners"].show_rows([self._partner_row(row) for row in self._partners.values()])
        if view.pages.currentWidget() is view.catalog:
            view.catalog.show_catalog(trainings.list_catalog(self.engagement))
        self._show_training(view.lists["trainings"].chosen_id)
        self._show_partner(view.lists["partners"].chosen_id)
        self._show_page()

    def show_element(self, element_id: str) -> None:
        """Choose a session or a partner."""
        key = "partners" if element_id in self._partners else "trainings"
        self.view.segments.choose(key)
        self.view.lists[key].choose(element_id)
        self._show_page()

    def _wire(self) -> None:
        view = self.view
        view.segments.chosen.connect(lambda _: self._leave_catalog())
        view.add.clicked.connect(self._add)
        view.own.clicked.connect(self._add_own)
        view.no_trainings.asked.connect(self._open_catalog)
        view.no_partners.asked.connect(self._add)
        view.lists["trainings"].chosen.connect(self._show_training)
        view.lists["partners"].chosen.connect(self._show_partner)
        view.catalog.left.connect(self._leave_catalog)
        view.catalog.taken.connect(self._take)
        view.training.edited.connect(self._edit_training)
        view.training.removed.connect(self._remove_training)
        view.partner.edited.connect(self._edit_partner)
        view.partner.removed.connect(self._remove_partner)

    # What is shown

    def _show_page(self) -> None:
        view, is_locked = self.view, bool(self.engagement.read_only)
        in_catalog = view.pages.currentWidget() is view.catalog
        rows: dict[str, Any] = self._trainings if self.kind == "trainings" else dict(self._partners)
        if not in_catalog:
            view.pages.setCurrentWidget(view.filled[self.kind] if rows else view.empties[self.kind])
        is_training = self.kind == "trainings"
        view.add.setText(self.tr("From the catalog") if is_training else self.tr("Partner"))
        view.add.setVisible(bool(rows) and not in_catalog and not is_locked)
        view.own.setVisible(is_training and not in_catalog and not is_locked)
        view.no_trainings.button.setVisible(not is_locked)
        view.no_partners.button.setVisible(not is_locked)
        view.training.set_read_only(is_locked)
        view.partner.set_read_only(is_locked)
        self.head.set_line(self._head_line() if is_training else "")

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

    def _partner_row(self, row: PartnerRow) -> ListRow:
        referrals = self.tr("{count} referrals").format(count=row.referrals) if row.referrals else ""
        trailing = referrals if row.is_active else self.tr("Dormant")
        return ListRow(row.id, row.name, row.kind, trailing=trailing)

    def _show_training(self, training_id: str) -> None:
        row = self._trainings.get(training_id)
        if row is None:
            return
        self._finish(self.view.lists["trainings"], training_id)
        choices = [Choice(None, self.tr("No goal"))]
        choices += [
            Choice(goal.id, self.tr("Goal {number}, {title}").format(number=goal.number, title=goal.title))
            for goal in goals.list_goals(self.engagement)
        ]
        self.view.training.show_training(row, choices, self.today)

    def _show_partner(self, partner_id: str) -> None:
        row = self._partners.get(partner_id)
        if row is not None:
            self._finish(self.view.lists["partners"], partner_id)
            self.view.partner.show_partner(row)

    def _finish(self, shown_in: RowList, element_id: str) -> None:
        """Save what is being typed before another element is shown."""
        if shown_in.property("shown") != element_id:
            self.finish_editing()
            shown_in.setProperty("shown", element_id)

    def _open_catalog(self) -> None:
        self.view.catalog.show_catalog(trainings.list_catalog(self.engagement))
        self.view.pages.setCurrentWidget(self.view.catalog)
        self._show_page()
        self.view.catalog.list.setFocus()

    def _leave_catalog(self) -> None:
        self.view.pages.setCurrentWidget(self.view.filled[self.kind])
        self._show_page()

    # What is done

    def _add(self) -> None:
        if self.kind == "trainings":
            self._open_catalog()
            return
        self._begin(
            lambda: partners.add_partner(self.engagement, self.tr("New partner")),
            self.tr("Partner added"),
            self.view.partner.form.fields["name"],
        )

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
        training_id = self.view.lists["trainings"].property("shown")
        values = {name: _whole(name, value)}
        self.attempt(lambda: trainings.edit_training(self.engagement, training_id, **values))

    def _remove_training(self) -> None:
        training_id = self.view.lists["trainings"].chosen_id
        removed = self.tr("Training removed")
        self.attempt(lambda: trainings.remove_training(self.engagement, training_id), done=removed)

    def _edit_partner(self, name: str, value: Any) -> None:
        partner_id = self.view.lists["partners"].property("shown")
        values = {name: _whole(name, value)}
        self.attempt(lambda: partners.edit_partner(self.engagement, partner_id, **values))

    def _remove_partner(self) -> None:
        partner_id = self.view.lists["partners"].chosen_id
        self.attempt(
            lambda: partners.remove_partner(self.engagement, partner_id), done=self.tr("Partner removed")
        )


def _whole(name: str, value: Any) -> Any:
    """People are counted in whole numbers."""
    return int(value) if name in _COUNTS and isinstance(value, Decimal) else value
