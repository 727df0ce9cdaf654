"""Order among siblings: the next free place, and moving one up or down."""

from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from assessor.model import Noun
from assessor.terms import CannotDo

Siblings = tuple[ColumnElement[bool], ...]
"""The conditions that tell a row's siblings, itself among them; none: the whole table."""


def next_position(session: Session, noun: type[Noun], siblings: Siblings = ()) -> int:
    """The place after the last sibling."""
    position = noun.__mapper__.columns["position"]
    highest: int | None = session.scalar(select(func.max(position)).where(*siblings))
    return 1 if highest is None else highest + 1


def move_by(session: Session, noun: type[Noun], row_id: str, by: int, siblings: Siblings = ()) -> None:
    """Move a row `by` places among its siblings, up when negative; at the end it stays.

    Only rows whose place changes are written, so that undo and merging touch no others.
    Raises CannotDo when the row is gone.
    """
    position = noun.__mapper__.columns["position"]
    rows: list[Any] = list(session.scalars(select(noun).where(*siblings).order_by(position, noun.id)))
    here = next((place for place, row in enumerate(rows) if row.id == row_id), None)
    if here is None:
        raise CannotDo("This was removed meanwhile. Undo brings it back.")
    there = min(max(here + by, 0), len(rows) - 1)
    rows.insert(there, rows.pop(here))
    for place, row in enumerate(rows, start=1):
        if row.position != place:
            row.position = place
