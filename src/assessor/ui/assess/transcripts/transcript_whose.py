"""The fields that say whose the words of one speaker are."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assessor.operations.participants import ParticipantRow
from assessor.operations.transcript_mappings import Part, SpeakerFound, TranscriptMapping, Whose
from assessor.terms import Group
from assessor.ui.assess.sittings.sitting_words import group_word
from assessor.ui.assess.transcripts.transcript_words import part_word
from assessor.ui.typeface import Role
from assessor.ui.widgets.choice_fields import Choice, ChoiceField
from assessor.ui.widgets.texts import Paragraph, Text


class WhoseEditor(QWidget):
    """Edits who a speaker is; `changed` tells a Whose."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.name = Text("", Role.TITLE, lines=2)
        self.written = Paragraph("", Role.SMALL, "ink3")
        self.first_words = Paragraph("", Role.BODY, "ink2")
        self.part = ChoiceField(self.tr("Who this is"))
        self.group = ChoiceField(self.tr("Group"), [Choice(group, group_word(group)) for group in Group])
        self.participant = ChoiceField(self.tr("Participant"))
        self.speaker = ChoiceField(self.tr("Speaker"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (
            self.name, self.written, self.first_words, self.part, self.group, self.participant, self.speaker,
        ):  # fmt: skip
            column.addWidget(widget)
        self._people: list[ParticipantRow] = []
        self._others: list[str] = []
        self.part.edited.connect(self._change_part)
        self.group.edited.connect(lambda group: self.changed.emit(Whose(Part.NEW, group=group)))
        self.participant.edited.connect(lambda person: self.changed.emit(Whose(Part.KNOWN, person)))
        self.speaker.edited.connect(lambda name: self.changed.emit(Whose(Part.SAME, speaker=name)))

    def show_speaker(
        self, speaker: SpeakerFound, mapping: TranscriptMapping, people: Sequence[ParticipantRow]
    ) -> None:
        """Show a speaker, with those they may be: participants, and speakers who are nobody else."""
        whose = mapping.whose[speaker.name]
        seated = [seat.participant_id for seat in mapping.seats]
        self._people = sorted(people, key=lambda person: person.id not in seated)
        self._others = [
            name
            for name, other in mapping.whose.items()
            if name != speaker.name and other.part is not Part.SAME
        ]
        self.name.setText(speaker.name)
        ways = [way for way in speaker.written if way != speaker.name]
        self.written.setText(self.tr("Also written {ways}").format(ways=", ".join(ways)) if ways else "")
        self.written.setVisible(bool(ways))
        self.first_words.setText(f"“{speaker.first_words}”" if speaker.first_words else "")
        offered = [
            part
            for part in Part
            if (part is not Part.KNOWN or people) and (part is not Part.SAME or self._others)
        ]
        self.part.show_choices([Choice(part, part_word(part)) for part in offered])
        self.participant.show_choices([Choice(person.id, _person_words(person)) for person in self._people])
        self.speaker.show_choices([Choice(name, name) for name in self._others])
        self.part.set_value(whose.part)
        self.group.set_value(whose.group)
        self.participant.set_value(whose.participant_id)
        self.speaker.set_value(whose.speaker)
        for field, part in (
            (self.group, Part.NEW), (self.participant, Part.KNOWN), (self.speaker, Part.SAME),
        ):  # fmt: skip
            field.setVisible(whose.part is part)

    def _change_part(self, part: object) -> None:
        assert isinstance(part, Part)  # noqa: S101  # the choices are ours
        group = self.group.value()
        self.changed.emit(
            Whose(
                part,
                participant_id=self._people[0].id if part is Part.KNOWN else "",
                group=(group if isinstance(group, Group) else Group.PRT) if part is Part.NEW else None,
                speaker=self._others[0] if part is Part.SAME else "",
            )
        )


def _person_words(person: ParticipantRow) -> str:
    return f"{person.code} · {person.description or group_word(person.group)}"
