"""Days on which the schools are closed besides weekends: holidays and breaks."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, select

from assessor.model import Closure
from assessor.store import Engagement
from assessor.terms import CannotDo


@dataclass(frozen=True)
class ClosureRow:
    """A holiday or a break, first and last day included."""

    id: str
    first_on: date
    last_on: date
    label: str


def list_closures(engagement: Engagement) -> list[ClosureRow]:
    """All closures, the first first."""
    query = select(Closure.id, Closure.first_on, Closure.last_on, Closure.label).order_by(Closure.first_on)
    with engagement.reading() as session:
        return [ClosureRow(*row) for row in session.execute(query)]


def add_closure(engagement: Engagement, first_on: date, last_on: date, label: str = "") -> str:
    """Add days without school and return the id. Raises CannotDo when they would end before they begin."""
    if last_on < first_on:
        raise CannotDo("These days would end before they begin. Choose a later last day.")
    with engagement.change("Add days without school") as session:
        closure = Closure(first_on=first_on, last_on=last_on, label=label.strip())
        session.add(closure)
        session.flush()
        return closure.id


def remove_closure(engagement: Engagement, closure_id: str) -> None:
    """Remove days without school: the schools are open then."""
    with engagement.change("Remove days without school") as session:
        session.execute(delete(Closure).where(Closure.id == closure_id))
