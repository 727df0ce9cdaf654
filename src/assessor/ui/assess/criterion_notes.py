"""Lines under a criterion: what the state asks there, and what became of its passages since before."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assessor.analysis.text_changes import ChangeKind
from assessor.operations.document_versions import FollowedPassage
from assessor.operations.requirements import RequirementRow
from assessor.ui.assess.emptying import empty, hidden_stop
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import QuietButton
from assessor.ui.widgets.texts import Paragraph, explain

_LONGEST = 64
_LONGEST_WORDS = 160


class RequirementLines(QWidget):
    """The requirements at a criterion, one a line. `asked` tells the code of one to go to."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[RequirementRow, ...] = ()
        self._before_rows = hidden_stop(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_requirements(self, rows: tuple[RequirementRow, ...]) -> None:
        """Show what is asked, and whether it is met."""
        if rows == self._shown:
            return
        self._shown = rows
        empty(self._column)
        before = self._before_rows
        for row in rows:
            button = QuietButton(self._words(row), flush=True)
            explain(button, row.requirement.text)
            button.setAccessibleName(f"{row.code}: {row.requirement.text} {self._verdict(row)}")
            button.clicked.connect(lambda _on=False, code=row.code: self.asked.emit(code))
            self._column.addWidget(button)
            QWidget.setTabOrder(before, button)
            before = button

    def _words(self, row: RequirementRow) -> str:
        text: str = row.requirement.text
        if len(text) > _LONGEST:
            text = text[:_LONGEST].rsplit(" ", 1)[0].rstrip(",;:") + "…"
        return f"{row.code}  {text}  ·  {self._verdict(row)}"

    def _verdict(self, row: RequirementRow) -> str:
        if row.is_met is None:
            return self.tr("not decided")
        return self.tr("met") if row.is_met else self.tr("not met")


class SinceLines(QWidget):
    """What became of a criterion's passages since the earlier version."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[FollowedPassage, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 2, 0, 0)
        self._column.setSpacing(4)

    def show_followed(self, followed: Sequence[FollowedPassage]) -> None:
        """Show the passages that read otherwise, stand elsewhere or are gone."""
        wanted = tuple(one for one in followed if one.kind is not ChangeKind.SAME)
        if wanted == self._shown:
            return
        self._shown = wanted
        empty(self._column)
        for one in wanted:
            tone = "concern" if one.kind is ChangeKind.REMOVED else "ink2"
            self._column.addWidget(Paragraph(self._words(one), Role.BODY, tone))

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed."""
        return not self._shown

    def _words(self, one: FollowedPassage) -> str:
        before, now = _short(one.before.text), _short(one.text)
        if one.kind is ChangeKind.REMOVED:
            return self.tr("Gone: “{before}”, p. {page}").format(before=before, page=one.before.page)
        if one.kind is ChangeKind.CHANGED:
            return self.tr("Changed: “{before}” now reads “{now}”").format(before=before, now=now)
        words = self.tr("Moved from p. {before} to p. {now}: “{words}”")
        return words.format(before=one.before.page, now=one.spans[0].page, words=now)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_WORDS else line[:_LONGEST_WORDS].rsplit(" ", 1)[0] + "…"
