"""An export is a whole file or none, and nothing is left beside it."""

from pathlib import Path

import pytest

from assessor.operations.clients import add_site
from assessor.operations.exports import export_engagement
from assessor.progress import finish
from assessor.store import Engagement, copies
from assessor.terms import CannotDo


def test_the_export_is_what_the_store_dumps(engagement: Engagement, tmp_path: Path) -> None:
    add_site(engagement, "Ridge Middle")
    target = finish(export_engagement(engagement, tmp_path / "out.json"))
    assert target.read_text("utf-8") == copies.dump(engagement)


def test_a_place_that_cannot_be_written_leaves_what_was_there(engagement: Engagement, tmp_path: Path) -> None:
    with pytest.raises(CannotDo, match="Choose another place"):
        finish(export_engagement(engagement, tmp_path / "no folder" / "out.json"))
    assert not (tmp_path / "no folder").exists()


def test_cancelling_leaves_nothing_behind(engagement: Engagement, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    work = export_engagement(engagement, tmp_path / "out.json")
    next(work)
    work.close()
    assert sorted(tmp_path.iterdir()) == before
