"""Audits: a school walked with the safety and risk checklist, answered by keys, item after item."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from assessor.operations import audits
from assessor.operations.audits import AuditDetails, AuditRow
from assessor.operations.clients import list_sites
from assessor.operations.findings import draft_finding_from_audit_item
from assessor.terms import AuditAnswer
from assessor.ui.assess.audits.audit_words import day_words
from assessor.ui.assess.audits.audits_layout import AuditsLayout
from assessor.ui.screens import Screen
from assessor.ui.widgets.choice_fields import Choice
from assessor.ui.widgets.row_models import ListRow

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement

_ROOMY = 1000


class AuditsScreen(Screen):
    """The audits there are, and one of them to answer."""

    key, title = "audits", "Audits"
    tables = frozenset({"audit", "audit_item", "site", "evidence", "finding"})

    def __init__(self, engagement: "Engagement", parent: QWidget | None = None) -> None:
        super().__init__(engagement, parent)
        self.today: date = datetime.now().astimezone().date()
        self.view = AuditsLayout()
        self._audit: AuditDetails | None = None
        self._shown = ("", "")
        self._just_answered = ""
        self.head.add_beside(self.view.segments)
        for widget in (self.view.progress, self.view.ring, self.view.next, self.view.add):
            self.head.add_action(widget)
        self.set_content(self.view)
        self._wire()

    def refresh(self) -> None:
        """Show the audits, and the chosen one as it is now."""
        rows = audits.list_audits(self.engagement)
        self.view.list.show_rows([self._list_row(row) for row in rows])
        self._show_audit(self.view.list.chosen_id)

    def show_element(self, element_id: str) -> None:
        """Choose an audit, or an item in its audit."""
        audit_id = audits.find_audit(self.engagement, element_id)
        self.view.list.choose(audit_id)
        if self._audit is not None and element_id != audit_id:
            code = next((code for code, row in self._audit.items.items() if row.id == element_id), "")
            self.go_to_item(code)

    def go_to_item(self, code: str) -> None:
        """Show an item among the others."""
        self.view.segments.choose("items")
        self._show_page()
        if self.view.items.choose(code):
            self.view.items.setFocus()

    def _wire(self) -> None:
        view = self.view
        view.list.chosen.connect(self._show_audit)
        view.list.opened.connect(lambda _: view.items.setFocus())
        view.segments.chosen.connect(lambda _: self._show_page())
        view.next.clicked.connect(self._go_to_next)
        view.add.clicked.connect(self._begin)
        view.empty.asked.connect(self._begin)
        view.items.chosen.connect(self._show_item)
        view.items.opened.connect(lambda _: view.detail.note.setFocus())
        view.items.answered.connect(lambda answer: self._answer(answer, steps_on=True))
        view.items.next_asked.connect(self._go_to_next)
        view.items.draft_asked.connect(self._draft_last)
        view.detail.answers.given.connect(lambda answer: self._answer(answer, steps_on=False))
        view.detail.noted.connect(self._note)
        view.detail.left.connect(view.items.setFocus)
        view.detail.draft.clicked.connect(lambda: self._draft(view.items.chosen_id))
        view.detail.finding.clicked.connect(self._go_to_finding)
        view.summary.edited.connect(self._edit)
        view.summary.remove.clicked.connect(self._remove)
        view.summary.item_asked.connect(self.go_to_item)

    # What is shown

    @property
    def _is_locked(self) -> bool:
        return bool(self.engagement.read_only)

    def _list_row(self, row: AuditRow) -> ListRow:
        site = row.site or self.tr("No site yet")
        done = self.tr("{done} of {all}").format(done=row.answered, all=row.items)
        return ListRow(row.id, site, day_words(row.held_on, self.today), trailing=done)

    def _show_audit(self, audit_id: str) -> None:
        view = self.view
        if audit_id != self._shown[0]:
            self.finish_editing()
            self._shown = (audit_id, "")
            self._just_answered = ""
        self._audit = audits.get_audit(self.engagement, audit_id) if audit_id else None
        view.stack.setCurrentIndex(1 if audit_id else 0)
        for widget in (view.segments, view.progress, view.ring, view.next):
            widget.setVisible(self._audit is not None)
        view.add.setVisible(bool(audit_id) and not self._is_locked)
        view.empty.button.setVisible(not self._is_locked)
        view.items.is_read_only = self._is_locked
        if self._audit is None:
            return
        view.items.show_audit(self._audit)
        sites = [
            Choice(None, self.tr("No site")),
            *(Choice(s.id, s.name) for s in list_sites(self.engagement)),
        ]
        view.summary.show_audit(self._audit, sites, self.today, is_read_only=self._is_locked)
        self._show_item(view.items.chosen_id)
        self._show_progress(self._audit)
        self._show_page()

    def _show_progress(self, audit: AuditDetails) -> None:
        words = self.tr("{done} of {all} answered")
        self.view.progress.setText(words.format(done=audit.answered, all=len(audit.items)))
        self.view.ring.show_part(audit.answered / len(audit.items))
        self.view.next.setEnabled(bool(audit.unanswered))

    def _show_item(self, code: str) -> None:
        if self._audit is None or code not in self._audit.items:
            return
        if code != self._shown[1]:
            self.finish_editing()
            self._shown = (self._shown[0], code)
        row = self._audit.items[code]
        self.view.detail.show_item(self._audit, row, self.today, is_read_only=self._is_locked)

    def _show_page(self) -> None:
        is_summary = self.view.segments.key == "summary"
        self.view.pages.setCurrentIndex(1 if is_summary else 0)
        self.view.list.setVisible(is_summary or self.width() >= _ROOMY)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the audits to the summary where the items need the room."""
        super().resizeEvent(event)
        self._show_page()

    # What is done

    def _begin(self) -> None:
        """Begin at the first site that has no audit yet."""
        sites = list_sites(self.engagement)
        walked = {row.site for row in audits.list_audits(self.engagement)}
        site = next((each.id for each in sites if each.name not in walked), None)
        new = self.attempt(
            lambda: audits.begin_audit(self.engagement, site, self.today, self.engagement.author),
            done=self.tr("Audit begun"),
        )
        if new is not None:
            self.refresh_if_stale()
            self.show_element(new)
            self.view.segments.choose("summary")
            self._show_page()
            self.view.summary.fields["site_id"].setFocus()

    def _answer(self, answer: AuditAnswer | None, *, steps_on: bool) -> None:
        audit_id, code = self._shown
        if not code or self._is_locked:
            return
        self.finish_editing()
        done = self.attempt(lambda: audits.answer_item(self.engagement, audit_id, code, answer))
        if done is None:
            return
        self._just_answered = code
        if steps_on and answer is not None:
            self.view.items.step()

    def _go_to_next(self) -> None:
        if self._audit is None:
            return
        code = self._audit.next_unanswered(self.view.items.chosen_id)
        if code:
            self.go_to_item(code)
        else:
            self.said.emit(self.tr("Every item is answered"), False)

    def _note(self, note: str) -> None:
        audit_id, code = self._shown
        self.attempt(lambda: audits.note_on_item(self.engagement, audit_id, code, note))

    def _draft_last(self) -> None:
        """Draft from the chosen item, or else from the one answered just before the list stepped on."""
        if self._audit is None or self._is_locked:
            return
        for code in (self.view.items.chosen_id, self._just_answered):
            if code in self._audit.items and self._audit.items[code].may_be_drafted:
                self._draft(code)
                return
        self.said.emit(self.tr("A finding is drafted from what is partly or not in place"), False)

    def _draft(self, code: str) -> None:
        if self._audit is None:
            return
        item_id = self._audit.items[code].id
        self.attempt(
            lambda: draft_finding_from_audit_item(self.engagement, item_id),
            done=self.tr("Draft finding made from {code}").format(code=code),
        )

    def _go_to_finding(self) -> None:
        if self._audit is not None and self._shown[1] in self._audit.items:
            self.asked_to_go.emit("findings", self._audit.items[self._shown[1]].finding_id)

    def _edit(self, name: str, value: object) -> None:
        audit_id = self._shown[0]
        self.attempt(lambda: audits.edit_audit(self.engagement, audit_id, **{name: value}))

    def _remove(self) -> None:
        audit_id = self._shown[0]
        self.attempt(lambda: audits.remove_audit(self.engagement, audit_id), done=self.tr("Audit removed"))
