"""A program killed in the middle of a migration: the file is of the old version or the new one, and whole."""

import subprocess
import sys
from pathlib import Path

from sqlcipher3 import dbapi2

from assessor.operations.clients import add_site, begin_engagement, list_sites
from assessor.operations.goals import add_goal, list_goals
from assessor.store import Engagement, schema

NOW = schema.SCHEMA_VERSION
OLD, NEW = (NOW, False, False, False), (NOW + 1, True, True, True)

MIGRATING = """
import os, signal, sys
from pathlib import Path
from types import SimpleNamespace
import sqlalchemy as sa
from sqlalchemy import Engine, event
from assessor.store import Engagement, migrating, schema

path, last = Path(sys.argv[1]), int(sys.argv[2])
done = 0

@event.listens_for(Engine, "after_cursor_execute")
def count(*_):
    global done
    done += 1
    if done == last:
        os.kill(os.getpid(), signal.SIGKILL)

def upgrade(op):
    with op.batch_alter_table("goal") as goal:
        goal.add_column(sa.Column("mood", sa.Text, nullable=False, server_default="calm"))
    op.add_column("site", sa.Column("nickname", sa.Text, nullable=False, server_default=""))
    op.execute("UPDATE site SET nickname = name")

now = schema.SCHEMA_VERSION = schema.SCHEMA_VERSION + 1
migrating.steps = lambda: [SimpleNamespace(VERSION=now, upgrade=upgrade)]
Engagement.open(path).close()
print("done after", done)
"""


def make(path: Path) -> None:
    with Engagement.create(path) as engagement:
        begin_engagement(engagement, "Larkfield Unified", "2026–27")
        add_site(engagement, "North High")
        add_goal(engagement, "One agreement everyone knows")


def migrate_and_die(path: Path, after: int) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", MIGRATING, str(path), str(after)], capture_output=True, text=True, check=False
    )


def state_of(path: Path) -> tuple[int, bool, bool, bool]:
    """The version of the file, and whether each step of the migration is in it."""
    driver = dbapi2.connect(str(path))
    version = driver.execute("PRAGMA user_version").fetchone()[0]
    mood = any(row[1] == "mood" for row in driver.execute("PRAGMA table_info(goal)"))
    nickname = any(row[1] == "nickname" for row in driver.execute("PRAGMA table_info(site)"))
    filled = nickname and driver.execute("SELECT count(*) FROM site WHERE nickname = ''").fetchone()[0] == 0
    assert driver.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert driver.execute("PRAGMA foreign_key_check").fetchall() == []
    driver.close()
    return version, mood, nickname, filled


def test_killed_after_each_statement_the_file_is_old_or_new_and_a_copy_lies_beside(tmp_path: Path) -> None:
    seen = set()
    for after in range(1, 100):
        path = tmp_path / f"{after}.assessor"
        make(path)
        done = migrate_and_die(path, after)
        state = state_of(path)
        assert state in {OLD, NEW}, f"after {after}: {state}"
        seen.add(state[0])
        if done.stdout.startswith("done after"):
            break
        assert done.returncode == -9, done.stderr
        (copy,) = tmp_path.glob(f"{after}.before-version-{NOW + 1}.*.assessor")
        assert state_of(copy) == OLD
    assert after > 5
    assert seen == {NOW, NOW + 1}


def test_a_file_whose_migration_was_killed_opens_again_with_everything(tmp_path: Path) -> None:
    path = tmp_path / "a.assessor"
    make(path)
    assert migrate_and_die(path, 4).returncode == -9
    with Engagement.open(path) as engagement:
        assert [site.name for site in list_sites(engagement)] == ["North High"]
        assert [goal.title for goal in list_goals(engagement)] == ["One agreement everyone knows"]
        assert engagement.can_undo() is not None
