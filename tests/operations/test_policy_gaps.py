"""A critical criterion at 0 makes its draft finding, which goes again while nobody has touched it."""

from pathlib import Path

import pytest

from assessor.operations import evidence, findings
from assessor.operations.document_imports import import_document
from assessor.operations.documents import mark_passage
from assessor.operations.evidence import EvidenceKind
from assessor.operations.policy_gaps import rate_with_consequence
from assessor.operations.policy_reviews import begin_review, get_review
from assessor.progress import finish
from assessor.store import Engagement


@pytest.fixture
def review(engagement: Engagement, tmp_path: Path) -> str:
    path = tmp_path / "mou.txt"
    path.write_text("The SRO may assist as needed.")
    return begin_review(engagement, finish(import_document(engagement, path)))


def test_a_critical_zero_makes_a_draft_finding_with_rating_and_passages(
    engagement: Engagement, review: str
) -> None:
    document = get_review(engagement, review).document_id
    mark_passage(engagement, document, 1, 4, 18, review_id=review, criterion="B3")
    made = rate_with_consequence(engagement, review, "B3", 0)

    assert [row.id for row in findings.list_findings(engagement)] == [made]
    assert [row.kind for row in evidence.list_evidence(engagement, made)] == [
        EvidenceKind.RATING,
        EvidenceKind.PASSAGE,
    ]
    assert get_review(engagement, review).ratings["B3"].finding_id == made
    assert engagement.undo() == "Rate B3 at level 0"
    assert findings.list_findings(engagement) == []


@pytest.mark.parametrize(("criterion", "level"), [("B1", 0), ("B3", 1)])
def test_other_levels_make_none(engagement: Engagement, review: str, criterion: str, level: int) -> None:
    assert rate_with_consequence(engagement, review, criterion, level) == ""
    assert findings.list_findings(engagement) == []


def test_rating_zero_twice_makes_one(engagement: Engagement, review: str) -> None:
    assert rate_with_consequence(engagement, review, "B3", 0)
    assert rate_with_consequence(engagement, review, "B3", 0) == ""
    assert len(findings.list_findings(engagement)) == 1


def test_a_slip_leaves_no_finding_behind(engagement: Engagement, review: str) -> None:
    rate_with_consequence(engagement, review, "B3", 0)
    rate_with_consequence(engagement, review, "B3", 2)

    assert findings.list_findings(engagement) == []
    engagement.undo()
    assert len(findings.list_findings(engagement)) == 1


@pytest.mark.parametrize("values", [{"title": "No list"}, {"statement": "Seen twice"}, {"impact": 4}])
def test_a_finding_somebody_worked_on_stays(
    engagement: Engagement, review: str, values: dict[str, object]
) -> None:
    made = rate_with_consequence(engagement, review, "B3", 0)
    findings.edit_finding(engagement, made, **values)
    rate_with_consequence(engagement, review, "B3", 2)

    assert [row.id for row in findings.list_findings(engagement)] == [made]
