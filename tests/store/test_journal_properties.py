"""A random walk of changes, undo, redo and restarts leaves just the state that a plain history says."""

import json
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import delete, select, text

from assessor.model import ActionStep, Base, Goal, Objective
from assessor.store import Engagement

Snapshot = dict[str, list[Any]]
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20)


def snapshot(engagement: Engagement) -> str:
    """Every row of the tables in play, as one text."""
    with engagement.reading() as session:
        return json.dumps(
            {
                noun.__tablename__: sorted(
                    [
                        list(map(str, row))
                        for row in session.execute(select(Base.metadata.tables[noun.__tablename__]))
                    ]
                )
                for noun in (Goal, Objective, ActionStep)
            }
        )


class Journal(RuleBasedStateMachine):
    """Goals, objectives and action steps, with what owns what and references that are emptied."""

    @initialize()
    def make(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "walk.assessor"
        self.engagement = Engagement.create(self.path)
        self.states = [snapshot(self.engagement)]
        self.at = 0

    def teardown(self) -> None:
        self.engagement.close()
        self.folder.cleanup()

    def did(self) -> None:
        now = snapshot(self.engagement)
        if now != self.states[self.at]:
            self.states = [*self.states[: self.at + 1], now]
            self.at += 1

    def ids(self, noun: type[Goal] | type[Objective] | type[ActionStep]) -> list[str]:
        """In the order written: random ids would make each walk another one."""
        with self.engagement.reading() as session:
            return list(session.scalars(select(noun.id).order_by(text("rowid"))))

    @rule(title=TEXTS, steps=st.integers(0, 3))
    def add_goal(self, title: str, steps: int) -> None:
        with self.engagement.change("Add goal") as session:
            goal = Goal(position=1, title=title)
            session.add(goal)
            session.flush()
            objective = Objective(goal_id=goal.id, position=1, text=title)
            session.add(objective)
            session.flush()
            session.add_all(
                ActionStep(objective_id=objective.id, position=n, title="x") for n in range(steps)
            )
        self.did()

    @precondition(lambda self: self.ids(ActionStep))
    @rule(data=st.data(), title=TEXTS)
    def edit_step(self, data: st.DataObject, title: str) -> None:
        steps = self.ids(ActionStep)
        chosen, after = (data.draw(st.sampled_from(steps)) for _ in range(2))
        with self.engagement.change("Edit step") as session:
            step = session.get(ActionStep, chosen)
            assert step is not None
            step.title, step.after_id = title, after
        self.did()

    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        noun = data.draw(st.sampled_from([Goal, Objective, ActionStep]))
        ids = self.ids(noun)
        if ids:
            with self.engagement.change("Remove") as session:
                session.execute(delete(noun).where(noun.id == data.draw(st.sampled_from(ids))))
            self.did()

    @rule(title=TEXTS)
    def rename_all_at_once(self, title: str) -> None:
        with self.engagement.change("Rename all") as session:
            session.execute(Goal.__table__.update().values(title=title))
        self.did()

    @precondition(lambda self: self.at > 0)
    @rule()
    def undo(self) -> None:
        self.engagement.undo()
        self.at -= 1

    @precondition(lambda self: self.at < len(self.states) - 1)
    @rule()
    def redo(self) -> None:
        self.engagement.redo()
        self.at += 1

    @rule()
    def restart(self) -> None:
        self.engagement.close()
        self.engagement = Engagement.open(self.path)

    @invariant()
    def the_file_is_as_the_history_says(self) -> None:
        assert snapshot(self.engagement) == self.states[self.at]
        assert (self.engagement.can_undo() is not None) == (self.at > 0)
        assert (self.engagement.can_redo() is not None) == (self.at < len(self.states) - 1)


TestJournal = Journal.TestCase
TestJournal.settings = settings(
    max_examples=30, stateful_step_count=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
