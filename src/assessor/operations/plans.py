"""The plan as a document: title page, claims over its chapters, key figures, and the versions kept of it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from assessor.model import ChapterText, KeyFigure, Plan, PlanVersion
from assessor.operations.positions import move_by, next_position
from assessor.operations.rows import set_values
from assessor.operations.strategic_plan.leaving_out import OPTIONAL_CHAPTERS
from assessor.store import Engagement
from assessor.terms import CannotDo


@dataclass(frozen=True)
class PlanDetails:
    """What the title page, the summary and the rules of the plan say."""

    title: str = ""
    subtitle: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    edition: str = ""
    draft: str = "0.1"
    is_confidential: bool = True
    adopted_on: date | None = None
    board_meets_on: date | None = None
    found: str = ""
    asked_of_board: str = ""
    limits: str = ""
    keeping: str = ""


@dataclass(frozen=True)
class ChapterTextRow:
    """What stands over a chapter."""

    chapter: str
    claim: str = ""
    lede: str = ""
    note: str = ""
    is_left_out: bool = False


@dataclass(frozen=True)
class KeyFigureRow:
    """A figure printed large on the summary page."""

    id: str
    figure: str
    label: str


@dataclass(frozen=True)
class PlanVersionRow:
    """A version kept, without its content."""

    id: str
    number: int
    label: str
    made_at: datetime
    is_released: bool
    what_changed: str
    approved_by: str


def get_plan(engagement: Engagement) -> PlanDetails:
    """What is recorded of the plan; the defaults before anything was."""
    columns = [getattr(Plan, name) for name in PlanDetails.__dataclass_fields__]
    with engagement.reading() as session:
        found = session.execute(select(*columns).order_by(Plan.id)).first()
    return PlanDetails() if found is None else PlanDetails(*found)


def edit_plan(engagement: Engagement, **values: Any) -> None:
    """Change what is recorded of the plan. Raises CannotDo when it would end before it starts."""
    with engagement.change("Edit plan") as session:
        plan_id = session.scalar(select(Plan.id).order_by(Plan.id))
        if plan_id is None:
            plan = Plan()
            session.add(plan)
            session.flush()
            plan_id = plan.id
        edited: Any = set_values(session, Plan, plan_id, values)
        if edited.starts_on and edited.ends_on and edited.ends_on < edited.starts_on:
            raise CannotDo("The plan would end before it starts. Choose a later last day.")


def list_chapter_texts(engagement: Engagement) -> dict[str, ChapterTextRow]:
    """What was written over chapters, by chapter."""
    query = select(*(getattr(ChapterText, name) for name in ChapterTextRow.__dataclass_fields__))
    with engagement.reading() as session:
        return {row[0]: ChapterTextRow(*row) for row in session.execute(query.order_by(ChapterText.id))}


def write_chapter_text(engagement: Engagement, chapter: str, **values: Any) -> None:
    """Write the claim, lede or note of a chapter."""
    with engagement.change("Edit chapter text") as session:
        _set_chapter(session, chapter, values)


def leave_chapter_out(engagement: Engagement, chapter: str, is_left_out: bool) -> None:
    """Print the plan without a chapter, or with it again. Raises CannotDo for one the program demands."""
    if chapter not in OPTIONAL_CHAPTERS:
        raise CannotDo("This chapter belongs to every plan and is always printed.")
    with engagement.change("Leave chapter out" if is_left_out else "Put chapter in") as session:
        _set_chapter(session, chapter, {"is_left_out": is_left_out})


def _set_chapter(session: Session, chapter: str, values: dict[str, Any]) -> None:
    text_id = session.scalar(select(ChapterText.id).where(ChapterText.chapter == chapter))
    if text_id is None:
        session.add(ChapterText(chapter=chapter, **values))
    else:
        set_values(session, ChapterText, text_id, values)


def list_key_figures(engagement: Engagement) -> list[KeyFigureRow]:
    """The key figures in their order."""
    query = select(KeyFigure.id, KeyFigure.figure, KeyFigure.label)
    with engagement.reading() as session:
        found = session.execute(query.order_by(KeyFigure.position, KeyFigure.id))
        return [KeyFigureRow(*row) for row in found]


def add_key_figure(engagement: Engagement, figure: str, label: str) -> str:
    """Add a key figure and return its id."""
    with engagement.change("Add key figure") as session:
        added = KeyFigure(figure=figure, label=label, position=next_position(session, KeyFigure))
        session.add(added)
        session.flush()
        return added.id


def edit_key_figure(engagement: Engagement, key_figure_id: str, **values: Any) -> None:
    """Change a key figure or what it counts."""
    with engagement.change("Edit key figure") as session:
        set_values(session, KeyFigure, key_figure_id, values)


def move_key_figure(engagement: Engagement, key_figure_id: str, by: int) -> None:
    """Move a key figure left (negative) or right."""
    with engagement.change("Move key figure") as session:
        move_by(session, KeyFigure, key_figure_id, by)


def remove_key_figure(engagement: Engagement, key_figure_id: str) -> None:
    """Remove a key figure."""
    with engagement.change("Remove key figure") as session:
        session.execute(delete(KeyFigure).where(KeyFigure.id == key_figure_id))


def keep_version(
    engagement: Engagement,
    content: dict[str, Any],
    label: str,
    *,
    is_released: bool = False,
    what_changed: str = "",
    approved_by: str = "",
    made_at: datetime | None = None,
) -> str:
    """Freeze the plan as it is printed or released and return the version's id; it is never changed after."""
    with engagement.change("Release plan" if is_released else "Keep plan version") as session:
        return freeze_version(
            session,
            content=content,
            label=label,
            made_at=made_at or datetime.now(UTC),
            is_released=is_released,
            what_changed=what_changed,
            approved_by=approved_by,
        )


def freeze_version(session: Session, **values: Any) -> str:
    """Add the next version inside the change that is open, and return its id."""
    highest = session.scalar(select(func.max(PlanVersion.number)))
    version = PlanVersion(number=(highest or 0) + 1, **values)
    session.add(version)
    session.flush()
    return version.id


def list_versions(engagement: Engagement) -> list[PlanVersionRow]:
    """The versions kept, newest first."""
    columns = [getattr(PlanVersion, name) for name in PlanVersionRow.__dataclass_fields__]
    with engagement.reading() as session:
        found = session.execute(select(*columns).order_by(PlanVersion.number.desc()))
        return [PlanVersionRow(*row) for row in found]


def get_version_content(engagement: Engagement, version_id: str) -> dict[str, Any]:
    """The frozen content of a version. Raises CannotDo when it is gone."""
    with engagement.reading() as session:
        content: dict[str, Any] | None = session.scalar(
            select(PlanVersion.content).where(PlanVersion.id == version_id)
        )
    if content is None:
        raise CannotDo("This version is no longer in the engagement. Undo brings it back.")
    return content
