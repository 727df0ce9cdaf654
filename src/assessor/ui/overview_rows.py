"""The rows of the overview's lists, made from what the record says."""

from collections.abc import Sequence
from datetime import date

from assessor.operations.dues import Due
from assessor.operations.histories import ChangeRow
from assessor.operations.overviews import LooseEnds
from assessor.ui.overview_words import due_note, due_title, late_by, loose_end, near_day, near_moment
from assessor.ui.widgets.row_models import ListRow
from assessor.ui.widgets.tags import Meaning


def due_rows(dues: Sequence[Due], today: date) -> list[ListRow]:
    """What is next, with its day; today's in the accent."""
    return [
        ListRow(
            due.element_id,
            due_title(due),
            due_note(due),
            trailing=near_day(due.on, today),
            trailing_meaning=Meaning.ACCENT if due.on == today else Meaning.NEUTRAL,
        )
        for due in dues
    ]


def late_rows(dues: Sequence[Due], today: date) -> list[ListRow]:
    """What is late, and by how much."""
    return [
        ListRow(
            due.element_id,
            due_title(due),
            due_note(due),
            trailing=late_by(due, today),
            trailing_meaning=Meaning.CONCERN,
        )
        for due in dues
    ]


def loose_rows(loose: Sequence[LooseEnds]) -> list[ListRow]:
    """What hangs loose, a line a rule."""
    return [
        ListRow(
            each.rule,
            loose_end(each.rule)[0],
            icon=loose_end(each.rule)[1],
            icon_meaning=Meaning.WATCH,
            number=f"{each.count:,}",
        )
        for each in loose
    ]


def change_rows(changes: Sequence[ChangeRow], today: date) -> list[ListRow]:
    """What was done last, by whom and when."""
    return [
        ListRow(change.id, change.sentence, tag=near_moment(change.made_at, today), trailing=change.author)
        for change in changes
    ]
