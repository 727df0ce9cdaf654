"""Writing single values: what a screen edits in place, as one change."""

from typing import Any, TypeVar

from sqlalchemy.orm import Session

from assessor.model import Noun
from assessor.terms import CannotDo

Row = TypeVar("Row", bound=Noun)


def set_values(session: Session, noun: type[Row], row_id: str, values: dict[str, Any]) -> Row:
    """Set columns of one row. Raises CannotDo when the row is gone."""
    row = session.get(noun, row_id)
    if row is None:
        raise CannotDo("This was removed meanwhile. Undo brings it back.")
    for name, value in values.items():
        if name not in noun.__mapper__.columns:
            raise KeyError(name)
        setattr(row, name, value)
    return row
