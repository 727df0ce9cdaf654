"""Names of the roster in what people write: codes stand in their place before anything is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from assessor.model import Participant, RosterEntry
from assessor.operations.pseudonyms import AMBIGUOUS, Pseudonyms
from assessor.store import Engagement


@dataclass(frozen=True)
class NameOffer:
    """A name that stands in a text, and the code that can stand there instead."""

    name: str
    """As it was written."""
    code: str
    start: int
    end: int
    is_certain: bool
    """Whether the code is stored in its place anyway; a word that may be meant as a word is not."""

    @property
    def is_shared(self) -> bool:
        """Whether several people are called so, and no single code can be said."""
        return self.code == AMBIGUOUS


def offer(engagement: Engagement, text: str) -> list[NameOffer]:
    """The names of the roster that stand in a text, in order; words that may be names are among them."""
    return offers_in(read_names(engagement), text)


def read_names(engagement: Engagement, participant_id: str | None = None) -> Pseudonyms:
    """The names of the roster, or one of them, to look for in one text after another."""
    with engagement.reading() as session:
        return Pseudonyms(roster_codes(session, participant_id))


def offers_in(names: Pseudonyms, text: str) -> list[NameOffer]:
    """As `offer`, with names that were read."""
    return [
        NameOffer(text[start:end], code, start, end, is_certain)
        for start, end, code, is_certain in names.find(text)
    ]


def conceal(session: Session, text: str) -> str:
    """The text with codes in place of the roster's names; a word that may be meant as a word stays."""
    codes = roster_codes(session) if text else {}
    return Pseudonyms(codes).replace(text) if codes else text


def conceal_values(session: Session, values: Mapping[str, Any]) -> dict[str, Any]:
    """What is written of a row, with codes in place of the roster's names in every text."""
    codes = roster_codes(session)
    names = Pseudonyms(codes)
    return {
        name: names.replace(value) if codes and type(value) is str else value
        for name, value in values.items()
    }


def roster_codes(session: Session, participant_id: str | None = None) -> dict[str, str]:
    """The code to say instead of each name on the roster, or of one person's."""
    query = select(RosterEntry.name, Participant.code).join(
        Participant, Participant.id == RosterEntry.participant_id
    )
    if participant_id is not None:
        query = query.where(Participant.id == participant_id)
    codes: dict[str, str] = {}
    for name, code in session.execute(query.order_by(Participant.code)):
        if name.strip():
            codes[name] = code if codes.get(name, code) == code else AMBIGUOUS
    return codes
