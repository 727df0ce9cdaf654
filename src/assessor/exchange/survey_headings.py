"""What each column of a survey table asks: its name, the question and the statement or option under it."""

import html
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from assessor.exchange.survey_openings import Opening, import_id_row, plain
from assessor.exchange.survey_tools import SurveyTool


@dataclass(frozen=True)
class Heading:
    """A column's name as the tool wrote it, the question in words and the part of it the column asks.

    Columns of one `family` belong to one question; `written` ones hold text beside a choice.
    """

    name: str
    question: str
    sub_question: str = ""
    import_id: str = ""
    family: str = ""
    written: bool = False


_MARKUP = re.compile(r"<(/?[a-zA-Z][^<>]*|!--.*?--)>")
_IMPORT_ID_VALUE = re.compile(r"""['"]ImportId['"]\s*:\s*['"]([^'"]*)['"]""")
_IN_BRACKETS = re.compile(r"^(?P<question>.*?)\s*\[(?P<part>[^\[\]]*)\](?P<more>(\[[^\[\]]*\])*)$", re.DOTALL)
_CHECKBOX_CODE = re.compile(r"^(?P<question>.+?)___(?P<part>\w+)$")
_CHECKBOX_LABEL = re.compile(r"^(?P<question>.+?)\s*\(choice=(?P<part>.*)\)$", re.DOTALL)
_OTHER = "other (please specify)"
_ANSWER_MARKS = frozenset({"response", "open-ended response"})
_HXL = re.compile(r"^#\w+")
_JOIN = " - "


def count_header_rows(tool: SurveyTool, opening: Opening) -> int:
    """How many of a table's first rows are headings."""
    if tool is SurveyTool.QUALTRICS:
        return (import_id_row(opening) or 0) + 1
    if tool is SurveyTool.QUALTRICS_LEGACY:
        return 2
    if tool is SurveyTool.SURVEYMONKEY:
        return 2 if _has_option_row(opening) else 1
    if tool in (SurveyTool.KOBO, SurveyTool.ONA) and any(_HXL.match(cell) for cell in opening.row(1)):
        return 2
    return 1


def read_headings(tool: SurveyTool, header: tuple[tuple[str, ...], ...], width: int) -> tuple[Heading, ...]:
    """The headings of `width` columns from a table's header rows, whose lengths may differ."""
    rows = tuple(row + ("",) * (width - len(row)) for row in header) or (("",) * width,)
    reader = _READERS.get(tool, _bracketed)
    return reader(rows) if len(rows) >= _ROWS_NEEDED.get(tool, 1) else _bracketed(rows)


def _has_option_row(opening: Opening) -> bool:
    second = opening.row(1)
    if not second or second[0]:
        return False
    known = any(cell.casefold() in _ANSWER_MARKS | {_OTHER} for cell in second)
    return known or "" in opening.header[1:]


def _readable(cell: str) -> str:
    """Question text without its markup, character references and runs of blanks."""
    return plain(html.unescape(_MARKUP.sub(" ", cell)))


def _named(cell: str, position: int) -> str:
    return plain(cell) or f"Column {position + 1}"


def _bracketed(rows: tuple[tuple[str, ...], ...]) -> tuple[Heading, ...]:
    """One row, as `Question [Statement]`."""
    return tuple(_split_by(_IN_BRACKETS, cell, position) for position, cell in enumerate(rows[0]))


def _split_by(pattern: re.Pattern[str], cell: str, position: int) -> Heading:
    name = _named(cell, position)
    match = pattern.match(plain(cell))
    if not match:
        return Heading(name, _readable(name))
    part = match["part"] + (match.groupdict().get("more") or "").replace("][", " / ").replace(
        "[", " / "
    ).strip("]")
    return Heading(name, _readable(match["question"]), _readable(part))


def _checkboxes(rows: tuple[tuple[str, ...], ...]) -> tuple[Heading, ...]:
    """One row, as `field___code` or `Label (choice=…)`."""
    return tuple(
        _split_by(_CHECKBOX_LABEL if "(choice=" in cell else _CHECKBOX_CODE, cell, position)
        for position, cell in enumerate(rows[0])
    )


def _paths(rows: tuple[tuple[str, ...], ...]) -> tuple[Heading, ...]:
    """One row, as `group/question/option`; the last step is an option where several share the way to it."""
    ways = Counter(plain(cell).rpartition("/")[0] for cell in rows[0])
    headings = []
    for position, cell in enumerate(rows[0]):
        name = _named(cell, position)
        way, _, last = name.rpartition("/")
        split = bool(way) and ways[way] > 1
        headings.append(Heading(name, _readable(way if split else name), _readable(last) if split else ""))
    return tuple(headings)


def _filled_forward(rows: tuple[tuple[str, ...], ...]) -> tuple[Heading, ...]:
    """Two rows: a question stands only over its first column, options stand below."""
    headings = []
    question = ""
    for position, (cell, option) in enumerate(zip(rows[0], rows[1], strict=True)):
        question = plain(cell) or question
        part = "" if plain(option).casefold() in _ANSWER_MARKS else _readable(option)
        name = plain(cell) or (f"{question}{_JOIN}{plain(option)}" if question else _named("", position))
        headings.append(Heading(name, _readable(question) or name, part))
    return tuple(headings)


def _joined(rows: tuple[tuple[str, ...], ...]) -> tuple[Heading, ...]:
    """One row, as `question - option`."""
    texts = [_readable(cell) for cell in rows[0]]
    starts = Counter(text.rpartition(_JOIN)[0] for text in texts)
    headings = []
    for position, text in enumerate(texts):
        start, _, part = text.rpartition(_JOIN)
        split = bool(start) and (starts[start] > 1 or part.casefold() == _OTHER)
        name = _named(rows[0][position], position)
        headings.append(Heading(name, (start if split else text) or name, part if split else ""))
    return tuple(headings)


def _surveymonkey(rows: tuple[tuple[str, ...], ...]) -> tuple[Heading, ...]:
    return _filled_forward(rows) if len(rows) > 1 else _joined(rows)


def _qualtrics(rows: tuple[tuple[str, ...], ...]) -> tuple[Heading, ...]:
    """Names, question texts and ImportIds; columns of one question begin with the same text."""
    names = [_named(cell, position) for position, cell in enumerate(rows[0])]
    texts = [_readable(cell) for cell in rows[1]]
    ids = [match[1] if (match := _IMPORT_ID_VALUE.search(cell)) else "" for cell in rows[-1]]
    codes = [identifier or name for identifier, name in zip(ids, names, strict=True)]
    return _coded(names, codes, texts, ids)


def _qualtrics_legacy(rows: tuple[tuple[str, ...], ...]) -> tuple[Heading, ...]:
    """Answers are named in the first row; V1 to V10 and the place stand for names in the second."""
    names = [_named(cell, position) for position, cell in enumerate(rows[0])]
    texts = [_readable(cell) for cell in rows[1]]
    called = [
        text if text and re.fullmatch(r"V\d+", name) else name
        for name, text in zip(names, texts, strict=True)
    ]
    return _coded(called, names, texts, [""] * len(names))


def _coded(names: list[str], codes: list[str], texts: list[str], ids: list[str]) -> tuple[Heading, ...]:
    """Headings whose code tells the question: "Q2_1" and "QID2-1" are parts of question 2."""
    stems = [re.split(r"[_-]", code)[0] for code in codes]
    alike: dict[str, list[str]] = {}
    for stem, text in zip(stems, texts, strict=True):
        alike.setdefault(stem, []).append(text)
    headings = []
    for name, code, text, identifier, stem in zip(names, codes, texts, ids, stems, strict=True):
        question = _shared_start(alike[stem]) if len(alike[stem]) > 1 else ""
        part = text[len(question) :].strip(" -") if question else ""
        written = code.endswith("TEXT")
        headings.append(Heading(name, question or text or name, part, identifier, stem, written))
    return tuple(headings)


def _shared_start(texts: list[str]) -> str:
    """What all texts begin with, up to the mark between question and statement."""
    first, last = min(texts), max(texts)
    same = next((at for at, mark in enumerate(first) if last[at : at + 1] != mark), len(first))
    start = first[:same]
    return start.rpartition(_JOIN if _JOIN in start else "-")[0].strip(" -")


_READERS: dict[SurveyTool, Callable[[tuple[tuple[str, ...], ...]], tuple[Heading, ...]]] = {
    SurveyTool.QUALTRICS: _qualtrics,
    SurveyTool.QUALTRICS_LEGACY: _qualtrics_legacy,
    SurveyTool.SURVEYMONKEY: _surveymonkey,
    SurveyTool.KOBO: _paths,
    SurveyTool.ONA: _paths,
    SurveyTool.ODK_BRIEFCASE: _paths,
    SurveyTool.ODK_CENTRAL: _paths,
    SurveyTool.REDCAP: _checkboxes,
    SurveyTool.REDCAP_LABELS: _checkboxes,
}
_ROWS_NEEDED = {SurveyTool.QUALTRICS: 2, SurveyTool.QUALTRICS_LEGACY: 2}
