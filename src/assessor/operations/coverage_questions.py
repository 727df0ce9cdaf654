"""Which guide questions each group was asked and has answered, by subject, with the sessions behind it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assessor.instruments.guides import Guide, Question
from assessor.instruments.item_banks import get_item_bank
from assessor.operations.coverage_sessions import GuidedSession, read_sessions
from assessor.operations.guides import get_guide_of
from assessor.operations.saturations import Saturation, measure_saturation
from assessor.store import Engagement
from assessor.terms import Group

_NO_SUBJECT = ""


class QuestionState(StrEnum):
    """What a group did with a question."""

    ANSWERED = "answered"
    ASKED = "asked"
    NOT_ASKED = "not_asked"
    TO_COME = "to_come"


@dataclass(frozen=True)
class QuestionCell:
    """One question, or all of a subject, with one group."""

    state: QuestionState
    followed: int
    """Sessions held after a guide that asks it."""
    asked: int
    """Sessions in which it was asked."""
    saturation: Saturation
    """The sessions that answered it, in time order, and what each brought."""
    answered: int = 0
    """Sessions that answered; of a subject, its questions that were."""
    questions: int = 0
    """Of a subject: its questions in the guides of the group."""
    next_on: date | None = None
    next_id: str = ""
    """The next sitting that will ask it."""


@dataclass(frozen=True)
class QuestionLine:
    """A question of a guide, by group."""

    key: str
    code: str
    title: str
    text: str
    guide: str
    cells: Mapping[Group, QuestionCell]
    saturation: Saturation


@dataclass(frozen=True)
class Subject:
    """The questions on one construct; those on none come last, with an empty code."""

    code: str
    title: str
    lines: tuple[QuestionLine, ...]
    cells: Mapping[Group, QuestionCell]
    saturation: Saturation


@dataclass(frozen=True)
class Questions:
    """Every question of the guides in use, under its subject."""

    groups: tuple[Group, ...]
    subjects: tuple[Subject, ...]


def get_questions(engagement: Engagement, site_id: str | None = None) -> Questions:
    """The questions of the newest cycle's interviews, groups and joint sessions, at one site or at all.

    A question is answered where something was said under it, by the group of those who said it, else by the
    group of the sitting; it was asked where it was chosen while taking notes, or anything was noted under it.
    Whiles off the record never count. Observations have settings instead of questions and are left out.
    """
    with engagement.reading() as session:
        sessions = read_sessions(session, site_id)
        named = {
            one.guide_key: one.guide_version for one in sessions
        }  # the newest version names the questions
        found_guides = [get_guide_of(engagement, key, version) for key, version in named.items()]
        guides = [guide for guide in found_guides if guide is not None]
    found = {group for one in sessions for group in one.groups}
    groups = tuple(group for group in Group if group in found)
    asked: defaultdict[str, list[tuple[Guide, Question]]] = defaultdict(list)
    for guide in guides:
        for question in guide.questions:
            asked[question.construct or _NO_SUBJECT].append((guide, question))
    titles = {construct.code: construct.name for construct in get_item_bank().constructs}
    order = [*titles, *sorted(asked.keys() - titles.keys() - {_NO_SUBJECT}), _NO_SUBJECT]
    return Questions(
        groups,
        tuple(
            _subject(code, titles.get(code, code), asked[code], sessions, groups)
            for code in order
            if asked.get(code)
        ),
    )


def _subject(
    code: str,
    title: str,
    asked: list[tuple[Guide, Question]],
    sessions: list[GuidedSession],
    groups: tuple[Group, ...],
) -> Subject:
    lines = tuple(_line(guide, question, sessions, groups) for guide, question in asked)
    cells = {}
    by_guide: defaultdict[str, list[str]] = defaultdict(list)
    for guide, question in asked:
        by_guide[guide.key].append(question.code)
    for group in groups:
        parts = [line.cells[group] for line in lines if group in line.cells]
        if parts:
            cells[group] = _together(parts, _measure(sessions, by_guide, (group,)))
    return Subject(code, title, lines, cells, _measure(sessions, by_guide, groups))


def _together(parts: list[QuestionCell], saturation: Saturation) -> QuestionCell:
    """All questions of a subject with one group: answered as soon as one is."""
    states = [part.state for part in parts]
    state = next(state for state in QuestionState if state in states)
    soonest = min((part for part in parts if part.next_on), key=_next_on, default=None)
    return QuestionCell(
        state,
        max(part.followed for part in parts),
        max(part.asked for part in parts),
        saturation,
        sum(part.state is QuestionState.ANSWERED for part in parts),
        len(parts),
        soonest.next_on if soonest else None,
        soonest.next_id if soonest else "",
    )


def _next_on(cell: QuestionCell) -> date:
    return cell.next_on or date.max


def _line(
    guide: Guide, question: Question, sessions: list[GuidedSession], groups: tuple[Group, ...]
) -> QuestionLine:
    following = [one for one in sessions if one.guide_key == guide.key]
    where = {guide.key: [question.code]}
    cells = {}
    for group in groups:
        theirs = [one for one in following if group in one.groups]
        if theirs:
            cells[group] = _cell(question.code, theirs, _measure(theirs, where, (group,)))
    everybody = _measure(following, where, groups)
    key = f"{guide.key}/{question.code}"
    return QuestionLine(key, question.code, question.title, question.text, guide.title, cells, everybody)


def _cell(code: str, sessions: list[GuidedSession], saturation: Saturation) -> QuestionCell:
    held = [one for one in sessions if one.started_at is not None]
    ahead = [one for one in sessions if one.started_at is None]
    first = min(ahead, key=lambda one: one.planned_on or date.max, default=None)
    asked = sum(code in one.asked for one in held)
    answered = len(saturation.sessions)
    if answered:
        state = QuestionState.ANSWERED
    elif held:
        state = QuestionState.ASKED if asked else QuestionState.NOT_ASKED
    else:
        state = QuestionState.TO_COME
    next_on, next_id = (first.planned_on, first.id) if first else (None, "")
    return QuestionCell(state, len(held), max(asked, answered), saturation, answered, 1, next_on, next_id)


def _measure(
    sessions: Iterable[GuidedSession], questions: Mapping[str, list[str]], groups: Iterable[Group]
) -> Saturation:
    groups = tuple(groups)
    found = [one.codes(questions.get(one.guide_key, ()), groups) for one in sessions]
    return measure_saturation([codes for codes in found if codes is not None])
