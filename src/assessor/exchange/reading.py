"""Foreign files read in a child process with limits, so that no file can hang, swell or crash the program."""

import os
import stat
import sys
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from assessor.exchange.children import (
    DEFAULT_LIMITS,
    TABLE_LIMITS,
    Child,
    Limits,
    Outcome,
    run_child,
    show_progress,
)
from assessor.exchange.confinement import confine
from assessor.exchange.document_pages import DocumentText
from assessor.exchange.measure_tables import MeasureChoices, MeasureTable, read_measure_table
from assessor.exchange.sheets import SheetRows
from assessor.exchange.survey_tables import SurveyTable, TableChoices, reading_survey_table
from assessor.exchange.table_sources import import_readers
from assessor.exchange.unreadable import UnreadableFile
from assessor.exchange.utterances import Transcript
from assessor.progress import Progress, Work

Result = TypeVar("Result")

_CHILD = Child("assessor.exchange.reading", "read-file")
_MEGABYTE = 1024 * 1024
_OK, _CANNOT = b"ok\n", b"cannot\n"
_NO_MEMORY = 77
_IN_PARTS = "split it into parts and import each"
_WITHOUT_PICTURES = f"remove large pictures, or {_IN_PARTS}"
_SAVE_AGAIN = "open it in its own program, save it again and try once more"


class Kind(StrEnum):
    """What a file is to be read as."""

    DOCUMENT = "document"
    TRANSCRIPT = "transcript"
    SURVEY = "survey"
    SHEETS = "sheets"
    MEASURES = "measures"


@dataclass(frozen=True)
class _Order:
    """All a child needs to know beside the path."""

    kind: Kind
    limits: Limits
    encoding: str | None = None
    choices: TableChoices | None = None
    measures: MeasureChoices | None = None


def read_document_file(
    path: Path, encoding: str | None = None, limits: Limits = DEFAULT_LIMITS
) -> Work[DocumentText]:
    """The text of a document file; raises UnreadableFile with one sentence naming it."""
    return _read(path, _Order(Kind.DOCUMENT, limits, encoding), DocumentText)


def read_transcript_file(
    path: Path, encoding: str | None = None, limits: Limits = DEFAULT_LIMITS
) -> Work[Transcript]:
    """The transcript in a file; raises UnreadableFile with one sentence naming it."""
    return _read(path, _Order(Kind.TRANSCRIPT, limits, encoding), Transcript)


def read_survey_file(
    path: Path, choices: TableChoices | None = None, limits: Limits = TABLE_LIMITS
) -> Work[SurveyTable]:
    """The survey table in a file; raises UnreadableFile with one sentence naming it."""
    return _read(path, _Order(Kind.SURVEY, limits, choices=choices), SurveyTable)


def read_sheets_file(
    path: Path, encoding: str | None = None, limits: Limits = TABLE_LIMITS
) -> Work[tuple[SheetRows, ...]]:
    """Every sheet of a workbook, or the one table of a text; raises UnreadableFile naming the file."""
    return _read(path, _Order(Kind.SHEETS, limits, encoding), tuple[SheetRows, ...])


def read_measure_file(
    path: Path, choices: MeasureChoices | None = None, limits: Limits = TABLE_LIMITS
) -> Work[MeasureTable]:
    """The table of program data in a file; raises UnreadableFile with one sentence naming it."""
    return _read(path, _Order(Kind.MEASURES, limits, measures=choices), MeasureTable)


def _read(path: Path, order: _Order, kind: type[Result]) -> Work[Result]:
    _check_file(path, order)
    told = TypeAdapter(_Order).dump_json(order).decode()
    outcome = yield from run_child(_CHILD, [told, os.fspath(path)], order.limits)
    return _result(outcome, path.name, order.limits, TypeAdapter(kind))


def _check_file(path: Path, order: _Order) -> None:
    try:
        status = path.stat()
    except FileNotFoundError as error:
        raise UnreadableFile(path.name, "it is not there", "choose the file again") from error
    except (OSError, ValueError) as error:
        raise UnreadableFile(path.name, "it cannot be opened", "check that you may read it") from error
    if stat.S_ISDIR(status.st_mode):
        raise UnreadableFile(path.name, "it is a folder", "choose a file inside it")
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableFile(path.name, "it is no ordinary file", "choose another file")
    if status.st_size > order.limits.file_mb * _MEGABYTE:
        why = f"it is larger than {order.limits.file_mb} MB"
        has_pictures = order.kind is Kind.DOCUMENT
        raise UnreadableFile(path.name, why, _WITHOUT_PICTURES if has_pictures else _IN_PARTS)


def _result(outcome: Outcome, name: str, limits: Limits, adapter: TypeAdapter[Result]) -> Result:
    if outcome.too_slow:
        why = f"reading it takes longer than {limits.seconds:g} seconds"
        raise UnreadableFile(name, why, "split it into smaller files, or save it again in a simpler format")
    if outcome.code == _NO_MEMORY:
        why = f"reading it needs more than {limits.memory_mb} MB of memory"
        raise UnreadableFile(name, why, "split it into smaller files and import each")
    if outcome.output.startswith(_CANNOT):
        why, _, remedy = outcome.output[len(_CANNOT) :].decode().partition("\n")
        raise UnreadableFile(name, why, remedy)
    if outcome.code != 0 or not outcome.output.startswith(_OK):
        raise UnreadableFile(name, "it is damaged so that its reader stopped", _SAVE_AGAIN)
    try:
        return adapter.validate_json(outcome.output[len(_OK) :])
    except ValidationError as error:
        raise UnreadableFile(name, "its reader gave no sense", _SAVE_AGAIN) from error


def main(arguments: list[str]) -> int:
    """The child: read one file as ordered, write what it holds to standard output; the exit code."""
    told, path = arguments
    order = TypeAdapter(_Order).validate_json(told)
    name = Path(path).name
    try:
        with Path(path).open("rb") as stream:
            data = stream.read(order.limits.file_mb * _MEGABYTE + 1)
        reply = _OK + _parsed(order, data, name)
    except UnreadableFile as unreadable:
        reply = _CANNOT + f"{unreadable.why}\n{unreadable.remedy}".encode("utf-8", "replace")
    except OSError:
        reply = _CANNOT + b"it cannot be opened\ncheck that you may read it"
    except MemoryError:
        return _NO_MEMORY
    sys.stdout.buffer.write(reply)
    sys.stdout.buffer.flush()
    return 0


def _parsed(order: _Order, data: bytes, name: str) -> bytes:
    """The file's content as JSON; modules are imported first, since the confined process opens little."""
    adapter: TypeAdapter[Any]
    work: Work[Any]
    if order.kind is Kind.DOCUMENT:
        from assessor.exchange.documents import read_document

        adapter, work = TypeAdapter(DocumentText), read_document(data, name, order.encoding)
    elif order.kind is Kind.TRANSCRIPT:
        from assessor.exchange.transcripts import read_transcript

        adapter, work = TypeAdapter(Transcript), _at_once(lambda: read_transcript(data, name, order.encoding))
    elif order.kind is Kind.MEASURES:
        adapter = TypeAdapter(MeasureTable)
        work = _at_once(lambda: read_measure_table(data, name, order.measures))
    elif order.kind is Kind.SHEETS:
        from assessor.exchange.sheets import read_sheets

        adapter = TypeAdapter(tuple[SheetRows, ...])
        work = _at_once(lambda: read_sheets(data, name, order.encoding))
    else:
        adapter, work = TypeAdapter(SurveyTable), reading_survey_table(data, name, order.choices)
        import_readers(data)
    confine(order.limits)
    return adapter.dump_json(_shown(work))


def _shown(work: Work[Result]) -> Result:
    """Run the work and tell the parent of it, a hundred times at most."""
    told = -1
    while True:
        try:
            progress = next(work)
        except StopIteration as end:
            result: Result = end.value
            return result
        if (percent := 100 * progress.done // max(progress.total, 1)) != told:
            told = percent
            show_progress(progress)


def _at_once(read: Callable[[], Result]) -> Work[Result]:
    yield Progress(0, 1, "Reading")
    return read()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
