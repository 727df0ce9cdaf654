"""The places of a form's questions: where a new one goes, and the run of those under one heading."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from assessor.model import OwnItem, OwnSurvey
from assessor.operations.survey_forms.own_forms import is_scored
from assessor.operations.survey_forms.own_surveys import require_open
from assessor.terms import CannotDo


def open_item(session: Session, item_id: str) -> tuple[OwnItem, OwnSurvey]:
    """A question that may be changed, and its form. Raises CannotDo when it is gone or has answers."""
    item = session.get(OwnItem, item_id)
    if item is None:
        raise CannotDo("This question was removed meanwhile. Undo brings it back.")
    return item, require_open(session, item.survey_id)


def place_after(rows: list[OwnItem], after: str) -> int:
    """The place behind a question, or behind the last that is not of the closing block."""
    for place, row in enumerate(rows, start=1):
        if row.id == after:
            return place
    place = len(rows)
    while place and not rows[place - 1].section and not is_scored(rows[place - 1]):
        place -= 1
    return place


def place_of(rows: list[OwnItem], item: OwnItem) -> int:
    """Where a question of the bank belongs: last under its heading, or of the whole form."""
    if not item.section:
        return len(rows)
    alike = [place for place, row in enumerate(rows, start=1) if row.section == item.section]
    return alike[-1] if alike else place_after(rows, "")


def insert(session: Session, rows: list[OwnItem], items: Sequence[OwnItem], place: int) -> None:
    """Put new questions among those of a form."""
    rows[place:place] = items
    number(rows)
    session.add_all(items)
    session.flush()


def number(rows: list[OwnItem]) -> None:
    """Give each question its place in this order; only what moves is written."""
    for position, row in enumerate(rows, start=1):
        if row.position != position:
            row.position = position


def run_from(rows: list[OwnItem], first: int) -> list[OwnItem]:
    """The questions from one on that stand under its heading."""
    heading = rows[first].section
    run = []
    for row in rows[first:]:
        if row.section != heading:
            break
        run.append(row)
    return run
