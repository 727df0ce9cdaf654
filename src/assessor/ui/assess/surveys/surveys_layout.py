"""The places of everything on the survey screen: one page at a time."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from assessor.ui.assess.surveys.survey_comments import CommentsPage
from assessor.ui.assess.surveys.survey_constructs import ConstructsPage
from assessor.ui.assess.surveys.survey_mapping import ImportPage
from assessor.ui.assess.surveys.survey_questions import QuestionsPage
from assessor.ui.assess.surveys.survey_wave_page import WavePage
from assessor.ui.widgets.job_lines import JobLine
from assessor.ui.widgets.notices import EmptyState


class SurveysLayout(QWidget):
    """Empty, results by construct, other questions, comments, the wave itself, and the import."""

    def __init__(self) -> None:
        super().__init__()
        self.job = JobLine()
        self.job.setContentsMargins(24, 4, 24, 4)
        self.pages = QStackedWidget()
        self.empty = EmptyState(
            "clipboard-list",
            self.tr("No survey yet"),
            self.tr(
                "Bring in the table your survey tool exports: Google Forms, Qualtrics, SurveyMonkey, "
                "Microsoft Forms and others are recognized. Names and addresses are left out."
            ),
            self.tr("Bring in answers"),
        )
        self.nothing = EmptyState(
            "upload",
            self.tr("No answers yet"),
            self.tr(
                "Bring in the table of answers when the wave has closed. Until then, note who was invited."
            ),
            self.tr("Bring in answers"),
        )
        self.constructs, self.questions = ConstructsPage(), QuestionsPage()
        self.comments, self.wave, self.reading = CommentsPage(), WavePage(), ImportPage()
        for page in (
            self.empty, self.nothing, self.constructs, self.questions, self.comments, self.wave, self.reading,
        ):  # fmt: skip
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.job)
        column.addWidget(self.pages, 1)
