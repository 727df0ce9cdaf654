"""The places of everything on the survey screen: one page at a time."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from assessor.ui.assess.surveys.survey_comments import CommentsPage
from assessor.ui.assess.surveys.survey_constructs import ConstructsPage
from assessor.ui.assess.surveys.survey_mapping import ImportPage
from assessor.ui.assess.surveys.survey_printing import PrintPage
from assessor.ui.assess.surveys.survey_questions import QuestionsPage
from assessor.ui.assess.surveys.survey_view_bar import (
    BREAKDOWN,
    CHANGES,
    PROFILE,
    RATES,
    RESULTS,
    SIDES,
    ViewBar,
)
from assessor.ui.assess.surveys.survey_views import ChosenPage, FigurePage, SidesPage
from assessor.ui.assess.surveys.survey_wave_page import WavePage
from assessor.ui.widgets.chart_tables import ChartTableView
from assessor.ui.widgets.job_lines import JobLine
from assessor.ui.widgets.notices import EmptyState


class SurveysLayout(QWidget):
    """Empty, results by construct, other questions, comments, the wave itself, and the import."""

    def __init__(self) -> None:
        super().__init__()
        self.job = JobLine()
        self.job.setContentsMargins(24, 4, 24, 4)
        self.pages = QStackedWidget()
        self.empty, self.nothing = self._empty_state(), self._no_answers_state()
        self.constructs, self.questions = ConstructsPage(), QuestionsPage()
        self.comments, self.wave, self.reading = CommentsPage(), WavePage(), ImportPage()
        self.profile, self.rates, self.sides = FigurePage(), FigurePage(), SidesPage()
        self.changes, self.breakdown = self._changes_page(), self._breakdown_page()
        self.printed = PrintPage()
        self.views: dict[str, QWidget] = {
            RESULTS: self.constructs, SIDES: self.sides, PROFILE: self.profile, RATES: self.rates,
            CHANGES: self.changes, BREAKDOWN: self.breakdown,
        }  # fmt: skip
        beside = (self.empty, self.nothing, self.questions, self.comments, self.wave, self.reading)
        for page in (*self.views.values(), *beside, self.printed):
            self.pages.addWidget(page)
        self.bar = ViewBar()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.job)
        column.addWidget(self.bar)
        column.addWidget(self.pages, 1)

    def show_numbers(self, is_table: bool) -> None:
        """Show numbers in the charts' place on every view, or charts."""
        self.constructs.show_numbers(is_table)
        self.questions.show_numbers(is_table)
        for page in (self.profile, self.rates, self.sides.page, self.changes.page, self.breakdown.page):
            page.figure.show_numbers(is_table)

    def copy_tables(self) -> None:
        """Put the tables that are seen on the clipboard, as spreadsheets take them."""
        seen = [table for table in self.pages.findChildren(ChartTableView) if table.isVisible()]
        QGuiApplication.clipboard().setText("\n\n".join(table.chosen_text() for table in seen))

    def _changes_page(self) -> ChosenPage:
        empty = EmptyState(
            "trending-up",
            self.tr("Change needs a second wave"),
            self.tr("When another wave has been brought in, items worded alike are compared here."),
        )
        return ChosenPage((self.tr("Compared with"), self.tr("Group"), self.tr("Show")), empty)

    def _breakdown_page(self) -> ChosenPage:
        empty = EmptyState(
            "list-checks",
            self.tr("Nothing to break down by"),
            self.tr(
                "The answers of this wave name no school, and no question had choices, such as grade band "
                "or role."
            ),
        )
        return ChosenPage((self.tr("What was asked"), self.tr("Broken down by"), self.tr("Group")), empty)

    def _empty_state(self) -> EmptyState:
        return EmptyState(
            "clipboard-list",
            self.tr("No survey yet"),
            self.tr(
                "Bring in the table your survey tool exports: Google Forms, Qualtrics, SurveyMonkey, "
                "Microsoft Forms and others are recognized. Names and addresses are left out."
            ),
            self.tr("Bring in answers"),
        )

    def _no_answers_state(self) -> EmptyState:
        return EmptyState(
            "upload",
            self.tr("No answers yet"),
            self.tr(
                "Bring in the table of answers when the wave has closed. Until then, note who was invited."
            ),
            self.tr("Bring in answers"),
        )
