"""A finding edited in place: its words, ratings, status and codes, who raised it, and its goal."""

import pytest
from PySide6.QtCore import Qt
from tests.ui.identify.findings_screen import details, listed, open_screen, said_by

from assessor.operations import evidence, findings
from assessor.terms import FindingKind, FindingStatus, Group, Raised


@pytest.fixture
def screen(qtbot, identified):
    """The screen on the specimen, with its finding chosen."""
    shown = open_screen(qtbot, identified.engagement)
    shown.show_element(identified.chosen)
    return shown


@pytest.fixture
def head(screen):
    return screen.view.detail.finding_head


# The detail


def test_title_statement_and_kind_are_edited_in_place(screen, qtbot, head):
    head.title.editor.setFocus()
    head.title.editor.selectAll()
    qtbot.keyClicks(head.title.editor, "Staff call too early")
    qtbot.keyClick(head.title.editor, Qt.Key.Key_Return)
    head.statement.box.setPlainText("Seen at three schools.")
    head.statement.save()
    next(action for action in head.kind.menu().actions() if action.text() == "Opportunity").trigger()
    found = details(screen)
    assert (found.title, found.statement) == ("Staff call too early", "Seen at three schools.")
    assert found.kind is FindingKind.OPPORTUNITY


def test_what_is_being_typed_belongs_to_the_finding_left(screen, qtbot, identified, head):
    head.title.editor.setFocus()
    head.title.editor.selectAll()
    qtbot.keyClicks(head.title.editor, "Left in the middle")
    other = next(row.element_id for row in listed(screen) if row.element_id != identified.chosen)
    screen.show_element(other)
    assert findings.get_finding(screen.engagement, identified.chosen).title == "Left in the middle"
    assert head.title.value() == details(screen).title != "Left in the middle"


def test_the_facts_unfold_into_ratings(screen, qtbot):
    panel = screen.view.detail.ratings
    assert panel.isHidden()
    qtbot.keyClick(screen.view.detail.strip, Qt.Key.Key_Return)
    assert panel.isVisible()
    qtbot.keyClick(panel.scales["impact"], Qt.Key.Key_5)
    qtbot.keyClick(panel.scales["urgency"], Qt.Key.Key_Left)
    qtbot.keyClick(panel.scales["effort"], Qt.Key.Key_Delete)
    found = details(screen)
    assert (found.impact, found.urgency, found.effort) == (5, 2, None)
    panel.flags["is_legal"].click()
    assert details(screen).is_legal


def test_a_legal_flag_says_that_it_lifts(screen):
    findings.rate_finding(screen.engagement, screen.detail.finding_id, impact=1, urgency=1)
    findings.edit_finding(screen.engagement, screen.detail.finding_id, is_legal=True)
    assert "Lifted to high by its legal flag" in screen.view.detail.ratings.why.text()


def test_open_ratings_stand_unfolded_from_the_start(screen):
    screen.add.click()
    assert screen.view.detail.ratings.isVisible()


def test_verifying_says_in_place_what_is_missing_and_leads_to_the_picker(screen, qtbot, head):
    screen.add.click()
    findings.edit_finding(screen.engagement, screen.detail.finding_id, title="Thin")
    head.verify.click()
    assert head.problem.sentence.startswith("“Thin” cannot be verified: nothing is tied to it yet.")
    assert details(screen).status is FindingStatus.DRAFT
    head.problem.asked.emit()
    assert screen.view.detail.picker.isVisible()


def test_a_supported_finding_is_verified(screen, identified, head):
    drafts = [row for row in findings.list_findings(screen.engagement) if row.status is FindingStatus.DRAFT]
    screen.show_element(drafts[0].id)
    evidence.tie_passage(screen.engagement, drafts[0].id, "passage")
    sentences = said_by(screen)
    head.verify.click()
    assert details(screen).status is FindingStatus.VERIFIED
    assert sentences == [("Marked: verified", True)]
    assert head.verify.isHidden()


def test_the_status_goes_on_from_its_menu(screen, head):
    next(action for action in head.status.menu().actions() if action.text() == "Shared").trigger()
    assert details(screen).status is FindingStatus.SHARED
    assert screen.view.detail.plan.fields["partner_comment"].isVisibleTo(screen)


def test_codes_are_filed_and_taken_away_by_enter(screen, qtbot, head):
    head.file_under.click()
    picker = screen.view.detail.codes
    assert picker.isVisible()
    qtbot.keyClicks(picker.typed, "no regular contact")
    qtbot.keyClick(picker.typed, Qt.Key.Key_Return)
    assert details(screen).codes == ("B-ROL2", "B-COM1")
    qtbot.keyClick(picker.typed, Qt.Key.Key_Return)
    assert details(screen).codes == ("B-ROL2",)
    qtbot.keyClick(picker.typed, Qt.Key.Key_Escape)
    assert picker.isHidden()


def test_what_goes_into_the_plan_is_edited_in_place(screen):
    fields = screen.view.detail.plan.fields
    fields["proposed_response"].box.setPlainText("Write a call guide.")
    fields["proposed_response"].save()
    screen.view.detail.plan.single.click()
    found = details(screen)
    assert (found.proposed_response, found.is_single_perspective) == ("Write a call guide.", True)


def test_the_reason_for_no_goal_is_asked_only_without_a_goal(screen, identified):
    field = screen.view.detail.plan.fields["no_goal_reason"]
    assert field.isHidden()
    other = next(row for row in findings.list_findings(screen.engagement) if not row.has_goal)
    screen.show_element(other.id)
    assert not field.isHidden()


# Who raised it, and the goal


def test_a_group_is_noted_from_its_menu_and_goes_back_to_what_the_evidence_tells(screen):
    line = next(line for line in screen.view.side.who.lines if line.button._group is Group.PAR)
    choose(line, "Raised")
    assert state_of(screen, Group.PAR) is Raised.RAISED
    choose(line, "As the evidence tells")
    assert state_of(screen, Group.PAR) is Raised.NOT_ASKED


def test_where_a_group_was_asked_is_written_beneath_it(screen):
    line = next(line for line in screen.view.side.who.lines if line.button._group is Group.TCH)
    choose(line, "Where it was asked…")
    assert line.where_asked.isVisible()
    line.where_asked.line.setText("2 focus groups")
    line.where_asked.save()
    row = next(row for row in details(screen).groups if row.group is Group.TCH)
    assert (row.where_asked, row.raised) == ("2 focus groups", Raised.RAISED)


def choose(line, words):
    next(action for action in line.button.menu().actions() if action.text() == words).trigger()


def state_of(screen, group):
    return next(row.raised for row in details(screen).groups if row.group is group)


def test_the_goal_leads_to_the_goals(screen, qtbot):
    (line,) = screen.view.side.goals.lines
    assert line.text() == "Goal 2, Discipline stays with educators"
    with qtbot.waitSignal(screen.asked_to_go) as went:
        line.click()
    assert went.args == ["goals", "goal_2"]


def test_an_area_without_a_strength_can_say_why(screen):
    screen.show_element("Roles")
    field = screen.view.side.strengths.fields["Roles"]
    field.line.setText("Nobody could name one.")
    field.save()
    assert findings.list_areas(screen.engagement)[0].missing_reason == "Nobody could name one."
