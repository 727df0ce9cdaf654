"""Training sessions are planned, held and counted."""

from datetime import date

import pytest

from assessor.operations import trainings
from assessor.operations.trainings import TrainingRow, TrainingState
from assessor.store import Engagement
from assessor.terms import CannotDo

TODAY = date(2027, 1, 29)


def _only(engagement: Engagement) -> TrainingRow:
    return trainings.list_trainings(engagement)[0]


def test_a_session_goes_from_undated_to_held(engagement: Engagement) -> None:
    session = trainings.add_training(engagement, "Walk through the agreement", "T03")
    assert _only(engagement).state(TODAY) is TrainingState.NO_DATE
    trainings.plan_training(engagement, session, date(2027, 3, 5))
    assert _only(engagement).state(TODAY) is TrainingState.PLANNED
    trainings.plan_training(engagement, session, date(2027, 1, 22))
    assert _only(engagement).state(TODAY) is TrainingState.OVERDUE
    trainings.hold_training(engagement, session, date(2027, 1, 22), attended=12, invited=12)
    assert _only(engagement).state(TODAY) is TrainingState.HELD


def test_those_who_were_missing_are_counted(engagement: Engagement) -> None:
    session = trainings.add_training(engagement, "The administrator's half", invited=17)
    trainings.hold_training(engagement, session, date(2027, 1, 22), attended=9)
    assert _only(engagement).missed == 8
    assert _only(engagement).state(TODAY) is TrainingState.SHORT


def test_more_people_than_were_invited_is_refused(engagement: Engagement) -> None:
    session = trainings.add_training(engagement, "De-escalation", invited=10)
    with pytest.raises(CannotDo, match="only 10 were invited"):
        trainings.hold_training(engagement, session, date(2027, 1, 22), attended=11)
    assert _only(engagement).held_on is None


def test_sessions_move_and_go(engagement: Engagement) -> None:
    first = trainings.add_training(engagement, "First")
    trainings.add_training(engagement, "Second")
    trainings.move_training(engagement, first, 1)
    assert [row.title for row in trainings.list_trainings(engagement)] == ["Second", "First"]
    trainings.remove_training(engagement, first)
    assert [row.title for row in trainings.list_trainings(engagement)] == ["Second"]


def test_a_session_of_the_catalog_is_taken_over(engagement: Engagement) -> None:
    codes = [row.code for row in trainings.list_catalog(engagement)]
    assert codes[0] == "T01"
    assert codes[-1] == "T18"
    trainings.add_training_from_catalog(engagement, "T03")
    session = _only(engagement)
    assert (session.code, session.hours) == ("T03", 2)
    assert session.content
    assert {row.code for row in trainings.list_catalog(engagement) if row.is_taken} == {"T03"}
