"""Mending the notes of a sitting: the open line is changed in its place, and one key goes to the next."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from assessor.operations import remarks
from assessor.operations.histories import first_wording
from assessor.operations.mendings import Mending, list_mendings
from assessor.operations.remarks import RemarkRow
from assessor.operations.sittings import SittingDetails
from assessor.ui.assess.sittings.remark_list import RemarkList

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement

Do = Callable[[Callable[[], object], str, Callable[[str], object] | None], None]


class RemarkMending:
    """Wires the open line of a list of notes to the file. `do` runs a doing, says it, or tells why not."""

    def __init__(
        self, engagement: "Engagement", notes: RemarkList, do: Do, filter_anew: Callable[[], object]
    ) -> None:
        self._engagement, self._notes, self._do, self._filter_anew = engagement, notes, do, filter_anew
        self._order: list[str] = []
        self.mendings: dict[str, Mending] = {}
        self._wire()

    def show(self, sitting: SittingDetails, rows: Sequence[RemarkRow]) -> None:
        """Find anew what is to be mended."""
        self._order = [row.id for row in rows]
        self.mendings = {one.remark_id: one for one in list_mendings(sitting, rows)}

    def among(self, rows: Sequence[RemarkRow]) -> list[RemarkRow]:
        """Of these lines, those to be mended, and the open one, so that it does not go while one mends it."""
        return [row for row in rows if row.id in self.mendings or row.id == self._notes.open_id]

    def show_open(self) -> None:
        """Say of the open line what it lacks and how it was first worded."""
        open_id, editor = self._notes.open_id, self._notes.editor
        if not open_id:
            return
        mending = self.mendings.get(open_id)
        editor.lacks.say(mending.lacks if mending else (), has_next=bool(self._next()))
        editor.first.say(first_wording(self._engagement, open_id))

    def go_on(self) -> bool:
        """Open the next line to be mended, from the open or current one on; whether there is one."""
        self._notes.editor.text.finish()
        found = self._next()
        if found:
            self._notes.open_remark(found)
        else:
            self._notes.close_remark()
        self._filter_anew()
        return bool(found)

    def _next(self) -> str:
        here = self._notes.open_id or self._notes.current_id
        place = self._order.index(here) if here in self._order else -1
        first = place + bool(self._notes.open_id)
        after = (one for one in [*self._order[max(first, 0) :], *self._order[: max(place, 0)]])
        return next((one for one in after if one in self.mendings), "")

    def _wire(self) -> None:
        editor, engagement = self._notes.editor, self._engagement
        editor.text_edited.connect(lambda text: self._edit(text=text))
        editor.fidelity_chosen.connect(lambda fidelity: self._edit(fidelity=fidelity))
        editor.quote_flagged.connect(lambda is_quote: self._edit(is_quote=is_quote))
        editor.field_edited.connect(lambda name, value: self._edit(**{name: value}))
        editor.speakers_chosen.connect(
            lambda people: self._change(lambda one: remarks.attribute_remark(engagement, one, people))
        )
        editor.clearance_chosen.connect(
            lambda clearance: self._change(lambda one: remarks.clear_quote(engagement, one, clearance))
        )
        editor.code_added.connect(lambda code: self._code(code, is_added=True))
        editor.code_removed.connect(lambda code: self._code(code, is_added=False))
        editor.removed.connect(
            lambda: self._change(
                lambda one: remarks.remove_remark(engagement, one), self._notes.tr("Line removed")
            )
        )
        self._notes.opened.connect(lambda _id: self.show_open())

    def _edit(self, **values: object) -> None:
        self._change(lambda one: remarks.edit_remark(self._engagement, one, **values))

    def _change(self, doing: Callable[[str], object], done: str = "") -> None:
        editor, open_id = self._notes.editor, self._notes.open_id
        self._do(lambda: doing(open_id), done, editor.problem.tell)
        row = self._notes.open_row
        if row is not None:
            editor.show_remark(row)
            self.show_open()

    def _code(self, code: str, *, is_added: bool) -> None:
        row = self._notes.open_row
        if row is None:
            return
        codes = [one for one in row.codes if one != code] + ([code] if is_added else [])
        self._do(lambda: remarks.code_remark(self._engagement, row.id, codes), "", None)
