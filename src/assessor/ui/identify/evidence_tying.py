"""Tying evidence to the chosen finding: the heading, the picker that opens in place, and the chain."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from assessor.operations import evidence
from assessor.operations.evidence import EvidenceCandidate, EvidenceKind, EvidenceRow
from assessor.operations.findings import FindingDetails
from assessor.terms import Stance
from assessor.ui.identify.finding_words import counted

if TYPE_CHECKING:
    from assessor.ui.identify.findings_layout import FindingDetailLayout
    from assessor.ui.screens import Screen

_PLACES = {
    EvidenceKind.REMARK: "sittings",
    EvidenceKind.SITTING: "sittings",
    EvidenceKind.PASSAGE: "documents",
    EvidenceKind.RATING: "documents",
    EvidenceKind.SURVEY_RESULT: "surveys",
    EvidenceKind.MEASURE: "measures",
    EvidenceKind.AUDIT_ITEM: "audits",
}


class EvidenceTying(QObject):
    """Wires picker and chain to the operations, for one finding at a time."""

    def __init__(self, screen: "Screen", view: "FindingDetailLayout") -> None:
        super().__init__(screen)
        self._screen, self._view = screen, view
        self._engagement = screen.engagement
        self._finding_id = ""
        self._asked: tuple[str, EvidenceKind | None] = ("", None)
        self._wire()

    def show(self, details: FindingDetails, rows: Sequence[EvidenceRow]) -> None:
        """Show the evidence of a finding."""
        self._finding_id = details.id
        view = self._view
        view.chain.show_rows(rows)
        view.no_evidence.setVisible(not rows and view.picker.isHidden())
        view.evidence_heading.set_note(self._counted(details) if rows else "")
        view.evidence_heading.action.setVisible(not self._engagement.read_only)
        if not view.picker.isHidden():
            self._offer(*self._asked)

    def open(self) -> None:
        """Open the picker in place and bring it into view."""
        self._view.no_evidence.hide()
        self._view.picker.show()
        self._view.picker.start()
        self._view.ensureWidgetVisible(self._view.picker, 0, 24)

    def close(self) -> None:
        """Close the picker."""
        self._view.picker.hide()

    def _counted(self, details: FindingDetails) -> str:
        support = details.support
        pieces = counted(support.pieces + support.against, self.tr("piece"), self.tr("pieces"))
        methods = counted(len(support.methods), self.tr("method"), self.tr("methods"))
        groups = counted(len(support.groups), self.tr("group"), self.tr("groups"))
        return f"{pieces}, {methods}, {groups}"

    def _wire(self) -> None:
        view = self._view
        view.evidence_heading.asked.connect(self._toggle)
        view.picker.asked.connect(self._offer)
        view.picker.picked.connect(lambda found: self._tie(found, Stance.FOR))
        view.picker.counted_against.connect(lambda found: self._tie(found, Stance.AGAINST))
        view.picker.closed.connect(self._closed)
        view.chain.stance_chosen.connect(
            lambda tied, stance: self._do(lambda: evidence.set_stance(self._engagement, tied, Stance(stance)))
        )
        view.chain.noted.connect(
            lambda tied, column, text: self._do(
                lambda: evidence.edit_evidence(self._engagement, tied, **{column: text})
            )
        )
        view.chain.accepted.connect(
            lambda tied: self._do(lambda: evidence.accept_evidence_as_it_is(self._engagement, tied))
        )
        view.chain.untied.connect(self._untie)
        view.chain.source_asked.connect(self._go)

    def _toggle(self) -> None:
        if self._view.picker.isHidden():
            self.open()
        else:
            self._closed()

    def _closed(self) -> None:
        self.close()
        self._view.no_evidence.setVisible(not self._view.chain.nodes)
        self._view.evidence_heading.action.setFocus()

    def _offer(self, typed: str, kind: EvidenceKind | None) -> None:
        self._asked = (typed, kind)
        found = evidence.list_evidence_candidates(
            self._engagement, typed, finding_id=self._finding_id, kinds=() if kind is None else (kind,)
        )
        self._view.picker.show_candidates(found)

    def _tie(self, candidate: EvidenceCandidate, stance: Stance) -> None:
        done = self.tr("Tied: {heading}").format(heading=candidate.heading)
        finding_id = self._finding_id
        self._screen.attempt(
            lambda: evidence.tie_candidate(self._engagement, finding_id, candidate.tie, stance), done=done
        )

    def _untie(self, evidence_id: str) -> None:
        done = self.tr("Evidence untied")
        self._screen.attempt(lambda: evidence.untie(self._engagement, evidence_id), done=done)

    def _do(self, doing: Callable[[], object]) -> None:
        self._screen.attempt(doing)

    def _go(self, row: EvidenceRow) -> None:
        if row.kind in _PLACES:
            self._screen.asked_to_go.emit(_PLACES[row.kind], row.target_id)
