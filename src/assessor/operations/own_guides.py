"""Guides of one's own: begun, copied from the library, changed, removed while no sitting follows them."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from assessor.instruments.guides import Guide, get_guide, list_guide_keys
from assessor.model import OwnGuide, OwnQuestion, Sitting
from assessor.operations.rows import set_values
from assessor.store import Engagement
from assessor.terms import CannotDo, Group, SittingKind


def begin_guide(
    engagement: Engagement, title: str, kind: SittingKind, group: Group | None = None, minutes: int = 60
) -> str:
    """Begin a guide of one's own with no question yet, and return its id."""
    with engagement.change("Begin guide") as session:
        return _begin(session, title, kind, group, minutes)


def copy_guide(engagement: Engagement, key: str) -> str:
    """Begin a guide of one's own from a guide of the library and return its id; the codes stay."""
    with engagement.change("Copy guide") as session:
        return _copy(session, get_guide(key))


def make_guide_own(engagement: Engagement, sitting_id: str) -> str:
    """Have a sitting follow a guide that can be changed, and return its id.

    It is a copy of the guide of the library it follows, with the same codes, so that notes keep their
    questions; or an empty one where it follows none. Raises CannotDo where it follows one's own already.
    """
    with engagement.change("Make guide my own") as session:
        sitting = session.get_one(Sitting, sitting_id)
        if not sitting.guide_key:
            own = _begin(session, sitting.title, sitting.kind, sitting.group, sitting.minutes)
        elif sitting.guide_key in list_guide_keys():
            own = _copy(session, get_guide(sitting.guide_key, sitting.guide_version or None))
        else:
            raise CannotDo("This sitting follows a guide of its own already.")
        set_values(session, Sitting, sitting_id, {"guide_key": own, "guide_version": 0})
        return own


def edit_guide(engagement: Engagement, guide_id: str, **values: object) -> None:
    """Change title, kind, group or planned minutes. Raises CannotDo for an empty title."""
    with engagement.change("Edit guide") as session:
        if "title" in values and not str(values["title"]).strip():
            raise CannotDo("A guide needs a title, such as Teachers, second round.")
        set_values(session, OwnGuide, guide_id, values)


def remove_guide(engagement: Engagement, guide_id: str) -> None:
    """Remove a guide of one's own. Raises CannotDo while a sitting follows it."""
    with engagement.change("Remove guide") as session:
        title = session.scalar(select(Sitting.title).where(Sitting.guide_key == guide_id).limit(1))
        if title is not None:
            raise CannotDo(f"“{title}” follows this guide. Choose another guide there first.")
        own = session.get(OwnGuide, guide_id)
        if own is not None:
            session.delete(own)


def _begin(session: Session, title: str, kind: SittingKind, group: Group | None, minutes: int) -> str:
    own = OwnGuide(title=title, kind=kind, group=group, minutes=minutes)
    session.add(own)
    session.flush()
    return own.id


def _copy(session: Session, guide: Guide) -> str:
    own = OwnGuide(
        title=f"{guide.title} (my own)",
        kind=guide.kind,
        group=guide.groups[0] if len(guide.groups) == 1 else None,
        begun_from=guide.key,
        minutes=guide.minutes,
    )
    session.add(own)
    session.flush()
    session.add_all(
        OwnQuestion(
            guide_id=own.id,
            position=position,
            code=question.code,
            title=question.title,
            text=question.text,
            probes="\n".join(question.probes),
            constructs=question.construct or "",
            minutes=question.minutes,
        )
        for position, question in enumerate(guide.questions, start=1)
    )
    return own.id
