"""The words, icons and meanings of findings, as every part of the screen says them."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from assessor.analysis.confidence import Confidence
from assessor.analysis.priorities import PriorityLevel, Quadrant
from assessor.operations.evidence import EvidenceKind
from assessor.operations.findings import FindingOrder
from assessor.terms import FindingKind, FindingStatus, Group, Method, Raised
from assessor.ui.widgets.tags import Meaning

_WORDS: dict[type[StrEnum], dict[str, object]] = {
    FindingKind: {
        FindingKind.BARRIER: QT_TRANSLATE_NOOP("findings", "Barrier"),
        FindingKind.STRENGTH: QT_TRANSLATE_NOOP("findings", "Strength"),
        FindingKind.OPPORTUNITY: QT_TRANSLATE_NOOP("findings", "Opportunity"),
    },
    FindingStatus: {
        FindingStatus.DRAFT: QT_TRANSLATE_NOOP("findings", "Draft"),
        FindingStatus.VERIFIED: QT_TRANSLATE_NOOP("findings", "Verified"),
        FindingStatus.SHARED: QT_TRANSLATE_NOOP("findings", "Shared"),
        FindingStatus.ACCEPTED: QT_TRANSLATE_NOOP("findings", "Accepted"),
        FindingStatus.DISPUTED: QT_TRANSLATE_NOOP("findings", "Disputed"),
    },
    PriorityLevel: {
        PriorityLevel.HIGH: QT_TRANSLATE_NOOP("findings", "Priority, high"),
        PriorityLevel.MEDIUM: QT_TRANSLATE_NOOP("findings", "Priority, medium"),
        PriorityLevel.LOW: QT_TRANSLATE_NOOP("findings", "Priority, low"),
    },
    Confidence: {
        Confidence.HIGH: QT_TRANSLATE_NOOP("findings", "High"),
        Confidence.MODERATE: QT_TRANSLATE_NOOP("findings", "Moderate"),
        Confidence.LOW: QT_TRANSLATE_NOOP("findings", "Low"),
        Confidence.VERY_LOW: QT_TRANSLATE_NOOP("findings", "Very low"),
    },
    Quadrant: {
        Quadrant.QUICK_WIN: QT_TRANSLATE_NOOP("findings", "Quick win"),
        Quadrant.MAJOR_PROJECT: QT_TRANSLATE_NOOP("findings", "Major project"),
        Quadrant.FILL_IN: QT_TRANSLATE_NOOP("findings", "Fill-in"),
        Quadrant.RECONSIDER: QT_TRANSLATE_NOOP("findings", "Reconsider"),
    },
    Raised: {
        Raised.RAISED: QT_TRANSLATE_NOOP("findings", "Raised"),
        Raised.ASKED_NOT_RAISED: QT_TRANSLATE_NOOP("findings", "Asked, not raised"),
        Raised.NOT_ASKED: QT_TRANSLATE_NOOP("findings", "Not asked"),
    },
    FindingOrder: {
        FindingOrder.PRIORITY: QT_TRANSLATE_NOOP("findings", "Sorted by priority"),
        FindingOrder.NUMBER: QT_TRANSLATE_NOOP("findings", "Sorted by number"),
        FindingOrder.TITLE: QT_TRANSLATE_NOOP("findings", "Sorted by title"),
        FindingOrder.STATUS: QT_TRANSLATE_NOOP("findings", "Sorted by status"),
    },
    EvidenceKind: {
        EvidenceKind.REMARK: QT_TRANSLATE_NOOP("findings", "Remarks"),
        EvidenceKind.PASSAGE: QT_TRANSLATE_NOOP("findings", "Passages"),
        EvidenceKind.RATING: QT_TRANSLATE_NOOP("findings", "Ratings"),
        EvidenceKind.SURVEY_RESULT: QT_TRANSLATE_NOOP("findings", "Survey results"),
        EvidenceKind.SITTING: QT_TRANSLATE_NOOP("findings", "Interview counts"),
        EvidenceKind.MEASURE: QT_TRANSLATE_NOOP("findings", "Measures"),
        EvidenceKind.AUDIT_ITEM: QT_TRANSLATE_NOOP("findings", "Audit items"),
    },
    Group: {
        Group.SRO: QT_TRANSLATE_NOOP("findings", "SROs"),
        Group.ADM: QT_TRANSLATE_NOOP("findings", "Administrators"),
        Group.TCH: QT_TRANSLATE_NOOP("findings", "Teachers and staff"),
        Group.STU: QT_TRANSLATE_NOOP("findings", "Students"),
        Group.PAR: QT_TRANSLATE_NOOP("findings", "Parents, guardians"),
        Group.PRT: QT_TRANSLATE_NOOP("findings", "Partners"),
        Group.SUP: QT_TRANSLATE_NOOP("findings", "Supervisors"),
    },
}

KIND_ICONS = {
    FindingKind.BARRIER: "triangle-alert",
    FindingKind.STRENGTH: "circle-check",
    FindingKind.OPPORTUNITY: "lightbulb",
}
KIND_MEANINGS = {
    FindingKind.BARRIER: Meaning.CONCERN,
    FindingKind.STRENGTH: Meaning.GOOD,
    FindingKind.OPPORTUNITY: Meaning.INFO,
}
STATUS_MEANINGS = {
    FindingStatus.DRAFT: Meaning.WATCH,
    FindingStatus.VERIFIED: Meaning.GOOD,
    FindingStatus.SHARED: Meaning.INFO,
    FindingStatus.ACCEPTED: Meaning.GOOD,
    FindingStatus.DISPUTED: Meaning.CONCERN,
}
METHOD_ICONS = {
    Method.DOC: "file-text",
    Method.SRV: "clipboard-list",
    Method.INT: "message-square",
    Method.FGD: "users",
    Method.OBS: "eye",
    Method.ADM: "chart-line",
    Method.PRT: "handshake",
}
PRIORITY_RANKS = {PriorityLevel.HIGH: 2, PriorityLevel.MEDIUM: 1, PriorityLevel.LOW: 0}


def word(said: StrEnum) -> str:
    """What a kind, status, level or state is called."""
    return QCoreApplication.translate("findings", str(_WORDS[type(said)][said]))


def counted(count: int, one: str, many: str) -> str:
    """A number with its noun: "1 piece", "5 pieces". Both nouns come translated."""
    return f"{count} {one if count == 1 else many}"


def title_of(title: str) -> str:
    """A finding's title, or what stands in its place."""
    return title.strip() or QCoreApplication.translate("findings", "Untitled finding")


def quoted(words: str) -> str:
    """Words somebody said or wrote, in quotation marks."""
    text = words.strip()
    return text if text.startswith("“") else f"“{text}”"
