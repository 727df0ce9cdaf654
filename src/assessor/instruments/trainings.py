"""Trainings: the catalog of sessions with audience, length and content (domain.md 5.7)."""

from dataclasses import dataclass
from pathlib import Path

from assessor.instruments.library import ENGLISH, read
from assessor.instruments.records import Instrument, Record, Text
from assessor.terms import Group


@dataclass(frozen=True, kw_only=True)
class Training(Record):
    """One session of the catalog; `hours` is None where no length is given."""

    code: str
    title: Text
    groups: tuple[Group, ...]
    audience: Text
    hours: int | None = None
    refresh_hours: int | None = None
    length: Text
    content: tuple[Text, ...]
    core: bool = False
    joint: bool = False
    sources: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class TrainingCatalog(Instrument):
    """All sessions, and what the core set is."""

    purpose: Text
    core_rule: Text
    trainings: tuple[Training, ...]

    def get_training(self, code: str) -> Training:
        """The session of that code; KeyError when there is none."""
        for training in self.trainings:
            if training.code == code:
                return training
        raise KeyError(code)


def get_training_catalog(
    key: str = "catalog", version: int | None = None, language: str = ENGLISH, root: Path | None = None
) -> TrainingCatalog:
    """The training catalog, the newest version unless one is named."""
    return read(TrainingCatalog, "trainings", key, version, language, root)
