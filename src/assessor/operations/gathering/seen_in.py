"""Where a strength was seen: its evidence by method and group, in a few words that read well."""

from collections import defaultdict

from sqlalchemy import select

from assessor.model import Remark, Sitting
from assessor.operations.evidence.listing import EvidenceRow
from assessor.operations.evidence.ties import EvidenceKind
from assessor.operations.gathering.survey_items import count_shown_answers
from assessor.operations.gathering.surveys import PublicSurveys
from assessor.operations.gathering.wording import capitalized
from assessor.operations.strategic_plan.levels import GROUP_LABELS
from assessor.operations.strategic_plan.wording import lower_first
from assessor.store import Engagement
from assessor.terms import Group, SittingKind, Stance

_MEETINGS = {
    SittingKind.FOCUS_GROUP: "focus groups",
    SittingKind.INTERVIEW: "interviews",
    SittingKind.JOINT_SESSION: "joint session",
    SittingKind.OBSERVATION: "observation",
}
_UNATTRIBUTED = frozenset({SittingKind.JOINT_SESSION, SittingKind.OBSERVATION})


def seen_in(engagement: Engagement, surveys: PublicSurveys, evidence: list[EvidenceRow]) -> tuple[str, ...]:
    """A phrase a method: "survey, teachers and staff, n 68", "focus groups with students and families"."""
    rows = [row for row in evidence if row.stance is Stance.FOR and not row.is_withdrawn]
    phrases = [
        *_surveys(surveys, rows),
        *_meetings(engagement, rows),
        *(lower_first(row.heading) for row in rows if row.kind is EvidenceKind.MEASURE),
        *_documents(rows),
    ]
    return tuple(dict.fromkeys(phrase for phrase in phrases if phrase))


def _surveys(surveys: PublicSurveys, rows: list[EvidenceRow]) -> list[str]:
    asked: dict[Group, int] = {}
    for row in rows:
        if row.kind is EvidenceKind.SURVEY_RESULT and row.groups and not row.is_hidden:
            count = count_shown_answers(surveys, row.target_id, row.question, row.groups[0])
            if count is not None:
                asked[row.groups[0]] = max(count, asked.get(row.groups[0], 0))
    if len(asked) == 1:
        ((group, count),) = asked.items()
        return [f"survey, {GROUP_LABELS[group].lower()}, n {count:,}"]
    told = [f"{GROUP_LABELS[group].lower()} (n {asked[group]:,})" for group in Group if group in asked]
    return [f"survey, {_listed(told)}"] if told else []


def _meetings(engagement: Engagement, rows: list[EvidenceRow]) -> list[str]:
    groups: defaultdict[SittingKind, set[Group]] = defaultdict(set)
    kinds = _kinds_of(engagement, rows)
    for row in rows:
        if row.target_id in kinds:
            groups[kinds[row.target_id]].update(row.groups)
    return [_meeting(kind, groups[kind]) for kind in _MEETINGS if kind in groups]


def _meeting(kind: SittingKind, groups: set[Group]) -> str:
    names = [GROUP_LABELS[group].lower() for group in Group if group in groups]
    if not names or kind in _UNATTRIBUTED:
        return _MEETINGS[kind]
    return f"{_MEETINGS[kind]} with {_listed(names)}"


def _kinds_of(engagement: Engagement, rows: list[EvidenceRow]) -> dict[str, SittingKind]:
    """By which kind of meeting the remarks and sittings among the evidence came, by their ids."""
    remarks = [row.target_id for row in rows if row.kind is EvidenceKind.REMARK]
    sittings = [row.target_id for row in rows if row.kind is EvidenceKind.SITTING]
    said = select(Remark.id, Sitting.kind).join(Sitting, Sitting.id == Remark.sitting_id)
    with engagement.reading() as session:
        found = session.execute(said.where(Remark.id.in_(remarks))).all()
        met = session.execute(select(Sitting.id, Sitting.kind).where(Sitting.id.in_(sittings))).all()
        return {row.id: row.kind for row in (*found, *met)}


def _documents(rows: list[EvidenceRow]) -> list[str]:
    kinds = {EvidenceKind.PASSAGE, EvidenceKind.RATING}
    titles = dict.fromkeys(lower_first(row.heading) for row in rows if row.kind in kinds)
    return list(titles)


def _listed(names: list[str]) -> str:
    """Names with "and" before the last; a comma too where a name has an "and" of its own."""
    *head, last = names
    if not head:
        return last
    comma = "," if len(head) > 1 or " and " in head[0] else ""
    return f"{', '.join(head)}{comma} and {last}"


def as_sentences(phrases: tuple[str, ...]) -> str:
    """Survey, students, n 166. Focus groups with students."""
    return " ".join(f"{capitalized(phrase)}." for phrase in phrases)


def as_row(phrases: tuple[str, ...]) -> str:
    """Survey, students, n 166; focus groups with students"""
    return capitalized("; ".join(phrases))
