"""The chosen finding: what its detail and side show, and what editing them does."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from assessor.operations import codes, findings
from assessor.operations.codes import CodeEntry
from assessor.operations.evidence import list_evidence
from assessor.operations.findings import FindingDetails
from assessor.terms import FindingKind, FindingStatus, Group, Raised
from assessor.ui.identify.evidence_tying import EvidenceTying
from assessor.ui.identify.finding_words import word
from assessor.ui.identify.findings_layout import FindingDetailLayout, SideLayout
from assessor.ui.identify.ratings_panel import RATINGS

if TYPE_CHECKING:
    from assessor.ui.screens import Screen


class FindingDetail(QObject):
    """Wires the detail and the side to the operations, for one finding at a time."""

    def __init__(self, screen: "Screen", view: FindingDetailLayout, side: SideLayout) -> None:
        super().__init__(screen)
        self._screen, self._view, self._side = screen, view, side
        self._engagement = screen.engagement
        self._shown: FindingDetails | None = None
        self._codebook: list[CodeEntry] = []
        self.tying = EvidenceTying(screen, view)
        self._wire()

    @property
    def finding_id(self) -> str:
        """The finding shown; empty while none is."""
        return self._shown.id if self._shown else ""

    def show(self, finding_id: str) -> None:
        """Show a finding; what was being typed of another is saved first."""
        if finding_id != self.finding_id:
            self._screen.finish_editing()
        if not finding_id:
            self._shown = None
            return
        details = findings.get_finding(self._engagement, finding_id)
        is_other = self._shown is None or self._shown.id != finding_id
        self._shown = details
        if is_other:
            self._fold(details)
        self._fill(details)

    def _fold(self, details: FindingDetails) -> None:
        """Begin folded, but for ratings that are still open."""
        view = self._view
        view.codes.hide()
        view.finding_head.problem.clear()
        view.ratings.setVisible(any(getattr(details, name) is None for name in RATINGS))
        view.verticalScrollBar().setValue(0)
        self.tying.close()

    def _fill(self, details: FindingDetails) -> None:
        view, side = self._view, self._side
        is_read_only = bool(self._engagement.read_only)
        for part in (view.finding_head, view.ratings, view.plan, view.chain, side.who, side.strengths):
            part.set_read_only(is_read_only)
        if not details.why_not_verified:
            view.finding_head.problem.clear()
        view.finding_head.show_finding(details, self._filed(details))
        view.strip.show_finding(details)
        view.ratings.show_finding(details)
        view.plan.show_finding(details)
        side.who.show_groups(details.groups)
        side.goals.show_goals(details.goals)
        side.strengths.show_areas(findings.list_areas(self._engagement))
        self.tying.show(details, list_evidence(self._engagement, details.id))
        if not view.codes.isHidden():
            self._show_codes()

    def _wire(self) -> None:
        view, side = self._view, self._side
        head = view.finding_head
        for part in (head, view.ratings, view.plan):
            part.edited.connect(self._edit)
        head.status_chosen.connect(self._set_status)
        head.verify_asked.connect(lambda: self._set_status(FindingStatus.VERIFIED))
        head.codes_asked.connect(self._toggle_codes)
        head.problem.asked.connect(self.tying.open)
        view.codes.toggled.connect(self._toggle_code)
        view.codes.closed.connect(self._toggle_codes)
        view.strip.asked.connect(lambda: view.ratings.setVisible(view.ratings.isHidden()))
        view.ratings.rated.connect(self._rate)
        side.who.noted.connect(self._note_group)
        side.goals.asked.connect(lambda goal_id: self._screen.asked_to_go.emit("goals", goal_id))
        side.strengths.explained.connect(self._explain)

    def _edit(self, values: dict[str, Any]) -> None:
        self._do(lambda: findings.edit_finding(self._engagement, self.finding_id, **values))

    def _rate(self, name: str, value: int | None) -> None:
        self._do(lambda: findings.rate_finding(self._engagement, self.finding_id, **{name: value}))

    def _note_group(self, group: Group, raised: Raised | None, values: dict[str, str]) -> None:
        self._do(lambda: findings.note_who_raised(self._engagement, self.finding_id, group, raised, **values))

    def _explain(self, area: str, reason: str) -> None:
        self._do(lambda: findings.explain_missing_strength(self._engagement, area, reason))

    def _set_status(self, status: FindingStatus) -> None:
        """Change the status, or say in place why it is refused and offer to add what is missing."""
        self._screen.finish_editing()
        if self._shown is None:
            return
        why = self._shown.why_not_verified
        if status is not FindingStatus.DRAFT and why:
            way_out = self.tr("Add evidence") if self._shown.title.strip() else ""
            self._view.finding_head.problem.tell(why, way_out)
            return
        finding_id, done = self._shown.id, self.tr("Marked: {status}").format(status=word(status).lower())
        self._screen.attempt(
            lambda: findings.set_finding_status(self._engagement, finding_id, status), done=done
        )

    def _toggle_codes(self) -> None:
        picker = self._view.codes
        picker.setVisible(picker.isHidden())
        if not picker.isHidden():
            self._show_codes()
            picker.start()

    def _show_codes(self) -> None:
        if self._shown is not None:
            kind = self._shown.kind
            fitting = [
                entry for entry in self._entries if entry.kind is kind or entry.code in self._shown.codes
            ]
            self._view.codes.show_codes(fitting, self._shown.codes)

    def _toggle_code(self, code: str) -> None:
        if self._shown is not None:
            filed = self._shown.codes
            wanted = [each for each in filed if each != code] if code in filed else [*filed, code]
            self._do(lambda: findings.file_finding_under(self._engagement, self.finding_id, wanted))

    def _filed(self, details: FindingDetails) -> list[CodeEntry]:
        """The codes as the codebook has them; one it does not know goes by itself."""
        known = {entry.code: entry for entry in self._entries} if details.codes else {}
        unknown = FindingKind.BARRIER
        return [known.get(code, CodeEntry(code, unknown, "", code, "", ())) for code in details.codes]

    @property
    def _entries(self) -> list[CodeEntry]:
        if not self._codebook:
            self._codebook = codes.list_codes()
        return self._codebook

    def _do(self, doing: Callable[[], object]) -> None:
        if self.finding_id:
            self._screen.attempt(doing)
