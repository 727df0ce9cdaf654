"""An engagement well into its plan, in a window, for the screens of implementing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from tests.ui.followed import Followed, FollowedFile


@pytest.fixture(scope="session")
def followed_file(tmp_path_factory: pytest.TempPathFactory) -> FollowedFile:
    """What there is to follow on TODAY, written once."""
    return FollowedFile.write(tmp_path_factory.mktemp("followed") / "followed.assessor")


@pytest.fixture
def followed(qapp: QApplication, followed_file: FollowedFile, tmp_path: Path) -> Iterator[Followed]:
    """A copy of it in a window."""
    with followed_file.opened(tmp_path) as opened:
        yield opened
