"""Migrations: a copy first, all steps or none, children and search kept, undo ended."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy import select

from assessor.model import Goal, Objective
from assessor.store import Engagement, migrating, schema

NOW = schema.SCHEMA_VERSION


def make(path: Path) -> None:
    with Engagement.create(path) as engagement, engagement.change("Add goal") as session:
        goal = Goal(position=1, title="Agreement")
        session.add(goal)
        session.flush()
        session.add(Objective(goal_id=goal.id, position=1, text="Sign it"))


def rebuild_goals(op: Any) -> None:
    """A batch rebuild: the kind that deletes children by cascade when done carelessly."""
    with op.batch_alter_table("goal") as goal:
        goal.add_column(sa.Column("mood", sa.Text, nullable=False, server_default=""))


def fail(op: Any) -> None:
    op.add_column("goal", sa.Column("half", sa.Text))
    raise RuntimeError("the second step fails")


def steps_of(*upgrades: Any) -> list[Any]:
    return [SimpleNamespace(VERSION=NOW + 1 + n, upgrade=upgrade) for n, upgrade in enumerate(upgrades)]


def open_as_newer(path: Path, monkeypatch: pytest.MonkeyPatch, *upgrades: Any) -> Engagement:
    monkeypatch.setattr(schema, "SCHEMA_VERSION", NOW + len(upgrades))
    monkeypatch.setattr(migrating, "steps", lambda: steps_of(*upgrades))
    return Engagement.open(path)


def test_a_migration_keeps_children_and_search_and_leaves_a_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.assessor"
    make(path)

    with open_as_newer(path, monkeypatch, rebuild_goals) as engagement:
        with engagement.reading() as session:
            assert session.scalars(select(Objective.text)).all() == ["Sign it"]
        assert engagement.search("sign")[0].table == "objective"
        assert schema.version_of(engagement._driver) == NOW + 1
    copies = [file.name for file in tmp_path.iterdir() if f"before-version-{NOW + 1}" in file.name]
    assert len(copies) == 1


def test_a_migration_ends_undo_and_keeps_history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.assessor"
    make(path)

    with open_as_newer(path, monkeypatch, rebuild_goals) as engagement:
        assert engagement.can_undo() is None
        with engagement.change("Rename") as session:
            session.execute(Goal.__table__.update().values(title="New"))
        assert engagement.undo() == "Rename"
        assert engagement.can_undo() is None


def test_a_migration_that_fails_leaves_the_old_version_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.assessor"
    make(path)
    with pytest.raises(RuntimeError, match="second step fails"):
        open_as_newer(path, monkeypatch, rebuild_goals, fail)
    monkeypatch.undo()

    with Engagement.open(path) as engagement:
        assert schema.version_of(engagement._driver) == NOW
        assert engagement.can_undo() == "Add goal"
        with engagement.reading() as session:
            assert session.scalars(select(Objective.text)).all() == ["Sign it"]


def test_every_shipped_migration_follows_the_one_before() -> None:
    assert [step.VERSION for step in migrating.steps()] == list(range(2, schema.SCHEMA_VERSION + 1))
