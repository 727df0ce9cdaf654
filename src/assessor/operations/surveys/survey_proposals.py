"""What a survey table is and how it might be read, before anything of it is brought in."""

from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import TypeAlias

from assessor.exchange.mappings import ColumnMapping, Mapping, Use
from assessor.exchange.proposals import propose_mapping
from assessor.exchange.survey_tables import Column, SurveyTable, TableChoices
from assessor.instruments.surveys import Survey, list_surveys_in_all_languages
from assessor.operations.survey_forms.forms import list_surveys
from assessor.operations.surveys.survey_arriving_files import ImportSource, read_arriving_file
from assessor.operations.surveys.survey_boxes import name_boxes
from assessor.operations.surveys.survey_earlier_mappings import (
    EarlierMapping,
    carry_over,
    find_earlier_mapping,
)
from assessor.operations.surveys.survey_forms import AskedItem, FoundForm, find_form, fit_scores
from assessor.progress import Progress, Work, as_part
from assessor.store import Engagement
from assessor.terms import Group

PREVIEW_ROWS = 8
_BY_WORDING = "wording"


FoundForms: TypeAlias = tuple[tuple[FoundForm, ...], dict[str, AskedItem]]


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
    found: FoundForms
    """The forms it may come from, and the items to read its answers by."""
    earlier: EarlierMapping | None = None
    """The table brought in before as which it is read."""

    @property
    def private_columns(self) -> tuple[Column, ...]:
        """The columns that identify people; each says its reason."""
        return tuple(column for column in self.table.columns if column.private)

    @property
    def preview(self) -> tuple[tuple[str, ...], ...]:
        """The first rows, without what is in private columns."""
        return self.table.first_rows(PREVIEW_ROWS)


def propose_import(
    path: Path,
    choices: TableChoices | None = None,
    group: Group | None = None,
    engagement: Engagement | None = None,
) -> Work[ImportProposal]:
    """Read a table and propose how to bring it in; `choices` settle encoding, delimiter or header rows.

    With the engagement its own forms are looked among too, and a table like one brought in before is read
    as that one was settled. Raises UnreadableFile where the file is no table.
    """
    surveys = cache(partial(_list_surveys, engagement))
    source, table = yield from as_part(read_arriving_file(path, choices, surveys), 0, 90, 100)
    yield Progress(90, 100, "Looking for known questions")
    proposal = _propose(source, table, group, find_form(table, group, surveys()))
    earlier = find_earlier_mapping(engagement, table) if engagement else None
    if earlier:
        mapping = carry_over(earlier, proposal.mapping, table)
        proposal = replace(proposal, mapping=mapping, earlier=earlier)
    yield Progress(100, 100, "Read")
    return proposal


def _list_surveys(engagement: Engagement | None) -> tuple[Survey, ...]:
    return list_surveys(engagement) if engagement else list_surveys_in_all_languages()


def _propose(
    source: ImportSource, table: SurveyTable, group: Group | None, found: FoundForms
) -> ImportProposal:
    """The proposal for a table that was read, by the forms it may come from."""
    forms, items = found
    form = forms[0] if forms else None
    proposed = propose_mapping(table, [item.known for item in items.values()])
    matches = {match.position: match for match in proposed.matches}
    columns = []
    for column, mapped in zip(table.columns, proposed.mapping.columns, strict=True):
        match = matches.get(column.position)
        columns.append(_fitted(mapped, column, items[match.code], match.by) if match else mapped)
    mapping = replace(proposed.mapping, columns=name_boxes(table, columns, items.values()))
    named = any(column.use is Use.GROUP for column in columns)
    answered = group or (form.group if form and form.is_likely and not named else None)
    if answered:
        mapping = replace(mapping, group=answered.value)
    known = {position: match.code for position, match in matches.items()}
    return ImportProposal(source, table, mapping, form, known, found)


def without_private(mapping: Mapping, table: SurveyTable) -> Mapping:
    """The mapping with every column that identifies people ignored, whatever it says."""
    private = {column.position for column in table.columns if column.private}
    columns = tuple(
        ColumnMapping(column.position) if column.position in private else column for column in mapping.columns
    )
    return replace(mapping, columns=columns)


def _fitted(mapped: ColumnMapping, column: Column, item: AskedItem, by: str) -> ColumnMapping:
    """A column taken for a known item: scored by the form's options, in the words respondents read.

    Of a translation the English is kept: what is asked in two languages stays one question.
    """
    fitted = fit_scores(mapped, column, item)
    wording = column.sub_question or column.question
    if item.english:
        return replace(fitted, wording=item.english)
    return replace(fitted, wording=wording) if by == _BY_WORDING and wording else fitted
