"""The measures screen with the calls chosen, and a measure as it is kept."""

from tests.ui.followed import Followed, show_screen

from assessor.operations.measures import measures
from assessor.operations.measures.measures import MeasureDetails
from assessor.ui.evaluate.measures import MeasuresScreen


def show_calls(followed: Followed) -> MeasuresScreen:
    """The screen, gone to the measure of calls."""
    found = show_screen(followed.window, "measures", followed.ids["calls"])
    assert isinstance(found, MeasuresScreen)
    return found


def measure(followed: Followed, key: str) -> MeasureDetails:
    """The measure as it is in the file."""
    return measures.get_measure(followed.engagement, followed.ids[key])
