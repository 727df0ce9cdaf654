"""The map of impact and effort: where findings stand, and how one goes from one to the next."""

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt

from assessor.operations import findings
from assessor.ui.identify.findings_map import FindingsMap
from assessor.ui.identify.map_points import cell_rect, place_points, point_toward

PLOT = QRectF(0, 0, 250, 250)


@pytest.fixture
def rows(identified):
    return findings.list_findings(identified.engagement)


@pytest.fixture
def shown(qtbot, rows):
    widget = FindingsMap()
    qtbot.addWidget(widget)
    widget.resize(296, 272)
    widget.show_findings(rows)
    widget.show()
    return widget


def test_effort_goes_to_the_right_and_impact_up():
    assert cell_rect(PLOT, 1, 5) == QRectF(0, 0, 50, 50)
    assert cell_rect(PLOT, 5, 1) == QRectF(200, 200, 50, 50)


def test_every_rated_finding_has_a_place_of_its_own(rows):
    points = place_points(rows, PLOT)
    assert {point.finding_id for point in points} == {row.id for row in rows}
    assert len({(point.at.x(), point.at.y()) for point in points}) == len(points)
    for point in points:
        assert cell_rect(PLOT, point.effort, point.impact).contains(point.at)


def test_findings_without_a_rating_have_no_place(identified, rows):
    findings.rate_finding(identified.engagement, identified.chosen, effort=None)
    rated = place_points(findings.list_findings(identified.engagement), PLOT)
    assert identified.chosen not in {point.finding_id for point in rated}


def test_many_in_one_cell_stay_inside_it(identified, rows):
    crowd = [rows[0]] * 25
    points = place_points(crowd, PLOT)
    cell = cell_rect(PLOT, points[0].effort, points[0].impact)
    assert all(cell.contains(point.at) for point in points)


def test_arrows_find_the_nearest_point_and_stop_at_the_edge(identified, rows):
    points = place_points(rows, PLOT)
    highest = max(points, key=lambda point: (point.impact, -point.effort))
    assert point_toward(points, highest.finding_id, Qt.Key.Key_Up) is None
    below = point_toward(points, highest.finding_id, Qt.Key.Key_Down)
    assert below is not None
    assert below.impact == 4
    assert point_toward(points, "", Qt.Key.Key_Left) is points[0]
    assert point_toward([], "", Qt.Key.Key_Left) is None


def test_an_arrow_key_chooses_the_next_point(shown, qtbot, identified):
    shown.choose(identified.chosen)
    with qtbot.waitSignal(shown.chosen) as went:
        qtbot.keyClick(shown, Qt.Key.Key_Right)
    beside = next(point for point in shown.points if point.finding_id == went.args[0])
    assert beside.impact == 4


def test_clicking_a_point_chooses_it(shown, qtbot, identified):
    point = next(point for point in shown.points if point.finding_id == identified.chosen)
    with qtbot.waitSignal(shown.chosen) as went:
        qtbot.mouseClick(shown, Qt.MouseButton.LeftButton, pos=QPoint(int(point.at.x()), int(point.at.y())))
    assert went.args == [identified.chosen]


def test_the_chosen_point_is_said_in_words(shown, identified):
    shown.choose(identified.chosen)
    assert shown.accessibleDescription() == (
        "Staff call the SRO for classroom disruption: Quick win, impact 4, effort 2"
    )


def test_the_map_paints_in_every_look(shown, identified):
    shown.choose(identified.chosen)
    assert not shown.grab().isNull()
