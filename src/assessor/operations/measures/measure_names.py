"""What a table of program data calls things, found in the engagement: measures, periods, schools, groups."""

import re
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import select
from sqlalchemy.orm import Session

from assessor.exchange.crdc import same_name
from assessor.instruments.measures import LIBRARIES, Frequency, find_shipped_measure, get_measure_library
from assessor.model import Client, Measure, MeasureValue, Site
from assessor.operations.measures.measure_parts import list_student_groups
from assessor.operations.periods import Period, frequency_of, frequency_of_label, period_of, read_period
from assessor.store import Engagement
from assessor.terms import CannotDo

_MIDNIGHT = re.compile(r"[ T]00:00(:00(\.0+)?)?$")
_ALL_SCHOOLS = frozenset({"", "all", "total", "wide", "districtwide", "division", "divisionwide", "whole"})
_ALL_STUDENTS = frozenset({"", "all", "all students", "total", "overall", "everyone"})
_STUDENTS = {
    "black": "BL", "african american": "BL", "black or african american": "BL", "hispanic": "HI",
    "latino": "HI", "hispanic latino": "HI", "hispanic or latino": "HI", "white": "WH", "asian": "AS",
    "american indian": "AM", "native american": "AM", "american indian or alaska native": "AM",
    "pacific islander": "HP", "native hawaiian": "HP", "native hawaiian or pacific islander": "HP",
    "two or more": "TR", "two or more races": "TR", "multiracial": "TR", "female": "F", "girls": "F",
    "male": "M", "boys": "M", "nonbinary": "X", "idea": "IDEA", "iep": "IDEA", "special education": "IDEA",
    "students with disabilities": "IDEA", "swd": "IDEA", "504": "504", "section 504": "504",
    "without disabilities": "NONE", "el": "EL", "ell": "EL", "lep": "EL", "english learner": "EL",
}  # fmt: skip


@dataclass(frozen=True)
class KnownMeasure:
    """A measure that numbers can be of: one of the engagement, or one a library ships."""

    code: str
    title: str
    unit: str
    frequency: Frequency
    per: int | None
    id: str = ""
    has_values: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """What a table may call it."""
        return (self.code, self.title, f"{self.code} {self.title}")


@dataclass(frozen=True)
class Known:
    """All that a table's words can mean in an engagement."""

    measures: tuple[KnownMeasure, ...]
    sites: tuple[tuple[str, str], ...]
    client: str = ""

    def find_measure(self, said: str) -> KnownMeasure | None:
        """The measure of that code or title; one of the engagement before one of a library."""
        return self._by_name.get(same_name(said))

    @cached_property
    def _by_name(self) -> dict[str, KnownMeasure]:
        named = [(same_name(name), each) for each in self.measures for name in each.names]
        return {name: each for name, each in reversed(named) if name}

    def find_site(self, said: str) -> str | None:
        """The id of the school of that name, "" for all schools together; None where there is no such one."""
        wanted = same_name(said)
        if wanted in _ALL_SCHOOLS or (self.client and wanted == same_name(self.client)):
            return ""
        return next((site for site, name in self.sites if same_name(name) == wanted), None)

    def site_name(self, site_id: str | None) -> str:
        """What a school is called."""
        return next((name for site, name in self.sites if site == site_id), "")


def get_known(engagement: Engagement) -> Known:
    """The measures, schools and client of an engagement, and what the libraries ship."""
    with engagement.reading() as session:
        return what_is_known(session)


def what_is_known(session: Session) -> Known:
    """The measures, schools and client of an engagement, and what the libraries ship."""
    periods = session.execute(
        select(MeasureValue.measure_id, MeasureValue.period_start, MeasureValue.period_label).order_by(
            MeasureValue.period_start
        )
    )
    newest = {measure_id: Period(starts_on, label) for measure_id, starts_on, label in periods}
    own = [
        _own(measure, newest.get(measure.id))
        for measure in session.scalars(select(Measure).order_by(Measure.position))
    ]
    codes = {each.code for each in own}
    shipped = [
        KnownMeasure(each.code, each.name, each.unit, each.frequency[0], each.per)
        for key in LIBRARIES
        for each in get_measure_library(key).measures
        if each.code not in codes
    ]
    sites = [(site_id, name) for site_id, name in session.execute(select(Site.id, Site.name))]
    return Known((*own, *shipped), tuple(sites), session.scalar(select(Client.name)) or "")


def read_table_period(said: str, frequency: Frequency) -> Period:
    """The period a table writes: as one types it, or a date in it. Raises CannotDo with a sentence."""
    words = _MIDNIGHT.sub("", said.strip()).removeprefix("SY").removeprefix("sy").strip()
    period = read_period(words)
    is_day = frequency_of_label(period.label, period.starts_on) is None
    if is_day and frequency in (Frequency.MONTH, Frequency.TERM, Frequency.YEAR):
        return period_of(period.starts_on, frequency)
    return period


def find_students(said: str) -> str:
    """The group of students a table names, as the library calls it; "" for all, else as it stands there."""
    wanted = same_name(said.removesuffix(" students"))
    if wanted in _ALL_STUDENTS or same_name(said) in _ALL_STUDENTS:
        return ""
    groups = list_student_groups()
    code = _STUDENTS.get(wanted, said.strip().upper())
    title = same_name(said)
    named = (group.title for group in groups if group.code == code or same_name(group.title) == title)
    return next(named, said.strip())


def refuse_other_frequency(measure: KnownMeasure, period: Period) -> None:
    """Raise CannotDo for a period of another length than the measure's values are of."""
    found = frequency_of_label(period.label, period.starts_on)
    if measure.has_values and found is not None and found is not measure.frequency:
        raise CannotDo(
            f"{measure.code} is kept by {measure.frequency.value} here,"
            f" and {period.label} is a {_word(found)}."
        )


def _word(frequency: Frequency) -> str:
    return "school year" if frequency is Frequency.YEAR else frequency.value


def _own(measure: Measure, newest: Period | None) -> KnownMeasure:
    shipped = find_shipped_measure(measure.code)
    frequency = frequency_of(measure.frequency)
    if newest is not None:
        frequency = frequency_of(measure.frequency, [newest.starts_on], newest.label)
    return KnownMeasure(
        measure.code,
        measure.title,
        measure.unit,
        frequency,
        shipped.per if shipped else None,
        measure.id,
        newest is not None,
    )
