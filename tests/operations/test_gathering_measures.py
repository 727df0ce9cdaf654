"""Measures as they are printed: periods called as they are, few students suppressed, definitions kept."""

from datetime import date
from decimal import Decimal

from assessor.operations import clients, goals, objectives
from assessor.operations.gathering import gather_strategic_plan
from assessor.operations.measures.measure_cells import TypedCell, enter_cells
from assessor.operations.measures.measures import add_measure_from_library
from assessor.operations.periods import read_period
from assessor.store import Engagement
from assessor.terms import ValueState


def test_terms_keep_their_names_and_few_students_are_suppressed_on_paper(engagement: Engagement) -> None:
    clients.begin_engagement(engagement, "Larkfield Unified", "2026–27")
    goal = goals.add_goal(engagement, "Fewer referrals")
    measure = add_measure_from_library(engagement, "K01")
    objectives.add_objective(engagement, goal, "Cut referrals", measure_id=measure)
    for label, text in (("Fall 2026", "2/9"), ("Spring 2027", "7/412")):
        enter_cells(engagement, [TypedCell(measure, read_period(label), text)])
    (printed,) = gather_strategic_plan(engagement, date(2027, 1, 29)).measures.measures

    assert [(value.label, value.state, value.value) for value in printed.values] == [
        ("Fall 2026", ValueState.SUPPRESSED, None),
        ("Spring 2027", ValueState.VALUE, Decimal("1.70")),
    ]
