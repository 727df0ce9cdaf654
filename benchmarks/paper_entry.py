"""Forty paper forms typed into the real screen by a model typist."""

import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from assessor.operations.clients import begin_engagement
from assessor.operations.paper.paper_batches import add_batch
from assessor.operations.surveys.survey_waves import add_wave
from assessor.store import Engagement
from assessor.terms import Group
from assessor.ui.assess.paper.paper_batches import PaperBatchesScreen
from assessor.ui.assess.paper.paper_layout import TYPING
from assessor.ui.main_window import MainWindow
from assessor.ui.menus import FileActions
from benchmarks.measuring import Figure

FORMS = 40
_SECONDS_A_KEY, _SECONDS_A_LOOK, _SECONDS_A_FORM = 0.20, 0.23, 1.5
"""An average skilled typist's key and look (Card, Moran and Newell), and turning to the next form."""


def measure_paper_entry(application: QApplication, folder: Path) -> list[Figure]:
    """From each key to the next question on the screen, form after form, every one kept durably."""
    with Engagement.create(folder / "forms.assessor") as engagement:
        begin_engagement(engagement, "Larkfield Unified", "2026–27")
        wave = add_wave(engagement, "Survey, wave 1")
        add_batch(engagement, wave, Group.TCH, "teachers_and_staff", 1)
        window = MainWindow(engagement, FileActions(*(lambda: None,) * 5))
        window.resize(1280, 720)
        window.show()
        window.go("paper_batches")
        screen = window.findChild(PaperBatchesScreen)
        screen.go_to(TYPING)
        application.processEvents()
        times = sorted(_type(application, screen))
        items = FORMS * len(screen.view.sheet.sheet.questions)
        window.close()
    by_hand = len(times) * (_SECONDS_A_KEY + _SECONDS_A_LOOK) + FORMS * _SECONDS_A_FORM
    rate, ideal = items / (by_hand + sum(times)), items / by_hand
    return [
        Figure(f"Items a second, {FORMS} paper forms", rate, "the typist alone", ideal, "aim over 1.7", "/s"),
        Figure("Key to the next question, p50", times[len(times) // 2], "", None, "no aim"),
        Figure("Key to the next question, p99", times[int(len(times) * 0.99)], "", None, "no aim"),
    ]


def _type(application: QApplication, screen: PaperBatchesScreen) -> list[float]:
    times = []
    for _ in range(FORMS):
        for place in range(len(screen.view.sheet.sheet.questions)):
            page = screen.view.sheet
            question = page.sheet.questions[place]
            began = time.perf_counter()
            if question.is_typed:
                QTest.keyClick(page.line, Qt.Key.Key_Return)
            else:
                QTest.keyClicks(page, question.answers[place % 4].keys[0])
            application.processEvents()
            times.append(time.perf_counter() - began)
    return times
