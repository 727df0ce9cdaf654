"""Action steps in words: what a status is called, the icon that goes with it, and how many there are."""

from PySide6.QtCore import QCoreApplication

from assessor.terms import ActionStatus


def status_word(status: ActionStatus) -> str:
    """What a status is called."""
    words = {
        ActionStatus.NOT_STARTED: QCoreApplication.translate("plan", "Not started"),
        ActionStatus.IN_PROGRESS: QCoreApplication.translate("plan", "In progress"),
        ActionStatus.BLOCKED: QCoreApplication.translate("plan", "Blocked"),
        ActionStatus.DONE: QCoreApplication.translate("plan", "Done"),
        ActionStatus.DROPPED: QCoreApplication.translate("plan", "Dropped"),
    }
    return words[status]


STATUS_ICONS = {
    ActionStatus.NOT_STARTED: "circle",
    ActionStatus.IN_PROGRESS: "circle-dashed",
    ActionStatus.BLOCKED: "circle-pause",
    ActionStatus.DONE: "check",
    ActionStatus.DROPPED: "minus",
}


def count_actions(number: int) -> str:
    """As in "8 actions"."""
    if number == 1:
        return QCoreApplication.translate("plan", "1 action")
    return QCoreApplication.translate("plan", "{number} actions").format(number=number)
