"""Take every figure and print it as a line; `python -m benchmarks start` takes one kind only."""

import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from assessor.progress import finish
from assessor.sample import make_sample
from assessor.ui.theme import Appearance, Look
from benchmarks.disclosure import measure_disclosure
from benchmarks.documents import measure_documents
from benchmarks.paper_entry import measure_paper_entry
from benchmarks.papers import measure_paper
from benchmarks.records import measure_change, measure_large
from benchmarks.rooms import measure_room
from benchmarks.starts import measure_start
from benchmarks.survey_imports import measure_survey_imports
from benchmarks.survey_statistics import measure_statistics
from benchmarks.transcripts import measure_transcript


def main(wanted: list[str]) -> int:
    """Measure what is wanted, by the kinds listed below: "start", "room", … or all of them."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication(["assessor"])  # one for all: Qt cannot have a second after the first
    look = Look(application, Appearance.LIGHT)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sample = folder / "sample.assessor"
        finish(make_sample(sample))
        kinds = {
            "start": lambda: measure_start(sample),
            "change": lambda: measure_change(folder),
            "large": lambda: measure_large(folder),
            "documents": lambda: measure_documents(folder),
            "room": lambda: measure_room(application, folder),
            "paper_entry": lambda: measure_paper_entry(application, folder),
            "transcript": lambda: measure_transcript(folder),
            "disclosure": measure_disclosure,
            "paper": lambda: measure_paper(sample, folder),
            "survey_imports": lambda: measure_survey_imports(folder),
            "statistics": lambda: measure_statistics(folder),
        }
        print(f"{'What':<46} {'ours':>14} {'floor':>14} {'ratio':>8}   aim")
        for kind, measure in kinds.items():
            if not wanted or kind in wanted:
                for figure in measure():
                    print(figure.line(), flush=True)
    del look
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
