"""Protocols: who tells whom what, how fast, in steps that can be printed as a flow (domain.md 5.4)."""

from dataclasses import dataclass
from pathlib import Path

from assessor.instruments.library import ENGLISH, list_keys, read
from assessor.instruments.records import Instrument, Record, Text


@dataclass(frozen=True, kw_only=True)
class Branch(Record):
    """One of the ways a step can go."""

    title: Text
    text: Text


@dataclass(frozen=True, kw_only=True)
class ProtocolStep(Record):
    """A step: when, who does what (the title), and how."""

    clock: Text
    title: Text
    act: Text
    branches: tuple[Branch, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Protocol(Instrument):
    """A communication protocol template. `code` is P1 to P6."""

    code: str
    purpose: Text
    trigger: Text
    starts: Text
    receives: Text
    channel: Text
    back_up: Text
    time_limit: Text
    content: tuple[Text, ...]
    never_send: tuple[Text, ...]
    log: Text
    owner: Text
    review: Text
    measures: tuple[str, ...]
    steps: tuple[ProtocolStep, ...]


def get_protocol(
    key: str, version: int | None = None, language: str = ENGLISH, root: Path | None = None
) -> Protocol:
    """A protocol template, the newest version unless one is named."""
    return read(Protocol, "protocols", key, version, language, root)


def list_protocols(language: str = ENGLISH, root: Path | None = None) -> tuple[Protocol, ...]:
    """The newest version of every protocol template, P1 first."""
    protocols = (get_protocol(key, None, language, root) for key in list_keys("protocols", root))
    return tuple(sorted(protocols, key=lambda protocol: protocol.code))
