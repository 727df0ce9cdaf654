"""The history: every change by day, what the chosen one did row by row, and undo of the newest."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from assessor.operations import histories
from assessor.operations.change_details import ChangeDetails, get_change_details
from assessor.operations.histories import ChangeRow
from assessor.ui.history_rows import CHANGE_ROLE, PAGE, HistoryDelegate, HistoryModel
from assessor.ui.history_story import StoryView
from assessor.ui.overview_words import long_day
from assessor.ui.screens import Screen
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import PlainButton
from assessor.ui.widgets.notices import EmptyState
from assessor.ui.widgets.panes import Columns, Detail
from assessor.ui.widgets.texts import Paragraph

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement

_MOST_PAGES = 100  # fetched to show one change that was asked for


class HistoryLayout(QWidget):
    """Changes by day at the left, what the chosen one did at the right."""

    def __init__(self, model: HistoryModel) -> None:
        super().__init__()
        self.list = self._changes(model)
        self.title = Paragraph("", Role.TITLE, "ink")
        self.facts = Paragraph("", Role.BODY, "ink3")
        self.undo = PlainButton(self.tr("Undo this change"), "undo-2")
        self.why_not = Paragraph("", Role.SMALL, "ink3")
        self.more = Paragraph("", Role.BODY, "ink3")
        self.detail = Detail()
        self.stories = QVBoxLayout()
        self.stories.setSpacing(0)
        for widget in (self.title, self.facts, self.undo, self.why_not):
            self.detail.column.addWidget(widget)
        self.detail.column.addLayout(self.stories)
        self.detail.column.addWidget(self.more)
        columns = Columns("history")
        columns.add(self.list, 480, least=320)
        columns.add(self.detail, 640, grows=True, least=360)
        self.columns = columns
        self.empty = EmptyState(
            "history",
            self.tr("Nothing was done yet"),
            self.tr("Every change is listed here with its day and author, and can be taken back."),
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(columns)
        row.addWidget(self.empty)

    def _changes(self, model: HistoryModel) -> QListView:
        changes = QListView()
        changes.setAccessibleName(self.tr("Changes, newest first"))
        changes.setModel(model)
        changes.setItemDelegate(HistoryDelegate(changes))
        changes.setUniformItemSizes(True)
        changes.setFrameShape(QFrame.Shape.NoFrame)
        changes.setMouseTracking(True)
        changes.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        changes.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        changes.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        return changes

    def show_stories(self, details: ChangeDetails) -> None:
        """Show what a change did."""
        while (item := self.stories.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for story in details.rows:
            self.stories.addWidget(StoryView(story))
        rest = details.count - len(details.rows)
        self.more.setText(self.tr("and {rest} more rows").format(rest=f"{rest:,}"))
        self.more.setVisible(rest > 0)


class HistoryScreen(Screen):
    """Everything that was done, newest first."""

    key, title, tables = "history", "History", histories.ALL_TABLES

    def __init__(self, engagement: "Engagement", parent: QWidget | None = None) -> None:
        super().__init__(engagement, parent)
        self.changes = HistoryModel(self._fetch, self._day_in_words, self)
        self.view = HistoryLayout(self.changes)
        self.set_content(self.view)
        self.view.undo.clicked.connect(self._reverse)
        self.view.list.selectionModel().currentChanged.connect(self._show)
        self._shown = ""

    def refresh(self) -> None:
        """Put what was done since on top."""
        was_newest = self._chosen() is None or self._chosen() == self.changes.newest
        self.changes.show_newest()
        newest = self.changes.newest
        self.view.columns.setVisible(newest is not None)
        self.view.empty.setVisible(newest is None)
        if was_newest and newest is not None:
            self._choose(newest.id)
        self._show_doing()

    def show_element(self, element_id: str) -> None:
        """Choose a change, fetching as far back as it lies."""
        for _ in range(_MOST_PAGES):
            if self.changes.row_of(element_id) >= 0 or not self.changes.canFetchMore():
                break
            self.changes.fetchMore()
        self._choose(element_id)

    def _fetch(self, before: int | None) -> Sequence[ChangeRow]:
        return histories.list_changes(self.engagement, limit=PAGE, before=before)

    def _day_in_words(self, day: date) -> str:
        today = date.today()  # noqa: DTZ011  # the day on the wall
        ago = (today - day).days
        if ago in (0, 1):
            word = self.tr("Yesterday") if ago else self.tr("Today")
            return f"{word}, {long_day(day)}"
        return long_day(day) if day.year == today.year else f"{long_day(day)}, {day.year}"

    def _choose(self, change_id: str) -> None:
        place = self.changes.row_of(change_id)
        if place >= 0:
            self.view.list.setCurrentIndex(self.changes.index(place))
            self.view.list.scrollTo(self.view.list.currentIndex())

    def _chosen(self) -> ChangeRow | None:
        row = self.view.list.currentIndex().data(CHANGE_ROLE)
        return row if isinstance(row, ChangeRow) else None

    def _show(self, index: QModelIndex) -> None:
        change = index.data(CHANGE_ROLE)
        if not isinstance(change, ChangeRow):
            return
        self.view.title.setText(change.sentence)
        local = change.made_at.astimezone()
        rows = (
            self.tr("1 row") if change.rows == 1 else self.tr("{rows} rows").format(rows=f"{change.rows:,}")
        )
        when = f"{self._day_in_words(local.date())}, {local:%H:%M}"
        self.view.facts.setText(f"{change.author} · {when} · {rows}")
        self._show_doing()
        if change.id != self._shown:
            self._shown = change.id
            details = self.attempt(lambda: get_change_details(self.engagement, change.id))
            if details is not None:
                self.view.show_stories(details)
                self.view.detail.verticalScrollBar().setValue(0)

    def _show_doing(self) -> None:
        change, newest = self._chosen(), self.changes.newest
        is_newest = change is not None and change == newest
        can = is_newest and not self.engagement.read_only and self._reversible(change) is not None
        self.view.undo.setVisible(can)
        self.view.why_not.setText(self._why_not(change))
        self.view.why_not.setVisible(bool(self.view.why_not.text()))
        if change is not None and change.is_undo:
            self.view.undo.setText(self.tr("Do it again"))
        else:
            self.view.undo.setText(self.tr("Undo this change"))

    def _why_not(self, change: ChangeRow | None) -> str:
        """Why a change cannot be taken back here; empty where it can."""
        if change is None:
            return ""
        if change.is_lasting:
            return self.tr("This was done for good and cannot be taken back.")
        if not change.rows:
            return self.tr("What this change did was forgotten for good since: nothing can bring it back.")
        if change != self.changes.newest:
            return self.tr("Only the newest change can be undone here; undo goes back one change at a time.")
        return ""

    def _reversible(self, change: ChangeRow | None) -> str | None:
        if change is None or change.is_lasting or not change.rows:
            return None
        return self.engagement.can_redo() if change.is_undo else self.engagement.can_undo()

    def _reverse(self) -> None:
        change = self.changes.newest
        if change is None:
            return
        if change.is_undo:
            self.attempt(self.engagement.redo, done=self.tr("Done again"))
        else:
            self.attempt(self.engagement.undo, done=self.tr("Undone"), undoable=False)
