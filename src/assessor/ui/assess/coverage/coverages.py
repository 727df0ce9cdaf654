"""Coverage: who was heard, how and where, which questions are answered, and what is missing while on site."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from assessor.operations.coverage_gaps import gather_missing
from assessor.operations.coverage_questions import get_questions
from assessor.operations.coverages import SiteName, get_coverage
from assessor.operations.planned_contacts import list_targets, propose_contacts
from assessor.terms import Group
from assessor.ui.assess.coverage.coverage_map import CoverageMap
from assessor.ui.assess.coverage.coverage_missing import MissingPage
from assessor.ui.assess.coverage.coverage_questions_page import QuestionsPage
from assessor.ui.assess.people.page_edits import Edits
from assessor.ui.screens import Screen
from assessor.ui.widgets.buttons import PlainButton, QuietButton
from assessor.ui.widgets.choice_fields import ChoiceBox
from assessor.ui.widgets.notices import EmptyState
from assessor.ui.widgets.segments import Segment, Segments
from assessor.ui.widgets.texts import explain

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement

_SITE_WIDTH = 208


class SiteChoice(ChoiceBox):
    """Which site is looked at, or all of them."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Site"))
        self.setMaximumWidth(_SITE_WIDTH)
        self.addItem(self.tr("All sites"), None)

    @property
    def site_id(self) -> str | None:
        """The site chosen; None for all."""
        chosen = self.currentData()
        return chosen if isinstance(chosen, str) else None

    def choose(self, site_id: str | None) -> None:
        """Look at a site, or at all where it is not there."""
        self.setCurrentIndex(max(self.findData(site_id), 0))

    def show_sites(self, sites: Sequence[SiteName]) -> None:
        """Offer these sites; the one chosen stays."""
        if [(self.itemData(n), self.itemText(n)) for n in range(1, self.count())] == [
            (site.id, site.name) for site in sites
        ]:
            return
        chosen = self.site_id
        self.clear()
        self.addItem(self.tr("All sites"), None)
        for site in sites:
            self.addItem(site.name, site.id)
        self.choose(chosen)


class CoveragesLayout(QStackedWidget):
    """The three pages behind segments, and the first step while nobody is planned."""

    def __init__(self, engagement: "Engagement", edits: Edits) -> None:
        super().__init__()
        self.segments = Segments([Segment("map", self.tr("Who and where"))], self.tr("What to show"))
        self.site = SiteChoice()
        self.propose = PlainButton(self.tr("Propose targets"), "target")
        self.map = CoverageMap(engagement, edits)
        self.questions = QuestionsPage()
        self.missing = MissingPage()
        self.first = QWidget()
        self.empty = EmptyState(
            "users",
            self.tr("Nobody is planned to be heard yet"),
            self.tr(
                "The field’s working targets hear every SRO and administrator at each site, two to three "
                "groups of teachers and of students, two of parents, and two to four partners. Each number "
                "can be changed afterwards."
            ),
            self.tr("Propose the working targets"),
        )
        self.by_hand = QuietButton(self.tr("Plan by hand"))
        column = QVBoxLayout(self.first)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch(2)
        column.addWidget(self.empty)
        column.addWidget(self.by_hand, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.pages = {"map": self.map, "questions": self.questions, "missing": self.missing}
        for page in (self.first, *self.pages.values()):
            self.addWidget(page)


class CoveragesScreen(Screen):
    """What a project lead looks at every evening on site."""

    key = "coverages"
    title = "Coverage"
    tables = frozenset(
        {
            *("client", "cycle", "planned_contact", "site", "participant", "partner"),
            *("sitting", "seat", "asking", "remark", "remark_speaker", "remark_code"),
            *("survey_wave", "wave_group", "survey_import", "response_set", "own_guide", "own_question"),
        }
    )

    def __init__(self, engagement: "Engagement", parent: QWidget | None = None) -> None:
        super().__init__(engagement, parent)
        self.view = CoveragesLayout(engagement, Edits(self))
        self.set_content(self.view)
        self.head.add_beside(self.view.segments)
        self.head.add_action(self.view.site)
        self.head.add_action(self.view.propose)
        self._cycle_id, self._by_hand, self._is_planned = "", False, False
        self._shown_on = date.min
        view = self.view
        view.segments.chosen.connect(self._choose_page)
        view.site.activated.connect(lambda _place: self._choose_site())
        view.propose.clicked.connect(self._propose)
        view.empty.asked.connect(self._propose)
        view.by_hand.clicked.connect(self._plan_by_hand)
        for page in (view.map.detail, view.questions, view.missing):
            page.asked.connect(self._go)

    def refresh(self) -> None:
        """Show who was heard by today."""
        today = date.today()  # noqa: DTZ011  # the day on the wall
        self._shown_on = today
        coverage = get_coverage(self.engagement, today)
        self.view.site.show_sites(coverage.sites)
        site = self.view.site.site_id
        questions = get_questions(self.engagement, site)
        missing = gather_missing(coverage, questions, today, site)
        self._cycle_id = coverage.cycle_id
        self._is_planned = any(cell.is_used for cell in coverage.cells.values())
        view = self.view
        view.map.show_coverage(coverage, site, today)
        view.questions.show_questions(questions, today)
        view.missing.show_missing(missing, today)
        view.segments.show_segments(
            [
                Segment("map", self.tr("Who and where")),
                Segment("questions", self.tr("Questions")),
                Segment("missing", self.tr("Missing"), str(len(missing)) if missing else ""),
            ]
        )
        self._offer_targets()
        self._show_page()

    def showEvent(self, event: QShowEvent) -> None:
        """Look again where another day has begun: what was ahead may be late."""
        if date.today() != self._shown_on:  # noqa: DTZ011  # the day on the wall
            self._is_stale = True
        super().showEvent(event)

    def show_element(self, element_id: str) -> None:
        """Come to a cell of the map, or to a question with a group."""
        if not element_id:
            return
        is_cell = element_id.split("/", maxsplit=1)[0] in {group.value for group in Group}
        page = self.view.map if is_cell else self.view.questions
        if not page.choose(element_id) and self.view.site.site_id is not None:
            self.view.site.choose(None)
            self.refresh()
            page.choose(element_id)
        self._by_hand = True
        self._choose_page("map" if is_cell else "questions")
        page.grid.setFocus()

    def _offer_targets(self) -> None:
        targets = list_targets(self.engagement, self._cycle_id) if self._cycle_id else []
        may_propose = bool(targets) and not self.engagement.read_only
        self.view.propose.setVisible(may_propose and self._is_planned)
        self.view.empty.button.setVisible(may_propose)
        words = self.tr(
            "Fill the plan from the field’s working targets where nothing is planned yet: {count} lines"
        )
        explain(self.view.propose, words.format(count=len(targets)))

    def _choose_site(self) -> None:
        self.finish_editing()
        self.attempt(self.refresh)

    def _choose_page(self, key: str) -> None:
        self.finish_editing()
        self.view.segments.choose(key)
        self._show_page()

    def _show_page(self) -> None:
        is_first = not self._is_planned and not self._by_hand
        self.view.segments.setVisible(not is_first)
        self.view.site.setVisible(not is_first and self.view.site.count() > 1)
        self.view.setCurrentWidget(
            self.view.first if is_first else self.view.pages[self.view.segments.key or "map"]
        )

    def _propose(self) -> None:
        self.attempt(
            lambda: propose_contacts(self.engagement, self._cycle_id),
            done=self.tr("Working targets planned. Change any number in the map."),
        )

    def _plan_by_hand(self) -> None:
        self._by_hand = True
        self._show_page()
        self.view.map.grid.setFocus()

    def _go(self, place: str, element_id: str) -> None:
        if place == self.key:
            self.show_element(element_id)
        else:
            self.asked_to_go.emit(place, element_id)
