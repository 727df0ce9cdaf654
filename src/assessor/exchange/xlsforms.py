"""XLSForms: a questionnaire in three sheets, read as questions with labels and choices; also a codebook."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from assessor.exchange.reading import read_sheets_file
from assessor.exchange.sheets import SheetRows
from assessor.exchange.unreadable import UnreadableFile
from assessor.exchange.xlsform_columns import FormRow, find_sheet, is_set, language_code, read_rows
from assessor.exchange.xlsform_kinds import is_closing, is_metadata, opened, parse_select, plain_kind
from assessor.progress import Work

MOST_QUESTIONS = 2_000
_CHOOSE = "choose the form as it was designed, with the sheets survey and choices"


class WhyLeftOut(StrEnum):
    """Why a row of an XLSForm is no question of ours."""

    TYPE_NOT_KNOWN = "type_not_known"
    METADATA = "metadata"
    NOTE = "note"
    REPEATED = "repeated"
    NO_CHOICES = "no_choices"


@dataclass(frozen=True)
class RowLeftOut:
    """A row that was not taken: its type and name as they are written."""

    name: str
    type: str
    why: WhyLeftOut


@dataclass(frozen=True)
class XlsChoice:
    """A choice: what a table of answers has for it, and its labels by language code."""

    name: str
    labels: Mapping[str, str]


@dataclass(frozen=True)
class XlsQuestion:
    """A question: what a table's column is called, its labels by language code, and its choices."""

    name: str
    path: str
    """With the groups it stands in, as in `transport/frequency`."""
    type: str
    labels: Mapping[str, str]
    heading: Mapping[str, str] = field(default_factory=dict)
    """The labels of the group it stands in."""
    list_name: str = ""
    choices: tuple[XlsChoice, ...] = ()
    is_multiple: bool = False
    has_other: bool = False
    """Whether a text can be given beside the choices, in a column `<name>_other`."""
    appearance: str = ""
    has_condition: bool = False
    """Whether it is asked only of some, by an answer to another question."""
    ours: Mapping[str, str] = field(default_factory=dict)
    """Our own columns, by their names without `assessor_`."""


@dataclass(frozen=True)
class XlsForm:
    """A form as an XLSForm has it. Labels that name no language are kept under that of the form."""

    title: str
    form_id: str
    version: str
    language: str
    """The code of the language it is shown in at first; empty where it names none."""
    questions: tuple[XlsQuestion, ...]
    notes: tuple[XlsQuestion, ...] = ()
    """Texts to read, ours among them: opening, instruction, thanks."""
    left_out: tuple[RowLeftOut, ...] = ()
    ours: Mapping[str, str] = field(default_factory=dict)

    def label(self, labels: Mapping[str, str], language: str) -> str:
        """The label in a language; where there is none, the form's own or the first."""
        return labels.get(language) or labels.get(self.language) or next(iter(labels.values()), "")

    def find(self, column: str) -> XlsQuestion | None:
        """The question whose answers a table's column holds, by name or path."""
        for question in self.questions:
            if column in (question.name, question.path):
                return question
        return None


def read_xlsform_file(path: Path) -> Work[XlsForm]:
    """The XLSForm in a file, its workbook read in a confined child. Raises UnreadableFile naming it."""
    sheets = yield from read_sheets_file(path)
    return read_xlsform(sheets, path.name)


def is_xlsform(sheets: Iterable[SheetRows]) -> bool:
    """Whether these sheets are a questionnaire, not answers to one."""
    return any(row.get("type") and row.get("name") for row in read_rows(find_sheet(sheets, "survey")))


def read_xlsform(sheets: Sequence[SheetRows], name: str) -> XlsForm:
    """The form in the sheets of a workbook; raises UnreadableFile where it is none."""
    if find_sheet(sheets, "survey") is None:
        raise UnreadableFile(name, "it has no sheet “survey”, so it is no XLSForm", _CHOOSE)
    if not is_xlsform(sheets):
        why = "its sheet “survey” has no columns “type” and “name”, so it is no XLSForm"
        raise UnreadableFile(name, why, _CHOOSE)
    settings = next(read_rows(find_sheet(sheets, "settings")), FormRow(2, {}, {}))
    language = language_code(settings.get("default_language"))
    rows = [_in_language(row, language) for row in read_rows(find_sheet(sheets, "survey"))]
    if len(rows) > MOST_QUESTIONS:
        raise UnreadableFile(name, f"it has more than {MOST_QUESTIONS:,} questions", "split it into forms")
    walk = _Walk(_choices(find_sheet(sheets, "choices"), language))
    for row in rows:
        walk.take(row)
    return XlsForm(
        title=settings.get("form_title"),
        form_id=settings.get("form_id") or settings.get("id_string"),
        version=settings.get("version"),
        language=language or _first_language(rows),
        questions=tuple(walk.questions),
        notes=tuple(walk.notes),
        left_out=tuple(walk.left_out),
        ours=settings.ours,
    )


class _Walk:
    """Goes down the rows of the sheet, knowing in which groups it is."""

    def __init__(self, lists: Mapping[str, tuple[XlsChoice, ...]]) -> None:
        self._lists = lists
        self._groups: list[tuple[str, FormRow]] = []
        self._taken: set[str] = set()
        self.questions: list[XlsQuestion] = []
        self.notes: list[XlsQuestion] = []
        self.left_out: list[RowLeftOut] = []

    def take(self, row: FormRow) -> None:
        """One row: into a group, out of it, or a question."""
        type_ = row.get("type")
        if what := opened(type_):
            self._groups.append((what, row))
        elif is_closing(type_):
            del self._groups[-1:]
        elif type_ and not is_set(row.get("disabled") or "no"):
            self._ask(row, type_)

    def _ask(self, row: FormRow, type_: str) -> None:
        select = parse_select(type_)
        choices = self._lists.get(select.list_name, ()) if select else ()
        if why := self._why_not(type_, bool(select), bool(choices)):
            if why is WhyLeftOut.NOTE:
                self.notes.append(self._question(row, type_))
            if why is not WhyLeftOut.NOTE or not row.ours:
                self.left_out.append(RowLeftOut(row.get("name"), type_, why))
            return
        question = self._question(row, type_)
        if select:
            question = replace(
                question,
                list_name=select.list_name,
                choices=choices,
                is_multiple=select.is_multiple,
                has_other=select.has_other,
            )
        self.questions.append(question)

    def _why_not(self, type_: str, is_select: bool, has_choices: bool) -> WhyLeftOut | None:
        if type_.strip().casefold() == "note":
            return WhyLeftOut.NOTE
        if is_metadata(type_):
            return WhyLeftOut.METADATA
        if not is_select and not plain_kind(type_):
            return WhyLeftOut.TYPE_NOT_KNOWN
        if any(what != "group" for what, _ in self._groups):
            return WhyLeftOut.REPEATED
        return WhyLeftOut.NO_CHOICES if is_select and not has_choices else None

    def _question(self, row: FormRow, type_: str) -> XlsQuestion:
        name = self._unused(row.get("name") or f"question_{row.line}")
        groups = [group.get("name") for _, group in self._groups]
        headings = [group.labels for _, group in self._groups if group.labels]
        conditions = [row, *(group for _, group in self._groups)]
        return XlsQuestion(
            name=name,
            path="/".join([*filter(None, groups), name]),
            type=type_,
            labels=row.labels or {"": name},
            heading=headings[-1] if headings else {},
            appearance=row.get("appearance"),
            has_condition=any(one.get("relevant") for one in conditions),
            ours=row.ours,
        )

    def _unused(self, name: str) -> str:
        """The name, or another where two rows have the same, as forms with groups may."""
        number, tried = 1, name
        while tried in self._taken:
            number += 1
            tried = f"{name}_{number}"
        self._taken.add(tried)
        return tried


def _choices(sheet: SheetRows | None, language: str) -> dict[str, tuple[XlsChoice, ...]]:
    found: dict[str, list[XlsChoice]] = {}
    for row in read_rows(sheet):
        if row.get("list_name") and row.get("name"):
            labels = _in_language(row, language).labels
            found.setdefault(row.get("list_name"), []).append(XlsChoice(row.get("name"), labels))
    return {name: tuple(choices) for name, choices in found.items()}


def _in_language(row: FormRow, language: str) -> FormRow:
    """The row with a label that names no language under that of the form, where it names one."""
    if not language or "" not in row.labels or language in row.labels:
        return row
    labels = {code or language: text for code, text in row.labels.items()}
    return FormRow(row.line, row.cells, labels)


def _first_language(rows: Iterable[FormRow]) -> str:
    return next((code for code in _languages(rows) if code), "")


def _languages(rows: Iterable[FormRow]) -> Iterator[str]:
    for row in rows:
        yield from row.labels
