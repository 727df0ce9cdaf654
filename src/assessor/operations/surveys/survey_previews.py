"""What would come of an import, column by column, before anything is written: the dry run."""

from dataclasses import dataclass

from assessor.exchange.mappings import ColumnMapping, Mapping, Use
from assessor.exchange.responses import ColumnTally, Responses, TableReader, ValueSeen
from assessor.exchange.survey_tables import Column
from assessor.operations.surveys.survey_answers import hold_contacts, without_contacts
from assessor.operations.surveys.survey_proposals import ImportProposal, without_private
from assessor.terms import Group

_WRITTEN = (Use.TEXT, Use.CHOICE, Use.MULTIPLE_CHOICE)


@dataclass(frozen=True)
class ColumnPreview:
    """What would become of the filled cells of one column that is used.

    `taken` are kept as they stand. Changed are those kept as "don't know", those taken for no answer, and
    those from which addresses or numbers are cut out. `refused` cannot be read; `values` are the ones that
    are not taken as they stand, commonest first.
    """

    position: int
    name: str
    taken: int
    dont_know: int
    no_answer: int
    contacts: int
    refused: int
    no_answers: tuple[ValueSeen, ...] = ()
    unread: tuple[ValueSeen, ...] = ()

    @property
    def changed(self) -> int:
        """How many cells are kept otherwise than they stand."""
        return self.dont_know + self.no_answer + self.contacts


@dataclass(frozen=True)
class DroppedColumn:
    """A column of which nothing is brought in, and why; empty where it was only not used."""

    position: int
    name: str
    is_private: bool
    reason: str
    cells: int


@dataclass(frozen=True)
class ImportPreview:
    """What would come of an import: responses by group (None: not known), and to how many questions."""

    responses: int
    groups: dict[Group | None, int]
    questions: int
    rows_without_answers: int
    columns: tuple[ColumnPreview, ...]
    dropped: tuple[DroppedColumn, ...]
    read: Responses

    @property
    def taken(self) -> int:
        """How many cells are kept as they stand."""
        return sum(column.taken for column in self.columns)

    @property
    def changed(self) -> int:
        """How many are kept otherwise than they stand."""
        return sum(column.changed for column in self.columns)

    @property
    def unread(self) -> int:
        """How many are refused, because they cannot be read."""
        return sum(column.refused for column in self.columns)


class ImportPreviewer:
    """Tells of one table what one mapping after another would bring in: what changed is read, and no more."""

    def __init__(self, proposal: ImportProposal) -> None:
        self._table = proposal.table
        self._reader = TableReader(proposal.table)
        self._contacts: dict[int, int] = {}

    def preview(self, mapping: Mapping) -> ImportPreview:
        """What a mapping would bring in. Raises UnfitMapping where it contradicts itself."""
        settled = without_private(mapping, self._table)
        read = self._reader.apply(settled)
        used = {column.position: column for column in settled.columns if column.use is not Use.IGNORE}
        return ImportPreview(
            responses=read.count,
            groups=count_groups(read),
            questions=len({column.code for column in used.values() if column.use.is_item}),
            rows_without_answers=read.rows - read.count,
            columns=tuple(self._preview(used[tally.position], tally) for tally in read.tallies),
            dropped=tuple(_dropped(column) for column in self._table.columns if column.position not in used),
            read=read,
        )

    def _preview(self, column: ColumnMapping, tally: ColumnTally) -> ColumnPreview:
        contacts = self._count_contacts(column.position) if column.use in _WRITTEN else 0
        return ColumnPreview(
            position=tally.position,
            name=self._table.columns[tally.position].name,
            taken=tally.taken - contacts,
            dont_know=tally.dont_know,
            no_answer=tally.no_answer,
            contacts=contacts,
            refused=tally.unread,
            no_answers=tuple(value for value in tally.no_answers if value.value),
            unread=tally.unread_values,
        )

    def _count_contacts(self, position: int) -> int:
        """In how many cells people wrote an address or number."""
        if position not in self._contacts:
            cells = self._table.cells[position]
            counted = zip(cells.values, cells.times, strict=True) if hold_contacts(cells.values) else ()
            self._contacts[position] = sum(
                times for value, times in counted if without_contacts(value) != value
            )
        return self._contacts[position]


def preview_import(proposal: ImportProposal, mapping: Mapping) -> ImportPreview:
    """What a mapping would bring in. Raises UnfitMapping where it contradicts itself."""
    return ImportPreviewer(proposal).preview(mapping)


def count_groups(read: Responses) -> dict[Group | None, int]:
    """How many answered in each group; None are those whose group is not known."""
    return {Group(name) if name else None: rows.bit_count() for name, rows in read.rows_by_group().items()}


def _dropped(column: Column) -> DroppedColumn:
    return DroppedColumn(column.position, column.name, column.private, column.reason, column.guess.answered)
