"""Respondents of a wave as the file keeps them: sets of one group and site, their answers by column."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from assessor.model import ResponseSet, SurveyImport
from assessor.store.answer_columns import MEDIA_TYPE, AnswerColumn, pack, pack_rows, unpack
from assessor.store.attachments import keep_attachment, read_attachment
from assessor.terms import CannotDo, Group

_BETWEEN = ":"


@dataclass(frozen=True)
class AnswerSet:
    """The respondents of one group at one site who came with one table. A respondent has a place in it."""

    id: str
    import_id: str
    group: Group | None
    site_id: str | None
    n: int
    columns: Mapping[str, AnswerColumn]

    @cached_property
    def rows(self) -> tuple[dict[str, Any], ...]:
        """Each respondent's answers by question code; an absent code is no answer."""
        rows: tuple[dict[str, Any], ...] = tuple({} for _ in range(self.n))
        for code, column in self.columns.items():
            for row, answer in zip(rows, column.as_list(), strict=True):
                if answer is not None:
                    row[code] = answer
        return rows


def keep_set(
    session: Session,
    import_id: str,
    group: Group | None,
    site_id: str | None,
    n: int,
    columns: Mapping[str, AnswerColumn],
) -> None:
    """Keep the answers of `n` respondents inside the change that is open."""
    answers = keep_attachment(session, pack(columns), MEDIA_TYPE)
    session.add(ResponseSet(import_id=import_id, group=group, site_id=site_id, n=n, answers=answers))


def keep_rows(
    session: Session,
    import_id: str,
    group: Group | None,
    site_id: str | None,
    rows: Sequence[Mapping[str, Any]],
) -> None:
    """Keep the answers of respondents given one by one inside the change that is open."""
    answers = keep_attachment(session, pack_rows(rows), MEDIA_TYPE)
    session.add(ResponseSet(import_id=import_id, group=group, site_id=site_id, n=len(rows), answers=answers))


def read_sets(session: Session, wave_id: str) -> Iterator[AnswerSet]:
    """The sets of a wave, in the order they came, within a lookup."""
    query = (
        select(ResponseSet)
        .join(SurveyImport, SurveyImport.id == ResponseSet.import_id)
        .where(SurveyImport.wave_id == wave_id)
        .order_by(SurveyImport.imported_at, ResponseSet.id)
    )
    for row in session.scalars(query):
        columns = unpack(read_attachment(session, row.answers)) if row.answers else {}
        yield AnswerSet(row.id, row.import_id, row.group, row.site_id, row.n, columns)


def known_as(set_id: str, place: int) -> str:
    """What a respondent is known by: the set and the place in it, from 0."""
    return f"{set_id}{_BETWEEN}{place}"


def find_respondent(session: Session, respondent: str) -> tuple[str, int]:
    """The set and the place of a respondent. Raises CannotDo when these answers were removed."""
    set_id, _, place = respondent.rpartition(_BETWEEN)
    found = session.get(ResponseSet, set_id) if place.isdecimal() else None
    if found is None or int(place) >= found.n:
        raise CannotDo("These answers were removed meanwhile. Undo brings them back.")
    return set_id, int(place)
