"""What was published of a wave, and when: later results leave out groups that differ from it by a few."""

from itertools import groupby

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assessor.operations.surveys.published_groups import PublishedGroupRow
from assessor.terms import Group, Published
from assessor.ui.assess.surveys.survey_words import say
from assessor.ui.typeface import Role
from assessor.ui.widgets.sections import SectionHeading
from assessor.ui.widgets.texts import Paragraph

_PRINTED = QT_TRANSLATE_NOOP("surveys", "Results printed · {day} · {groups}")
_RELEASED = QT_TRANSLATE_NOOP("surveys", "Plan released: {version} · {day} · {groups}")
_PART = QT_TRANSLATE_NOOP("surveys", "{group} {n}")
_SCHOOLS = QT_TRANSLATE_NOOP("surveys", "{line} · also school by school")
_UNKNOWN = QT_TRANSLATE_NOOP("surveys", "Group not known")


class PublishedLines(QWidget):
    """A line for every print and every release, the newest first; away while there is none."""

    def __init__(self) -> None:
        super().__init__()
        self.lines = Paragraph("", Role.BODY, "ink")
        why = self.tr(
            "Where only a few people came to a group or left it since, later results and plans leave that "
            "group out: what the few said could be worked out."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(SectionHeading(self.tr("Published")))
        column.addWidget(self.lines)
        column.addWidget(Paragraph(why, Role.SMALL, "ink2"))
        self.hide()

    def show_rows(self, rows: list[PublishedGroupRow]) -> None:
        """Show what was published."""
        together = groupby(rows, key=lambda row: (row.published_at, row.what, row.version))
        self.lines.setText("\n".join(_line(list(them)) for _, them in together))
        self.setVisible(bool(rows))


def _line(rows: list[PublishedGroupRow]) -> str:
    first = rows[0]
    whole = {row.group: row for row in rows}.values()
    groups = sorted(whole, key=lambda row: list(Group).index(row.group) if row.group else len(Group))
    line = say(
        _PRINTED if first.what is Published.SURVEY_RESULTS else _RELEASED,
        version=first.version,
        day=f"{first.published_at.astimezone():%Y-%m-%d}",
        groups=", ".join(
            say(_PART, group=row.group.label if row.group else say(_UNKNOWN), n=f"{row.n:,}")
            for row in groups
        ),
    )
    return say(_SCHOOLS, line=line) if any(row.by for row in rows) else line
