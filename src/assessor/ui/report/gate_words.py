"""The words of the gate: what each broken rule is called, and what the way out is called."""

import re

from PySide6.QtCore import QCoreApplication

from assessor.operations.golden_thread import LooseEnd
from assessor.ui.overview_words import loose_end

_NAME = re.compile("“([^”]+)”")


def tr(text: str) -> str:
    """A text of the gate in the person's language."""
    return QCoreApplication.translate("gate", text)


def fault_title(end: LooseEnd) -> str:
    """What is wrong, in few words."""
    return loose_end(end.rule)[0]


def way_out(end: LooseEnd) -> str:
    """What the link says that leads to where it is mended."""
    return {
        "G1": tr("Tie evidence"),
        "G2": tr("Hear another group"),
        "G3": tr("Weigh what speaks against it"),
        "G4": tr("Review the quote"),
        "G5": tr("Link a finding"),
        "G6": tr("Answer the finding"),
        "G7": tr("Add an objective"),
        "G8": tr("Complete the objective"),
        "G9": tr("Complete the action"),
        "G10": tr("Complete the measure"),
        "G11": tr("Tie it"),
        "G12": tr("Look at the evidence"),
        "G13": tr("Say the number"),
        "G14": tr("Add a note"),
        "G15": tr("Name a strength"),
        "G16": tr("Reword the goal"),
        "G17": tr("Move the date"),
        "G18": tr("Put the code"),
    }.get(end.rule, tr("Go there"))


def what_is_wrong(sentence: str) -> str:
    """The part of a loose end's words that says what is wrong; the link says what to do."""
    depth = 0
    for place, letter in enumerate(sentence):
        depth += (letter == "“") - (letter == "”")
        if letter == "." and not depth and sentence[place + 1 : place + 2] in {" ", ""}:
            return sentence[: place + 1]
    return sentence


def name_in(sentence: str) -> str:
    """The name of the element in a sentence, by which it is found on paper; empty where there is none."""
    found = _NAME.search(sentence)
    return found.group(1).rstrip("…").strip() if found else ""
