"""An engagement goes out as JSON and comes back the same, with its history."""

import json
from pathlib import Path

import pytest
from sqlalchemy import select

from assessor.model import Document, Goal, Objective, Site
from assessor.store import Engagement, copies
from assessor.store.copies import CannotImport


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
