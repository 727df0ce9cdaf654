"""The record of one sitting: its notes in the middle, everything else beside them, all mended in place."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from assessor.instruments.guides import Guide
from assessor.operations import remarks, sittings
from assessor.operations.clients import list_sites
from assessor.operations.guides import get_guide_of, list_guides
from assessor.operations.observations import count_behaviors
from assessor.operations.own_guides import make_guide_own
from assessor.operations.remarks import RemarkRow
from assessor.operations.sittings import SittingDetails
from assessor.terms import RemarkKind, SittingKind
from assessor.ui.assess.sittings.debriefing import Debriefing
from assessor.ui.assess.sittings.note_rows import note_rows
from assessor.ui.assess.sittings.remark_mending import RemarkMending
from assessor.ui.assess.sittings.seating import Seating
from assessor.ui.assess.sittings.sitting_record_layout import RecordLayout
from assessor.ui.assess.sittings.sitting_setup import SittingSetup
from assessor.ui.assess.sittings.sitting_words import (
    day_words,
    group_word,
    held_on,
    kind_word,
    minutes_long,
    seat_labels,
)
from assessor.ui.errors import attempt
from assessor.ui.widgets.choice_fields import Choice
from assessor.ui.widgets.sections import Fact
from assessor.ui.widgets.segments import Segment

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement


class SittingRecord(RecordLayout):
    """Shows and edits one sitting. What failed is told with `failed`, what was done with `said`."""

    failed = Signal(str)
    said = Signal(str, bool)
    asked = Signal(str)
    """A participant to be shown in their own place."""
    guide_asked = Signal(str)
    """A guide of one's own to be edited."""
    notes_asked = Signal()
    print_asked = Signal(str, str)
    """The sitting whose record is to be printed, and its code."""

    def __init__(self, engagement: "Engagement") -> None:
        super().__init__()
        self._engagement = engagement
        self._shown = ""
        self._mending = RemarkMending(
            engagement, self.notes, self._do, lambda: self.show_sitting(self._shown)
        )
        self._debriefing = Debriefing(engagement, self.form, self.counted, self._do)
        self._setup = SittingSetup(engagement, self.setup, lambda: self._shown, self._do)
        self._seating = Seating(engagement, self.side.seats, lambda: self._shown, self._do)
        self.side.concerns.bind(engagement, self._do)
        self._wire()

    def show_sitting(self, sitting_id: str) -> None:
        """Show a sitting; none shows nothing."""
        if sitting_id != self._shown:
            self._finish_editing()
            self._shown = sitting_id
            self.views.choose("all")
        self.setVisible(bool(sitting_id))
        if not sitting_id:
            return
        sitting = sittings.get_sitting(self._engagement, sitting_id)
        rows = remarks.list_remarks(self._engagement, sitting_id)
        self._mending.show(sitting, rows)
        guide = get_guide_of(self._engagement, sitting.guide_key, sitting.guide_version)
        self.title.set_value(sitting.title)
        self.print.setVisible(bool(rows))
        self._show_facts(sitting, rows)
        self._show_views(sitting, rows)
        self._debriefing.show(sitting, rows, guide)
        self._show_notes(sitting, rows, guide)
        self._show_side(sitting, rows, guide)
        self._setup.show(sitting, guide, may_change=not self._engagement.read_only)
        self._set_read_only(bool(self._engagement.read_only))

    def _show_again(self) -> None:
        self.show_sitting(self._shown)

    def open_remark(self, remark_id: str) -> None:
        """Open a remark of the sitting shown."""
        if self.views.key != "all":
            self.show_view("all")
        self.notes.open_remark(remark_id)

    def show_view(self, key: str) -> None:
        """Turn to all lines, to those to be mended, or to the debrief."""
        self.views.choose(key)
        self._show_again()

    def write_debrief(self) -> None:
        """Turn to the debrief, ready to type."""
        self.show_view("debrief")
        self.form.themes.editor.setFocus()

    def mend_next(self) -> None:
        """Open the next line to be mended."""
        if not self._shown or not self.isVisible() or self._engagement.read_only:
            return
        if self.views.key == "debrief":
            self.show_view("mend")
        if not self._mending.go_on():
            self.said.emit(self.tr("Nothing left to mend"), False)

    def _show_facts(self, sitting: SittingDetails, rows: list[RemarkRow]) -> None:
        lines = _count_lines(rows)
        took = self.tr("minutes") if sitting.ended_at else self.tr("minutes planned")
        facts = [
            Fact(day_words(held_on(sitting)) or self.tr("Not planned"), kind_word(sitting.kind)),
            Fact(str(minutes_long(sitting)), took),
            Fact(str(lines), self.tr("line") if lines == 1 else self.tr("lines")),
        ]
        if sitting.kind is SittingKind.OBSERVATION:
            behaviors = sum(bool(row.behavior) for row in rows)
            seen = self.tr("behavior seen") if behaviors == 1 else self.tr("behaviors seen")
            facts.append(Fact(str(behaviors), seen))
        else:
            person = self.tr("person") if len(sitting.seats) == 1 else self.tr("people")
            people = Fact(str(len(sitting.seats)), group_word(sitting.group) or person)
            said = sum(row.is_quote for row in rows)
            unfinished = sum(row.is_unfinished for row in rows)
            quote = self.tr("quote") if said == 1 else self.tr("quotes")
            words = self.tr("{quotes}, {count} to finish") if unfinished else "{quotes}"
            quotes = Fact(str(said), words.format(quotes=quote, count=unfinished))
            facts[2:2] = [people]
            facts.append(quotes)
        self.facts.show_facts(facts)

    def _show_notes(self, sitting: SittingDetails, rows: list[RemarkRow], guide: Guide | None) -> None:
        self.notes.editor.offer(sitting.seats, guide)
        words = {question.code: question.text for question in guide.questions} if guide else {}
        is_mending = self.views.key == "mend"
        shown = self._mending.among(rows) if is_mending else rows
        has_begun = sitting.started_at is not None
        self.show_page(self.views.key, has_rows=bool(rows), has_shown=bool(shown), has_begun=has_begun)
        self.notes.show_notes(note_rows(shown, words), seat_labels(sitting.seats))
        self._mending.show_open()

    def _show_views(self, sitting: SittingDetails, rows: list[RemarkRow]) -> None:
        is_open = sitting.ended_at is not None and sitting.debriefed_at is None
        self.views.setVisible(bool(rows))
        self.views.show_segments(
            [
                Segment("all", self.tr("All"), str(_count_lines(rows))),
                Segment("mend", self.tr("To mend"), str(len(self._mending.mendings))),
                Segment("debrief", self.tr("Debrief"), self.tr("open") if is_open else ""),
            ]
        )

    def _show_side(self, sitting: SittingDetails, rows: list[RemarkRow], guide: Guide | None) -> None:
        side, may_change = self.side, not self._engagement.read_only
        seats_people = sitting.kind is not SittingKind.OBSERVATION or bool(sitting.seats)
        side.show_people(is_shown=seats_people and (bool(rows) or sitting.started_at is not None))
        side.people.set_note(str(len(sitting.seats)) if sitting.seats else "")
        side.seats.show_seats(sitting.seats, sitting.group, may_change=may_change)
        codes = [behavior.code for behavior in guide.behaviors] if guide else []
        is_observed = sitting.kind is SittingKind.OBSERVATION
        side.show_behavior(count_behaviors(rows if is_observed else [], codes), is_observed=is_observed)
        counts: dict[str, int] = {}
        for row in rows:
            if row.kind is not RemarkKind.OFF_RECORD:
                counts[row.question] = counts.get(row.question, 0) + 1
        side.guide.offer(list_guides(self._engagement))
        side.guide.show_guide(guide, counts)
        sites = [
            Choice(None, self.tr("No site")),
            *(Choice(s.id, s.name) for s in list_sites(self._engagement)),
        ]
        side.site.show_choices(sites)
        side.held_on.set_value(held_on(sitting))
        side.minutes.set_value(sitting.minutes)
        for name, field in side.fields.items():
            field.set_value(getattr(sitting, name))
        side.concerns.show_sitting(sitting.id)

    def _set_read_only(self, is_read_only: bool) -> None:
        side = self.side
        for field in (self.title, side.held_on, side.minutes, side.guide.choice, *side.fields.values()):
            field.set_read_only(is_read_only)
        self.form.set_read_only(is_read_only)
        side.guide.own.setVisible(not is_read_only)
        self.remove.setVisible(not is_read_only)
        self.notes.editor.setEnabled(not is_read_only)

    def _finish_editing(self) -> None:
        self.notes.close_open()
        self.form.finish_editing()
        self._setup.finish_editing()
        self.side.concerns.finish()
        for field in (self.title, self.side.held_on, self.side.minutes, *self.side.fields.values()):
            field.finish()

    def _wire(self) -> None:
        side = self.side
        self.title.edited.connect(self._rename)
        self.remove.clicked.connect(self._remove)
        self.print.clicked.connect(self._ask_for_print)
        for name, field in side.fields.items():
            field.edited.connect(lambda value, name=name: self._edit(**{name: value}))
        side.held_on.edited.connect(
            lambda day: self._do(lambda: sittings.hold_on(self._engagement, self._shown, day))
        )
        side.minutes.edited.connect(lambda number: self._edit(minutes=int(number or 60)))
        side.guide.choice.edited.connect(
            lambda key: self._do(lambda: sittings.choose_guide(self._engagement, self._shown, key))
        )
        self._wire_seats()
        self._wire_views()

    def _wire_seats(self) -> None:
        for lines in (self.side.seats, self.setup.people):
            lines.asked.connect(self.asked)
        self.side.guide.own_asked.connect(self._open_guide)

    def _wire_views(self) -> None:
        self.views.chosen.connect(lambda _key: self._show_again())
        self.notes.editor.mended.connect(self.mend_next)
        self.nothing_to_mend.asked.connect(lambda: self.show_view("all"))

    def _open_guide(self) -> None:
        """Go to the guide where it is edited; one of the library is copied for this sitting first."""
        sitting, own = sittings.get_sitting(self._engagement, self._shown), list[str]()
        if sitting.guide_key and not sitting.guide_version:
            own.append(sitting.guide_key)
        else:
            self._do(lambda: own.append(make_guide_own(self._engagement, self._shown)))
        for key in own:
            self.guide_asked.emit(key)

    def _ask_for_print(self) -> None:
        self._finish_editing()
        self.print_asked.emit(self._shown, self.side.code.value())

    def _rename(self, title: str) -> None:
        if title:
            self._edit(title=title)
        else:
            self.title.refuse(self.tr("A sitting needs a title, such as Teachers, Ridge Middle."))

    def _edit(self, **values: object) -> None:
        self._do(lambda: sittings.edit_sitting(self._engagement, self._shown, **values))

    def _remove(self) -> None:
        self._do(lambda: sittings.remove_sitting(self._engagement, self._shown), self.tr("Sitting removed"))

    def _do(
        self, doing: Callable[[], object], done: str = "", tell: Callable[[str], object] | None = None
    ) -> None:
        failed: list[str] = []
        attempt(doing, failed.append)
        if failed:
            (tell or self.failed.emit)(failed[0])
        elif done:
            self.said.emit(done, True)


def _count_lines(rows: list[RemarkRow]) -> int:
    """A while off the record is shown among the lines, and is none."""
    return sum(row.kind is not RemarkKind.OFF_RECORD for row in rows)
