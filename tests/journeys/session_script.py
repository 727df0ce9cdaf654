"""A focus group of ninety minutes with nine teachers, as it is typed."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

SEATS = range(1, 10)
QUESTIONS = tuple(f"T{number}" for number in range(1, 10))
MINUTES = 90
EVENTS = 640
SEED = 20261122
_SAYINGS = (
    "calls the office first",
    "was never shown the list",
    "sees the officer at lunch only",
    "walks the student down herself",
    "the radio takes too long",
    "did not know who decides",
    "asks the counselor before the officer",
    "the binder is never opened",
    "wants one number to call",
    "heard of it from a parent",
)
_QUOTES = (
    "I call whoever answers first",
    "nobody ever told us",
    "we find out at the buses",
    "it depends who is on duty",
    "he knows their names",
)


@dataclass(frozen=True)
class Event:
    """Something that happens: when, in milliseconds from the beginning, and what is typed or pressed.

    In `typed` a tab stands for the Tab key; each line is ended with Enter. `press` names a key instead.
    """

    at: int
    typed: str = ""
    press: str = ""
    kind: str = ""
    words: str = ""
    fidelity: str = "paraphrase"
    seats: tuple[int, ...] = ()
    dissent: tuple[int, ...] = ()
    neutral: tuple[int, ...] = ()
    hands: int = 0
    of: int | None = None


def script() -> list[Event]:
    """The session, the same in every run."""
    return list(_Session().happen())


class _Session:
    """People talking over each other, by chance but always the same."""

    def __init__(self) -> None:
        self.chance = random.Random(SEED)  # noqa: S311  # the same talk in every run
        self.present = set(SEATS)
        self.at = 0
        self.number = 0
        self.question = 0

    def happen(self) -> Iterator[Event]:
        """All events in their order."""
        step = MINUTES * 60_000 // (EVENTS + 10)
        yield self._next(step, typed="/out 9", kind="out", seats=(9,))
        self.present.discard(9)
        while self.number < EVENTS:
            yield from self._some(step)

    def _some(self, step: int) -> Iterator[Event]:
        """One thing that happens, or a few that belong together."""
        due = {40: self._arrive, 300: self._leave, 430: self._off_record, 150: self._off_record}
        special = due.get(self.number)
        if special is not None:
            yield from special(step)
        if self.number >= (self.question + 1) * EVENTS // len(QUESTIONS):
            yield from self._move(step)
        kinds = (self._say, self._quote, self._voices, self._aside, self._sign, self._hands, self._odd)
        (choice,) = self.chance.choices(kinds, weights=(40, 18, 14, 8, 8, 5, 7))
        yield from choice(step)

    def _next(self, step: int, **values: object) -> Event:
        self.number += 1
        self.at += step + self.chance.randint(-2000, 2000)
        return Event(self.at, **values)  # type: ignore[arg-type]  # the fields of an event

    def _who(self, least: int = 1, most: int = 1) -> tuple[int, ...]:
        count = min(self.chance.randint(least, most), len(self.present))
        return tuple(sorted(self.chance.sample(sorted(self.present), count)))

    def _words(self, bank: tuple[str, ...]) -> str:
        return f"{self.chance.choice(bank)}, line {self.number}"

    def _say(self, step: int) -> Iterator[Event]:
        words = self._words(_SAYINGS)
        who = self._who(1, 2) if self.chance.random() < 0.15 else self._who()
        if self.chance.random() < 0.08:
            yield self._next(step, typed=f"? {words}", kind="say", words=words)
            return
        named = "+".join(map(str, who))
        yield self._next(step, typed=f"{named} {words}", kind="say", words=words, seats=who)

    def _quote(self, step: int) -> Iterator[Event]:
        words, who = self._words(_QUOTES), self._who()
        mark, fidelity = self.chance.choice((('"', "verbatim"), ("~", "near")))
        end = '"' if mark == '"' else ""
        typed = f"{who[0]} {mark}{words}{end}"
        yield self._next(step, typed=typed, kind="say", words=words, seats=who, fidelity=fidelity)

    def _voices(self, step: int) -> Iterator[Event]:
        yield from self._say(step)
        people = list(self._who(2, 7))
        agree = tuple(people[: max(2, len(people) - 3)])
        rest = people[len(agree) :]
        dissent, neutral = tuple(rest[:1]), tuple(rest[1:2])
        typed = "+" + " ".join(map(str, agree)) + ("," if len(agree) == 1 else "")
        typed += f" -{dissent[0]}," if dissent else ""
        typed += f" ={neutral[0]}," if neutral else ""
        yield self._next(step, typed=typed, kind="voices", seats=agree, dissent=dissent, neutral=neutral)

    def _hands(self, step: int) -> Iterator[Event]:
        yield from self._say(step)
        hands = self.chance.randint(1, len(self.present))
        if self.chance.random() < 0.5:
            yield self._next(step, typed=f"#{hands}", kind="hands", hands=hands)
        else:
            of = len(self.present)
            yield self._next(step, typed=f"#{hands}/{of}", kind="hands", hands=hands, of=of)

    def _aside(self, step: int) -> Iterator[Event]:
        words = self._words(_SAYINGS)
        mark, kind = self.chance.choice(((";; ", "observer"), (">> ", "parked")))
        yield self._next(step, typed=f"{mark}{words}", kind=kind, words=words)

    def _sign(self, step: int) -> Iterator[Event]:
        who, sign = self._who(1, 3), self.chance.choice(("nod", "laugh", "sigh"))
        seats = " ".join(map(str, who))
        yield self._next(step, typed=f":{sign} {seats}", kind="nonverbal", words=sign.capitalize(), seats=who)

    def _odd(self, step: int) -> Iterator[Event]:
        roll = self.chance.random()
        if roll < 0.4:
            yield from self._say(step)
            yield self._next(step, press="flag", kind="flag")
        elif roll < 0.7:
            (who,) = self._who()
            words = f"asks the assistant principal, line {self.number}"
            typed = f"{who} asks the ap\t, line {self.number}"
            yield self._next(step, typed=typed, kind="say", words=words, seats=(who,))
        else:
            words = f"a student may be hurt at home, line {self.number}"
            yield self._next(step, typed=f"!!{words}", kind="concern", words=words)

    def _move(self, step: int) -> Iterator[Event]:
        """To the next question; twice there and back, and once by its name."""
        self.question += 1
        there = QUESTIONS[self.question]
        if self.question in (3, 6):
            before = QUESTIONS[self.question - 1]
            yield self._next(step, press="next", kind="ask", words=there)
            yield self._next(step, press="previous", kind="ask", words=before)
            yield from self._say(step)
        if self.question == 5:
            yield self._next(step, typed=f"/{there}", kind="ask", words=there)
        else:
            yield self._next(step, press="next", kind="ask", words=there)

    def _arrive(self, step: int) -> Iterator[Event]:
        yield self._next(step, typed="/in 9", kind="in", seats=(9,))
        self.present.add(9)

    def _leave(self, step: int) -> Iterator[Event]:
        yield self._next(step, typed="/out 5 7", kind="out", seats=(5, 7))
        self.present -= {5, 7}
        yield from self._hands(step)
        yield self._next(step, typed="/in 7", kind="in", seats=(7,))
        self.present.add(7)

    def _off_record(self, step: int) -> Iterator[Event]:
        yield self._next(step, press="off", kind="off")
        for _ in range(3):
            yield self._next(step, typed=f"4 canary{self.number}quixotic", kind="unheard")
        yield self._next(step, press="off", kind="on")
