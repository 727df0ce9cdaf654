"""A wave read whole: its questions, and the answers of each group as the file keeps them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from assessor.analysis.disclosure import LEAST_INTERNAL, LEAST_PUBLIC, Cell, protect_family
from assessor.analysis.item_sets import hide_beside, tells_no_item
from assessor.instruments.item_banks import Construct, get_item_bank
from assessor.model import Client, SurveyWave, WaveGroup
from assessor.operations.surveys.published_groups import groups_too_near, persons_by_import
from assessor.operations.surveys.responses import AnswerSet, read_sets
from assessor.operations.surveys.survey_groups import Given, GroupAnswers, group_of
from assessor.operations.surveys.survey_result_rows import Audience
from assessor.operations.surveys.survey_waves import QuestionRow, read_questions
from assessor.terms import CannotDo, Group

__all__ = [
    "Given",
    "WaveAnswers",
    "constructs_by_code",
    "constructs_in_order",
    "read_wave",
    "threshold_for",
]

NOBODY: Final = GroupAnswers(0, {})


@dataclass(frozen=True)
class WaveAnswers:
    """All that a wave holds, before anything is hidden: never handed to screens or paper."""

    wave: SurveyWave
    questions: list[QuestionRow]
    answers: dict[Group | None, GroupAnswers]
    asked: dict[Group, WaveGroup]
    threshold: int
    too_near: Mapping[Group | None, str] = field(default_factory=dict)
    """The groups of which nothing may be told beside what was published, and why: kept without answers."""
    _hidden: dict[Group | None, dict[str, Cell]] = field(default_factory=dict, init=False, repr=False)

    @property
    def ordered_groups(self) -> list[Group | None]:
        """The groups asked or heard in the usual order; those whose group is not known come last."""
        known: list[Group | None] = [group for group in Group if group in self.answers or group in self.asked]
        return [*known, None] if None in self.answers else known

    @cached_property
    def groups(self) -> dict[Group | None, list[Given]]:
        """The respondents of each group one by one."""
        return {group: found.rows for group, found in self.answers.items()}

    @cached_property
    def codes(self) -> dict[Group | None, frozenset[str]]:
        """The codes of the questions each group was asked: those that somebody in it answered."""
        return {group: found.codes for group, found in self.answers.items()}

    def of(self, group: Group | None) -> GroupAnswers:
        """A group's answers; none where nobody of it answered."""
        return self.answers.get(group, NOBODY)

    def tells(self, items: Collection[QuestionRow], group: Group | None) -> bool:
        """Whether what a group answered to several items of a construct gives away no item that is hidden."""
        codes, hidden = {item.code for item in items}, self.hidden_items(group)
        inside = [cell for code, cell in hidden.items() if code in codes]
        outside = [
            cell
            for item in self.items_of(next(iter(items)).construct, group)
            if item.code not in codes and (cell := hidden.get(item.code))
        ]
        return tells_no_item(inside, self.threshold) and tells_no_item(outside, self.threshold)

    def hidden_items(self, group: Group | None) -> dict[str, Cell]:
        """The items that may not be told of a group by themselves, by code, and those hidden beside them.

        An item that is hidden in a construct that is told takes others with it (domain.md 2.6 rule 3).
        """
        if group not in self._hidden:
            self._hidden[group] = {}
            for code in constructs_in_order(self.questions):
                cells = {item.code: self.of(group).cell(item) for item in self.items_of(code, group)}
                few = [
                    item
                    for item, cell in cells.items()
                    if protect_family({"": cell}, self.threshold).total.hidden
                ]
                hidden = hide_beside(cells, few, self.threshold)
                self._hidden[group] |= {item: cells[item] for item in hidden}
        return self._hidden[group]

    def question(self, code: str) -> QuestionRow:
        """The question of a code. Raises CannotDo where the wave has none."""
        for question in self.questions:
            if question.code == code:
                return question
        raise CannotDo(f"This wave has no question {code}. Choose one of its questions.")

    def items_of(self, construct: str, group: Group | None) -> list[QuestionRow]:
        """The scaled items of a construct that a group was asked."""
        codes = self.of(group).codes
        return [
            question
            for question in self.questions
            if question.construct == construct and question.is_item and question.code in codes
        ]


def read_wave(session: Session, wave_id: str, audience: Audience) -> WaveAnswers:
    """Everything of a wave, within a lookup. Raises CannotDo when it is gone."""
    wave = session.get(SurveyWave, wave_id)
    if wave is None:
        raise CannotDo("This wave was removed meanwhile. Undo brings it back.")
    sets: dict[Group | None, list[AnswerSet]] = defaultdict(list)
    for found in read_sets(session, wave_id):
        sets[found.group].append(found)
    asked = session.scalars(select(WaveGroup).where(WaveGroup.wave_id == wave_id))
    threshold = threshold_for(session, audience)
    is_public = audience is Audience.PUBLIC
    persons = {group: persons_by_import(found) for group, found in sets.items()}
    too_near = groups_too_near(session, wave_id, persons, threshold) if is_public else {}
    sets |= {group: [] for group in too_near.keys() & sets.keys()}
    return WaveAnswers(
        wave=wave,
        questions=read_questions(session, wave_id),
        answers={group: group_of(sets[group]) for group in (*Group, None) if group in sets},
        asked={row.group: row for row in asked},
        threshold=threshold,
        too_near=too_near,
    )


def threshold_for(session: Session, audience: Audience) -> int:
    """The least number of persons behind anything an audience is shown: never below 10 and 5."""
    row = session.execute(select(Client.public_threshold, Client.internal_threshold)).first()
    public, internal = row or (LEAST_PUBLIC, LEAST_INTERNAL)
    return max(public, LEAST_PUBLIC) if audience is Audience.PUBLIC else max(internal, LEAST_INTERNAL)


def constructs_by_code() -> dict[str, Construct]:
    """The library's constructs, in its order."""
    return {construct.code: construct for construct in get_item_bank().constructs}


def constructs_in_order(questions: Iterable[QuestionRow]) -> list[str]:
    """The constructs that scaled items belong to, by code: the library's in its order, then the others."""
    asked = dict.fromkeys(each.construct for each in questions if each.is_item)
    known = constructs_by_code()
    return [*(code for code in known if code in asked), *(code for code in asked if code not in known)]
