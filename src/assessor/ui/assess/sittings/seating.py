"""What the rows of people do to a sitting: seat, take off, note consent, leaving and return."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication

from assessor.operations import participants, seats, sittings
from assessor.terms import Group
from assessor.ui.assess.sittings.seat_lines import SeatLines

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement


class Do(Protocol):
    """Does something, and says in place why where it cannot be done."""

    def __call__(self, doing: Callable[[], object], done: str = "") -> None:
        """Do it; `done` is said once it is."""


class Seating:
    """Wires rows of people to the sitting whose id `shown` tells."""

    def __init__(self, engagement: "Engagement", lines: SeatLines, shown: Callable[[], str], do: Do) -> None:
        self._engagement, self._shown, self._do = engagement, shown, do
        lines.offer_known(lambda: participants.list_participants(engagement))
        lines.new_seated.connect(self._seat_new)
        lines.known_seated.connect(self._seat_known)
        lines.consent_given.connect(self._note_consent)
        lines.consent_of_all_given.connect(self._note_consent_of_all)
        lines.left_or_back.connect(self._leave_or_return)
        lines.taken_off.connect(self._take_off)

    def _seat_new(self, group: Group, count: int) -> None:
        sitting_id = self._shown()
        site = sittings.get_sitting(self._engagement, sitting_id).site_id
        done = _tr("{count} people seated").format(count=count) if count > 1 else _tr("1 person seated")
        self._do(
            lambda: seats.seat_new_participants(self._engagement, sitting_id, group, count, site_id=site),
            done,
        )

    def _seat_known(self, person: str) -> None:
        self._do(lambda: seats.seat_participants(self._engagement, self._shown(), [person]))

    def _note_consent(self, person: str, which: str, is_given: bool) -> None:
        self._do(lambda: participants.edit_participant(self._engagement, person, **{which: is_given}))

    def _note_consent_of_all(self, which: str, is_given: bool) -> None:
        self._do(lambda: seats.consent_all(self._engagement, self._shown(), which, is_given=is_given))

    def _leave_or_return(self, seat_id: str) -> None:
        sitting = sittings.get_sitting(self._engagement, self._shown())
        seat = next(one for one in sitting.seats if one.id == seat_id)
        doing = seats.return_to_seat if seat.left_at else seats.leave_seat
        self._do(lambda: doing(self._engagement, seat_id))

    def _take_off(self, seat_id: str) -> None:
        self._do(lambda: seats.remove_seat(self._engagement, seat_id), _tr("Taken off this sitting"))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Seating", text)
