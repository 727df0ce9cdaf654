"""Everything one may settle beside the speakers of a transcript: the chosen speaker, and the sitting."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time

from PySide6.QtCore import Signal

from assessor.exchange.texts import ENCODINGS
from assessor.operations.clients import SiteRow
from assessor.operations.sittings import SittingRow
from assessor.operations.transcript_mappings import Part, TranscriptMapping, TranscriptRead
from assessor.terms import Group, SittingKind
from assessor.ui.assess.sittings.sitting_words import day_words, group_word, held_on, kind_word
from assessor.ui.assess.transcripts.transcript_whose import WhoseEditor
from assessor.ui.widgets.choice_fields import Choice, ChoiceField, DateField
from assessor.ui.widgets.marks import Switch
from assessor.ui.widgets.panes import Detail
from assessor.ui.widgets.sections import SectionHeading
from assessor.ui.widgets.text_fields import TextField

_NEW = ""


class TranscriptSide(Detail):
    """`changed` tells the mapping as it is settled; `into` the id of a sitting, empty for a new one."""

    changed = Signal(object)
    into_chosen = Signal(str)
    encoding_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__("canvas", spacing=8)
        self.whose = WhoseEditor()
        self.into = ChoiceField(self.tr("Bring it into"))
        self.title = TextField(self.tr("Title"))
        self.kind = ChoiceField(self.tr("Kind"), [Choice(kind, kind_word(kind)) for kind in SittingKind])
        self.group = ChoiceField(self.tr("Group of all new participants"))
        self.site = ChoiceField(self.tr("Site"))
        self.day = DateField(self.tr("Held on"))
        self.time = TextField(self.tr("Began at"), self.tr("10:05"))
        self.recording = TextField(self.tr("Recording, if there is one"), self.tr("Where it is kept"))
        self.names = Switch(self.tr("Keep the names in the roster"))
        self.encoding = ChoiceField(
            self.tr("Encoding of the file"), [Choice(each, each.upper()) for each in ENCODINGS]
        )
        self.column.addWidget(self.whose)
        self.column.addWidget(SectionHeading(self.tr("The sitting")))
        for widget in (
            self.into, self.title, self.kind, self.group, self.site, self.day, self.time, self.recording,
            self.names, self.encoding,
        ):  # fmt: skip
            self.column.addWidget(widget)
        self._mapping: TranscriptMapping | None = None
        self._wire()

    def show_mapping(
        self,
        read: TranscriptRead,
        mapping: TranscriptMapping,
        planned: Sequence[SittingRow],
        sites: Sequence[SiteRow],
    ) -> None:
        """Show what is settled; what is being typed stays."""
        self._mapping = mapping
        new = Choice(_NEW, self.tr("A new sitting"))
        self.into.show_choices([new, *(Choice(row.id, _sitting_words(row)) for row in planned)])
        self.site.show_choices(
            [Choice(None, self.tr("None")), *(Choice(site.id, site.name) for site in sites)]
        )
        self.group.show_choices(
            [Choice(None, self.tr("As chosen for each")), *(Choice(each, group_word(each)) for each in Group)]
        )
        began = mapping.started_at.astimezone()
        self.into.set_value(mapping.sitting_id or _NEW)
        self.title.set_value(mapping.title)
        self.kind.set_value(mapping.kind)
        self.group.set_value(mapping.group)
        self.site.set_value(mapping.site_id)
        self.day.set_value(began.date())
        self.time.set_value(began.strftime("%H:%M"))
        self.recording.set_value(mapping.recording)
        self.names.setChecked(mapping.keeps_names)
        for field in (self.title, self.kind, self.site):
            field.setVisible(mapping.sitting_id is None)
        self.encoding.set_value(read.transcript.encoding.removesuffix("-sig"))
        self.encoding.setVisible(bool(read.transcript.encoding))

    def _wire(self) -> None:
        self.into.edited.connect(lambda chosen: self.into_chosen.emit(str(chosen or "")))
        self.encoding.edited.connect(lambda encoding: self.encoding_chosen.emit(str(encoding)))
        self.title.edited.connect(lambda title: self._change(title=title))
        self.kind.edited.connect(lambda kind: self._change(kind=kind))
        self.site.edited.connect(lambda site: self._change(site_id=site))
        self.recording.edited.connect(lambda recording: self._change(recording=recording))
        self.names.toggled.connect(lambda keeps: self._change(keeps_names=keeps))
        self.group.edited.connect(self._change_group)
        self.day.edited.connect(self._change_day)
        self.time.edited.connect(self._change_time)

    def _change(self, **values: object) -> None:
        if self._mapping is not None:
            self._mapping = replace(self._mapping, **values)  # type: ignore[arg-type]  # fields of ours
            self.changed.emit(self._mapping)

    def _change_group(self, group: object) -> None:
        if self._mapping is None:
            return
        whose = dict(self._mapping.whose)
        if isinstance(group, Group):
            whose = {
                name: replace(each, group=group) if each.part is Part.NEW else each
                for name, each in whose.items()
            }
        self._change(group=group, whose=whose)

    def _change_day(self, day: object) -> None:
        if self._mapping is None:
            return
        if isinstance(day, date):
            self._begin(day, self._mapping.started_at.astimezone().time())
        else:
            self.day.refuse(self.tr("Say on which day it was held."))

    def _change_time(self, typed: object) -> None:
        if self._mapping is None:
            return
        try:
            clock = datetime.strptime(str(typed).strip(), "%H:%M").time()  # noqa: DTZ007  # a time of day
        except ValueError:
            self.time.refuse(self.tr("Write the time as 14:05."))
            return
        self._begin(self._mapping.started_at.astimezone().date(), clock)

    def _begin(self, day: date, clock: time) -> None:
        self._change(started_at=datetime.combine(day, clock).astimezone(UTC))


def _sitting_words(row: SittingRow) -> str:
    when = day_words(held_on(row))
    return " · ".join(word for word in (row.title, when, row.code) if word)
