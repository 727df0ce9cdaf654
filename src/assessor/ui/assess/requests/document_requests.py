"""Requests: the documents asked for, what came of each, and which criteria wait for them."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QWidget

from assessor.operations import document_requests as requests
from assessor.operations.document_requests import AnsweringDocument, BlockedCriterion, RequestRow
from assessor.operations.documents import list_documents
from assessor.terms import RequestState
from assessor.ui.assess.requests.document_requests_layout import DocumentRequestsLayout
from assessor.ui.assess.requests.request_words import state_meaning, state_word, when_words
from assessor.ui.screens import Screen
from assessor.ui.widgets.headed_lists import LedRow, RowGroup
from assessor.ui.widgets.row_models import ListRow
from assessor.ui.widgets.segments import Segment
from assessor.ui.widgets.tags import Meaning

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement

_ROOMY = 1000
_TIME_TO_ANSWER = timedelta(days=14)


class DocumentRequestsScreen(Screen):
    """The request list, and what is held up by what is missing."""

    key, title = "document_requests", "Requests"
    tables = frozenset(
        {"document_request", "requested_document", "document", "criterion_rating", "policy_review"}
    )

    def __init__(self, engagement: "Engagement", parent: QWidget | None = None) -> None:
        super().__init__(engagement, parent)
        self.today: date = datetime.now().astimezone().date()
        self.view = DocumentRequestsLayout()
        self._rows: dict[str, RequestRow] = {}
        self._blocked: dict[str, BlockedCriterion] = {}
        self._shown = ""
        self.head.add_beside(self.view.segments)
        for button in (self.view.copy, self.view.ask, self.view.add):
            self.head.add_action(button)
        self.set_content(self.view)
        self._wire()

    def refresh(self) -> None:
        """Show the list as it is now."""
        self._rows = {row.id: row for row in requests.list_requests(self.engagement)}
        self._blocked = {each.code: each for each in requests.list_blocked_criteria(self.engagement)}
        self.view.list.show_groups(self._groups())
        self.view.blocked.show_rows([self._blocked_row(each) for each in self._blocked.values()])
        self._show_head()
        self._show(self.view.list.chosen_id)
        self._show_page()

    def show_element(self, element_id: str) -> None:
        """Choose a request."""
        self.view.segments.choose("requests")
        self._show_page()
        self.view.list.choose(element_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less on the buttons where the head has no room."""
        super().resizeEvent(event)
        is_narrow = self.width() < _ROOMY
        self.view.copy.setText(self.tr("Letter") if is_narrow else self.tr("Copy letter"))
        self.view.ask.setText(self.tr("Asked") if is_narrow else self.tr("Mark as asked"))

    def _wire(self) -> None:
        view, detail = self.view, self.view.detail
        view.segments.chosen.connect(lambda _: self._show_page())
        view.list.chosen.connect(self._show)
        view.list.opened.connect(lambda _: detail.state.setFocus())
        view.blocked.opened.connect(self._go_to_request)
        view.empty.asked.connect(self._begin)
        view.add.clicked.connect(self._add)
        view.ask.clicked.connect(self._ask)
        view.copy.clicked.connect(self._copy)
        detail.edited.connect(self._edit)
        detail.state_chosen.connect(self._set_state)
        detail.removed.connect(self._remove)
        detail.document_added.connect(self._tie)
        detail.document_removed.connect(self._untie)
        detail.document_asked.connect(lambda document: self.asked_to_go.emit("documents", document))

    # What is shown

    def _groups(self) -> list[RowGroup]:
        rows = list(self._rows.values())
        overdue = [row for row in rows if row.days_overdue(self.today)]
        waiting = [row for row in rows if row.state is RequestState.ASKED and row not in overdue]
        to_ask = [row for row in rows if row.state is RequestState.NOT_ASKED]
        answered = [row for row in rows if row.is_answered and row not in overdue]
        groups = (
            (self.tr("Overdue"), overdue, Meaning.CONCERN),
            (self.tr("Waited for"), waiting, Meaning.NEUTRAL),
            (self.tr("Not asked yet"), to_ask, Meaning.NEUTRAL),
            (self.tr("Answered"), answered, Meaning.NEUTRAL),
        )
        return [
            RowGroup(title, tuple(self._row(row) for row in each), meaning)
            for title, each, meaning in groups
            if each
        ]

    def _row(self, row: RequestRow) -> LedRow:
        says_more = row.state not in (RequestState.NOT_ASKED, RequestState.ASKED)
        return LedRow(
            row.id,
            row.title,
            row.asked_of,
            tag=state_word(row.state) if says_more else "",
            tag_meaning=state_meaning(row.state),
            trailing=when_words(row, self.today),
            trailing_meaning=Meaning.CONCERN if row.days_overdue(self.today) else Meaning.NEUTRAL,
            lead=row.key,
        )

    def _blocked_row(self, each: BlockedCriterion) -> ListRow:
        waits = self.tr("Waits for {documents}").format(documents=", ".join(each.waits_for))
        tag = self.tr("critical") if each.is_critical else ""
        return ListRow(each.code, f"{each.code}  {each.title}", waits, tag=tag)

    def _show_head(self) -> None:
        view, rows = self.view, list(self._rows.values())
        answered = sum(row.is_answered for row in rows)
        late = sum(bool(row.days_overdue(self.today)) for row in rows)
        words = self.tr("{answered} of {all} answered").format(answered=answered, all=len(rows))
        overdue = self.tr("{count} overdue").format(count=late) if late else ""
        self.head.set_line(" · ".join(part for part in (words, overdue) if part) if rows else "")
        view.segments.show_segments(
            [
                Segment("requests", self.tr("List"), str(len(rows))),
                Segment("blocked", self.tr("Held up"), str(len(self._blocked))),
            ]
        )

    def _show_page(self) -> None:
        view, may_change = self.view, not self.engagement.read_only
        is_open = any(
            row.state in (RequestState.NOT_ASKED, RequestState.ASKED) for row in self._rows.values()
        )
        to_ask = any(row.state is RequestState.NOT_ASKED for row in self._rows.values())
        view.segments.setVisible(bool(self._rows))
        view.copy.setVisible(is_open)
        view.ask.setVisible(to_ask and may_change)
        view.add.setVisible(may_change)
        view.empty.button.setVisible(may_change)
        if not self._rows:
            view.pages.setCurrentWidget(view.empty)
        elif view.segments.key == "blocked":
            view.pages.setCurrentWidget(view.blocked if self._blocked else view.none_blocked)
        else:
            view.pages.setCurrentIndex(1)

    def _show(self, request_id: str) -> None:
        if request_id != self._shown:
            self.finish_editing()
            self._shown = request_id
        row = self._rows.get(request_id)
        if row is None:
            return
        tied = {each.id for each in row.documents}
        others = [
            AnsweringDocument(each.id, each.title)
            for each in list_documents(self.engagement)
            if each.id not in tied
        ]
        is_read_only = bool(self.engagement.read_only)
        self.view.detail.show_request(row, others, self._blocked, self.today, is_read_only=is_read_only)

    # What is done

    def _begin(self) -> None:
        self.attempt(
            lambda: requests.begin_requests(self.engagement), done=self.tr("Eighteen requests on the list")
        )
        self.view.list.setFocus()

    def _add(self) -> None:
        new = self.attempt(
            lambda: requests.add_request(self.engagement, self.tr("New request")),
            done=self.tr("Request added"),
        )
        if new is not None:
            self.refresh_if_stale()
            self.show_element(new)
            self.view.detail.name.setFocus()
            self.view.detail.name.box.selectAll()

    def _ask(self) -> None:
        """Everything not asked yet was sent today, and is due in two weeks."""
        ids = [row.id for row in self._rows.values() if row.state is RequestState.NOT_ASKED]
        due = self.today + _TIME_TO_ANSWER
        self.attempt(
            lambda: requests.ask_for_documents(self.engagement, ids, self.today, due),
            done=self.tr("{count} asked for today, due in two weeks").format(count=len(ids)),
        )

    def _copy(self) -> None:
        letter = requests.write_letter(self.engagement)
        QGuiApplication.clipboard().setText(letter)
        self.said.emit(self.tr("Letter copied. Paste it into a message or a document."), False)

    def _edit(self, name: str, value: object) -> None:
        request_id = self._shown
        self.attempt(lambda: requests.edit_request(self.engagement, request_id, **{name: value}))

    def _set_state(self, state: RequestState) -> None:
        request_id = self._shown
        self.attempt(lambda: requests.set_request_state(self.engagement, request_id, state, self.today))

    def _remove(self) -> None:
        request_id = self._shown
        self.attempt(
            lambda: requests.remove_request(self.engagement, request_id), done=self.tr("Request removed")
        )

    def _tie(self, document_id: str) -> None:
        request_id = self._shown
        self.attempt(
            lambda: requests.answer_request_with(self.engagement, request_id, document_id, self.today),
            done=self.tr("Document tied to the request"),
        )

    def _untie(self, document_id: str) -> None:
        request_id = self._shown
        self.attempt(
            lambda: requests.untie_document(self.engagement, request_id, document_id),
            done=self.tr("Document untied"),
        )

    def _go_to_request(self, code: str) -> None:
        """The first request that would help to rate a criterion."""
        row = next((row for row in self._rows.values() if code in row.criteria), None)
        if row is not None:
            self.show_element(row.id)
            self.view.list.setFocus()
