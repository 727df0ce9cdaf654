"""What tests of screens share: an application in its look, an engagement in a file, and a window on it."""

import os
from collections.abc import Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assessor.operations.clients import begin_engagement
from assessor.store.engagement import Engagement
from assessor.ui.main_window import MainWindow
from assessor.ui.menus import FileActions
from assessor.ui.theme import Appearance, Density, Look, look


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    return QApplication


@pytest.fixture(scope="session")
def qapp(qapp_cls: type[QApplication], tmp_path_factory: pytest.TempPathFactory) -> QApplication:
    """The application, with our fonts and palette, and settings that are nobody's."""
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    folder = tmp_path_factory.mktemp("settings")
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder))
    QCoreApplication.setOrganizationName("Assessor")
    QCoreApplication.setApplicationName("Assessor")
    app = QApplication.instance() or qapp_cls(["assessor"])
    assert isinstance(app, QApplication)
    Look(app, Appearance.LIGHT)
    return app


@pytest.fixture(autouse=True)
def _plain_look(qapp: QApplication) -> None:
    """Every test begins in the light, comfortable look and with empty settings."""
    QSettings().clear()
    worn = (look().appearance, look().density, look().high_contrast)
    if worn != (Appearance.LIGHT, Density.COMFORTABLE, False):
        look().wear(Appearance.LIGHT, Density.COMFORTABLE, False)


def _nothing(*_: object) -> None:
    """A file action that tests of the frame do not need."""


@pytest.fixture
def window(qtbot: QtBot, engagement: Engagement) -> Iterator[MainWindow]:
    """The main window on a new engagement for Larkfield Unified, at 1280×720."""
    begin_engagement(engagement, "Larkfield Unified", "2026–27")
    shown = MainWindow(engagement, FileActions(_nothing, _nothing, _nothing, _nothing, _nothing))
    qtbot.addWidget(shown)
    shown.show()
    qtbot.waitExposed(shown)
    yield shown
    shown.close()
