"""Long documents: brought in, opened beside a bare editor, scrolled, marked, and two versions compared."""

import random
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTextEdit

from assessor.exchange.documents import read_document
from assessor.operations.document_imports import import_document
from assessor.operations.document_versions import compare_versions, import_newer_version
from assessor.operations.documents import get_document_content, mark_passage
from assessor.operations.policy_reviews import begin_review, get_review
from assessor.progress import finish
from assessor.store import Engagement
from assessor.ui.assess.documents.documents import DocumentsScreen
from benchmarks.measuring import Figure, in_turn

Result = TypeVar("Result")

LONG, SHORT, LARGE = 300_000, 30_000, 10_000_000
MARKS, ROUNDS, STEPS = 100, 7, 200
_PARAGRAPHS_A_PAGE = 8
_WORDS = (
    "the office calls officer hallway teacher nobody list binder principal agree weekly meeting radio "
    "student phone lunch bell who when asked first always never sometimes parent letter trust safe fair rule"
)


def measure_documents(folder: Path) -> list[Figure]:
    """Open, scroll and compare through the real screen, each beside a bare editor with the same text."""
    with Engagement.create(folder / "documents.assessor") as engagement:
        bench = _Bench(engagement, folder)
        figures = [
            *bench.measure_long(),
            *bench.measure_marked(),
            *bench.measure_large(),
            *bench.measure_versions(),
        ]
        bench.screen.close()
    return figures


class _Bench:
    """One screen in which every document is opened, and a bare editor of its size."""

    def __init__(self, engagement: Engagement, folder: Path) -> None:
        self._engagement, self._folder = engagement, folder
        self._chance = random.Random(2026)  # noqa: S311 - the same words each time, nothing secret
        self.screen = DocumentsScreen(engagement)
        self.screen.resize(1192, 600)
        self.screen.show()
        QApplication.processEvents()

    def measure_long(self) -> list[Figure]:
        """300,000 characters: opened, and scrolled page by page."""
        source = self._source("long", LONG)
        document_id = finish(import_document(self._engagement, source))
        opened, bare = in_turn(ROUNDS, lambda: self._open(document_id), lambda: self._open_barely(source))
        worst = _scroll(self.screen.view.review.reading.view)
        bare_editor = self._open_barely(source)
        worst_bare = _scroll(bare_editor)
        self.screen._leave_review()
        bare_editor.close()
        same = "QTextEdit with the text"
        return [
            Figure(f"Open {LONG:,} characters", opened, same, bare, "aim under 1 s"),
            Figure("Scroll it by a page, p99", worst, same, worst_bare, "aim under 50 ms"),
        ]

    def measure_marked(self) -> list[Figure]:
        """A hundred passages in an agreement of usual length, and in the long one."""
        figures = []
        for name, length in (("an agreement", SHORT), ("the long document", LONG)):
            source = self._source(f"marked-{length}", length)
            document_id = finish(import_document(self._engagement, source))
            self._mark(document_id)
            last = self._open_to_the_end(document_id)
            opened, bare = in_turn(
                ROUNDS, lambda at=document_id: self._open(at), lambda at=source: self._open_barely(at)
            )
            self.screen._leave_review()
            what = f"Open {name} with {MARKS} passages"
            figures.append(Figure(what, opened, "QTextEdit with the text", bare, "aim under 100 ms"))
            figures.append(Figure("  and stand at one on its last page", last, "", None, "no aim"))
        return figures

    def measure_large(self) -> list[Figure]:
        """A text file of 10 MB: brought in and opened."""
        source = self._source("large", LARGE)
        imported, document_id = _timed(lambda: finish(import_document(self._engagement, source)))
        data = source.read_bytes()
        read, _ = _timed(lambda: finish(read_document(data, source.name)))
        opened, bare = in_turn(3, lambda: self._open(document_id), lambda: self._open_barely(source))
        self.screen._leave_review()
        return [
            Figure("Import a text of 10 MB", imported, "its reader alone, no child, no file", read, "no aim"),
            Figure("Open it", opened, "QTextEdit with the text", bare, "no aim"),
        ]

    def measure_versions(self) -> list[Figure]:
        """A newer version of the long marked document: every tenth paragraph changed."""
        source = self._source("before", LONG)
        document_id = finish(import_document(self._engagement, source))
        self._mark(document_id)
        lines = source.read_text(encoding="utf-8").splitlines(keepends=True)
        changed = [
            line.replace(" the ", " no ", 1) if place % 10 == 0 else line for place, line in enumerate(lines)
        ]
        newer = self._folder / "after.txt"
        newer.write_text("".join(changed), encoding="utf-8")
        work = import_newer_version(self._engagement, document_id, newer)
        brought, newest = _timed(lambda: finish(work))
        compared, _ = _timed(lambda: finish(compare_versions(self._engagement, newest)))
        return [
            Figure(f"Bring in a newer version, follow {MARKS} passages", brought, "", None, "no aim"),
            Figure("Compare it with the earlier one", compared, "", None, "no aim; aside from the screen"),
        ]

    def _source(self, name: str, length: int) -> Path:
        """A text file of numbered paragraphs, eight a page."""
        words, paragraphs, total = _WORDS.split(), [], 0
        while total < length:
            number = len(paragraphs)
            text = " ".join(self._chance.choices(words, k=60)).capitalize()
            paragraphs.append(f"{number // 10 + 1}.{number % 10 + 1} {text}.")
            total += len(paragraphs[-1]) + 1
        pages = [
            paragraphs[at : at + _PARAGRAPHS_A_PAGE] for at in range(0, len(paragraphs), _PARAGRAPHS_A_PAGE)
        ]
        path = self._folder / f"{name}.txt"
        path.write_text("\f".join("\n".join(page) for page in pages), encoding="utf-8")
        return path

    def _mark(self, document_id: str) -> None:
        review_id = begin_review(self._engagement, document_id)
        codes = [each.code for each in get_review(self._engagement, review_id).rubric.criteria]
        pages = len(get_document_content(self._engagement, document_id).pages)
        for number in range(MARKS):
            start = 10 + 20 * (number // pages)
            code = codes[number % len(codes)]
            mark_passage(
                self._engagement,
                document_id,
                number % pages + 1,
                start,
                start + 60,
                review_id=review_id,
                criterion=code,
            )

    def _open(self, document_id: str) -> None:
        """Open the review, and paint it."""
        self.screen._leave_review()
        QApplication.processEvents()
        self.screen.open_review(document_id)
        self.screen.repaint()

    def _open_to_the_end(self, document_id: str) -> float:
        """Seconds until the last passage is in view, from when the review was asked for."""
        times = []
        for _ in range(ROUNDS):
            self.screen._leave_review()
            QApplication.processEvents()
            began = time.perf_counter()
            self.screen.open_review(document_id)
            last = self.screen.reviewing.marking.highlights()[-1]
            self.screen.view.review.reading.view.bring_into_view(last.start)
            QApplication.processEvents()
            times.append(time.perf_counter() - began)
        return statistics.median(times)

    def _open_barely(self, source: Path) -> QTextEdit:
        editor = QTextEdit()
        editor.setReadOnly(True)
        editor.setPlainText(source.read_text(encoding="utf-8"))
        editor.resize(560, 520)
        editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        editor.show()
        QApplication.processEvents()
        editor.repaint()
        return editor


def _scroll(view: QTextEdit) -> float:
    """Page down and back again, repainting each time: the p99 of a step in seconds."""
    bar, times = view.verticalScrollBar(), []
    for number in range(STEPS):
        began = time.perf_counter()
        bar.setValue(bar.value() + (bar.pageStep() if number < STEPS // 2 else -bar.pageStep()))
        view.viewport().repaint()
        QApplication.processEvents()
        times.append(time.perf_counter() - began)
    return statistics.quantiles(times, n=100)[98]


def _timed(work: Callable[[], Result]) -> tuple[float, Result]:
    began = time.perf_counter()
    result = work()
    return time.perf_counter() - began, result
