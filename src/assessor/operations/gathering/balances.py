"""How a balance measure stands: steady, better or worse than before the plan; it has no target."""

from decimal import Decimal

from assessor.operations.measures.measures import MeasureDetails
from assessor.operations.strategic_plan.levels import Health
from assessor.terms import Direction, ValueState

_STEADY = Decimal("0.10")  # of the baseline, up or down


def stand_beside(details: MeasureDetails, baseline: Decimal | None) -> tuple[Health, str]:
    """The state and word of a balance measure: its newest value against its baseline."""
    known = [value.value for value in details.values if value.state is not ValueState.NOT_COLLECTED]
    newest = next((value for value in reversed(known) if value is not None), None)
    if newest is None or baseline is None:
        return Health.NO_DATA, "Balance"
    change = newest - baseline
    if abs(change) <= abs(baseline) * _STEADY:
        return Health.ON_TIME, "Steady"
    if details.direction not in (Direction.LOWER, Direction.HIGHER):
        return Health.WATCH, "Higher" if change > 0 else "Lower"
    is_better = (change < 0) is (details.direction is Direction.LOWER)
    return (Health.ON_TIME, "Better") if is_better else (Health.WATCH, "Worse")
