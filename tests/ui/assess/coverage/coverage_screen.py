"""The coverage screen with two schools, and how tests look at it."""

from datetime import UTC, date, datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from assessor.model import ResponseSet, SurveyImport, SurveyWave
from assessor.operations import clients, participants, planned_contacts, remarks, seats, sittings
from assessor.store.engagement import Engagement
from assessor.terms import Group, SittingKind
from assessor.ui.assess.coverage.coverage_rows import GridCell
from assessor.ui.assess.coverage.coverages import CoveragesScreen
from assessor.ui.main_window import MainWindow
from assessor.ui.widgets.row_models import ROW_ROLE

TODAY = date.today()  # noqa: DTZ011  # the day on the wall, as the screen has it
HELD = datetime(2026, 11, 2, 12, tzinfo=UTC)
FOCUS_GROUP, INTERVIEW = "focus_group", "interview"
Went = list[tuple[str, str]]


def open_coverage(window: MainWindow) -> CoveragesScreen:
    """The screen, in an engagement with two schools and a plan for the students."""
    for name in ("North High", "Ridge Middle"):
        clients.add_site(window.engagement, name)
    plan(window.engagement, Group.STU, 2)
    window.go("coverages")
    window.activateWindow()
    found = window.screen_of("coverages")
    assert isinstance(found, CoveragesScreen)
    return found


def follow(screen: CoveragesScreen) -> Went:
    """Where the screen asks to go from now on; nobody goes there."""
    found: Went = []
    screen.asked_to_go.disconnect()
    screen.asked_to_go.connect(lambda place, element: found.append((place, element)))
    return found


def site(engagement: Engagement, name: str) -> str:
    return next(row.id for row in clients.list_sites(engagement) if row.name == name)


def plan(
    engagement: Engagement, group: Group, planned: int, where: str = "", due_on: date | None = None
) -> None:
    cycle = clients.current_cycle(engagement)
    assert cycle is not None
    place = site(engagement, where) if where else None
    planned_contacts.plan_contacts(engagement, cycle.id, group, FOCUS_GROUP, planned, due_on, place)


def planned(engagement: Engagement) -> dict[tuple[Group, str, str], tuple[int, date | None]]:
    cycle = clients.current_cycle(engagement)
    assert cycle is not None
    rows = planned_contacts.list_planned_contacts(engagement, cycle.id)
    return {(row.group, row.method, row.site): (row.planned, row.due_on) for row in rows}


def hold(
    engagement: Engagement, group: Group = Group.STU, where: str = "North High", guide: str = "students"
) -> str:
    sitting = sittings.add_sitting(
        engagement, SittingKind.FOCUS_GROUP, "Students", group=group, site_id=site(engagement, where)
    )
    sittings.choose_guide(engagement, sitting, guide)
    person = participants.add_participant(engagement, group)
    seats.seat_participant(engagement, sitting, person)
    sittings.begin_sitting(engagement, sitting, HELD)
    remarks.note_remark(engagement, sitting, "He is kind.", speakers=[person], question="U1", said_at=HELD)
    return sitting


def answers(engagement: Engagement, counts: dict[str, int]) -> None:
    places = {name: site(engagement, name) for name in counts}
    with engagement.change("Import") as session:
        session.add(SurveyWave(id="wave", title="Wave 1"))
        session.add(
            SurveyImport(
                id="import", wave_id="wave", file_name="a.csv", sha256="", tool="generic", mapping={},
                imported_at=HELD, rows=0,
            )
        )  # fmt: skip
        for name, count in counts.items():
            session.add(
                ResponseSet(import_id="import", group=Group.STU, site_id=places[name], n=count, answers="")
            )


def shown(screen: CoveragesScreen) -> list[str]:
    model = screen.view.map.grid.grid
    rows = (model.row(place) for place in range(model.rowCount()))
    return [row.label for row in rows if row is not None]


def cell(screen: CoveragesScreen, key: str) -> GridCell:
    grid = screen.view.map.grid
    assert grid.choose(key)
    found = grid.chosen
    assert found is not None
    return found


def press(screen: CoveragesScreen, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(screen.view.map.grid, key)


def missing(screen: CoveragesScreen) -> list[str]:
    model = screen.view.missing.list.rows
    rows = [model.index(place).data(ROW_ROLE) for place in range(model.rowCount())]
    return [row.title for row in rows]
