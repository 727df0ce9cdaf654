"""What each column of a survey table asks: its name, the question and the statement or option under it."""

import re
from collections.abc import Callable

from assessor.exchange.coded_headings import read_limesurvey, read_qualtrics, read_qualtrics_legacy
from assessor.exchange.heading_texts import IN_BRACKETS, OTHER, HeaderRows, Heading, split_by
from assessor.exchange.joined_headings import ANSWER_MARKS, read_paths, read_surveymonkey
from assessor.exchange.survey_openings import Opening, import_id_row, looks_like_moment
from assessor.exchange.survey_tools import SurveyTool

__all__ = ["Heading", "count_header_rows", "read_headings"]

_CHECKBOX_CODE = re.compile(r"^(?P<question>.+?)___(?P<part>\w+)$")
_CHECKBOX_LABEL = re.compile(r"^(?P<question>.+?)\s*\(choice=(?P<part>.*)\)$", re.DOTALL)
_HXL = re.compile(r"^#\w+")


def count_header_rows(tool: SurveyTool, opening: Opening) -> int:
    """How many of a table's first rows are headings."""
    if tool is SurveyTool.QUALTRICS:
        return _qualtrics_rows(opening)
    if tool is SurveyTool.QUALTRICS_LEGACY:
        return 2
    if tool is SurveyTool.SURVEYMONKEY:
        return 2 if _has_option_row(opening) else 1
    if tool in (SurveyTool.KOBO, SurveyTool.ONA) and any(_HXL.match(cell) for cell in opening.row(1)):
        return 2
    return 1


def _qualtrics_rows(opening: Opening) -> int:
    """Up to the row of ImportIds; without one, one more where the second row tells no moment."""
    if row := import_id_row(opening):
        return row + 1
    begun = next((at for at, name in enumerate(opening.header) if name == "startdate"), None)
    second = opening.row(1)
    return 2 if begun is not None and begun < len(second) and not looks_like_moment(second[begun]) else 1


def read_headings(tool: SurveyTool, header: HeaderRows, width: int) -> tuple[Heading, ...]:
    """The headings of `width` columns from a table's header rows, whose lengths may differ."""
    rows = tuple(row + ("",) * (width - len(row)) for row in header) or (("",) * width,)
    reader = _READERS.get(tool, _bracketed)
    return reader(rows) if len(rows) >= _ROWS_NEEDED.get(tool, 1) else _bracketed(rows)


def _has_option_row(opening: Opening) -> bool:
    second = opening.row(1)
    if not second or second[0]:
        return False
    known = any(cell.casefold() in ANSWER_MARKS | {OTHER} for cell in second)
    return known or "" in opening.header[1:]


def _bracketed(rows: HeaderRows) -> tuple[Heading, ...]:
    """One row, as `Question [Statement]`."""
    return tuple(split_by(IN_BRACKETS, cell, position) for position, cell in enumerate(rows[0]))


def _checkboxes(rows: HeaderRows) -> tuple[Heading, ...]:
    """One row, as `field___code` or `Label (choice=…)`."""
    return tuple(
        split_by(_CHECKBOX_LABEL if "(choice=" in cell else _CHECKBOX_CODE, cell, position)
        for position, cell in enumerate(rows[0])
    )


_READERS: dict[SurveyTool, Callable[[HeaderRows], tuple[Heading, ...]]] = {
    SurveyTool.QUALTRICS: read_qualtrics,
    SurveyTool.QUALTRICS_LEGACY: read_qualtrics_legacy,
    SurveyTool.LIMESURVEY: read_limesurvey,
    SurveyTool.SURVEYMONKEY: read_surveymonkey,
    SurveyTool.KOBO: read_paths,
    SurveyTool.ONA: read_paths,
    SurveyTool.ODK_BRIEFCASE: read_paths,
    SurveyTool.ODK_CENTRAL: read_paths,
    SurveyTool.REDCAP: _checkboxes,
    SurveyTool.REDCAP_LABELS: _checkboxes,
}
_ROWS_NEEDED = {SurveyTool.QUALTRICS: 2, SurveyTool.QUALTRICS_LEGACY: 2}
