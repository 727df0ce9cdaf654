"""Evidence from remarks: who said it where, the words, how many agreed, and whether it may be quoted."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from assessor.model import Participant, Remark, RemarkSpeaker, Site, Sitting
from assessor.operations.evidence.ties import Count, Description
from assessor.operations.evidence.wording import FIDELITY_WORDS, group_words
from assessor.terms import Clearance, Fidelity, Group, RemarkKind, SittingKind


@dataclass(frozen=True)
class Speaker:
    """Someone who made a remark, with the consent given."""

    code: str
    group: Group
    takes_part: bool
    may_be_quoted: bool


def describe_remarks(session: Session, ids: Iterable[str]) -> dict[str, Description]:
    """What remarks say as evidence, by id."""
    wanted = set(ids)
    query = (
        select(Remark, Sitting.kind, Sitting.code, Sitting.group, Site.name.label("site"))
        .join(Sitting, Sitting.id == Remark.sitting_id)
        .outerjoin(Site, Site.id == Sitting.site_id)
        .where(Remark.id.in_(wanted))
    )
    speakers = _speakers(session, wanted)
    rows = session.execute(query).all()
    return {row.Remark.id: _describe(row, tuple(speakers[row.Remark.id])) for row in rows}


def _speakers(session: Session, ids: set[str]) -> dict[str, list[Speaker]]:
    found: dict[str, list[Speaker]] = defaultdict(list)
    query = (
        select(
            RemarkSpeaker.remark_id,
            Participant.code,
            Participant.group,
            Participant.takes_part,
            Participant.may_be_quoted,
        )
        .join(Participant, Participant.id == RemarkSpeaker.participant_id)
        .where(RemarkSpeaker.remark_id.in_(ids))
        .order_by(Participant.code)
    )
    for remark_id, code, group, takes_part, may_be_quoted in session.execute(query):
        found[remark_id].append(Speaker(code, group, takes_part, may_be_quoted))
    return found


def _describe(row: Any, speakers: tuple[Speaker, ...]) -> Description:
    remark: Remark = row.Remark
    groups = frozenset(each.group for each in speakers) or frozenset(filter(None, [row.group]))
    is_quote = remark.kind is RemarkKind.SAID and remark.fidelity is not Fidelity.PARAPHRASE
    tally = _tally(remark)
    return Description(
        heading=_heading(row, groups),
        words=remark.text,
        is_quote=is_quote,
        note=tally or (FIDELITY_WORDS[remark.fidelity] if is_quote else row.code),
        groups=groups,
        sources=frozenset([remark.sitting_id]),
        seen_as=" · ".join(filter(None, [remark.text, tally])),
        is_withdrawn=any(not each.takes_part for each in speakers),
        uncleared=_uncleared(remark, speakers) if is_quote else "",
        is_withheld=remark.clearance is Clearance.WITHHELD,
        counts=_counts(remark),
        dissent=remark.dissent or 0,
    )


def _heading(row: Any, groups: frozenset[Group]) -> str:
    who = "Observation" if row.kind is SittingKind.OBSERVATION else group_words(groups) or "Joint session"
    return ", ".join(filter(None, [who, row.site]))


def _tally(remark: Remark) -> str:
    if remark.agree is None:
        return ""
    return f"{remark.agree} of {remark.present} agree" if remark.present else f"{remark.agree} agree"


def _counts(remark: Remark) -> tuple[Count, ...]:
    return (Count(remark.agree, remark.present),) if remark.agree is not None and remark.present else ()


def _uncleared(remark: Remark, speakers: tuple[Speaker, ...]) -> str:
    """Why the words may not be printed. Words that are withheld are settled: they are never printed."""
    if remark.clearance is Clearance.WITHHELD:
        return ""
    unasked = [each.code for each in speakers if not each.may_be_quoted]
    if unasked:
        return f"{' and '.join(unasked)} did not agree to be quoted"
    if remark.clearance is Clearance.NOT_REVIEWED:
        return "it has not been cleared for quotation"
    return ""
