"""Files that hold a codebook: a REDCap data dictionary, an XLSForm, or the structure of a LimeSurvey."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from assessor.exchange.codebooks import Codebook, CodedQuestion
from assessor.exchange.heading_texts import readable
from assessor.exchange.reading import read_sheets_file
from assessor.exchange.sheets import SheetRows
from assessor.exchange.survey_openings import plain
from assessor.exchange.unreadable import UnreadableFile
from assessor.exchange.xlsforms import is_xlsform, read_xlsform
from assessor.progress import Work

_NAME, _KIND, _LABEL, _CHOICES, _IDENTIFIES = "name", "kind", "label", "choices", "identifies"
_REDCAP_COLUMNS = {
    "variable / field name": _NAME, "field_name": _NAME, "field type": _KIND, "field_type": _KIND,
    "field label": _LABEL, "field_label": _LABEL, "choices, calculations, or slider labels": _CHOICES,
    "select_choices_or_calculations": _CHOICES, "identifier?": _IDENTIFIES, "identifier": _IDENTIFIES,
}  # fmt: skip
_LIMESURVEY_COLUMNS = ["class", "type/scale", "name"]
_GIVE = "give a REDCap data dictionary, an XLSForm or the structure of a LimeSurvey"
_ASKED, _PART, _ANSWER = "Q", "SQ", "A"
_WRITTEN_IN = ("-oth-", "Other")
_WITH_CHOICES = frozenset({"radio", "dropdown", "checkbox"})
_BUILT_IN = {"yesno": (("1", "Yes"), ("0", "No")), "truefalse": (("1", "True"), ("0", "False"))}
_IDENTIFYING_KINDS = frozenset({
    "username", "email", "phonenumber", "deviceid", "subscriberid", "simserial", "geopoint", "geotrace",
    "geoshape", "start-geopoint", "image", "photo", "audio", "video", "file", "background-audio",
})  # fmt: skip


def read_codebook_file(path: Path) -> Work[Codebook]:
    """The codebook in a file, read in a confined child. Raises UnreadableFile naming it."""
    sheets = yield from read_sheets_file(path)
    return read_codebook(sheets, path.name)


def read_codebook(sheets: Sequence[SheetRows], name: str) -> Codebook:
    """The codebook in these sheets; raises UnreadableFile where they are no questionnaire that is known."""
    if is_xlsform(sheets):
        return Codebook(tuple(_from_xlsform(sheets, name)))
    rows = sheets[0].rows if sheets else ()
    header = [_REDCAP_COLUMNS.get(plain(cell).casefold(), "") for cell in rows[0]] if rows else []
    if {_NAME, _KIND, _LABEL, _CHOICES} <= set(header):
        return Codebook(tuple(_from_redcap(header, rows[1:])))
    if rows and [plain(cell).casefold() for cell in rows[0][:3]] == _LIMESURVEY_COLUMNS:
        return Codebook(tuple(_from_limesurvey(rows)))
    raise UnreadableFile(name, "it is no codebook", _GIVE)


def _from_redcap(header: list[str], rows: Iterable[tuple[str, ...]]) -> Iterator[CodedQuestion]:
    for row in rows:
        field = {key: plain(cell) for key, cell in zip(header, row, strict=False) if key}
        kind = field.get(_KIND, "")
        listed = tuple(_choices(field.get(_CHOICES, ""))) if kind in _WITH_CHOICES else ()
        yield CodedQuestion(
            name=field.get(_NAME, ""),
            label=readable(field.get(_LABEL, "")),
            choices=listed or _BUILT_IN.get(kind, ()),
            identifies=field.get(_IDENTIFIES, "").casefold() == "y" or kind == "file",
        )


def _choices(told: str) -> Iterator[tuple[str, str]]:
    """The choices in `1, one | 2, two`."""
    for choice in told.split("|"):
        code, sign, label = choice.partition(",")
        if sign and code.strip():
            yield code.strip(), readable(label)


def _from_limesurvey(rows: Sequence[tuple[str, ...]]) -> Iterator[CodedQuestion]:
    """Each question stands above its statements and answers; further languages repeat the names."""
    header = [plain(cell).casefold() for cell in rows[0]]
    found: dict[str, dict[str, dict[str, str]]] = {}
    asked = ""
    for row in rows[1:]:
        cells = dict(zip(header, row, strict=False))
        kind, name, words = cells["class"], cells.get("name", ""), readable(cells.get("text", ""))
        if kind == _ASKED:
            asked = name
        if asked and kind in (_ASKED, _PART, _ANSWER):
            found.setdefault(asked, {}).setdefault(kind, {}).setdefault(name, words)
    for name, told in found.items():
        answers = (*told.get(_ANSWER, {}).items(), _WRITTEN_IN) if _ANSWER in told else ()
        parts = tuple(told.get(_PART, {}).items())
        yield CodedQuestion(name, told[_ASKED][name], answers, parts)


def _from_xlsform(sheets: Sequence[SheetRows], name: str) -> Iterator[CodedQuestion]:
    form = read_xlsform(sheets, name)
    for question in form.questions:
        yield CodedQuestion(
            name=question.name,
            label=readable(form.label(question.labels, form.language)),
            choices=tuple(
                (one.name, readable(form.label(one.labels, form.language))) for one in question.choices
            ),
            identifies=question.type in _IDENTIFYING_KINDS,
        )
    for row in form.left_out:
        if row.type in _IDENTIFYING_KINDS:
            yield CodedQuestion(row.name, identifies=True)
