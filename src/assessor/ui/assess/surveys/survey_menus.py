"""The segments and menus of the survey screen's head: groups, waves, pairs to compare."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QMenu, QWidget

from assessor.operations.surveys.survey_results import WaveResults
from assessor.operations.surveys.survey_waves import WaveRow
from assessor.terms import Group
from assessor.ui.assess.surveys.survey_elsewhere import list_elsewhere
from assessor.ui.assess.surveys.survey_words import say, short_group
from assessor.ui.widgets.segments import Segment
from assessor.ui.widgets.texts import as_menu_words

if TYPE_CHECKING:
    from assessor.ui.assess.surveys.surveys import SurveysScreen

EVERYBODY = "all"
_UNKNOWN = "unknown"


def group_segments(results: WaveResults) -> list[Segment]:
    """A segment for each group with its n; hidden ones have a closed eye. None where there is one group."""
    segments = [
        Segment(
            key=count.group.value if count.group else _UNKNOWN,
            label=short_group(count.group),
            count=count.words.removeprefix("n "),
            icon="eye-off" if count.is_hidden else "",
            group=None if count.is_hidden else count.group,
        )
        for count in results.groups
    ]
    if len(segments) < 2:
        return []
    if not results.constructs:
        everybody = say(QT_TRANSLATE_NOOP("surveys", "All"))
        segments.insert(0, Segment(EVERYBODY, everybody, f"{results.answers:,}"))
    return segments


def first_group(results: WaveResults) -> str:
    """Where to begin: with teachers, for the pair stands at the right; else with the first that is shown."""
    if not results.constructs:
        return EVERYBODY
    told = [count.group.value for count in results.groups if count.group and not count.is_hidden]
    return Group.TCH.value if Group.TCH.value in told else next(iter(told), "")


def wave_menu(parent: QWidget, rows: Sequence[WaveRow], chosen: str, choose: Callable[[str], None]) -> QMenu:
    """The waves, the shown one checked."""
    menu = QMenu(parent)
    for row in rows:
        action = menu.addAction(as_menu_words(row.title))
        action.setCheckable(True)
        action.setChecked(row.id == chosen)
        action.triggered.connect(partial(choose, row.id))
    return menu


def pair_menu(parent: QWidget, results: WaveResults, compare: Callable[[Group, Group], None]) -> QMenu:
    """Every pair of groups that answered."""
    menu = QMenu(parent)
    groups = [count.group for count in results.groups if count.group]
    for place, first in enumerate(groups):
        for second in groups[place + 1 :]:
            said = QT_TRANSLATE_NOOP("surveys", "{first} and {second}")
            words = say(said, first=short_group(first), second=short_group(second))
            menu.addAction(words).triggered.connect(partial(compare, first, second))
    return menu


def more_menu(screen: "SurveysScreen") -> QMenu:
    """What else can be done with surveys, and where their forms, paper and pairs are."""
    view, menu = screen.view, QMenu(screen)
    if not screen.engagement.read_only:
        bring_in = menu.addAction(say(QT_TRANSLATE_NOOP("surveys", "Bring in answers…")))
        bring_in.triggered.connect(screen.importing.ask)
        menu.addAction(say(QT_TRANSLATE_NOOP("surveys", "Add a wave"))).triggered.connect(screen.add_wave)
        menu.addSeparator()
    if screen.wave_id:
        pages = (
            (QT_TRANSLATE_NOOP("surveys", "Days, invitations and tables"), view.wave),
            (QT_TRANSLATE_NOOP("surveys", "Other questions"), view.questions),
            (QT_TRANSLATE_NOOP("surveys", "Comments"), view.comments),
        )
        for word, page in pages:
            menu.addAction(say(word)).triggered.connect(partial(screen.go_to, page))
        menu.addSeparator()
    for found in list_elsewhere():
        go = partial(screen.asked_to_go.emit, found.key, "")
        menu.addAction(as_menu_words(found.title)).triggered.connect(go)
    return menu


def drop_down(menu: QMenu, button: QWidget) -> None:
    """Open a menu beneath its button; it goes when it closes."""
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
