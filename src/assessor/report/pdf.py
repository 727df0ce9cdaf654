"""Print, in a process of its own: HTML on standard input, a tagged PDF to the path given, a JSON line a step.

    python -m assessor.report.pdf plan.pdf --identifier 5d2f0c9e < plan.html

The lines are {"done", "total", "doing"} while it works, then {"pages", "remarks"} or {"error"}.
"""

import argparse
import gc
import json
import logging
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

_PAGES_PER_CHAPTER = 1.4  # a first guess, for the progress only
_STEPS_BESIDE_PAGES = 3


class _Teller(logging.Handler):
    """Turns WeasyPrint's log into progress lines and remarks."""

    def __init__(self, chapters: int) -> None:
        super().__init__()
        self.remarks: list[str] = []
        self._total = round(chapters * _PAGES_PER_CHAPTER) + _STEPS_BESIDE_PAGES
        self._done = 0

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if record.name != "weasyprint.progress":
            self.remarks.append(message)
        elif "Creating layout - Page" in message:
            page = message.rsplit(" ", 1)[-1]
            self.tell(f"Laying out page {page}" if page.isdigit() else "Numbering the pages")
        elif "Creating PDF" in message:
            self.tell("Writing the file", self._total - 1)

    def tell(self, doing: str, done: int | None = None) -> None:
        """One progress line; it never goes back and never reaches the end before the end."""
        self._done = max(self._done, min(self._done + 1 if done is None else done, self._total - 1))
        _say(done=self._done, total=self._total, doing=doing)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print standard input; 0 when the file is there, 1 when it is not and an error line says why."""
    parser = argparse.ArgumentParser(prog="assessor.report.pdf")
    parser.add_argument("target", type=Path)
    parser.add_argument("--identifier", default="")
    chosen = parser.parse_args(arguments)
    html = sys.stdin.buffer.read().decode("utf-8")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    try:
        pages, remarks = print_html(html, chosen.target, chosen.identifier)
    except OSError as error:
        _say(error=f"{chosen.target.name} could not be written: {error.strerror or error}")
        return 1
    _say(pages=pages, remarks=remarks)
    return 0


def print_html(html: str, target: Path, identifier: str = "") -> tuple[int, list[str]]:
    """Print to a file beside the target, then put it in its place; how many pages, and what to remark."""
    teller = _Teller(html.count('<section class="chapter'))
    teller.tell("Reading type and layout")
    document = _laid_out(html, teller)
    part = part_of(target, os.getpid())
    try:
        with part.open("wb") as file:
            _write(document, file, identifier)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    return len(document.pages), teller.remarks + _page_faults(document)


def part_of(target: Path, process: int) -> Path:
    """Where a process writes before the file is whole."""
    return target.with_name(f".{target.name}.{process}.part")


def _laid_out(html: str, teller: logging.Handler) -> Any:
    from weasyprint import HTML

    from assessor.report.fetcher import RegisteredFetcher
    from assessor.report.stylesheets import registered

    logger = logging.getLogger("weasyprint")
    for name in ("weasyprint", "weasyprint.progress"):
        logging.getLogger(name).setLevel(logging.INFO if name.endswith("progress") else logging.WARNING)
    logger.addHandler(teller)
    logging.getLogger("weasyprint.progress").addHandler(teller)
    gc.freeze()  # what is imported stays; collecting it again and again costs a sixth of the time
    gc.set_threshold(200_000, 50, 100)
    return HTML(string=html, base_url="plan:", url_fetcher=RegisteredFetcher(registered())).render()


def _write(document: Any, file: Any, identifier: str) -> None:
    from assessor.report.finisher import finish_tags

    document.write_pdf(
        file,
        finisher=finish_tags,
        pdf_variant="pdf/ua-1",
        pdf_identifier=identifier.encode() or None,
    )


def _page_faults(document: Any) -> list[str]:
    from assessor.report.page_fill import list_page_faults

    return [str(fault) for fault in list_page_faults(document)]


def _say(**said: object) -> None:
    print(json.dumps(said), flush=True)


if __name__ == "__main__":
    sys.exit(main())
