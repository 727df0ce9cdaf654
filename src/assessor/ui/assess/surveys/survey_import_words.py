"""The words of the import page: how a table was read, and what would come of it."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from assessor.operations.surveys.survey_previews import ImportPreview
from assessor.operations.surveys.survey_proposals import ImportProposal
from assessor.terms import Group
from assessor.ui.assess.surveys.survey_fates import quoted_values
from assessor.ui.assess.surveys.survey_words import group_in_sentence, joined, say
from assessor.ui.widgets.sections import Fact

_DELIMITERS = {
    ",": QT_TRANSLATE_NOOP("surveys", "Comma"),
    ";": QT_TRANSLATE_NOOP("surveys", "Semicolon"),
    "\t": QT_TRANSLATE_NOOP("surveys", "Tab"),
    "|": QT_TRANSLATE_NOOP("surveys", "Bar"),
}

_ONE = {
    Group.SRO: QT_TRANSLATE_NOOP("surveys", "1 SRO"),
    Group.ADM: QT_TRANSLATE_NOOP("surveys", "1 administrator"),
    Group.TCH: QT_TRANSLATE_NOOP("surveys", "1 teacher"),
    Group.STU: QT_TRANSLATE_NOOP("surveys", "1 student"),
    Group.PAR: QT_TRANSLATE_NOOP("surveys", "1 parent"),
    Group.PRT: QT_TRANSLATE_NOOP("surveys", "1 partner"),
    Group.SUP: QT_TRANSLATE_NOOP("surveys", "1 supervisor"),
}


def delimiter_word(delimiter: str) -> str:
    """What separates the cells, in a word."""
    return say(_DELIMITERS[delimiter]) if delimiter in _DELIMITERS else delimiter


def read_words(proposal: ImportProposal) -> str:
    """How the file was read, and what was noticed."""
    table = proposal.table
    how = f"{table.encoding.upper()}, {delimiter_word(table.delimiter).lower()}"
    if table.sheets:
        how = say(QT_TRANSLATE_NOOP("surveys", "sheet “{sheet}”"), sheet=table.sheet)
    said = QT_TRANSLATE_NOOP("surveys", "Read as {tool}: {how}, {rows} rows, {columns} columns.")
    parts = [
        say(
            said,
            tool=table.source_tool.label,
            how=how,
            rows=f"{table.height:,}",
            columns=f"{len(table.columns):,}",
        )
    ]
    if proposal.form and proposal.known:
        said = QT_TRANSLATE_NOOP("surveys", "Columns that are known: {n}, most of them from “{form}”.")
        parts.append(say(said, n=f"{len(proposal.known):,}", form=proposal.form.title))
    return " ".join([*parts, *table.notes])


def earlier_words(proposal: ImportProposal) -> str:
    """As which earlier table it is read, and how many columns that one had not."""
    earlier = proposal.earlier
    if earlier is None:
        return ""
    said = QT_TRANSLATE_NOOP("surveys", "Columns are used as in “{wave}”.")
    words = [say(said, wave=earlier.wave_title)]
    if len(earlier.new) == 1:
        words.append(say(QT_TRANSLATE_NOOP("surveys", "One column is new.")))
    elif earlier.new:
        words.append(say(QT_TRANSLATE_NOOP("surveys", "{n} columns are new."), n=len(earlier.new)))
    return " ".join(words)


def facts_of(preview: ImportPreview) -> list[Fact]:
    """What would come of the import, in numbers."""
    labelled = (
        (preview.responses, QT_TRANSLATE_NOOP("surveys", "responses")),
        (preview.questions, QT_TRANSLATE_NOOP("surveys", "questions")),
        (preview.taken, QT_TRANSLATE_NOOP("surveys", "answers taken")),
        (preview.changed, QT_TRANSLATE_NOOP("surveys", "changed")),
        (preview.unread, QT_TRANSLATE_NOOP("surveys", "refused")),
        (
            sum(column.is_private for column in preview.dropped),
            QT_TRANSLATE_NOOP("surveys", "dropped as private"),
        ),
    )
    return [Fact(f"{number:,}", say(label)) for number, label in labelled]


def preview_words(preview: ImportPreview) -> str:
    """Who answered, and what would be changed or refused."""
    known = [group for group in Group if group in preview.groups]
    words = [_people(group, preview.groups[group]) for group in known]
    if None in preview.groups:
        said = QT_TRANSLATE_NOOP("surveys", "{n} of no known group")
        words.append(say(said, n=f"{preview.groups[None]:,}"))
    parts = [f"{joined(words)}."] if words else []
    if preview.rows_without_answers:
        said = QT_TRANSLATE_NOOP("surveys", "Rows without an answer: {n}.")
        parts.append(say(said, n=f"{preview.rows_without_answers:,}"))
    said = QT_TRANSLATE_NOOP("surveys", "Refused, because not understood: {values}.")
    parts.append(_listed(said, [seen.value for seen in preview.read.unread]))
    said = QT_TRANSLATE_NOOP("surveys", "Taken for no answer: {values}.")
    parts.append(_listed(said, [seen.value for seen in preview.read.no_answers if seen.value]))
    return " ".join(part for part in parts if part)


def _people(group: Group, number: int) -> str:
    return say(_ONE[group]) if number == 1 else f"{number:,} {group_in_sentence(group)}"


def _listed(said: object, values: list[str]) -> str:
    """A sentence with the first few of some values, each once."""
    return say(said, values=quoted_values(values)) if values else ""
