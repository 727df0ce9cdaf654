"""What becomes of errors: a person is told in one sentence, and what she cannot mend is logged."""

import logging
import sys
from collections.abc import Callable
from types import TracebackType
from typing import TypeVar

from PySide6.QtCore import QCoreApplication

from assessor.terms import CannotDo

Result = TypeVar("Result")

_log = logging.getLogger(__name__)


def sentence_for(error: BaseException) -> str:
    """What to tell a person about an error; what she cannot mend is logged with its trace."""
    if isinstance(error, CannotDo):
        return str(error)
    _log.error("Not foreseen", exc_info=error)
    return QCoreApplication.translate(
        "errors", "Something went wrong that was not foreseen. Nothing was changed; the log says more."
    )


def attempt(doing: Callable[[], Result], tell: Callable[[str], None]) -> Result | None:
    """Do something; where it cannot be done, `tell` why in one sentence and return None."""
    try:
        return doing()
    except Exception as error:  # noqa: BLE001  # the edge of the program: everything becomes a sentence
        tell(sentence_for(error))
        return None


def tell_unforeseen(tell: Callable[[str], None]) -> None:
    """Say what escapes from Qt's slots in a sentence too, instead of only printing it."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            tell(sentence_for(error))

    sys.excepthook = hook
