"""People and sites: who takes part with what consent, where, and whom the work is for."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from assessor.ui.assess.people.client_page import ClientPage
from assessor.ui.assess.people.page_edits import Edits
from assessor.ui.assess.people.people_page import PeoplePage
from assessor.ui.assess.people.places_page import PlacesPage
from assessor.ui.screens import Screen
from assessor.ui.widgets.segments import Segment, Segments

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement


class ParticipantsScreen(Screen):
    """Three pages behind segments: people, sites and agencies, the client."""

    key = "participants"
    title = "People and sites"
    tables = frozenset(
        {
            *("participant", "roster_entry", "site", "agency", "client", "cycle"),
            *("sitting", "seat", "remark_speaker"),
        }
    )

    def __init__(self, engagement: "Engagement", parent: QWidget | None = None) -> None:
        super().__init__(engagement, parent)
        edits = Edits(self)
        self.people = PeoplePage(engagement, edits)
        self.places = PlacesPage(engagement, edits)
        self.client = ClientPage(engagement, edits)
        self._pages: dict[str, QWidget] = {
            "people": self.people,
            "places": self.places,
            "client": self.client,
        }
        self._counts = {"people": 0, "places": 0}
        self.stack = QStackedWidget()
        for page in self._pages.values():
            self.stack.addWidget(page)
        self.segments = Segments([Segment("people", self.tr("People"))], self.tr("What to show"))
        self._show_segments(0, 0)
        self.head.add_beside(self.segments)
        self.head.add_action(self.people.add)
        self.head.add_action(self.places.add)
        self.segments.chosen.connect(self.show_page)
        self.client.whom.asked.connect(lambda: self.asked_to_go.emit("coverages", ""))
        self.people.asked.connect(lambda sitting: self.asked_to_go.emit("sittings", sitting))
        self.set_content(self.stack)
        self.show_page("people")

    def refresh(self) -> None:
        """Show what the engagement holds now."""
        people, places = self.people.refresh(), self.places.refresh()
        self.client.refresh()
        self._counts = {"people": people, "places": places}
        self._show_segments(people, places)
        self._show_add()

    def show_page(self, key: str) -> None:
        """Show one of the pages."""
        self.finish_editing()
        self.segments.choose(key)
        self.stack.setCurrentWidget(self._pages[key])
        self._show_add()

    def _show_add(self) -> None:
        """Offer to add on the page shown; while it is empty, the page itself does."""
        for key, button in (("people", self.people.add), ("places", self.places.add)):
            is_offered = self._counts[key] > 0 and not self.engagement.read_only
            button.setVisible(is_offered and self.segments.key == key)

    def show_element(self, element_id: str) -> None:
        """Choose a person, a site or an agency."""
        if self.people.list.choose(element_id):
            self.show_page("people")
        elif self.places.list.choose(element_id):
            self.show_page("places")

    def _show_segments(self, people: int, places: int) -> None:
        self.segments.show_segments(
            [
                Segment("people", self.tr("People"), str(people) if people else ""),
                Segment("places", self.tr("Sites and agencies"), str(places) if places else ""),
                Segment("client", self.tr("Client")),
            ]
        )
