"""A batch of paper forms brought into its wave: answers like those of any table, in one change."""

from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from assessor.instruments.surveys import list_survey_keys
from assessor.model import PaperBatch, PaperSheet, ResponseSet, SurveyImport, SurveyQuestion
from assessor.operations.contents import keep_content
from assessor.operations.paper.paper_batches import FIRST, BatchDetails, get_batch
from assessor.operations.paper.paper_comparisons import compare_entries
from assessor.operations.paper.paper_questions import HELD_BACK, OFF_PAPER, PAPER, PaperQuestion
from assessor.operations.survey_forms.form_clashes import refuse_clash
from assessor.operations.survey_forms.forms import read_form
from assessor.operations.surveys.responses import keep_rows
from assessor.operations.surveys.survey_answers import without_contacts
from assessor.operations.surveys.survey_storing import keep_questions
from assessor.operations.surveys.survey_waves import asked_group
from assessor.store import Engagement
from assessor.terms import CannotDo, Group

_ON_POINTS = ("scale", "stage", "rating")


@dataclass(frozen=True)
class PaperArrival:
    """What a batch brought: respondents, and the answers that were blank or could not be read."""

    import_id: str
    responses: int
    blank_forms: int
    unclear: int


def bring_in_batch(engagement: Engagement, batch_id: str) -> PaperArrival:
    """Bring a batch's forms into its wave, each as one respondent; undo takes all of them out again.

    Where the two entries differ, what was settled counts. Blank and unclear are no answers; a form that is
    all blank is left out. Raises CannotDo while differences wait, for an empty batch, or twice.
    """
    details = get_batch(engagement, batch_id)
    _refuse(engagement, details)
    with engagement.change(f"Bring in {details.row.label}") as session:
        batch = session.get_one(PaperBatch, batch_id)
        sheets = _read_sheets(session, batch_id)
        rows = [row for row in (_answers(sheet) for sheet in sheets) if row]
        arrived = _new_import(details, len(rows))
        session.add(arrived)
        session.flush()
        _ask(session, details, rows)
        _keep_group(session, details)
        keep_rows(session, arrived.id, details.row.group, details.row.site_id, rows)
        batch.import_id = arrived.id
        unclear = sum(sheet.unclear for sheet in details.sheets)
        return PaperArrival(arrived.id, len(rows), len(sheets) - len(rows), unclear)


def held_back_on_paper(session: Session, set_id: str, place: int) -> tuple[str, ...]:
    """The codes that a respondent marked "consultant only" on paper, none elsewhere; within a lookup."""
    query = (
        select(PaperBatch.id)
        .join(ResponseSet, ResponseSet.import_id == PaperBatch.import_id)
        .where(ResponseSet.id == set_id)
    )
    batch_id = session.scalar(query)
    told = [sheet for sheet in _read_sheets(session, batch_id) if _answers(sheet)] if batch_id else []
    return tuple(told[place].answers.get(HELD_BACK, ())) if place < len(told) else ()


def take_out_batch(engagement: Engagement, batch_id: str) -> None:
    """Take a batch's answers out of its wave, so that its forms can be changed."""
    with engagement.change("Take batch out of wave") as session:
        batch = session.get_one(PaperBatch, batch_id)
        arrived = session.get(SurveyImport, batch.import_id) if batch.import_id else None
        if arrived is None:
            raise CannotDo("This batch is not in its wave. Bring it in first.")
        session.delete(arrived)


def _refuse(engagement: Engagement, details: BatchDetails) -> None:
    if details.row.is_brought_in:
        raise CannotDo("This batch is in its wave already.")
    if not details.sheets:
        raise CannotDo("No form of this batch was typed yet. Type the first one.")
    waiting = compare_entries(engagement, details.row.id).waiting
    if waiting:
        some = "One answer was" if waiting == 1 else f"{waiting} answers were"
        raise CannotDo(f"{some} typed in two ways. Look at the paper and settle what stands there.")


def _read_sheets(session: Session, batch_id: str) -> list[PaperSheet]:
    query = select(PaperSheet).where(PaperSheet.batch_id == batch_id, PaperSheet.entry == FIRST)
    return list(session.scalars(query.order_by(PaperSheet.number)))


def _answers(sheet: PaperSheet) -> dict[str, Any]:
    """What counts of a sheet: nothing that is blank or unclear, no address in what was written."""
    settled = {**sheet.answers, **sheet.settled}
    return {
        code: _kept(answer)
        for code, answer in settled.items()
        if code != HELD_BACK and answer not in OFF_PAPER
    }


def _kept(answer: Any) -> Any:
    return without_contacts(answer) if isinstance(answer, str) else answer


def _new_import(details: BatchDetails, rows: int) -> SurveyImport:
    return SurveyImport(
        wave_id=details.row.wave_id,
        file_name=details.row.label,
        sha256=sha256(f"{PAPER}:{details.row.id}".encode()).hexdigest(),
        tool=PAPER,
        mapping={"columns": [{"code": question.code} for question in details.questions]},
        imported_at=datetime.now(UTC),
        rows=rows,
    )


def _keep_group(session: Session, details: BatchDetails) -> None:
    row = asked_group(session, details.row.wave_id, details.row.group)
    refuse_clash(session, row, details.row.form_key, details.row.form_version)
    if not row.form_key:
        row.form_key, row.form_version = details.row.form_key, details.row.form_version
    if details.row.form_key in list_survey_keys():  # one's own are in tables of their own
        form = read_form(session, details.row.form_key, details.row.form_version)
        keep_content(session, "surveys", form.key, form.version)
        keep_content(session, "item_banks", form.bank, form.bank_version)


def _ask(session: Session, details: BatchDetails, rows: list[dict[str, Any]]) -> None:
    answered = {code for row in rows for code in row}
    groups: set[Group | None] = {details.row.group}
    asked = [
        (_question(details.row.wave_id, question), groups)
        for question in details.questions
        if question.code in answered
    ]
    keep_questions(session, details.row.wave_id, asked)


def _question(wave_id: str, question: PaperQuestion) -> SurveyQuestion:
    item, known = question.item, question.item.known
    points = {"low": item.low, "high": item.high} if item.kind in _ON_POINTS else {}
    return SurveyQuestion(
        wave_id=wave_id,
        code=question.code,
        text=known.wording,
        wordings={},
        kind=item.kind,
        construct=known.construct,
        is_reversed=known.reverse,
        choices=list(item.labels),
        position=item.position,
        **points,
    )
