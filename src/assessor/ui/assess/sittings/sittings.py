"""Interviews and groups: who was asked what, and what they said, noted live or brought in as a transcript."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShortcut
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from assessor.operations import remarks, sittings
from assessor.operations.mendings import count_mendings
from assessor.operations.sittings import SittingRow
from assessor.operations.transcripts import Imported
from assessor.terms import SittingKind
from assessor.ui.assess.practice.practicing import Practicing
from assessor.ui.assess.room.live_room import LiveRoom
from assessor.ui.assess.sittings.sitting_printing import SittingPrinting
from assessor.ui.assess.sittings.sitting_record import SittingRecord
from assessor.ui.assess.sittings.sitting_words import (
    KIND_ICONS,
    day_words,
    held_on,
    kind_word,
    mendings_words,
    people_words,
    remarks_words,
    tr,
)
from assessor.ui.assess.transcripts.transcript_importing import TranscriptImporting
from assessor.ui.assess.transcripts.transcript_mapping import TranscriptPage
from assessor.ui.screens import Screen
from assessor.ui.widgets.buttons import IconButton, PlainButton, PrimaryButton
from assessor.ui.widgets.job_lines import JobLine
from assessor.ui.widgets.notices import EmptyState
from assessor.ui.widgets.panes import Columns
from assessor.ui.widgets.row_lists import RowList
from assessor.ui.widgets.row_models import ListRow
from assessor.ui.widgets.segments import Segment, Segments
from assessor.ui.widgets.tags import Meaning

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement

_LIST, _ROOMY = 280, 1000
_SHOWN = {
    "all": tuple(SittingKind),
    "interviews": (SittingKind.INTERVIEW,),
    "groups": (SittingKind.FOCUS_GROUP, SittingKind.JOINT_SESSION),
    "observations": (SittingKind.OBSERVATION,),
}


class SittingsLayout(QWidget):
    """List left, record right; or what this place is for, while there is nothing."""

    def __init__(self, engagement: "Engagement") -> None:
        super().__init__()
        self.segments = Segments([Segment("all", self.tr("All"))], self.tr("Kinds of sittings"))
        self.import_ = PlainButton(self.tr("Import transcript"), "upload")
        self.add = PlainButton(self.tr("Add"), "plus")
        self.take_notes = PrimaryButton(self.tr("Take notes"), "pencil")
        self.more = IconButton("ellipsis", self.tr("More"))
        self.job = JobLine()
        self.job.setContentsMargins(24, 4, 24, 4)
        self.list = RowList(self.tr("Sittings"))
        self.record = SittingRecord(engagement)
        self.empty = EmptyState(
            "users",
            self.tr("Nobody was heard yet"),
            self.tr(
                "Plan an interview, a focus group or an observation. Take notes while people talk, "
                "or bring in a transcript; names become codes."
            ),
            self.tr("Plan a focus group"),
            second=self.tr("Practice taking notes"),
        )
        columns = Columns("sittings")
        columns.add(self.list, _LIST, least=220)
        columns.add(self.record, 900, grows=True, least=420)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.empty)
        self.pages.addWidget(columns)
        self.transcript = TranscriptPage(engagement)
        self.pages.addWidget(self.transcript)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.job)
        column.addWidget(self.pages, 1)


class SittingsScreen(Screen):
    """All sittings, and the record of one."""

    key = "sittings"
    title = "Interviews and groups"
    tables = frozenset(
        {
            *("sitting", "seat", "participant", "site"),
            *("safeguarding_note", "asking", "own_guide", "own_question", "client", "agency"),
            *("remark", "remark_speaker", "remark_code", "remark_voice"),
        }
    )

    def __init__(self, engagement: "Engagement", parent: QWidget | None = None) -> None:
        super().__init__(engagement, parent)
        self.view = SittingsLayout(engagement)
        self.set_content(self.view)
        self.head.add_beside(self.view.segments)
        for button in (self.view.more, self.view.import_, self.view.add, self.view.take_notes):
            self.head.add_action(button)
        self.printing = SittingPrinting(engagement, self.view.job, self)
        self.importing = TranscriptImporting(engagement, self.view.transcript, self.view.job, self)
        for button in (self.importing.give_up, self.importing.keep):
            self.head.add_action(button)
        self.room: LiveRoom | None = None
        self.practicing = Practicing(self)
        self._fill_menus()
        self._wire()

    def refresh(self) -> None:
        """Show the sittings of the kinds chosen, and the record of the chosen one."""
        rows = sittings.list_sittings(self.engagement)
        self._show_segments(rows)
        shown = [row for row in rows if row.kind in _SHOWN[self.view.segments.key]]
        to_mend = count_mendings(self.engagement)
        is_mapping = self.importing.is_open
        self.view.pages.setCurrentIndex(2 if is_mapping else 1 if rows else 0)
        self.head.title.setText(
            self.tr("Bring in a transcript") if is_mapping else self.tr("Interviews and groups")
        )
        self.view.list.show_rows([_list_row(row, to_mend.get(row.id, 0)) for row in shown])
        may_change = not self.engagement.read_only and not is_mapping
        self.view.more.setVisible(not is_mapping)
        for button in (self.view.import_, self.view.add):
            button.setVisible(may_change)
        self.view.take_notes.setVisible(may_change and bool(shown))
        self.view.record.show_sitting(self.view.list.chosen_id)

    def show_element(self, element_id: str) -> None:
        """Choose a sitting, or open a remark in the notes it stands in."""
        if self.importing.is_open:
            self.importing.close()
        sitting_id = remarks.sitting_of(self.engagement, element_id) or element_id
        if not self.view.list.choose(sitting_id):
            self.view.segments.choose("all")
            self.refresh()
            self.view.list.choose(sitting_id)
        if sitting_id != element_id:
            self.view.record.open_remark(element_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less on the button where the head has no room."""
        super().resizeEvent(event)
        is_narrow = self.width() < _ROOMY
        self.view.import_.setText(self.tr("Import") if is_narrow else self.tr("Import transcript"))

    def close_screen(self) -> None:
        """Keep the line being typed, and save what is being edited."""
        if self.room is not None and self.room.isVisible():
            self.room.settle()
        self.practicing.close()
        self.importing.cancel()
        super().close_screen()

    def take_notes(self) -> None:
        """Enter the note-taking room of the chosen sitting."""
        chosen = self.view.list.chosen_id
        if not chosen:
            return
        self.finish_editing()
        room = LiveRoom(self.engagement, chosen)
        room.left.connect(self._leave_room)
        room.ended.connect(self._end_room)
        if self.attempt(room.enter):
            self.room = room
            self.room_entered.emit(room)
            room.input.setFocus()

    def _wire(self) -> None:
        view = self.view
        view.segments.chosen.connect(lambda _key: self.refresh())
        view.list.chosen.connect(view.record.show_sitting)
        view.list.opened.connect(lambda _id: self.take_notes())
        view.take_notes.clicked.connect(self.take_notes)
        view.empty.asked.connect(lambda: self._add(SittingKind.FOCUS_GROUP))
        view.empty.second_asked.connect(self.practicing.begin)
        view.import_.clicked.connect(self.importing.ask)
        self.importing.opened.connect(self.refresh)
        self.importing.closed.connect(self.refresh)
        self.importing.brought_in.connect(self._imported)
        view.record.asked.connect(lambda person: self.asked_to_go.emit("participants", person))
        view.record.said.connect(self.said)
        view.record.print_asked.connect(self.printing.ask_for_record)
        self.printing.said.connect(self.said)
        view.record.failed.connect(self.problem.tell)
        view.record.notes_asked.connect(self.take_notes)
        view.record.guide_asked.connect(lambda guide: self.asked_to_go.emit("guides", guide))
        QShortcut("F8", self, view.record.mend_next, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _fill_menus(self) -> None:
        add = QMenu(self.view.add)
        for kind in SittingKind:
            add.addAction(kind_word(kind)).triggered.connect(lambda _=False, kind=kind: self._add(kind))
        self.view.add.setMenu(add)
        more = QMenu(self.view.more)
        more.addAction(self.tr("Practice taking notes")).triggered.connect(self.practicing.begin)
        more.addAction(self.tr("Print keys card…")).triggered.connect(self.printing.ask_for_keys)
        self.view.more.setMenu(more)

    def _add(self, kind: SittingKind) -> None:
        title = self.tr("New {kind}").format(kind=kind_word(kind).lower())
        new = self.attempt(lambda: sittings.add_sitting(self.engagement, kind, title))
        if new:
            self.show_element(new)
            self.view.record.title.editor.setFocus()
            self.view.record.title.line.selectAll()
            self.said.emit(self.tr("Added"), True)

    def _imported(self, done: Imported) -> None:
        self.show_element(done.sitting_id)
        words = self.tr("{remarks} of {speakers} brought in")
        self.said.emit(
            words.format(remarks=remarks_words(done.remarks), speakers=people_words(done.speakers)), True
        )

    def _leave_room(self) -> None:
        self.room_left.emit()
        if self.room is not None:
            self.room.deleteLater()
            self.room = None
        self.view.list.setFocus()

    def _end_room(self) -> None:
        self._leave_room()
        self.view.record.write_debrief()
        self.said.emit(self.tr("Session ended. Write the debrief while you remember."), False)

    def _show_segments(self, rows: list[SittingRow]) -> None:
        counts = {key: str(sum(row.kind in kinds for row in rows)) for key, kinds in _SHOWN.items()}
        labels = {
            "all": self.tr("All"),
            "interviews": self.tr("Interviews"),
            "groups": self.tr("Groups"),
            "observations": self.tr("Observations"),
        }
        self.view.segments.setVisible(bool(rows) and not self.importing.is_open)
        self.view.segments.show_segments([Segment(key, label, counts[key]) for key, label in labels.items()])


def _list_row(row: SittingRow, to_mend: int) -> ListRow:
    """What is still to be done with a sitting stands in place of its code and its lines."""
    state = tr("Debrief open") if row.needs_debrief else mendings_words(to_mend)
    counts = remarks_words(row.remarks) if row.remarks else people_words(row.seats) if row.seats else ""
    second = " · ".join(word for word in (day_words(held_on(row)), "" if state else counts) if word)
    meaning = Meaning.WATCH if state else Meaning.NEUTRAL
    icon = KIND_ICONS[row.kind]
    return ListRow(row.id, row.title, second, icon=icon, trailing=state or row.code, trailing_meaning=meaning)
