"""What to look at again in a survey form: what students are not asked, words missing, wording changed."""

from enum import StrEnum

from assessor.instruments.item_banks import ProtectedArea, find_protected_areas
from assessor.model import OwnItem
from assessor.operations.survey_forms.forms import SPANISH, bank_in
from assessor.operations.survey_forms.own_item_rows import ANSWERED_BY_CHOICES
from assessor.terms import Group

_LEAST_CHOICES = 2

Guard = tuple[ProtectedArea, ...]


class Flaw(StrEnum):
    """What is wrong with a question, or should be known of it."""

    NO_WORDS = "no_words"
    FEW_CHOICES = "few_choices"
    UNEVEN_CHOICES = "uneven_choices"
    """The Spanish answers are not as many as the English ones."""
    REWORDED = "reworded"
    """It is the item bank's, in other words: compare it with care."""


def guards_of(group: Group) -> tuple[Guard, Guard]:
    """The protected areas with their English and their Spanish hints; none for adults (domain.md 2.3)."""
    if group is not Group.STU:
        return (), ()
    spanish = bank_in(SPANISH)
    return bank_in("en").student_guard, spanish.student_guard if spanish.language == SPANISH else ()


def find_protected(item: OwnItem, guards: tuple[Guard, Guard]) -> tuple[str, ...]:
    """The protected areas a question hints at, in either language."""
    english = "\n".join([item.section, item.text, *map(str, item.choices)])
    spanish = "\n".join([item.section_es, item.text_es, *map(str, item.choices_es)])
    found = {
        area.code
        for words, guard in zip((english, spanish), guards, strict=True)
        for area in find_protected_areas(words, guard)
    }
    return tuple(area.area for area in guards[0] if area.code in found)


def get_student_advice() -> str:
    """What to do where a question hints at a protected area."""
    return bank_in("en").student_guard_advice


def find_flaws(item: OwnItem, bank_row: OwnItem | None) -> tuple[Flaw, ...]:
    """What is to be said of a question; `bank_row` is how the item bank words it, where it is the bank's."""
    found = []
    if not item.text.strip():
        found.append(Flaw.NO_WORDS)
    if item.kind in ANSWERED_BY_CHOICES and len([one for one in item.choices if one]) < _LEAST_CHOICES:
        found.append(Flaw.FEW_CHOICES)
    if item.choices_es and len(item.choices_es) != len(item.choices):
        found.append(Flaw.UNEVEN_CHOICES)
    if bank_row is not None and _reads_otherwise(item, bank_row):
        found.append(Flaw.REWORDED)
    return tuple(found)


def _reads_otherwise(item: OwnItem, bank_row: OwnItem) -> bool:
    return (item.text, item.kind, list(item.choices), item.is_reversed) != (
        bank_row.text,
        bank_row.kind,
        list(bank_row.choices),
        bank_row.is_reversed,
    )
