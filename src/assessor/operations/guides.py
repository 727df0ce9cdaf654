"""Guides to ask from: those shipped and those of one's own, looked up from one place and read alike."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from assessor.instruments.guides import Guide, Question, QuestionPart, get_guide, list_guide_keys
from assessor.instruments.library import newest_version
from assessor.instruments.records import Text
from assessor.model import OwnGuide, OwnQuestion, Remark, Sitting
from assessor.operations.contents import keep_content
from assessor.operations.rows import set_values
from assessor.store import Engagement
from assessor.terms import CannotDo, Group, SittingKind


@dataclass(frozen=True)
class GuideRow:
    """A guide as a list shows it."""

    key: str
    """What a sitting names it by: the key of a shipped one, the id of one's own."""
    title: str
    kind: SittingKind
    minutes: int
    questions: int
    is_own: bool


@dataclass(frozen=True)
class QuestionRow:
    """A question of one's own guide, and how many lines were noted on it."""

    id: str
    code: str
    title: str
    text: str
    probes: str
    """One a line."""
    minutes: int
    remarks: int


@dataclass(frozen=True)
class OwnGuideDetails:
    """A guide of one's own."""

    id: str
    title: str
    kind: SittingKind
    group: Group | None
    minutes: int
    """How long the meeting is to last."""
    begun_from: str
    """Title of the shipped guide it was begun from."""
    framing: int
    """Minutes for the words before the first question and after the last."""
    questions: tuple[QuestionRow, ...]
    sittings: int
    """How many sittings follow it."""

    @property
    def minutes_planned(self) -> int:
        """What the questions and the words around them add up to."""
        return self.framing + sum(question.minutes for question in self.questions)


def list_guides(engagement: Engagement, kind: SittingKind | None = None) -> list[GuideRow]:
    """One's own guides, then the shipped ones, each by kind and title; of one kind where it is named."""
    asked = select(func.count()).where(OwnQuestion.guide_id == OwnGuide.id).scalar_subquery()
    query = select(
        OwnGuide.id.label("key"), OwnGuide.title, OwnGuide.kind, OwnGuide.minutes, asked.label("questions")
    )
    with engagement.reading() as session:
        rows = [GuideRow(**row._mapping, is_own=True) for row in session.execute(query)]
    rows += [
        GuideRow(one.key, one.title, one.kind, one.minutes, len(one.questions), is_own=False)
        for one in _shipped()
    ]
    rows = [row for row in rows if kind is None or row.kind is kind]
    return sorted(rows, key=lambda row: (not row.is_own, list(SittingKind).index(row.kind), row.title))


def get_guide_of(engagement: Engagement, key: str, version: int = 0) -> Guide | None:
    """The guide a sitting names by key and version, shipped or one's own; none for an empty key.

    One's own has version 0 and is read as it stands now; None when it was removed.
    """
    if not key:
        return None
    with engagement.reading() as session:
        own = session.get(OwnGuide, key)
        if own is not None:
            return _as_guide(own, _questions(session, key))
    return get_guide(key, version or None) if key in list_guide_keys() else None


def get_own_guide(engagement: Engagement, guide_id: str) -> OwnGuideDetails:
    """A guide of one's own with its questions. Raises CannotDo when it was removed."""
    with engagement.reading() as session:
        own = session.get(OwnGuide, guide_id)
        if own is None:
            raise CannotDo("This guide was removed. Undo brings it back.")
        noted = count_noted(session, guide_id)
        follow = session.scalar(select(func.count()).where(Sitting.guide_key == guide_id)) or 0
        words = _words_for(own)
        return OwnGuideDetails(
            id=own.id,
            title=own.title,
            kind=own.kind,
            group=own.group,
            minutes=own.minutes,
            begun_from=words.title if words and own.begun_from else "",
            framing=words.opening_minutes + words.closing_minutes if words else 0,
            questions=tuple(
                QuestionRow(q.id, q.code, q.title, q.text, q.probes, q.minutes, noted.get(q.code, 0))
                for q in _questions(session, guide_id)
            ),
            sittings=follow,
        )


def count_noted(session: Session, guide_id: str) -> dict[str, int]:
    """Lines by question over all sittings that follow a guide of one's own."""
    noted = (
        select(Remark.question, func.count())
        .join(Sitting, Sitting.id == Remark.sitting_id)
        .where(Sitting.guide_key == guide_id)
        .group_by(Remark.question)
    )
    return {row[0]: row[1] for row in session.execute(noted)}


def begin_guide(
    engagement: Engagement, title: str, kind: SittingKind, group: Group | None = None, minutes: int = 60
) -> str:
    """Begin a guide of one's own with no question yet, and return its id."""
    with engagement.change("Begin guide") as session:
        own = OwnGuide(title=title, kind=kind, group=group, minutes=minutes)
        session.add(own)
        session.flush()
        return own.id


def copy_guide(engagement: Engagement, key: str) -> str:
    """Begin a guide of one's own from a guide of the library and return its id; the codes stay."""
    with engagement.change("Copy guide") as session:
        return _copy(session, get_guide(key))


def make_guide_own(engagement: Engagement, sitting_id: str) -> str:
    """Have a sitting follow a copy of its guide that can be changed, and return the copy's id.

    What was noted keeps its questions, for the codes stay. Raises CannotDo where it follows no guide of
    the library.
    """
    with engagement.change("Make guide my own") as session:
        sitting = session.get(Sitting, sitting_id)
        if sitting is None or sitting.guide_key not in list_guide_keys():
            raise CannotDo("This sitting follows no guide of the library. Choose one first.")
        own = _copy(session, get_guide(sitting.guide_key, sitting.guide_version or None))
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


def follow_guide(session: Session, key: str) -> int:
    """The version a sitting notes when it follows a guide; a shipped one is kept with the engagement."""
    if not key or session.get(OwnGuide, key) is not None:
        return 0
    version = newest_version("guides", key)
    keep_content(session, "guides", key, version)
    return version


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


def _questions(session: Session, guide_id: str) -> list[OwnQuestion]:
    query = select(OwnQuestion).where(OwnQuestion.guide_id == guide_id)
    return list(session.scalars(query.order_by(OwnQuestion.position, OwnQuestion.id)))


def _shipped() -> list[Guide]:
    return [get_guide(key) for key in list_guide_keys()]


def _words_for(own: OwnGuide) -> Guide | None:
    """The shipped guide whose consent and ground rules are read out: begun from, or the nearest."""
    if own.begun_from in list_guide_keys():
        return get_guide(own.begun_from)
    alike = [one for one in _shipped() if one.kind is own.kind]
    for_group = [one for one in alike if own.group in one.groups]
    for_adults = [one for one in alike if Group.STU not in one.groups]
    return next(iter([*for_group, *for_adults]), None)


def _as_guide(own: OwnGuide, questions: Iterable[OwnQuestion]) -> Guide:
    words, rows = _words_for(own), list(questions)
    asked = tuple(_as_question(row, place, len(rows)) for place, row in enumerate(rows))
    opening, closing = (words.opening_minutes, words.closing_minutes) if words else (0, 0)
    return Guide(
        key=own.id,
        version=0,
        title=Text(own.title),
        kind=own.kind,
        groups=(own.group,) if own.group else words.groups if words and own.begun_from else (),
        purpose=words.purpose if words and own.begun_from else Text(""),
        minutes=opening + sum(question.minutes for question in asked) + closing,
        people_least=words.people_least if words else 0,
        people_most=words.people_most if words else 0,
        before=words.before if words else (),
        consent=words.consent if words else (),
        ground_rules=words.ground_rules if words else (),
        opening_minutes=opening,
        questions=asked,
        closing=words.closing if words else Text(""),
        closing_minutes=closing,
        after=words.after if words else (),
        behaviors=words.behaviors if words else (),
    )


def _as_question(row: OwnQuestion, place: int, count: int) -> Question:
    is_last = count > 1 and place == count - 1
    part = QuestionPart.OPENING if place == 0 else QuestionPart.CLOSING if is_last else QuestionPart.CORE
    probes = (line.strip() for line in row.probes.splitlines())
    return Question(
        code=row.code,
        part=part,
        construct=next(iter(row.constructs.split()), None),
        title=Text(row.title or row.text),
        text=Text(row.text or row.title),
        probes=tuple(Text(line) for line in probes if line),
        minutes=row.minutes,
    )
