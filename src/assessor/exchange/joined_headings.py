"""Headings that join a question with its part: SurveyMonkey's, and the paths of Kobo, Ona and ODK."""

from collections import Counter
from collections.abc import Iterator

from assessor.exchange.heading_texts import JOIN, OTHER, HeaderRows, Heading, named, readable
from assessor.exchange.survey_openings import plain

ANSWER_MARKS = frozenset({"response", "open-ended response"})
_STEP = "/"


def read_surveymonkey(rows: HeaderRows) -> tuple[Heading, ...]:
    """Questions above their options; or one row, as `question - option` or with blanks after a question."""
    if len(rows) > 1:
        return _filled_forward(rows[0], rows[1])
    if "" in map(plain, rows[0]):
        return _filled_forward(rows[0], ("",) * len(rows[0]))
    return _joined(rows[0])


def read_paths(rows: HeaderRows) -> tuple[Heading, ...]:
    """One row, as `group/question/option`: the longest way that several columns share is the question.

    A question with several choices may also stand in a column of its own, choices joined by blanks.
    """
    names = [named(cell, position) for position, cell in enumerate(rows[0])]
    ways = Counter(way for name in names for way in _ways(name))
    headings = []
    for name in names:
        way = next((way for way in _ways(name) if ways[way] > 1), "")
        part = name[len(way) + 1 :] if way else ""
        headings.append(
            Heading(name, readable(way or name), readable(part), repeats=name in ways, joined_by=" ")
        )
    return tuple(headings)


def _ways(name: str) -> Iterator[str]:
    """All that leads to a path's end, the longest first."""
    way = name.rpartition(_STEP)[0]
    while way:
        yield way
        way = way.rpartition(_STEP)[0]


def _filled_forward(questions: tuple[str, ...], options: tuple[str, ...]) -> tuple[Heading, ...]:
    """A question stands only over its first column, its options stand below."""
    headings = []
    question = ""
    for position, (cell, option) in enumerate(zip(questions, options, strict=True)):
        question = plain(cell) or question
        part = "" if plain(option).casefold() in ANSWER_MARKS else readable(option)
        told = part or str(position + 1)
        name = plain(cell) or (f"{question}{JOIN}{told}" if question else named("", position))
        headings.append(Heading(name, readable(question) or name, part))
    return tuple(headings)


def _joined(cells: tuple[str, ...]) -> tuple[Heading, ...]:
    texts = [readable(cell) for cell in cells]
    starts = Counter(text.rpartition(JOIN)[0] for text in texts)
    headings = []
    for position, text in enumerate(texts):
        start, _, part = text.rpartition(JOIN)
        split = bool(start) and (starts[start] > 1 or part.casefold() == OTHER)
        name = named(cells[position], position)
        headings.append(Heading(name, (start if split else text) or name, part if split else ""))
    return tuple(headings)
