"""Debriefing a sitting in its record: the form saves itself beside the facts, and is marked as done."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from assessor.instruments.guides import Guide
from assessor.operations import debriefs
from assessor.operations.askings import read_course
from assessor.operations.remarks import RemarkRow
from assessor.operations.sittings import SittingDetails, edit_sitting
from assessor.ui.assess.sittings.debrief_facts import DebriefFactsPane
from assessor.ui.assess.sittings.debrief_form import DebriefForm
from assessor.ui.assess.sittings.sitting_words import seat_labels

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement

Do = Callable[[Callable[[], object], str], None]


class Debriefing:
    """Wires form and facts to the file. `do` runs a doing and says it, or tells why it cannot be done."""

    def __init__(self, engagement: "Engagement", form: DebriefForm, facts: DebriefFactsPane, do: Do) -> None:
        self._engagement, self._form, self._facts, self._do = engagement, form, facts, do
        self._sitting_id = ""
        for name, field in form.fields.items():
            field.edited.connect(lambda value, name=name: self._edit(**{name: value}))
        form.done.connect(self.finish)
        form.reopened.connect(lambda: do(lambda: debriefs.reopen_debrief(engagement, self._sitting_id), ""))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(
                QKeySequence(keys), form, self.finish, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
            )

    def show(self, sitting: SittingDetails, rows: Sequence[RemarkRow], guide: Guide | None) -> None:
        """Show what was written, and the facts to write from."""
        self._sitting_id = sitting.id
        self._form.show_debrief(sitting)
        questions = {question.code: question.title for question in guide.questions} if guide else {}
        asked = {asking.question for asking in read_course(self._engagement, sitting.id).askings}
        facts = debriefs.gather_facts(sitting, rows, tuple(questions), asked)
        earlier = debriefs.list_earlier(self._engagement, sitting.id)
        self._facts.show_facts(facts, earlier, seat_labels(sitting.seats), questions)

    def finish(self) -> None:
        """Save what is being typed, and mark the debrief as done."""
        self._form.finish_editing()
        if self._form.finish.isVisible() and self._form.finish.isEnabled():
            done = self._form.tr("Debrief is done")
            self._do(lambda: debriefs.finish_debrief(self._engagement, self._sitting_id), done)

    def _edit(self, **values: object) -> None:
        self._do(lambda: edit_sitting(self._engagement, self._sitting_id, **values), "")
