"""The matrix of who decides what has one decider a row, or two who decide together."""

import pytest

from assessor.operations import role_decisions
from assessor.operations.role_decisions import OFFICES, RoleDecisionRow
from assessor.store import Engagement
from assessor.terms import CannotDo, Part


def _only(engagement: Engagement) -> RoleDecisionRow:
    return role_decisions.list_role_decisions(engagement)[0]


def test_parts_are_told_in_the_order_of_the_offices(engagement: Engagement) -> None:
    role_decisions.add_role_decision(
        engagement, "School matters", "Suspension", principal=Part.DECIDES, sro=Part.ASKED
    )
    parts = dict(zip(OFFICES, _only(engagement).parts, strict=True))
    assert (parts["principal"], parts["sro"], parts["family"]) == (Part.DECIDES, Part.ASKED, Part.NONE)


def test_giving_the_decision_to_another_office_takes_it_from_the_first(engagement: Engagement) -> None:
    row = role_decisions.add_role_decision(
        engagement, "Police matters", "Arrest or custody", principal=Part.DECIDES
    )
    role_decisions.set_part(engagement, row, "sro", Part.DECIDES)
    assert _only(engagement).parts[:2] == (Part.ASKED, Part.DECIDES)
    assert _only(engagement).fault == ""


def test_the_faults_of_a_row_are_said(engagement: Engagement) -> None:
    row = role_decisions.add_role_decision(engagement, "The program", "Choosing the officer")
    assert "Nobody decides" in _only(engagement).fault
    role_decisions.set_part(engagement, row, "district", Part.DECIDES_JOINTLY)
    assert "second office" in _only(engagement).fault
    role_decisions.set_part(engagement, row, "agency", Part.DECIDES_JOINTLY)
    assert _only(engagement).fault == ""
    role_decisions.edit_role_decision(engagement, row, agency=Part.DECIDES)
    assert "alone and another jointly" in _only(engagement).fault
    role_decisions.edit_role_decision(engagement, row, district=Part.DECIDES)
    assert "More than one" in _only(engagement).fault


def test_sections_stay_together_and_rows_move_within(engagement: Engagement) -> None:
    phones = role_decisions.add_role_decision(engagement, "School matters", "Phones")
    role_decisions.add_role_decision(engagement, "Police matters", "Arrest")
    role_decisions.add_role_decision(engagement, "School matters", "Suspension")
    role_decisions.move_role_decision(engagement, phones, 1)
    assert [row.title for row in role_decisions.list_role_decisions(engagement)] == [
        "Suspension",
        "Phones",
        "Arrest",
    ]


def test_a_decision_removed_meanwhile_is_said(engagement: Engagement) -> None:
    row = role_decisions.add_role_decision(engagement, "School matters", "Phones")
    role_decisions.remove_role_decision(engagement, row)
    with pytest.raises(CannotDo, match="Undo brings it back"):
        role_decisions.set_part(engagement, row, "sro", Part.TOLD)


def test_an_unknown_office_is_a_mistake_of_ours(engagement: Engagement) -> None:
    row = role_decisions.add_role_decision(engagement, "School matters", "Phones")
    with pytest.raises(KeyError):
        role_decisions.set_part(engagement, row, "mayor", Part.TOLD)


def test_the_shipped_matrix_is_clear_row_by_row_and_taken_over_once(engagement: Engagement) -> None:
    added = role_decisions.add_role_decisions_from_library(engagement)
    rows = role_decisions.list_role_decisions(engagement)
    assert len(rows) == added > 20
    assert [row.title for row in rows if row.fault] == []
    assert len(role_decisions.list_office_labels()) == len(OFFICES)
    assert role_decisions.add_role_decisions_from_library(engagement) == 0


def test_what_was_removed_is_what_the_library_adds_again(engagement: Engagement) -> None:
    role_decisions.add_role_decisions_from_library(engagement)
    gone = _only(engagement)
    role_decisions.remove_role_decision(engagement, gone.id)
    assert role_decisions.add_role_decisions_from_library(engagement) == 1
    assert gone.title in [row.title for row in role_decisions.list_role_decisions(engagement)]
