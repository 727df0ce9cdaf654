"""Boxes of a table, one column a choice, taken for the known question with several choices they belong to."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from assessor.exchange.item_matches import asks, is_box
from assessor.exchange.mappings import ColumnMapping, Use
from assessor.exchange.survey_tables import SurveyTable
from assessor.operations.surveys.survey_forms import AskedItem


def name_boxes(
    table: SurveyTable, mapped: Sequence[ColumnMapping], items: Iterable[AskedItem]
) -> tuple[ColumnMapping, ...]:
    """The mapping with each box under its question's code, its choice in the words of the form.

    A box names its choice by the number the form keeps it as, or by its words.
    """
    known = [item for item in items if item.known.use is Use.MULTIPLE_CHOICE]
    named: list[ColumnMapping] = []
    for column, settled in zip(table.columns, mapped, strict=True):
        item = next((one for one in known if is_box(column) and asks(column.question, one.known)), None)
        if item is None or settled.use is not Use.MULTIPLE_CHOICE:
            named.append(settled)
            continue
        wording = item.english or item.known.wording
        option = _label(item, column.sub_question) or settled.option
        named.append(replace(settled, code=item.known.code, wording=wording, option=option))
    return tuple(named)


def _label(item: AskedItem, choice: str) -> str:
    """The form's words for a choice."""
    value = item.value_of(choice)
    return next((option.label for option in item.options if option.value == value), "")
