"""A form as it is typed from paper: each question with the one key that each of its answers takes."""

import re
from dataclasses import dataclass
from typing import Any, Final

from assessor.instruments.surveys import Survey
from assessor.operations.surveys.survey_answers import DONT_KNOW
from assessor.operations.surveys.survey_forms import AskedItem, asked_items

PAPER: Final = "paper"
"""The tool that answers typed from paper came with."""
UNCLEAR: Final = "UNCLEAR"
BLANK: Final = "BLANK"
HELD_BACK: Final = "HELD_BACK"
"""Where a sheet keeps the codes of the answers marked "consultant only", beside the answers."""
HELD_BACK_KEY: Final = "c"
OFF_PAPER: Final = (UNCLEAR, BLANK)
"""What a sheet says in an answer's place: a mark that cannot be read, or none."""

_UNCLEAR_KEYS = ("u", "*")
_BLANK_KEYS = ("b", "-", " ")
_DONT_KNOW_KEYS = ("d", "/")
_POINTS = ("scale", "stage", "rating")
_KEYS = "0123456789efghijklmopqrtvwxz"
"""By point or place; the letters left out have a meaning of their own."""
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_WITH_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}(?:,\d{3})+")


@dataclass(frozen=True)
class KeyedAnswer:
    """An answer and the keys that give it; the first is the one shown."""

    keys: tuple[str, ...]
    label: str
    answer: Any


@dataclass(frozen=True)
class PaperQuestion:
    """A question with its number on the form and the answers that one key each gives.

    `is_typed` ones are a text or a number, ended with Enter; of `is_several` each key ticks or unticks.
    """

    number: int
    item: AskedItem
    text: str
    """As it stands on the form in the batch's language."""
    answers: tuple[KeyedAnswer, ...]

    @property
    def code(self) -> str:
        """What its answers are kept under."""
        return self.item.known.code

    @property
    def is_typed(self) -> bool:
        """Whether it is answered by words or digits and Enter."""
        return self.item.kind in ("text", "number")

    @property
    def is_several(self) -> bool:
        """Whether several answers may be ticked."""
        return self.item.kind == "multiple_choice"

    @property
    def choices(self) -> tuple[Any, ...]:
        """The answers that its form offers, without those off the scale."""
        off = (*OFF_PAPER, DONT_KNOW)
        return tuple(each.answer for each in self.answers if each.answer not in off)

    def answer_of(self, key: str) -> KeyedAnswer | None:
        """The answer a key gives, or None where it gives none."""
        return next((each for each in self.answers if key.lower() in each.keys), None)

    def read_words(self, text: str) -> Any:
        """What was written as an answer, or None where the question takes no such one; empty is blank.

        "*" alone stands for writing that cannot be read. Several choices stand with commas between them.
        """
        text = text.strip()
        if not text or text == "*":
            return UNCLEAR if text else BLANK
        keyed = (each for each in self.answers if text.lower() in (*each.keys, each.label.lower()))
        if self.is_typed and (found := next(keyed, None)):
            return found.answer
        if self.is_several:
            return self._choices_in(text)
        return _number(text) if self.item.kind == "number" else text

    def line_of(self, answer: Any) -> str:
        """An answer as it is typed into a line: `read_words` turned around."""
        if answer in (None, BLANK):
            return ""
        return "*" if answer == UNCLEAR else self.words_of(answer)

    def words_of(self, answer: Any) -> str:
        """An answer as the screen says it."""
        if isinstance(answer, list):
            return ", ".join(str(each) for each in answer)
        return next((each.label for each in self.answers if each.answer == answer), str(answer))

    def _choices_in(self, text: str) -> list[Any] | None:
        """The choices a text names, whatever commas are in their words; None where it names any other."""
        offered = [each for each in self.answers if each.answer in self.choices]
        names = {word.casefold(): each.answer for each in offered for word in (each.label, each.answer)}
        any_of = "|".join(re.escape(word) for word in sorted(names, key=len, reverse=True))
        if not re.fullmatch(rf"(?:{any_of})(?:\s*,\s*(?:{any_of}))*", text.casefold()):
            return None
        return list(dict.fromkeys(names[word] for word in re.findall(any_of, text.casefold())))


def questions_of(form: Survey, english: Survey) -> tuple[PaperQuestion, ...]:
    """What a form asks, numbered as on paper. Choices are kept in the words of the `english` form."""
    kept = {item.known.code: item for item in asked_items(english)}
    return tuple(
        PaperQuestion(
            number, kept[item.known.code], item.known.wording, offered_answers(item, kept[item.known.code])
        )
        for number, item in enumerate(asked_items(form), 1)
    )


def offered_answers(item: AskedItem, kept: AskedItem) -> tuple[KeyedAnswer, ...]:
    """The answers to an item with their keys, worded as on paper and kept in the words of `kept`."""
    given = [] if item.kind in ("text", "number") else _offered(item, kept)
    if item.dont_know:
        given.append(KeyedAnswer(_DONT_KNOW_KEYS, item.dont_know, DONT_KNOW))
    if item.kind in ("text", "number"):
        return tuple(given)
    return (*given, KeyedAnswer(_UNCLEAR_KEYS, "Unclear", UNCLEAR), KeyedAnswer(_BLANK_KEYS, "Blank", BLANK))


def _offered(item: AskedItem, kept: AskedItem) -> list[KeyedAnswer]:
    if item.kind in _POINTS:
        return [KeyedAnswer((key_of(each.value),), each.label, each.value) for each in item.options]
    if item.kind == "yes_no":
        by_value = {each.value: each.label for each in item.options}
        yes, no = by_value.get(1, "Yes"), by_value.get(0, "No")
        return [KeyedAnswer(("1", "y", "s"), yes, 1), KeyedAnswer(("2", "n"), no, 0)]
    words = [each.label for each in kept.options]
    return [
        KeyedAnswer((key_of(place),), each.label, words[place - 1])
        for place, each in enumerate(item.options, 1)
    ]


def key_of(number: int) -> str:
    """The key of an answer by its point or place: its digit, from ten on a letter, at last its number."""
    return _KEYS[number] if 0 <= number < len(_KEYS) else str(number)


def _number(text: str) -> int | str | None:
    """A number as it was written: "1,200" has thousands, "1,5" half of one; None for anything else."""
    plain = text.replace(",", "") if _WITH_THOUSANDS.fullmatch(text) else text.replace(",", ".")
    if not _NUMBER.fullmatch(plain):
        return None
    return plain if "." in plain else int(plain)
