"""An audit is answered item by item, counted by section, and compared with the one before."""

from datetime import date

import pytest

from assessor.instruments.audits import get_audit_checklist
from assessor.operations import audits, evidence, findings
from assessor.operations.audits import AuditDetails
from assessor.operations.clients import add_site, begin_engagement
from assessor.operations.evidence import EvidenceKind
from assessor.operations.searches import search
from assessor.store import Engagement
from assessor.terms import AuditAnswer, CannotDo, FindingKind, Method

SPRING, FALL = date(2026, 4, 14), date(2026, 11, 9)


@pytest.fixture
def site(engagement: Engagement) -> str:
    begin_engagement(engagement, "Larkfield Unified", "2026–27")
    return add_site(engagement, "North High")


@pytest.fixture
def audit(engagement: Engagement, site: str) -> str:
    return audits.begin_audit(engagement, site, FALL, "J. Reyes")


def _get(engagement: Engagement, audit: str) -> AuditDetails:
    return audits.get_audit(engagement, audit)


def test_an_audit_begins_with_every_item_open(engagement: Engagement, audit: str) -> None:
    details = _get(engagement, audit)
    assert (details.site, details.held_on, details.auditor) == ("North High", FALL, "J. Reyes")
    assert details.answered == 0
    assert details.unanswered == tuple(get_audit_checklist().items)


def test_answers_and_notes_are_kept_and_taken_back(engagement: Engagement, audit: str) -> None:
    audits.answer_item(engagement, audit, "GV1", AuditAnswer.PARTLY)
    audits.note_on_item(engagement, audit, "GV1", "Back-up not named")
    row = _get(engagement, audit).items["GV1"]
    assert (row.answer, row.note) == (AuditAnswer.PARTLY, "Back-up not named")
    audits.answer_item(engagement, audit, "GV1", None)
    row = _get(engagement, audit).items["GV1"]
    assert (row.answer, row.note) == (None, "Back-up not named")
    engagement.undo()
    assert _get(engagement, audit).items["GV1"].answer is AuditAnswer.PARTLY


def test_sections_are_counted_and_the_list_says_how_far_it_is(engagement: Engagement, audit: str) -> None:
    for code, answer in (("GV1", AuditAnswer.IN_PLACE), ("GV2", AuditAnswer.IN_PLACE)):
        audits.answer_item(engagement, audit, code, answer)
    audits.answer_item(engagement, audit, "RL1", AuditAnswer.NOT_SEEN)
    details = _get(engagement, audit)
    assert details.count("GV") == {AuditAnswer.IN_PLACE: 2}
    assert details.count() == {AuditAnswer.IN_PLACE: 2, AuditAnswer.NOT_SEEN: 1}
    row = audits.list_audits(engagement)[0]
    assert (row.answered, row.items, row.counts[AuditAnswer.NOT_SEEN]) == (3, 60, 1)


def test_the_next_open_item_is_found_round_the_end(engagement: Engagement, audit: str) -> None:
    audits.answer_item(engagement, audit, "GV2", AuditAnswer.IN_PLACE)
    details = _get(engagement, audit)
    assert details.next_unanswered("GV1") == "GV3"
    assert details.next_unanswered("DA3") == "GV1"
    assert details.next_unanswered() == "GV1"


def test_an_audit_is_compared_with_the_one_before_at_the_same_site(
    engagement: Engagement, site: str, audit: str
) -> None:
    before = audits.begin_audit(engagement, site, SPRING)
    elsewhere = audits.begin_audit(engagement, add_site(engagement, "Ridge Middle"), SPRING)
    for code, then, now in (
        ("GV1", AuditAnswer.NOT_IN_PLACE, AuditAnswer.IN_PLACE),
        ("GV2", AuditAnswer.IN_PLACE, AuditAnswer.PARTLY),
        ("GV3", AuditAnswer.NOT_SEEN, AuditAnswer.IN_PLACE),
        ("GV4", AuditAnswer.PARTLY, AuditAnswer.PARTLY),
    ):
        audits.answer_item(engagement, before, code, then)
        audits.answer_item(engagement, audit, code, now)
    details = _get(engagement, audit)
    assert details.before_on == SPRING
    assert [details.items[f"GV{number}"].change for number in (1, 2, 3, 4)] == [1, -1, 0, 0]
    assert _get(engagement, before).before_on is None
    assert _get(engagement, elsewhere).before_on is None


def test_a_gap_becomes_a_draft_finding_that_tells_nothing_of_the_note(
    engagement: Engagement, audit: str
) -> None:
    item = audits.answer_item(engagement, audit, "TA3", AuditAnswer.NOT_IN_PLACE)
    audits.note_on_item(engagement, audit, "TA3", "Sergeant and counselor gave different answers")
    finding = findings.draft_finding_from_audit_item(engagement, item)
    details = findings.get_finding(engagement, finding)
    assert details.title == "It is not agreed at which point police lead a threat case"
    assert (details.kind, details.statement, details.codes) == (FindingKind.BARRIER, "", ("B-ROL2",))
    tied = evidence.list_evidence(engagement, finding)[0]
    assert (tied.kind, tied.method, tied.words) == (EvidenceKind.AUDIT_ITEM, Method.OBS, "Not in place")
    assert tied.heading.startswith("Audit, North High: It is written when police lead a case")
    assert "Sergeant" not in f"{tied.heading} {tied.words} {tied.note} {tied.summary}"
    assert _get(engagement, audit).items["TA3"].finding_id == finding


def test_what_is_half_there_is_said_to_be(engagement: Engagement, audit: str) -> None:
    item = audits.answer_item(engagement, audit, "DR1", AuditAnswer.PARTLY)
    finding = findings.get_finding(engagement, findings.draft_finding_from_audit_item(engagement, item))
    assert finding.title.startswith("Only in part: the year’s drills stand on a calendar")


def test_what_is_in_place_is_a_strength(engagement: Engagement, audit: str) -> None:
    item = audits.answer_item(engagement, audit, "DR1", AuditAnswer.IN_PLACE)
    finding = findings.get_finding(engagement, findings.draft_finding_from_audit_item(engagement, item))
    assert (finding.kind, finding.codes) == (FindingKind.STRENGTH, ())


def test_an_item_that_says_nothing_makes_no_finding(engagement: Engagement, audit: str) -> None:
    item = audits.answer_item(engagement, audit, "DR1", AuditAnswer.NOT_SEEN)
    with pytest.raises(CannotDo, match="DR1 says nothing of the school yet"):
        findings.draft_finding_from_audit_item(engagement, item)


def test_an_answer_taken_back_withdraws_the_evidence(engagement: Engagement, audit: str) -> None:
    item = audits.answer_item(engagement, audit, "TA3", AuditAnswer.NOT_IN_PLACE)
    finding = findings.draft_finding_from_audit_item(engagement, item)
    audits.answer_item(engagement, audit, "TA3", AuditAnswer.NOT_SEEN)
    assert evidence.list_evidence(engagement, finding)[0].is_withdrawn


def test_answered_items_are_offered_as_evidence(engagement: Engagement, audit: str) -> None:
    audits.answer_item(engagement, audit, "TA3", AuditAnswer.NOT_IN_PLACE)
    audits.answer_item(engagement, audit, "TA4", AuditAnswer.NOT_SEEN)
    offered = evidence.list_evidence_candidates(engagement, kinds=(EvidenceKind.AUDIT_ITEM,))
    assert [each.words for each in offered] == ["Not in place"]


def test_an_item_leads_to_its_audit(engagement: Engagement, audit: str) -> None:
    item = audits.answer_item(engagement, audit, "GV1", AuditAnswer.IN_PLACE)
    assert [audits.find_audit(engagement, each) for each in (item, audit, "gone")] == [audit, audit, ""]


def test_a_removed_audit_takes_its_items_along_and_leaves_the_findings(
    engagement: Engagement, audit: str
) -> None:
    item = audits.answer_item(engagement, audit, "TA3", AuditAnswer.NOT_IN_PLACE)
    findings.draft_finding_from_audit_item(engagement, item)
    audits.remove_audit(engagement, audit)
    assert audits.list_audits(engagement) == []
    assert len(findings.list_findings(engagement)) == 1
    with pytest.raises(CannotDo, match="removed"):
        audits.get_audit(engagement, audit)
    engagement.undo()
    assert _get(engagement, audit).answered == 1


def test_notes_of_an_audit_are_not_met_by_a_search_that_shows_its_hits(
    engagement: Engagement, audit: str
) -> None:
    audits.note_on_item(engagement, audit, "CO1", "Gymnasium")
    assert search(engagement, "Gymnasium") == []
