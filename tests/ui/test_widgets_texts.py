"""Texts: shown literally, and explained in the tooltip whatever becomes of their width."""

from pytestqt.qtbot import QtBot

from assessor.ui.main_window import MainWindow
from assessor.ui.widgets.texts import Text, as_menu_words, explain, plain_tip


def test_a_tooltip_shows_tags_as_they_were_written() -> None:
    assert plain_tip("North & South") == '<span style="white-space: pre-wrap">North &amp; South</span>'
    assert "&lt;b&gt;x&lt;/b&gt;" in plain_tip("<b>x</b>")
    assert plain_tip("Nothing to hide") == "Nothing to hide"


def test_a_menu_shows_an_ampersand() -> None:
    assert as_menu_words("Smith & Sons") == "Smith && Sons"


def test_an_explanation_stays_when_the_text_is_resized_or_changed(qtbot: QtBot) -> None:
    text = Text("Read only")
    qtbot.addWidget(text)
    explain(text, "The file is write-protected.")
    text.show()
    text.resize(300, 20)
    text.setText("Saved")
    assert text.toolTip() == "The file is write-protected."
    text.resize(12, 20)
    assert text.toolTip() == "Saved\nThe file is write-protected."


def test_a_long_name_does_not_cut_whether_it_is_encrypted(window: MainWindow) -> None:
    window.resize(960, 600)
    window.header.show_heading(
        "The Consolidated Unified School District of Greater Larkfield " * 3, "Cycle 1"
    )
    window.show()
    assert window.header._locked.width() >= window.header._locked.sizeHint().width()
    assert window.header._saved.width() >= window.header._saved.sizeHint().width()
    assert window.width() == 960
