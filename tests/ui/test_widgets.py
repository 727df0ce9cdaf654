"""The parts screens are made of: what they tell, what they say to a screen reader, and that they paint."""

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from assessor.progress import Progress, Work
from assessor.terms import CannotDo, Group, Raised
from assessor.ui.jobs import Job
from assessor.ui.theme import Density, look
from assessor.ui.widgets.buttons import PlainButton, PrimaryButton
from assessor.ui.widgets.job_lines import JobLine
from assessor.ui.widgets.level_control import LevelControl
from assessor.ui.widgets.marks import initials
from assessor.ui.widgets.rings import Ring
from assessor.ui.widgets.row_lists import RowList
from assessor.ui.widgets.row_models import ListRow, RowModel
from assessor.ui.widgets.segments import Segment, Segments
from assessor.ui.widgets.smart_letters import SmartLetters
from assessor.ui.widgets.svg_views import SvgView
from assessor.ui.widgets.tally_bar import TallyBar
from assessor.ui.widgets.texts import Text
from assessor.ui.widgets.toasts import Toast

_ROWS = [
    ListRow("a", "Parents do not know whom to complain to"),
    ListRow("b", "No set meeting"),
    ListRow("c", "Drift"),
]


def on_screen(qtbot: QtBot, widget: QWidget) -> QWidget:
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    return widget


def test_text_that_does_not_fit_stands_in_the_tooltip_as_plain_text(qtbot: QtBot) -> None:
    text = Text("<b>A very long title</b> that does not fit into so little room")
    on_screen(qtbot, text)
    text.resize(80, 20)
    assert "&lt;b&gt;" in text.toolTip()


def test_a_locked_button_says_which_rule_holds_it(qtbot: QtBot) -> None:
    button = PrimaryButton("Release")
    button.lock("A quote is not cleared")
    assert not button.isEnabled()
    assert (button.toolTip(), button.accessibleDescription()) == (
        "A quote is not cleared",
        "A quote is not cleared",
    )
    button.unlock()
    assert button.isEnabled()


def test_a_button_is_never_narrower_than_its_word(qtbot: QtBot) -> None:
    assert (
        PlainButton("Ein sehr langes Wort").minimumSizeHint().width()
        > PlainButton("Kurz").minimumSizeHint().width()
    )


def test_segments_tell_what_a_person_chooses_by_pointer_and_by_arrow_key(qtbot: QtBot) -> None:
    segments = Segments([Segment("all", "All", "14"), Segment("barrier", "Barriers", "9")], "Kinds")
    told: list[str] = []
    segments.chosen.connect(told.append)
    on_screen(qtbot, segments)
    first, second = segments.findChildren(QWidget)[:2]
    qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    assert (told, segments.key) == (["barrier"], "barrier")
    second.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(second, Qt.Key.Key_Left)
    assert (told, segments.key) == (["barrier", "all"], "all")
    assert first.accessibleName() == "All, 14"


def test_segments_keep_what_is_chosen_when_counts_change(qtbot: QtBot) -> None:
    segments = Segments([Segment("all", "All", "14"), Segment("barrier", "Barriers", "9")], "Kinds")
    segments.choose("barrier")
    segments.show_segments([Segment("all", "All", "15"), Segment("barrier", "Barriers", "10")])
    assert segments.key == "barrier"


def test_a_level_is_rated_by_its_key(qtbot: QtBot) -> None:
    control = LevelControl("B2")
    told: list[int] = []
    control.rated.connect(told.append)
    on_screen(qtbot, control)
    control.setFocus()
    qtbot.keyClick(control.focusWidget() or control, Qt.Key.Key_2)
    assert (told, control.level) == ([2], 2)
    control.set_level(None)
    assert (told, control.level) == ([2], None)


def test_a_list_tells_what_is_chosen_and_keeps_it_when_rows_come_and_go(qtbot: QtBot) -> None:
    rows = RowList("Findings")
    told: list[str] = []
    rows.chosen.connect(told.append)
    on_screen(qtbot, rows)
    rows.show_rows(_ROWS)
    rows.choose("b")
    rows.show_rows([ListRow("z", "New"), *_ROWS])
    assert rows.chosen_id == "b"
    rows.show_rows([ListRow("z", "New"), _ROWS[0], _ROWS[2]])
    assert rows.chosen_id == "c"
    rows.show_rows([])
    assert told == ["a", "b", "c", ""]


def test_enter_opens_the_row(qtbot: QtBot) -> None:
    rows = RowList("Findings")
    on_screen(qtbot, rows)
    rows.show_rows(_ROWS)
    with qtbot.waitSignal(rows.opened) as opened:
        qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert opened.args == ["a"]


def test_a_row_is_higher_with_two_lines_and_says_all_to_a_screen_reader(qtbot: QtBot) -> None:
    rows = RowList("Findings")
    on_screen(qtbot, rows)
    rows.resize(352, 400)
    marked = ListRow(
        "a",
        "Drift",
        number="74",
        number_rank=2,
        trailing="Verified",
        raised=((Group.SRO, Raised.RAISED), (Group.STU, None)),
    )
    rows.show_rows([marked, ListRow("b", "No sorting guide separates rule-breaking from offenses anywhere")])
    rows.grab()
    assert rows.sizeHintForRow(0) == 12 + 20 + 22 + 12 + 1
    assert rows.sizeHintForRow(1) == 12 + 40 + 12 + 1
    spoken = rows.rows.index(0).data(int(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken == "Drift, 74, Verified, SROs: raised, Students: hidden"


def test_rows_are_lower_in_the_compact_look(qtbot: QtBot) -> None:
    rows = RowList("Findings")
    on_screen(qtbot, rows)
    rows.show_rows(_ROWS)
    look().wear(density=Density.COMPACT)
    qtbot.waitUntil(lambda: rows.visualRect(rows.rows.index(2)).height() == 8 + 20 + 8 + 1)


def test_the_row_model_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    model = RowModel()
    model.show_rows(_ROWS)
    qtmodeltester.check(model)
    assert model.rowCount(QModelIndex()) == 3


def test_the_toast_shows_undo_only_where_there_is_one(qtbot: QtBot) -> None:
    place = QWidget()
    place.resize(800, 600)
    toast = Toast(place)
    on_screen(qtbot, place)
    toast.say("Saved a copy")
    assert not toast.take_focus()
    toast.say("Goal removed", undoable=True)
    with qtbot.waitSignal(toast.undo_asked):
        qtbot.mouseClick(toast.undo_button, Qt.MouseButton.LeftButton)
    assert toast.sentence == ""


def test_painted_widgets_say_what_they_show() -> None:
    assert TallyBar(6, 1, 1).accessibleName() == "6 of 8 agree, 1 dissents, 1 silent"
    assert Ring(0.64, "Identify").accessibleName() == "Identify: 64%"
    assert SmartLetters(frozenset("SMRT")).accessibleName() == "SMART: open are A"


def test_a_chart_is_named_by_its_own_title(qtbot: QtBot) -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" width="200" height="100">'
        '<title>Calls &amp; visits</title><rect id="bar" x="0" y="0" width="50" height="100"/></svg>'
    )
    chart = SvgView(svg)
    chart.show_svg(svg, ["bar"])
    assert chart.accessibleName() == "Calls & visits"
    assert (chart.heightForWidth(100), chart.heightForWidth(400)) == (50, 100)
    on_screen(qtbot, chart)
    with qtbot.waitSignal(chart.element_clicked) as clicked:
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert clicked.args == ["bar"]


def test_initials_leave_titles_out() -> None:
    assert [initials(name) for name in ("R. Okafor", "Sgt. S. Vale", "Maria", "")] == ["RO", "SV", "M", ""]


def _work(steps: int) -> Work[str]:
    for step in range(steps):
        yield Progress(step, steps, "Reading")
    return "read"


def _failing() -> Work[str]:
    yield Progress(0, 1)
    raise CannotDo("The file is locked. Close it in the other program.")


def test_a_job_tells_its_result(qtbot: QtBot) -> None:
    job = Job(lambda: _work(3))
    with qtbot.waitSignal(job.finished) as finished:
        job.start()
    assert finished.args == ["read"]


def test_a_job_line_says_in_place_why_a_job_failed(qtbot: QtBot) -> None:
    line = JobLine()
    qtbot.addWidget(line)
    with qtbot.waitSignal(line.ended):
        line.follow(Job(_failing, line), "Reading the file")
    assert line.problem.sentence == "The file is locked. Close it in the other program."


def test_a_cancelled_job_closes_its_work(qtbot: QtBot) -> None:
    closed: list[bool] = []

    def endless() -> Work[None]:
        try:
            while True:
                yield Progress(0, 1)
        finally:
            closed.append(True)

    job = Job(endless)
    with qtbot.waitSignal(job.cancelled):
        job.progressed.connect(job.cancel)
        job.start()
    assert closed == [True]
