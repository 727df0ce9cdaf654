"""What people wrote in a survey: shown for groups of ten or more, quoted once the consultant cleared it."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from assessor.analysis.differencing import rule_on_comments
from assessor.model import CommentClearance, Site
from assessor.operations.surveys.responses import find_respondent, known_as
from assessor.operations.surveys.survey_groups import GroupAnswers
from assessor.operations.surveys.survey_reading import WaveAnswers, read_wave
from assessor.operations.surveys.survey_result_rows import Audience
from assessor.store import Engagement
from assessor.terms import Clearance, Group

_TEXT = "text"
_NOBODY = ("", "-", "n/a", "na", "none", "no", "nothing", "nope", ".")


@dataclass(frozen=True)
class CommentRow:
    """A comment, named by group and school level and by nothing else."""

    respondent: str
    code: str
    question: str
    group: Group | None
    level: str
    text: str
    clearance: Clearance


@dataclass(frozen=True)
class _Comment:
    """What a respondent wrote."""

    respondent: str
    site_id: str | None
    text: str


def list_open_comments(
    engagement: Engagement, wave_id: str, audience: Audience = Audience.PUBLIC, group: Group | None = None
) -> list[CommentRow]:
    """The comments of groups of ten or more, by question; for the public only those cleared.

    Source: domain.md 2.6 rule 7. A group under ten (or the audience's threshold) has none.
    """
    with engagement.reading() as session:
        wave = read_wave(session, wave_id, audience)
        found = _comments(session, wave)
    return [
        row
        for row in found
        if group in (None, row.group)
        and (audience is Audience.INTERNAL or row.clearance is Clearance.CLEARED)
    ]


def clear_comment(engagement: Engagement, respondent: str, code: str, clearance: Clearance) -> None:
    """Say whether a comment may be quoted: no names, positions, single cases or unique events are in it."""
    with engagement.change(_LABELS[clearance]) as session:
        set_id, place = find_respondent(session, respondent)
        row = session.scalar(
            select(CommentClearance).where(
                CommentClearance.set_id == set_id,
                CommentClearance.place == place,
                CommentClearance.code == code,
            )
        )
        if row is None:
            session.add(CommentClearance(set_id=set_id, place=place, code=code, clearance=clearance))
        else:
            row.clearance = clearance


_LABELS = {
    Clearance.CLEARED: "Clear comment",
    Clearance.WITHHELD: "Withhold comment",
    Clearance.NOT_REVIEWED: "Review comment again",
}


def count_waiting(session: Session, wave: WaveAnswers) -> int:
    """How many comments that might be quoted nobody has cleared or withheld yet, within a lookup."""
    return sum(row.clearance is Clearance.NOT_REVIEWED for row in _comments(session, wave))


def _comments(session: Session, wave: WaveAnswers) -> list[CommentRow]:
    questions = [question for question in wave.questions if question.kind == _TEXT]
    large = {
        group: given
        for group, given in wave.answers.items()
        if rule_on_comments(given.n, wave.threshold).allowed
    }
    if not questions or not large:
        return []
    levels = {site.id: site.level for site in session.scalars(select(Site))}
    cleared = {
        (known_as(row.set_id, row.place), row.code): row.clearance
        for row in session.scalars(select(CommentClearance))
    }
    return [
        CommentRow(
            respondent=one.respondent,
            code=question.code,
            question=question.wording(group),
            group=group,
            level=levels.get(one.site_id, "") if one.site_id else "",
            text=one.text,
            clearance=cleared.get((one.respondent, question.code), Clearance.NOT_REVIEWED),
        )
        for question in questions
        for group in wave.ordered_groups
        if group in large
        for one in _written(large[group], question.code)
    ]


def _written(given: GroupAnswers, code: str) -> Iterator[_Comment]:
    """What a group wrote under a question, in their order; "none" and the like say nothing."""
    for found in given.sets:
        column = found.columns.get(code)
        if column is None:
            continue
        texts = [_text(value) for value in column.values]
        for place, number in enumerate(column.codes):
            if texts[number]:
                yield _Comment(known_as(found.id, place), found.site_id, texts[number])


def _text(value: object) -> str:
    text = "" if value is None else str(value).strip()
    return "" if text.casefold().rstrip(".!") in _NOBODY else text
