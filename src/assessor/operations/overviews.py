"""The whole engagement at a glance: how far, whom heard, what is next, what is late, what hangs loose."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from assessor.model import (
    Agency,
    Document,
    Finding,
    Measure,
    MeasureValue,
    Participant,
    PlannedContact,
    PolicyReview,
    ResponseSet,
    Site,
    Sitting,
)
from assessor.operations.coverages import Coverage, get_coverage
from assessor.operations.debriefs import list_open_debriefs
from assessor.operations.dues import Dues, list_dues
from assessor.operations.golden_thread import Element, LooseEnd, check_thread
from assessor.operations.outlines import get_outline
from assessor.operations.stages import Stages, gather_stages
from assessor.store import Engagement


@dataclass(frozen=True)
class LooseEnds:
    """What breaks one rule of the golden thread: how often, and where the first of it is mended."""

    rule: str
    required: bool
    count: int
    first: LooseEnd


@dataclass(frozen=True)
class Counts:
    """What the engagement holds."""

    sites: int
    agencies: int
    people: int
    contacts: int
    """Groups and methods for which it was said how many are to be heard."""
    sittings: int
    documents: int
    documents_read: int
    """Those a reading against the rubric was begun of."""
    answers: int
    findings: int
    measures: int
    measures_told: int
    """Those with at least one value."""

    @property
    def is_begun(self) -> bool:
        """Whether anything was heard, read or found yet."""
        return bool(self.sittings or self.documents or self.answers or self.findings or self.contacts)


@dataclass(frozen=True)
class Overview:
    """Everything the overview shows."""

    stages: Stages
    coverage: Coverage
    dues: Dues
    loose_ends: tuple[LooseEnds, ...]
    """By rule, those a release is refused for first, and debriefs not written last."""
    counts: Counts


def get_overview(engagement: Engagement, today: date) -> Overview:
    """The engagement as it stands on a day."""
    with engagement.reading() as session:
        coverage = get_coverage(engagement, today)
        outline = get_outline(engagement, today)
        dues = list_dues(engagement, coverage, outline, today)
        loose = check_thread(engagement)
        return Overview(
            stages=gather_stages(engagement, coverage, outline, loose, dues.late, dues.ahead),
            coverage=coverage,
            dues=dues,
            loose_ends=(*_by_rule(loose), *_open_debriefs(engagement)),
            counts=_counts(session),
        )


def _open_debriefs(engagement: Engagement) -> list[LooseEnds]:
    """Sittings whose debrief was not written: no rule of the golden thread, but loose until it is."""
    found = list_open_debriefs(engagement)
    if not found:
        return []
    sentence = "Its debrief is open. Write it while you remember."
    first = LooseEnd("debrief", False, sentence, "sittings", found[0], Element.SITTING)
    return [LooseEnds("debrief", False, len(found), first)]


def _by_rule(loose: list[LooseEnd]) -> tuple[LooseEnds, ...]:
    found: dict[str, list[LooseEnd]] = {}
    for end in loose:
        found.setdefault(end.rule, []).append(end)
    groups = [LooseEnds(rule, ends[0].required, len(ends), ends[0]) for rule, ends in found.items()]
    return tuple(sorted(groups, key=lambda group: not group.required))


def _counts(session: Session) -> Counts:
    def count(column: object) -> int:
        return session.scalar(select(func.count(column))) or 0  # type: ignore[arg-type]  # any column of ours

    return Counts(
        sites=count(Site.id),
        agencies=count(Agency.id),
        people=count(Participant.id),
        contacts=count(PlannedContact.id),
        sittings=count(Sitting.id),
        documents=count(Document.id),
        documents_read=count(PolicyReview.document_id.distinct()),
        answers=session.scalar(select(func.sum(ResponseSet.n))) or 0,
        findings=count(Finding.id),
        measures=count(Measure.id),
        measures_told=count(MeasureValue.measure_id.distinct()),
    )
