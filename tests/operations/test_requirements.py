"""What a state asks of a document: listed at its criteria, met or not, and drafted as a finding."""

from pathlib import Path

import pytest

from assessor.operations import evidence, findings
from assessor.operations.clients import begin_engagement, edit_client
from assessor.operations.document_imports import import_document
from assessor.operations.policy_reviews import begin_review, rate_criterion
from assessor.operations.requirements import (
    RequirementRow,
    check_requirement,
    draft_finding_from_requirement,
    list_requirements,
    note_on_requirement,
)
from assessor.progress import finish
from assessor.store import Engagement
from assessor.terms import CannotDo, FindingKind


@pytest.fixture
def review(engagement: Engagement, tmp_path: Path) -> str:
    begin_engagement(engagement, "Larkfield Unified", "2026–27")
    edit_client(engagement, state="WA")
    path = tmp_path / "mou.txt"
    path.write_text("An agreement.")
    return begin_review(engagement, finish(import_document(engagement, path)))


def row(engagement: Engagement, review: str, code: str) -> RequirementRow:
    return next(each for each in list_requirements(engagement, review).rows if each.code == code)


def test_the_states_requirements_stand_at_their_criteria_with_their_day(
    engagement: Engagement, review: str
) -> None:
    found = list_requirements(engagement, review)

    assert found.overlays[0].title == "Washington"
    assert found.overlays[0].as_of.isoformat() == "2026-04-20"
    assert [each.code for each in found.of_criterion("B2")] == ["WA4"]
    assert {each.code for each in found.of_criterion("A5")} == {"WA6", "US1", "US2"}
    assert found.missing == ""


@pytest.mark.parametrize(
    ("values", "missing"),
    [
        ({"state": ""}, "not named yet"),
        ({"state": "HI"}, "No requirements of HI are on file"),
        ({"uses_state_overlay": False}, "switched off"),
    ],
)
def test_without_a_states_requirements_why_is_said_and_federal_ones_stay(
    engagement: Engagement, review: str, values: dict[str, object], missing: str
) -> None:
    edit_client(engagement, **values)
    found = list_requirements(engagement, review)

    assert missing in found.missing
    assert {each.code for each in found.rows} == {"US1", "US2"}


def test_a_requirement_is_met_or_not_with_a_note(engagement: Engagement, review: str) -> None:
    with pytest.raises(CannotDo, match="Decide it first"):
        note_on_requirement(engagement, review, "WA4", "No bar")
    check_requirement(engagement, review, "WA4", True)
    check_requirement(engagement, review, "WA4", False)
    note_on_requirement(engagement, review, "WA4", "No bar on discipline")

    assert (row(engagement, review, "WA4").is_met, row(engagement, review, "WA4").note) == (
        False,
        "No bar on discipline",
    )
    check_requirement(engagement, review, "WA4", None)
    assert row(engagement, review, "WA4").is_met is None
    assert engagement.undo() == "Mark WA4 as not decided"


def test_a_requirement_not_met_becomes_a_draft_finding_tied_to_its_ratings(
    engagement: Engagement, review: str
) -> None:
    rate_criterion(engagement, review, "B2", 1)
    check_requirement(engagement, review, "WA4", False)
    finding = draft_finding_from_requirement(engagement, review, "WA4")
    details = findings.get_finding(engagement, finding)

    assert details.kind is FindingKind.BARRIER
    assert details.title.startswith("Washington requirement not met: policy bars SROs")
    assert "as of 2026-04-20" in details.statement
    assert details.codes
    assert len(evidence.list_evidence(engagement, finding)) == 1
    assert row(engagement, review, "WA4").finding_id == finding
    with pytest.raises(CannotDo, match="drafted from WA4 already"):
        draft_finding_from_requirement(engagement, review, "WA4")
    findings.remove_finding(engagement, finding)
    assert row(engagement, review, "WA4").finding_id is None


def test_only_what_is_not_met_becomes_a_finding(engagement: Engagement, review: str) -> None:
    check_requirement(engagement, review, "WA1", True)
    for code in ("WA1", "WA2"):
        with pytest.raises(CannotDo, match="not marked as not met"):
            draft_finding_from_requirement(engagement, review, code)
    with pytest.raises(CannotDo, match="not among the requirements"):
        check_requirement(engagement, review, "TX1", True)
