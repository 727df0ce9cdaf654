"""The history of an engagement: what was done, by whom, when, and what each change did to which row."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from assessor.model import NOT_JOURNALED, Base, Change, Remark, RowChange
from assessor.store import LASTING, Engagement

ALL_TABLES = frozenset(Base.metadata.tables) - set(NOT_JOURNALED)
"""Every table whose rows have a history: what shows the history changes with each."""


@dataclass(frozen=True)
class ChangeRow:
    """One change of the history."""

    id: str
    number: int
    label: str
    author: str
    made_at: datetime
    reverses_label: str | None
    """The label of the change it takes back."""
    reverses_undo: bool
    """Whether what it takes back was itself an undo: it is a redo."""
    rows: int
    """How many rows it touched, of those whose story was not forgotten since."""
    is_lasting: bool
    """Whether undo cannot take it back."""

    @property
    def is_undo(self) -> bool:
        """Whether it takes back another change."""
        return self.reverses_label is not None and not self.reverses_undo

    @property
    def sentence(self) -> str:
        """What was done, in words: an undo says what it took back."""
        if self.reverses_label is None:
            return self.label
        return f"{'Redo' if self.reverses_undo else 'Undo'} “{self.label}”"


@dataclass(frozen=True)
class RowEffect:
    """What a change did to one row: the columns that differ, before and after."""

    table: str
    row_id: str
    before: dict[str, Any]
    after: dict[str, Any]


@dataclass(frozen=True)
class FirstWording:
    """How a line was first noted, and when it was last worded otherwise."""

    text: str
    changed_at: datetime


def list_changes(
    engagement: Engagement, limit: int = 1_000_000, before: int | None = None
) -> list[ChangeRow]:
    """The newest changes, those numbered under `before` where it is given, newest first."""
    reversed_change = aliased(Change)
    rows = select(func.count()).where(RowChange.change_id == Change.id).scalar_subquery()
    query = (
        select(
            Change.id,
            Change.number,
            Change.label,
            Change.author,
            Change.made_at,
            reversed_change.label,
            reversed_change.reverses.is_not(None),
            rows,
            Change.schema == LASTING,
        )
        .outerjoin(reversed_change, reversed_change.id == Change.reverses)
        .order_by(Change.number.desc())
        .limit(limit)
    )
    if before is not None:
        query = query.where(Change.number < before)
    with engagement.reading() as session:
        return [ChangeRow(*row) for row in session.execute(query)]


def get_effects(engagement: Engagement, change_id: str) -> list[RowEffect]:
    """What a change did, row by row in its order."""
    query = (
        select(RowChange.table_name, RowChange.row_id, RowChange.before, RowChange.after)
        .where(RowChange.change_id == change_id)
        .order_by(RowChange.number)
    )
    with engagement.reading() as session:
        return [_effect(*row) for row in session.execute(query)]


def first_wording(engagement: Engagement, remark_id: str) -> FirstWording | None:
    """The words a remark was first noted with; None while they still stand, or where they were forgotten."""
    query = (
        select(RowChange.after, Change.made_at)
        .join(Change, Change.id == RowChange.change_id)
        .where(RowChange.row_id == remark_id, RowChange.table_name == Remark.__tablename__)
        .order_by(RowChange.number)
    )
    with engagement.reading() as session:
        rows = session.execute(query).all()
    texts = [(json.loads(after).get("text"), made_at) for after, made_at in rows if after]
    if not texts or texts[0][0] in (None, texts[-1][0]):
        return None
    changed = [at for (text, at), (before, _) in zip(texts[1:], texts, strict=False) if text != before]
    return FirstWording(texts[0][0], changed[-1])


def _effect(table: str, row_id: str, before: str | None, after: str | None) -> RowEffect:
    old = json.loads(before) if before else {}
    new = json.loads(after) if after else {}
    differing = [name for name in (new or old) if old.get(name) != new.get(name)]
    return RowEffect(
        table,
        row_id,
        {name: old[name] for name in differing if name in old},
        {name: new[name] for name in differing if name in new},
    )
