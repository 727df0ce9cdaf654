"""What tests of screens share: an application in its look, an engagement in a file, and a window on it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QApplication

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    return QApplication


@pytest.fixture(scope="session")
def qapp(qapp_cls: type[QApplication], tmp_path_factory: pytest.TempPathFactory) -> QApplication:
    """The application, with our fonts and palette, and settings that are nobody's."""
    from assessor.ui.theme import Appearance, Look

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
def _plain_look(qapp: QApplication) -> Iterator[None]:
    """Every test begins in the light, comfortable look and with empty settings."""
    from assessor.ui.theme import Appearance, Density, look

    QSettings().clear()
    if (look().appearance, look().density, look().high_contrast) != (Appearance.LIGHT, Density.COMFORTABLE, False):
        look().wear(Appearance.LIGHT, Density.COMFORTABLE, False)
    yield


@pytest.fixture
def engagement(tmp_path: Path) -> Iterator[object]:
    """A new, empty engagement in a file of its own."""
    from assessor.store.engagement import Engagement

    with Engagement.create(tmp_path / "Larkfield.assessor") as opened:
        yield opened
