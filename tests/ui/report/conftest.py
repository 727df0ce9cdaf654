"""What tests of the report screen share: an engagement with a small plan, and the plan printed once."""

from datetime import date
from pathlib import Path

import pytest

from assessor.operations import clients, goals, objectives
from assessor.operations.gathering import gather_strategic_plan
from assessor.progress import finish
from assessor.report.layout import all_chapters
from assessor.report.printing import print_plan
from assessor.store.engagement import Engagement
from assessor.ui.report.previews import Preview

TODAY = date(2026, 11, 12)


def fill(engagement: Engagement) -> dict[str, str]:
    """Write a plan of two goals that answer nothing yet; the ids of what tests look for."""
    clients.begin_engagement(engagement, "Larkfield Unified", started_on=TODAY)
    clients.add_agency(engagement, "Larkfield Police Department")
    communication = goals.add_goal(engagement, "Reliable communication")
    objective = objectives.add_objective(engagement, communication, "Meet every week of the school year")
    return {
        "communication": communication,
        "objective": objective,
        "disagreements": goals.add_goal(engagement, "Disagreements solved early"),
    }


@pytest.fixture
def ids(engagement: Engagement) -> dict[str, str]:
    """The plan, written into the engagement."""
    return fill(engagement)


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Preview:
    """The same plan, printed."""
    folder = tmp_path_factory.mktemp("printed")
    with Engagement.create(folder / "plan.assessor") as engagement:
        fill(engagement)
        plan = gather_strategic_plan(engagement, TODAY)
    done = finish(print_plan(plan, Path(folder / "plan.pdf")))
    return Preview(done.path, tuple(all_chapters(plan)), done.pages, done.remarks)
