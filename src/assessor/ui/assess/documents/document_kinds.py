"""What documents handed over are, in words, and what a file's name says of it."""

import re

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from assessor.ui.widgets.choice_fields import Choice

_KINDS: dict[str, object] = {
    "agreement": QT_TRANSLATE_NOOP("documents", "Agreement or memorandum"),
    "board_policy": QT_TRANSLATE_NOOP("documents", "Board policy"),
    "procedure": QT_TRANSLATE_NOOP("documents", "Agency procedure"),
    "handbook": QT_TRANSLATE_NOOP("documents", "Code of conduct or handbook"),
    "job_description": QT_TRANSLATE_NOOP("documents", "Job description"),
    "training": QT_TRANSLATE_NOOP("documents", "Training record"),
    "form": QT_TRANSLATE_NOOP("documents", "Form"),
    "notice": QT_TRANSLATE_NOOP("documents", "Notice to families"),
    "emergency_plan": QT_TRANSLATE_NOOP("documents", "Emergency plan"),
    "report": QT_TRANSLATE_NOOP("documents", "Report or minutes"),
    "other": QT_TRANSLATE_NOOP("documents", "Other document"),
}


def kind_words(kind: str) -> str:
    """What a kind is called; a kind not known is called as it is."""
    return QCoreApplication.translate("documents", str(_KINDS.get(kind, kind)))


def kind_choices() -> list[Choice]:
    """All kinds to choose from."""
    return [Choice(kind, kind_words(kind)) for kind in _KINDS]


_NAMED = (
    ("agreement", r"agreement|memorandum|\bmou\b|\bmoa\b|contract"),
    ("handbook", r"handbook|code of conduct"),
    ("job_description", r"job description|position"),
    ("emergency_plan", r"emergency|\beop\b|crisis"),
    ("procedure", r"procedure|\bsop\b|general order|directive"),
    ("notice", r"notice|letter"),
    ("report", r"report|minutes"),
    ("board_policy", r"polic(?:y|ies)"),
)


def kind_of(name: str) -> str:
    """The kind a file's name suggests; "other" where it suggests none."""
    words = re.sub(r"[_\-.\s]+", " ", name).lower()
    return next((kind for kind, named in _NAMED if re.search(named, words)), "other")
