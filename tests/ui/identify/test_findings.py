"""The findings screen: its list, how it folds, and how it begins."""

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QAbstractItemModelTester
from tests.ui.identify.findings_screen import details, listed, open_screen, said_by

from assessor.operations import findings
from assessor.operations.findings import FindingOrder
from assessor.terms import FindingKind, Raised


@pytest.fixture
def screen(qtbot, identified):
    """The screen on the specimen, with its finding chosen."""
    shown = open_screen(qtbot, identified.engagement)
    shown.show_element(identified.chosen)
    return shown


@pytest.fixture
def head(screen):
    return screen.view.detail.finding_head


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
