"""What must stand in the file after a session: kept by rules of its own, so that the two can be compared."""

from dataclasses import dataclass, field

from tests.journeys.session_script import QUESTIONS, SEATS, Event


@dataclass
class Line:
    """A line as it must stand in the file."""

    kind: str
    fidelity: str
    text: str
    seats: frozenset[int]
    question: str
    said_at: int
    is_quote: bool = False
    ended_at: int | None = None
    there: int = field(default=0, compare=False)
    """Who was present when it was said; what a count is out of."""
    agree: int | None = None
    dissent: int | None = None
    present: int | None = None
    agreeing: frozenset[int] = frozenset()
    dissenting: frozenset[int] = frozenset()
    neutral: frozenset[int] = frozenset()


@dataclass
class Notebook:
    """The record as it must become, event by event."""

    lines: list[Line] = field(default_factory=list)
    concerns: list[tuple[int, str]] = field(default_factory=list)
    asked: list[tuple[int, str]] = field(default_factory=list)
    question: str = QUESTIONS[0]
    present: set[int] = field(default_factory=lambda: set(SEATS))
    is_off: bool = False

    def take(self, event: Event) -> None:
        """Write down what an event leaves behind."""
        getattr(self, f"_{event.kind}")(event)

    def state(self) -> tuple[object, ...]:
        """What tells one moment of the session from the next."""
        said = self._last_said()
        return (
            len(self.lines),
            said and (said.agree, said.dissent, said.present, said.is_quote),
            self.question,
            frozenset(self.present),
            self.is_off,
            len(self.concerns),
        )

    def _say(self, event: Event) -> None:
        self._write("said", event, is_quote=event.fidelity != "paraphrase")

    def _observer(self, event: Event) -> None:
        self._write("observer", event)

    def _parked(self, event: Event) -> None:
        self._write("parked", event)

    def _nonverbal(self, event: Event) -> None:
        self._write("nonverbal", event)

    def _voices(self, event: Event) -> None:
        said = self._said()
        said.agree, said.dissent, said.present = len(event.seats), len(event.dissent), said.there
        said.agreeing, said.dissenting = frozenset(event.seats), frozenset(event.dissent)
        said.neutral = frozenset(event.neutral)

    def _hands(self, event: Event) -> None:
        said = self._said()
        said.agree, said.dissent, said.present = event.hands, 0, event.of or said.there
        said.agreeing = said.dissenting = said.neutral = frozenset()

    def _flag(self, event: Event) -> None:
        del event
        self._said().is_quote = not self._said().is_quote

    def _ask(self, event: Event) -> None:
        self.question = event.words
        self.asked.append((event.at, event.words))

    def _out(self, event: Event) -> None:
        self.present -= set(event.seats)

    def _in(self, event: Event) -> None:
        self.present |= set(event.seats)

    def _off(self, event: Event) -> None:
        self.is_off = True
        self._write("off_record", event)

    def _on(self, event: Event) -> None:
        self.is_off = False
        self.lines[-1].ended_at = event.at

    def _unheard(self, event: Event) -> None:
        """Typed off the record: leaves nothing."""

    def _concern(self, event: Event) -> None:
        self.concerns.append((event.at, event.words))

    def _write(self, kind: str, event: Event, *, is_quote: bool = False) -> None:
        self.lines.append(
            Line(
                kind=kind,
                fidelity=event.fidelity,
                text=event.words,
                seats=frozenset(event.seats),
                question=self.question,
                said_at=event.at,
                is_quote=is_quote,
                there=len(self.present),
            )
        )

    def _last_said(self) -> Line | None:
        return next((line for line in reversed(self.lines) if line.kind == "said"), None)

    def _said(self) -> Line:
        said = self._last_said()
        assert said is not None
        return said
