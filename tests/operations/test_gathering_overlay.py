"""What the state asks goes to print only where its rules are in use."""

from datetime import date

import pytest

from assessor.operations.clients import begin_engagement, edit_client
from assessor.operations.gathering import gather_strategic_plan
from assessor.store import Engagement


@pytest.mark.parametrize(
    ("values", "title"),
    [({}, "Washington"), ({"uses_state_overlay": False}, None), ({"state": "HI"}, None)],
)
def test_the_states_rules_are_gathered_where_they_are_in_use(
    engagement: Engagement, values: dict[str, object], title: str | None
) -> None:
    begin_engagement(engagement, "Larkfield Unified", "2026–27")
    edit_client(engagement, **{"state": "WA", **values})
    overlay = gather_strategic_plan(engagement, date(2026, 11, 22)).appendices.overlay

    assert (overlay.state if overlay else None) == title
