"""Requests: the documents to ask a client for, and the criteria each helps to rate (domain.md 1.5)."""

from dataclasses import dataclass
from pathlib import Path

from assessor.instruments.library import ENGLISH, read
from assessor.instruments.records import Instrument, Record, Text


@dataclass(frozen=True, kw_only=True)
class DocumentRequest(Record):
    """One document to ask for; `criteria` are the rubric criteria it helps to rate."""

    code: str
    title: Text
    ask: Text
    held_by: Text
    criteria: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class RequestList(Instrument):
    """The document request list."""

    letter: tuple[Text, ...]
    requests: tuple[DocumentRequest, ...]


def get_request_list(
    key: str = "documents", version: int | None = None, language: str = ENGLISH, root: Path | None = None
) -> RequestList:
    """The document request list, the newest version unless one is named."""
    return read(RequestList, "requests", key, version, language, root)
