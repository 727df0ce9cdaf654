"""Headings of tools that number their questions: Qualtrics in two or three rows, and LimeSurvey."""

import re
from collections import Counter
from dataclasses import replace

from assessor.exchange.heading_texts import IN_BRACKETS, JOIN, HeaderRows, Heading, named, readable, split_by
from assessor.exchange.survey_openings import plain

_IMPORT_ID_VALUE = re.compile(r"""['"]ImportId['"]\s*:\s*['"]([^'"]*)['"]""")
_LEGACY_SETTING = re.compile(r"^V\d+$")
_CHOSEN = "Selected Choice - "
_WRITTEN = "-TEXT"
_CODE_FIRST = re.compile(r"^(?P<code>[A-Za-z]\w*(\[[^\[\]]*\])*)\.\s+(?P<text>\S.*)$", re.DOTALL)
_CODED_PART = re.compile(r"^(?P<question>[A-Za-z]\w*?)_(?P<part>SQ\d+(_SQ\d+)?|other|comment)$")
_WRITTEN_PARTS = ("other", "comment")


def read_qualtrics(rows: HeaderRows) -> tuple[Heading, ...]:
    """Names, question texts and ImportIds; columns of one question begin with the same text."""
    names = [named(cell, position) for position, cell in enumerate(rows[0])]
    texts = [readable(cell) for cell in rows[1]]
    ids = [match[1] if (match := _IMPORT_ID_VALUE.search(cell)) else "" for cell in rows[-1]]
    codes = [identifier or name for identifier, name in zip(ids, names, strict=True)]
    stems = [re.split(r"[_-]", code)[0] for code in codes]
    alike: dict[str, list[str]] = {}
    for stem, text in zip(stems, texts, strict=True):
        alike.setdefault(stem, []).append(text)
    headings = []
    for name, code, text, identifier, stem in zip(names, codes, texts, ids, stems, strict=True):
        question = _shared_start(alike[stem]) if len(alike[stem]) > 1 else ""
        part = text[len(question) :].strip(" -").removeprefix(_CHOSEN) if question else ""
        headings.append(
            Heading(name, question or text or name, part, identifier, stem, code.endswith("TEXT"))
        )
    return tuple(headings)


def read_qualtrics_legacy(rows: HeaderRows) -> tuple[Heading, ...]:
    """Answers are named in the first row and asked in the second, as "question-statement".

    V1 to V10 and the place have their names in the second row. Names may stand there several times.
    """
    texts = [readable(cell) for cell in rows[1]]
    starts = [_question_of(text) for text in texts]
    times = Counter(starts)
    headings = []
    for position, (cell, text, start) in enumerate(zip(rows[0], texts, starts, strict=True)):
        name = named(cell, position)
        if text and _LEGACY_SETTING.match(name):
            headings.append(Heading(text, text))
        elif start and times[start] > 1:
            part = text[len(start) :].strip(" -").removesuffix(_WRITTEN)
            headings.append(Heading(name, start, part, family=start, written=name.endswith("TEXT")))
        else:
            headings.append(Heading(name, text or name, written=name.endswith("_TEXT")))
    return tuple(headings)


def read_limesurvey(rows: HeaderRows) -> tuple[Heading, ...]:
    """One row: texts, codes, or a code before its text; parts in brackets or after an underscore."""
    coded = [_CODE_FIRST.match(plain(cell)) for cell in rows[0]]
    are_coded = 2 * sum(map(bool, coded)) > len(coded)
    return tuple(
        _limesurvey(cell, position, match if are_coded else None)
        for position, (cell, match) in enumerate(zip(rows[0], coded, strict=True))
    )


def _limesurvey(cell: str, position: int, coded: re.Match[str] | None) -> Heading:
    text = coded["text"] if coded else cell
    heading = split_by(_CODED_PART if _CODED_PART.match(plain(text)) else IN_BRACKETS, text, position)
    last = heading.sub_question.rpartition(" / ")[2].casefold()
    family = re.split(r"[\[_]", coded["code"])[0] if coded else ""
    return replace(heading, name=named(cell, position), family=family, written=last in _WRITTEN_PARTS)


def _question_of(text: str) -> str:
    return text.removesuffix(_WRITTEN).rpartition("-")[0].strip(" -")


def _shared_start(texts: list[str]) -> str:
    """What all texts begin with, up to the mark between question and statement."""
    first, last = min(texts), max(texts)
    same = next((at for at, mark in enumerate(first) if last[at : at + 1] != mark), len(first))
    start = first[:same]
    return start.rpartition(JOIN if JOIN in start else "-")[0].strip(" -")
