"""The page that says whose each speaker of a transcript is, and what would come of it, before it is kept."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from assessor.operations.clients import list_sites
from assessor.operations.participants import list_participants
from assessor.operations.sittings import list_sittings
from assessor.operations.transcript_mappings import Part, TranscriptMapping, TranscriptRead, Whose
from assessor.operations.transcript_proposals import propose_mapping
from assessor.operations.transcripts import TranscriptPreview, preview_transcript
from assessor.terms import CannotDo
from assessor.ui.assess.transcripts.transcript_side import TranscriptSide
from assessor.ui.assess.transcripts.transcript_speakers import SpeakerRow, SpeakersTable
from assessor.ui.assess.transcripts.transcript_words import (
    becomes_words,
    preview_words,
    read_words,
    says_words,
)
from assessor.ui.typeface import Role
from assessor.ui.widgets.notices import ErrorLine
from assessor.ui.widgets.panes import Columns, above_table
from assessor.ui.widgets.sections import Fact, FactsStrip
from assessor.ui.widgets.texts import Paragraph, Text

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement

_SIDE = 352


class TranscriptPage(Columns):
    """Settles a mapping with a live account of what it brings. Nothing is written before Import."""

    changed = Signal()
    """Whether it can be brought in may be another: see `complaint`."""

    def __init__(self, engagement: "Engagement") -> None:
        super().__init__("transcript_import")
        self._engagement = engagement
        self.file = Text("", Role.BODY_BOLD)
        self.read_as = Paragraph("", Role.BODY, "ink2")
        self.facts = FactsStrip()
        self.names = Paragraph("", Role.BODY, "ink2")
        self.problem = ErrorLine()
        self.table = SpeakersTable(self.tr("Speakers"))
        self.side = TranscriptSide()
        self.read: TranscriptRead | None = None
        self.mapping: TranscriptMapping | None = None
        self.complaint = ""
        self._lay_out()
        self._wire()

    def show_transcript(self, read: TranscriptRead) -> None:
        """Begin with what is proposed; read again in another encoding, the sitting stays the one chosen."""
        into = self.mapping.sitting_id if self.read and self.mapping and self.read.path == read.path else None
        self.read = read
        self.file.setText(read.path.name)
        self.read_as.setText(read_words(read))
        self._propose(into)
        self.table.setVisible(bool(read.speakers))
        self.side.whose.setVisible(bool(read.speakers))
        if read.speakers:
            self.table.choose(0)
            self._show_speaker(0)

    def begin(self) -> None:
        """Have the keys where one begins: at the speakers, or at the sitting where there are none."""
        first = self.table if self.read is not None and self.read.speakers else self.side.into
        first.setFocus()

    def forget(self) -> None:
        """Hold nothing of the file any longer, names least of all."""
        self.read = self.mapping = None
        self.table.speakers.show_rows([])

    def _lay_out(self) -> None:
        left = above_table((self.file, self.read_as, self.facts, self.names, self.problem), self.table)
        self.add(left, 800, grows=True, least=480)
        self.add(self.side, _SIDE, least=300)

    def _wire(self) -> None:
        self.table.chosen.connect(self._show_speaker)
        self.table.opened.connect(self._edit_speaker)
        self.side.whose.changed.connect(self._change_whose)
        self.side.changed.connect(self._change)
        self.side.into_chosen.connect(lambda chosen: self._propose(chosen or None))

    def _edit_speaker(self) -> None:
        self.side.whose.part.setFocus()

    def _propose(self, sitting_id: str | None) -> None:
        if self.read is None:
            return
        keeps = self.mapping.keeps_names if self.mapping else True
        proposed = propose_mapping(self._engagement, self.read, sitting_id=sitting_id)
        self._change(replace(proposed, keeps_names=keeps))

    def _change_whose(self, whose: Whose) -> None:
        if self.mapping is None or self.read is None:
            return
        name = self.read.speakers[self.table.currentIndex().row()].name
        self._change(replace(self.mapping, whose={**self.mapping.whose, name: whose}))

    def _change(self, mapping: TranscriptMapping) -> None:
        self.mapping = mapping
        self._show_mapping()

    def _show_mapping(self) -> None:
        if self.read is None or self.mapping is None:
            return
        sites, sittings = list_sites(self._engagement), list_sittings(self._engagement)
        self.side.show_mapping(self.read, self.mapping, sittings, sites)
        codes = {}
        try:
            preview = preview_transcript(self._engagement, self.read, self.mapping)
        except CannotDo as error:
            self.complaint = str(error)
        else:
            codes = dict(preview.codes)
            self.complaint = self._what_is_missing()
            self._show_preview(self.read, preview)
        if self.complaint:
            self.problem.tell(self.complaint)
        else:
            self.problem.clear()
        self._show_speakers(self.read, self.mapping, codes)
        self.changed.emit()

    def _what_is_missing(self) -> str:
        assert self.mapping is not None  # noqa: S101  # it was just previewed
        if any(each.part is Part.NEW and each.group is None for each in self.mapping.whose.values()):
            return self.tr("Choose the group of the new participants.")
        if not self.mapping.title.strip():
            return self.tr("The sitting needs a title.")
        return ""

    def _show_speakers(self, read: TranscriptRead, mapping: TranscriptMapping, codes: dict[str, str]) -> None:
        rows = []
        for speaker in read.speakers:
            whose = mapping.whose[speaker.name]
            becomes, kind = becomes_words(whose, codes.get(speaker.name, ""))
            utterances, words = says_words(speaker)
            left_out = whose.part is Part.LEFT_OUT
            rows.append(
                SpeakerRow(speaker.name, speaker.first_words, becomes, kind, utterances, words, left_out)
            )
        self.table.speakers.show_rows(rows)
        if read.speakers:
            self._show_speaker(max(self.table.currentIndex().row(), 0))

    def _show_speaker(self, place: int) -> None:
        if self.read is not None and self.mapping is not None:
            people = list_participants(self._engagement)
            self.side.whose.show_speaker(self.read.speakers[place], self.mapping, people)

    def _show_preview(self, read: TranscriptRead, preview: TranscriptPreview) -> None:
        self.facts.show_facts(
            [
                Fact(f"{preview.remarks:,}", self.tr("utterances")),
                Fact(f"{len(read.speakers):,}", self.tr("speakers")),
                Fact(f"{preview.new_participants:,}", self.tr("new participants")),
                Fact(f"{preview.names_replaced:,}", self.tr("names replaced")),
                Fact(f"{preview.unknown:,}", self.tr("of unknown speakers")),
            ]
        )
        title = self.mapping.title.strip() if self.mapping else ""
        self.names.setText(preview_words(preview, title, has_codes=not self.complaint))
