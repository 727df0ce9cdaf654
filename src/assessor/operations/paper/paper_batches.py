"""Returned paper forms: batches, and the sheets typed from them once or, blind, twice."""

import json
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from assessor.model import PaperBatch, PaperSheet, SurveyWave
from assessor.operations.paper.paper_questions import OFF_PAPER, PaperQuestion, questions_of
from assessor.operations.rows import set_values
from assessor.operations.survey_forms.forms import get_form, read_form
from assessor.store import Engagement
from assessor.terms import CannotDo, Group

FIRST, SECOND = 1, 2
_FORM = {"form_key", "form_version", "group"}
_GONE = "This batch was removed meanwhile. Undo brings it back."


@dataclass(frozen=True)
class BatchRow:
    """A batch as a list shows it. `second` are the sheets that were typed twice."""

    id: str
    wave_id: str
    wave: str
    group: Group
    form_key: str
    form_version: int
    form: str
    language: str
    label: str
    site_id: str | None
    sheets: int
    second: int
    is_brought_in: bool


@dataclass(frozen=True)
class SheetRow:
    """A sheet as a list shows it: how much of it is blank or unclear."""

    number: int
    blank: int
    unclear: int
    is_typed_twice: bool


@dataclass(frozen=True)
class BatchDetails:
    """A batch with what its form asks and the sheets typed."""

    row: BatchRow
    questions: tuple[PaperQuestion, ...]
    is_anonymous: bool
    """Whether its form promises that; on others answers can be marked "consultant only"."""
    sheets: tuple[SheetRow, ...]


def list_batches(engagement: Engagement, wave_id: str = "") -> list[BatchRow]:
    """The batches of a wave or of all, the newest wave first."""
    query = select(PaperBatch, SurveyWave.title).join(SurveyWave, SurveyWave.id == PaperBatch.wave_id)
    if wave_id:
        query = query.where(PaperBatch.wave_id == wave_id)
    order = (SurveyWave.opened_on.desc(), SurveyWave.title, PaperBatch.label, PaperBatch.id)
    with engagement.reading() as session:
        typed = _count_sheets(session)
        return [
            _row(session, batch, title, typed[batch.id])
            for batch, title in session.execute(query.order_by(*order))
        ]


def get_batch(engagement: Engagement, batch_id: str) -> BatchDetails:
    """A batch with its questions and sheets. Raises CannotDo when it was removed."""
    with engagement.reading() as session:
        batch = _batch(session, batch_id)
        wave = session.get_one(SurveyWave, batch.wave_id)
        row = _row(session, batch, wave.title, _count_sheets(session)[batch_id])
        second = set(_numbers(session, batch_id, SECOND))
        sheets = session.scalars(
            select(PaperSheet)
            .where(PaperSheet.batch_id == batch_id, PaperSheet.entry == FIRST)
            .order_by(PaperSheet.number)
        )
        rows = tuple(_sheet_row(sheet, sheet.number in second) for sheet in sheets)
        form = read_form(session, batch.form_key, batch.form_version)
        return BatchDetails(row, _questions(session, batch), form.anonymous, rows)


def add_batch(
    engagement: Engagement,
    wave_id: str,
    group: Group,
    form_key: str,
    form_version: int,
    *,
    language: str = "en",
    label: str = "",
    site_id: str | None = None,
) -> str:
    """Begin a batch of forms that came back together; returns its id."""
    title = get_form(engagement, form_key, form_version, language).title
    with engagement.change("Add batch of paper forms") as session:
        number = session.scalar(select(func.count(PaperBatch.id)).where(PaperBatch.wave_id == wave_id)) or 0
        batch = PaperBatch(
            wave_id=wave_id,
            group=group,
            form_key=form_key,
            form_version=form_version,
            language=language,
            label=label.strip() or f"Batch {number + 1}, {title}",
            site_id=site_id,
        )
        session.add(batch)
        session.flush()
        return batch.id


def edit_batch(engagement: Engagement, batch_id: str, **values: Any) -> None:
    """Change a batch's label, site, wave, form or language.

    Raises CannotDo when it was brought in already, or for another form once a sheet was typed.
    """
    with engagement.change("Edit batch") as session:
        require_open(session, batch_id)
        if _FORM & values.keys() and _numbers(session, batch_id, FIRST):
            raise CannotDo("Forms were typed already. Begin another batch for another form.")
        set_values(session, PaperBatch, batch_id, values)


def remove_batch(engagement: Engagement, batch_id: str) -> None:
    """Remove a batch with its sheets; answers that were brought in stay in the wave."""
    with engagement.change("Remove batch") as session:
        session.execute(delete(PaperBatch).where(PaperBatch.id == batch_id))


def keep_sheet(
    engagement: Engagement, batch_id: str, number: int, answers: Mapping[str, Any], entry: int = FIRST
) -> None:
    """Keep a sheet as it was typed, in place of what was typed before.

    Raises CannotDo when the batch was brought in, or for a second entry of a sheet typed never before.
    """
    with engagement.change(f"Type form {number}") as session:
        require_open(session, batch_id)
        if entry == SECOND and number not in _numbers(session, batch_id, FIRST):
            raise CannotDo(f"Form {number} was not typed a first time. Type it there first.")
        sheet = _sheet(session, batch_id, number, entry)
        if sheet is None:
            sheet = PaperSheet(batch_id=batch_id, number=number, entry=entry)
            session.add(sheet)
        sheet.answers = dict(answers)
        first = sheet if entry == FIRST else _sheet(session, batch_id, number, FIRST)
        if first is not None:
            first.settled = {}


def remove_sheet(engagement: Engagement, batch_id: str, number: int) -> None:
    """Remove a sheet, both times it was typed."""
    with engagement.change(f"Remove form {number}") as session:
        require_open(session, batch_id)
        here = (PaperSheet.batch_id == batch_id, PaperSheet.number == number)
        session.execute(delete(PaperSheet).where(*here))


def get_sheet(engagement: Engagement, batch_id: str, number: int, entry: int = FIRST) -> dict[str, Any]:
    """The answers typed from a sheet, or what is kept of one being typed; nothing of one never begun."""
    draft = engagement.get_draft(_draft_key(batch_id, number, entry))
    if draft:
        begun: dict[str, Any] = json.loads(draft)
        return begun
    with engagement.reading() as session:
        sheet = _sheet(session, batch_id, number, entry)
        return dict(sheet.answers) if sheet else {}


def keep_begun(
    engagement: Engagement, batch_id: str, number: int, answers: Mapping[str, Any], entry: int = FIRST
) -> None:
    """Keep a sheet that is being typed, so that nothing is lost; none of its answers ends that."""
    text = json.dumps(dict(answers)) if answers else ""
    engagement.keep_draft(_draft_key(batch_id, number, entry), text)


def next_number(details: BatchDetails, entry: int = FIRST) -> int:
    """The number of the sheet to type next."""
    if entry == FIRST:
        return max((sheet.number for sheet in details.sheets), default=0) + 1
    return next((sheet.number for sheet in details.sheets if not sheet.is_typed_twice), 0)


def _draft_key(batch_id: str, number: int, entry: int) -> str:
    return f"paper:{batch_id}:{entry}:{number}"


def _batch(session: Session, batch_id: str) -> PaperBatch:
    batch = session.get(PaperBatch, batch_id)
    if batch is None:
        raise CannotDo(_GONE)
    return batch


def require_open(session: Session, batch_id: str) -> PaperBatch:
    """The batch, where its forms may be changed. Raises CannotDo when it is gone or in its wave."""
    batch = _batch(session, batch_id)
    if batch.import_id:
        raise CannotDo("This batch is in the wave already. Take its answers out there to change a form.")
    return batch


def _sheet(session: Session, batch_id: str, number: int, entry: int) -> PaperSheet | None:
    query = select(PaperSheet).where(
        PaperSheet.batch_id == batch_id, PaperSheet.number == number, PaperSheet.entry == entry
    )
    return session.scalar(query)


def _numbers(session: Session, batch_id: str, entry: int) -> list[int]:
    query = select(PaperSheet.number).where(PaperSheet.batch_id == batch_id, PaperSheet.entry == entry)
    return list(session.scalars(query))


def _questions(session: Session, batch: PaperBatch) -> tuple[PaperQuestion, ...]:
    english = read_form(session, batch.form_key, batch.form_version)
    return questions_of(read_form(session, batch.form_key, batch.form_version, batch.language), english)


def _count_sheets(session: Session) -> defaultdict[str, Counter[int]]:
    query = select(PaperSheet.batch_id, PaperSheet.entry, func.count())
    found: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for batch_id, entry, count in session.execute(query.group_by(PaperSheet.batch_id, PaperSheet.entry)):
        found[batch_id][entry] = count
    return found


def _row(session: Session, batch: PaperBatch, wave: str, typed: Counter[int]) -> BatchRow:
    form = read_form(session, batch.form_key, batch.form_version, batch.language)
    return BatchRow(
        id=batch.id,
        wave_id=batch.wave_id,
        wave=wave,
        group=batch.group,
        form_key=batch.form_key,
        form_version=batch.form_version,
        form=form.title,
        language=batch.language,
        label=batch.label,
        site_id=batch.site_id,
        sheets=typed[FIRST],
        second=typed[SECOND],
        is_brought_in=batch.import_id is not None,
    )


def _sheet_row(sheet: PaperSheet, is_typed_twice: bool) -> SheetRow:
    found = Counter(answer for answer in sheet.answers.values() if isinstance(answer, str))
    unclear, blank = (found[each] for each in OFF_PAPER)
    return SheetRow(sheet.number, blank, unclear, is_typed_twice)
