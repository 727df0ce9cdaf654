"""A sheet while it is typed: one key an answer, on to the next by itself, and back to mend."""

from collections.abc import Mapping, Sequence
from typing import Any

from assessor.operations.paper.paper_questions import BLANK, HELD_BACK, PaperQuestion


class SheetTyping:
    """The answers of one sheet as they come in, and the question that is asked now."""

    def __init__(self, questions: Sequence[PaperQuestion], answers: Mapping[str, Any] | None = None) -> None:
        self.questions = tuple(questions)
        self.answers: dict[str, Any] = dict(answers or {})
        self.place = self.first_open

    @property
    def first_open(self) -> int:
        """The place of the first question without an answer; behind the last where there is none."""
        places = (place for place, each in enumerate(self.questions) if each.code not in self.answers)
        return next(places, len(self.questions))

    @property
    def question(self) -> PaperQuestion | None:
        """The question asked now, or None when the sheet is at its end."""
        return self.questions[self.place] if self.place < len(self.questions) else None

    @property
    def is_begun(self) -> bool:
        """Whether anything was typed."""
        return bool(self.answers)

    @property
    def is_complete(self) -> bool:
        """Whether every question has an answer, blank and unclear among them."""
        return all(question.code in self.answers for question in self.questions)

    def press(self, key: str) -> bool:
        """Take a key as the answer to the question asked now; False where it gives none.

        The next question is asked by itself, but after a tick of several: these end with `finish`.
        """
        question = self.question
        found = question.answer_of(key) if question else None
        if question is None or found is None:
            return False
        if question.is_several and found.answer in question.choices:
            self._tick(question, found.answer)
            return True
        self.answers[question.code] = found.answer
        self.place += 1
        return True

    def finish(self, text: str = "") -> bool:
        """End a question of several, or of words or a number with these; empty is blank. False for no number.

        "*" alone stands for writing that cannot be read.
        """
        question = self.question
        if question is None or not (question.is_typed or question.is_several):
            return False
        if question.is_typed:
            answer = question.read_words(text)
            if answer is None:
                return False
            self.answers[question.code] = answer
        self.answers.setdefault(question.code, BLANK)
        self.place += 1
        return True

    @property
    def answered(self) -> int:
        """How many questions have an answer."""
        return sum(question.code in self.answers for question in self.questions)

    @property
    def held_back(self) -> tuple[str, ...]:
        """The codes of the answers marked "consultant only"."""
        return tuple(self.answers.get(HELD_BACK, ()))

    def hold_back(self) -> None:
        """Mark the answer to the question asked now "consultant only", or take the mark away."""
        question = self.question
        if question is None:
            return
        held = [code for code in self.held_back if code != question.code]
        if len(held) == len(self.held_back):
            held.append(question.code)
        self.answers[HELD_BACK] = held
        if not held:
            del self.answers[HELD_BACK]

    def back(self) -> bool:
        """Ask the question before again; False at the first. Its answer stays until another is given."""
        if not self.place:
            return False
        self.place -= 1
        return True

    def go(self, place: int) -> None:
        """Ask the question at a place, counted from 0."""
        self.place = max(0, min(place, len(self.questions)))

    def _tick(self, question: PaperQuestion, choice: Any) -> None:
        before = self.answers.get(question.code)
        chosen = list(before) if isinstance(before, list) else []
        if choice in chosen:
            chosen.remove(choice)
        else:
            chosen.append(choice)
        self.answers[question.code] = chosen or BLANK
