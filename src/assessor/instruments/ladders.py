"""Ladders: the steps by which a disagreement is settled, with school days and records (domain.md 5.5)."""

from dataclasses import dataclass
from pathlib import Path

from assessor.instruments.library import ENGLISH, read
from assessor.instruments.records import Instrument, Record, Text, require


@dataclass(frozen=True, kw_only=True)
class LadderStep(Record):
    """A step of the ladder; `days` are school days allowed for it, None where the agreement says."""

    code: str
    number: int
    title: Text
    who: Text
    who_short: Text
    action: Text
    clock: Text
    days: int | None = None
    record: Text


@dataclass(frozen=True, kw_only=True)
class LadderRule(Record):
    """A rule that holds on every step."""

    code: str
    title: Text
    text: Text


@dataclass(frozen=True, kw_only=True)
class Ladder(Instrument):
    """The escalation ladder: safety first (step 0), then steps 1 to 5."""

    purpose: Text
    aim_step: int
    aim: Text
    measures: tuple[str, ...]
    steps: tuple[LadderStep, ...]
    rules: tuple[LadderRule, ...]

    def __post_init__(self) -> None:
        numbers = [step.number for step in self.steps]
        require(numbers == list(range(len(numbers))), "steps are numbered from 0 without a gap")

    def days_until(self, number: int) -> int | None:
        """School days from raising a disagreement to the end of a step; None when a step has no clock."""
        days = [step.days for step in self.steps if step.number <= number]
        return None if None in days else sum(day for day in days if day is not None)


def get_ladder(
    key: str = "escalation", version: int | None = None, language: str = ENGLISH, root: Path | None = None
) -> Ladder:
    """The escalation ladder, the newest version unless one is named."""
    return read(Ladder, "ladders", key, version, language, root)
