"""Objectives say how far and by when, told by a measure."""

from datetime import date
from decimal import Decimal

import pytest

from assessor.model import Measure
from assessor.operations import goals, objectives
from assessor.store import Engagement
from assessor.terms import CannotDo, Direction


@pytest.fixture
def goal(engagement: Engagement) -> str:
    """A goal to put objectives under."""
    return goals.add_goal(engagement, "Discipline stays with educators")


@pytest.fixture
def calls(engagement: Engagement) -> str:
    """The measure that counts calls."""
    with engagement.change("Add measure") as session:
        measure = Measure(code="K06", title="Calls for service", direction=Direction.LOWER)
        session.add(measure)
        session.flush()
        return measure.id


def test_an_objective_tells_its_measure_with_baseline_and_target(
    engagement: Engagement, goal: str, calls: str
) -> None:
    objective = objectives.add_objective(engagement, goal, "Cut calls", who="Staff of six schools")
    objectives.tie_measure(engagement, objective, calls)
    objectives.set_course(
        engagement,
        objective,
        baseline=Decimal("6.2"),
        target=Decimal("3.8"),
        target_on=date(2027, 6, 30),
    )
    details = objectives.get_objective(engagement, objective)
    assert details.measure is not None
    assert (details.measure.code, details.measure.baseline, details.measure.target) == (
        "K06",
        Decimal("6.2"),
        Decimal("3.8"),
    )
    assert details.due_on == details.measure.target_on == date(2027, 6, 30)


def test_a_course_without_a_measure_is_refused_and_changes_nothing(engagement: Engagement, goal: str) -> None:
    objective = objectives.add_objective(engagement, goal, "Cut calls")
    with pytest.raises(CannotDo, match="has no measure"):
        objectives.set_course(
            engagement, objective, baseline=None, target=Decimal(1), target_on=date(2027, 6, 30)
        )
    assert objectives.get_objective(engagement, objective).due_on is None


def test_removing_a_measure_unties_it(engagement: Engagement, goal: str, calls: str) -> None:
    objective = objectives.add_objective(engagement, goal, "Cut calls", measure_id=calls)
    with engagement.change("Remove measure") as session:
        session.delete(session.get(Measure, calls))
    assert objectives.get_objective(engagement, objective).measure is None


def test_objectives_move_within_their_own_goal_only(engagement: Engagement, goal: str) -> None:
    other = goals.add_goal(engagement, "Reliable communication")
    first = objectives.add_objective(engagement, goal, "First")
    second = objectives.add_objective(engagement, goal, "Second")
    far = objectives.add_objective(engagement, other, "Far")
    objectives.move_objective(engagement, first, 5)
    with engagement.reading() as session:
        from assessor.model import Objective

        placed = {row.id: row.position for row in session.query(Objective)}
    assert placed == {second: 1, first: 2, far: 1}


def test_removing_a_goal_takes_its_objectives_along(engagement: Engagement, goal: str) -> None:
    objective = objectives.add_objective(engagement, goal, "Cut calls")
    goals.remove_goal(engagement, goal)
    with pytest.raises(CannotDo):
        objectives.get_objective(engagement, objective)


def test_every_measure_can_be_chosen(engagement: Engagement, calls: str) -> None:
    assert [row.code for row in objectives.list_tied_measures(engagement)] == ["K06"]


def test_a_measure_of_the_library_is_tied_in_one_change(engagement: Engagement, goal: str) -> None:
    objective = objectives.add_objective(engagement, goal, "Cut calls")
    assert "K06" in [code for code, _ in objectives.list_measures_to_add(engagement)]
    objectives.tie_library_measure(engagement, objective, "K06")
    measure = objectives.get_objective(engagement, objective).measure
    assert measure is not None
    assert measure.code == "K06"
    assert "K06" not in [code for code, _ in objectives.list_measures_to_add(engagement)]
    engagement.undo()
    assert objectives.get_objective(engagement, objective).measure is None
    assert objectives.list_tied_measures(engagement) == []
