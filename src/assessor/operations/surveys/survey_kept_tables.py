"""The tables kept with imports: what each is, its bytes, and writing them out."""

from dataclasses import dataclass
from pathlib import Path

from assessor.exchange.packed_tables import unpack_bytes
from assessor.exchange.survey_tables import TableChoices
from assessor.model import SurveyImport
from assessor.operations.surveys.survey_arriving_files import choices_of
from assessor.store import Engagement
from assessor.store.attachments import read_attachment
from assessor.terms import CannotDo


@dataclass(frozen=True)
class KeptTableFile:
    """A kept table as a file: its name, its bytes, how they are read, and whether they are as they came.

    Where they are not, cells of private columns are empty, and addresses and numbers cut out of texts.
    """

    name: str
    content: bytes
    choices: TableChoices
    is_as_it_came: bool


def get_kept_table(engagement: Engagement, import_id: str) -> KeptTableFile:
    """The table an import came with. Raises CannotDo where it was removed, or none was kept."""
    with engagement.reading() as session:
        row = session.get(SurveyImport, import_id)
        if row is None:
            raise CannotDo("This table was removed meanwhile. Undo brings it back.")
        if not row.kept_table:
            raise CannotDo(f"The table of “{row.file_name}” was not kept when it was brought in.")
        content = unpack_bytes(read_attachment(session, row.kept_table))
        whole = bool(row.reading["is_as_it_came"])
        name = row.file_name if whole else f"{Path(row.file_name).stem}.csv"
        return KeptTableFile(name, content, choices_of(row.reading), whole)


def save_kept_table(engagement: Engagement, import_id: str, path: Path) -> None:
    """Write the table of an import to a file. Raises CannotDo where it cannot be written."""
    table = get_kept_table(engagement, import_id)
    try:
        path.write_bytes(table.content)
    except OSError as error:
        raise CannotDo(f"“{path.name}” cannot be written there. Choose another folder.") from error
