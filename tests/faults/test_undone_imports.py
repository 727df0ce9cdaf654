"""Whatever is brought in from outside is one change, and undo leaves the file as if it had never come."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.operations.survey_specimens import write_wave

from assessor.operations.clients import begin_engagement, edit_client
from assessor.operations.document_imports import import_document
from assessor.operations.remarks import note_remark
from assessor.operations.sittings import add_sitting
from assessor.operations.surveys.survey_imports import import_survey
from assessor.operations.transcripts import import_transcript
from assessor.progress import Work, finish
from assessor.store import Engagement, copies
from assessor.terms import SittingKind

Bringing = Callable[[Engagement, Path], Work[object]]
CAPTIONS = "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nJo Fen: The binder is never read.\n"


def bring_survey(engagement: Engagement, folder: Path) -> Work[object]:
    return import_survey(engagement, write_wave(folder / "wave.csv"))


def bring_document(engagement: Engagement, folder: Path) -> Work[object]:
    file = folder / "policy.txt"
    file.write_text("Officers are called for emergencies. " * 400, encoding="utf-8")
    return import_document(engagement, file)


def bring_transcript(engagement: Engagement, folder: Path) -> Work[object]:
    file = folder / "talk.vtt"
    file.write_text(CAPTIONS, encoding="utf-8")
    return import_transcript(engagement, file)


BRINGING = [bring_survey, bring_document, bring_transcript]


def content(engagement: Engagement) -> dict[str, object]:
    """Every row but those of the journal, and the files that undo keeps so that redo finds them."""
    tables = json.loads(copies.dump(engagement))["tables"]
    return {name: rows for name, rows in tables.items() if name not in {"change", "row_change", "attachment"}}


@pytest.fixture
def begun(engagement: Engagement) -> Engagement:
    begin_engagement(engagement, "Larkfield Unified", "2026–27")
    sitting = add_sitting(engagement, SittingKind.INTERVIEW, "Before")
    note_remark(engagement, sitting, "Said before anything was brought in")
    return engagement


@pytest.mark.parametrize("bring", BRINGING)
def test_an_import_is_undone_and_made_again_whole(begun: Engagement, tmp_path: Path, bring: Bringing) -> None:
    before = content(begun)
    finish(bring(begun, tmp_path))
    after = content(begun)
    assert after != before
    for _ in range(3):
        begun.undo()
        assert content(begun) == before
        begun.redo()
        assert content(begun) == after
    assert begun.check_integrity() == []


@pytest.mark.parametrize("bring", BRINGING)
def test_an_import_is_undone_after_the_program_was_closed(tmp_path: Path, bring: Bringing) -> None:
    path = tmp_path / "closed.assessor"
    with Engagement.create(path) as engagement:
        begin_engagement(engagement, "Larkfield Unified", "2026–27")
        before = content(engagement)
        finish(bring(engagement, tmp_path))
        edit_client(engagement, state="Ohio")
    with Engagement.open(path) as again:
        assert again.undo() == "Edit client"
        again.undo()
        assert content(again) == before
        for word in ("binder", "emergencies"):
            assert again.search(word) == []


@pytest.mark.parametrize("bring", BRINGING)
def test_an_import_that_is_given_up_midway_leaves_nothing(
    begun: Engagement, tmp_path: Path, bring: Bringing
) -> None:
    before, label = copies.dump(begun), begun.can_undo()
    work = bring(begun, tmp_path)
    next(work)
    work.close()
    assert copies.dump(begun) == before
    assert begun.can_undo() == label
