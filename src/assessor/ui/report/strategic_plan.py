"""The report: what is in the plan, how it looks on paper, and what still holds its release."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTemporaryDir
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from assessor.operations import golden_thread, histories, plans, releases
from assessor.report.chapters import Chapter
from assessor.ui.jobs import Job
from assessor.ui.report.fault_spots import find_spots, marks_of
from assessor.ui.report.gate import Fault, number_faults
from assessor.ui.report.plan_sections import SectionRow, list_sections
from assessor.ui.report.previews import Preview, print_preview
from assessor.ui.report.release_dialog import ReleasePlanDialog
from assessor.ui.report.strategic_plan_layout import StrategicPlanLayout
from assessor.ui.report.words_doings import WordsDoings
from assessor.ui.screens import Screen
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import PlainButton, PrimaryButton
from assessor.ui.widgets.printed_plan import PrintedPlan, Spot
from assessor.ui.widgets.segments import Segment, Segments
from assessor.ui.widgets.texts import Text

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement

_PAGES, _WORDS = "pages", "words"


class StrategicPlanScreen(Screen):
    """Sections, pages and gate."""

    key, title, tables = "strategic_plan", "Report", histories.ALL_TABLES

    def __init__(self, engagement: "Engagement", parent: QWidget | None = None) -> None:
        super().__init__(engagement, parent)
        self.view = StrategicPlanLayout()
        self.set_content(self.view)
        self._words = WordsDoings(engagement, self.view.words, self.attempt)
        self.shown = Segments(
            [Segment(_PAGES, self.tr("Pages")), Segment(_WORDS, self.tr("Words"))], self.tr("Show")
        )
        self.pages = Text("", Role.BODY, "ink3")
        self.print = PlainButton(self.tr("Print draft…"), "printer")
        self.release = PrimaryButton(self.tr("Release…"))
        self.head.add_beside(self.shown)
        for widget in (self.pages, self.print, self.release):
            self.head.add_action(widget)
        self._folder = QTemporaryDir()
        self._printed: PrintedPlan | None = None
        self._is_empty, self._is_closed = True, False
        self._chapters: tuple[Chapter, ...] = ()
        self._remarks: tuple[str, ...] = ()
        self._faults: list[Fault] = []
        self._spots: dict[int, Spot] = {}
        self._rows: list[SectionRow] = []
        self._printed_change = -1
        self._job: Job | None = None
        self._count = 0
        self._wire()

    def _wire(self) -> None:
        view = self.view
        self.shown.chosen.connect(self._show_middle)
        self.print.clicked.connect(self.ask_and_print)
        self.release.clicked.connect(self._ask_and_release)
        view.pane.print_anew.clicked.connect(self.print_pages)
        view.pane.waiting.asked.connect(self.print_pages)
        view.pane.job.ended.connect(lambda: view.pane.waiting.button.setVisible(True))
        view.pane.zoom.clicked.connect(view.pane.pages.widen)
        view.pane.pages.turned.connect(self._turned)
        view.pane.pages.mark_chosen.connect(self._go_to_fault)
        view.sections.chosen.connect(self._show_section)
        view.sections.switched.connect(self._switch)
        view.gate.asked.connect(self._go_to_fault)

    def refresh(self) -> None:
        """Show the gate, the sections and the words as they stand now."""
        is_read_only = bool(self.engagement.read_only)
        loose = golden_thread.check_thread(self.engagement)
        self._faults = number_faults(loose)
        self._chapter_texts = plans.list_chapter_texts(self.engagement)
        self._is_empty = releases.has_nothing(self.engagement)
        self._show_release(sum(end.required for end in loose), is_read_only)
        self.view.sections.can_switch = not is_read_only
        self._words.show_words()
        self._show_sections()
        self._show_gate()
        self._show_age()

    def showEvent(self, event: QShowEvent) -> None:
        """Print the pages when they are first seen."""
        super().showEvent(event)
        if self._count == 0:
            self.print_pages()

    def show_element(self, element_id: str) -> None:
        """Show the place in the plan where a loose end is."""
        for index, fault in enumerate(self._faults):
            if fault.end.element_id == element_id and index in self._spots:
                self.view.pane.pages.show_page(self._spots[index].page, self._spots[index].down)

    def close_screen(self) -> None:
        """Let go of the pages."""
        super().close_screen()
        self._is_closed = True
        if self._job is not None:
            self._job.cancel()
        if self._printed is not None:
            self.view.pane.pages.show_plan(None)
            self._printed.close()
            self._printed = None

    def print_pages(self) -> None:
        """Print the plan as it stands now, for the pages in the middle."""
        if self._job is not None and self._job.is_running:
            return
        self.finish_editing()
        self._count += 1
        target = Path(self._folder.filePath(f"{self._count}.pdf"))
        change = self._newest_change()
        job = Job(lambda: print_preview(self.engagement, _today(), target), self)
        job.finished.connect(lambda preview: self._show_preview(preview, change))
        self._job = job
        self.view.pane.old.hide()
        self.view.pane.waiting.button.setVisible(False)
        self.view.pane.job.follow(job, self.tr("Printing the pages"))

    def ask_and_print(self) -> None:
        """Ask where to, and print the draft there."""
        name = f"{self.engagement.path.stem}.pdf"
        proposed = str(self.engagement.path.with_name(name))
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Print draft"), proposed, self.tr("PDF (*.pdf)")
        )
        if chosen:
            self.print_to(Path(chosen))

    def print_to(self, target: Path) -> None:
        """Print the plan as it stands now to a file of the person's."""
        self.finish_editing()
        job = Job(lambda: print_preview(self.engagement, _today(), target), self)
        self.print.setEnabled(False)
        for ended in (job.finished, job.failed, job.cancelled):
            ended.connect(lambda: self.print.setEnabled(True))
        job.finished.connect(self._tell_printed)
        self._show_middle(_PAGES)
        self.view.pane.job.follow(job, self.tr("Printing the draft"))

    def _tell_printed(self, preview: Preview) -> None:
        said = self.tr("{pages} pages are in {name}.")
        self.said.emit(said.format(pages=preview.pages, name=preview.path.name), False)

    def _show_preview(self, preview: Preview, change: int) -> None:
        if self._is_closed:
            return
        before, self._printed = self._printed, PrintedPlan(preview.path)
        self._chapters, self._remarks, self._printed_change = preview.chapters, preview.remarks, change
        self.view.pane.pages.show_plan(self._printed)
        self.view.pane.show_waiting(False)
        self.pages.setText(self.tr("{n} pages").format(n=len(self._printed)))
        if before is not None:
            before.close()
            before.path.unlink(missing_ok=True)
        self._show_sections()
        self._show_gate()
        self._show_age()

    def _show_sections(self) -> None:
        left_out = {chapter for chapter, text in self._chapter_texts.items() if text.is_left_out}
        starts = self._printed.starts() if self._printed else []
        pages = len(self._printed) if self._printed else 0
        ends = [fault.end for fault in self._faults]
        self._rows = list_sections(self._chapters, starts, pages, left_out, ends)
        self.view.sections.show_rows(self._rows)
        self._spots = find_spots(self._printed, self._rows, self._faults) if self._printed else {}
        self.view.pane.pages.show_marks(marks_of(self._faults, self._spots))

    def _show_gate(self) -> None:
        faults = [
            Fault(fault.end, fault.label, self._spots[index].page + 1 if index in self._spots else None)
            for index, fault in enumerate(self._faults)
        ]
        broken = {fault.end.rule for fault in faults}
        rules = golden_thread.list_rules()
        self.view.gate.show_gate(
            faults,
            [rule for rule in rules if rule.rule not in broken],
            len(rules),
            list(self._remarks),
            plans.list_versions(self.engagement),
            is_empty=self._is_empty,
        )

    def _show_release(self, required: int, is_read_only: bool) -> None:
        self.release.setVisible(not is_read_only)
        if self._is_empty:
            self.release.lock(self.tr("The plan has no goal yet."))
        elif required:
            self.release.lock(self.tr("A required rule is broken; the gate says which."))
        else:
            self.release.unlock()

    def _show_age(self) -> None:
        is_running = self._job is not None and self._job.is_running
        is_old = self._printed is not None and self._newest_change() != self._printed_change
        self.view.pane.old.setVisible(is_old and not is_running)

    def _newest_change(self) -> int:
        newest = histories.list_changes(self.engagement, limit=1)
        return newest[0].number if newest else 0

    def _show_middle(self, key: str) -> None:
        self.finish_editing()
        self.shown.choose(key)
        self.view.middle.setCurrentWidget(self.view.words if key == _WORDS else self.view.pane)

    def _show_section(self, key: str) -> None:
        row = self.view.sections.row(key)
        if self.shown.key == _WORDS:
            self.view.words.show_section(key)
        elif row is not None and row.first is not None:
            self.view.pane.pages.show_page(row.first - 1)

    def _turned(self, first: int, last: int) -> None:
        count = len(self._printed) if self._printed else 0
        words = (
            self.tr("Page {first} of {count}")
            if first == last
            else self.tr("Pages {first}–{last} of {count}")
        )
        self.view.pane.in_view.setText(words.format(first=first, last=last, count=count) if first else "")
        chosen = self.view.sections.chosen_row()
        if first and not (chosen and chosen.is_on(first, last)):
            self.view.sections.choose_page(first)

    def _go_to_fault(self, index: int) -> None:
        if index < len(self._faults):
            end = self._faults[index].end
            self.asked_to_go.emit(end.place, end.element_id)

    def _switch(self, key: str, is_in: bool) -> None:
        said = self.tr("Chapter put in") if is_in else self.tr("Chapter left out")
        self.attempt(lambda: plans.leave_chapter_out(self.engagement, key, not is_in), done=said)

    def _ask_and_release(self) -> None:
        self.finish_editing()
        asked = ReleasePlanDialog.ask(releases.next_label(self.engagement), self)
        if asked is not None:
            self.attempt(
                lambda: releases.release_plan(
                    self.engagement,
                    _today(),
                    asked.label,
                    what_changed=asked.what_changed,
                    approved_by=asked.approved_by,
                ),
                done=self.tr("{label} is released").format(label=asked.label),
            )


def _today() -> date:
    return date.today()  # noqa: DTZ011  # the day on the wall
