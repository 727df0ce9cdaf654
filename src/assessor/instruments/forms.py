"""Forms: a survey form as its file is written, naming items of a bank (domain.md 2.3)."""

from dataclasses import dataclass
from enum import StrEnum

from assessor.instruments.records import Instrument, Record, Text
from assessor.terms import Group


class Style(StrEnum):
    """How items are put: a statement to agree with, a question, or a short line with faces."""

    STATEMENT = "statement"
    QUESTION = "question"
    PICTURE = "picture"


@dataclass(frozen=True, kw_only=True)
class FormSection(Record):
    """A heading on the form and the codes of the items under it."""

    code: str
    title: Text
    items: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Form(Instrument):
    """A form file as written: it names items of a bank and does not repeat them."""

    bank: str
    bank_version: int
    group: Group
    style: Style
    scale: str
    anonymous: bool
    minutes: int
    instruction: Text
    opening: tuple[Text, ...]
    advice: tuple[Text, ...]
    sections: tuple[FormSection, ...]
    closing: tuple[str, ...]
    thanks: Text
