"""The words of survey forms, as every page of the screen says them."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from assessor.exchange.xlsforms import RowLeftOut, WhyLeftOut
from assessor.operations.survey_forms.form_checks import Flaw, get_student_advice
from assessor.operations.survey_forms.form_details import FormDetails, FormItemRow
from assessor.operations.survey_forms.forms import FormRow
from assessor.operations.survey_forms.xlsforms import XlsFormTaken
from assessor.terms import Group

_KINDS = {
    "scale": QT_TRANSLATE_NOOP("survey_forms", "Five-point scale"),
    "rating": QT_TRANSLATE_NOOP("survey_forms", "Rating"),
    "yes_no": QT_TRANSLATE_NOOP("survey_forms", "Yes or no"),
    "choice": QT_TRANSLATE_NOOP("survey_forms", "One choice"),
    "multiple_choice": QT_TRANSLATE_NOOP("survey_forms", "Several choices"),
    "stage": QT_TRANSLATE_NOOP("survey_forms", "Collaboration stage"),
    "number": QT_TRANSLATE_NOOP("survey_forms", "Number"),
    "text": QT_TRANSLATE_NOOP("survey_forms", "Text"),
}
_SCALES = {
    "agree": QT_TRANSLATE_NOOP("survey_forms", "Disagree to agree"),
    "yes_no": QT_TRANSLATE_NOOP("survey_forms", "Yes or no"),
    "how_well": QT_TRANSLATE_NOOP("survey_forms", "How well"),
    "how_often": QT_TRANSLATE_NOOP("survey_forms", "How often"),
    "how_comfortable": QT_TRANSLATE_NOOP("survey_forms", "How comfortable"),
    "how_safe": QT_TRANSLATE_NOOP("survey_forms", "How safe"),
    "how_much_safer": QT_TRANSLATE_NOOP("survey_forms", "How much safer"),
    "how_sure": QT_TRANSLATE_NOOP("survey_forms", "How sure"),
    "faces": QT_TRANSLATE_NOOP("survey_forms", "Three faces"),
}
_FLAWS = {
    Flaw.NO_WORDS: QT_TRANSLATE_NOOP("survey_forms", "This question has no words yet."),
    Flaw.FEW_CHOICES: QT_TRANSLATE_NOOP("survey_forms", "Offer at least two answers, one a line."),
    Flaw.UNEVEN_CHOICES: QT_TRANSLATE_NOOP(
        "survey_forms", "There are not as many Spanish answers as English ones: each line stands for one."
    ),
    Flaw.REWORDED: QT_TRANSLATE_NOOP(
        "survey_forms",
        "Reworded from the item bank. Compare it with care: others answered different words.",
    ),
}
_WHY_LEFT_OUT = {
    WhyLeftOut.TYPE_NOT_KNOWN: QT_TRANSLATE_NOOP("survey_forms", "of another type"),
    WhyLeftOut.METADATA: QT_TRANSLATE_NOOP("survey_forms", "asks nobody"),
    WhyLeftOut.NOTE: QT_TRANSLATE_NOOP("survey_forms", "only read"),
    WhyLeftOut.REPEATED: QT_TRANSLATE_NOOP("survey_forms", "asked several times over"),
    WhyLeftOut.NO_CHOICES: QT_TRANSLATE_NOOP("survey_forms", "without choices"),
}
_MOST_NAMED = 6


def say(english: object, **values: object) -> str:
    """A text of this screen in the language worn, its blanks filled."""
    words = QCoreApplication.translate("survey_forms", str(english))
    return words.format(**values) if values else words


def group_word(group: Group) -> str:
    """What a group is called."""
    return QCoreApplication.translate("groups", group.label)


def kind_word(kind: str) -> str:
    """How a question is answered."""
    return say(_KINDS[kind])


def list_kinds() -> list[tuple[str, str]]:
    """Every way a question can be answered, with its word."""
    return [(kind, kind_word(kind)) for kind in _KINDS]


def list_scales() -> list[tuple[str, str]]:
    """The scales of the item bank with five points, with their words."""
    return [(code, say(english)) for code, english in _SCALES.items() if code != "yes_no"]


def form_line(row: FormRow) -> str:
    """The line beneath a form in the list: its version and its languages."""
    version = say(QT_TRANSLATE_NOOP("survey_forms", "Version {version}"), version=row.version)
    return " · ".join([version, ", ".join(language.upper() for language in row.languages)])


def standing(form: FormDetails) -> str:
    """Whom a form asks, its version, and how many answered with it."""
    version = say(QT_TRANSLATE_NOOP("survey_forms", "version {version}"), version=form.version)
    parts = [group_word(form.group), version]
    if form.answers:
        one, many = (
            QT_TRANSLATE_NOOP("survey_forms", "1 answer"),
            QT_TRANSLATE_NOOP("survey_forms", "{n} answers"),
        )
        parts.append(say(one) if form.answers == 1 else say(many, n=f"{form.answers:,}"))
    return " · ".join(parts)


def warnings_of(item: FormItemRow) -> list[str]:
    """What is to be looked at again in a question, a sentence each."""
    advice = get_student_advice() if item.protected else ""
    found = [f"{area}. {advice}" for area in item.protected]
    return found + [say(_FLAWS[flaw]) for flaw in item.flaws]


def taken_words(taken: XlsFormTaken) -> str:
    """What came of an import: how many questions, and what was left out by name."""
    said = say(
        QT_TRANSLATE_NOOP("survey_forms", "“{title}” with {n} questions brought in."),
        title=taken.title,
        n=taken.questions,
    )
    if taken.conditions:
        conditions = QT_TRANSLATE_NOOP("survey_forms", "{n} were asked only of some; now everybody is asked.")
        said = f"{said} {say(conditions, n=taken.conditions)}"
    return said


def left_out_words(left_out: tuple[RowLeftOut, ...]) -> str:
    """The rows of a file that were not taken, by name and reason; empty where all were."""
    named = [f"{one.name or one.type} ({say(_WHY_LEFT_OUT[one.why])})" for one in left_out[:_MOST_NAMED]]
    if not named:
        return ""
    more = len(left_out) - len(named)
    rest = say(QT_TRANSLATE_NOOP("survey_forms", " and {n} more"), n=more) if more else ""
    return say(
        QT_TRANSLATE_NOOP("survey_forms", "Left out: {names}{rest}."), names=", ".join(named), rest=rest
    )
