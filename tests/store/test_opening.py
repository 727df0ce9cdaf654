"""Opening: every kind of wrong file is said as what it is, and nothing is changed."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlcipher3 import dbapi2

from assessor.model import Site
from assessor.store import Engagement, ReadOnlyEngagement, schema
from assessor.store.errors import (
    AlreadyThere,
    CannotCreate,
    CannotOpen,
    DamagedEngagement,
    EngagementInUse,
    NeedsPassphrase,
    NoSuchFile,
    NotAnEngagement,
    NotEncrypted,
    WrongPassphrase,
)


def make(path: Path, passphrase: str | None = None, sites: int = 3) -> Path:
    with Engagement.create(path, passphrase) as engagement, engagement.change("Add sites") as session:
        session.add_all(Site(name=f"School {n}") for n in range(sites))
    return path


def test_a_closed_engagement_is_one_file(tmp_path: Path) -> None:
    make(tmp_path / "a.assessor")

    assert [file.name for file in tmp_path.iterdir()] == ["a.assessor"]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NoSuchFile, match=r"gone\.assessor was not found"):
        Engagement.open(tmp_path / "gone.assessor")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 something", b"plain text\n" * 900, os.urandom(300)])
def test_a_file_that_is_something_else(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "plan.assessor"
    path.write_bytes(content)

    with pytest.raises(NotAnEngagement, match=r"plan\.assessor is not an Assessor engagement"):
        Engagement.open(path)
    assert path.read_bytes() == content


def test_a_database_of_another_program(tmp_path: Path) -> None:
    path = tmp_path / "other.assessor"
    other = dbapi2.connect(str(path))
    other.execute("CREATE TABLE note (text)")
    other.commit()
    other.close()

    with pytest.raises(NotAnEngagement):
        Engagement.open(path)


def test_a_damaged_engagement(tmp_path: Path) -> None:
    path = make(tmp_path / "a.assessor", sites=2000)
    content = bytearray(path.read_bytes())
    for place in range(4096 * 4, len(content), 4096):
        content[place : place + 64] = b"\xff" * 64
    path.write_bytes(content)

    with pytest.raises(DamagedEngagement, match="is damaged"):
        Engagement.open(path)
    assert path.read_bytes() == bytes(content)


def test_a_truncated_engagement(tmp_path: Path) -> None:
    path = make(tmp_path / "a.assessor", sites=2000)
    path.write_bytes(path.read_bytes()[: 4096 * 20])

    with pytest.raises(DamagedEngagement):
        Engagement.open(path)


def test_an_encrypted_engagement_opens_with_its_passphrase_only(tmp_path: Path) -> None:
    path = make(tmp_path / "a.assessor", "two 'words'")

    assert b"School" not in path.read_bytes()
    with pytest.raises(NeedsPassphrase):
        Engagement.open(path)
    with pytest.raises(WrongPassphrase):
        Engagement.open(path, "two words")
    with Engagement.open(path, "two 'words'") as engagement, engagement.reading() as session:
        assert engagement.is_encrypted
        assert len(session.scalars(select(Site.name)).all()) == 3


def test_a_passphrase_for_a_file_without_one(tmp_path: Path) -> None:
    with pytest.raises(NotEncrypted):
        Engagement.open(make(tmp_path / "a.assessor"), "secret")


def test_an_engagement_open_elsewhere(tmp_path: Path) -> None:
    path = make(tmp_path / "a.assessor")
    code = (
        "import sys; from pathlib import Path; from assessor.store import Engagement;"
        "e = Engagement.open(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read(); e.close()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        with pytest.raises(EngagementInUse, match="open in another window"):
            Engagement.open(path)
        other.communicate("")
    Engagement.open(path).close()


def test_a_newer_engagement_is_read_and_never_written(tmp_path: Path) -> None:
    path = make(tmp_path / "a.assessor")
    newer = dbapi2.connect(str(path))
    newer.execute(f"PRAGMA user_version = {schema.SCHEMA_VERSION + 1}")
    newer.close()

    with Engagement.open(path) as engagement:
        assert "newer Assessor" in engagement.read_only
        with engagement.reading() as session:
            assert len(session.scalars(select(Site.name)).all()) == 3
        with pytest.raises(ReadOnlyEngagement, match="newer Assessor"), engagement.change("Add"):
            pass


def test_a_write_protected_engagement_is_read_and_says_so(tmp_path: Path) -> None:
    """Root may write anything, so as root another user opens the file."""
    path = make(tmp_path / "a.assessor")
    path.chmod(0o444)
    code = (
        "import os, sys; from pathlib import Path; from assessor.store import Engagement;"
        "from assessor.model import Site; from sqlalchemy import select;"
        "Engagement.open(Path(sys.argv[1])).close();\n"  # all is imported before the rights are dropped
        "os.getuid() == 0 and os.setuid(65534); e = Engagement.open(Path(sys.argv[1]));\n"
        "with e.reading() as s: print(len(s.scalars(select(Site.name)).all()), e.read_only)"
    )
    for folder in (tmp_path, *tmp_path.parents):
        if Path(tempfile.gettempdir()) in folder.parents:
            folder.chmod(0o755)
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=False
    )

    assert done.stdout.startswith("3 a.assessor is write-protected"), done.stderr


def test_a_new_engagement_overwrites_nothing(tmp_path: Path) -> None:
    path = make(tmp_path / "a.assessor")
    before = path.read_bytes()

    with pytest.raises(AlreadyThere, match="nothing was overwritten"):
        Engagement.create(path)
    assert path.read_bytes() == before


def test_a_new_engagement_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CannotCreate):
        Engagement.create(tmp_path / "no" / "a.assessor")


def test_every_reason_is_one_sentence_with_the_name_of_the_file() -> None:
    for kind in CannotOpen.__subclasses__():
        message = str(kind(Path("/somewhere/a.assessor")))

        assert message.startswith("a.assessor ")
        assert message.endswith(".")
        assert "somewhere" not in message


@pytest.mark.parametrize("passphrase", [None, "seven green lamps"])
def test_opening_only_to_read_writes_nothing(tmp_path: Path, passphrase: str | None) -> None:
    path = make(tmp_path / "a.assessor", passphrase)
    before = path.read_bytes(), path.stat().st_mtime_ns
    with Engagement.open(path, passphrase, only_read=True) as engagement:
        with engagement.reading() as session:
            assert len(session.scalars(select(Site.name)).all()) == 3
        with pytest.raises(ReadOnlyEngagement), engagement.change("Add site"):
            pass
        assert [file.name for file in tmp_path.iterdir()] == ["a.assessor"]

    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert [file.name for file in tmp_path.iterdir()] == ["a.assessor"]


def test_an_engagement_that_is_being_written_is_not_read_past_its_log(tmp_path: Path) -> None:
    path = make(tmp_path / "a.assessor")
    with Engagement.open(path) as engagement:
        with engagement.change("Add site") as session:
            session.add(Site(name="One more"))
        with pytest.raises(EngagementInUse):
            Engagement.open(path, only_read=True)
