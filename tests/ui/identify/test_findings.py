"""The findings screen: list, detail, map and who raised it, edited in place."""

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QAbstractItemModelTester

from assessor.operations import evidence, findings
from assessor.operations.findings import FindingOrder
from assessor.terms import FindingKind, FindingStatus, Group, Raised
from assessor.ui.identify.findings import FindingsScreen
from assessor.ui.widgets.row_models import ROW_ROLE


def open_screen(qtbot, engagement, width=1192):
    screen = FindingsScreen(engagement)
    qtbot.addWidget(screen)
    screen.resize(width, 640)
    screen.show()
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    return screen


@pytest.fixture
def screen(qtbot, identified):
    """The screen on the specimen, with its finding chosen."""
    shown = open_screen(qtbot, identified.engagement)
    shown.show_element(identified.chosen)
    return shown


@pytest.fixture
def head(screen):
    return screen.view.detail.finding_head


def details(screen):
    return findings.get_finding(screen.engagement, screen.detail.finding_id)


def listed(screen):
    model = screen.view.list.rows
    return [model.index(place).data(ROW_ROLE) for place in range(model.rowCount())]


def said_by(screen):
    sentences = []
    screen.said.connect(lambda sentence, undoable: sentences.append((sentence, undoable)))
    return sentences


# The list


def test_the_list_shows_priority_groups_and_status(screen):
    rows = listed(screen)
    chosen = next(row for row in rows if row.element_id == screen.detail.finding_id)
    assert (chosen.number, chosen.number_rank, chosen.trailing) == ("74", 2, "Verified")
    assert [raised for _, raised in chosen.raised][:4] == [Raised.RAISED] * 4
    assert [row.number for row in rows] == sorted((row.number for row in rows), reverse=True)


def test_the_list_keeps_the_rules_of_a_model(screen):
    QAbstractItemModelTester(screen.view.list.rows)


def test_the_segments_count_and_choose_a_kind(screen, qtbot):
    screen.kinds.choose("strength")
    screen.kinds.chosen.emit("strength")
    assert [row.title for row in listed(screen)] == ["Students seek out the SRO at North High"]
    assert details(screen).kind is FindingKind.STRENGTH


def test_a_kind_without_findings_says_so(screen):
    for row in findings.list_findings(screen.engagement, FindingKind.OPPORTUNITY):
        findings.remove_finding(screen.engagement, row.id)
    screen.kinds.choose("opportunity")
    screen.kinds.chosen.emit("opportunity")
    assert screen.view.pages.currentWidget() is screen.view.none_of_kind


def test_the_order_is_chosen_and_remembered(screen, qtbot):
    by_title = next(action for action in screen.order.menu().actions() if action.text() == "Sorted by title")
    by_title.trigger()
    titles = [row.title for row in listed(screen)]
    assert titles == sorted(titles, key=str.casefold)
    assert QSettings().value("findings/order") == FindingOrder.TITLE.value
    assert screen.order.text() == "Sorted by title"


def test_arrows_move_through_the_list(screen, qtbot):
    screen.view.list.choose(listed(screen)[0].element_id)
    qtbot.keyClick(screen.view.list, Qt.Key.Key_Down)
    assert screen.detail.finding_id == listed(screen)[1].element_id


def test_n_adds_a_finding_and_begins_with_its_title(screen, qtbot, head):
    qtbot.keyClick(screen.view.list, Qt.Key.Key_N)
    assert details(screen).title == ""
    assert head.title.editor.hasFocus()
    qtbot.keyClicks(head.title.editor, "Nobody meets")
    qtbot.keyClick(head.title.editor, Qt.Key.Key_Return)
    assert details(screen).title == "Nobody meets"
    assert any(row.title == "Nobody meets" for row in listed(screen))


def test_a_new_finding_is_of_the_kind_shown(screen):
    screen.kinds.choose("strength")
    screen.kinds.chosen.emit("strength")
    screen.add.click()
    assert details(screen).kind is FindingKind.STRENGTH


def test_delete_removes_and_undo_brings_back(screen, qtbot, identified):
    sentences = said_by(screen)
    qtbot.keyClick(screen.view.list, Qt.Key.Key_Delete)
    assert identified.chosen not in [row.element_id for row in listed(screen)]
    assert sentences == [("Finding removed", True)]
    screen.engagement.undo()
    assert identified.chosen in [row.element_id for row in listed(screen)]


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


# The window


def test_a_narrow_window_folds_the_map_under_the_detail(qtbot, identified):
    screen = open_screen(qtbot, identified.engagement, width=1192)
    assert screen.view.side_pane.isVisible()
    screen.resize(1000, 640)
    assert screen.view.is_folded
    assert screen.view.side_pane.isHidden()
    assert screen.view.detail.isAncestorOf(screen.view.side.map)
    screen.resize(1192, 640)
    assert screen.view.side_pane.isAncestorOf(screen.view.side.map)


def test_nothing_found_yet_offers_the_evidence(qtbot, identified):
    for row in findings.list_findings(identified.engagement):
        findings.remove_finding(identified.engagement, row.id)
    screen = open_screen(qtbot, identified.engagement)
    assert screen.view.pages.currentWidget() is screen.view.empty
    screen.view.empty.button.click()
    qtbot.keyClicks(screen.view.start.typed, "nobody list")
    qtbot.keyClick(screen.view.start.typed, Qt.Key.Key_Return)
    assert details(screen).title == "Nobody ever showed us a list"
    assert len(screen.view.detail.chain.nodes) == 1


def test_nothing_assessed_yet_leads_to_the_interviews(qtbot, engagement):
    screen = open_screen(qtbot, engagement)
    with qtbot.waitSignal(screen.asked_to_go) as went:
        screen.view.empty.button.click()
    assert went.args == ["sittings", ""]


def test_the_first_finding_can_be_written_from_scratch(qtbot, engagement):
    screen = open_screen(qtbot, engagement)
    screen.write.click()
    assert screen.view.pages.currentWidget() is screen.view.columns
    assert screen.view.detail.finding_head.title.editor.hasFocus()


def test_a_read_only_engagement_offers_no_doings(qtbot, identified, monkeypatch):
    monkeypatch.setattr(identified.engagement, "read_only", "It can only be read.")
    screen = open_screen(qtbot, identified.engagement)
    assert screen.add.isHidden()
    assert not screen.view.detail.finding_head.title.editor.isEnabled()
    qtbot.keyClick(screen.view.list, Qt.Key.Key_N)
    qtbot.keyClick(screen.view.list, Qt.Key.Key_Delete)
    assert len(listed(screen)) == 8
