"""The findings screen: claims with their evidence, ratings and who raised them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSettings, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from assessor.operations import evidence, findings
from assessor.operations.evidence import EvidenceCandidate, EvidenceKind
from assessor.operations.findings import FindingOrder, FindingRow
from assessor.terms import FindingKind, FindingStatus
from assessor.ui.identify.finding_detail import FindingDetail
from assessor.ui.identify.finding_words import KIND_ICONS, KIND_MEANINGS, PRIORITY_RANKS, title_of, word
from assessor.ui.identify.findings_layout import FindingsLayout
from assessor.ui.screens import Screen
from assessor.ui.widgets.buttons import PlainButton, PrimaryButton
from assessor.ui.widgets.pressed_keys import pressed_key
from assessor.ui.widgets.row_models import ListRow
from assessor.ui.widgets.segments import Segment, Segments
from assessor.ui.widgets.tags import Meaning

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement

_ORDER = "findings/order"
_ALL = "all"
_FINDINGS = frozenset({"finding", "finding_code", "finding_group", "evidence", "missing_strength"})
_EVIDENCE = frozenset(
    {"remark", "remark_speaker", "remark_code", "participant", "sitting", "site", "document", "passage"}
    | {
        "criterion_rating",
        "survey_wave",
        "survey_question",
        "response_set",
        "measure",
        "measure_value",
        "client",
    }
)
_ANSWERS = frozenset({"goal", "goal_finding"})


class FindingsScreen(Screen):
    """List left, detail in the middle, the map at the right or, in a narrow window, beneath."""

    key, title = "findings", "Findings"
    tables = _FINDINGS | _EVIDENCE | _ANSWERS

    def __init__(self, engagement: "Engagement", parent: QWidget | None = None) -> None:
        super().__init__(engagement, parent)
        self.view = FindingsLayout()
        self.set_content(self.view)
        self.detail = FindingDetail(self, self.view.detail, self.view.side)
        self.kinds = Segments(self._segments(dict.fromkeys(FindingKind, 0)), self.tr("Kind of finding"))
        self.order = PlainButton(word(FindingOrder.PRIORITY))
        self.add = PrimaryButton(self.tr("New finding"), "plus")
        self.add.setObjectName("new_finding")
        self.head.add_beside(self.kinds)
        self.write = PlainButton(self.tr("New finding"), "plus")
        for action in (self.order, self.write, self.add):
            self.head.add_action(action)
        self._is_starting = False
        self._rows: list[FindingRow] = []
        self._offer_orders()
        self._wire()

    def refresh(self) -> None:
        """Show the list in its order, the map, and the chosen finding."""
        self.kinds.show_segments(self._segments(findings.count_findings(self.engagement)))
        everything = findings.list_findings(self.engagement, order=self._order)
        self._rows = [row for row in everything if self.kinds.key in {_ALL, row.kind}]
        self._show_page(bool(everything))
        self.view.list.show_rows([_list_row(row) for row in self._rows])
        self.view.side.map.show_findings(self._rows)
        unrated = sum(row.numbers.quadrant is None for row in self._rows)
        self.view.side.unrated.setText(self.tr("{count} not rated yet").format(count=unrated))
        self.view.side.unrated.setVisible(bool(unrated))
        self._show_chosen(self.view.list.chosen_id)

    def show_element(self, element_id: str) -> None:
        """Choose a finding, or go to the field of an area that names no strength."""
        self._is_starting = False
        if self.view.list.rows.row_of(element_id) < 0 and self.kinds.key != _ALL:
            self.kinds.choose(_ALL)
            self.refresh()
        if self.view.list.choose(element_id):
            return
        field = self.view.side.strengths.fields.get(element_id)
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_finding(self) -> None:
        """Add a finding of the kind shown, and begin with its title."""
        if self.engagement.read_only:
            return
        self.finish_editing()
        shown = self.kinds.key
        kind = FindingKind.BARRIER if shown == _ALL else FindingKind(shown)
        self._choose_new(self.attempt(lambda: findings.add_finding(self.engagement, kind)))
        self.view.detail.finding_head.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def remove_finding(self) -> None:
        """Remove the chosen finding; the toast offers to undo it."""
        finding_id = self.view.list.chosen_id
        if finding_id and not self.engagement.read_only:
            done = self.tr("Finding removed")
            self.attempt(lambda: findings.remove_finding(self.engagement, finding_id), done=done)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add by N from wherever no letters are typed."""
        if pressed_key(event) == Qt.Key.Key_N:
            self.add_finding()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Add by N and remove by Delete, in the list and on the map."""
        key = pressed_key(event)
        if key == Qt.Key.Key_N:
            self.add_finding()
            return True
        if key == Qt.Key.Key_Delete:
            self.remove_finding()
            return True
        return super().eventFilter(watched, event)

    @property
    def _order(self) -> FindingOrder:
        kept = QSettings().value(_ORDER)
        return FindingOrder(kept) if kept in set(FindingOrder) else FindingOrder.PRIORITY

    def _wire(self) -> None:
        view = self.view
        self.kinds.chosen.connect(lambda _key: self.refresh())
        for button in (self.add, self.write):
            button.clicked.connect(self.add_finding)
        view.list.chosen.connect(self._show_chosen)
        view.list.installEventFilter(self)
        view.side.map.installEventFilter(self)
        view.side.map.chosen.connect(self.show_element)
        view.detail.finding_head.removed.connect(self.remove_finding)
        view.empty.asked.connect(self._begin)
        view.start.asked.connect(self._offer)
        view.start.picked.connect(self._draft)
        view.start.closed.connect(self._give_up)

    def _offer_orders(self) -> None:
        menu = QMenu(self.order)
        for order in FindingOrder:
            menu.addAction(word(order)).triggered.connect(lambda _on=False, order=order: self._sort(order))
        self.order.setMenu(menu)
        self.order.setText(word(self._order))

    def _sort(self, order: FindingOrder) -> None:
        QSettings().setValue(_ORDER, order.value)
        self.order.setText(word(order))
        self.refresh()

    def _segments(self, counts: dict[FindingKind, int]) -> list[Segment]:
        return [
            Segment(_ALL, self.tr("All"), str(sum(counts.values()))),
            Segment(FindingKind.BARRIER, self.tr("Barriers"), str(counts[FindingKind.BARRIER])),
            Segment(FindingKind.STRENGTH, self.tr("Strengths"), str(counts[FindingKind.STRENGTH])),
            Segment(FindingKind.OPPORTUNITY, self.tr("Opportunities"), str(counts[FindingKind.OPPORTUNITY])),
        ]

    def _show_page(self, has_any: bool) -> None:
        view = self.view
        self._is_starting = self._is_starting and not has_any
        empty = view.start if self._is_starting else view.empty
        view.show_page(view.columns if self._rows else view.none_of_kind if has_any else empty)
        can_write = not self.engagement.read_only
        self.add.setVisible(has_any and can_write)
        self.write.setVisible(not has_any and can_write)
        for widget in (self.kinds, self.order):
            widget.setVisible(has_any)

    def _show_chosen(self, finding_id: str) -> None:
        self.view.side.map.choose(finding_id)
        self.attempt(lambda: self.detail.show(finding_id))

    # Starting from the evidence

    def _begin(self) -> None:
        if evidence.count_evidence_candidates(self.engagement):
            self._is_starting = True
            self.view.show_page(self.view.start)
            self.view.start.start()
        else:
            self.said.emit(
                self.tr("Nothing has been assessed yet: hold an interview or read a policy first"), False
            )
            self.asked_to_go.emit("sittings", "")

    def _give_up(self) -> None:
        self._is_starting = False
        self._show_page(has_any=bool(self._rows))

    def _offer(self, typed: str, kind: EvidenceKind | None) -> None:
        kinds = () if kind is None else (kind,)
        self.view.start.show_candidates(
            evidence.list_evidence_candidates(self.engagement, typed, kinds=kinds)
        )

    def _draft(self, candidate: EvidenceCandidate) -> None:
        done = self.tr("Draft finding made from the evidence")
        self._choose_new(self.attempt(lambda: self._drafted(candidate), done=done))

    def _drafted(self, candidate: EvidenceCandidate) -> str:
        tie = candidate.tie
        if candidate.kind is EvidenceKind.RATING:
            return findings.draft_finding_from_rating(self.engagement, tie.target_id)
        if candidate.kind is EvidenceKind.AUDIT_ITEM:
            return findings.draft_finding_from_audit_item(self.engagement, tie.target_id)
        if candidate.kind is EvidenceKind.REMARK:
            return findings.draft_finding_from_remark(self.engagement, tie.target_id)
        if candidate.kind is EvidenceKind.PASSAGE:
            return findings.draft_finding_from_passage(self.engagement, tie.target_id)
        if candidate.kind is EvidenceKind.SURVEY_RESULT and tie.group is not None:
            return findings.draft_finding_from_survey_result(
                self.engagement, tie.target_id, tie.question, tie.group
            )
        return findings.draft_finding_from_evidence(self.engagement, tie, candidate.heading)

    def _choose_new(self, finding_id: str | None) -> None:
        if finding_id:
            self.refresh_if_stale()
            self.show_element(finding_id)


def _list_row(row: FindingRow) -> ListRow:
    level = row.numbers.level
    return ListRow(
        row.id,
        title_of(row.title),
        icon=KIND_ICONS[row.kind],
        icon_meaning=KIND_MEANINGS[row.kind],
        number="" if row.numbers.score is None else str(row.numbers.score),
        number_rank=0 if level is None else PRIORITY_RANKS[level],
        raised=tuple((each.group, None if each.is_hidden else each.raised) for each in row.groups),
        trailing=word(row.status),
        trailing_meaning=_status_meaning(row.status),
    )


def _status_meaning(status: FindingStatus) -> Meaning:
    return {FindingStatus.DRAFT: Meaning.WATCH, FindingStatus.DISPUTED: Meaning.CONCERN}.get(
        status, Meaning.NEUTRAL
    )
