"""What a column of a survey table holds: its likely role, its values with counts, and their scale."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from assessor.exchange.answers import as_number, is_dont_know, is_no_answer, missing_codes, normal
from assessor.exchange.multiple_choices import likely_separator
from assessor.exchange.respondent_groups import respondent_group
from assessor.exchange.scales import Scale, nearest_scale, scale_of
from assessor.exchange.survey_headings import Heading
from assessor.exchange.survey_openings import looks_like_day


class ColumnRole(StrEnum):
    """What a column is for, as far as its content tells."""

    PRIVATE = "private"
    PROCESS = "process"
    EMPTY = "empty"
    GROUP = "group"
    SITE = "site"
    SCALE = "scale"
    YES_NO = "yes_no"
    CHOICE = "choice"
    MULTIPLE_CHOICE = "multiple_choice"
    NUMBER = "number"
    DAY = "day"
    TEXT = "text"


@dataclass(frozen=True)
class ValueCount:
    """A value as it stands in the table, and in how many rows."""

    value: str
    count: int


@dataclass(frozen=True)
class ColumnGuess:
    """What a column likely is; `values` are the commonest answers, `distinct` says how many there are.

    `no_answers` and `dont_knows` list what was set apart as such; blanks are counted under "".
    `separator` cuts a cell of several choices; a choice in a column of its own has none.
    """

    role: ColumnRole
    answered: int
    distinct: int
    values: tuple[ValueCount, ...]
    no_answers: tuple[ValueCount, ...]
    dont_knows: tuple[ValueCount, ...]
    scale: Scale | None = None
    separator: str = ""


_MOST_VALUES = 200
_YES_NO = frozenset({"yes", "no", "y", "n", "true", "false", "sí", "si"})
_BOXES = frozenset({"1", "0", "true", "false", "checked", "unchecked", "selected", "x", "y", "yes"})
_BOX_STATES = 2
_SMALLEST_FAMILY = 2
_WRITTEN_OTHERS = 1
_MOST_CHOICES = 15
_LONGEST_CHOICE = 60
_SITE_QUESTION = re.compile(r"\b(school|campus|building|site)\b")
_GROUP_QUESTION = re.compile(
    r"\b(role|position|job title|group|respondent type|stakeholder|best describes (you|your role)|i am an?"
    r"|are you an?)\b"
)
_SITE_WORDS = 14
_ENOUGH = 0.8
_NEARLY_ALL = 0.9
_MOST_GROUP_NAMES = 60
_MOST_POINTS = 300


def guess_column(heading: Heading, counts: Counter[str]) -> ColumnGuess:
    """The guess for one column by its heading and its counted cells; an option called "None" is an answer."""
    codes = missing_codes(counts)
    option = normal(heading.sub_question)
    missing = {
        value
        for value in counts
        if (is_no_answer(value) and (normal(value) or "-") != option) or normal(value) in codes
    }
    unknowing = {value for value in counts if value not in missing and is_dont_know(value)}
    kept = _without(counts, missing | unknowing)
    with_none = _without(counts, {value for value in missing if normal(value) != "none"} | unknowing)
    scale = _scale_of(with_none)
    if scale:
        kept = with_none
        missing -= set(with_none)
    written = heading.written and bool(kept)
    question = f"{heading.question} {heading.sub_question}"
    role = ColumnRole.TEXT if written else _role_of(question.strip(), kept, scale, heading.joined_by)
    if role is ColumnRole.TEXT:
        # In a person's own words "I don't know" is an answer.
        kept = _without(counts, missing)
        unknowing = set()
    return ColumnGuess(
        role=role,
        answered=sum(kept.values()),
        distinct=len(kept),
        values=_commonest(kept),
        no_answers=_commonest(_only(counts, missing)),
        dont_knows=_commonest(_only(counts, unknowing)),
        scale=scale if role is ColumnRole.SCALE else None,
        separator=likely_separator(kept, heading.joined_by) if role is ColumnRole.MULTIPLE_CHOICE else "",
    )


def set_aside(role: ColumnRole, counts: Counter[str]) -> ColumnGuess:
    """What is told of a column that holds no answers: how often it is filled, and with what."""
    filled = _without(counts, {value for value in counts if not value.strip()})
    # What identifies people does not travel further than it must: not even as sample values.
    values = () if role is ColumnRole.PRIVATE else _commonest(filled)
    return ColumnGuess(role, sum(filled.values()), len(filled), values, (), ())


def _scale_of(counts: Counter[str]) -> Scale | None:
    """The scale of the answers; so many that are unlike are no points of one."""
    if not 0 < len(counts) <= _MOST_POINTS:
        return None
    return scale_of(counts.keys()) or nearest_scale(counts, _NEARLY_ALL)


def guess_family(
    guesses: Sequence[ColumnGuess], parts: Sequence[str], *, is_matrix: bool = True
) -> tuple[ColumnGuess, ...]:
    """The guesses for columns of one question, seen together; `parts` are its statements or options.

    Statements of a matrix share one scale; questions that only stand in one section do not.
    """
    if len(guesses) < _SMALLEST_FAMILY:
        return tuple(guesses)
    answered = [(guess, part) for guess, part in zip(guesses, parts, strict=True) if guess.answered]
    boxes = [guess for guess, part in answered if _may_be_box(guess, part)]
    if boxes and len(boxes) >= len(answered) - _WRITTEN_OTHERS:
        return tuple(_as_box(guess) if guess in boxes else guess for guess in guesses)
    return _with_shared_scale(guesses) if is_matrix else tuple(guesses)


def _may_be_box(guess: ColumnGuess, part: str) -> bool:
    """Whether a column is one option of a question: ticked or not, or the option's own text or blank."""
    values = {normal(entry.value) for entry in guess.values}
    return values == {normal(part)} or (values <= _BOXES and len(values) <= _BOX_STATES)


def _as_box(guess: ColumnGuess) -> ColumnGuess:
    return replace(guess, role=ColumnRole.MULTIPLE_CHOICE, scale=None, separator="")


def _with_shared_scale(guesses: Sequence[ColumnGuess]) -> tuple[ColumnGuess, ...]:
    alike = [
        guess for guess in guesses if guess.role in (ColumnRole.SCALE, ColumnRole.CHOICE, ColumnRole.NUMBER)
    ]
    scale = scale_of({entry.value for guess in alike for entry in guess.values})
    if not scale or not any(guess.role is ColumnRole.SCALE for guess in alike):
        return tuple(guesses)
    return tuple(_on_scale(guess, scale) if guess in alike else guess for guess in guesses)


def _on_scale(guess: ColumnGuess, scale: Scale) -> ColumnGuess:
    seen = {entry.value for entry in guess.values}
    own = tuple(entry for entry in scale.scores if entry[0] in seen)
    return replace(guess, role=ColumnRole.SCALE, scale=replace(scale, scores=own))


def _role_of(question: str, kept: Counter[str], scale: Scale | None, joined_by: str) -> ColumnRole:
    if not kept:
        return ColumnRole.EMPTY
    values = {normal(value) for value in kept} if len(kept) <= _MOST_POINTS else {""}
    if values <= _YES_NO or values == {"0", "1"}:
        return ColumnRole.YES_NO
    if _names_groups(question, kept):
        return ColumnRole.GROUP
    if scale:
        return ColumnRole.SCALE
    if all(looks_like_day(value) for value in kept):
        return ColumnRole.DAY
    if _share(kept, lambda value: as_number(value) is not None) >= _NEARLY_ALL:
        return ColumnRole.NUMBER
    if likely_separator(kept, joined_by):
        return ColumnRole.MULTIPLE_CHOICE
    if not _are_choices(kept):
        return ColumnRole.TEXT
    return ColumnRole.SITE if _asks_for_site(question) else ColumnRole.CHOICE


def _names_groups(question: str, kept: Counter[str]) -> bool:
    if len(kept) > _MOST_GROUP_NAMES:
        return False
    groups = {respondent_group(value) for value in kept} - {None}
    asked = bool(_GROUP_QUESTION.search(question.casefold()))
    named = _share(kept, lambda value: respondent_group(value) is not None)
    return named >= _ENOUGH and (asked or len(groups) > 1)


def _share(kept: Counter[str], holds: Callable[[str], bool]) -> float:
    """The share of answers for which something holds."""
    return sum(count for value, count in kept.items() if holds(value)) / sum(kept.values())


def _are_choices(kept: Counter[str]) -> bool:
    longest = max(len(value) for value in kept)
    repeated = sum(kept.values()) >= 2 * len(kept)
    return len(kept) <= _MOST_CHOICES and repeated and longest <= 2 * _LONGEST_CHOICE


def _asks_for_site(question: str) -> bool:
    return len(question.split()) <= _SITE_WORDS and bool(_SITE_QUESTION.search(question.casefold()))


def _without(counts: Counter[str], left_out: set[str]) -> Counter[str]:
    return Counter({value: count for value, count in counts.items() if value not in left_out})


def _only(counts: Counter[str], wanted: set[str]) -> Counter[str]:
    return Counter({value: count for value, count in counts.items() if value in wanted})


def _commonest(counts: Counter[str]) -> tuple[ValueCount, ...]:
    listed = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
    return tuple(ValueCount(value, count) for value, count in listed[:_MOST_VALUES])
