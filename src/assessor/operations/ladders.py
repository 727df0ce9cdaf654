"""The ladder for disagreements: its steps from the private talk up, and the rules that hold on each."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, select

from assessor.instruments import ladders as library
from assessor.model import LadderRule, LadderStep
from assessor.operations.contents import keep_content
from assessor.operations.positions import move_by, next_position
from assessor.operations.rows import set_values
from assessor.store import Engagement
from assessor.terms import CannotDo


@dataclass(frozen=True)
class LadderStepRow:
    """One step of the ladder, numbered from 0: safety first."""

    id: str
    number: int
    short_title: str
    short_note: str
    who: str
    act: str
    clock: str
    school_days: int | None
    days_so_far: int
    """School days from the day it was raised to the end of this step."""
    record: str


@dataclass(frozen=True)
class LadderRuleRow:
    """A rule that holds on every step."""

    id: str
    title: str
    text: str


@dataclass(frozen=True)
class Ladder:
    """The whole ladder."""

    steps: tuple[LadderStepRow, ...]
    rules: tuple[LadderRuleRow, ...]


def get_ladder(engagement: Engagement) -> Ladder:
    """The ladder, from the lowest step up; empty before one was added."""
    steps = select(
        LadderStep.id,
        LadderStep.short_title,
        LadderStep.short_note,
        LadderStep.who,
        LadderStep.act,
        LadderStep.clock,
        LadderStep.school_days,
        LadderStep.record,
    ).order_by(LadderStep.position, LadderStep.id)
    rules = select(LadderRule.id, LadderRule.title, LadderRule.text)
    rows: list[LadderStepRow] = []
    so_far = 0
    with engagement.reading() as session:
        for number, row in enumerate(session.execute(steps)):
            so_far += row.school_days or 0
            rows.append(LadderStepRow(row.id, number, *row[1:7], so_far, row.record))
        found = session.execute(rules.order_by(LadderRule.position, LadderRule.id))
        return Ladder(tuple(rows), tuple(LadderRuleRow(*rule) for rule in found))


def preview_ladder() -> Ladder:
    """The shipped ladder, to be read before it is taken over."""
    shipped = library.get_ladder()
    steps = tuple(
        LadderStepRow(
            id="",
            number=step.number,
            short_title=step.title,
            short_note=step.who_short,
            who=step.who,
            act=step.action,
            clock=step.clock,
            school_days=step.days,
            days_so_far=shipped.days_until(step.number) or 0,
            record=step.record,
        )
        for step in shipped.steps
    )
    return Ladder(steps, tuple(LadderRuleRow("", rule.title, rule.text) for rule in shipped.rules))


def add_ladder_from_library(engagement: Engagement) -> None:
    """Take over the shipped ladder with its rules, to be adapted. Raises CannotDo when there is a ladder."""
    shipped = library.get_ladder()
    with engagement.change("Add the ladder") as session:
        if session.scalar(select(LadderStep.id)) is not None:
            raise CannotDo("The plan has a ladder already. Remove its steps first, or adapt them.")
        keep_content(session, "ladders", shipped.key, shipped.version)
        session.add_all(
            LadderStep(
                position=position,
                short_title=step.title,
                short_note=step.who_short,
                who=step.who,
                act=step.action,
                clock=step.clock,
                school_days=step.days,
                record=step.record,
            )
            for position, step in enumerate(shipped.steps, start=1)
        )
        session.add_all(
            LadderRule(position=position, title=rule.title, text=rule.text)
            for position, rule in enumerate(shipped.rules, start=1)
        )


def add_ladder_step(engagement: Engagement, who: str, act: str, **values: Any) -> str:
    """Add a step on top of the ladder and return its id."""
    with engagement.change("Add ladder step") as session:
        step = LadderStep(who=who, act=act, position=next_position(session, LadderStep), **values)
        session.add(step)
        session.flush()
        return step.id


def edit_ladder_step(engagement: Engagement, step_id: str, **values: Any) -> None:
    """Change a step of the ladder."""
    with engagement.change("Edit ladder step") as session:
        set_values(session, LadderStep, step_id, values)


def move_ladder_step(engagement: Engagement, step_id: str, by: int) -> None:
    """Move a step down the ladder (negative) or up."""
    with engagement.change("Move ladder step") as session:
        move_by(session, LadderStep, step_id, by)


def remove_ladder_step(engagement: Engagement, step_id: str) -> None:
    """Remove a step of the ladder."""
    with engagement.change("Remove ladder step") as session:
        session.execute(delete(LadderStep).where(LadderStep.id == step_id))


def add_ladder_rule(engagement: Engagement, title: str, text: str = "") -> str:
    """Add a rule and return its id."""
    with engagement.change("Add ladder rule") as session:
        rule = LadderRule(title=title, text=text, position=next_position(session, LadderRule))
        session.add(rule)
        session.flush()
        return rule.id


def edit_ladder_rule(engagement: Engagement, rule_id: str, **values: Any) -> None:
    """Change a rule."""
    with engagement.change("Edit ladder rule") as session:
        set_values(session, LadderRule, rule_id, values)


def remove_ladder_rule(engagement: Engagement, rule_id: str) -> None:
    """Remove a rule."""
    with engagement.change("Remove ladder rule") as session:
        session.execute(delete(LadderRule).where(LadderRule.id == rule_id))
