"""The sheets of an XLSForm as rows by column: headings in their many spellings, labels by language."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from assessor.exchange.sheets import SheetRows

OURS = "assessor_"
"""How our own columns begin; other programs pass over them."""
_LANGUAGE = re.compile(r"\(\s*(?P<code>[A-Za-z]{2,3})(?:[-_][A-Za-z]+)?\s*\)\s*$")
_ENGLISH = ("english", "inglés", "ingles")
_SPANISH = ("spanish", "español", "espanol", "castellano")
_OTHER_NAMES = {"caption": "label", "relevance": "relevant", "list": "list_name", "value": "name"}
_FALSE = frozenset({"", "no", "false", "0", "false()"})


@dataclass(frozen=True)
class FormRow:
    """A row of a sheet: its cells by column, its labels by language code ("" where none is named)."""

    line: int
    cells: Mapping[str, str]
    labels: Mapping[str, str]

    def get(self, column: str) -> str:
        """A cell without blanks around it; empty where there is no such column."""
        return self.cells.get(column, "")

    @property
    def ours(self) -> dict[str, str]:
        """What stands in columns of our own, by their names without what all begin with."""
        return {name.removeprefix(OURS): text for name, text in self.cells.items() if name.startswith(OURS)}


def find_sheet(sheets: Iterable[SheetRows], name: str) -> SheetRows | None:
    """The sheet of a name, whatever its case and the blanks around it."""
    return next((sheet for sheet in sheets if sheet.name.strip().casefold() == name), None)


def read_rows(sheet: SheetRows | None) -> Iterator[FormRow]:
    """The rows below the headings that hold anything."""
    if sheet is None or not sheet.rows:
        return
    columns = [_column(heading) for heading in sheet.rows[0]]
    for line, row in enumerate(sheet.rows[1:], start=2):
        cells: dict[str, str] = {}
        labels: dict[str, str] = {}
        for (name, language), text in zip(columns, row, strict=False):
            kept = text.strip()
            if kept and name == "label":
                labels.setdefault(language, kept)
            elif kept:
                cells.setdefault(name, kept)
        yield FormRow(line, cells, labels)


def language_code(language: str) -> str:
    """“English (en)” as en, “Español” as es; another language as it is written, in small letters."""
    named = _LANGUAGE.search(language)
    text = language.strip().casefold()
    if named:
        return named["code"].casefold()
    return "en" if text in _ENGLISH else "es" if text in _SPANISH else text


def is_set(text: str) -> bool:
    """Whether a cell that holds yes or no says yes."""
    return text.casefold() not in _FALSE


def _column(heading: str) -> tuple[str, str]:
    """The column a heading names, and the language of a label: `label::English (en)`, `bind:relevant`."""
    parts = [part.strip() for part in re.split(r"::?", heading)]
    name = re.sub(r"\s+", "_", parts[0].casefold())
    if name == "bind" and len(parts) > 1:
        return re.sub(r"\s+", "_", parts[1].casefold()), ""
    name = _OTHER_NAMES.get(name, name)
    if name != "label" and len(parts) > 1:
        return f"{name}::{parts[1].casefold()}", ""
    return name, language_code(parts[1]) if len(parts) > 1 else ""
