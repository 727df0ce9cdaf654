"""The safety and risk audit: statements one can see to hold, with what a finding says where they do not."""

import re

import pytest
from tests.instruments.test_rubrics import SOURCES

from assessor.instruments.audits import AuditChecklist, get_audit_checklist
from assessor.instruments.codebooks import get_codebook
from assessor.instruments.errors import BrokenInstrument
from assessor.instruments.parsing import parse
from assessor.instruments.rubrics import get_rubric
from assessor.places import shipped
from assessor.terms import AuditAnswer

GIVES_AWAY = re.compile(
    r"\b(unlocked|propped|camera angle|blind spot|password|alarm code|floor plan|master key)", re.IGNORECASE
)


@pytest.fixture(scope="module")
def checklist() -> AuditChecklist:
    return get_audit_checklist()


def test_sixty_items_stand_in_sixteen_sections(checklist: AuditChecklist) -> None:
    assert (len(checklist.items), len(checklist.sections)) == (60, 16)
    assert all(3 <= len(section.items) <= 5 for section in checklist.sections)


def test_each_answer_is_explained_in_the_order_of_its_key(checklist: AuditChecklist) -> None:
    assert [answer.code for answer in checklist.answers] == list(AuditAnswer)


def test_items_lead_to_criteria_of_the_rubric_and_to_barriers(checklist: AuditChecklist) -> None:
    criteria = {each.code for each in get_rubric("sro_agreement").criteria}
    barriers = {each.code for each in get_codebook("barriers").codes}
    for item in checklist.items.values():
        assert all((item.criteria, item.barriers, item.sources)), item.code
        assert set(item.criteria) <= criteria, item.code
        assert set(item.barriers) <= barriers, item.code
        assert set(item.sources) <= SOURCES, item.code


def test_a_statement_ends_like_one_and_a_finding_can_be_a_title(checklist: AuditChecklist) -> None:
    for item in checklist.items.values():
        assert item.text.endswith("."), item.code
        assert not item.finding.endswith("."), item.code
        assert len(item.finding) <= 120, item.code


def test_no_item_asks_for_what_could_be_exploited(checklist: AuditChecklist) -> None:
    words = [word for item in checklist.items.values() for word in (item.text, item.look_for, item.finding)]
    assert not [text for text in words if GIVES_AWAY.search(text)]
    assert "not printed" in checklist.confidential


def test_an_item_under_a_foreign_code_is_refused() -> None:
    path = shipped("resources", "instruments", "audits") / "safety_and_risk.v1.toml"
    text = path.read_text(encoding="utf-8").replace('code = "RE2"', 'code = "XX2"')
    with pytest.raises(BrokenInstrument, match="begins with that of its section"):
        parse(AuditChecklist, text, key="safety_and_risk", version=1, name="audits/safety_and_risk.v1.toml")
