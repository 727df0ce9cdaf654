"""A released file never changes: its hash stands in released.sha256."""

from pathlib import Path

import pytest

from assessor.instruments.errors import BrokenInstrument
from assessor.instruments.released import list_faults, list_released, release_new_files


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "rubrics").mkdir()
    (tmp_path / "rubrics" / "a.v1.toml").write_text('title = "A"', encoding="utf-8")
    release_new_files(tmp_path)
    return tmp_path


def test_every_shipped_file_is_released_and_unchanged() -> None:
    assert not list_faults()


def test_a_released_file_that_changes_is_a_fault(root: Path) -> None:
    assert not list_faults(root)
    (root / "rubrics" / "a.v1.toml").write_text('title = "B"', encoding="utf-8")
    assert list_faults(root) == (
        "rubrics/a.v1.toml changed after its release; put it back, and make a new version.",
    )


def test_a_released_file_that_is_gone_is_a_fault(root: Path) -> None:
    (root / "rubrics" / "a.v1.toml").unlink()
    assert list_faults(root) == ("rubrics/a.v1.toml was released and is gone; put it back.",)


def test_a_new_version_is_released_beside_the_old_one(root: Path) -> None:
    (root / "rubrics" / "a.v2.toml").write_text('title = "B"', encoding="utf-8")
    assert "a.v2.toml is not released yet" in list_faults(root)[0]
    assert release_new_files(root) == ("rubrics/a.v2.toml",)
    assert sorted(list_released(root)) == ["rubrics/a.v1.toml", "rubrics/a.v2.toml"]
    assert not list_faults(root)


def test_nothing_is_released_while_a_released_file_is_changed(root: Path) -> None:
    (root / "rubrics" / "a.v1.toml").write_text('title = "B"', encoding="utf-8")
    with pytest.raises(BrokenInstrument, match=r"rubrics/a\.v1\.toml changed after its release"):
        release_new_files(root)
