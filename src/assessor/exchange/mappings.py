"""What each column of a survey table is to become, as the user settled it: plain data kept as JSON."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from pydantic import TypeAdapter, ValidationError

from assessor.terms import CannotDo


class Use(StrEnum):
    """What a column is used as."""

    IGNORE = "ignore"
    GROUP = "group"
    SITE = "site"
    SCALE = "scale"
    YES_NO = "yes_no"
    CHOICE = "choice"
    MULTIPLE_CHOICE = "multiple_choice"
    NUMBER = "number"
    TEXT = "text"

    @property
    def is_item(self) -> bool:
        """Whether the column holds answers to an item."""
        return self not in (self.IGNORE, self.GROUP, self.SITE)


@dataclass(frozen=True)
class ColumnMapping:
    """What one column becomes; values are compared without regard to case and blanks.

    `scores` give each label its score from `low` to `high`, before any reversing. `names` give a group's
    code or a site's name for each value. A choice in a column of its own is the `option`; several in one
    cell are cut at `separator`, longest of `choices` first. `always_filled` says that 0 in every option
    means not answered, as REDCap writes it.
    """

    position: int
    use: Use = Use.IGNORE
    code: str = ""
    wording: str = ""
    construct: str = ""
    reverse: bool = False
    low: int = 1
    high: int = 5
    scores: tuple[tuple[str, int], ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    option: str = ""
    choices: tuple[str, ...] = ()
    separator: str = ""
    no_answers: tuple[str, ...] = ()
    dont_knows: tuple[str, ...] = ()
    always_filled: bool = False


@dataclass(frozen=True)
class Mapping:
    """The mapping of a whole table; `headings` are the column names it was made for.

    `group` and `site` hold for rows that name none themselves.
    """

    headings: tuple[str, ...]
    columns: tuple[ColumnMapping, ...]
    group: str = ""
    site: str = ""


class UnfitMapping(CannotDo):
    """A mapping that contradicts itself, cannot be read, or was made for another table."""


_SINGLE = (Use.GROUP, Use.SITE)
_ADAPTER = TypeAdapter(Mapping)


def mapping_to_json(mapping: Mapping) -> str:
    """The mapping as JSON text."""
    return _ADAPTER.dump_json(mapping).decode()


def mapping_from_json(text: str) -> Mapping:
    """The mapping in a JSON text; raises UnfitMapping where it holds none."""
    try:
        return _ADAPTER.validate_json(text)
    except ValidationError as error:
        raise UnfitMapping("The saved column mapping cannot be read; map the columns again.") from error


def check_mapping(mapping: Mapping, headings: tuple[str, ...]) -> None:
    """Raise UnfitMapping where a mapping contradicts itself or does not fit a table with these headings."""
    if mapping.headings != headings:
        raise UnfitMapping(_where_unlike(mapping.headings, headings))
    for use in _SINGLE:
        if sum(column.use is use for column in mapping.columns) > 1:
            raise UnfitMapping(f"Two columns are mapped to the {use.value}; keep one of them.")
    _check_positions(mapping)
    _check_codes(mapping)


def _where_unlike(expected: tuple[str, ...], found: tuple[str, ...]) -> str:
    if len(expected) != len(found):
        counts = f"{len(expected)} columns and this one has {len(found)}"
        return f"The mapping was made for a table of {counts}; map the columns again."
    place = next(i for i, (one, other) in enumerate(zip(expected, found, strict=True)) if one != other)
    names = f"“{found[place]}”, not “{expected[place]}”"
    return f"The mapping was made for another table: column {place + 1} is {names}; map the columns again."


def _check_positions(mapping: Mapping) -> None:
    times = Counter(column.position for column in mapping.columns)
    for position, count in times.items():
        if count > 1 or not 0 <= position < len(mapping.headings):
            raise UnfitMapping(
                f"Column {position + 1} is mapped twice or is not there; map the columns again."
            )


def _check_codes(mapping: Mapping) -> None:
    items = [column for column in mapping.columns if column.use.is_item]
    for column in items:
        if not column.code:
            place = column.position + 1
            raise UnfitMapping(
                f"Column {place} is mapped to an item without a code; give it one or ignore it."
            )
    keys = Counter((column.code, column.option) for column in items)
    for (code, _), count in keys.items():
        if count > 1:
            raise UnfitMapping(f"Two columns are mapped to {code}; ignore one of them.")
    kinds: dict[str, Use] = {}
    for column in items:
        if kinds.setdefault(column.code, column.use) is not column.use:
            raise UnfitMapping(f"Columns of two kinds are mapped to {column.code}; give one another code.")
