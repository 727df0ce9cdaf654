"""What the grid of program data says: states, notes under a cell, comparisons, frequencies."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from assessor.analysis.rounding import shown
from assessor.instruments.measures import Frequency
from assessor.operations.measures.measure_comparisons import GroupComparison
from assessor.operations.measures.program_data import GridCell, GridRow
from assessor.terms import ValueState

_STATES = {
    ValueState.ZERO: QT_TRANSLATE_NOOP("program_data", "true zero"),
    ValueState.NOT_COLLECTED: QT_TRANSLATE_NOOP("program_data", "not collected"),
    ValueState.SUPPRESSED: QT_TRANSLATE_NOOP("program_data", "suppressed"),
}
_FREQUENCIES = {
    Frequency.MONTH: QT_TRANSLATE_NOOP("program_data", "Months"),
    Frequency.TERM: QT_TRANSLATE_NOOP("program_data", "Terms"),
    Frequency.YEAR: QT_TRANSLATE_NOOP("program_data", "School years"),
}


def say(said: object, **words: object) -> str:
    """A text in the language of the program, its blanks filled."""
    return QCoreApplication.translate("program_data", str(said)).format(**words)


def frequency_word(frequency: Frequency) -> str:
    """What the periods of a frequency are called."""
    return say(_FREQUENCIES[frequency])


def state_word(state: ValueState) -> str:
    """What a state without a number of its own is called; empty for a value."""
    return say(_STATES[state]) if state in _STATES else ""


def spoken(cell: GridCell | None) -> str:
    """A cell as a screen reader says it."""
    if cell is None:
        return say(QT_TRANSLATE_NOOP("program_data", "empty"))
    if cell.state is ValueState.ZERO:
        return f"0, {state_word(cell.state)}"
    return ", ".join(filter(None, (cell.figure, *cell.doubts)))


def about_cell(row: GridRow, cell: GridCell | None) -> str:
    """Everything that is known of a value, in sentences."""
    if cell is None:
        return say(
            QT_TRANSLATE_NOOP(
                "program_data",
                "Nothing known. Empty is not zero: type 0 if it was counted and there was none.",
            )
        )
    parts = [_number(row, cell)]
    if cell.note:
        parts.append(cell.note.rstrip(".") + ".")
    if cell.file_name:
        parts.append(say(QT_TRANSLATE_NOOP("program_data", "From “{file}”."), file=cell.file_name))
    if cell.begins_definition:
        said = QT_TRANSLATE_NOOP(
            "program_data",
            "Counted by definition {version} from here on: it is not compared with what is before.",
        )
        parts.append(say(said, version=cell.version))
    return " ".join(parts)


def doubts_about(cell: GridCell | None) -> str:
    """What to take care of with a value; empty where there is nothing."""
    if cell is None:
        return ""
    parts = list(cell.doubts)
    if cell.is_hidden_in_public:
        said = QT_TRANSLATE_NOOP(
            "program_data", "Fewer than ten are behind it: keep it out of what others see."
        )
        parts.append(say(said))
    return " ".join(parts)


def comparison_words(found: GroupComparison | None) -> str:
    """How a group stands beside all other students; empty where nothing is known of it."""
    if found is None:
        return ""
    if found.comparison is None or found.comparison.ratio is None:
        said = QT_TRANSLATE_NOOP("program_data", "Compared with all other students: {why}.")
        return say(said, why=found.words)
    ratio = found.comparison.ratio
    said = QT_TRANSLATE_NOOP(
        "program_data",
        "Beside all other students: {ratio} times as often (95% interval {low} to {high}), {points}"
        " percentage points apart. A difference does not show its cause.",
    )
    return say(
        said,
        ratio=f"{ratio.value:.2f}",
        low=f"{ratio.low:.2f}",
        high=f"{ratio.high:.2f}",
        points=f"{abs(shown(found.comparison.difference, 1)):f}",
    )


def _number(row: GridRow, cell: GridCell) -> str:
    if cell.state is ValueState.NOT_COLLECTED:
        return say(QT_TRANSLATE_NOOP("program_data", "Not collected."))
    if cell.state is ValueState.SUPPRESSED:
        return say(QT_TRANSLATE_NOOP("program_data", "Suppressed: too few to be told."))
    unit = "" if cell.figure.endswith("%") else f" {row.unit}"
    words = f"{cell.figure}{unit}".strip()
    if cell.counted is not None and cell.among is not None:
        said = QT_TRANSLATE_NOOP("program_data", "{rate}: {counted} of {among}.")
        return say(said, rate=words, counted=f"{cell.counted:,}", among=f"{cell.among:,}")
    if cell.state is ValueState.ZERO:
        return say(QT_TRANSLATE_NOOP("program_data", "{words}: counted, and there was none."), words=words)
    return f"{words}."
