"""Setting a sitting up: who sits where, who agreed to what, what to look at again, what is read aloud."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from assessor.instruments.guides import Guide
from assessor.operations import seats, sittings
from assessor.operations.read_aloud import get_read_aloud
from assessor.operations.seating_checks import check_seating
from assessor.operations.sittings import SittingDetails
from assessor.terms import SittingKind, TableShape
from assessor.ui.assess.seat_map.seat_items import SeatState
from assessor.ui.assess.seat_map.seat_states import seated_words
from assessor.ui.assess.sittings.seating import Do, Seating
from assessor.ui.assess.sittings.seating_words import warning_words
from assessor.ui.assess.sittings.sitting_setup_layout import SetupLayout

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement


class SittingSetup:
    """Fills the layout with a sitting that has not begun, and writes what is changed there."""

    def __init__(self, engagement: "Engagement", view: SetupLayout, shown: Callable[[], str], do: Do) -> None:
        self._engagement, self.view, self._shown, self._do = engagement, view, shown, do
        self._seating = Seating(engagement, view.people, shown, do)
        view.map.moved.connect(lambda seat, x, y: do(lambda: seats.move_seat(engagement, seat, x, y)))
        view.map.evened.connect(self._even)
        view.even.clicked.connect(self._even)
        view.shapes.chosen.connect(lambda shape: self._edit(table_shape=TableShape(shape)))
        view.recording.edited.connect(lambda recording: self._edit(recording=recording))

    def show(self, sitting: SittingDetails, guide: Guide | None, *, may_change: bool) -> None:
        """Show a sitting."""
        view = self.view
        view.show_parts(has_people=sitting.kind is not SittingKind.OBSERVATION, has_seats=bool(sitting.seats))
        view.shapes.choose(sitting.table_shape.value)
        view.shapes.setEnabled(may_change)
        view.map.set_arranging(may_change)
        view.map.show_seats(sitting.seats, sitting.table_shape)
        view.map.show_states(
            {seat.id: SeatState(is_there=seat.takes_part) for seat in sitting.seats},
            seated_words(sitting.seats),
        )
        view.even.setVisible(may_change and any(seat.x is not None for seat in sitting.seats))
        view.hint.setVisible(may_change)
        view.people_heading.set_note(str(len(sitting.seats)) if sitting.seats else "")
        view.people.show_seats(sitting.seats, sitting.group, may_change=may_change)
        view.recording.set_value(sitting.recording)
        view.recording.set_read_only(not may_change)
        view.warnings.show_sentences(
            [warning_words(warning, sitting.kind) for warning in check_seating(sitting, guide)]
        )
        words = get_read_aloud(self._engagement, sitting, guide) if guide else None
        view.aloud.show_words(words, is_observed=sitting.kind is SittingKind.OBSERVATION)

    def finish_editing(self) -> None:
        """Save what is being typed: another sitting is shown next."""
        self.view.recording.finish()

    def _even(self) -> None:
        self._do(lambda: seats.arrange_evenly(self._engagement, self._shown()))

    def _edit(self, **values: object) -> None:
        self._do(lambda: sittings.edit_sitting(self._engagement, self._shown(), **values))
