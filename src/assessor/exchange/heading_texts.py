"""What a column's heading says, and what all ways of writing headings share."""

import html
import re
from dataclasses import dataclass

from assessor.exchange.survey_openings import plain

HeaderRows = tuple[tuple[str, ...], ...]
OTHER = "other (please specify)"
JOIN = " - "
IN_BRACKETS = re.compile(r"^(?P<question>.*?)\s*\[(?P<part>[^\[\]]*)\](?P<more>(\[[^\[\]]*\])*)$", re.DOTALL)
_MARKUP = re.compile(r"<(/?[a-zA-Z][^<>]*|!--.*?--)>")


@dataclass(frozen=True)
class Heading:
    """A column's name as the tool wrote it, the question in words and the part of it the column asks.

    Columns of one `family` belong to one question; `written` ones hold text beside a choice, and `repeats`
    says that other columns hold the same. `joined_by` may stand between several choices in its cells.
    `identifies` says that its codebook marks it as telling who answered.
    """

    name: str
    question: str
    sub_question: str = ""
    import_id: str = ""
    family: str = ""
    written: bool = False
    repeats: bool = False
    joined_by: str = ""
    identifies: bool = False


def readable(cell: str) -> str:
    """Question text without its markup, character references and runs of blanks."""
    return plain(html.unescape(_MARKUP.sub(" ", cell)))


def named(cell: str, position: int) -> str:
    """The column's name, or one by its place where it has none."""
    return plain(cell) or f"Column {position + 1}"


def split_by(pattern: re.Pattern[str], cell: str, position: int) -> Heading:
    """A heading cut into question, part and further parts, as the pattern names them."""
    name = named(cell, position)
    match = pattern.match(plain(cell))
    if not match:
        return Heading(name, readable(name))
    more = (match.groupdict().get("more") or "").replace("][", " / ").replace("[", " / ").strip("]")
    return Heading(name, readable(match["question"]), readable(match["part"] + more))
