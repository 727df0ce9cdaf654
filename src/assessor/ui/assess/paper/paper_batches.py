"""Paper forms that came back: batches typed by keys, again and blind, compared, and brought into a wave."""

from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from assessor.operations.clients import list_sites
from assessor.operations.paper import paper_batches, paper_comparisons
from assessor.operations.paper.paper_batches import FIRST, SECOND, BatchDetails, BatchRow, next_number
from assessor.operations.survey_forms.forms import list_forms
from assessor.operations.surveys.survey_waves import list_waves
from assessor.ui.assess.paper.batch_doings import BatchDoings, find_form
from assessor.ui.assess.paper.paper_layout import AGAIN, BATCH, COMPARING, TYPING, PaperLayout
from assessor.ui.assess.paper.paper_words import language_words
from assessor.ui.screens import Screen
from assessor.ui.widgets.row_models import ListRow
from assessor.ui.widgets.tags import Meaning

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement

_ROOMY = 1000


class PaperBatchesScreen(Screen):
    """The batches there are, and one of them to type."""

    key, title = "paper_batches", "Paper forms"
    tables = frozenset({"paper_batch", "paper_sheet", "survey_wave", "survey_import", "own_survey", "site"})

    def __init__(self, engagement: "Engagement", parent: QWidget | None = None) -> None:
        super().__init__(engagement, parent)
        self.view = PaperLayout()
        self.batch: BatchDetails | None = None
        self._number = 0
        self.head.add_before(self.view.back)
        self.head.add_beside(self.view.segments)
        for widget in (self.view.take_out, self.view.bring_in, self.view.add):
            self.head.add_action(widget)
        self.set_content(self.view)
        self.doings = BatchDoings(self)
        self._wire()

    def refresh(self) -> None:
        """Show the batches, and the chosen one as it is now."""
        self.view.list.show_rows([self._list_row(row) for row in paper_batches.list_batches(self.engagement)])
        self._show_batch(self.view.list.chosen_id)
        self._follow()

    def finish_editing(self) -> None:
        """Keep what stands in the line of the form being typed too."""
        super().finish_editing()
        if self.view.pages.currentWidget() is self.view.sheet:
            self.view.sheet.keep_line()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the batches out where typing needs the room."""
        super().resizeEvent(event)
        self._give_room()

    def show_element(self, element_id: str) -> None:
        """Choose a batch."""
        self.view.list.choose(element_id)

    def _wire(self) -> None:
        view = self.view
        view.back.clicked.connect(lambda: self.asked_to_go.emit("surveys", ""))
        view.list.chosen.connect(self._choose)
        view.segments.chosen.connect(lambda _: self._turn())
        view.add.clicked.connect(self.begin_batch)
        view.empty.asked.connect(self.begin_batch)
        view.batch.empty.asked.connect(lambda: self.go_to(TYPING))
        view.batch.opened.connect(self._type_again)
        view.batch.fields.edited.connect(self.doings.edit)
        view.batch.form.clicked.connect(self.doings.show_form)
        view.batch.remove.clicked.connect(self.doings.remove)
        view.batch.removed.connect(self.doings.remove_form)
        view.done.asked.connect(lambda: self.go_to(COMPARING))
        view.sheet.typed.connect(self._keep_begun)
        view.sheet.finished.connect(self._keep_sheet)
        view.sheet.backed_out.connect(self._type_before)
        view.sheet.left.connect(lambda: self.go_to(BATCH))
        view.comparison.settled.connect(self.doings.settle)
        view.bring_in.clicked.connect(self.doings.bring_in)
        view.take_out.clicked.connect(self.doings.take_out)

    # What is shown

    def go_to(self, part: str) -> None:
        """Turn to a part of the work on the batch."""
        self.view.segments.choose(part)
        self._turn()

    @property
    def _entry(self) -> int:
        return SECOND if self.view.segments.key == AGAIN else FIRST

    @property
    def _is_locked(self) -> bool:
        return bool(self.engagement.read_only)

    def _list_row(self, row: BatchRow) -> ListRow:
        about = self.tr("{group} · {language}").format(
            group=row.group.label, language=language_words(row.language)
        )
        return ListRow(
            row.id,
            row.label,
            about,
            tag=self.tr("In the wave") if row.is_brought_in else "",
            tag_meaning=Meaning.GOOD,
            trailing=str(row.sheets),
        )

    def _choose(self, batch_id: str) -> None:
        self.finish_editing()
        is_other = self.batch is not None and batch_id != self.batch.row.id
        self._show_batch(batch_id)
        if is_other:
            self.go_to(BATCH)

    def _show_batch(self, batch_id: str) -> None:
        view = self.view
        self.batch = paper_batches.get_batch(self.engagement, batch_id) if batch_id else None
        view.stack.setCurrentIndex(1 if batch_id else 0)
        view.segments.setVisible(self.batch is not None)
        view.add.setVisible(bool(batch_id) and not self._is_locked)
        view.empty.button.setVisible(not self._is_locked)
        batch = self.batch
        is_in = batch is not None and batch.row.is_brought_in
        view.take_out.setVisible(is_in and not self._is_locked)
        is_ready = batch is not None and bool(batch.sheets) and not is_in
        view.bring_in.setVisible(is_ready and not self._is_locked)
        if batch is not None:
            forms = list_forms(self.engagement)
            form = find_form(forms, batch.row.form_key, batch.row.form_version)
            waves, sites = list_waves(self.engagement), list_sites(self.engagement)
            view.batch.fields.offer(waves, forms, sites, form)
            found = paper_comparisons.compare_entries(self.engagement, batch_id)
            view.batch.show_batch(batch, found, is_locked=self._is_locked)
            view.comparison.show_comparison(found)

    def _give_room(self) -> None:
        self.view.list.setVisible(self.width() >= _ROOMY or self.view.segments.key == BATCH)

    def _turn(self) -> None:
        view, batch = self.view, self.batch
        if batch is None:
            return
        part = view.segments.key
        if part in (TYPING, AGAIN) and not (batch.row.is_brought_in or self._is_locked):
            self._type(next_number(batch, self._entry))
        elif part == COMPARING:
            view.pages.setCurrentWidget(view.comparison)
            view.comparison.list.setFocus()
        else:
            view.segments.choose(BATCH)
            view.pages.setCurrentWidget(view.batch)
        self._give_room()

    # Typing

    def _type(self, number: int) -> None:
        """Ask for a form; none is left when all were typed twice."""
        view, batch = self.view, self.batch
        if batch is None:
            return
        self._number = number
        if not number:
            view.pages.setCurrentWidget(view.done if batch.sheets else view.batch)
            return
        answers = paper_batches.get_sheet(self.engagement, batch.row.id, number, self._entry)
        again, first = self.tr("Form {number}, again and blind"), self.tr("Form {number}")
        words = again if self._entry == SECOND else first
        view.pages.setCurrentWidget(view.sheet)
        view.sheet.show_sheet(words.format(number=number), batch, answers)

    def _follow(self) -> None:
        """Show what became of the form being typed where something else changed it, as undo does."""
        page, batch = self.view.sheet, self.batch
        if batch is None or self.view.pages.currentWidget() is not page:
            return
        if batch.row.is_brought_in or self._is_locked:
            self.go_to(BATCH)
            return
        kept = paper_batches.get_sheet(self.engagement, batch.row.id, self._number, self._entry)
        if not (kept and page.sheet.is_begun):
            number = next_number(batch, self._entry)
            if number != self._number or page.sheet.is_begun:
                self._type(number)
        elif kept != page.sheet.answers:
            place = page.sheet.place
            self._type(self._number)
            page.sheet.go(place)
            page.show_again()

    def _type_again(self, number: int) -> None:
        self.view.segments.choose(TYPING)
        self._type(number)
        self.view.sheet.sheet.go(0)
        self.view.sheet.show_again()

    def _type_before(self) -> None:
        batch = self.batch
        numbers = [sheet.number for sheet in batch.sheets] if batch else []
        before = [number for number in numbers if number < self._number]
        if before and self._entry == FIRST:
            self._type(max(before))
            self.view.sheet.sheet.go(len(self.view.sheet.sheet.questions) - 1)
            self.view.sheet.show_again()

    def _keep_begun(self, answers: dict[str, Any]) -> None:
        """Keep a form that is not at its end yet; one that was, and is mended, is kept at once."""
        if self.view.sheet.sheet.is_complete:
            self._keep(answers)
        elif self.batch is not None:
            paper_batches.keep_begun(self.engagement, self.batch.row.id, self._number, answers, self._entry)

    def _keep_sheet(self, answers: dict[str, Any]) -> None:
        """Keep a form typed to its end, and ask for the next."""
        if self._keep(answers) and self.batch is not None:
            self.refresh_if_stale()
            self._type(next_number(self.batch, self._entry))

    def _keep(self, answers: dict[str, Any]) -> bool:
        """Keep a whole form in place of what was kept of it while it was typed; whether it could be."""
        if self.batch is None:
            return False
        batch_id, number, entry = self.batch.row.id, self._number, self._entry
        paper_batches.keep_begun(self.engagement, batch_id, number, {}, entry)
        self.attempt(lambda: paper_batches.keep_sheet(self.engagement, batch_id, number, answers, entry))
        is_kept = self.problem.isHidden()
        if not is_kept:
            paper_batches.keep_begun(self.engagement, batch_id, number, answers, entry)
        return is_kept

    # What is done

    def begin_batch(self) -> None:
        """Begin a batch in the newest wave, with the first form; both can be changed at once."""
        waves, forms = list_waves(self.engagement), list_forms(self.engagement)
        if not waves:
            self.problem.tell(self.tr("There is no survey wave yet. Begin one under Surveys first."))
            return
        known = self.batch.row if self.batch else None
        form = find_form(forms, known.form_key, known.form_version) if known else None
        form = form or forms[0]
        new = self.attempt(
            lambda: paper_batches.add_batch(
                self.engagement, known.wave_id if known else waves[0].id, form.group, form.key, form.version
            ),
            done=self.tr("Batch begun"),
        )
        if new:
            self.refresh_if_stale()
            self.view.list.choose(new)
            self.view.batch.fields.fields["form"].setFocus()
