"""What every kind of content shares: frozen records that refuse unknown or ill-typed entries, and texts."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar, NewType

Text = NewType("Text", str)
"""Words a person reads. Only what is a Text can be translated; codes and references are plain str."""

STRICT: dict[str, Any] = {"extra": "forbid", "strict": True}


@dataclass(frozen=True, kw_only=True)
class Record:
    """A part of an instrument; pydantic checks it strictly when it is read, and is not imported before."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT


@dataclass(frozen=True, kw_only=True)
class Instrument(Record):
    """A whole file: what its name says (key, version, language), its title, whether its words were checked.

    `is_reviewed` is False in a language that no native speaker has checked yet.
    """

    key: str
    version: int
    language: str = "en"
    is_reviewed: bool = True
    title: Text


def require(fine: bool, complaint: str) -> None:
    """Refuse a record whose parts do not fit together; the reader adds the file and the place."""
    if not fine:
        raise ValueError(complaint)


def require_known(wanted: Iterable[str], known: Iterable[str], what: str) -> None:
    """Refuse references that lead nowhere."""
    missing = sorted(set(wanted) - set(known))
    require(not missing, f"there is no {what} {', '.join(missing)}")
