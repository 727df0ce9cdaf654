"""A table of program data brought in on the screen: looked at, names settled, taken, undone."""

from pathlib import Path

from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot
from tests.operations.program_data import values_of, write_table
from tests.ui.assess.program_data.conftest import Counted
from tests.ui.walk import not_reached_by_tab, unnamed

from assessor.exchange.measure_mappings import Role
from assessor.ui.assess.program_data.measure_import_page import MeasureImportPage

HEADINGS = ("Measure", "Term", "School", "Count", "Enrollment")


def read(qtbot: QtBot, counted: Counted, path: Path) -> MeasureImportPage:
    """The page with the table read."""
    with qtbot.waitSignal(counted.screen.importing.proposed, timeout=30_000):
        counted.screen.importing.read(path)
    return counted.screen.view.reading


def bring_in(qtbot: QtBot, counted: Counted) -> None:
    """Press Import."""
    with qtbot.waitSignal(counted.screen.importing.brought_in, timeout=30_000):
        counted.screen.bring_in.click()


def words(page: MeasureImportPage) -> list[tuple[str, ...]]:
    """What stands in the table of lines."""
    model = page.lines.words
    return [model.data(model.index(row, 0)).cells for row in range(model.rowCount())]  # type: ignore[attr-defined]


def test_a_table_is_looked_at_before_it_is_taken(qtbot: QtBot, counted: Counted, tmp_path: Path) -> None:
    path = write_table(
        tmp_path / "t.csv", HEADINGS, ("K01", "Fall 2024", "", 31, 1402), ("K02", "Fall 2024", "", 40, 1402)
    )
    page = read(qtbot, counted, path)

    assert [row[0] for row in words(page)] == ["Refused", "Taken"]
    assert "every arrest is a referral" in words(page)[0][-1]
    assert list(values_of(counted.engagement, "K01")) == ["Fall 2025", "Spring 2026", "Fall 2026"]
    bring_in(qtbot, counted)
    assert values_of(counted.engagement, "K01")["Fall 2024"].numerator == 31
    assert counted.screen.view.pages.currentWidget() is counted.screen.view.grid
    counted.engagement.undo()
    assert "Fall 2024" not in values_of(counted.engagement, "K01")


def test_a_school_and_a_measure_called_otherwise_are_settled_at_their_line(
    qtbot: QtBot, counted: Counted, tmp_path: Path
) -> None:
    path = write_table(tmp_path / "t.csv", HEADINGS, ("Fights", "Fall 2026", "RMS", 9, 412))
    page = read(qtbot, counted, path)
    assert words(page)[0][0] == "Other school"
    page.lines.choose(0)
    meaning = page.side.line
    meaning.school_meant.emit("RMS", counted.ids["Ridge Middle"])
    assert words(page)[0][0] == "Refused"
    meaning.measure_meant.emit("Fights", "new:Fights")

    assert [row[:4] for row in words(page)] == [("Taken", "New: Fights", "Fall 2026", "RMS")]


def test_a_column_is_put_to_another_use(qtbot: QtBot, counted: Counted, tmp_path: Path) -> None:
    path = write_table(tmp_path / "t.csv", ("When", "Tickets"), ("Fall 2026", 3), ("Spring 2026", "withheld"))
    page = read(qtbot, counted, path)
    assert page.complaint
    assert not counted.screen.bring_in.isEnabled() or page.complaint
    for place, role, code in ((0, Role.PERIOD, ""), (1, Role.VALUE, "K04")):
        page.columns.choose(place)
        page.side.role.set_value(role)
        page.side.role.edited.emit(role)
        if code:
            page.side.measure.edited.emit(code)
    assert [row[0] for row in words(page)] == ["Refused", "Taken"]
    page.side.suppressed.edited.emit("withheld")

    assert [row[0] for row in words(page)] == ["Taken", "Taken"]


def test_cancel_leaves_nothing_behind(qtbot: QtBot, counted: Counted, tmp_path: Path) -> None:
    changed_at = counted.engagement.changed_at
    read(qtbot, counted, write_table(tmp_path / "t.csv", HEADINGS, ("K01", "Fall 2024", "", 31, 1402)))
    counted.screen.cancel.click()

    assert counted.screen.view.pages.currentWidget() is counted.screen.view.grid
    assert counted.engagement.changed_at == changed_at


def test_a_table_is_removed_from_the_menu_with_its_values(
    qtbot: QtBot, counted: Counted, tmp_path: Path
) -> None:
    assert counted.screen.more.isHidden()
    read(qtbot, counted, write_table(tmp_path / "t.csv", HEADINGS, ("K01", "Fall 2024", "", 31, 1402)))
    bring_in(qtbot, counted)
    assert not counted.screen.more.isHidden()
    counted.screen.more.click()
    menu = counted.screen.more.findChild(QMenu)
    assert menu is not None
    (action,) = menu.actions()
    assert "t.csv" in action.text()
    action.trigger()

    assert "Fall 2024" not in values_of(counted.engagement, "K01")
    assert counted.screen.more.isHidden()


def test_everything_on_the_page_has_a_name_and_tab_reaches_it(
    qtbot: QtBot, counted: Counted, tmp_path: Path
) -> None:
    page = read(
        qtbot, counted, write_table(tmp_path / "t.csv", HEADINGS, ("Fights", "Fall 2026", "RMS", 9, 412))
    )
    for view, table in (("lines", page.lines), ("columns", page.columns)):
        page.views.chosen.emit(view)
        table.choose(0)
        assert unnamed(counted.screen) == []
        assert not_reached_by_tab(counted.screen) == []
