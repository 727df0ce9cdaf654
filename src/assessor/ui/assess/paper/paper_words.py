"""What the screen of paper forms says of answers, forms and languages."""

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from assessor.operations.paper.paper_questions import BLANK, UNCLEAR, PaperQuestion

_OFF_PAPER = {
    UNCLEAR: QT_TRANSLATE_NOOP("paper", "Unclear"),
    BLANK: QT_TRANSLATE_NOOP("paper", "Blank"),
}
_LANGUAGES = {"en": QT_TRANSLATE_NOOP("paper", "English"), "es": QT_TRANSLATE_NOOP("paper", "Spanish")}


def answer_words(question: PaperQuestion, answer: Any) -> str:
    """An answer as a list says it; nothing where none was typed yet."""
    if answer is None:
        return ""
    if isinstance(answer, str) and answer in _OFF_PAPER:
        return _say(_OFF_PAPER[answer])
    return question.words_of(answer)


def language_words(language: str) -> str:
    """A language by its name."""
    return _say(_LANGUAGES[language]) if language in _LANGUAGES else language


def _say(text: object) -> str:
    return QCoreApplication.translate("paper", str(text))
