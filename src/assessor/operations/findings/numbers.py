"""What is computed of a finding: confidence, prevalence, priority, quadrant and corroboration."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from assessor.analysis.confidence import (
    EVIDENCE_GROUPS,
    Concerns,
    Confidence,
    judge_confidence,
    prevalence,
    prevalence_score,
    triangulate,
)
from assessor.analysis.confidence import Support as Corroboration
from assessor.analysis.priorities import (
    Judgment,
    Priority,
    PriorityLevel,
    Quadrant,
    quadrant,
    rate_priority,
)
from assessor.analysis.rounding import shown
from assessor.model import Finding
from assessor.operations.evidence.support import Support
from assessor.terms import Group, Raised


@dataclass(frozen=True)
class FindingNumbers:
    """The numbers beside a finding; None where a rating they rest on is still open."""

    raised: int
    asked: int
    prevalence: Decimal | None
    """Percent of the groups asked that raised it; None where none was asked."""
    confidence: Confidence | None
    priority: Priority | None
    quadrant: Quadrant | None
    corroboration: Corroboration

    @property
    def score(self) -> int | None:
        """The priority score, 10 to 100, as it is shown."""
        return None if self.priority is None else int(shown(self.priority.score, 0))

    @property
    def level(self) -> PriorityLevel | None:
        """The priority level after overrides."""
        return None if self.priority is None else self.priority.level


def numbers_of(finding: Finding, raised: Mapping[Group, Raised], support: Support) -> FindingNumbers:
    """The numbers of a finding: from its ratings, who raised it and what is behind it (domain.md 4.5–4.7)."""
    counted = [state for group, state in raised.items() if group in EVIDENCE_GROUPS]
    asked = sum(state is not Raised.NOT_ASKED for state in counted)
    did = counted.count(Raised.RAISED)
    share = prevalence(did, asked)
    confidence = _confidence(finding)
    return FindingNumbers(
        raised=did,
        asked=asked,
        prevalence=share,
        confidence=confidence,
        priority=_priority(finding, share, confidence),
        quadrant=quadrant(finding.impact, finding.effort) if finding.impact and finding.effort else None,
        corroboration=triangulate(support.methods, support.groups),
    )


def _confidence(finding: Finding) -> Confidence | None:
    parts = (finding.method_limits, finding.coherence, finding.adequacy, finding.relevance)
    judged = [part for part in parts if part is not None]
    return judge_confidence(Concerns(*judged)) if len(judged) == len(parts) else None


def _priority(finding: Finding, share: Decimal | None, confidence: Confidence | None) -> Priority | None:
    """Rate it once it can be rated. Where no group was asked, prevalence counts lowest."""
    if finding.impact is None or finding.urgency is None or confidence is None:
        return None
    return rate_priority(
        Judgment(
            impact=finding.impact,
            urgency=finding.urgency,
            prevalence=prevalence_score(share or Decimal(0)),
            confidence=confidence,
            legal=finding.is_legal,
            safety=finding.is_safety,
            override_note=finding.override_note,
        )
    )
