"""The disclosure control: what may be shown of a breakdown, so that no small group can be worked out.

What is published. The number of persons of a group, and its answers, or words in their place: "n < 10" for
a group under the threshold; "hidden to protect others" for one that is hidden for any other reason; "≥ 95%"
or "≤ 5%" for a share of a large group that answered alike.

What an outsider knows. Every number and word shown in any table of the same respondents, all at once; that
counts are whole and never negative, add up, and come from persons who each have one choice of every trait;
the thresholds; what each word says of a size ("n < 10": under ten; "hidden to protect others": ten or more);
and the rule by which others are hidden: the smallest part of the line still shown.

What is promised. For every hidden count half of the threshold's numbers stay possible (five of ten, three of
five), and groups hidden in a line whose total is shown have the threshold's number of persons together. In
a breakdown by one trait that holds even for somebody who runs this program on every guess. In tables by
two traits, and in several tables at once, it is proved by other tables found that look the same
(`analysis.alternatives`); where none is found more is hidden. There nothing is promised against somebody who
runs the program on every table that could be, and where the traits together make more than 300 profiles the
tables are taken to fit each other by their totals only. Where hiding more cannot do, all parts of a table are
withheld alike, and not even which are small is told: always where the whole has fewer persons than the
threshold for each of its parts, which outsiders can see.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from assessor.analysis.linked_tables import ALIKE_PERCENT, Cell, LinkedTables, Part
from assessor.analysis.rounding import percent, shown
from assessor.analysis.suppression import Mark

__all__ = [
    "ALIKE_PERCENT",
    "LEAST_INTERNAL",
    "LEAST_PUBLIC",
    "PROTECTED_WORDS",
    "Cell",
    "Protected",
    "ProtectedFamily",
    "ProtectedTable",
    "ProtectedTables",
    "Thresholds",
    "Treatment",
    "percent_in_words",
    "protect_family",
    "protect_linked",
    "protect_table",
]

LEAST_PUBLIC: Final = 10
LEAST_INTERNAL: Final = 5
PROTECTED_WORDS: Final = "hidden to protect others"


class Treatment(StrEnum):
    """What becomes of a group in a breakdown."""

    SHOWN = "shown"
    TOO_FEW = "too_few"
    PROTECTS_OTHERS = "protects_others"
    UNANIMOUS = "unanimous"


@dataclass(frozen=True)
class Thresholds:
    """The least number of persons behind anything shown, to the public and inside the organizations."""

    public: int = LEAST_PUBLIC
    internal: int = LEAST_INTERNAL

    def __post_init__(self) -> None:
        if self.public < LEAST_PUBLIC or self.internal < LEAST_INTERNAL:
            raise ValueError(f"thresholds may only be raised above {LEAST_PUBLIC} and {LEAST_INTERNAL}")


@dataclass(frozen=True)
class Protected:
    """What may be shown of a group: `n` is None where hidden; `words` stand in its value's place."""

    treatment: Treatment
    n: int | None
    words: str

    @property
    def hidden(self) -> bool:
        """Whether neither the number of persons nor any value of this group may be shown."""
        return self.treatment is not Treatment.SHOWN


@dataclass(frozen=True)
class ProtectedFamily:
    """A breakdown by one variable: its groups in their order, and all of them together."""

    cells: Mapping[str, Protected]
    total: Protected


@dataclass(frozen=True)
class ProtectedTable:
    """A breakdown by two variables: groups by (row, column), totals by row and by column, and the whole."""

    cells: Mapping[tuple[str, str], Protected]
    rows: Mapping[str, Protected]
    columns: Mapping[str, Protected]
    total: Protected


@dataclass(frozen=True)
class ProtectedTables:
    """Linked tables: what may be shown of every group of theirs, by what its respondents have in common."""

    parts: Mapping[Part, Protected]
    _key: Callable[[Iterable[tuple[str, str]]], Part]

    def of(self, **choices: str) -> Protected:
        """What may be shown of those with these choices; without any, of all respondents."""
        return self.parts[self._key(choices.items())]


def protect_family(
    cells: Mapping[str, Cell], threshold: int = LEAST_PUBLIC, *, tells_nobody: bool = False
) -> ProtectedFamily:
    """Return what may be shown of groups that add up to a whole, and of that whole.

    With `tells_nobody` a group that nobody is in is shown as such. Source: domain.md 2.6 rules 2–4,
    walk-through in section 10; fault 43. Raises ValueError without groups.
    """
    people: dict[tuple[str, ...], Cell] = {(name,): cell for name, cell in cells.items()}
    linked = protect_linked({"part": tuple(cells)}, people, [("part",)], threshold, tells_nobody=tells_nobody)
    return ProtectedFamily({name: linked.of(part=name) for name in cells}, linked.of())


def protect_table(cells: Mapping[tuple[str, str], Cell], threshold: int = LEAST_PUBLIC) -> ProtectedTable:
    """Return what may be shown of groups by two variables, and of the totals of rows and columns.

    A pair that is not named has nobody in it. Source: domain.md 2.6 rules 2–4 and 6; fault 43. Raises
    ValueError without groups.
    """
    rows, columns = (tuple(dict.fromkeys(pair[axis] for pair in cells)) for axis in (0, 1))
    tables = [("row", "column")]
    people: dict[tuple[str, ...], Cell] = dict(cells.items())
    linked = protect_linked({"row": rows, "column": columns}, people, tables, threshold)
    return ProtectedTable(
        {(row, column): linked.of(row=row, column=column) for row in rows for column in columns},
        {row: linked.of(row=row) for row in rows},
        {column: linked.of(column=column) for column in columns},
        linked.of(),
    )


def protect_linked(
    variables: Mapping[str, Sequence[str]],
    people: Mapping[tuple[str, ...], Cell],
    tables: Sequence[Sequence[str]],
    threshold: int = LEAST_PUBLIC,
    *,
    tells_nobody: bool = False,
    known: Collection[str] = (),
) -> ProtectedTables:
    """Return what may be shown of the same respondents in several tables at once.

    `variables` name the choices of each trait, `people` are the respondents by their choice of each, `tables`
    the variables each table breaks them down by; all their margins and the whole are protected with them.
    The totals of `known` variables stand elsewhere too: they are never hidden to protect others, so that
    tables which have such a variable in common need not be protected together.
    Source: domain.md 2.6 rules 2–4 and 6; fault 43. Raises ValueError without groups, and for a table by more
    than two variables.
    """
    if not people:
        raise ValueError("a breakdown needs a group")
    linked = LinkedTables(variables, people, tables, threshold, tells_nobody=tells_nobody, known=known)
    found = {part: _protect(cell, linked.marks[part], threshold) for part, cell in linked.cells.items()}
    return ProtectedTables(found, linked.key)


def percent_in_words(part: int, whole: int, threshold: int = LEAST_PUBLIC) -> str:
    """Return a share of persons as it may be printed: "41.7%", "≥ 95%", "≤ 5%" or why it is hidden.

    Source: domain.md 2.6 rules 2 and 4. Raises ValueError for a part beyond its whole.
    """
    share = percent(part, whole)
    if share is None or whole < threshold:
        return f"n < {threshold}"
    if 100 - ALIKE_PERCENT < share < ALIKE_PERCENT:
        return f"{shown(share, 1)}%"
    if whole < 2 * threshold:
        return PROTECTED_WORDS
    return f"≥ {ALIKE_PERCENT}%" if share >= ALIKE_PERCENT else f"≤ {100 - ALIKE_PERCENT}%"


def _protect(cell: Cell, mark: Mark, threshold: int) -> Protected:
    """Return what may be shown; the words never tell that a group answered alike."""
    if mark is Mark.TOO_FEW:
        return Protected(Treatment.TOO_FEW, None, f"n < {threshold}")
    if mark is Mark.UNANIMOUS:
        return Protected(Treatment.UNANIMOUS, None, PROTECTED_WORDS)
    if mark is not Mark.SHOWN:
        return Protected(Treatment.PROTECTS_OTHERS, None, PROTECTED_WORDS)
    words = f"≥ {ALIKE_PERCENT}%" if cell.answered_alike else f"{cell.n}"
    return Protected(Treatment.SHOWN, cell.n, words)
