"""Guides to ask from: those shipped and those of one's own, looked up from one place and read alike."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from assessor.instruments.guides import Guide, Question, QuestionPart, get_guide, list_guide_keys
from assessor.instruments.library import newest_version
from assessor.instruments.records import Text
from assessor.model import OwnGuide, OwnQuestion, Remark, Sitting
from assessor.operations.contents import keep_content
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
    """A question of a guide, and how many lines were noted on it."""

    id: str
    """In a shipped guide its code."""
    code: str
    title: str
    text: str
    probes: str
    """One a line."""
    construct: str
    minutes: int
    remarks: int


@dataclass(frozen=True)
class GuideDetails:
    """A guide with its questions, as it is read and edited."""

    key: str
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
    is_own: bool

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


def get_guide_details(engagement: Engagement, key: str) -> GuideDetails:
    """A guide with its questions, shipped or one's own. Raises CannotDo when it was removed."""
    with engagement.reading() as session:
        own, noted = session.get(OwnGuide, key), count_noted(session, key)
        rows = _own_rows(session, key, noted) if own else ()
        follow = session.scalar(select(func.count()).where(Sitting.guide_key == key)) or 0
    guide = get_guide_of(engagement, key)
    if guide is None:
        raise CannotDo("This guide was removed. Undo brings it back.")
    shipped = (_shipped_row(question, noted.get(question.code, 0)) for question in guide.questions)
    return GuideDetails(
        key=key,
        title=guide.title,
        kind=guide.kind,
        group=own.group if own else guide.groups[0] if len(guide.groups) == 1 else None,
        minutes=own.minutes if own else guide.minutes,
        begun_from=get_guide(own.begun_from).title if own and own.begun_from in list_guide_keys() else "",
        framing=guide.opening_minutes + guide.closing_minutes,
        questions=rows if own else tuple(shipped),
        sittings=follow,
        is_own=own is not None,
    )


def count_noted(session: Session, guide_id: str) -> dict[str, int]:
    """Lines by question over all sittings that follow a guide."""
    noted = (
        select(Remark.question, func.count())
        .join(Sitting, Sitting.id == Remark.sitting_id)
        .where(Sitting.guide_key == guide_id)
        .group_by(Remark.question)
    )
    return {row[0]: row[1] for row in session.execute(noted)}


def follow_guide(session: Session, key: str) -> int:
    """The version a sitting notes when it follows a guide; a shipped one is kept with the engagement."""
    if not key or session.get(OwnGuide, key) is not None:
        return 0
    version = newest_version("guides", key)
    keep_content(session, "guides", key, version)
    return version


def _questions(session: Session, guide_id: str) -> list[OwnQuestion]:
    query = select(OwnQuestion).where(OwnQuestion.guide_id == guide_id)
    return list(session.scalars(query.order_by(OwnQuestion.position, OwnQuestion.id)))


def _own_rows(session: Session, guide_id: str, noted: Mapping[str, int]) -> tuple[QuestionRow, ...]:
    return tuple(
        QuestionRow(
            row.id,
            row.code,
            row.title,
            row.text,
            row.probes,
            row.constructs,
            row.minutes,
            noted.get(row.code, 0),
        )
        for row in _questions(session, guide_id)
    )


def _shipped_row(question: Question, noted: int) -> QuestionRow:
    probes, construct = "\n".join(question.probes), question.construct or ""
    return QuestionRow(
        question.code,
        question.code,
        question.title,
        question.text,
        probes,
        construct,
        question.minutes,
        noted,
    )


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
