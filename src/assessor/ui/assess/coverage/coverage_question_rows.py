"""Rows of guide questions by group: subjects unfold into their questions, and what each session brought."""

from datetime import date

from assessor.operations.coverage_questions import (
    QuestionCell,
    QuestionLine,
    Questions,
    QuestionState,
    Subject,
)
from assessor.operations.saturations import Saturation, SaturationState
from assessor.terms import Group
from assessor.ui.assess.coverage.coverage_rows import GridCell, GridColumn, GridRow
from assessor.ui.assess.coverage.coverage_words import day_word, group_word, saturation_words, tr
from assessor.ui.overview_coverage import heat_step

SUBJECT, ALL = "subject", "all"
_HINTS = {
    SaturationState.SATURATED: ("circle-check", "good"),
    SaturationState.QUIET_SO_FAR: ("circle-dashed", "ink3"),
}


def question_columns(questions: Questions) -> list[GridColumn]:
    """The groups in use, and what each session brought."""
    groups = [GridColumn(group_word(group), group.value, group) for group in questions.groups]
    return [*groups, GridColumn(tr("New codes by session"), tr("New codes"), is_wide=True)]


def question_rows(questions: Questions, today: date) -> list[GridRow]:
    """A row a subject, with a row for each of its questions."""
    return [_subject_row(subject, questions.groups, today) for subject in questions.subjects]


def subject_title(subject: Subject) -> str:
    """What a subject is called."""
    return subject.title or tr("Opening, closing and other")


def state_of(cell: QuestionCell, today: date) -> str:
    """What a group did with a question, in a sentence."""
    match cell.state:
        case QuestionState.ANSWERED:
            words = tr("Answered in {answered} of {followed} sessions.")
            return words.format(answered=cell.answered, followed=cell.followed)
        case QuestionState.ASKED:
            return tr("Asked, but no answer is noted.")
        case QuestionState.NOT_ASKED:
            return tr("Not asked in any session so far.")
    if cell.next_on:
        return tr("Still to come, on {day}.").format(day=day_word(cell.next_on, today))
    return tr("Still to come.")


def _subject_row(subject: Subject, groups: tuple[Group, ...], today: date) -> GridRow:
    key, title = f"{SUBJECT}/{subject.code}", subject_title(subject)
    cells = [_subject_cell(key, title, group, subject.cells.get(group)) for group in groups]
    return GridRow(
        key,
        title,
        (*cells, _bars(key, title, subject.saturation)),
        rows=tuple(_line_row(line, groups, today) for line in subject.lines),
    )


def _subject_cell(key: str, title: str, group: Group, cell: QuestionCell | None) -> GridCell:
    name = f"{group_word(group)}, {title}"
    if cell is None:
        return GridCell(spoken=tr("{name}: in no guide of this group").format(name=name))
    words = tr("{name}: {answered} of {questions} questions answered")
    is_begun = bool(cell.followed)
    return GridCell(
        f"{key}/{group.value}",
        str(cell.answered) if is_begun else tr("To come"),
        tr(" of {all}").format(all=cell.questions) if is_begun else "",
        heat_step(cell.answered / cell.questions) if is_begun else None,
        spoken=words.format(name=name, answered=cell.answered, questions=cell.questions),
    )


def _line_row(line: QuestionLine, groups: tuple[Group, ...], today: date) -> GridRow:
    cells = [_line_cell(line, group, line.cells.get(group), today) for group in groups]
    return GridRow(
        line.key, line.title, (*cells, _bars(line.key, line.title, line.saturation)), code=line.code, level=1
    )


def _line_cell(line: QuestionLine, group: Group, cell: QuestionCell | None, today: date) -> GridCell:
    name = f"{group_word(group)}, {line.code}, {line.title}"
    if cell is None:
        return GridCell(spoken=tr("{name}: not in the guide of this group").format(name=name))
    key, spoken = f"{line.key}/{group.value}", f"{name}: {state_of(cell, today)}"
    match cell.state:
        case QuestionState.ANSWERED:
            rest = tr(" of {all}").format(all=cell.followed)
            step = heat_step(cell.answered / cell.followed) if cell.followed else 4
            return GridCell(key, str(cell.answered), rest, step, spoken=spoken)
        case QuestionState.ASKED:
            rest = tr(" of {all}").format(all=cell.followed)
            return GridCell(key, "0", rest, is_watched=True, spoken=spoken)
        case QuestionState.NOT_ASKED:
            return GridCell(key, tr("Not asked"), spoken=spoken)
    when = day_word(cell.next_on, today) if cell.next_on else tr("To come")
    return GridCell(key, when, spoken=spoken)


def _bars(key: str, title: str, saturation: Saturation) -> GridCell:
    bars = tuple(len(gain.new_codes) if gain.is_coded else None for gain in saturation.sessions)
    return GridCell(
        f"{key}/{ALL}",
        bars=bars,
        icon=_HINTS.get(saturation.state, ("", ""))[0],
        icon_tone=_HINTS.get(saturation.state, ("", "ink3"))[1],
        spoken=f"{title}: {saturation_words(saturation)}",
    )
