"""Switching the look walks every widget there is: none may be freed meanwhile."""

import subprocess
import sys

_SWITCHING = """
import gc
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from assessor.ui.theme import Appearance, Look

class Waiting(QWidget):
    def __init__(self):
        super().__init__()
        self.itself = self  # only the collector frees it
        self.ensurePolished()

class Shown(QWidget):
    def changeEvent(self, event):
        if gc.isenabled() and event.type() is QEvent.Type.StyleChange:
            gc.collect()  # as the collector may at any allocation
        super().changeEvent(event)

app = QApplication([])
look = Look(app, Appearance.LIGHT)
gc.set_threshold(0)  # nothing is collected by chance
shown = [Shown() for _ in range(3)]
for _ in range(300):
    Waiting()
shown += [Shown() for _ in range(3)]
for widget in shown:
    widget.ensurePolished()
look.wear(Appearance.DARK)
print("collecting again" if gc.isenabled() else "left disabled")
"""


def test_widgets_that_wait_for_the_collector_outlive_the_switch() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _SWITCHING], capture_output=True, text=True, check=False, timeout=60
    )

    assert (done.returncode, done.stdout) == (0, "collecting again\n"), done.stderr
