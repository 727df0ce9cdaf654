"""What the import page's table says of each column, and which columns one may look at alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from assessor.exchange.columns import ColumnRole
from assessor.exchange.mappings import ColumnMapping, Use
from assessor.exchange.survey_tables import Column
from assessor.operations.surveys.survey_answers import without_contacts
from assessor.operations.surveys.survey_previews import ColumnPreview
from assessor.ui.assess.surveys.survey_words import say, use_word
from assessor.ui.widgets.segments import Segment

_SAMPLES = 6


class Showing(StrEnum):
    """Which columns are shown."""

    ALL = "all"
    TO_CHECK = "to_check"
    USED = "used"
    DROPPED = "dropped"


@dataclass(frozen=True)
class ColumnRow:
    """A column as the table shows it: `cells` are its use, code, and how many cells are taken, changed and
    refused; or the reason alone why it is dropped."""

    position: int
    name: str
    values: str
    cells: tuple[str, ...]
    reason: str = ""
    is_quiet: bool = False
    needs_look: bool = False

    def as_sentence(self) -> str:
        """All of it for those who cannot see it."""
        if self.reason or self.is_quiet:
            return ", ".join(part for part in (self.name, self.reason or self.cells[0]) if part)
        use, code, taken, changed, refused = self.cells
        said = QT_TRANSLATE_NOOP("surveys", "{taken} taken, {changed} changed, {refused} refused")
        counts = say(said, taken=taken or "0", changed=changed or "0", refused=refused or "0")
        return ", ".join(part for part in (self.name, use, code, counts) if part)

    def is_in(self, showing: Showing) -> bool:
        """Whether the column is among those that are shown."""
        if showing is Showing.TO_CHECK:
            return self.needs_look
        if showing is Showing.ALL:
            return True
        return self.is_quiet is (showing is Showing.DROPPED)


def column_row(
    column: Column, mapped: ColumnMapping, told: ColumnPreview | None, *, is_new: bool, is_unclear: bool
) -> ColumnRow:
    """What the table says of a column; `is_new` where an earlier table settled the others."""
    if column.private:
        dropped = say(QT_TRANSLATE_NOOP("surveys", "Dropped: {reason}"), reason=column.reason)
        return ColumnRow(column.position, column.name, "", (dropped,), reason=dropped, is_quiet=True)
    is_used = mapped.use is not Use.IGNORE
    counts = (told.taken, told.changed, told.refused) if told else (0, 0, 0)
    numbers = tuple(f"{count:,}" if count else "" for count in counts)
    use = use_word(mapped.use)
    if is_new and is_used:
        use = say(QT_TRANSLATE_NOOP("surveys", "New: {use}"), use=use)
    # An unused column of a new wave was asked for a reason, unless it only says how it was filled in.
    is_process = column.guess.role in (ColumnRole.PROCESS, ColumnRole.EMPTY, ColumnRole.DAY)
    return ColumnRow(
        position=column.position,
        name=_name(column),
        values=_values(column, mapped),
        cells=(use, mapped.code if is_used else "", *numbers),
        is_quiet=not is_used,
        needs_look=is_unclear or _lacks_points(mapped) or (is_new and not is_process),
    )


def segments_of(rows: Sequence[ColumnRow]) -> list[Segment]:
    """The columns one may look at alone, each with their number."""
    words = {
        Showing.ALL: QT_TRANSLATE_NOOP("surveys", "All"),
        Showing.TO_CHECK: QT_TRANSLATE_NOOP("surveys", "To check"),
        Showing.USED: QT_TRANSLATE_NOOP("surveys", "Used"),
        Showing.DROPPED: QT_TRANSLATE_NOOP("surveys", "Not used"),
    }
    return [
        Segment(key.value, say(said), f"{sum(row.is_in(key) for row in rows):,}")
        for key, said in words.items()
    ]


def _name(column: Column) -> str:
    name = column.name if column.question in ("", column.name) else f"{column.name}  {column.question}"
    is_told = not column.sub_question or column.sub_question in name
    return name if is_told else f"{name} – {column.sub_question}"


def _lacks_points(mapped: ColumnMapping) -> bool:
    return mapped.use is Use.SCALE and not mapped.scores


def _values(column: Column, mapped: ColumnMapping) -> str:
    """The values of a column as they are read, or the commonest as they stand."""
    if _lacks_points(mapped):
        return say(QT_TRANSLATE_NOOP("surveys", "No points yet"))
    if mapped.use is Use.SCALE:
        said = QT_TRANSLATE_NOOP("surveys", "{low}–{high}: {first} … {last}")
        ordered = sorted(mapped.scores, key=lambda pair: pair[1])
        return say(said, low=mapped.low, high=mapped.high, first=ordered[0][0], last=ordered[-1][0])
    if mapped.use is Use.GROUP:
        return ", ".join(dict.fromkeys(code for _, code in mapped.names))
    samples = (without_contacts(entry.value) for entry in column.guess.values[:_SAMPLES])
    return " · ".join(" ".join(sample.split()) for sample in samples)
