"""Pairs of an SRO and an administrator: whose answers they are, and what each of the two agreed to share."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from assessor.model import Dyad, DyadParty, ResponseSet, Site, SurveyImport, SurveyWave
from assessor.operations.paper.paper_arrivals import held_back_on_paper
from assessor.operations.surveys.responses import find_respondent, known_as
from assessor.store import Engagement
from assessor.terms import CannotDo, Group

PARTIES: Final = (Group.SRO, Group.ADM)
_GONE: Final = "This pair was removed meanwhile. Undo brings it back."
_TAKEN: Final = "These answers belong to another pair. Choose others, or remove the other pair."


@dataclass(frozen=True)
class DyadRow:
    """A pair in the list. `agreed` counts who of the two agreed, `chosen` whose answers are known."""

    id: str
    wave_id: str
    wave: str
    site_id: str | None
    site: str
    chosen: int
    agreed: int

    @property
    def is_shared(self) -> bool:
        """Whether both agreed, and the answers of both are known."""
        return self.chosen == len(PARTIES) == self.agreed


@dataclass(frozen=True)
class PartyRow:
    """One of the two. `respondent` is empty until the answers are chosen."""

    id: str
    group: Group
    respondent: str
    agreed_on: date | None
    held_back: tuple[str, ...]
    """Codes of the questions marked "consultant only"."""


@dataclass(frozen=True)
class Candidate:
    """Answers that may be a party's: somebody of the group, at the pair's site where that is known."""

    respondent: str
    site: str
    number: int
    of: int


def list_dyads(engagement: Engagement) -> list[DyadRow]:
    """All pairs: the newest wave first, by site."""
    query = (
        select(Dyad.id, Dyad.wave_id, SurveyWave.title, Dyad.site_id, Site.name)
        .join(SurveyWave, SurveyWave.id == Dyad.wave_id)
        .join(Site, Site.id == Dyad.site_id, isouter=True)
        .order_by(SurveyWave.opened_on.desc(), SurveyWave.title, Site.position, Site.name, Dyad.id)
    )
    chosen = func.count(DyadParty.set_id), func.count(DyadParty.agreed_on)
    counted = select(DyadParty.dyad_id, *chosen).group_by(DyadParty.dyad_id)
    with engagement.reading() as session:
        counts = {dyad_id: tuple(numbers) for dyad_id, *numbers in session.execute(counted)}
        return [
            DyadRow(*row[:4], row[4] or "", *counts.get(row[0], (0, 0))) for row in session.execute(query)
        ]


def add_dyad(engagement: Engagement, wave_id: str, site_id: str | None = None) -> str:
    """Add the pair of a site in a wave and return its id. Raises CannotDo where the site has one already."""
    with engagement.change("Add pair") as session:
        here = select(Dyad.id).where(Dyad.wave_id == wave_id, Dyad.site_id == site_id)
        if site_id and session.scalar(here):
            raise CannotDo("This site has a pair in this wave already. Choose another site.")
        dyad = Dyad(wave_id=wave_id, site_id=site_id)
        session.add(dyad)
        session.flush()
        session.add_all(DyadParty(dyad_id=dyad.id, group=group) for group in PARTIES)
        return dyad.id


def remove_dyad(engagement: Engagement, dyad_id: str) -> None:
    """Remove a pair with what the two agreed to; their answers stay in the wave."""
    with engagement.change("Remove pair") as session:
        session.execute(delete(Dyad).where(Dyad.id == dyad_id))


def list_parties(session: Session, dyad_id: str) -> list[PartyRow]:
    """The two of a pair, within a lookup: the SRO first. Raises CannotDo when the pair is gone."""
    found = session.scalars(select(DyadParty).where(DyadParty.dyad_id == dyad_id)).all()
    if len(found) != len(PARTIES):
        raise CannotDo(_GONE)
    return [
        PartyRow(
            row.id,
            row.group,
            known_as(row.set_id, row.place) if row.set_id else "",
            row.agreed_on,
            tuple(row.held_back),
        )
        for row in sorted(found, key=lambda row: PARTIES.index(row.group))
    ]


def list_candidates(engagement: Engagement, dyad_id: str, group: Group) -> list[Candidate]:
    """Whose answers may be a party's: of the group, at the pair's site or where no site is known."""
    with engagement.reading() as session:
        dyad = session.get(Dyad, dyad_id)
        if dyad is None:
            raise CannotDo(_GONE)
        query = (
            select(ResponseSet.id, ResponseSet.n, ResponseSet.site_id, Site.name)
            .join(SurveyImport, SurveyImport.id == ResponseSet.import_id)
            .join(Site, Site.id == ResponseSet.site_id, isouter=True)
            .where(SurveyImport.wave_id == dyad.wave_id, ResponseSet.group == group)
            .order_by(Site.position, SurveyImport.imported_at, ResponseSet.id)
        )
        rows = session.execute(query).all()
        taken = _taken(session, dyad_id)
    return [
        Candidate(known_as(set_id, place), site or "", place + 1, n)
        for set_id, n, site_id, site in rows
        for place in range(n)
        if (dyad.site_id is None or site_id in (None, dyad.site_id)) and known_as(set_id, place) not in taken
    ]


def choose_answers(engagement: Engagement, party_id: str, respondent: str) -> None:
    """Say whose answers are a party's; empty takes them away.

    What was agreed for other answers ends with it; what a paper form marks is held back from the start.
    Raises CannotDo for answers of another group or another pair.
    """
    with engagement.change("Choose answers of pair") as session:
        party = _party(session, party_id)
        party.set_id, party.place, party.agreed_on, party.held_back = None, 0, None, []
        if respondent:
            set_id, place = find_respondent(session, respondent)
            if session.get_one(ResponseSet, set_id).group is not party.group:
                raise CannotDo("These answers are of another group. Choose answers of this one.")
            if respondent in _taken(session, party.dyad_id):
                raise CannotDo(_TAKEN)
            party.set_id, party.place = set_id, place
            party.held_back = list(held_back_on_paper(session, set_id, place))


def note_agreement(engagement: Engagement, party_id: str, agreed_on: date | None) -> None:
    """Keep the day a party agreed that the other one and the named leaders see the answers, or end that.

    Raises CannotDo while it is not known whose answers they are.
    """
    with engagement.change("Note agreement" if agreed_on else "End agreement") as session:
        party = _party(session, party_id)
        if agreed_on and not party.set_id:
            raise CannotDo("Choose the answers first: one agrees to sharing answers that are known.")
        party.agreed_on = agreed_on


def hold_back(engagement: Engagement, party_id: str, code: str, *, held: bool = True) -> None:
    """Mark a question "consultant only" for a party, or take the mark away."""
    with engagement.change("Hold back answer" if held else "Share answer") as session:
        party = _party(session, party_id)
        others = [each for each in party.held_back if each != code]
        party.held_back = [*others, code] if held else others


def _party(session: Session, party_id: str) -> DyadParty:
    party = session.get(DyadParty, party_id)
    if party is None:
        raise CannotDo(_GONE)
    return party


def _taken(session: Session, but: str) -> Sequence[str]:
    """The answers that belong to other pairs."""
    query = select(DyadParty.set_id, DyadParty.place).where(DyadParty.dyad_id != but)
    return [known_as(set_id, place) for set_id, place in session.execute(query) if set_id]
