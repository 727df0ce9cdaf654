"""Who decides what: one row a decision, one part an office, and what is wrong with a row."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, select

from assessor.instruments import decisions as library
from assessor.model import RoleDecision
from assessor.operations.contents import keep_content
from assessor.operations.positions import move_by, next_position
from assessor.operations.rows import set_values
from assessor.store import Engagement
from assessor.terms import CannotDo, Part

OFFICES = ("principal", "sro", "teacher", "counselor", "district", "agency", "family")
"""The offices in the order of the matrix; each is a column of the record."""


@dataclass(frozen=True)
class RoleDecisionRow:
    """A decision with each office's part, in the order of OFFICES."""

    id: str
    section: str
    title: str
    parts: tuple[Part, ...]
    note: str

    @property
    def fault(self) -> str:
        """What keeps the row from being clear: one office decides, or two or more do jointly; else empty."""
        counts = Counter(self.parts)
        alone, jointly = counts[Part.DECIDES], counts[Part.DECIDES_JOINTLY]
        if alone + jointly == 0:
            return "Nobody decides."
        if alone > 1:
            return "More than one office decides. Leave one, or mark them joint."
        if alone and jointly:
            return "One office decides alone and another jointly. Choose one way."
        if jointly == 1:
            return "A joint decision needs a second office."
        return ""


def list_office_labels() -> list[str]:
    """What the offices are called over the columns of the matrix, in the order of OFFICES."""
    return [office.short_label for office in library.get_decision_matrix().offices]


def list_role_decisions(engagement: Engagement) -> list[RoleDecisionRow]:
    """The matrix, row by row, a section's rows together in the order of its first row."""
    parts = [getattr(RoleDecision, office) for office in OFFICES]
    query = select(RoleDecision.id, RoleDecision.section, RoleDecision.title, RoleDecision.note, *parts)
    with engagement.reading() as session:
        found = session.execute(query.order_by(RoleDecision.position, RoleDecision.id))
        rows = [RoleDecisionRow(row[0], row[1], row[2], tuple(row[4:]), row[3]) for row in found]
    sections = list(dict.fromkeys(row.section for row in rows))
    return sorted(rows, key=lambda row: sections.index(row.section))


def add_role_decisions_from_library(engagement: Engagement) -> int:
    """Take over the decisions of the shipped matrix that the plan does not have; returns how many.

    A decision is had when one of the same title stands in the matrix.
    """
    shipped = library.get_decision_matrix()
    sections = {section.code: section.title for section in shipped.sections}
    with engagement.change("Add the decision matrix") as session:
        taken = set(session.scalars(select(RoleDecision.title)))
        first = next_position(session, RoleDecision)
        keep_content(session, "decisions", shipped.key, shipped.version)
        missing = [decision for decision in shipped.decisions if decision.short_title not in taken]
        session.add_all(
            RoleDecision(
                position=position,
                section=sections[decision.section],
                title=decision.short_title,
                note=decision.note or "",
                **{_OFFICE_OF.get(code, code): part for code, part in decision.parts.items()},
            )
            for position, decision in enumerate(missing, start=first)
        )
        return len(missing)


def add_role_decision(engagement: Engagement, section: str, title: str, **values: Any) -> str:
    """Add a decision to a section and return its id."""
    with engagement.change("Add decision to matrix") as session:
        row = RoleDecision(
            section=section, title=title, position=next_position(session, RoleDecision), **values
        )
        session.add(row)
        session.flush()
        return row.id


def set_part(engagement: Engagement, decision_id: str, office: str, part: Part) -> None:
    """Say which part an office has in a decision.

    Where one office decides alone, giving that to another takes it from the first, who is then asked.
    """
    if office not in OFFICES:
        raise KeyError(office)
    with engagement.change("Set part in decision") as session:
        row = session.get(RoleDecision, decision_id)
        if row is None:
            raise CannotDo("This decision was removed. Undo brings it back.")
        if part is Part.DECIDES:
            for other in OFFICES:
                if other != office and getattr(row, other) in _DECIDING:
                    setattr(row, other, Part.ASKED)
        setattr(row, office, part)


def edit_role_decision(engagement: Engagement, decision_id: str, **values: Any) -> None:
    """Change the section, title, note or parts of a decision."""
    with engagement.change("Edit decision in matrix") as session:
        set_values(session, RoleDecision, decision_id, values)


def move_role_decision(engagement: Engagement, decision_id: str, by: int) -> None:
    """Move a decision up (negative) or down within its section."""
    with engagement.change("Move decision in matrix") as session:
        section = session.scalar(select(RoleDecision.section).where(RoleDecision.id == decision_id))
        move_by(session, RoleDecision, decision_id, by, (RoleDecision.section == section,))


def remove_role_decision(engagement: Engagement, decision_id: str) -> None:
    """Remove a decision from the matrix."""
    with engagement.change("Remove decision from matrix") as session:
        session.execute(delete(RoleDecision).where(RoleDecision.id == decision_id))


_OFFICE_OF = {"officer": "sro"}
"""Where the record calls an office otherwise than the shipped matrix."""

_DECIDING = (Part.DECIDES, Part.DECIDES_JOINTLY)
