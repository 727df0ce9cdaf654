"""XLSForms written: the sheets survey, choices and settings, with labels in each language."""

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from assessor.exchange.xlsform_columns import OURS
from assessor.exchange.xlsforms import XlsForm, XlsQuestion

if TYPE_CHECKING:
    import xlsxwriter.worksheet

LANGUAGES = {"en": "English (en)", "es": "Spanish (es)"}
_PLAIN_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_WIDE, _NARROW = 60, 22

Row = dict[str, str]


def write_xlsform(form: XlsForm, languages: Sequence[str] = ("en",)) -> bytes:
    """The workbook of a form; a label that is missing in a language is given in the form's first.

    KoboToolbox, Ona and ODK take it as it is: columns of our own they pass over.
    """
    import xlsxwriter

    settings = {
        "form_title": form.title,
        "form_id": form.form_id,
        "version": form.version,
        "default_language": LANGUAGES[languages[0]],
        **_ours(form.ours),
    }
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True, **_PLAIN_TEXT}) as book:
        head = book.add_format({"bold": True})
        for name, rows in (
            ("survey", list(_survey(form, languages))),
            ("choices", list(_choices(form, languages))),
            ("settings", [settings]),
        ):
            _write_rows(book.add_worksheet(name), rows, head)
    return stream.getvalue()


def _write_rows(sheet: "xlsxwriter.worksheet.Worksheet", rows: Sequence[Row], head: object) -> None:
    columns = list(dict.fromkeys(column for row in rows for column in row))
    for place, column in enumerate(columns):
        sheet.set_column(place, place, _WIDE if column.startswith("label") else _NARROW)
        sheet.write_string(0, place, column, head)
    for line, row in enumerate(rows, start=1):
        for place, column in enumerate(columns):
            if row.get(column):
                sheet.write_string(line, place, row[column])
    sheet.freeze_panes(1, 0)


def _survey(form: XlsForm, languages: Sequence[str]) -> Iterator[Row]:
    before = [note for note in form.notes if note.ours.get("kind") != "thanks"]
    after = [note for note in form.notes if note not in before]
    yield from (_row(note, form, languages) for note in before)
    heading: Mapping[str, str] = {}
    number = 0
    for question in form.questions:
        if question.heading != heading:
            if heading:
                yield {"type": "end_group"}
            heading = question.heading
            if heading:
                number += 1
                yield {
                    "type": "begin_group",
                    "name": f"section_{number}",
                    **_labels(form, heading, languages),
                }
        yield _row(question, form, languages)
    if heading:
        yield {"type": "end_group"}
    yield from (_row(note, form, languages) for note in after)


def _row(question: XlsQuestion, form: XlsForm, languages: Sequence[str]) -> Row:
    return {
        "type": question.type,
        "name": question.name,
        **_labels(form, question.labels, languages),
        "appearance": question.appearance,
        **_ours(question.ours),
    }


def _choices(form: XlsForm, languages: Sequence[str]) -> Iterator[Row]:
    written: set[str] = set()
    for question in form.questions:
        if question.list_name and question.list_name not in written:
            written.add(question.list_name)
            for choice in question.choices:
                labels = _labels(form, choice.labels, languages)
                yield {"list_name": question.list_name, "name": choice.name, **labels}


def _labels(form: XlsForm, labels: Mapping[str, str], languages: Sequence[str]) -> Row:
    return {f"label::{LANGUAGES[code]}": _plain(form.label(labels, code)) for code in languages}


def _plain(text: str) -> str:
    """A label that refers to no other question: a tool would look for the one between the braces."""
    return text.replace("${", "$ {")


def _ours(values: Mapping[str, str]) -> Row:
    return {f"{OURS}{name}": text for name, text in values.items()}
