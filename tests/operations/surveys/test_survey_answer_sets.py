"""Answers are kept in a set a group and site, each with the values that stand in it."""

from pathlib import Path

from sqlalchemy import select
from tests.operations.survey_specimens import write_items
from tests.operations.survey_waves import bring_in

from assessor.model import ResponseSet
from assessor.operations.clients import add_site
from assessor.operations.surveys.responses import AnswerSet, read_sets
from assessor.operations.surveys.survey_arrivals import Why
from assessor.store import Engagement
from assessor.terms import Group

COLUMNS = {
    "Role": ["Teacher", "Parent", "Teacher", "Parent", "Teacher", ""],
    "Which school?": ["Oak", "Oak", "Elm", "Elm", "Oak", ""],
    "SAF1": ["Agree", "Disagree", "Agree", "", "Don't know", ""],
    "Why?": ["It is calm.", "", "No idea at all.", "They shout a lot.", "It is calm.", ""],
}


def sets(engagement: Engagement, wave_id: str) -> dict[tuple[Group | None, bool], AnswerSet]:
    """The sets of a wave by group, and whether the school is known."""
    with engagement.reading() as session:
        return {(found.group, found.site_id is not None): found for found in read_sets(session, wave_id)}


def test_a_set_holds_one_group_at_one_site_in_the_order_of_the_table(
    engagement: Engagement, tmp_path: Path
) -> None:
    add_site(engagement, "Oak")
    done = bring_in(engagement, write_items(tmp_path / "a.csv", COLUMNS))
    found = sets(engagement, done.wave_id)
    assert found[Group.TCH, True].rows == (
        {"SAF1": 4, "C4": "It is calm."},
        {"SAF1": "DK", "C4": "It is calm."},
    )
    assert found[Group.PAR, True].rows == ({"SAF1": 2},)
    assert found[Group.PAR, False].rows == ({"C4": "They shout a lot."},)
    assert [(left.value, left.count) for left in done.left_out if left.why is Why.SITE_NOT_KNOWN] == [
        ("Elm", 2)
    ]


def test_a_set_holds_no_value_of_another(engagement: Engagement, tmp_path: Path) -> None:
    add_site(engagement, "Oak")
    done = bring_in(engagement, write_items(tmp_path / "a.csv", COLUMNS))
    found = sets(engagement, done.wave_id)[Group.TCH, False]
    assert found.columns["C4"].values == (None, "No idea at all.")
    assert found.columns["SAF1"].values == (None, 4)


def test_rows_without_an_answer_are_in_no_set(engagement: Engagement, tmp_path: Path) -> None:
    done = bring_in(engagement, write_items(tmp_path / "a.csv", COLUMNS))
    with engagement.reading() as session:
        assert sum(session.scalars(select(ResponseSet.n))) == done.responses == 5


def test_hundreds_of_different_texts_are_kept_in_their_order(engagement: Engagement, tmp_path: Path) -> None:
    texts = [f"What person {number} had to say about it." for number in range(700)]
    roles = ["Teacher", "Parent"] * 350
    path = write_items(tmp_path / "a.csv", {"Role": roles, "What do you think?": texts})
    done = bring_in(engagement, path)
    found = sets(engagement, done.wave_id)
    assert [row["C2"] for row in found[Group.PAR, False].rows] == texts[1::2]
    assert [row["C2"] for row in found[Group.TCH, False].rows] == texts[::2]
