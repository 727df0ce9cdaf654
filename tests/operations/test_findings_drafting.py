"""A finding is drafted in one step from what was assessed, with its evidence tied."""

import pytest

from assessor.model import RemarkCode
from assessor.operations import evidence, findings
from assessor.operations.evidence import EvidenceKind
from assessor.terms import CannotDo, FindingKind, Group


def tied(assessed, finding):
    return [row.kind for row in evidence.list_evidence(assessed.engagement, finding)]


def test_a_gap_in_a_rating_becomes_a_barrier_under_the_criterions_codes(assessed):
    finding = findings.draft_finding_from_rating(assessed.engagement, assessed.rating)
    details = findings.get_finding(assessed.engagement, finding)
    assert details.title == "When staff may call the SRO: “Call if needed.”"
    assert (details.kind, details.codes) == (FindingKind.BARRIER, ("B-ROL2", "B-TRN2"))
    assert tied(assessed, finding) == [EvidenceKind.RATING, EvidenceKind.PASSAGE]


def test_a_full_rating_becomes_a_strength(assessed):
    finding = findings.draft_finding_from_rating(assessed.engagement, "bare_rating")
    details = findings.get_finding(assessed.engagement, finding)
    assert (details.kind, details.codes) == (FindingKind.STRENGTH, ())


def test_a_weak_survey_result_becomes_a_barrier(assessed):
    finding = findings.draft_finding_from_survey_result(assessed.engagement, assessed.wave, "ROL6", Group.TCH)
    details = findings.get_finding(assessed.engagement, finding)
    assert details.title == "Teachers and staff: “I know when to call the SRO”, 42% agree"
    assert details.kind is FindingKind.BARRIER
    assert tied(assessed, finding) == [EvidenceKind.SURVEY_RESULT]


def test_a_strong_survey_result_becomes_a_strength(assessed):
    finding = findings.draft_finding_from_survey_result(assessed.engagement, assessed.wave, "ROL6", Group.PAR)
    assert findings.get_finding(assessed.engagement, finding).kind is FindingKind.STRENGTH


def test_nothing_is_drafted_from_a_hidden_result(assessed):
    with pytest.raises(CannotDo, match="Too few"):
        findings.draft_finding_from_survey_result(assessed.engagement, assessed.wave, "ROL6", Group.STU)
    assert findings.list_findings(assessed.engagement) == []


def test_a_remark_brings_its_codes(assessed):
    with assessed.engagement.change("Code") as session:
        session.add(RemarkCode(remark_id=assessed.group_remark, code="B-ROL2"))
    finding = findings.draft_finding_from_remark(assessed.engagement, assessed.group_remark)
    details = findings.get_finding(assessed.engagement, finding)
    assert (details.title, details.codes) == ("Nobody ever showed us a list", ("B-ROL2",))
    assert tied(assessed, finding) == [EvidenceKind.REMARK]


def test_a_passage_can_become_an_opportunity(assessed):
    finding = findings.draft_finding_from_passage(
        assessed.engagement, assessed.passage, FindingKind.OPPORTUNITY
    )
    assert findings.get_finding(assessed.engagement, finding).kind is FindingKind.OPPORTUNITY
    assert tied(assessed, finding) == [EvidenceKind.PASSAGE]


def test_drafting_is_one_change(assessed):
    findings.draft_finding_from_remark(assessed.engagement, assessed.group_remark)
    assert assessed.engagement.undo() == "Draft finding from remark"
    assert findings.list_findings(assessed.engagement) == []


@pytest.mark.parametrize(
    "draft",
    [
        findings.draft_finding_from_rating,
        findings.draft_finding_from_remark,
        findings.draft_finding_from_passage,
    ],
)
def test_what_was_removed_drafts_nothing(assessed, draft):
    with pytest.raises(CannotDo, match="removed meanwhile"):
        draft(assessed.engagement, "nothing")


def test_a_long_text_is_cut_at_a_word(assessed):
    from assessor.model import Remark

    with assessed.engagement.change("Write") as session:
        session.get(Remark, assessed.group_remark).text = "word " * 60
    finding = findings.draft_finding_from_remark(assessed.engagement, assessed.group_remark)
    title = findings.get_finding(assessed.engagement, finding).title
    assert len(title) <= 121
    assert title.endswith("word…")
