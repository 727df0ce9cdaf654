"""Survey waves: when was asked, which groups with which form, how many were invited, and the questions."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from assessor.model import Cycle, ResponseSet, SurveyImport, SurveyQuestion, SurveyWave, WaveGroup
from assessor.operations.rows import set_values
from assessor.store import Engagement
from assessor.terms import CannotDo, Group


@dataclass(frozen=True)
class AskedGroup:
    """A group asked in a wave; `form_key` is empty where no form of the library was used."""

    group: Group
    form_key: str
    form_version: int
    invited: int | None
    answers: int


@dataclass(frozen=True)
class WaveRow:
    """A wave as a list shows it. `answers` count every response, also those of groups too small to show."""

    id: str
    title: str
    opened_on: date | None
    closed_on: date | None
    answers: int
    groups: tuple[AskedGroup, ...]


@dataclass(frozen=True)
class QuestionRow:
    """A question as a wave asked it; kinds are listed at the table SurveyQuestion."""

    id: str
    code: str
    text: str
    wordings: dict[str, str]
    kind: str
    construct: str
    is_reversed: bool
    choices: tuple[str, ...]
    low: int
    high: int

    @property
    def is_item(self) -> bool:
        """Whether its answers count in a construct: five points from 1 to 5."""
        return bool(self.construct) and self.kind == "scale" and (self.low, self.high) == (1, 5)

    def wording(self, group: Group | None) -> str:
        """The question as a group read it."""
        return self.wordings.get(group.value, self.text) if group else self.text


def list_waves(engagement: Engagement) -> list[WaveRow]:
    """All waves, the newest first, with how many answered in each group."""
    query = select(SurveyWave.id, SurveyWave.title, SurveyWave.opened_on, SurveyWave.closed_on)
    order = (func.coalesce(SurveyWave.opened_on, SurveyWave.closed_on).desc(), SurveyWave.title)
    with engagement.reading() as session:
        counts = count_responses(session)
        asked = _asked_groups(session, counts)
        return [
            WaveRow(*row, answers=sum(counts[row.id].values()), groups=asked[row.id])
            for row in session.execute(query.order_by(*order))
        ]


def list_questions(engagement: Engagement, wave_id: str) -> list[QuestionRow]:
    """The questions of a wave in their order, as they were worded."""
    with engagement.reading() as session:
        return read_questions(session, wave_id)


def add_wave(engagement: Engagement, title: str, **values: Any) -> str:
    """Add a wave to the newest cycle and return its id. Raises CannotDo without a title."""
    with engagement.change("Add survey wave") as session:
        return new_wave(session, title, **values).id


def edit_wave(engagement: Engagement, wave_id: str, **values: Any) -> None:
    """Change a wave's title or days. Raises CannotDo when it would close before it opened."""
    with engagement.change("Edit survey wave") as session:
        wave = set_values(session, SurveyWave, wave_id, values)
        _check_wave(wave)


def remove_wave(engagement: Engagement, wave_id: str) -> None:
    """Remove a wave with its questions and answers."""
    with engagement.change("Remove survey wave") as session:
        session.execute(delete(SurveyWave).where(SurveyWave.id == wave_id))


def ask_group(
    engagement: Engagement,
    wave_id: str,
    group: Group,
    *,
    invited: int | None = None,
    form_key: str = "",
    form_version: int = 0,
) -> None:
    """Note that a wave asks a group, with which form, and how many were invited (None: not known).

    Raises CannotDo for a number of invited below zero.
    """
    if invited is not None and invited < 0:
        raise CannotDo("The number invited cannot be below zero. Leave it empty where it is not known.")
    with engagement.change(f"Note who was invited, {group.label.lower()}") as session:
        row = asked_group(session, wave_id, group)
        row.invited = invited
        if form_key:
            row.form_key, row.form_version = form_key, form_version


def ask_group_no_more(engagement: Engagement, wave_id: str, group: Group) -> None:
    """Take back that a wave asks a group; answers that came in stay."""
    with engagement.change(f"Remove from wave, {group.label.lower()}") as session:
        here = (WaveGroup.wave_id == wave_id, WaveGroup.group == group)
        session.execute(delete(WaveGroup).where(*here))


def new_wave(session: Session, title: str, **values: Any) -> SurveyWave:
    """A wave of the newest cycle, inside the change that is open."""
    if not title.strip():
        raise CannotDo("A wave needs a title. Type one, such as “Survey, wave 1”.")
    cycle_id = session.scalar(select(Cycle.id).order_by(Cycle.number.desc()).limit(1))
    wave = SurveyWave(title=title.strip(), **{"cycle_id": cycle_id, **values})
    _check_wave(wave)
    session.add(wave)
    session.flush()
    return wave


def asked_group(session: Session, wave_id: str, group: Group) -> WaveGroup:
    """The row of a group in a wave, made where there is none, inside the change that is open."""
    row = session.scalar(select(WaveGroup).where(WaveGroup.wave_id == wave_id, WaveGroup.group == group))
    if row is None:
        row = WaveGroup(wave_id=wave_id, group=group)
        session.add(row)
    return row


def count_responses(session: Session) -> dict[str, dict[Group | None, int]]:
    """How many answered, by wave and group; None are those whose group is not known."""
    counts: dict[str, dict[Group | None, int]] = defaultdict(dict)
    query = (
        select(SurveyImport.wave_id, ResponseSet.group, func.sum(ResponseSet.n))
        .join(SurveyImport, SurveyImport.id == ResponseSet.import_id)
        .group_by(SurveyImport.wave_id, ResponseSet.group)
    )
    for wave_id, group, count in session.execute(query):
        counts[wave_id][group] = count
    return counts


def read_questions(session: Session, wave_id: str) -> list[QuestionRow]:
    """The questions of a wave in their order, within a lookup."""
    query = select(SurveyQuestion).where(SurveyQuestion.wave_id == wave_id)
    found = session.scalars(query.order_by(SurveyQuestion.position, SurveyQuestion.code))
    return [
        QuestionRow(
            id=row.id, code=row.code, text=row.text, wordings=dict(row.wordings), kind=row.kind,
            construct=row.construct, is_reversed=row.is_reversed,
            choices=tuple(str(choice) for choice in row.choices), low=row.low, high=row.high,
        )
        for row in found
    ]  # fmt: skip


def _asked_groups(
    session: Session, counts: dict[str, dict[Group | None, int]]
) -> dict[str, tuple[AskedGroup, ...]]:
    """The groups of each wave in the usual order: those asked, and those that answered."""
    asked: dict[str, dict[Group, AskedGroup]] = defaultdict(dict)
    for wave_id, found in counts.items():
        for group, answers in found.items():
            if group is not None:
                asked[wave_id][group] = AskedGroup(group, "", 0, None, answers)
    for row in session.scalars(select(WaveGroup)):
        answers = counts.get(row.wave_id, {}).get(row.group, 0)
        asked[row.wave_id][row.group] = AskedGroup(
            row.group, row.form_key, row.form_version, row.invited, answers
        )
    ordered = {
        wave_id: tuple(found[group] for group in Group if group in found) for wave_id, found in asked.items()
    }
    return defaultdict(tuple, ordered)


def _check_wave(wave: Any) -> None:
    if wave.opened_on and wave.closed_on and wave.closed_on < wave.opened_on:
        raise CannotDo("A wave cannot close before it opens. Change one of the two days.")
    if not wave.title.strip():
        raise CannotDo("A wave needs a title. Type one, such as “Survey, wave 1”.")
