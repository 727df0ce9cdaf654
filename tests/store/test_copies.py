"""An engagement goes out as JSON and comes back the same, with its history."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from assessor.model import Document, Goal, Objective, Site
from assessor.operations.evidence.tying import tie_remark
from assessor.operations.findings.drafting import draft_finding_from_remark
from assessor.operations.participants import add_participant
from assessor.operations.remarks import edit_remark, list_remarks, note_remark
from assessor.operations.safeguarding import note_concern, remove_concern, report_concern, set_remark_apart
from assessor.operations.sittings import add_sitting
from assessor.store import Engagement, copies
from assessor.store.copies import CannotImport
from assessor.terms import Group, SittingKind


def fill(engagement: Engagement) -> None:
    with engagement.change("Add goal") as session:
        goal = Goal(position=1, title="“One” agreement — ñ 😀")
        session.add(goal)
        session.flush()
        session.add(Objective(goal_id=goal.id, position=1, text="Sign it"))
        sha = engagement.keep_attachment(session, b"\x00\xffPDF", "application/pdf")
        session.add(Document(title="MOU", file_name="mou.pdf", format="pdf", attachment=sha))
    with engagement.change("Add site") as session:
        session.add(Site(name="Ridge"))
    engagement.undo()
    engagement.keep_draft("line", "typed so far")


def test_an_export_comes_back_as_an_engagement_that_exports_the_same_bytes(
    engagement: Engagement, tmp_path: Path
) -> None:
    fill(engagement)
    text = copies.dump(engagement)

    with copies.load(tmp_path / "copy.assessor", text) as copy:
        assert copies.dump(copy) == text
        assert copies.dump(engagement) == text
        assert copy.get_draft("line") == "typed so far"
        assert copy.search("sign")[0].table == "objective"
        assert copy.redo() == "Add site"
        with copy.reading() as session:
            sha = session.scalars(select(Document.attachment)).one()
        assert copy.read_attachment(sha) == b"\x00\xffPDF"


def test_an_imported_engagement_journals_what_follows(engagement: Engagement, tmp_path: Path) -> None:
    fill(engagement)
    with copies.load(tmp_path / "copy.assessor", copies.dump(engagement)) as copy:
        with copy.change("Add another") as session:
            session.add(Site(name="Oak"))
        assert copy.undo() == "Add another"


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda whole: [], "not an export of Assessor"),
        (lambda whole: whole | {"format": "other"}, "not an export of Assessor"),
        (lambda whole: whole | {"schema": 99}, "another version"),
        (lambda whole: whole | {"tables": whole["tables"] | {"virus": []}}, "does not know: virus"),
        (lambda whole: whole | {"tables": whole["tables"] | {"goal": []}}, "incomplete"),
        (lambda whole: whole | {"tables": whole["tables"] | {"site": [{"id": "x"}]}}, "other columns"),
    ],
)
def test_a_spoiled_export_is_refused_and_leaves_no_file(
    engagement: Engagement, tmp_path: Path, spoil: object, said: str
) -> None:
    fill(engagement)
    whole = spoil(json.loads(copies.dump(engagement)))  # type: ignore[operator]

    with pytest.raises(CannotImport, match=said):
        copies.load(tmp_path / "copy.assessor", json.dumps(whole))
    assert not (tmp_path / "copy.assessor").exists()


def test_a_file_that_is_no_json_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotImport, match="not an export of Assessor"):
        copies.load(tmp_path / "copy.assessor", "nonsense")


def test_concerns_are_left_out_with_all_that_tells_of_them(engagement: Engagement, tmp_path: Path) -> None:
    sitting_id = add_sitting(engagement, SittingKind.FOCUS_GROUP, "Students")
    speaker = add_participant(engagement, Group.STU)
    kept = note_remark(engagement, sitting_id, "The hall is loud.", speakers=[speaker])
    became = note_remark(engagement, sitting_id, "Zugzwang was said first.", speakers=[speaker])
    edit_remark(engagement, became, text="Zugzwang was said.")
    finding = draft_finding_from_remark(engagement, kept)
    tie_remark(engagement, finding, became)
    set_remark_apart(engagement, became)
    removed = note_concern(engagement, sitting_id, "Zugzwang once more.", said_at=datetime.now(UTC))
    remove_concern(engagement, removed)
    report_concern(engagement, became, "Zugzwang hotline")
    for typed in ("!!Zugzwang typed", "4+5 !! Zugzwang typed"):
        engagement.keep_draft(f"line {typed}", f"2026-11-12T10:00:00+00:00! {typed}")
    engagement.keep_draft("line open", "2026-11-12T10:00:00+00:00 4 The hall!!")

    text = copies.dump(engagement)
    assert "Zugzwang" not in text
    assert "Set a concern apart" not in text
    assert became not in text
    assert "The hall!!" in text
    with copies.load(tmp_path / "copy.assessor", text) as copy:
        assert copies.dump(copy) == text
        assert copy.check_integrity() == []
        assert [row.text for row in list_remarks(copy, sitting_id)] == ["The hall is loud."]
        assert copy.undo() == "Draft finding from remark"
        assert copy.undo() == "Note remark"
        assert list_remarks(copy, sitting_id) == []
