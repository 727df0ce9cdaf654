"""Who decides what: the matrix of decisions and offices, in words."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from assessor.operations import role_decisions
from assessor.operations.role_decisions import RoleDecisionRow
from assessor.terms import Part
from assessor.ui.plan.decision_model import NOTE, TITLE
from assessor.ui.plan.decision_table import DecisionTable
from assessor.ui.plan.part_words import part_choices
from assessor.ui.screens import Screen
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import PlainButton, QuietButton
from assessor.ui.widgets.notices import EmptyState, Icon
from assessor.ui.widgets.sections import Hairline
from assessor.ui.widgets.texts import Text

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement

_FOOT = 44


class RoleDecisionsLayout(QWidget):
    """The table, and a foot that says what is wrong or which keys there are."""

    def __init__(self, offices: list[str]) -> None:
        super().__init__()
        self.add = PlainButton(self.tr("Decision"), "plus")
        self.table = DecisionTable(offices)
        self.more = QuietButton(self.tr("Add what is missing from the library"), "book-open")
        self.fault_icon = Icon("circle-alert", "watch", 16)
        self.foot_line = Text("", Role.SMALL, "ink3")
        self.empty = EmptyState(
            "scale",
            self.tr("Nothing decided yet"),
            self.tr(
                "The matrix says for each decision which office decides, who does the work, who is asked "
                "first and who is told after. Discipline is the school’s; law is the officer’s."
            ),
            self.tr("Begin with the shipped matrix"),
        )
        self.pages = QStackedWidget()
        self.full = self._full()
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self.full)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.pages)

    def _full(self) -> QWidget:
        full = QWidget()
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 0, 12, 0)
        foot.setSpacing(8)
        foot.addWidget(self.fault_icon)
        foot.addWidget(self.foot_line)
        foot.addStretch(1)
        foot.addWidget(self.more)
        holder = QWidget()
        holder.setFixedHeight(_FOOT)
        holder.setLayout(foot)
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        column.addWidget(Hairline())
        column.addWidget(holder)
        return full


class RoleDecisionsScreen(Screen):
    """The matrix of decisions."""

    key, title = "role_decisions", "Who decides"
    tables = frozenset({"role_decision"})

    def __init__(self, engagement: "Engagement", parent: QWidget | None = None) -> None:
        super().__init__(engagement, parent)
        self.view = RoleDecisionsLayout(role_decisions.list_office_labels())
        self.head.add_action(self.view.add)
        self.set_content(self.view)
        view = self.view
        view.add.clicked.connect(self._add)
        view.more.clicked.connect(self._take)
        view.empty.asked.connect(self._take)
        view.table.part_set.connect(self._set_part)
        view.table.asked.connect(self._do)
        view.table.chosen.connect(lambda _: self._say())
        view.table.menu_asked.connect(self._open_menu)
        view.table.model_.edited.connect(self._edit)

    def refresh(self) -> None:
        """Show the matrix."""
        rows = role_decisions.list_role_decisions(self.engagement)
        is_locked = bool(self.engagement.read_only)
        self.view.table.is_locked = is_locked
        self.view.add.setVisible(not is_locked)
        self.view.more.setVisible(not is_locked)
        self.view.empty.button.setVisible(not is_locked)
        self.view.table.show_rows(rows)
        self.view.pages.setCurrentWidget(self.view.full if rows else self.view.empty)
        self.head.set_line(self._head_line(rows))
        self._say()

    def show_element(self, element_id: str) -> None:
        """Choose a decision."""
        self.view.table.choose(element_id)

    def _head_line(self, rows: list[RoleDecisionRow]) -> str:
        if not rows:
            return ""
        open_ones = sum(bool(row.fault) for row in rows)
        one = self.tr("1 decision")
        count = one if len(rows) == 1 else self.tr("{count} decisions").format(count=len(rows))
        unclear = self.tr("{count} not clear yet").format(count=open_ones)
        return " · ".join([count, *([unclear] if open_ones else [])])

    def _say(self) -> None:
        """Under the table: what is wrong with the decision chosen, or the keys."""
        row = self.view.table.chosen_row
        fault = row.fault if row else ""
        keys = self.tr(
            "D decides · J jointly* · W does the work · A is asked · T is told · – no part · Enter edits"
        )
        self.view.fault_icon.setVisible(bool(fault))
        self.view.foot_line.set_tone("watch" if fault else "ink3")
        self.view.foot_line.setText(f"{row.title}: {fault}" if row and fault else keys)

    def _set_part(self, decision_id: str, office: str, part: Part) -> None:
        self.attempt(lambda: role_decisions.set_part(self.engagement, decision_id, office, part))

    def _edit(self, decision_id: str, column: str, text: str) -> None:
        self.attempt(
            lambda: role_decisions.edit_role_decision(self.engagement, decision_id, **{column: text})
        )

    def _take(self) -> None:
        added = self.attempt(lambda: role_decisions.add_role_decisions_from_library(self.engagement))
        if added:
            words = self.tr("1 decision added") if added == 1 else self.tr("{count} decisions added")
            self.said.emit(words.format(count=added), True)
            self.view.table.setFocus()
        elif added == 0:
            self.said.emit(self.tr("The matrix has everything the library has"), False)

    def _add(self) -> None:
        chosen = self.view.table.chosen_row
        section = chosen.section if chosen else self.tr("School matters")
        new = self.attempt(
            lambda: role_decisions.add_role_decision(self.engagement, section, self.tr("New decision")),
            done=self.tr("Decision added"),
        )
        if new is not None:
            self.refresh_if_stale()
            self.view.table.choose(new, TITLE)
            self.view.table.edit_text(TITLE)

    def _do(self, doing: str) -> None:
        row = self.view.table.chosen_row
        if doing == "add":
            self._add()
        elif row is None or self.engagement.read_only:
            return
        elif doing == "remove":
            removed = self.tr("Decision removed")
            self.attempt(lambda: role_decisions.remove_role_decision(self.engagement, row.id), done=removed)
        elif doing in ("up", "down"):
            by = -1 if doing == "up" else 1
            self.attempt(lambda: role_decisions.move_role_decision(self.engagement, row.id, by))
        elif doing in ("title", "note"):
            self.view.table.edit_text(TITLE if doing == "title" else NOTE)

    def _open_menu(self, place: QPoint, decision_id: str) -> None:
        del decision_id
        menu = QMenu(self)
        column = self.view.table.currentIndex().column()
        if TITLE < column < NOTE:
            for part, words, key in part_choices():
                action = menu.addAction(f"{words}\t{key}")
                action.triggered.connect(lambda _=False, part=part: self.view.table.set_part(part))
            menu.addSeparator()
        for doing, words in (
            ("title", self.tr("Edit the decision\tEnter")),
            ("note", self.tr("Edit the note")),
            ("up", self.tr("Move up\tAlt+Up")),
            ("down", self.tr("Move down\tAlt+Down")),
            ("remove", self.tr("Remove the decision")),
        ):
            action = menu.addAction(words)
            action.triggered.connect(lambda _=False, doing=doing: self._do(doing))
        menu.popup(place)
