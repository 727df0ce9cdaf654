"""What a survey table is and how it might be read, before anything of it is brought in."""

from collections import Counter
from dataclasses import dataclass, replace
from hashlib import file_digest
from pathlib import Path

from assessor.exchange.mappings import ColumnMapping, Mapping, Use
from assessor.exchange.proposals import propose_mapping
from assessor.exchange.reading import read_survey_file
from assessor.exchange.responses import Responses, apply_mapping
from assessor.exchange.survey_tables import Column, SurveyTable, TableChoices
from assessor.operations.survey_forms import AskedItem, FoundForm, find_form, fit_scores
from assessor.progress import Progress, Work
from assessor.terms import CannotDo, Group

PREVIEW_ROWS = 8
_BY_WORDING = "wording"


@dataclass(frozen=True)
class ImportSource:
    """The file a table is read from, and how; by its SHA-256 it is known again."""

    path: Path
    sha256: str
    choices: TableChoices


@dataclass(frozen=True)
class ImportProposal:
    """A table as it was read, the mapping proposed for it, and the form it seems to come from.

    `table` is held only while its import is being settled: of private columns the file keeps nothing.
    """

    source: ImportSource
    table: SurveyTable
    mapping: Mapping
    form: FoundForm | None
    known: dict[int, str]
    """The code of the library item each matched column was taken for."""

    @property
    def private_columns(self) -> tuple[Column, ...]:
        """The columns that identify people; each says its reason."""
        return tuple(column for column in self.table.columns if column.private)

    @property
    def preview(self) -> tuple[tuple[str, ...], ...]:
        """The first rows, without what is in private columns."""
        private = {column.position for column in self.private_columns}
        return tuple(
            tuple("" if place in private else cell for place, cell in enumerate(row))
            for row in self.table.rows[:PREVIEW_ROWS]
        )


@dataclass(frozen=True)
class ImportPreview:
    """What would come of an import: responses by group (None: not known), and to how many questions."""

    responses: int
    groups: dict[Group | None, int]
    questions: int
    unread: int
    rows_without_answers: int
    read: Responses


def propose_import(
    path: Path, choices: TableChoices | None = None, group: Group | None = None
) -> Work[ImportProposal]:
    """Read a table and propose how to bring it in; `choices` settle encoding, delimiter or header rows.

    Raises UnreadableFile where the file is no table.
    """
    yield Progress(0, 3, "Reading the table")
    settled = choices or TableChoices()
    table = yield from read_survey_file(path, settled)
    yield Progress(1, 3, "Looking for known questions")
    proposal = propose(ImportSource(path, fingerprint(path), settled), table, group)
    yield Progress(3, 3, "Read")
    return proposal


def propose(source: ImportSource, table: SurveyTable, group: Group | None) -> ImportProposal:
    """The proposal for a table that was read."""
    forms, items = find_form(table, group)
    form = forms[0] if forms else None
    proposed = propose_mapping(table, [item.known for item in items.values()])
    matches = {match.position: match for match in proposed.matches}
    columns = []
    for column, mapped in zip(table.columns, proposed.mapping.columns, strict=True):
        match = matches.get(column.position)
        columns.append(_fitted(mapped, column, items[match.code], match.by) if match else mapped)
    mapping = replace(proposed.mapping, columns=tuple(columns))
    named = any(column.use is Use.GROUP for column in columns)
    answered = group or (form.group if form and form.is_likely and not named else None)
    if answered:
        mapping = replace(mapping, group=answered.value)
    known = {position: match.code for position, match in matches.items()}
    return ImportProposal(source, table, mapping, form, known)


def preview_import(proposal: ImportProposal, mapping: Mapping) -> ImportPreview:
    """What a mapping would bring in. Raises UnfitMapping where it contradicts itself."""
    return preview_of(apply_mapping(proposal.table, without_private(mapping, proposal.table)), mapping)


def preview_of(read: Responses, mapping: Mapping) -> ImportPreview:
    """The responses read, counted."""
    groups = Counter(Group(one.group) if one.group else None for one in read.responses)
    return ImportPreview(
        responses=len(read.responses),
        groups=dict(groups),
        questions=len({column.code for column in mapping.columns if column.use.is_item}),
        unread=sum(value.count for value in read.unread),
        rows_without_answers=len(read.rows_without_answers),
        read=read,
    )


def without_private(mapping: Mapping, table: SurveyTable) -> Mapping:
    """The mapping with every column that identifies people ignored, whatever it says."""
    private = {column.position for column in table.columns if column.private}
    columns = tuple(
        ColumnMapping(column.position) if column.position in private else column for column in mapping.columns
    )
    return replace(mapping, columns=columns)


def fingerprint(path: Path) -> str:
    """The SHA-256 of a file, by which a table is known again."""
    try:
        with path.open("rb") as stream:
            return file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise CannotDo(f"“{path.name}” cannot be opened. Check that it is there and may be read.") from error


def _fitted(mapped: ColumnMapping, column: Column, item: AskedItem, by: str) -> ColumnMapping:
    """A column taken for a known item: scored by the form's options, in the words respondents read.

    Of a translation the English is kept: what is asked in two languages stays one question.
    """
    fitted = fit_scores(mapped, column, item)
    wording = column.sub_question or column.question
    if item.english:
        return replace(fitted, wording=item.english)
    return replace(fitted, wording=wording) if by == _BY_WORDING and wording else fitted
