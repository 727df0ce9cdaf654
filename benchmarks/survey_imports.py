"""100,000 × 60 survey answers brought in, beside pandas that reads the same file and writes it to SQLite."""

import json
import os
import statistics
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

from benchmarks.measuring import Figure
from benchmarks.survey_tables import COLUMNS, ROWS, write_export, write_workbook

_ROUNDS = 3
_PANDAS = "pandas, read_csv and to_sql"
_MEGABYTE = 1024.0


def measure_survey_imports(folder: Path) -> list[Figure]:
    """Time and memory, ours and pandas' in turn, each in a process of its own whose start is not counted.

    A table with private columns is written anew without them before it is kept. Memory is the peak of the
    importing process and of its reading child, and their sum.
    """
    size = f"{ROWS:,} × {COLUMNS} answers"
    figures = []
    for name, private in (("", False), (", with e-mail addresses", True)):
        path = write_export(folder / f"answers{int(private)}.csv", with_addresses=private)
        ours, pandas = _in_turn(path, folder)
        figures += [
            Figure(f"Import {size}{name}", ours["seconds"], _PANDAS, pandas["seconds"], "aim within 3×"),
            Figure("  its memory, importing", ours["own"], "", None, "aim under 400 MB", "MB"),
            Figure("  its memory, reading child", ours["child"], "", None, "aim under 400 MB", "MB"),
            Figure("  both together", ours["own"] + ours["child"], _PANDAS, pandas["own"], "", "MB"),
        ]
    workbook = _alone("ours", write_workbook(folder / "answers.xlsx"), folder)
    return [*figures, Figure(f"Import {size}, XLSX", workbook["seconds"], "", None, "for information")]


def _in_turn(path: Path, folder: Path) -> list[dict[str, float]]:
    """The medians of both, taking turns so that both meet the same machine."""
    taken = [[_alone(which, path, folder) for which in ("ours", "pandas")] for _ in range(_ROUNDS)]
    return [
        {key: statistics.median(one[key] for one in each) for key in each[0]}
        for each in zip(*taken, strict=True)
    ]


def _alone(which: str, path: Path, folder: Path) -> dict[str, float]:
    target = folder / f"{which}.db"
    target.unlink(missing_ok=True)
    command = [sys.executable, "-m", "benchmarks.survey_imports", which, str(path), str(target)]
    told = subprocess.run(command, check=True, capture_output=True)
    figures: dict[str, float] = json.loads(told.stdout)
    return figures


def _ours(path: Path, target: Path) -> float:
    from assessor.operations.surveys.survey_imports import import_survey
    from assessor.progress import finish
    from assessor.store import Engagement

    with Engagement.create(target) as engagement:
        began = time.perf_counter()
        finish(import_survey(engagement, path))
        return time.perf_counter() - began


def _pandas(path: Path, target: Path) -> float:
    import sqlite3

    import pandas as pd

    connection = sqlite3.connect(target)
    began = time.perf_counter()
    pd.read_csv(path).to_sql("answers", connection, index=False)
    connection.commit()
    seconds = time.perf_counter() - began
    connection.close()
    return seconds


class _Watcher(threading.Thread):
    """Looks at the memory of our children until it is stopped."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.peak = 0.0
        self.is_over = threading.Event()

    def run(self) -> None:
        """Look every few milliseconds."""
        while not self.is_over.wait(0.005):
            for listed in Path(f"/proc/{os.getpid()}/task").glob("*/children"):
                with suppress(OSError):
                    for number in listed.read_text().split():
                        self.peak = max(self.peak, _peak(number))


def _peak(process: str) -> float:
    """The most memory a process had, in megabytes; of one that has not yet begun its program, nothing."""
    if b"exchange.reading" not in Path(f"/proc/{process}/cmdline").read_bytes() and process != "self":
        return 0.0
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next((int(line.split()[1]) / _MEGABYTE for line in lines if line.startswith("VmHWM")), 0.0)


def main(which: str, path: str, target: str) -> None:
    """One import, alone in its process; prints its figures as JSON."""
    watcher = _Watcher()
    watcher.start()
    seconds = {"ours": _ours, "pandas": _pandas}[which](Path(path), Path(target))
    watcher.is_over.set()
    print(json.dumps({"seconds": seconds, "own": _peak("self"), "child": watcher.peak}))


if __name__ == "__main__":
    main(*sys.argv[1:])
