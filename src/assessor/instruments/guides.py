"""Guides: what to say, ask and watch in meetings with people and in observations (domain.md 3, 1.6)."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from assessor.instruments.library import ENGLISH, list_keys, read
from assessor.instruments.records import Instrument, Record, Text, require
from assessor.terms import Group, SittingKind


class QuestionPart(StrEnum):
    """Where a question stands in the meeting: an easy start, the subject, or the open end."""

    OPENING = "opening"
    CORE = "core"
    CLOSING = "closing"


@dataclass(frozen=True, kw_only=True)
class Question(Record):
    """One question (in an observation: one setting, and what to count or describe there)."""

    code: str
    part: QuestionPart = QuestionPart.CORE
    construct: str | None = None
    title: Text
    text: Text
    probes: tuple[Text, ...]
    minutes: int


@dataclass(frozen=True, kw_only=True)
class Behavior(Record):
    """A code the observer counts."""

    code: str
    label: Text
    meaning: Text


@dataclass(frozen=True, kw_only=True)
class Guide(Instrument):
    """A guide: who, how long, what is said before, the questions with planned minutes, and the end."""

    kind: SittingKind
    groups: tuple[Group, ...]
    purpose: Text
    minutes: int
    people_least: int
    people_most: int
    before: tuple[Text, ...]
    consent: tuple[Text, ...]
    ground_rules: tuple[Text, ...]
    opening_minutes: int
    questions: tuple[Question, ...]
    closing: Text
    closing_minutes: int
    after: tuple[Text, ...]
    behaviors: tuple[Behavior, ...] = ()

    def __post_init__(self) -> None:
        planned = self.opening_minutes + sum(each.minutes for each in self.questions) + self.closing_minutes
        require(planned == self.minutes, f"its parts plan {planned} minutes, the guide says {self.minutes}")
        require(0 <= self.people_least <= self.people_most, "people_least is at most people_most")

    def get_question(self, code: str) -> Question:
        """The question of a code; KeyError when the guide does not ask it."""
        for question in self.questions:
            if question.code == code:
                return question
        raise KeyError(code)


def list_guide_keys(root: Path | None = None) -> tuple[str, ...]:
    """The keys of the shipped guides."""
    return list_keys("guides", root)


def get_guide(
    key: str, version: int | None = None, language: str = ENGLISH, root: Path | None = None
) -> Guide:
    """A guide, the newest version unless one is named."""
    return read(Guide, "guides", key, version, language, root)
