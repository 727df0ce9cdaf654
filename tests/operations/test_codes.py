"""Codes come from the codebooks, and their use is counted."""

from assessor.model import RemarkCode
from assessor.operations import codes, findings
from assessor.operations.codes import CodeUse
from assessor.terms import FindingKind


def test_every_kind_of_finding_has_its_codes():
    assert {entry.kind for entry in codes.list_codes()} == set(FindingKind)
    assert all(entry.code.startswith("B-") for entry in codes.list_codes(FindingKind.BARRIER))


def test_a_code_says_what_it_means_and_its_signs():
    drift = next(entry for entry in codes.list_codes() if entry.code == "B-ROL2")
    assert (drift.label, drift.category) == ("Discipline drift", "Roles")
    assert drift.meaning
    assert drift.signs


def test_codes_are_found_by_any_word_of_theirs():
    assert [entry.code for entry in codes.find_codes("discipline DRIFT")] == ["B-ROL2"]
    assert codes.find_codes("no such words") == []
    assert len(codes.find_codes("")) == len(codes.list_codes())


def test_uses_are_counted(assessed):
    finding = findings.add_finding(assessed.engagement, FindingKind.BARRIER, "Drift")
    findings.file_finding_under(assessed.engagement, finding, ["B-ROL2"])
    with assessed.engagement.change("Code") as session:
        session.add(RemarkCode(remark_id=assessed.group_remark, code="B-ROL2"))
        session.add(RemarkCode(remark_id=assessed.interview_remark, code="B-COM1"))
    assert codes.count_code_uses(assessed.engagement) == {"B-COM1": CodeUse(0, 1), "B-ROL2": CodeUse(1, 1)}
