"""What stands in the middle before a sitting begins: table, people and consent, and what is read aloud."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessor.operations.read_aloud import ReadAloud
from assessor.terms import TableShape
from assessor.ui.assess.seat_map.seat_map import SeatMap
from assessor.ui.assess.sittings.seat_lines import SeatLines
from assessor.ui.assess.sittings.seating_words import shape_word
from assessor.ui.assess.sittings.warning_lines import WarningLines
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import QuietButton
from assessor.ui.widgets.panes import Detail
from assessor.ui.widgets.sections import Hairline, SectionHeading
from assessor.ui.widgets.segments import Segment, Segments
from assessor.ui.widgets.text_fields import TextField
from assessor.ui.widgets.texts import Paragraph, Text

_MAP = 460
"""The map is no wider: round a very long table nobody hears anybody."""


class ReadAloudPane(QWidget):
    """Consent and ground rules, in the type of what is said."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.none = Paragraph(
            self.tr("Choose a guide: it brings the words on consent and the ground rules."), Role.BODY, "ink3"
        )
        self.before = Paragraph("", Role.BODY, "ink2")
        self.consent = Paragraph("", Role.PASSAGE, "ink")
        self.rules = Paragraph("", Role.PASSAGE, "ink")
        self.closing = Paragraph("", Role.PASSAGE, "ink")
        self._parts = [
            (Text("", Role.BODY_BOLD), words)
            for words in (self.before, self.consent, self.rules, self.closing)
        ]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.none)
        for heading, words in self._parts:
            column.addWidget(heading)
            column.addWidget(words)
            column.addSpacing(8)

    def show_words(self, words: ReadAloud | None, *, is_observed: bool) -> None:
        """Show the words of a guide; none without one. Nothing is read aloud where one only watches."""
        self.none.setVisible(words is None)
        headings = (
            self.tr("See to it beforehand"),
            self.tr("Say to those who ask") if is_observed else self.tr("Read aloud: consent"),
            self.tr("Rules for the observer") if is_observed else self.tr("Read aloud: ground rules"),
            self.tr("Say at the end"),
        )
        texts = _texts(words) if words else [""] * len(self._parts)
        for (heading, paragraph), title, text in zip(self._parts, headings, texts, strict=True):
            heading.setText(title)
            paragraph.setText(text)
            heading.setVisible(bool(text))
            paragraph.setVisible(bool(text))


class SetupLayout(Detail):
    """Table above, people below it, then what is read aloud."""

    def __init__(self) -> None:
        super().__init__("surface", 12)
        self.table_heading = SectionHeading(self.tr("Seats"))
        shapes = [Segment(shape.value, shape_word(shape)) for shape in TableShape]
        self.shapes = Segments(shapes, self.tr("Shape of the table"))
        self.even = QuietButton(self.tr("Arrange evenly"), flush=True)
        self.map = SeatMap(is_arranging=True)
        self.map.offers_leaving = False
        self.hint = Text(
            self.tr("Drag a seat, or choose it with its digit and move it with the arrow keys."),
            Role.SMALL,
            "ink3",
            lines=2,
        )
        self.people_heading = SectionHeading(self.tr("People and consent"))
        self.warnings = WarningLines()
        self.people = SeatLines(is_wide=True)
        self.map.setMaximumWidth(_MAP)
        self.first = Paragraph(
            self.tr(
                "Seat the people first: then one digit names who speaks. They are codes; names stay apart."
            ),
            Role.BODY,
            "ink3",
        )
        self.recording = TextField(self.tr("Recording"), self.tr("No recording"))
        self.aloud = ReadAloudPane()
        self._place()

    def show_parts(self, *, has_people: bool, has_seats: bool) -> None:
        """Leave out people in an observation, and the table while nobody is seated."""
        self._table.setVisible(has_people and has_seats)
        self.first.setVisible(has_people and not has_seats)
        for widget in (self._people_head, self.people, self.recording, self._rule):
            widget.setVisible(has_people)

    def _place(self) -> None:
        self._table, self._rule = QWidget(), Hairline()
        column = QVBoxLayout(self._table)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.table_heading, 1)
        head.addWidget(self.shapes)
        foot.addWidget(self.hint, 1)
        foot.addWidget(self.even)
        column.addLayout(head)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.map, 100)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addLayout(foot)
        column.addWidget(Hairline())
        self._people_head = QWidget()
        people = QHBoxLayout(self._people_head)
        people.setContentsMargins(0, 0, 0, 0)
        people.addWidget(self.people_heading, 1)
        people.addWidget(self.people.known)
        for widget in (
            self._table,
            self._people_head,
            self.first,
            self.warnings,
            self.people,
            self.recording,
            self._rule,
            self.aloud,
        ):
            self.column.addWidget(widget)


def _texts(words: ReadAloud) -> list[str]:
    before = "\n".join(f"· {line}" for line in words.before)
    return [before, "\n\n".join(words.consent), "\n".join(words.ground_rules), words.closing]
