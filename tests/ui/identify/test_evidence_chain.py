"""The chain of evidence and the picker that opens in place."""

import pytest
from PySide6.QtCore import Qt

from assessor.model import CriterionRating, Remark
from assessor.operations import evidence, findings
from assessor.terms import Clearance, Stance
from assessor.ui.identify.findings import FindingsScreen


@pytest.fixture
def screen(qtbot, identified):
    shown = FindingsScreen(identified.engagement)
    qtbot.addWidget(shown)
    shown.resize(1192, 640)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    shown.show_element(identified.chosen)
    return shown


@pytest.fixture
def chain(screen):
    return screen.view.detail.chain


def rows(screen):
    return evidence.list_evidence(screen.engagement, screen.detail.finding_id)


def change(screen, noun, row_id, **values):
    with screen.engagement.change("Change") as session:
        row = session.get(noun, row_id)
        for name, value in values.items():
            setattr(row, name, value)


def test_each_piece_is_a_node_that_says_all_of_it(chain):
    names = [node.accessibleName() for node in chain.nodes]
    assert names[0] == "Agreement, B4 at level 1, shall contact the SRO or the office, p. 4, § 3.4"
    assert names[-1].startswith("Against: teachers, Oak Elementary")


def test_a_node_unfolds_one_at_a_time(chain):
    chain.nodes[0].click()
    first = chain.editor
    chain.nodes[1].click()
    assert chain.editor is not first
    assert not chain.nodes[0].isChecked()
    chain.nodes[1].click()
    assert chain.editor is None


def test_a_note_of_ones_own_is_saved(screen, chain):
    chain.nodes[0].click()
    chain.editor.summary.line.setText("Names no one to decide.")
    chain.editor.summary.save()
    assert rows(screen)[0].summary == "Names no one to decide."


def test_folding_saves_what_is_being_typed(screen, chain, qtbot):
    chain.nodes[0].click()
    chain.editor.summary.line.setFocus()
    qtbot.keyClicks(chain.editor.summary.line, "Half a")
    chain.nodes[0].click()
    assert rows(screen)[0].summary == "Half a"


def test_the_side_is_changed_and_weighed(screen, chain):
    chain.nodes[1].click()
    chain.editor.stance_chosen.emit(chain.nodes[1].row.id, Stance.AGAINST.value)
    against = [row for row in rows(screen) if row.stance is Stance.AGAINST]
    assert len(against) == 2
    assert not chain.editor.weighed.isHidden()
    chain.editor.weighed.box.setPlainText("One school only.")
    chain.editor.weighed.save()
    assert "One school only." in {row.weighed for row in rows(screen)}


def test_delete_unties_with_undo(screen, chain, qtbot):
    said = []
    screen.said.connect(lambda sentence, undoable: said.append((sentence, undoable)))
    qtbot.keyClick(chain.nodes[0], Qt.Key.Key_Delete)
    assert len(chain.nodes) == 5
    assert said == [("Evidence untied", True)]
    screen.engagement.undo()
    assert len(chain.nodes) == 6


def test_arrows_go_from_node_to_node(chain, qtbot):
    chain.nodes[0].setFocus()
    qtbot.keyClick(chain.nodes[0], Qt.Key.Key_Down)
    assert chain.nodes[1].hasFocus()
    qtbot.keyClick(chain.nodes[1], Qt.Key.Key_Up)
    assert chain.nodes[0].hasFocus()


def test_a_change_shows_what_it_was_and_can_be_accepted(screen, chain):
    change(screen, CriterionRating, "rating", level=2)
    assert "Changed since it was tied" in chain.nodes[0].accessibleName()
    chain.nodes[0].click()
    assert chain.editor.was.text() == "When it was tied it said: at level 1"
    chain.editor.accept.click()
    assert not rows(screen)[0].has_changed
    assert chain.editor.accept.isHidden()


def test_what_may_not_be_printed_says_why(screen, chain):
    change(screen, Remark, "said", clearance=Clearance.NOT_REVIEWED)
    assert "Not for print: it has not been cleared for quotation" in chain.nodes[1].accessibleName()


def test_a_node_leads_to_where_it_comes_from(screen, chain, qtbot):
    chain.nodes[1].click()
    with qtbot.waitSignal(screen.asked_to_go) as went:
        chain.editor.source.click()
    assert went.args == ["sittings", "said"]


def test_the_picker_ties_by_enter_and_stays_open(screen, chain, qtbot):
    screen.view.detail.evidence_heading.action.click()
    picker = screen.view.detail.picker
    assert picker.typed.hasFocus()
    qtbot.keyClicks(picker.typed, "phones hats")
    qtbot.keyClick(picker.typed, Qt.Key.Key_Return)
    assert len(chain.nodes) == 7
    assert picker.isVisible()
    assert rows(screen)[-2].words == "They call me for phones and hats."


def test_the_picker_ties_as_evidence_against(screen, qtbot):
    screen.view.detail.evidence_heading.action.click()
    screen.view.detail.picker.against.click()
    assert sum(row.stance is Stance.AGAINST for row in rows(screen)) == 2


def test_the_picker_keeps_to_a_kind(screen):
    screen.view.detail.evidence_heading.action.click()
    picker = screen.view.detail.picker
    picker.kinds.setCurrentText("Measures")
    picker.ask()
    assert picker.list.rows.rowCount() == 0  # the only measure is tied already
    assert picker.nothing.text() == "Nothing is left to tie."
    assert not picker.pick.isEnabled()


def test_escape_closes_the_picker(screen, qtbot):
    screen.view.detail.evidence_heading.action.click()
    picker = screen.view.detail.picker
    qtbot.keyClick(picker.typed, Qt.Key.Key_Escape)
    assert picker.isHidden()


def test_another_finding_closes_the_picker_and_shows_its_own_chain(screen, identified, chain):
    screen.view.detail.evidence_heading.action.click()
    other = next(row for row in findings.list_findings(screen.engagement) if row.id != identified.chosen)
    screen.show_element(other.id)
    assert screen.view.detail.picker.isHidden()
    assert [node.row.finding_id for node in chain.nodes] == [other.id] * len(chain.nodes)
