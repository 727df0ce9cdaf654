"""What tests of every layer share: a fresh engagement in a temporary folder."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from assessor.store import Engagement


@pytest.fixture
def engagement(tmp_path: Path) -> Iterator[Engagement]:
    """An empty engagement, closed at the end."""
    with Engagement.create(tmp_path / "test.assessor") as fresh:
        yield fresh


@pytest.fixture(scope="session")
def samples() -> Path:
    """The real files of other tools, where the shared folder lies beside the checkout."""
    folder = Path(__file__).resolve().parents[2] / "shared" / "samples"
    if not folder.is_dir():
        pytest.skip("the shared samples are not beside this checkout")
    return folder
