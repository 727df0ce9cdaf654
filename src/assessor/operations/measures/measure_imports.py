"""Tables of program data brought in: looked at first, kept with the table itself, one change for all."""

import csv
import io
import json
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from assessor.exchange.crdc_columns import list_recipes
from assessor.exchange.measure_mappings import (
    NEW,
    Layout,
    MeasureMapping,
    check_measure_mapping,
    measure_mapping_to_json,
)
from assessor.instruments.measures import Frequency
from assessor.model import Measure, MeasureImport, MeasurePart, MeasureValue
from assessor.operations.measures.crdc_tables import ENROLLMENT, list_crdc_lines, pick_schools
from assessor.operations.measures.measure_fates import settle_fates
from assessor.operations.measures.measure_names import Known, read_table_period, what_is_known
from assessor.operations.measures.measure_parts import ALL, Enrolled, Whom, put_entry
from assessor.operations.measures.measure_proposals import MeasureProposal
from assessor.operations.measures.measure_tables import (
    Fate,
    TableLine,
    add_wholes,
    list_table_lines,
    refuse_twice,
)
from assessor.operations.measures.measures import put_library_measure
from assessor.progress import Progress, Work
from assessor.store import Engagement
from assessor.terms import CannotDo, Direction

_YEARLY = "Y"
"""Behind the code of a measure kept by month or term here, for what comes by school year."""


@dataclass(frozen=True)
class MeasurePreview:
    """What would come of an import: every line, the measures it adds, and the schools it says nothing of."""

    lines: tuple[TableLine, ...]
    added: tuple[str, ...]
    not_found: tuple[str, ...] = ()

    def count(self, fate: Fate) -> int:
        """How many lines have a fate."""
        return sum(line.fate is fate for line in self.lines)

    @property
    def wanted(self) -> tuple[TableLine, ...]:
        """The lines that would be put."""
        return tuple(line for line in self.lines if line.fate in (Fate.TAKEN, Fate.CHANGED))


@dataclass(frozen=True)
class MeasureImportRow:
    """A table that was brought in."""

    id: str
    file_name: str
    layout: str
    imported_at: datetime
    rows: int
    values: int


def preview_measures(
    engagement: Engagement, proposal: MeasureProposal, mapping: MeasureMapping
) -> MeasurePreview:
    """What a table would bring, without bringing it. Raises CannotDo where the mapping says too little."""
    with engagement.reading() as session:
        return _preview(session, proposal, mapping)


def import_measures(
    engagement: Engagement, proposal: MeasureProposal, mapping: MeasureMapping
) -> Work[MeasurePreview]:
    """Bring a table in, as `preview_measures` says; the table is kept. One change: undo removes all of it.

    Raises CannotDo where nothing would come of it.
    """
    yield Progress(0, 2, "Bringing in the values")
    with engagement.change(f"Import program data of {proposal.path.name}") as session:
        preview = _preview(session, proposal, mapping)
        if not preview.wanted:
            raise CannotDo(_why_nothing(proposal.path.name, preview))
        kept = MeasureImport(
            file_name=proposal.path.name,
            sha256=proposal.sha256,
            kept_table=engagement.keep_attachment(session, _as_csv(proposal), "text/csv"),
            layout=mapping.layout.value,
            mapping=json.loads(measure_mapping_to_json(mapping)),
            imported_at=datetime.now(UTC),
            rows=len(proposal.table.rows),
        )
        session.add(kept)
        session.flush()
        ids = _ids(session, preview)
        for line in preview.wanted:
            if line.entry is not None:
                put_entry(session, ids[line.measure], line.entry, kept.id)
        yield Progress(1, 2, "Bringing in the values")
    yield Progress(2, 2, "Brought in")
    return preview


def list_measure_imports(engagement: Engagement) -> list[MeasureImportRow]:
    """The tables brought in, newest first, with how many of their values still stand."""
    values = [
        select(func.count()).where(noun.import_id == MeasureImport.id).scalar_subquery()
        for noun in (MeasureValue, MeasurePart)
    ]
    query = select(
        MeasureImport.id, MeasureImport.file_name, MeasureImport.layout, MeasureImport.imported_at,
        MeasureImport.rows, values[0] + values[1],
    ).order_by(MeasureImport.imported_at.desc())  # fmt: skip
    with engagement.reading() as session:
        return [MeasureImportRow(*row) for row in session.execute(query)]


def remove_measure_import(engagement: Engagement, import_id: str) -> None:
    """Remove a table and the values that came with it and were not typed over since."""
    with engagement.change("Remove imported program data") as session:
        for noun in (MeasureValue, MeasurePart):
            session.execute(delete(noun).where(noun.import_id == import_id))
        session.execute(delete(MeasureImport).where(MeasureImport.id == import_id))


def _preview(session: Session, proposal: MeasureProposal, mapping: MeasureMapping) -> MeasurePreview:
    check_measure_mapping(mapping, proposal.table.headings)
    known = what_is_known(session)
    not_found: tuple[str, ...] = ()
    if mapping.layout is Layout.CRDC:
        lines, not_found = _crdc_lines(session, proposal, mapping, known)
    else:
        lines = refuse_twice(
            list_table_lines(proposal.table, mapping, known, partial(_enrolled, session, known))
        )
        lines += add_wholes(lines, known)
    settled = settle_fates(session, lines, known)
    ids = {each.code for each in known.measures if each.id}
    added = dict.fromkeys(line.measure for line in settled if line.fate is Fate.TAKEN)
    return MeasurePreview(settled, tuple(code for code in added if code not in ids), not_found)


def _crdc_lines(
    session: Session, proposal: MeasureProposal, mapping: MeasureMapping, known: Known
) -> tuple[list[TableLine], tuple[str, ...]]:
    if not proposal.table.rows_read:
        raise CannotDo(f"“{proposal.path.name}” has headings but no school. Choose the file with the data.")
    if not list_recipes(proposal.table.headings):
        raise CannotDo(
            f"“{proposal.path.name}” is a file of the federal collection with nothing this program measures."
            " Choose enrollment, referrals and arrests, suspensions, restraint, offenses or school support."
        )
    if not mapping.period:
        raise CannotDo("The file does not say its school year. Name it, as in 2017–18.")
    period = read_table_period(mapping.period, Frequency.YEAR)
    picked = pick_schools(proposal.table, mapping, known)
    enrolled = _enrolled(session, known, period.starts_on)
    lines = list_crdc_lines(proposal.table, picked, period, enrolled)
    return [replace(line, measure=_for_years(line.measure, known)) for line in lines], picked.not_found


def _for_years(code: str, known: Known) -> str:
    """The code of the measure that yearly values go to: another one where it is kept by month or term."""
    measure = known.find_measure(code)
    is_other = measure is not None and measure.has_values and measure.frequency is not Frequency.YEAR
    return f"{code}{_YEARLY}" if is_other else code


def _enrolled(session: Session, known: Known, starts_on: date) -> Enrolled:
    """How many students are enrolled in a school year, as the enrollment brought in or typed says."""
    measure = known.find_measure(ENROLLMENT)
    if measure is None or not measure.id:
        return {}
    found: dict[Whom, int] = {}
    whole = select(MeasureValue.value).where(
        MeasureValue.measure_id == measure.id, MeasureValue.period_start == starts_on
    )
    for value in session.scalars(whole):
        if value is not None:
            found[ALL] = int(value)
    parts = select(MeasurePart).where(
        MeasurePart.measure_id == measure.id, MeasurePart.period_start == starts_on
    )
    for part in session.scalars(parts):
        whom = Whom(part.site_id, part.subgroup)
        if part.value is not None and not whom.is_all:
            found[whom] = int(part.value)
    return found


def _ids(session: Session, preview: MeasurePreview) -> dict[str, str]:
    """The id of each measure the lines are of; those that are not here yet are added."""
    ids = {measure.code: measure.id for measure in session.scalars(select(Measure))}
    for code in preview.added:
        if code.startswith(NEW):
            ids[code] = _add_own(session, code, preview)
        elif code.endswith(_YEARLY):
            ids[code] = _add_yearly(session, code)
        else:
            ids[code] = put_library_measure(session, code)
    return ids


def _add_own(session: Session, code: str, preview: MeasurePreview) -> str:
    """Add a measure of one's own that is called as the table calls it."""
    taken = set(session.scalars(select(Measure.code)))
    number = next(number for number in range(1, len(taken) + 2) if f"L{number}" not in taken)
    entries = [line.entry for line in preview.wanted if line.measure == code and line.entry]
    is_rate = any(entry.among is not None for entry in entries)
    last = session.scalar(select(func.max(Measure.position))) or 0
    measure = Measure(
        code=f"L{number}",
        title=code.removeprefix(NEW),
        unit="per 100" if is_rate else "count",
        direction=Direction.CONTEXT,
        source="A table that was brought in",
        position=last + 1,
    )
    session.add(measure)
    session.flush()
    return measure.id


def _add_yearly(session: Session, code: str) -> str:
    measure_id = put_library_measure(session, code.removesuffix(_YEARLY), frequency=Frequency.YEAR.value)
    measure = session.get_one(Measure, measure_id)
    measure.code, measure.title = code, f"{measure.title}, by school year"
    session.flush()
    return measure_id


def _as_csv(proposal: MeasureProposal) -> bytes:
    """The table as it was read: of a nationwide one the rows that were picked."""
    text = io.StringIO()
    csv.writer(text).writerows([proposal.table.headings, *proposal.table.rows])
    return text.getvalue().encode()


def _why_nothing(name: str, preview: MeasurePreview) -> str:
    if preview.count(Fate.SAME):
        return f"Everything in “{name}” is here already. Nothing was changed."
    why = next(
        (line.why for line in preview.lines if line.why), "it holds no numbers as its columns are used"
    )
    return f"Nothing of “{name}” can be taken: {why}."
