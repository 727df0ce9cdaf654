"""What is done with a batch of paper forms: edited, removed, settled, brought into its wave and taken out."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from assessor.operations.paper import paper_arrivals, paper_batches, paper_comparisons
from assessor.operations.survey_forms.forms import FormRow, list_forms

if TYPE_CHECKING:
    from assessor.ui.assess.paper.paper_batches import PaperBatchesScreen


def find_form(forms: Sequence[FormRow], key: str, version: int) -> FormRow | None:
    """The form of a key and version."""
    return next((form for form in forms if (form.key, form.version) == (key, version)), None)


class BatchDoings(QObject):
    """Each doing is one change to the batch that the screen shows, attempted there."""

    def __init__(self, screen: "PaperBatchesScreen") -> None:
        super().__init__(screen)
        self._screen = screen
        self._engagement = screen.engagement

    @property
    def _id(self) -> str:
        return self._screen.batch.row.id if self._screen.batch else ""

    def edit(self, name: str, value: Any) -> None:
        """Change a field; another form brings its group, and a language it stands in."""
        batch, values = self._screen.batch, {name: value}
        if batch is None:
            return
        form = find_form(list_forms(self._engagement), *value) if name == "form" else None
        if name == "form":
            group = form.group if form else batch.row.group
            values = {"form_key": value[0], "form_version": value[1], "group": group}
        if form and batch.row.language not in form.languages:
            values["language"] = form.languages[0]
        self._screen.attempt(lambda: paper_batches.edit_batch(self._engagement, batch.row.id, **values))

    def show_form(self) -> None:
        """Go to the form, where it is printed."""
        if self._screen.batch is not None:
            self._screen.asked_to_go.emit("survey_forms", self._screen.batch.row.form_key)

    def remove(self) -> None:
        """Remove the batch."""
        self._screen.attempt(
            lambda: paper_batches.remove_batch(self._engagement, self._id), done=self.tr("Batch removed")
        )

    def remove_form(self, number: int) -> None:
        """Remove a form that was typed, both times."""
        self._screen.attempt(
            lambda: paper_batches.remove_sheet(self._engagement, self._id, number),
            done=self.tr("Form removed"),
        )

    def settle(self, number: int, code: str, answer: Any) -> None:
        """Say what stands on the paper."""
        self._screen.attempt(
            lambda: paper_comparisons.settle(self._engagement, self._id, number, code, answer)
        )

    def bring_in(self) -> None:
        """Bring the batch into its wave."""
        self._screen.attempt(
            lambda: paper_arrivals.bring_in_batch(self._engagement, self._id),
            done=self.tr("Brought into the wave"),
        )
        self._screen.go_to(self._screen.view.segments.key)

    def take_out(self) -> None:
        """Take the batch's answers out of the wave."""
        self._screen.attempt(
            lambda: paper_arrivals.take_out_batch(self._engagement, self._id),
            done=self.tr("Taken out of the wave"),
        )
