"""Survey tables brought in: answers in sets, and the table without what identifies people, in one change."""

import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from assessor.exchange.mappings import (
    ColumnMapping,
    Mapping,
    Use,
    mapping_from_json,
    mapping_to_json,
)
from assessor.exchange.packed_tables import MEDIA_TYPE
from assessor.exchange.responses import apply_mapping
from assessor.exchange.survey_tables import TableChoices
from assessor.model import SurveyImport, SurveyQuestion, SurveyWave
from assessor.operations.surveys.survey_answer_sets import store_answers
from assessor.operations.surveys.survey_answers import without_contacts
from assessor.operations.surveys.survey_arrivals import Arriving, LeftOut, list_left_out
from assessor.operations.surveys.survey_arriving_files import (
    ImportSource,
    KeptTable,
    keep_table,
)
from assessor.operations.surveys.survey_proposals import ImportProposal, propose_import, without_private
from assessor.operations.surveys.survey_storing import store_groups, store_questions
from assessor.operations.surveys.survey_waves import new_wave
from assessor.progress import Progress, Work, as_part
from assessor.store import Engagement
from assessor.store.attachments import keep_attachment
from assessor.terms import CannotDo, Group

_READ, _ALL = 75, 100


@dataclass(frozen=True)
class Imported:
    """What an import brought: how many responses, to how many questions, and what was left out and why."""

    wave_id: str
    import_id: str
    responses: int
    questions: int
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True)
class ImportRow:
    """A table that was brought into a wave."""

    id: str
    wave_id: str
    file_name: str
    tool: str
    imported_at: datetime
    rows: int
    has_table: bool
    """Whether the table it came with is kept."""


def import_survey(
    engagement: Engagement,
    path: Path,
    *,
    title: str = "",
    wave_id: str | None = None,
    group: Group | None = None,
    mapping: str | None = None,
    choices: TableChoices | None = None,
) -> Work[Imported]:
    """Bring a table of answers into a wave, a new one unless `wave_id` names it.

    `group` answered where no column says who did; `mapping` is JSON (exchange.mappings), the proposed one
    without it. Columns that identify people are dropped whatever the mapping says. One change: undo removes
    all of it, and closing the work at any moment leaves nothing. Raises UnreadableFile, UnfitMapping, or
    CannotDo for a table that is here already, holds no answers, or contradicts the wave's questions.
    """
    proposal = yield from as_part(propose_import(path, choices, group, engagement), 0, _READ, _ALL)
    given = mapping_from_json(mapping) if mapping else proposal.mapping
    if group:
        given = replace(given, group=group.value)
    keeping = import_proposal(engagement, proposal, given, title=title, wave_id=wave_id)
    return (yield from as_part(keeping, _READ, _ALL, _ALL))


def import_proposal(
    engagement: Engagement,
    proposal: ImportProposal,
    mapping: Mapping,
    *,
    title: str = "",
    wave_id: str | None = None,
) -> Work[Imported]:
    """Bring in a table that was read before, by the mapping settled since; as `import_survey`."""
    source, table = proposal.source, proposal.table
    name = source.path.name
    if refusal := table.source_tool.why_not(name):
        raise CannotDo(refusal)
    yield Progress(0, _ALL, "Reading the answers")
    settled = without_private(mapping, table)
    arriving = Arriving(table, settled, apply_mapping(table, settled), proposal.found)
    if not arriving.read.count:
        raise CannotDo(f"“{name}” holds no answers as its columns are used. Use a column as a question.")
    kept = yield from as_part(keep_table(source, table), 20, 60, _ALL)
    with engagement.change("Import survey answers") as session:
        _refuse_twice(session, source.sha256, name)
        wave = _wave(session, wave_id, title or source.path.stem)
        row = _new_import(session, wave.id, source, kept, arriving)
        store_questions(session, wave.id, arriving)
        store_groups(session, wave.id, arriving)
        unknown_sites = yield from as_part(store_answers(session, row.id, arriving), 60, 95, _ALL)
        left_out = list_left_out(arriving, unknown_sites)
        done = Imported(wave.id, row.id, arriving.read.count, len(arriving.codes), left_out)
        yield Progress(95, _ALL, "Keeping the answers")
    yield Progress(_ALL, _ALL, "Brought in")
    return done


def list_imports(engagement: Engagement, wave_id: str | None = None) -> list[ImportRow]:
    """The tables brought in, newest first, of one wave or of all."""
    query = select(
        SurveyImport.id, SurveyImport.wave_id, SurveyImport.file_name, SurveyImport.tool,
        SurveyImport.imported_at, SurveyImport.rows, SurveyImport.kept_table != "",
    ).order_by(SurveyImport.imported_at.desc())  # fmt: skip
    if wave_id:
        query = query.where(SurveyImport.wave_id == wave_id)
    with engagement.reading() as session:
        return [ImportRow(*row) for row in session.execute(query)]


def find_same_file(engagement: Engagement, sha256: str) -> str | None:
    """The title of the wave that holds the same file already, or None."""
    with engagement.reading() as session:
        return _wave_with(session, sha256)


def remove_import(engagement: Engagement, import_id: str) -> None:
    """Remove a table's answers, and the questions that no other table of the wave answers."""
    with engagement.change("Remove survey answers") as session:
        gone = session.get(SurveyImport, import_id)
        if gone is None:
            raise CannotDo("This was removed meanwhile. Undo brings it back.")
        query = select(SurveyImport.mapping).where(
            SurveyImport.wave_id == gone.wave_id, SurveyImport.id != import_id
        )
        kept = {column["code"] for mapping in session.scalars(query) for column in mapping["columns"]}
        orphans = {column["code"] for column in gone.mapping["columns"]} - kept
        here = (SurveyQuestion.wave_id == gone.wave_id, SurveyQuestion.code.in_(orphans))
        session.execute(delete(SurveyQuestion).where(*here))
        session.delete(gone)


def _refuse_twice(session: Session, digest: str, name: str) -> None:
    """The same bytes brought in twice would count everybody twice."""
    title = _wave_with(session, digest)
    if title is not None:
        raise CannotDo(f"“{name}” is already in “{title}”. Remove it there first to bring it in again.")


def _wave_with(session: Session, digest: str) -> str | None:
    query = select(SurveyWave.title).join(SurveyImport, SurveyImport.wave_id == SurveyWave.id)
    return session.scalar(query.where(SurveyImport.sha256 == digest).limit(1))


def _wave(session: Session, wave_id: str | None, title: str) -> SurveyWave:
    wave = session.get(SurveyWave, wave_id) if wave_id else new_wave(session, title)
    if wave is None:
        raise CannotDo("This wave was removed meanwhile. Undo brings it back.")
    return wave


def _new_import(
    session: Session, wave_id: str, source: ImportSource, kept: KeptTable, arriving: Arriving
) -> SurveyImport:
    row = SurveyImport(
        wave_id=wave_id,
        file_name=source.path.name,
        sha256=source.sha256,
        tool=arriving.table.source_tool.value,
        mapping=_kept_mapping(arriving.mapping),
        imported_at=datetime.now(UTC),
        rows=arriving.table.height,
        kept_table=keep_attachment(session, kept.packed, MEDIA_TYPE),
        reading=kept.as_reading(),
    )
    session.add(row)
    session.flush()
    return row


def _kept_mapping(mapping: Mapping) -> dict[str, Any]:
    """The mapping for the record: of columns not used only the place, and no address anywhere."""
    used = tuple(
        column if column.use is not Use.IGNORE else ColumnMapping(column.position)
        for column in mapping.columns
    )
    text = without_contacts(mapping_to_json(replace(mapping, columns=used)))
    kept: dict[str, Any] = json.loads(text)
    return kept
