"""What should be said of a survey table before it is imported: odd encodings, test runs, unfinished rows."""

from collections import Counter
from collections.abc import Iterator, Sequence

from assessor.exchange.survey_headings import Heading
from assessor.exchange.survey_openings import plain
from assessor.exchange.survey_tools import SurveyTool

_Counted = Sequence[Counter[str]]
_MOST_SHEETS = 12
_QUALTRICS_TRIALS = frozenset({"1", "2", "survey preview", "survey test"})
_QUALTRICS_PARTIAL = frozenset({"0", "false"})
_NOT_COMPLETED = frozenset({"[not completed]"})
_NO_DATE = frozenset({"", "1980-01-01", "1980-01-01 00:00:00"})
_SUBMITTED = ("submitdate", "date submitted")


def notes_on_text(encoding: str, is_ragged: bool, turns_direction: bool) -> Iterator[str]:
    """What should be said of how the file is written."""
    if encoding == "cp1252":
        yield "The file is not UTF-8 and was read as Windows-1252; check accents, dashes and quotation marks."
    if is_ragged:
        yield "Some rows have fewer or more cells than the headings; missing cells were read as blank."
    if turns_direction:
        yield "Some cells hold characters that change the reading direction; they were kept as they are."


def notes_on_sheets(tool: SurveyTool, sheet: str, sheets: Sequence[str]) -> Iterator[str]:
    """What should be said of what stands beside the table that was read."""
    if tool is SurveyTool.KOBO and not sheets:
        yield "KoboToolbox leaves repeated groups out of CSV files."
    others = [one for one in sheets if one != sheet]
    if others and tool.holds_responses:
        yield f"Sheets that were not read: {', '.join(others[:_MOST_SHEETS])}."


def notes_on_rows(
    tool: SurveyTool, headings: tuple[Heading, ...], counted: _Counted, rows: int
) -> Iterator[str]:
    """What should be said of the responses, by the tool that wrote them; `counted` are the columns' cells."""
    if not tool.holds_responses:
        yield f"Recognized as {tool.label}, whose rows are not responses."
    elif not rows:
        yield "The file has headings and no responses."
    names = [plain(heading.name).casefold() for heading in headings]
    if tool in (SurveyTool.QUALTRICS, SurveyTool.QUALTRICS_LEGACY):
        yield from _qualtrics(names, counted)
    elif tool is SurveyTool.LIMESURVEY:
        submitted = next((found for name in _SUBMITTED if (found := _column(names, counted, name))), {})
        yield from _counted(_times(submitted, _NO_DATE), "not submitted to the end")
    elif tool in (SurveyTool.REDCAP, SurveyTool.REDCAP_LABELS) and rows:
        repeated = sum(count > 1 for count in counted[0].values())
        if repeated:
            yield f"{repeated} of the records have several rows; each row was read as one response."
        yield from _counted(_most_partial(names, counted), "not completed")


def _most_partial(names: list[str], counted: _Counted) -> int:
    """How many of a REDCap table's responses stopped within a survey."""
    times = [cells for name, cells in zip(names, counted, strict=True) if name.endswith("_timestamp")]
    return max((_times(cells, _NOT_COMPLETED) for cells in times), default=0)


def _qualtrics(names: list[str], counted: _Counted) -> Iterator[str]:
    trials = _times(_column(names, counted, "status"), _QUALTRICS_TRIALS)
    yield from _counted(trials, "a preview or test" if trials == 1 else "previews or tests")
    partial = _times(_column(names, counted, "finished"), _QUALTRICS_PARTIAL)
    yield from _counted(partial, "not finished")


def _column(names: list[str], counted: _Counted, name: str) -> dict[str, int]:
    """The counted cells of the first column of that name, which may be written behind its code."""
    place = next((at for at, one in enumerate(names) if one == name or one.endswith(f". {name}")), None)
    return {} if place is None else counted[place]


def _times(cells: dict[str, int], wanted: frozenset[str]) -> int:
    return sum(count for cell, count in cells.items() if plain(cell).casefold() in wanted)


def _counted(count: int, what: str) -> Iterator[str]:
    if count:
        are, were = ("is", "it was") if count == 1 else ("are", "they were")
        yield f"Of the responses, {count:,} {are} {what}; {were} kept."
