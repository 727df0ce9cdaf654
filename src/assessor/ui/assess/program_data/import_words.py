"""What the import page of program data says: roles of columns, fates of lines, how a table was read."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from assessor.exchange.measure_mappings import NEW, Layout, MeasureColumn, MeasureMapping, Role
from assessor.operations.measures.measure_fates import entry_words
from assessor.operations.measures.measure_imports import MeasurePreview
from assessor.operations.measures.measure_proposals import MeasureProposal
from assessor.operations.measures.measure_tables import SUMMED, Fate, TableLine
from assessor.ui.assess.program_data.grid_words import say
from assessor.ui.assess.program_data.measure_lines_table import WordRow

_ROLES = {
    Role.IGNORE: QT_TRANSLATE_NOOP("program_data", "Not used"),
    Role.MEASURE: QT_TRANSLATE_NOOP("program_data", "Which measure"),
    Role.PERIOD: QT_TRANSLATE_NOOP("program_data", "Which period"),
    Role.SCHOOL: QT_TRANSLATE_NOOP("program_data", "Which school"),
    Role.STUDENTS: QT_TRANSLATE_NOOP("program_data", "Which students"),
    Role.VALUE: QT_TRANSLATE_NOOP("program_data", "Value or rate"),
    Role.COUNT: QT_TRANSLATE_NOOP("program_data", "What was counted"),
    Role.AMONG: QT_TRANSLATE_NOOP("program_data", "Among how many"),
    Role.NOTE: QT_TRANSLATE_NOOP("program_data", "Note"),
}
_FATES = {
    Fate.TAKEN: QT_TRANSLATE_NOOP("program_data", "Taken"),
    Fate.CHANGED: QT_TRANSLATE_NOOP("program_data", "Changed"),
    Fate.SAME: QT_TRANSLATE_NOOP("program_data", "Here already"),
    Fate.REFUSED: QT_TRANSLATE_NOOP("program_data", "Refused"),
    Fate.ELSEWHERE: QT_TRANSLATE_NOOP("program_data", "Other school"),
}
_ORDER = (Fate.REFUSED, Fate.CHANGED, Fate.TAKEN, Fate.SAME, Fate.ELSEWHERE)
_MOST_LINES, _EXAMPLES, _MOST_NAMED = 2_000, 5, 6


def role_word(role: Role) -> str:
    """What a column is used as."""
    return say(_ROLES[role])


def measure_word(code: str) -> str:
    """A measure as the page names it."""
    if code.startswith(NEW):
        return say(QT_TRANSLATE_NOOP("program_data", "New: {title}"), title=code.removeprefix(NEW))
    return code


def examples_of(proposal: MeasureProposal, place: int) -> str:
    """The first different cells of a column."""
    cells = dict.fromkeys(row[place] for row in proposal.table.rows if row[place])
    return ", ".join(list(cells)[:_EXAMPLES])


def column_row(proposal: MeasureProposal, column: MeasureColumn) -> WordRow:
    """A column as the table of columns shows it."""
    of = " ".join(filter(None, (measure_word(column.measure), column.period)))
    return WordRow(
        (
            proposal.table.headings[column.position],
            role_word(column.role),
            of,
            examples_of(proposal, column.position),
        ),
        is_quiet=column.role is Role.IGNORE,
    )


def line_rows(preview: MeasurePreview) -> list[WordRow]:
    """What becomes of the lines, refused ones first."""
    ordered = sorted(preview.lines, key=lambda line: _ORDER.index(line.fate))
    return [_line_row(line) for line in ordered[:_MOST_LINES]]


def _line_row(line: TableLine) -> WordRow:
    value = entry_words(line.entry) if line.entry else ""
    if line.before:
        said = QT_TRANSLATE_NOOP("program_data", "{value}, was {before}")
        value = say(said, value=value, before=line.before)
    why = line.why or " ".join(line.doubts) or (line.entry.note if line.entry else "") or _source(line)
    tone = "concern" if line.fate is Fate.REFUSED else "watch" if line.doubts else "ink3"
    is_quiet = line.fate in (Fate.SAME, Fate.ELSEWHERE)
    measure = measure_word(line.measure)
    return WordRow((say(_FATES[line.fate]), measure, line.period, line.whom, value, why), is_quiet, tone)


def line_of(preview: MeasurePreview, place: int) -> TableLine | None:
    """The line shown at a place."""
    ordered = sorted(preview.lines, key=lambda line: _ORDER.index(line.fate))
    return ordered[place] if 0 <= place < len(ordered) else None


def about_line(line: TableLine) -> str:
    """A line in full: where it stands and why it becomes what it does."""
    source = _source(line)
    parts = [
        source[:1].upper() + source[1:],
        line.why,
        " ".join(line.doubts),
        line.entry.note if line.entry else "",
    ]
    return ". ".join(part.rstrip(".") for part in parts if part) + "."


def _source(line: TableLine) -> str:
    return "" if line.source in SUMMED else line.source


def read_words(proposal: MeasureProposal, mapping: MeasureMapping) -> str:
    """How the file was read."""
    table = proposal.table
    if mapping.layout is Layout.CRDC:
        said = QT_TRANSLATE_NOOP(
            "program_data",
            "A school file of the federal Civil Rights Data Collection: {rows} schools, {picked} looked at."
            " Reserve codes are never counted.",
        )
        parts = [say(said, rows=f"{table.rows_read:,}", picked=f"{len(table.rows):,}")]
    else:
        said = QT_TRANSLATE_NOOP("program_data", "Read as {how}: {rows} rows, {columns} columns.")
        how = f"“{table.sheet}”" if table.sheet else table.encoding.upper()
        parts = [say(said, how=how, rows=f"{table.rows_read:,}", columns=len(table.headings))]
    if proposal.is_known:
        parts.append(say(QT_TRANSLATE_NOOP("program_data", "Its columns are used as last time.")))
    return " ".join(parts)


def added_words(preview: MeasurePreview) -> str:
    """The measures that would be added, and the schools nothing is said of."""
    parts = []
    if preview.added:
        said = QT_TRANSLATE_NOOP("program_data", "Adds to the measures: {names}.")
        parts.append(say(said, names=", ".join(map(measure_word, preview.added))))
    if preview.not_found:
        said = QT_TRANSLATE_NOOP("program_data", "Not found in the file: {names}.")
        parts.append(say(said, names=", ".join(preview.not_found[:_MOST_NAMED])))
    return " ".join(parts)
