"""Measures: the 32 measures with definition, formula, source, cautions and balance partner (domain.md 6)."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from assessor.instruments.library import ENGLISH, read
from assessor.instruments.records import Instrument, Record, Text, require_known
from assessor.terms import Direction

LIBRARIES = ("collaboration", "crdc")


class Frequency(StrEnum):
    """How often a measure is taken."""

    EVENT = "event"
    MONTH = "month"
    TERM = "term"
    YEAR = "year"
    WAVE = "wave"


@dataclass(frozen=True, kw_only=True)
class Definition(Record):
    """A term that several measures count, spelled out; `edition` says whose and of when."""

    code: str
    title: Text
    edition: Text
    elements: tuple[Text, ...]
    counting: tuple[Text, ...] = ()
    sources: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Measure(Record):
    """One measure. `per` is the base of a rate, 100 for percent; None for a plain number."""

    code: str
    name: Text
    definition: Text
    definition_version: int
    defined_by: tuple[str, ...] = ()
    unit: Text
    direction: Direction
    takes_target: bool = True
    formula: Text
    numerator: Text | None = None
    denominator: Text | None = None
    per: int | None = None
    source: Text
    frequency: tuple[Frequency, ...]
    caveats: tuple[Text, ...]
    balance: tuple[str, ...] = ()
    opt_in: bool = False


@dataclass(frozen=True, kw_only=True)
class StudentGroup(Record):
    """A group of students that counts are told by, in the family whose groups are told beside each other."""

    code: str
    family: Text
    title: Text


@dataclass(frozen=True, kw_only=True)
class MeasureLibrary(Instrument):
    """All measures, the definitions they rest on, and rules for data entry and reading."""

    purpose: Text
    zero_rule: Text
    arrest_rule: Text
    balance_rule: Text
    signal_rule: Text
    neutrality: Text
    definitions: tuple[Definition, ...]
    measures: tuple[Measure, ...]
    groups: tuple[StudentGroup, ...] = ()

    def __post_init__(self) -> None:
        require_known(
            [code for each in self.measures for code in each.balance],
            [each.code for each in self.measures],
            "measure",
        )
        require_known(
            [code for each in self.measures for code in each.defined_by],
            [each.code for each in self.definitions],
            "definition",
        )

    def get_measure(self, code: str) -> Measure:
        """The measure of that code; KeyError when there is none."""
        for measure in self.measures:
            if measure.code == code:
                return measure
        raise KeyError(code)


def get_measure_library(
    key: str = "collaboration", version: int | None = None, language: str = ENGLISH, root: Path | None = None
) -> MeasureLibrary:
    """The measure library, the newest version unless one is named."""
    return read(MeasureLibrary, "measures", key, version, language, root)


def list_shipped_measures() -> tuple[Measure, ...]:
    """The measures of every library, the 32 first."""
    return tuple(measure for key in LIBRARIES for measure in get_measure_library(key).measures)


def get_shipped_measure(code: str) -> tuple[MeasureLibrary, Measure]:
    """A measure of any library that is shipped, and its library. Raises KeyError for a code of one's own."""
    for key in LIBRARIES:
        library = get_measure_library(key)
        for measure in library.measures:
            if measure.code == code:
                return library, measure
    raise KeyError(code)


def find_shipped_measure(code: str) -> Measure | None:
    """A measure of any library that is shipped; None for a code of one's own."""
    try:
        return get_shipped_measure(code)[1]
    except KeyError:
        return None
