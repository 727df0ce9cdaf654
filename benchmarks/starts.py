"""Start to usable window beside a bare PySide6 window, and idle memory."""

import subprocess
import sys
import time
from pathlib import Path
from typing import IO, cast

from benchmarks.measuring import Figure

_BARE = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication(sys.argv)
window = QWidget()
window.resize(1280, 720)
window.show()
"""
_WELCOME = """
import sys
from PySide6.QtWidgets import QApplication
from assessor.app import Program
from assessor.ui.preferences import Preferences
from assessor.ui.theme import Look
app = QApplication(sys.argv)
app.setOrganizationName("Assessor"); app.setApplicationName("AssessorBench")
Preferences().wear(Look(app))
program = Program(app)
program.show_welcome()
"""
_OPENED = _WELCOME.replace(
    "program.show_welcome()", "from pathlib import Path\nprogram.open(Path(sys.argv[1]))"
)
_SAY = """
app.processEvents()
app.processEvents()
print("usable", flush=True)
with open("/proc/self/status") as status:
    print(next(line.split()[1] for line in status if line.startswith("VmRSS")), flush=True)
"""


def measure_start(sample: Path) -> list[Figure]:
    """The welcome window, and a window on the sample, each beside a bare window."""
    memory: dict[str, float] = {}

    def start(name: str, script: str, *arguments: str) -> float:
        began = time.perf_counter()
        with subprocess.Popen(
            [sys.executable, "-c", script + _SAY, *arguments], stdout=subprocess.PIPE, text=True
        ) as child:
            out = cast("IO[str]", child.stdout)
            if out.readline() != "usable\n":
                raise RuntimeError(f"the {name} window did not start")
            took = time.perf_counter() - began
            memory[name] = int(out.readline()) / 1024
        return took

    times: dict[str, list[float]] = {"bare": [], "welcome": [], "opened": []}
    for _ in range(8):
        times["bare"].append(start("bare", _BARE))
        times["welcome"].append(start("welcome", _WELCOME))
        times["opened"].append(start("opened", _OPENED, str(sample)))
    bare, welcome, opened = (sorted(each)[len(each) // 2] for each in times.values())
    return [
        Figure("Start to usable window", welcome, "bare PySide6 window", bare, "aim 2×"),
        Figure("Start to overview of the sample", opened, "bare PySide6 window", bare, "no aim"),
        Figure("Idle memory, welcome", memory["welcome"], "bare window", memory["bare"], "aim 150 MB", "MB"),
        Figure(
            "Idle memory, sample open", memory["opened"], "bare window", memory["bare"], "aim 150 MB", "MB"
        ),
    ]
