"""The program with its window: one engagement at a time, and the welcome screen between them."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from assessor.ui.errors import sentence_for, tell_unforeseen
from assessor.ui.passphrases import GivePassphraseDialog
from assessor.ui.preferences import Preferences
from assessor.ui.theme import Look
from assessor.ui.welcome import Welcome, ask_for_engagement

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement
    from assessor.ui.main_window import MainWindow
    from assessor.ui.menus import FileActions


class Program(QObject):
    """Holds the window that is shown: the welcome screen, or the main window on an engagement."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._preferences = Preferences()
        self.welcome: Welcome | None = None
        self.window: MainWindow | None = None
        self._engagement: Engagement | None = None

    def show_welcome(self) -> None:
        """Show the welcome screen; an open engagement is closed."""
        self._close_engagement()
        self.welcome = Welcome(self._preferences.recent())
        self.welcome.begun.connect(self.begin)
        self.welcome.opened.connect(self.open)
        self.welcome.show()

    def open(self, path: Path) -> None:
        """Open an engagement, asking for its passphrase where it has one."""
        from assessor.store.errors import NeedsPassphrase, WrongPassphrase

        passphrase: str | None = None
        problem = ""
        while True:
            try:
                self._show(_opened(path, passphrase))
            except NeedsPassphrase:
                problem = ""
            except WrongPassphrase as wrong:
                problem = str(wrong)
            except Exception as error:  # noqa: BLE001  # said to the person, in place
                self._tell(sentence_for(error))
                return
            else:
                return
            passphrase = GivePassphraseDialog.ask(path.stem, problem, self._shown)
            if passphrase is None:
                return

    def begin(self, path: Path, client: str) -> None:
        """Make a new engagement for a client and show it."""
        try:
            self._show(_begun(path, client))
        except Exception as error:  # noqa: BLE001  # said to the person, in place
            self._tell(sentence_for(error))

    @property
    def _shown(self) -> QWidget | None:
        return self.window or self.welcome

    def _show(self, engagement: "Engagement") -> None:
        from assessor.ui.main_window import MainWindow

        self._close_engagement()
        self._engagement = engagement
        self._preferences.opened(engagement.path)
        self.window = MainWindow(engagement, self._file_actions())
        self.window.show()
        if self.welcome is not None:
            self.welcome.close()
            self.welcome.deleteLater()
            self.welcome = None

    def _close_engagement(self) -> None:
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None
        if self._engagement is not None:
            self._engagement.close()
            self._engagement = None

    def _file_actions(self) -> "FileActions":
        from assessor.ui.menus import FileActions

        return FileActions(
            new=self.show_welcome,
            open=self._ask_and_open,
            open_path=self.open,
            close=self.show_welcome,
            quit=self._app.closeAllWindows,
            recent=self._preferences.recent,
            sample=self._look_at_sample,
            print_plan=self._print_plan,
            export=self._export,
        )

    def _look_at_sample(self) -> None:
        self.show_welcome()
        if self.welcome is not None:
            self.welcome.open_sample()

    def _print_plan(self) -> None:
        from assessor.ui.report.strategic_plan import StrategicPlanScreen

        if self.window is not None:
            self.window.go(StrategicPlanScreen.key)
            screen = self.window.screen_of(StrategicPlanScreen.key)
            if isinstance(screen, StrategicPlanScreen):
                screen.ask_and_print()

    def _export(self) -> None:
        from assessor.ui.exports import ExportEngagementDialog

        if self.window is not None and self._engagement is not None:
            written = ExportEngagementDialog.ask(self._engagement, self.window)
            if written is not None:
                said = self.tr("{name} holds everything, in plain text. Keep it safe.")
                self.window.say(said.format(name=written.name))

    def _ask_and_open(self) -> None:
        path = ask_for_engagement(self._shown) if self._shown is not None else None
        if path is not None:
            self.open(path)

    def _tell(self, sentence: str) -> None:
        if self.welcome is not None:
            self.welcome.tell(sentence)
        elif self.window is not None:
            self.window.say(sentence)

    def tell(self, sentence: str) -> None:
        """Say what nobody foresaw, wherever one is."""
        self._tell(sentence)

    def end(self) -> None:
        """Close what is open, before the program ends."""
        self._close_engagement()


def run(path: Path | None = None) -> int:
    """Show the window, with an engagement where one is given, until it is closed; returns the exit code."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)  # noqa: S101  # nothing else makes one
    app.setOrganizationName("Assessor")
    app.setApplicationName("Assessor")
    Preferences().wear(Look(app))
    program = Program(app)
    tell_unforeseen(program.tell)
    app.aboutToQuit.connect(program.end)
    if path is not None:
        program.open(path)
    if program.window is None:
        program.show_welcome()
    return int(app.exec())


def _opened(path: Path, passphrase: str | None) -> "Engagement":
    from assessor.store.engagement import Engagement

    return Engagement.open(path, passphrase)


def _begun(path: Path, client: str) -> "Engagement":
    from assessor.operations.clients import begin_engagement
    from assessor.store.engagement import Engagement

    engagement = Engagement.create(path)
    today = date.today()  # noqa: DTZ011  # the day on the wall
    begin_engagement(engagement, client, started_on=today)
    return engagement
