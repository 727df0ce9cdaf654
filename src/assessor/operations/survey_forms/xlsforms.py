"""XLSForms of one's forms: written for KoboToolbox and its like, and taken in as forms of one's own."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from assessor.exchange.xlsform_writing import write_xlsform
from assessor.exchange.xlsforms import RowLeftOut, XlsForm, read_xlsform_file
from assessor.model import OwnItem, OwnSurvey
from assessor.operations.survey_forms.form_xlsforms import as_xlsform, languages_of
from assessor.operations.survey_forms.own_survey_heads import read_form_rows
from assessor.operations.survey_forms.xlsform_rows import group_of, items_of, own_survey_of
from assessor.progress import Progress, Work
from assessor.store import Engagement
from assessor.terms import CannotDo, Group


@dataclass(frozen=True)
class XlsFormTaken:
    """A form that was taken in: what it asks, and what of the file was not taken."""

    id: str
    title: str
    questions: int
    left_out: tuple[RowLeftOut, ...]
    conditions: int
    """How many questions are asked only of some: on paper everybody is asked."""


def export_xlsform(engagement: Engagement, key: str, path: Path, version: int | None = None) -> int:
    """Write a form, shipped or one's own, as XLSForm and return how many questions it has.

    Raises CannotDo when the form was removed, has no question, or cannot be written there.
    """
    with engagement.reading() as session:
        own, items = read_form_rows(session, key, version)
        if not items:
            raise CannotDo(f"“{own.title}” has no question yet. Add one first.")
        content = write_xlsform(as_xlsform(own, items), languages_of(own, items))
    unfinished = path.with_name(f".{path.name}.part")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(path)
    except OSError as error:
        raise CannotDo(f"{path} cannot be written: {error.strerror}. Choose another place.") from error
    finally:
        with suppress(OSError):
            unfinished.unlink()
    return len(items)


def read_xlsform(path: Path) -> Work[XlsForm]:
    """The form in a file, to look at before it is taken in. Raises UnreadableFile."""
    yield Progress(0, 2, "Reading the form")
    form = yield from read_xlsform_file(path)
    if not form.questions:
        raise CannotDo(f"“{path.name}” asks nothing that can be taken in: every question is of another type.")
    yield Progress(2, 2, "Read")
    return form


def tells_group(form: XlsForm) -> bool:
    """Whether a file says which group it asks, as one written here does."""
    return group_of(form) is not None


def take_xlsform(
    engagement: Engagement, form: XlsForm, title: str, group: Group | None = None
) -> XlsFormTaken:
    """Make a form of one's own of what was read; `title` and `group` hold where the file says neither.

    Raises CannotDo where nothing says whom it asks.
    """
    asked = group_of(form) or group
    if asked is None:
        raise CannotDo("The file does not say whom this form asks. Choose the group.")
    with engagement.change("Import XLSForm") as session:
        own: OwnSurvey = own_survey_of(form, title, asked)
        session.add(own)
        session.flush()
        items: list[OwnItem] = items_of(form)
        for item in items:
            item.survey_id = own.id
        session.add_all(items)
        return XlsFormTaken(
            id=own.id,
            title=own.title,
            questions=len(items),
            left_out=form.left_out,
            conditions=sum(question.has_condition for question in form.questions),
        )


def import_xlsform(
    engagement: Engagement, path: Path, group: Group | None = None, title: str = ""
) -> Work[XlsFormTaken]:
    """Read a file and make a form of one's own of it, in one change. Raises UnreadableFile or CannotDo."""
    form = yield from read_xlsform(path)
    return take_xlsform(engagement, form, title or path.stem, group)
