"""Protocols: who tells whom what and how fast, step by step, and the ladder for when we disagree."""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from assessor.operations import goals, ladders, protocol_steps, protocols
from assessor.ui.plan.ladder_detail import LadderDetail
from assessor.ui.plan.protocol_detail import ProtocolDetail, ProtocolStepCard
from assessor.ui.plan.protocol_preview import ProtocolPreview
from assessor.ui.screens import Screen
from assessor.ui.widgets.buttons import PlainButton
from assessor.ui.widgets.choice_fields import Choice
from assessor.ui.widgets.days import long_day
from assessor.ui.widgets.panes import Columns
from assessor.ui.widgets.row_lists import RowList
from assessor.ui.widgets.row_models import ListRow

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement

_LADDER, _LIBRARY = "ladder", "library:"


class ProtocolsLayout(QWidget):
    """Protocols and the ladder at the left, one of them at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.add = PlainButton(self.tr("Protocol of your own"), "plus")
        self.list = RowList(self.tr("Protocols"))
        self.protocol, self.ladder, self.preview = ProtocolDetail(), LadderDetail(), ProtocolPreview()
        self.details = QStackedWidget()
        for detail in (self.protocol, self.ladder, self.preview):
            self.details.addWidget(detail)
        columns = Columns("protocols")
        columns.add(self.list, 352)
        columns.add(self.details, 840, grows=True, least=480)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(columns)


class ProtocolsScreen(Screen):
    """The protocols of the plan, and those that are shipped."""

    key, title = "protocols", "Protocols"
    tables = frozenset({"protocol", "protocol_step", "ladder_step", "ladder_rule", "goal"})

    def __init__(self, engagement: "Engagement", parent: QWidget | None = None) -> None:
        super().__init__(engagement, parent)
        self.view = ProtocolsLayout()
        self.head.add_action(self.view.add)
        self.set_content(self.view)
        self._shown = ""
        self._wire()
        self._wire_ladder()

    def refresh(self) -> None:
        """Show what is in the plan and what the library has."""
        rows = protocols.list_protocols(self.engagement)
        offered = [row for row in protocols.list_library_protocols(self.engagement) if not row.is_taken]
        shown = [self._row(row) for row in rows] + [self._offer_row(row) for row in offered]
        shown.sort(key=lambda pair: pair[0])
        self.view.list.show_rows([row for _, row in shown] + [self._ladder_row()])
        if rows:
            in_plan = self.tr("{count} in the plan").format(count=len(rows))
            more = self.tr("{count} more in the library").format(count=len(offered))
            self.head.set_line(" · ".join([in_plan, *([more] if offered else [])]))
        else:
            self.head.set_line(self.tr("none in the plan yet"))
        self._show(self.view.list.chosen_id)

    def show_element(self, element_id: str) -> None:
        """Choose a protocol."""
        self.view.list.choose(element_id)

    def _wire(self) -> None:
        view = self.view
        view.list.chosen.connect(self._show)
        view.add.clicked.connect(self._add)
        view.protocol.removed.connect(self._remove)
        view.preview.taken.connect(self._take)
        view.protocol.edited.connect(self._edit)
        view.protocol.step_edited.connect(self._edit_step)
        view.protocol.step_asked.connect(self._do_step)
        view.protocol.step_added.connect(self._add_step)

    def _wire_ladder(self) -> None:
        ladder = self.view.ladder
        ladder.step_edited.connect(self._edit_ladder_step)
        ladder.step_asked.connect(self._do_ladder_step)
        ladder.step_added.connect(self._add_ladder_step)
        ladder.rule_edited.connect(self._edit_rule)
        ladder.rule_asked.connect(self._do_rule)
        ladder.rule_added.connect(self._add_rule)

    # What is shown

    def _row(self, row: protocols.ProtocolRow) -> tuple[str, ListRow]:
        steps = self.tr("1 step") if row.steps == 1 else self.tr("{count} steps").format(count=row.steps)
        since = self.tr("in force since {day}")
        force = (
            since.format(day=long_day(row.in_force_on)) if row.in_force_on else self.tr("not in force yet")
        )
        return row.code, ListRow(row.id, row.title, f"{row.code} · {steps} · {force}")

    def _offer_row(self, row: protocols.LibraryProtocol) -> tuple[str, ListRow]:
        shown = ListRow(_LIBRARY + row.key, row.title, row.code, trailing=self.tr("In the library"))
        return row.code, shown

    def _ladder_row(self) -> ListRow:
        steps = ladders.get_ladder(self.engagement).steps
        trailing = "" if steps else self.tr("In the library")
        days = max((step.days_so_far for step in steps), default=0)
        second = self.tr("Ladder for disagreements")
        if steps:
            second = self.tr("Ladder · {count} steps · {days} school days").format(
                count=len(steps), days=days
            )
        return ListRow(_LADDER, self.tr("When we disagree"), second, icon="scale", trailing=trailing)

    def _show(self, element_id: str) -> None:
        if element_id != self._shown:
            self.finish_editing()
        self._shown = element_id
        view, is_locked = self.view, bool(self.engagement.read_only)
        view.protocol.set_read_only(is_locked)
        view.ladder.set_read_only(is_locked)
        view.add.setVisible(not is_locked)
        view.preview.is_locked = is_locked
        in_plan = bool(element_id) and element_id != _LADDER and not element_id.startswith(_LIBRARY)
        if in_plan:
            choices = [Choice(None, self.tr("No goal"))]
            choices += [
                Choice(
                    goal.id, self.tr("Goal {number}, {title}").format(number=goal.number, title=goal.title)
                )
                for goal in goals.list_goals(self.engagement)
            ]
            view.protocol.show_protocol(protocols.get_protocol(self.engagement, element_id), choices)
            view.details.setCurrentWidget(view.protocol)
        elif element_id == _LADDER:
            self._show_ladder()
        elif element_id:
            self._show_offer(element_id.removeprefix(_LIBRARY))

    def _show_ladder(self) -> None:
        ladder = ladders.get_ladder(self.engagement)
        if ladder.steps:
            self.view.ladder.show_ladder(ladder)
            self.view.details.setCurrentWidget(self.view.ladder)
            return
        offer = ladders.preview_ladder()
        steps = [(step.clock, step.who, step.act) for step in offer.steps]
        purpose = self.tr(
            "A short ladder, so that disagreements are settled low and soon, and change something."
        )
        self.view.preview.show_offer(self.tr("When we disagree"), purpose, steps)
        self.view.details.setCurrentWidget(self.view.preview)

    def _show_offer(self, key: str) -> None:
        offer = protocols.preview_protocol(key)
        steps = [(step.clock, step.title, step.act) for step in offer.steps]
        self.view.preview.show_offer(f"{offer.code}  {offer.title}", offer.purpose, steps)
        self.view.details.setCurrentWidget(self.view.preview)

    # What is done

    def _take(self) -> None:
        if self._shown == _LADDER:
            self.attempt(
                lambda: ladders.add_ladder_from_library(self.engagement), done=self.tr("Ladder added")
            )
            return
        key = self._shown.removeprefix(_LIBRARY)
        new = self.attempt(
            lambda: protocols.add_protocol_from_library(self.engagement, key), done=self.tr("Protocol added")
        )
        self._choose(new)

    def _add(self) -> None:
        new = self.attempt(
            lambda: protocols.add_protocol(self.engagement, self.tr("New protocol")),
            done=self.tr("Protocol added"),
        )
        self._choose(new)
        if new is not None:
            self.view.protocol.head.fields["title"].setFocus()

    def _choose(self, element_id: str | None) -> None:
        self.refresh_if_stale()
        if element_id is not None:
            self.view.list.choose(element_id)

    def _remove(self) -> None:
        shown = self._shown
        self.attempt(
            lambda: protocols.remove_protocol(self.engagement, shown), done=self.tr("Protocol removed")
        )

    def _edit(self, name: str, value: Any) -> None:
        shown = self._shown
        self.attempt(lambda: protocols.edit_protocol(self.engagement, shown, **{name: value}))

    def _edit_step(self, step_id: str, name: str, value: Any) -> None:
        if name == "branches":
            self.attempt(lambda: protocol_steps.set_branches(self.engagement, step_id, value))
        else:
            self.attempt(lambda: protocol_steps.edit_step(self.engagement, step_id, **{name: value}))

    def _do_step(self, step_id: str, doing: str) -> None:
        self.finish_editing()
        if doing == "branch":
            card = self.view.protocol.steps.cards[step_id]
            if isinstance(card, ProtocolStepCard):
                card.branches.begin_another()
        elif doing == "remove":
            removed = self.tr("Step removed")
            self.attempt(lambda: protocol_steps.remove_step(self.engagement, step_id), done=removed)
        else:
            by = -1 if doing == "up" else 1
            self.attempt(lambda: protocol_steps.move_step(self.engagement, step_id, by))

    def _add_step(self) -> None:
        shown = self._shown
        new = self.attempt(
            lambda: protocol_steps.add_step(self.engagement, shown, self.tr("New step")),
            done=self.tr("Step added"),
        )
        if new is not None and new in self.view.protocol.steps.cards:
            self.view.protocol.steps.cards[new].fields["title"].setFocus()

    def _edit_ladder_step(self, step_id: str, name: str, value: Any) -> None:
        days = int(value) if name == "school_days" and value is not None else value
        self.attempt(lambda: ladders.edit_ladder_step(self.engagement, step_id, **{name: days}))

    def _do_ladder_step(self, step_id: str, doing: str) -> None:
        self.finish_editing()
        if doing == "remove":
            removed = self.tr("Step removed")
            self.attempt(lambda: ladders.remove_ladder_step(self.engagement, step_id), done=removed)
        else:
            by = -1 if doing == "up" else 1
            self.attempt(lambda: ladders.move_ladder_step(self.engagement, step_id, by))

    def _add_ladder_step(self) -> None:
        self.attempt(
            lambda: ladders.add_ladder_step(self.engagement, self.tr("Who"), ""), done=self.tr("Step added")
        )

    def _edit_rule(self, rule_id: str, name: str, value: Any) -> None:
        self.attempt(lambda: ladders.edit_ladder_rule(self.engagement, rule_id, **{name: value}))

    def _do_rule(self, rule_id: str, _doing: str) -> None:
        self.attempt(
            lambda: ladders.remove_ladder_rule(self.engagement, rule_id), done=self.tr("Rule removed")
        )

    def _add_rule(self) -> None:
        self.attempt(
            lambda: ladders.add_ladder_rule(self.engagement, self.tr("New rule")), done=self.tr("Rule added")
        )
