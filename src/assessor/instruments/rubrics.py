"""Rubrics: the criteria documents are rated against, with levels, weights and bands (domain.md 1.3, 1.4)."""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from assessor.instruments.library import ENGLISH, read
from assessor.instruments.records import Instrument, Record, Text, require, require_known

LEVELS = (0, 1, 2, 3)


@dataclass(frozen=True, kw_only=True)
class Level(Record):
    """What a level means in general."""

    value: int
    label: Text
    meaning: Text


@dataclass(frozen=True, kw_only=True)
class Band(Record):
    """A name for a range of percent scores, from `from_percent` up to the next band."""

    code: str
    label: Text
    from_percent: int
    meaning: Text


@dataclass(frozen=True, kw_only=True)
class CriterionGroup(Record):
    """A heading under which criteria stand."""

    code: str
    title: Text
    purpose: Text


@dataclass(frozen=True, kw_only=True)
class Criterion(Record):
    """One thing to look for, with a descriptor for each level from 0 to 3."""

    code: str
    group: str
    title: Text
    look_for: Text
    levels: tuple[Text, Text, Text, Text]
    weight: int
    critical: bool = False
    barriers: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Rubric(Instrument):
    """A rubric: what its levels mean, its bands, its groups and its criteria."""

    purpose: Text
    caution: Text
    not_applicable: Text
    critical_rule: Text
    cap_band: str
    levels: tuple[Level, ...]
    bands: tuple[Band, ...]
    groups: tuple[CriterionGroup, ...]
    criteria: tuple[Criterion, ...]

    def __post_init__(self) -> None:
        require(tuple(level.value for level in self.levels) == LEVELS, "levels run from 0 to 3")
        starts = [band.from_percent for band in self.bands]
        require(starts == sorted(set(starts)) and starts[:1] == [0], "bands start at 0 and rise")
        require_known([self.cap_band], [band.code for band in self.bands], "band")
        require_known([each.group for each in self.criteria], [group.code for group in self.groups], "group")
        weights_fit = all(each.weight == (2 if each.critical else 1) for each in self.criteria)
        require(weights_fit, "a critical criterion weighs 2 and any other 1")

    def list_criteria(self, group: str) -> tuple[Criterion, ...]:
        """The criteria of one group, in order."""
        return tuple(each for each in self.criteria if each.group == group)

    def get_criterion(self, code: str) -> Criterion:
        """The criterion of a code; KeyError when there is none."""
        for each in self.criteria:
            if each.code == code:
                return each
        raise KeyError(code)

    def band_of(self, percent: Decimal | float, *, a_critical_is_absent: bool = False) -> Band:
        """The band a score from 0 to 100 falls in; an absent critical criterion caps it (domain.md 1.3)."""
        band = [each for each in self.bands if percent >= each.from_percent][-1]
        cap = next(each for each in self.bands if each.code == self.cap_band)
        return min(band, cap, key=lambda each: each.from_percent) if a_critical_is_absent else band


def get_rubric(
    key: str = "sro_agreement", version: int | None = None, language: str = ENGLISH, root: Path | None = None
) -> Rubric:
    """A rubric, the newest version unless one is named."""
    return read(Rubric, "rubrics", key, version, language, root)
