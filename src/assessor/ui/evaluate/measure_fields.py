"""The fields of a measure: where it starts and is to go, and what exactly is counted."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from assessor.operations.measures.measures import MeasureDetails
from assessor.terms import Direction
from assessor.ui.widgets.choice_fields import Choice, ChoiceField, DateField
from assessor.ui.widgets.detail_columns import Beside, Stacked
from assessor.ui.widgets.fields import Field
from assessor.ui.widgets.text_fields import LongTextField, NumberField, TextField


@dataclass(frozen=True)
class FieldSet:
    """Fields by the name of what they edit, and the widget they stand in."""

    fields: dict[str, Field]
    widget: QWidget


def course_fields() -> FieldSet:
    """Baseline, target and outlook."""

    def said(text: str) -> str:
        return QCoreApplication.translate("measures", text)

    fields: dict[str, Field] = {
        "baseline": NumberField(QCoreApplication.translate("measures", "Baseline")),
        "baseline_period": TextField(
            QCoreApplication.translate("measures", "Taken in"), said("As in 2025–26")
        ),
        "baseline_plan": TextField(
            QCoreApplication.translate("measures", "How the baseline will be got, where there is none")
        ),
        "target": NumberField(QCoreApplication.translate("measures", "Target")),
        "target_on": DateField(QCoreApplication.translate("measures", "To be reached on")),
        "outlook": NumberField(QCoreApplication.translate("measures", "Outlook")),
        "outlook_on": DateField(QCoreApplication.translate("measures", "In sight for")),
    }
    widget = Stacked(
        Beside((fields["baseline"], 1), (fields["baseline_period"], 1), (fields["baseline_plan"], 2)),
        Beside(
            (fields["target"], 1), (fields["target_on"], 1), (fields["outlook"], 1), (fields["outlook_on"], 1)
        ),
        spacing=8,
    )
    return FieldSet(fields, widget)


def definition_fields() -> FieldSet:
    """What is counted, how, by whom and how often, and what to take care of."""
    fields: dict[str, Field] = {
        "definition": LongTextField(
            QCoreApplication.translate("measures", "Definition"),
            QCoreApplication.translate("measures", "What exactly is counted, and what is not"),
            least_lines=1,
        ),
        "formula": LongTextField(QCoreApplication.translate("measures", "Formula"), least_lines=1),
        "unit": TextField(QCoreApplication.translate("measures", "Unit")),
        "direction": ChoiceField(QCoreApplication.translate("measures", "Better is"), _directions()),
        "frequency": TextField(
            QCoreApplication.translate("measures", "Taken each"),
            QCoreApplication.translate("measures", "As in month, term, year"),
        ),
        "quality": ChoiceField(QCoreApplication.translate("measures", "Quality of the data"), _qualities()),
        "source": LongTextField(QCoreApplication.translate("measures", "Source"), least_lines=1),
        "caveat": LongTextField(QCoreApplication.translate("measures", "Take care"), least_lines=1),
        "balances_id": ChoiceField(QCoreApplication.translate("measures", "Watched beside")),
    }
    widget = Stacked(
        fields["definition"],
        fields["formula"],
        Beside((fields["unit"], 1), (fields["direction"], 1), (fields["frequency"], 1)),
        Beside((fields["source"], 1), (fields["quality"], 1)),
        fields["caveat"],
        fields["balances_id"],
        spacing=8,
    )
    return FieldSet(fields, widget)


def offer_others(field: Field, measure: MeasureDetails, others: Sequence[MeasureDetails]) -> None:
    """Offer the other measures as those to be watched beside."""
    if isinstance(field, ChoiceField):
        none = Choice(None, QCoreApplication.translate("measures", "None: it stands for itself"))
        rest = [Choice(each.id, f"{each.code}  {each.title}") for each in others if each.id != measure.id]
        field.show_choices([none, *rest])


def _directions() -> list[Choice]:
    return [
        Choice(Direction.LOWER, QCoreApplication.translate("measures", "Fewer")),
        Choice(Direction.HIGHER, QCoreApplication.translate("measures", "More")),
        Choice(Direction.BAND, QCoreApplication.translate("measures", "Within a band")),
        Choice(Direction.CONTEXT, QCoreApplication.translate("measures", "Neither")),
    ]


def _qualities() -> list[Choice]:
    return [
        Choice("A", QCoreApplication.translate("measures", "A, audited")),
        Choice("B", QCoreApplication.translate("measures", "B, matched to police records")),
        Choice("C", QCoreApplication.translate("measures", "C, one source")),
        Choice("D", QCoreApplication.translate("measures", "D, an estimate")),
    ]
