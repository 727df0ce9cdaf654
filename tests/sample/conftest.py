"""The sample, built once for the tests that only look at it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from assessor.progress import finish
from assessor.sample import make_sample
from assessor.store import Engagement


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a sample engagement; nobody writes to it."""
    path = tmp_path_factory.mktemp("sample") / "larkfield.assessor"
    finish(make_sample(path))
    return path


@pytest.fixture(scope="session")
def sample(built: Path) -> Iterator[Engagement]:
    """The sample engagement, open; look and do not touch."""
    with Engagement.open(built) as engagement:
        yield engagement


@pytest.fixture
def own_sample(built: Path, tmp_path: Path) -> Iterator[Engagement]:
    """A copy of the sample engagement that a test may change."""
    path = tmp_path / "own.assessor"
    shutil.copy(built, path)
    with Engagement.open(path) as engagement:
        yield engagement
