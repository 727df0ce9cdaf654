"""An audit is walked by keys: one an answer, the next item by itself, a finding from a gap in one more."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from assessor.operations import audits, findings
from assessor.operations.audits import AuditDetails
from assessor.operations.clients import add_site, begin_engagement
from assessor.store import Engagement
from assessor.terms import AuditAnswer
from assessor.ui.assess.audits.audits import AuditsScreen

TODAY = date(2026, 11, 9)


@pytest.fixture
def screen(engagement: Engagement, qtbot: QtBot) -> Iterator[AuditsScreen]:
    """The audits of a district with two schools, none walked yet."""
    begin_engagement(engagement, "Larkfield Unified", "2026–27")
    for name in ("North High", "Ridge Middle"):
        add_site(engagement, name)
    made = AuditsScreen(engagement)
    made.today = TODAY
    qtbot.addWidget(made)
    made.resize(1192, 632)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close_screen()


@pytest.fixture
def walked(screen: AuditsScreen) -> AuditsScreen:
    """An audit begun, its first item chosen."""
    screen.view.empty.button.click()
    screen.go_to_item("GV1")
    return screen


def _audit(screen: AuditsScreen) -> AuditDetails:
    return audits.get_audit(screen.engagement, screen.view.list.chosen_id)


def _press(screen: AuditsScreen, keys: str) -> None:
    QTest.keyClicks(screen.view.items, keys)


def test_the_first_audit_begins_at_the_first_school_today(screen: AuditsScreen) -> None:
    assert screen.view.empty.isVisible()
    screen.view.empty.button.click()
    audit = _audit(screen)
    assert (audit.site, audit.held_on) == ("North High", TODAY)
    assert screen.view.summary.isVisible()
    screen.view.add.click()
    assert _audit(screen).site == "Ridge Middle"


def test_a_key_answers_and_steps_on_past_headings(walked: AuditsScreen) -> None:
    _press(walked, "12341")
    audit = _audit(walked)
    assert [row.answer for row in list(audit.items.values())[:5]] == [
        AuditAnswer.IN_PLACE,
        AuditAnswer.PARTLY,
        AuditAnswer.NOT_IN_PLACE,
        AuditAnswer.NOT_SEEN,
        AuditAnswer.IN_PLACE,
    ]
    assert walked.view.items.chosen_id == "RL2"
    assert walked.view.progress.text() == "5 of 60 answered"


def test_an_answer_is_taken_back_without_stepping(walked: AuditsScreen, qtbot: QtBot) -> None:
    _press(walked, "1")
    qtbot.keyClick(walked.view.items, Qt.Key.Key_Up)
    qtbot.keyClick(walked.view.items, Qt.Key.Key_Backspace)
    assert _audit(walked).answered == 0
    assert walked.view.items.chosen_id == "GV1"


def test_the_next_open_item_is_one_key_away(walked: AuditsScreen) -> None:
    _press(walked, "11")
    walked.go_to_item("GV1")
    _press(walked, "n")
    assert walked.view.items.chosen_id == "GV3"


def test_a_gap_just_answered_becomes_a_finding_by_f(walked: AuditsScreen, qtbot: QtBot) -> None:
    walked.go_to_item("TA3")
    _press(walked, "3f")
    row = findings.list_findings(walked.engagement)[0]
    assert row.title == "It is not agreed at which point police lead a threat case"
    walked.go_to_item("TA3")
    assert not walked.view.detail.draft.isVisible()
    with qtbot.waitSignal(walked.asked_to_go) as told:
        walked.view.detail.finding.click()
    assert told.args == ["findings", row.id]


def test_f_on_what_is_in_place_says_what_it_is_for(walked: AuditsScreen) -> None:
    told: list[str] = []
    walked.said.connect(lambda sentence, _: told.append(sentence))
    _press(walked, "1f")
    assert told == ["A finding is drafted from what is partly or not in place"]
    assert findings.list_findings(walked.engagement) == []


def test_a_note_is_typed_after_enter_and_left_by_escape(walked: AuditsScreen, qtbot: QtBot) -> None:
    qtbot.keyClick(walked.view.items, Qt.Key.Key_Return)
    box = walked.view.detail.note.box
    qtbot.keyClicks(box, "Posted in the office, 2026")
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    _press(walked, "1")
    row = _audit(walked).items["GV1"]
    assert (row.note, row.answer) == ("Posted in the office, 2026", AuditAnswer.IN_PLACE)


def test_an_answer_is_given_by_a_click_and_taken_back_by_another(walked: AuditsScreen) -> None:
    rows = walked.view.detail.answers.findChildren(
        type(walked.view.detail.answers.layout().itemAt(0).widget())
    )
    rows[1].click()
    assert _audit(walked).items["GV1"].answer is AuditAnswer.PARTLY
    assert walked.view.items.chosen_id == "GV1"
    rows[1].click()
    assert _audit(walked).items["GV1"].answer is None


def test_the_summary_counts_sections_and_leads_to_their_items(walked: AuditsScreen) -> None:
    _press(walked, "113")
    walked.view.segments.choose("summary")
    walked.view.segments.chosen.emit("summary")
    names = [
        walked.view.summary.sections.itemAt(place).widget().accessibleName()
        for place in range(walked.view.summary.sections.count())
    ]
    assert names[0] == "Who answers for safety: 2 in place · 1 not in place"
    assert names[1].endswith("Nothing answered yet")
    walked.view.summary.sections.itemAt(5).widget().click()
    assert walked.view.items.chosen_id == "CO1"
    assert walked.view.items.isVisible()


def test_what_changed_since_the_audit_before_is_said(walked: AuditsScreen) -> None:
    audit = _audit(walked)
    before = audits.begin_audit(walked.engagement, audit.site_id, date(2026, 4, 14))
    audits.answer_item(walked.engagement, before, "GV1", AuditAnswer.NOT_IN_PLACE)
    walked.view.list.choose(audit.id)
    walked.go_to_item("GV1")
    _press(walked, "1")
    walked.go_to_item("GV1")
    assert walked.view.detail.before.text() == "Not in place on Apr 14"
    assert walked.view.detail.change.text() == "Better"
    assert walked.view.summary.changes.count() == 1


def test_an_audit_is_moved_to_another_site_and_removed(walked: AuditsScreen) -> None:
    site = walked.view.summary.fields["site_id"]
    walked.view.summary.edited.emit("site_id", None)
    assert _audit(walked).site_id is None
    assert site.value() is None
    walked.view.summary.remove.click()
    assert walked.view.empty.isVisible()


def test_an_item_tied_to_a_finding_is_shown_when_asked_for(walked: AuditsScreen) -> None:
    item = audits.answer_item(walked.engagement, walked.view.list.chosen_id, "EV2", AuditAnswer.PARTLY)
    walked.show_element(item)
    assert walked.view.items.chosen_id == "EV2"
