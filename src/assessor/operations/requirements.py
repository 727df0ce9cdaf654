"""What a state, and federal law, ask of the document read: each requirement met or not, with a note."""

from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from assessor.instruments.overlays import Overlay, Requirement, get_overlay, list_overlay_keys
from assessor.instruments.rubrics import get_rubric
from assessor.model import Client, CriterionRating, FindingCode, PolicyReview, RequirementCheck
from assessor.operations.contents import keep_content
from assessor.operations.evidence.tying import add_tie, rating_tie
from assessor.operations.findings.editing import new_finding
from assessor.store import Engagement
from assessor.terms import CannotDo, FindingKind

_FEDERAL = "us"
_TITLE = 120


@dataclass(frozen=True)
class RequirementRow:
    """One requirement, and whether the document read meets it; None where that is not decided."""

    requirement: Requirement
    overlay: Overlay
    is_met: bool | None = None
    note: str = ""
    finding_id: str | None = None
    is_carried: bool = False
    """Carried over from the earlier version, and not confirmed yet."""

    @property
    def code(self) -> str:
        """What it is called, as in "WA4"."""
        return self.requirement.code


@dataclass(frozen=True)
class RequirementList:
    """The requirements that bear on a reading. `state` is the client's, `missing` says why it has none."""

    state: str
    missing: str
    overlays: tuple[Overlay, ...]
    rows: tuple[RequirementRow, ...]

    def of_criterion(self, code: str) -> tuple[RequirementRow, ...]:
        """The requirements that belong to a criterion."""
        return tuple(row for row in self.rows if code in row.requirement.criteria)


def list_requirements(engagement: Engagement, review_id: str) -> RequirementList:
    """What the client's state and federal law ask, with what this reading says of it.

    Only federal law where the client's state requirements are switched off. Unverified ones are left out.
    """
    with engagement.reading() as session:
        state, is_used = _client(session)
        overlays = _overlays(state if is_used else "")
        checks = {
            row.requirement: row
            for row in session.scalars(
                select(RequirementCheck).where(RequirementCheck.review_id == review_id)
            )
        }
        rows = tuple(
            _row(requirement, overlay, checks.get(requirement.code))
            for overlay in overlays
            for requirement in overlay.printable
        )
    missing = _missing(state) if is_used else "State requirements are switched off for this client."
    return RequirementList(state, missing, overlays, rows)


def check_requirement(engagement: Engagement, review_id: str, code: str, is_met: bool | None) -> None:
    """Say whether the document meets a requirement; None takes the decision back, and its note with it."""
    word = {True: "met", False: "not met", None: "not decided"}[is_met]
    with engagement.change(f"Mark {code} as {word}") as session:
        overlay, _ = _find(session, code)
        there = _check(session, review_id, code)
        if is_met is None:
            session.execute(
                delete(RequirementCheck).where(
                    RequirementCheck.review_id == review_id, RequirementCheck.requirement == code
                )
            )
        elif there is None:
            keep_content(session, "overlays", overlay.key, overlay.version)
            session.add(RequirementCheck(review_id=review_id, requirement=code, is_met=is_met))
        else:
            there.is_met, there.is_carried = is_met, False


def note_on_requirement(engagement: Engagement, review_id: str, code: str, note: str) -> None:
    """Write why a requirement is met or not. Raises CannotDo while that is not decided."""
    with engagement.change(f"Note on {code}") as session:
        there = _check(session, review_id, code)
        if there is None:
            raise CannotDo(f"{code} is neither met nor not met yet. Decide it first.")
        there.note = note


def draft_finding_from_requirement(engagement: Engagement, review_id: str, code: str) -> str:
    """Draft a finding from a requirement not met, tied to the ratings of its criteria; returns its id.

    Raises CannotDo unless it is marked as not met, and where the finding was drafted before.
    """
    with engagement.change(f"Draft finding from {code}") as session:
        overlay, requirement = _find(session, code)
        check = _check(session, review_id, code)
        if check is None or check.is_met:
            raise CannotDo(f"{code} is not marked as not met. Mark it first.")
        if check.finding_id is not None:
            raise CannotDo(f"A finding was drafted from {code} already. Go to it.")
        whose = "Federal" if overlay.key == _FEDERAL else overlay.title
        text = requirement.text[:1].lower() + requirement.text[1:]
        title = _short(f"{whose} requirement not met: {text}")
        finding = new_finding(
            session, FindingKind.BARRIER, title, statement=_statement(overlay, requirement, check.note)
        )
        _tie(session, finding.id, review_id, requirement)
        check.finding_id = finding.id
        return finding.id


def _statement(overlay: Overlay, requirement: Requirement, note: str) -> str:
    since = (
        f" Effective {requirement.effective_on:%B} {requirement.effective_on.day}, "
        f"{requirement.effective_on.year}."
        if requirement.effective_on
        else ""
    )
    source = f"{overlay.citation}, as of {overlay.as_of.isoformat()}."
    return "\n".join(filter(None, [note, f"{requirement.text}{since} ({source})"]))


def _tie(session: Session, finding_id: str, review_id: str, requirement: Requirement) -> None:
    """File the finding under the barriers of the requirement's criteria, and tie it to their ratings."""
    review = session.get(PolicyReview, review_id)
    if review is None:
        raise CannotDo("This review was removed. Undo brings it back.")
    rubric = get_rubric(review.rubric_key, review.rubric_version)
    barriers = [code for each in requirement.criteria for code in rubric.get_criterion(each).barriers]
    session.add_all(
        FindingCode(finding_id=finding_id, code=code, position=place)
        for place, code in enumerate(dict.fromkeys(barriers))
    )
    ratings = session.scalars(
        select(CriterionRating.id)
        .where(CriterionRating.review_id == review_id, CriterionRating.level.is_not(None))
        .where(CriterionRating.criterion.in_(requirement.criteria))
        .order_by(CriterionRating.criterion)
    ).all()
    for rating_id in ratings:
        add_tie(session, finding_id, rating_tie(session, rating_id))


def _overlays(state: str) -> tuple[Overlay, ...]:
    keys = [key for key in (state.strip().lower(), _FEDERAL) if key in list_overlay_keys()]
    return tuple(get_overlay(key) for key in dict.fromkeys(keys))


def _missing(state: str) -> str:
    name = state.strip()
    if not name:
        return "The client’s state is not named yet. Name it in the engagement to see what the state asks."
    if name.lower() not in list_overlay_keys():
        return f"No requirements of {name.upper()} are on file. Check the state’s law with counsel."
    return ""


def _row(requirement: Requirement, overlay: Overlay, check: RequirementCheck | None) -> RequirementRow:
    if check is None:
        return RequirementRow(requirement, overlay)
    return RequirementRow(requirement, overlay, check.is_met, check.note, check.finding_id, check.is_carried)


def _client(session: Session) -> tuple[str, bool]:
    row = session.execute(select(Client.state, Client.uses_state_overlay)).first()
    return (row.state, row.uses_state_overlay) if row else ("", True)


def _find(session: Session, code: str) -> tuple[Overlay, Requirement]:
    state, _ = _client(session)
    for overlay in _overlays(state):
        for requirement in overlay.printable:
            if requirement.code == code:
                return overlay, requirement
    raise CannotDo(f"{code} is not among the requirements of this client’s state.")


def _check(session: Session, review_id: str, code: str) -> RequirementCheck | None:
    return session.scalar(
        select(RequirementCheck).where(
            RequirementCheck.review_id == review_id, RequirementCheck.requirement == code
        )
    )


def _short(text: str) -> str:
    if len(text) <= _TITLE:
        return text.rstrip(".")
    return text[:_TITLE].rsplit(" ", 1)[0].rstrip(",;:") + "…"
