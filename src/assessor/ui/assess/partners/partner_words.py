"""How partners and their agreements are said in words."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from assessor.operations.partners import AgreementState, PartnerRow
from assessor.ui.widgets.days import short_day
from assessor.ui.widgets.tags import Meaning

_MEANINGS = {
    AgreementState.NONE: Meaning.NEUTRAL,
    AgreementState.IN_FORCE: Meaning.NEUTRAL,
    AgreementState.ENDS_SOON: Meaning.WATCH,
    AgreementState.ENDED: Meaning.CONCERN,
}


def tr(text: str) -> str:
    """A text of the partner directory."""
    return QCoreApplication.translate("partners", text)


def agreement_meaning(row: PartnerRow, today: date) -> Meaning:
    """What the color of an agreement says."""
    return _MEANINGS[row.agreement_state(today)]


def agreement_words(row: PartnerRow, today: date) -> str:
    """How an agreement stands: "Ends in 40 days", "Ended Aug 3", "Agreement of Sep 3, 2024"."""
    left, state = row.days_left(today), row.agreement_state(today)
    if left is not None and row.agreement_ends_on is not None:
        day = short_day(row.agreement_ends_on, this_year=today.year)
        if state is AgreementState.ENDED:
            return tr("Agreement ended {day}").format(day=day)
        if state is AgreementState.ENDS_SOON:
            return _ends_soon(left)
        return tr("Agreement until {day}").format(day=day)
    if row.agreement_on is not None:
        return tr("Agreement, no end set")
    return tr("No agreement")


def _ends_soon(left: int) -> str:
    if left == 0:
        return tr("Agreement ends today")
    if left == 1:
        return tr("Agreement ends tomorrow")
    return tr("Agreement ends in {days} days").format(days=left)
