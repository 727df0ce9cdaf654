"""What a finding brings to the plan: what is proposed, other explanations, schools, figures and comments."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessor.operations.findings import FindingDetails
from assessor.terms import FindingKind, FindingStatus
from assessor.ui.widgets.marks import Switch
from assessor.ui.widgets.sections import SectionHeading
from assessor.ui.widgets.text_fields import LongTextField, TextField

_WITH_PARTNERS = {FindingStatus.SHARED, FindingStatus.ACCEPTED, FindingStatus.DISPUTED}


class PlanFields(QWidget):
    """Edits these in place; `edited` tells the column and its value."""

    edited = Signal(dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.single = Switch(self.tr("A single perspective: only one group was heard"))
        self.fields: dict[str, TextField | LongTextField] = {
            "proposed_response": LongTextField(
                self.tr("Proposed response"), self.tr("What should be done about it"), least_lines=1
            ),
            "other_explanation": LongTextField(
                self.tr("Another explanation"),
                self.tr("What else could explain it, and why it does not"),
                least_lines=1,
            ),
            "no_goal_reason": TextField(
                self.tr("Why nothing is done"), self.tr("Only where no goal is to answer it")
            ),
            "schools": TextField(self.tr("Schools"), self.tr("Where it holds; empty for all")),
            "partner_comment": LongTextField(
                self.tr("What the partners say"),
                self.tr("Their comment, as it is to be printed"),
                least_lines=1,
            ),
            "short_title": TextField(self.tr("Name on charts"), self.tr("Two or three words")),
            "evidence_claim": TextField(
                self.tr("Heading of its evidence page"), self.tr("What the figures show")
            ),
            "key_figure": TextField(self.tr("Figure printed large"), self.tr("71%")),
            "key_figure_label": TextField(
                self.tr("What it counts"), self.tr("of students know the SRO’s name")
            ),
        }
        self._lay_out()
        for name, field in self.fields.items():
            field.edited.connect(lambda text, name=name: self.edited.emit({name: text}))
        self.single.clicked.connect(lambda on: self.edited.emit({"is_single_perspective": on}))

    def show_finding(self, details: FindingDetails) -> None:
        """Show what is recorded; what does not apply is left out."""
        for name, field in self.fields.items():
            field.set_value(getattr(details, name))
        self.single.setChecked(details.is_single_perspective)
        is_strength = details.kind is FindingKind.STRENGTH
        has_comment = details.status in _WITH_PARTNERS or bool(details.partner_comment)
        self.fields["no_goal_reason"].setVisible(
            bool(details.no_goal_reason) or not (details.goals or is_strength)
        )
        self.fields["partner_comment"].setVisible(has_comment)
        for name in ("key_figure", "key_figure_label"):
            self.fields[name].setVisible(is_strength)

    def set_read_only(self, is_read_only: bool) -> None:
        """Let everything be read but not changed."""
        for field in self.fields.values():
            field.set_read_only(is_read_only)
        self.single.setEnabled(not is_read_only)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(SectionHeading(self.tr("For the plan")))
        for name in ("proposed_response", "other_explanation", "no_goal_reason", "partner_comment"):
            column.addWidget(self.fields[name])
        column.addWidget(self.single)
        for pair in (("schools", "short_title"), ("key_figure", "key_figure_label")):
            row = QHBoxLayout()
            row.setSpacing(16)
            for name in pair:
                row.addWidget(self.fields[name], 1)
            column.addLayout(row)
        column.addWidget(self.fields["evidence_claim"])
