"""What a second reader gave the open criterion: hidden until one has decided, then beside it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from assessor.operations.policy_reviews import RatingRow
from assessor.operations.second_readings import OtherRating
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import QuietButton
from assessor.ui.widgets.days import short_day
from assessor.ui.widgets.texts import Paragraph, explain


class SecondReader(QWidget):
    """One sentence, and the way to the level both agree on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = Paragraph("", Role.BODY)
        self.take_over = QuietButton("", flush=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.sentence, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.take_over)
        self.setMinimumHeight(32)

    def text(self) -> str:
        """What is said."""
        return self.sentence.text()

    def show_other(self, rating: RatingRow | None, other: OtherRating | None, *, is_read_only: bool) -> None:
        """Say what the other reader decided, unless that is still hidden."""
        differs = other is not None and not other.is_hidden and rating is not None
        differs = differs and other is not None and rating is not None and other.level != rating.level
        self.take_over.setVisible(differs and not is_read_only)
        if other is None:
            return
        name = other.reviewer or self.tr("Another reader")
        if other.is_hidden:
            words = self.tr("{reader} has decided this. What it is shows once you have decided.")
            self.sentence.setText(words.format(reader=name))
            return
        self.sentence.setText(self._told(name, rating, other))
        taken = self.tr("Agree on N/A") if other.level is None else self.tr("Agree on {level}")
        self.take_over.setText(taken.format(level=other.level))
        explain(self.take_over, self.tr("Take this level over; yours stays on record for the agreement"))

    def _told(self, name: str, rating: RatingRow | None, other: OtherRating) -> str:
        level = self.tr("left it out") if other.level is None else self.tr("rated {level}")
        words = f"{name} {level.format(level=other.level)}"
        if other.rated_on:
            words += " " + self.tr("on {day}").format(day=short_day(other.rated_on))
        if rating is None:
            return words
        if rating.own_level is not None:
            own = self.tr("You agreed on it; alone you rated {level}.").format(level=rating.own_level)
            return f"{words}. {own}"
        verdict = self.tr("You agree.") if rating.level == other.level else self.tr("You differ.")
        return f"{words}. {verdict}"
