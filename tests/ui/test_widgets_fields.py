"""Fields that save themselves: when they tell, what they keep, and what they refuse."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from assessor.ui.widgets.choice_fields import Choice, ChoiceField, DateField
from assessor.ui.widgets.fields import Field
from assessor.ui.widgets.text_fields import LongTextField, NumberField, TextField


class Told(list[object]):
    """What the fields told; keeps their window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self.window = window


def shown(qtbot: QtBot, *fields: Field) -> Told:
    """Show the fields in a window; what they tell is in the list handed back."""
    window = QWidget()
    column = QVBoxLayout(window)
    told = Told(window)
    for field in fields:
        column.addWidget(field)
        field.edited.connect(told.append)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return told


def test_a_text_is_told_once_after_typing_pauses(qtbot: QtBot) -> None:
    field = TextField("Name")
    told = shown(qtbot, field)
    qtbot.keyClicks(field.line, "Oak Elementary")
    assert told == []
    qtbot.waitUntil(lambda: told == ["Oak Elementary"])


def test_a_text_is_told_at_once_on_enter_and_not_again_on_leaving(qtbot: QtBot) -> None:
    first, second = TextField("Name"), TextField("Head")
    told = shown(qtbot, first, second)
    first.setFocus()
    qtbot.keyClicks(first.line, "Oak")
    qtbot.keyClick(first.line, Qt.Key.Key_Return)
    second.setFocus()
    assert told == ["Oak"]


def test_a_text_is_told_on_leaving_the_field(qtbot: QtBot) -> None:
    first, second = LongTextField("Notes"), TextField("Name")
    told = shown(qtbot, first, second)
    first.setFocus()
    qtbot.keyClicks(first.box, "Two lines")
    second.setFocus()
    assert told == ["Two lines"]


def test_showing_a_value_is_not_an_edit(qtbot: QtBot) -> None:
    fields = [TextField("Name"), LongTextField("Notes"), NumberField("Target"), DateField("Due")]
    told = shown(qtbot, *fields)
    for field, value in zip(fields, ("Oak", "Notes", Decimal("3.8"), date(2027, 6, 30)), strict=True):
        field.set_value(value)
        assert field.value() == value
        field.save()
    assert told == []


def test_a_value_from_the_record_does_not_overwrite_what_is_being_typed(qtbot: QtBot) -> None:
    field = TextField("Name")
    told = shown(qtbot, field)
    field.set_value("Oak")
    qtbot.keyClicks(field.line, " Elementary")
    typed = field.line.text()
    field.set_value("Elm")
    assert field.line.text() == typed
    field.save()
    assert told == [typed.strip()]


def test_finishing_saves_what_was_typed_and_drops_what_cannot_be_understood(qtbot: QtBot) -> None:
    name, due = TextField("Name"), DateField("Due")
    told = shown(qtbot, name, due)
    due.set_value(date(2027, 6, 30))
    qtbot.keyClicks(name.line, "Oak")
    due.line.clear()
    qtbot.keyClicks(due.line, "soon")
    for field in (name, due):
        field.finish()
    assert told == ["Oak"]
    assert due.line.text() == "Jun 30, 2027"
    assert due.problem.sentence == ""


@pytest.mark.parametrize(
    "typed", ["2027-06-30", "30 Jun 2027", "30 June 2027", "June 30, 2027", "6/30/2027", "6/30/27"]
)
def test_a_day_is_understood_in_the_usual_ways_of_writing(qtbot: QtBot, typed: str) -> None:
    field = DateField("Due")
    told = shown(qtbot, field)
    qtbot.keyClicks(field.line, typed)
    field.save()
    assert told == [date(2027, 6, 30)]


def test_what_is_no_day_is_said_in_place_and_not_told(qtbot: QtBot) -> None:
    field = DateField("Due")
    told = shown(qtbot, field)
    qtbot.keyClicks(field.line, "31 Feb 2027")
    field.save()
    assert told == []
    assert field.problem.sentence == "“31 Feb 2027” is not a day; write it as Jun 30, 2027"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("many", "“many” is not a number; write digits only"),
        ("NaN", "Write a number in digits"),
        ("-1", "Write 0 or more"),
        ("101", "Write 100 or less"),
    ],
)
def test_a_number_out_of_bounds_is_said_in_place(qtbot: QtBot, typed: str, sentence: str) -> None:
    field = NumberField("Share", least=0, most=100)
    told = shown(qtbot, field)
    qtbot.keyClicks(field.line, typed)
    field.save()
    assert (told, field.problem.sentence) == ([], sentence)


def test_an_empty_number_and_an_empty_day_are_none(qtbot: QtBot) -> None:
    number, day = NumberField("Target"), DateField("Due")
    told = shown(qtbot, number, day)
    number.set_value(Decimal("6.2"))
    day.set_value(date(2027, 6, 30))
    for field in (number, day):
        field.line.clear()
        qtbot.keyClicks(field.line, " ")
        field.save()
    assert told == [None, None]


def test_a_choice_is_told_by_its_value_and_keeps_it_when_others_are_offered(qtbot: QtBot) -> None:
    field = ChoiceField("Status", [Choice("draft", "Draft"), Choice("verified", "Verified")])
    told = shown(qtbot, field)
    field.set_value("draft")
    field.setFocus()
    qtbot.keyClick(field.box, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: told == ["verified"])
    field.show_choices([Choice("verified", "Verified"), Choice("shared", "Shared")])
    assert field.value() == "verified"


def test_a_long_text_grows_with_its_lines(qtbot: QtBot) -> None:
    field = LongTextField("Notes")
    _told = shown(qtbot, field)
    short = field.box.sizeHint().height()
    field.set_value("\n".join("A line" for _ in range(8)))
    assert field.box.sizeHint().height() > short


def test_tab_leaves_a_long_text(qtbot: QtBot) -> None:
    first, second = LongTextField("Notes"), TextField("Name")
    _told = shown(qtbot, first, second)
    first.setFocus()
    qtbot.keyClick(first.box, Qt.Key.Key_Tab)
    assert second.line.hasFocus()


def test_markup_in_a_text_stays_text(qtbot: QtBot) -> None:
    field = LongTextField("Notes")
    _told = shown(qtbot, field)
    field.set_value("<b>Not bold</b> & more")
    assert field.value() == "<b>Not bold</b> & more"


def test_every_field_is_named_by_its_label(qtbot: QtBot) -> None:
    fields = [
        TextField("Name"),
        LongTextField("Notes"),
        NumberField("Target"),
        DateField("Due"),
        ChoiceField("Kind"),
    ]
    told = shown(qtbot, *fields)
    assert told == []
    assert [field.editor.accessibleName() for field in fields] == ["Name", "Notes", "Target", "Due", "Kind"]


def test_a_choice_of_nothing_is_shown_by_its_word_when_the_choice_before_is_gone(qtbot: QtBot) -> None:
    field = ChoiceField("Site", [Choice(None, "No site"), Choice("north", "North High")])
    qtbot.addWidget(field)
    field.set_value("north")
    field.show_choices([Choice(None, "No site")])
    field.set_value(None)
    assert field.box.currentText() == "No site"
