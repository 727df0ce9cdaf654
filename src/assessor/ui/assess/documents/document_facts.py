"""What is recorded of a document, editable in place, and how far its review is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessor.instruments.rubrics import Rubric
from assessor.operations.documents import DocumentRow
from assessor.operations.policy_reviews import ReviewDetails
from assessor.ui.assess.documents.document_kinds import kind_choices
from assessor.ui.assess.documents.readings_box import ReadingsBox
from assessor.ui.assess.documents.score_head import BAND_MEANINGS, BandBar, percent_words
from assessor.ui.assess.documents.versions_box import VersionsBox
from assessor.ui.assess.people.emptying import empty
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import PlainButton, QuietButton
from assessor.ui.widgets.choice_fields import ChoiceField, DateField
from assessor.ui.widgets.panes import Detail
from assessor.ui.widgets.sections import Fact, FactsStrip, SectionHeading
from assessor.ui.widgets.tags import Tag
from assessor.ui.widgets.text_fields import TextField
from assessor.ui.widgets.texts import Paragraph, Text


class DocumentFacts(Detail):
    """Shows one document."""

    def __init__(self) -> None:
        super().__init__()
        self.title = TextField(self.tr("Title"), role=Role.TITLE)
        self.kind = ChoiceField(self.tr("Kind"), kind_choices())
        self.dated_on = DateField(self.tr("Dated"), self.tr("As on the document"))
        self.received_on = DateField(self.tr("Received"))
        self.note = TextField(
            self.tr("Standing remark"),
            self.tr("As in “2023, unsigned by the chief”; stands beside the title"),
        )
        self.strip = FactsStrip()
        self.review = PlainButton(self.tr("Read and rate"), "book-open")
        self.review.setObjectName("read_and_rate")
        self.original = QuietButton(self.tr("Save the original…"), "download")
        self.remove = QuietButton(self.tr("Remove"), "trash-2")
        self.no_text = Paragraph(
            self.tr("This document was scanned and has no text. It can be rated; cite its pages by hand."),
            Role.BODY,
            "watch",
        )
        self.readings = ReadingsBox()
        self.versions = VersionsBox()
        self.scores = GroupScores()
        self._build()

    def show_document(self, document: DocumentRow, review: ReviewDetails | None) -> None:
        """Show a document and how far its review is."""
        self.title.set_value(document.title)
        self.kind.set_value(document.kind)
        self.dated_on.set_value(document.dated_on)
        self.received_on.set_value(document.received_on)
        self.note.set_value(document.note)
        self.no_text.setVisible(not document.has_text)
        facts = [Fact(f"{document.pages:,}", self.tr("pages") if document.pages != 1 else self.tr("page"))]
        if document.has_text:
            facts.append(Fact(f"{document.words:,}", self.tr("words")))
        if review is not None:
            count = len(review.rubric.criteria)
            rated = self.tr("{rated} of {count}").format(rated=review.rated, count=count)
            facts.append(Fact(rated, self.tr("criteria rated")))
            facts.append(Fact(percent_words(review.score.percent), self._band(review)))
        self.strip.show_facts(facts)
        self.review.setText(self.tr("Go on reading and rating") if review else self.tr("Read and rate"))
        self.scores.setVisible(review is not None and review.rated > 0)
        if review is not None:
            self.scores.show_review(review)

    def set_read_only(self, reason: str) -> None:
        """Let everything be read but not changed, where there is a reason."""
        for field in (self.title, self.kind, self.dated_on, self.received_on, self.note):
            field.set_read_only(bool(reason))
        self.remove.setVisible(not reason)

    def _build(self) -> None:
        days = QHBoxLayout()
        days.setSpacing(16)
        for field, stretch in ((self.kind, 3), (self.dated_on, 2), (self.received_on, 2)):
            days.addWidget(field, stretch)
        ways = QHBoxLayout()
        ways.setSpacing(8)
        for button in (self.review, self.original, self.remove):
            ways.addWidget(button)
        ways.addStretch(1)
        self.column.addWidget(self.title)
        self.column.addLayout(days)
        self.column.addWidget(self.note)
        self.column.addWidget(self.strip)
        self.column.addWidget(self.no_text)
        self.column.addLayout(ways)
        self.column.addWidget(self.readings)
        self.column.addWidget(self.versions)
        self.column.addWidget(self.scores)

    def _band(self, review: ReviewDetails) -> str:
        if review.score.band is None:
            return self.tr("nothing rated yet")
        label = next(band.label for band in review.rubric.bands if band.code == review.score.band.value)
        if review.score.capped:
            return self.tr("{band}, held there by a critical 0").format(band=label.lower())
        return label.lower()


class GroupScores(QWidget):
    """How far each group of criteria reaches."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rubric: Rubric | None = None
        self._lines: dict[str, _ScoreLine] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._caution = Paragraph("", Role.SMALL, "ink3")

    def show_review(self, review: ReviewDetails) -> None:
        """Show the scores of a reading."""
        if review.rubric != self._rubric:
            self._lay_out(review.rubric)
        bands = {band.code: band.label for band in review.rubric.bands}
        for code, line in self._lines.items():
            score = review.groups.get(code)
            line.bar.show_score(score.percent if score else None, score.band if score else None)
            line.percent.setText(percent_words(score.percent if score else None))
            has_band = score is not None and score.band is not None
            line.tag.setVisible(has_band)
            if score is not None and score.band is not None:
                line.tag.show_as(bands[score.band.value].lower(), BAND_MEANINGS[score.band], "")

    def _lay_out(self, rubric: Rubric) -> None:
        self._rubric = rubric
        empty(self._column, kept=self._caution)
        self._column.addWidget(SectionHeading(rubric.title))
        self._lines = {}
        for group in rubric.groups:
            line = _ScoreLine(group.code, group.title)
            self._lines[group.code] = line
            self._column.addWidget(line)
        self._caution.setText(rubric.caution)
        self._column.addSpacing(8)
        self._column.addWidget(self._caution)


class _ScoreLine(QWidget):
    def __init__(self, code: str, title: str) -> None:
        super().__init__()
        self.bar, self.percent, self.tag = BandBar(), Text("", Role.BODY_BOLD), Tag("")
        self.percent.setFixedWidth(40)
        letter = Text(code, Role.BODY_BOLD, "ink3")
        letter.setFixedWidth(24)
        ends = QWidget()
        ends.setFixedWidth(96)
        of_tag = QHBoxLayout(ends)
        of_tag.setContentsMargins(0, 0, 0, 0)
        of_tag.addWidget(self.tag)
        of_tag.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(8)
        row.addWidget(letter)
        row.addWidget(Text(title, Role.BODY), 1)
        for widget in (self.bar, self.percent, ends):
            row.addWidget(widget)
