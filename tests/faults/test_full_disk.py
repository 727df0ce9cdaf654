"""A disk that fills up: what does not fit fails alone and says so, and all works again after."""

import subprocess
import sys
from pathlib import Path

import pytest

from assessor.operations.clients import begin_engagement, list_sites
from assessor.store import Engagement

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="only POSIX limits the size of files")

FILLING = """
import resource, sys
from pathlib import Path
from assessor.operations.clients import add_site, list_sites
from assessor.store import Engagement
from assessor.terms import CannotDo

path, room = Path(sys.argv[1]), int(sys.argv[2])
hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
engagement = Engagement.open(path)
engagement.keep_draft("line", "kept before")
log = path.with_name(path.name + "-wal")
full = max(path.stat().st_size, log.stat().st_size) + room
resource.setrlimit(resource.RLIMIT_FSIZE, (full, hard))
added = 0
try:
    while True:
        add_site(engagement, f"School {added} " + "x" * 10_000)
        added += 1
except CannotDo as said:
    print(said)
try:
    engagement.keep_draft("line", "y" * 300_000)
except CannotDo:
    assert engagement.get_draft("line") == "kept before"
assert len(list_sites(engagement)) == added, "what was acknowledged is there, and nothing else"
assert engagement.check_integrity() == []
if sys.argv[3] == "room again":
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    add_site(engagement, "Last School")
    added += 1
engagement.close()
print(added)
"""


@pytest.mark.parametrize("room", [0, 1, 4096, 4097, 30_000, 200_000])
@pytest.mark.parametrize("then", ["room again", "still full"])
def test_what_does_not_fit_fails_alone_and_nothing_else_is_lost(tmp_path: Path, room: int, then: str) -> None:
    path = tmp_path / "full.assessor"
    with Engagement.create(path) as engagement:
        begin_engagement(engagement, "Larkfield Unified", "2026–27")
    done = subprocess.run(
        [sys.executable, "-c", FILLING, str(path), str(room), then],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    said, added = done.stdout.splitlines()
    assert said == (
        "full.assessor could not be written, and nothing was changed. "
        "The disk is full or gone; make room and do it again."
    )
    with Engagement.open(path) as engagement:
        assert engagement.check_integrity() == []
        assert len(list_sites(engagement)) == int(added)
    assert [file.name for file in tmp_path.iterdir()] == ["full.assessor"]


CREATING = """
import resource, sys
from pathlib import Path
from assessor.store import Engagement
from assessor.store.errors import CannotCreate

room = int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
try:
    Engagement.create(Path(sys.argv[1]))
except CannotCreate as said:
    print(said)
"""


@pytest.mark.parametrize("room", [0, 4096, 50_000])
def test_an_engagement_that_does_not_fit_is_not_begun(tmp_path: Path, room: int) -> None:
    path = tmp_path / "full.assessor"
    done = subprocess.run(
        [sys.executable, "-c", CREATING, str(path), str(room)], capture_output=True, text=True, check=False
    )
    assert done.stdout.startswith("full.assessor cannot be created here. "), done.stderr
    assert list(tmp_path.iterdir()) == []
