"""The parent's side of printing: start the printing process, pass its progress on, end it when cancelled."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

from assessor.operations.paper.paper_forms import PaperForm
from assessor.operations.session_records import SessionRecord
from assessor.operations.strategic_plan import StrategicPlan
from assessor.operations.surveys.survey_reports import SurveyReport
from assessor.progress import Progress, Work
from assessor.report.glyphs import fit_for_print
from assessor.report.keys_card import lay_out_keys_card
from assessor.report.layout import lay_out
from assessor.report.paper_forms import lay_out_paper_form
from assessor.report.pdf import part_of
from assessor.report.session_pages import lay_out_record
from assessor.report.survey_pages import lay_out_survey
from assessor.terms import CannotDo

_PATIENCE = 3.0  # seconds a cancelled process has to leave


class CannotPrint(CannotDo):
    """A deliverable could not be printed."""


@dataclass(frozen=True)
class Printed:
    """A printed deliverable: where it lies, how many pages, and what the consultant should look at."""

    path: Path
    pages: int
    remarks: tuple[str, ...] = ()


def print_plan(plan: StrategicPlan, target: Path) -> Work[Printed]:
    """Fit a plan for its type, lay it out, and print it to `target`, which is replaced only by a whole file.

    Raises CannotLayOut or CannotPrint. Remarks name what the consultant should look at: characters the type
    lacks, pages nearly empty, text beyond the margins.
    """
    yield Progress(0, 1, "Laying out")
    fitted, missing = fit_for_print(plan)
    html = lay_out(fitted)
    printed = yield from print_html(html, target, plan.front.identifier)
    return replace(printed, remarks=(*(str(glyph) for glyph in missing), *printed.remarks))


def print_session_record(record: SessionRecord, target: Path) -> Work[Printed]:
    """Print the record of a sitting to `target`, which is replaced only by a whole file.

    Raises CannotPrint. Remarks are as for a plan.
    """
    yield Progress(0, 1, "Laying out")
    fitted, missing = fit_for_print(record)
    html = lay_out_record(fitted)
    printed = yield from print_html(html, target, record.identifier)
    return replace(printed, remarks=(*(str(glyph) for glyph in missing), *printed.remarks))


def print_survey_report(report: SurveyReport, target: Path) -> Work[Printed]:
    """Print the results of a survey wave to `target`, which is replaced only by a whole file.

    Raises CannotLayOut or CannotPrint. Remarks are as for a plan.
    """
    yield Progress(0, 1, "Laying out")
    fitted, missing = fit_for_print(report)
    html = lay_out_survey(fitted)
    printed = yield from print_html(html, target, report.identifier)
    return replace(printed, remarks=(*(str(glyph) for glyph in missing), *printed.remarks))


def print_paper_form(form: PaperForm, target: Path) -> Work[Printed]:
    """Print a survey form to hand out to `target`, which is replaced only by a whole file.

    Raises CannotPrint. Remarks are as for a plan, and those of the form itself.
    """
    yield Progress(0, 1, "Laying out")
    fitted, missing = fit_for_print(form)
    printed = yield from print_html(lay_out_paper_form(fitted), target, form.identifier)
    return replace(printed, remarks=(*form.remarks, *(str(glyph) for glyph in missing), *printed.remarks))


def print_keys_card(target: Path) -> Work[Printed]:
    """Print the card with the keys of the note-taking room. Raises CannotPrint."""
    yield Progress(0, 1, "Laying out")
    return (yield from print_html(lay_out_keys_card(), target, "keys card"))


def print_html(html: str, target: Path, identifier: str = "") -> Work[Printed]:
    """Print a laid-out plan to `target`, which is replaced only by a whole file.

    Closing the generator ends the process and leaves nothing behind. Raises CannotPrint.
    """
    command = [*_printing_command(), str(target), "--identifier", identifier]
    with TemporaryFile() as errors, _started(command, target, errors) as process:
        _send(process, html)
        last: dict[str, Any] = {}
        for line in process.stdout or ():
            last = json.loads(line)
            if "done" in last:
                yield Progress(last["done"], last["total"], last["doing"])
        process.wait()
        if "pages" in last:
            yield Progress(1, 1, "Printed")
            return Printed(target, last["pages"], tuple(last["remarks"]))
        reason = (
            last.get("error") or _last_line(errors) or f"the printing process ended ({process.returncode})"
        )
    raise CannotPrint(f"Nothing was printed: {reason}. Choose another place, or print again.")


@contextmanager
def _started(command: list[str], target: Path, errors: IO[bytes]) -> Iterator[subprocess.Popen[bytes]]:
    try:
        process = subprocess.Popen(  # noqa: S603 # our own program, no shell
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors
        )
    except OSError as error:
        raise CannotPrint(f"Nothing was printed: {error}. Install Assessor again.") from error
    try:
        yield process
    finally:
        _end(process)
        part_of(target, process.pid).unlink(missing_ok=True)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the process if it still runs, and let go of its pipes."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe:
            _close(pipe)


def _close(pipe: IO[bytes]) -> None:
    try:
        pipe.close()
    except BrokenPipeError:
        return


def _send(process: subprocess.Popen[bytes], html: str) -> None:
    if process.stdin is None:
        return
    try:
        process.stdin.write(html.encode("utf-8"))
        process.stdin.close()
    except BrokenPipeError:
        return  # it ended early; what it said last tells why


def _last_line(errors: IO[bytes]) -> str:
    errors.seek(0)
    lines = errors.read().decode("utf-8", "replace").strip().splitlines()
    return lines[-1].rstrip(".") if lines else ""


def _printing_command() -> list[str]:
    """How this program starts its own printing; a frozen bundle is its own interpreter."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "print-pdf"]
    return [sys.executable, "-m", "assessor.report.pdf"]
