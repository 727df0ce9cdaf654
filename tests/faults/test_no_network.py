"""Without any network: the sample is made, printed and shown, and nobody as much as asks for a connection."""

import os
import subprocess
import sys
from pathlib import Path

WATCHING = """
import os, sys

LOCAL = 1  # the address family of sockets inside one machine, which Qt and D-Bus may use
FORBIDDEN = ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostby", "socket.sendto",
             "urllib.Request", "http.client", "ftplib", "smtplib", "webbrowser")

def refuse(event, arguments):
    is_network = event == "socket.__new__" and arguments[1] != LOCAL
    if is_network or event.startswith(FORBIDDEN):
        with open(os.environ["ASKED"], "a") as told:
            print(event, arguments, file=told)
        raise ConnectionRefusedError(event)

sys.addaudithook(refuse)
"""
DAY = """
import sys
from datetime import date
from pathlib import Path
from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from assessor.app import Program
from assessor.operations.exports import export_engagement
from assessor.operations.gathering import gather_strategic_plan
from assessor.progress import finish
from assessor.report.printing import print_plan
from assessor.sample import make_sample
from assessor.ui.places import PLACES
from assessor.ui.theme import Look

folder = Path(sys.argv[1])
QSettings.setDefaultFormat(QSettings.Format.IniFormat)
QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder))
finish(make_sample(folder / "sample.assessor"))
app = QApplication([])
Look(app)
program = Program(app)
program.show_welcome()
program.open(folder / "sample.assessor")
for place in PLACES:
    program.window.go(place.key)
    QTest.qWait(50)
engagement = program.window.engagement
finish(export_engagement(engagement, folder / "sample.json"))
plan = gather_strategic_plan(engagement, date(2027, 1, 29))
print(finish(print_plan(plan, folder / "plan.pdf")).pages)
program.end()
"""
TRYING = """
import socket
try:
    socket.create_connection(("localhost", 9))
except ConnectionRefusedError as refused:
    print(refused)
"""


def run_watched(code: str, folder: Path) -> tuple[str, str]:
    """Run code, it and its children watched from the first line; what it printed, and what was asked for."""
    (folder / "sitecustomize.py").write_text(WATCHING, encoding="utf-8")
    asked = folder / "asked.txt"
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder)],
        env={**os.environ, "PYTHONPATH": str(folder), "ASKED": str(asked), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout, asked.read_text(encoding="utf-8") if asked.exists() else ""


def test_a_whole_day_and_the_children_it_starts_ask_for_no_connection(tmp_path: Path) -> None:
    pages, asked = run_watched(DAY, tmp_path)
    assert int(pages) > 20
    assert asked == ""


def test_a_connection_would_have_been_heard_of(tmp_path: Path) -> None:
    printed, asked = run_watched(TRYING, tmp_path)
    assert printed.startswith("socket.")
    assert asked.startswith("socket.")
