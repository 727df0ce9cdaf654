"""Evidence: what a finding rests on, tied to the very place it comes from."""

from assessor.operations.evidence.candidates import (
    EvidenceCandidate,
    count_evidence_candidates,
    list_evidence_candidates,
)
from assessor.operations.evidence.listing import EvidenceRow, list_evidence
from assessor.operations.evidence.support import Support
from assessor.operations.evidence.ties import EvidenceKind, Tie
from assessor.operations.evidence.tying import (
    accept_evidence_as_it_is,
    edit_evidence,
    set_stance,
    tie_candidate,
    tie_measure,
    tie_passage,
    tie_rating,
    tie_remark,
    tie_sitting,
    tie_survey_result,
    untie,
    weigh_evidence,
)

__all__ = [
    "EvidenceCandidate",
    "EvidenceKind",
    "EvidenceRow",
    "Support",
    "Tie",
    "accept_evidence_as_it_is",
    "count_evidence_candidates",
    "edit_evidence",
    "list_evidence",
    "list_evidence_candidates",
    "set_stance",
    "tie_candidate",
    "tie_measure",
    "tie_passage",
    "tie_rating",
    "tie_remark",
    "tie_sitting",
    "tie_survey_result",
    "untie",
    "weigh_evidence",
]
