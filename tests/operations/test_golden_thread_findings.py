"""The golden thread from evidence to finding: each rule holds, and each is broken."""

import pytest
from sqlalchemy import delete

from assessor.model import CriterionRating, Goal, GoalFinding, Participant, Remark, RemarkCode
from assessor.operations import evidence, findings
from assessor.operations.golden_thread import Element, check_thread, list_rules, rules_that_hold
from assessor.terms import Clearance, FindingKind, Group, Raised, Stance

SURE = {"method_limits": 0, "coherence": 0, "adequacy": 0, "relevance": 0}


@pytest.fixture
def finding(assessed):
    """A finding that breaks no rule: a passage, a teacher and an officer stand behind it."""
    engagement = assessed.engagement
    finding = findings.add_finding(
        engagement,
        FindingKind.BARRIER,
        "Staff call the SRO for classroom disruption",
        other_explanation="None.",
    )
    evidence.tie_passage(engagement, finding, assessed.passage)
    evidence.tie_remark(engagement, finding, assessed.group_remark)
    evidence.tie_sitting(engagement, finding, assessed.interview)
    return finding


def broken(assessed, rule):
    return [end for end in check_thread(assessed.engagement) if end.rule == rule]


def sentence(assessed, rule):
    (end,) = broken(assessed, rule)
    return end.sentence


def change(assessed, noun, row_id, **values):
    with assessed.engagement.change("Change") as session:
        row = session.get(noun, row_id)
        for name, value in values.items():
            setattr(row, name, value)


def add_goal(assessed, finding):
    with assessed.engagement.change("Add goal") as session:
        session.add(Goal(id="goal", position=1, title="Discipline stays with educators"))
        session.add(GoalFinding(goal_id="goal", finding_id=finding))


def test_an_empty_engagement_breaks_nothing(engagement):
    assert check_thread(engagement) == []
    assert rules_that_hold(engagement) == list_rules()


def test_there_are_eighteen_rules_of_which_nine_are_required():
    rules = list_rules()
    assert [rule.rule for rule in rules] == [f"G{number}" for number in range(1, 19)]
    assert [rule.rule for rule in rules if rule.required] == [
        "G1",
        "G4",
        "G5",
        "G7",
        "G8",
        "G9",
        "G10",
        "G13",
        "G18",
    ]


def test_a_sound_finding_breaks_nothing(assessed, finding):
    evidence.tie_measure(assessed.engagement, finding, assessed.measure)
    assert check_thread(assessed.engagement) == []


def test_g1_is_broken_by_one_piece_of_evidence(assessed):
    finding = findings.add_finding(assessed.engagement, FindingKind.BARRIER, "Thin")
    evidence.tie_remark(assessed.engagement, finding, assessed.group_remark)
    (end,) = broken(assessed, "G1")
    assert end.sentence == (
        "F1 “Thin” rests on too little: only one piece of evidence is tied to it. "
        "Tie evidence from two meetings or sources, or a policy passage."
    )
    assert (end.required, end.place, end.element_id, end.element) == (
        True,
        "findings",
        finding,
        Element.FINDING,
    )


def test_g2_is_broken_by_one_group_and_held_by_the_label(assessed):
    finding = findings.add_finding(assessed.engagement, FindingKind.BARRIER, "One voice")
    evidence.tie_passage(assessed.engagement, finding, assessed.passage)
    assert "hears no stakeholder group" in sentence(assessed, "G2")
    evidence.tie_remark(assessed.engagement, finding, assessed.group_remark)
    assert "hears only Teachers and staff" in sentence(assessed, "G2")
    findings.edit_finding(assessed.engagement, finding, is_single_perspective=True)
    assert broken(assessed, "G2") == []


def test_g3_is_broken_by_evidence_against_that_is_not_weighed(assessed, finding):
    against = evidence.tie_remark(assessed.engagement, finding, assessed.interview_remark, Stance.AGAINST)
    assert "does not weigh what speaks against it (SROs)" in sentence(assessed, "G3")
    evidence.weigh_evidence(assessed.engagement, against, "One school of four.")
    assert broken(assessed, "G3") == []


def test_g3_is_broken_by_dissent_nobody_answers(assessed, finding):
    findings.edit_finding(assessed.engagement, finding, other_explanation="")
    assert "some present spoke against" in sentence(assessed, "G3")


def test_g4_is_broken_by_a_quotation_not_cleared_and_held_by_withholding_it(assessed, finding):
    change(assessed, Remark, assessed.group_remark, clearance=Clearance.NOT_REVIEWED)
    assert "it has not been cleared for quotation" in sentence(assessed, "G4")
    change(assessed, Remark, assessed.group_remark, clearance=Clearance.WITHHELD)
    assert broken(assessed, "G4") == []


def test_g4_is_broken_by_a_quotation_without_consent(assessed, finding):
    change(assessed, Participant, "teacher", may_be_quoted=False)
    assert "TCH-01 did not agree to be quoted" in sentence(assessed, "G4")


def test_g6_is_broken_by_a_high_priority_nobody_answers(assessed, finding):
    findings.rate_finding(assessed.engagement, finding, impact=5, urgency=5, **SURE)
    assert "has high priority, and no goal answers it" in sentence(assessed, "G6")
    findings.edit_finding(assessed.engagement, finding, no_goal_reason="The agency is dissolved in June.")
    assert broken(assessed, "G6") == []


def test_g6_is_held_by_a_goal(assessed, finding):
    findings.rate_finding(assessed.engagement, finding, impact=5, urgency=5, **SURE)
    add_goal(assessed, finding)
    assert broken(assessed, "G6") == []


def test_g6_leaves_strengths_alone(assessed, finding):
    findings.edit_finding(assessed.engagement, finding, kind=FindingKind.STRENGTH)
    findings.rate_finding(assessed.engagement, finding, impact=5, urgency=5, **SURE)
    assert broken(assessed, "G6") == []


def test_g12_is_broken_by_evidence_that_changed_under_a_verified_finding(assessed, finding):
    tied = evidence.tie_rating(assessed.engagement, finding, assessed.rating)
    change(assessed, CriterionRating, assessed.rating, level=2)
    assert broken(assessed, "G12") == []
    findings.verify_finding(assessed.engagement, finding)
    assert "changed since it was tied (Agreement, B4 at level 2)" in sentence(assessed, "G12")
    evidence.accept_evidence_as_it_is(assessed.engagement, tied)
    assert broken(assessed, "G12") == []


def test_g12_is_broken_by_evidence_that_was_removed_under_a_goal(assessed, finding):
    add_goal(assessed, finding)
    with assessed.engagement.change("Remove") as session:
        session.execute(delete(Remark).where(Remark.id == assessed.group_remark))
    ends = broken(assessed, "G12")
    assert any("withdrawn or removed" in end.sentence for end in ends)


def test_g13_holds_where_a_count_bears_the_word_out(assessed, finding):
    findings.edit_finding(assessed.engagement, finding, statement="Most had never seen a list.")
    assert broken(assessed, "G13") == []


def test_g13_is_broken_where_no_count_bears_the_word_out(assessed, finding):
    findings.edit_finding(assessed.engagement, finding, statement="All had never seen a list.")
    assert sentence(assessed, "G13") == (
        "F1 “Staff call the SRO for classroom disruption” says “all”: none of the 2 counts tied to it "
        "bears that out. Say the number, or tie what was counted."
    )


def test_g13_is_broken_where_nothing_was_counted(assessed):
    finding = findings.add_finding(assessed.engagement, FindingKind.BARRIER, "Few parents know the SRO")
    assert "says “few”: nothing that was counted" in sentence(assessed, "G13")
    evidence.tie_measure(assessed.engagement, finding, assessed.measure)
    assert "means 25% or less, and somebody, but it was 62 of 100" in sentence(assessed, "G13")


def test_g13_counts_groups_where_it_speaks_of_groups(assessed):
    finding = findings.add_finding(assessed.engagement, FindingKind.BARRIER, "All groups ask for a list")
    for group in (Group.SRO, Group.ADM):
        findings.note_who_raised(assessed.engagement, finding, group, Raised.RAISED)
    assert broken(assessed, "G13") == []


def test_g13_leaves_the_words_of_others_alone(assessed):
    findings.add_finding(assessed.engagement, FindingKind.BARRIER, "“Nobody ever showed us a list”")
    assert broken(assessed, "G13") == []


def test_g15_is_broken_by_an_area_without_a_strength(assessed):
    with assessed.engagement.change("Code") as session:
        session.add(RemarkCode(remark_id=assessed.group_remark, code="B-COM1"))
    (end,) = broken(assessed, "G15")
    assert (end.element, end.element_id) == (Element.AREA, "Communication")
    assert end.sentence.startswith("Communication was assessed and names no strength.")


def test_g15_is_held_by_a_strength_or_a_reason(assessed):
    with assessed.engagement.change("Code") as session:
        session.add(RemarkCode(remark_id=assessed.group_remark, code="B-COM1"))
    findings.explain_missing_strength(assessed.engagement, "Communication", "There was no contact at all.")
    assert broken(assessed, "G15") == []
    findings.explain_missing_strength(assessed.engagement, "Communication", "")
    strength = findings.add_finding(assessed.engagement, FindingKind.STRENGTH, "They meet on Mondays")
    findings.file_finding_under(assessed.engagement, strength, ["P-COM"])
    assert broken(assessed, "G15") == []


def test_a_broken_rule_does_not_hold(assessed):
    findings.add_finding(assessed.engagement, FindingKind.BARRIER, "Bare")
    held = {rule.rule for rule in rules_that_hold(assessed.engagement)}
    assert {"G1", "G2"}.isdisjoint(held)
    assert "G5" in held
