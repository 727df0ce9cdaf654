"""Order and headings of one's own forms: questions moved, headings put above them, changed and taken away."""

from assessor.model import OwnItem
from assessor.operations.survey_forms.own_forms import read_items
from assessor.operations.survey_forms.own_item_places import number, open_item, run_from
from assessor.store import Engagement
from assessor.terms import CannotDo


def move_item(engagement: Engagement, item_id: str, by: int) -> None:
    """Ask a question one place earlier, or later when `by` is positive; past a heading it comes under it."""
    with engagement.change("Move question") as session:
        item, _ = open_item(session, item_id)
        rows = read_items(session, item.survey_id)
        here = next(place for place, row in enumerate(rows) if row.id == item_id)
        there = here + (1 if by > 0 else -1)
        if not 0 <= there < len(rows):
            return
        neighbor = rows[there]
        if neighbor.section != item.section:
            item.section, item.section_es = neighbor.section, neighbor.section_es
            return
        rows[here], rows[there] = rows[there], rows[here]
        number(rows)


def begin_section(engagement: Engagement, item_id: str, title: str, title_es: str = "") -> None:
    """Put a heading above a question; those after it under the same heading come along."""
    if not title.strip():
        raise CannotDo("A heading needs words, such as Who handles what.")
    with engagement.change("Add heading") as session:
        item, _ = open_item(session, item_id)
        rows = read_items(session, item.survey_id)
        here = next(place for place, row in enumerate(rows) if row.id == item_id)
        _head(run_from(rows, here), title, title_es)


def edit_section(engagement: Engagement, item_id: str, **values: str) -> None:
    """Change the heading above a question, for all that stand under it: `title`, `title_es`.

    Without a title the heading goes, and its questions come under the one before.
    """
    with engagement.change("Edit heading") as session:
        item, _ = open_item(session, item_id)
        rows = read_items(session, item.survey_id)
        first = next(place for place, row in enumerate(rows) if row.id == item_id)
        while first and rows[first - 1].section == item.section:
            first -= 1
        title = values.get("title", item.section).strip()
        title_es = values.get("title_es", item.section_es).strip()
        if not title and first:
            title, title_es = rows[first - 1].section, rows[first - 1].section_es
        _head(run_from(rows, first), title, title_es)


def _head(rows: list[OwnItem], title: str, title_es: str) -> None:
    for row in rows:
        row.section, row.section_es = title, title_es
