"""Findings are added, rated, filed, verified and listed by priority."""

from decimal import Decimal

import pytest

from assessor.analysis.confidence import Confidence
from assessor.analysis.priorities import PriorityLevel, Quadrant
from assessor.model import Goal, GoalFinding
from assessor.operations import evidence, findings
from assessor.operations.findings import FindingOrder
from assessor.operations.roster import enter_in_roster
from assessor.terms import CannotDo, FindingKind, FindingStatus, Group, Raised, Stance

SURE = {"method_limits": 1, "coherence": 0, "adequacy": 0, "relevance": 0}


def add(engagement, title="Staff call the SRO", kind=FindingKind.BARRIER, **values):
    return findings.add_finding(engagement, kind, title, **values)


def raised_by(engagement, finding, raised, asked):
    """Note that the first `raised` of the first `asked` groups raised it."""
    for number, group in enumerate(list(Group)[:6]):
        state = Raised.RAISED if number < raised else Raised.ASKED_NOT_RAISED
        findings.note_who_raised(engagement, finding, group, state if number < asked else Raised.NOT_ASKED)


def test_findings_are_numbered_as_they_are_added(engagement):
    add(engagement)
    second = add(engagement, kind=FindingKind.STRENGTH)
    details = findings.get_finding(engagement, second)
    assert (details.number, details.kind, details.status) == (2, FindingKind.STRENGTH, FindingStatus.DRAFT)


def test_the_worked_example_scores_74_high_and_is_a_quick_win(engagement):
    finding = add(engagement, impact=4, urgency=3, effort=2, **SURE)
    raised_by(engagement, finding, raised=4, asked=5)
    numbers = findings.get_finding(engagement, finding).numbers
    assert (numbers.score, numbers.level, numbers.quadrant) == (74, PriorityLevel.HIGH, Quadrant.QUICK_WIN)
    assert (numbers.prevalence, numbers.confidence) == (Decimal(80), Confidence.HIGH)


def test_there_is_no_score_before_everything_is_rated(engagement):
    finding = add(engagement, impact=4, urgency=3)
    assert findings.get_finding(engagement, finding).numbers.score is None
    findings.rate_finding(engagement, finding, **SURE)
    assert findings.get_finding(engagement, finding).numbers.score is not None


def test_a_legal_flag_lifts_to_high(engagement):
    finding = add(engagement, impact=1, urgency=1, is_legal=True, **SURE)
    assert findings.get_finding(engagement, finding).numbers.level is PriorityLevel.HIGH


@pytest.mark.parametrize(
    ("name", "value"), [("impact", 6), ("effort", 0), ("coherence", 4), ("relevance", -1)]
)
def test_a_rating_outside_its_range_is_refused(engagement, name, value):
    finding = add(engagement)
    with pytest.raises(CannotDo, match="is rated from"):
        findings.rate_finding(engagement, finding, **{name: value})
    with pytest.raises(CannotDo, match="is rated from"):
        findings.edit_finding(engagement, finding, **{name: value})


def test_a_rating_can_be_opened_again(engagement):
    finding = add(engagement, impact=4)
    findings.rate_finding(engagement, finding, impact=None)
    assert findings.get_finding(engagement, finding).impact is None


def test_the_list_goes_by_level_then_score_and_open_ratings_come_last(engagement):
    add(engagement, "open")
    add(engagement, "middle", impact=3, urgency=3, **SURE)
    add(engagement, "top", impact=5, urgency=5, **SURE)
    add(engagement, "flagged", impact=1, urgency=1, is_safety=True, **SURE)
    assert [row.title for row in findings.list_findings(engagement)] == ["top", "flagged", "middle", "open"]


def test_the_list_can_be_sorted_otherwise_and_kept_to_a_kind(engagement):
    add(engagement, "b")
    add(engagement, "a", FindingKind.STRENGTH)
    titles = {
        order: [row.title for row in findings.list_findings(engagement, order=order)]
        for order in FindingOrder
    }
    assert titles[FindingOrder.NUMBER] == ["b", "a"]
    assert titles[FindingOrder.TITLE] == ["a", "b"]
    assert [row.title for row in findings.list_findings(engagement, FindingKind.STRENGTH)] == ["a"]
    assert findings.count_findings(engagement) == {
        FindingKind.BARRIER: 1,
        FindingKind.STRENGTH: 1,
        FindingKind.OPPORTUNITY: 0,
    }


def test_evidence_tells_who_raised_it_until_it_is_noted(assessed):
    engagement = assessed.engagement
    finding = add(engagement)
    evidence.tie_remark(engagement, finding, assessed.group_remark)
    assert state_of(engagement, finding, Group.TCH) is Raised.RAISED
    findings.note_who_raised(engagement, finding, Group.TCH, Raised.ASKED_NOT_RAISED, where_asked="2 groups")
    assert state_of(engagement, finding, Group.TCH) is Raised.ASKED_NOT_RAISED
    findings.note_who_raised(engagement, finding, Group.TCH, None)
    assert state_of(engagement, finding, Group.TCH) is Raised.RAISED


def state_of(engagement, finding, group):
    return next(row.raised for row in findings.get_finding(engagement, finding).groups if row.group is group)


def test_what_is_noted_of_a_group_can_be_completed(engagement):
    finding = add(engagement)
    findings.note_who_raised(engagement, finding, Group.STU, Raised.RAISED, where_asked="2 focus groups")
    findings.note_who_raised(engagement, finding, Group.STU, Raised.RAISED, extent="in both")
    row = next(row for row in findings.get_finding(engagement, finding).groups if row.group is Group.STU)
    assert (row.where_asked, row.extent, row.is_recorded) == ("2 focus groups", "in both", True)


def test_a_group_with_nothing_but_a_hidden_result_is_hidden(assessed):
    engagement = assessed.engagement
    finding = add(engagement)
    evidence.tie_survey_result(engagement, finding, assessed.wave, "ROL6", Group.STU)
    hidden = [row.group for row in findings.get_finding(engagement, finding).groups if row.is_hidden]
    assert hidden == [Group.STU]


def test_filing_keeps_just_the_codes_given_in_their_order(engagement):
    finding = add(engagement)
    findings.file_finding_under(engagement, finding, ["B-ROL2", "B-TRN2"])
    findings.file_finding_under(engagement, finding, ["B-TRN2", "B-COM1", "B-COM1"])
    assert findings.get_finding(engagement, finding).codes == ("B-TRN2", "B-COM1")


def test_nothing_is_verified_without_evidence(engagement):
    finding = add(engagement)
    with pytest.raises(CannotDo, match="nothing is tied to it yet"):
        findings.verify_finding(engagement, finding)
    assert findings.get_finding(engagement, finding).status is FindingStatus.DRAFT


def test_one_remark_does_not_verify(assessed):
    finding = add(assessed.engagement)
    evidence.tie_remark(assessed.engagement, finding, assessed.group_remark)
    with pytest.raises(CannotDo, match="only one piece"):
        findings.verify_finding(assessed.engagement, finding)


def test_two_remarks_from_one_meeting_do_not_verify(assessed):
    finding = add(assessed.engagement)
    evidence.tie_remark(assessed.engagement, finding, assessed.group_remark)
    evidence.tie_remark(assessed.engagement, finding, assessed.group_remark_2)
    with pytest.raises(CannotDo, match="one meeting or source"):
        findings.verify_finding(assessed.engagement, finding)


def test_two_remarks_from_two_meetings_verify(assessed):
    finding = add(assessed.engagement)
    evidence.tie_remark(assessed.engagement, finding, assessed.group_remark)
    evidence.tie_remark(assessed.engagement, finding, assessed.interview_remark)
    findings.verify_finding(assessed.engagement, finding)
    details = findings.get_finding(assessed.engagement, finding)
    assert (details.status, details.why_not_verified) == (FindingStatus.VERIFIED, "")


def test_one_policy_passage_verifies(assessed):
    finding = add(assessed.engagement)
    evidence.tie_passage(assessed.engagement, finding, assessed.passage)
    findings.verify_finding(assessed.engagement, finding)
    assert findings.get_finding(assessed.engagement, finding).status is FindingStatus.VERIFIED


def test_a_rating_without_a_passage_does_not_verify(assessed):
    finding = add(assessed.engagement)
    evidence.tie_rating(assessed.engagement, finding, "bare_rating")
    with pytest.raises(CannotDo, match="only one piece"):
        findings.verify_finding(assessed.engagement, finding)


def test_evidence_against_does_not_verify(assessed):
    finding = add(assessed.engagement)
    evidence.tie_passage(assessed.engagement, finding, assessed.passage, Stance.AGAINST)
    with pytest.raises(CannotDo, match="nothing is tied"):
        findings.verify_finding(assessed.engagement, finding)


def test_a_finding_without_a_title_is_not_verified(assessed):
    finding = add(assessed.engagement, "")
    evidence.tie_passage(assessed.engagement, finding, assessed.passage)
    with pytest.raises(CannotDo, match="without a title"):
        findings.verify_finding(assessed.engagement, finding)


def test_only_a_verifiable_finding_is_shared_and_back_to_draft_is_free(assessed):
    finding = add(assessed.engagement)
    with pytest.raises(CannotDo, match="cannot be verified"):
        findings.set_finding_status(assessed.engagement, finding, FindingStatus.SHARED)
    evidence.tie_passage(assessed.engagement, finding, assessed.passage)
    findings.set_finding_status(assessed.engagement, finding, FindingStatus.SHARED)
    findings.set_finding_status(assessed.engagement, finding, FindingStatus.DRAFT)
    assert findings.get_finding(assessed.engagement, finding).status is FindingStatus.DRAFT


def test_a_finding_that_names_somebody_is_not_shared(assessed):
    enter_in_roster(assessed.engagement, "officer", "Dana Whitfield")
    finding = add(assessed.engagement, "Officer Dana Whitfield decides alone")
    evidence.tie_passage(assessed.engagement, finding, assessed.passage)
    with pytest.raises(CannotDo, match="names a person"):
        findings.set_finding_status(assessed.engagement, finding, FindingStatus.SHARED)


def test_the_status_is_not_edited_in_passing(engagement):
    finding = add(engagement)
    with pytest.raises(KeyError):
        findings.edit_finding(engagement, finding, status=FindingStatus.VERIFIED)


def test_a_goal_that_answers_it_is_named_with_its_number(engagement):
    finding = add(engagement)
    with engagement.change("Add goals") as session:
        session.add_all([Goal(id="a", position=1, title="First"), Goal(id="b", position=4, title="Second")])
        session.add(GoalFinding(goal_id="b", finding_id=finding))
    (goal,) = findings.get_finding(engagement, finding).goals
    assert (goal.number, goal.title) == (2, "Second")


def test_removing_and_undoing_brings_everything_back(assessed):
    engagement = assessed.engagement
    finding = add(engagement)
    evidence.tie_remark(engagement, finding, assessed.group_remark)
    findings.file_finding_under(engagement, finding, ["B-ROL2"])
    before = findings.get_finding(engagement, finding), evidence.list_evidence(engagement, finding)
    findings.remove_finding(engagement, finding)
    with pytest.raises(CannotDo, match="removed meanwhile"):
        findings.get_finding(engagement, finding)
    engagement.undo()
    assert (findings.get_finding(engagement, finding), evidence.list_evidence(engagement, finding)) == before


def test_editing_saves_every_column(engagement):
    finding = add(engagement)
    findings.edit_finding(
        engagement, finding, statement="Why.", is_equity=True, no_goal_reason="Already solved."
    )
    details = findings.get_finding(engagement, finding)
    assert (details.statement, details.is_equity, details.no_goal_reason) == ("Why.", True, "Already solved.")
