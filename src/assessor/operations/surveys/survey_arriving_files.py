"""A file of answers as it arrives: read in a child, known again by its hash, and packed to be kept."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from assessor.exchange.packed_tables import FilePacker, pack_csv
from assessor.exchange.reading import read_survey_file
from assessor.exchange.survey_tables import SurveyTable, TableChoices
from assessor.exchange.survey_tools import SurveyTool
from assessor.operations.surveys.survey_answers import hold_contacts, without_contacts
from assessor.progress import Progress, Work

_READING = "Reading the table"


@dataclass(frozen=True)
class ImportSource:
    """The file a table is read from, how, and its bytes, packed; by its SHA-256 it is known again."""

    path: Path
    sha256: str
    choices: TableChoices
    packed: bytes = b""


@dataclass(frozen=True)
class KeptTable:
    """What the engagement keeps of a file: packed bytes, and how they are read again."""

    packed: bytes
    choices: TableChoices
    is_as_it_came: bool

    def as_reading(self) -> dict[str, Any]:
        """How it is read again, as the engagement keeps it: see `choices_of`."""
        tool = self.choices.tool.value if self.choices.tool else ""
        return {**asdict(self.choices), "tool": tool, "is_as_it_came": self.is_as_it_came}


def choices_of(reading: dict[str, Any]) -> TableChoices:
    """How a kept table is read again."""
    return TableChoices(
        encoding=reading["encoding"],
        delimiter=reading["delimiter"],
        tool=SurveyTool(reading["tool"]),
        header_rows=reading["header_rows"],
    )


def read_arriving_file(
    path: Path, choices: TableChoices | None, meanwhile: Callable[[], object]
) -> Work[tuple[ImportSource, SurveyTable]]:
    """The table in a file, and the file packed meanwhile. Raises UnreadableFile where it is no table.

    `meanwhile` is called once while the file is being read, for what is needed then.
    """
    settled = choices or TableChoices()
    reading, packer = read_survey_file(path, settled), FilePacker(path)
    try:
        step = next(reading)
        meanwhile()
        while True:
            packer.step()
            yield Progress(step.done, step.total, _READING)
            step = next(reading)
    except StopIteration as ended:
        table: SurveyTable = ended.value
    finally:
        reading.close()
    packed, sha256 = packer.finish()
    return ImportSource(path, sha256, settled, packed), table


def keep_table(source: ImportSource, table: SurveyTable) -> Work[KeptTable]:
    """The file as it came where nothing in it tells who answered, else the table without all that does.

    A workbook is kept as the table that was read: it holds its author's name, and other sheets.
    """
    if _may_be_kept_whole(source, table):
        choices = TableChoices(table.encoding, table.delimiter, table.source_tool, table.header_rows)
        return KeptTable(source.packed, choices, is_as_it_came=True)
    packed = yield from pack_csv(table, without_contacts)
    choices = TableChoices("utf-8", ",", table.source_tool, table.header_rows)
    return KeptTable(packed, choices, is_as_it_came=False)


def _may_be_kept_whole(source: ImportSource, table: SurveyTable) -> bool:
    """Whether the bytes of a file hold nothing but its table, and that nobody's address or name."""
    choices = source.choices
    if table.sheets or choices.skip_rows or choices.codebook or any(c.private for c in table.columns):
        return False
    texts = [column.values for column in table.cells]
    return not any(hold_contacts(values) for values in (*texts, *table.header))
