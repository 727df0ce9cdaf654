"""Findings: plain claims with their ratings, who raised them, and how far they are."""

from assessor.operations.findings.areas import AreaRow, explain_missing_strength, list_areas
from assessor.operations.findings.drafting import (
    draft_finding_from_audit_item,
    draft_finding_from_evidence,
    draft_finding_from_passage,
    draft_finding_from_rating,
    draft_finding_from_remark,
    draft_finding_from_survey_result,
)
from assessor.operations.findings.editing import (
    add_finding,
    edit_finding,
    file_finding_under,
    note_who_raised,
    rate_finding,
    remove_finding,
    set_finding_status,
    verify_finding,
)
from assessor.operations.findings.listing import FindingOrder, count_findings, get_finding, list_findings
from assessor.operations.findings.numbers import FindingNumbers
from assessor.operations.findings.rows import FindingDetails, FindingRow, GoalLink, GroupRow

__all__ = [
    "AreaRow",
    "FindingDetails",
    "FindingNumbers",
    "FindingOrder",
    "FindingRow",
    "GoalLink",
    "GroupRow",
    "add_finding",
    "count_findings",
    "draft_finding_from_audit_item",
    "draft_finding_from_evidence",
    "draft_finding_from_passage",
    "draft_finding_from_rating",
    "draft_finding_from_remark",
    "draft_finding_from_survey_result",
    "edit_finding",
    "explain_missing_strength",
    "file_finding_under",
    "get_finding",
    "list_areas",
    "list_findings",
    "note_who_raised",
    "rate_finding",
    "remove_finding",
    "set_finding_status",
    "verify_finding",
]
