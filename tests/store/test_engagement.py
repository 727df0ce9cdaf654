"""The engagement file: changes, refusal, undo and redo, history and listeners."""

from pathlib import Path

import pytest
from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from assessor.model import Change, Finding, Remark, RowChange, Site, Sitting
from assessor.store import CannotUndo, Engagement
from assessor.terms import FindingKind, SittingKind


def add_site(engagement: Engagement, name: str = "Ridge Middle") -> str:
    with engagement.change(f"Add {name}") as session:
        site = Site(name=name)
        session.add(site)
        session.flush()
        return site.id


def site_names(engagement: Engagement) -> list[str]:
    with engagement.reading() as session:
        return sorted(session.scalars(select(Site.name)))


def test_a_write_outside_a_change_is_refused_by_the_file(engagement: Engagement) -> None:
    add_site(engagement)
    with engagement.reading() as session:
        session.add(Site(name="Smuggled"))
        with pytest.raises(IntegrityError, match=r"row_change\.change_id"):
            session.commit()

    assert site_names(engagement) == ["Ridge Middle"]


def test_bulk_updates_and_deletes_outside_a_change_are_refused_too(engagement: Engagement) -> None:
    add_site(engagement)
    for statement in (delete(Site), Site.__table__.update().values(name="Other")):
        with engagement.reading() as session:
            with pytest.raises(IntegrityError):
                session.execute(statement)
            session.rollback()

    assert site_names(engagement) == ["Ridge Middle"]


def test_a_change_inside_a_change_is_refused_at_once(engagement: Engagement) -> None:
    with (
        engagement.change("Outer"),
        pytest.raises(RuntimeError, match="begun inside another"),
        engagement.change("Inner"),
    ):
        pass


def test_a_lookup_inside_a_change_is_refused(engagement: Engagement) -> None:
    with engagement.change("Outer"), pytest.raises(RuntimeError, match="own session"), engagement.reading():
        pass


def test_a_change_that_raises_leaves_no_trace(engagement: Engagement) -> None:
    def fail() -> None:
        with engagement.change("Fail") as session:
            session.add(Site(name="Gone"))
            session.flush()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()

    with engagement.reading() as session:
        assert session.scalars(select(Change.label)).all() == []
    assert site_names(engagement) == []


def test_a_change_that_writes_nothing_is_not_in_the_history(engagement: Engagement) -> None:
    with engagement.change("Nothing"):
        pass

    assert engagement.can_undo() is None


def test_undo_and_redo_say_what_they_took_back(engagement: Engagement) -> None:
    add_site(engagement, "One")
    add_site(engagement, "Two")

    assert engagement.undo() == "Add Two"
    assert site_names(engagement) == ["One"]
    assert engagement.can_redo() == "Add Two"
    assert engagement.redo() == "Add Two"
    assert site_names(engagement) == ["One", "Two"]


def test_undo_works_after_the_file_was_closed_and_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.assessor"
    with Engagement.create(path) as engagement:
        add_site(engagement, "One")
        add_site(engagement, "Two")
        engagement.undo()
    with Engagement.open(path) as engagement:
        assert engagement.can_redo() == "Add Two"
        assert engagement.undo() == "Add One"
        assert site_names(engagement) == []


def test_a_new_change_ends_what_could_be_redone(engagement: Engagement) -> None:
    add_site(engagement, "One")
    engagement.undo()
    add_site(engagement, "Two")

    assert engagement.can_redo() is None
    with pytest.raises(CannotUndo, match="nothing to redo"):
        engagement.redo()


def test_undoing_a_removal_brings_back_what_the_row_owned(engagement: Engagement) -> None:
    with engagement.change("Add interview") as session:
        sitting = Sitting(kind=SittingKind.INTERVIEW, title="Principal")
        session.add(sitting)
        session.flush()
        session.add_all(
            Remark(sitting_id=sitting.id, position=n, said_at=engagement_moment(), text=f"Line {n}")
            for n in range(3)
        )
    with engagement.change("Remove interview") as session:
        session.execute(delete(Sitting))
    with engagement.reading() as session:
        assert session.scalars(select(Remark.text)).all() == []

    engagement.undo()

    with engagement.reading() as session:
        assert sorted(session.scalars(select(Remark.text))) == ["Line 0", "Line 1", "Line 2"]


def test_undo_is_refused_when_something_new_rests_on_what_would_go(engagement: Engagement) -> None:
    with engagement.change("Add interview") as session:
        sitting = Sitting(kind=SittingKind.INTERVIEW, title="Principal")
        session.add(sitting)
        session.flush()
        sitting_id = sitting.id
    with engagement.change("Note remark") as session:
        session.add(Remark(sitting_id=sitting_id, position=0, said_at=engagement_moment(), text="Line"))
    first = engagement._stack().done[0]
    engagement._stack().done.append(first)

    with pytest.raises(CannotUndo, match="rests on it"):
        engagement.undo()
    with engagement.reading() as session:
        assert session.scalars(select(Remark.text)).all() == ["Line"]


def test_undo_is_refused_when_a_row_was_changed_again_since(engagement: Engagement) -> None:
    site_id = add_site(engagement)
    for name in ("Second", "Third"):
        with engagement.change(f"Rename to {name}") as session:
            session.get(Site, site_id).name = name  # type: ignore[union-attr]
    stack = engagement._stack().done
    stack.pop()

    with pytest.raises(CannotUndo, match="changed again since"):
        engagement.undo()
    assert site_names(engagement) == ["Third"]


def test_an_update_to_the_same_value_is_not_journaled(engagement: Engagement) -> None:
    site_id = add_site(engagement)
    with engagement.change("Rename") as session:
        session.execute(Site.__table__.update().values(name="Ridge Middle").where(Site.id == site_id))

    assert engagement.can_undo() == "Add Ridge Middle"


def test_a_lasting_change_is_in_the_history_and_not_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "a.assessor"
    with Engagement.create(path) as engagement:
        with engagement.change("Begin", is_lasting=True) as session:
            session.add(Site(name="Ridge"))
        assert engagement.can_undo() is None
        add_site(engagement, "Oak")
        assert engagement.undo() == "Add Oak"
        assert engagement.can_undo() is None
    with Engagement.open(path) as engagement:
        assert engagement.can_undo() is None
        assert engagement.redo() == "Add Oak"
        assert site_names(engagement) == ["Oak", "Ridge"]


def test_closing_twice_is_closing_once(tmp_path: Path) -> None:
    engagement = Engagement.create(tmp_path / "a.assessor")
    engagement.close()
    engagement.close()


def test_listeners_hear_which_tables_were_touched_by_changes_undo_and_redo(engagement: Engagement) -> None:
    heard: list[frozenset[str]] = []
    stop = engagement.listen(heard.append)
    add_site(engagement)
    engagement.undo()
    engagement.redo()
    stop()
    add_site(engagement, "Unheard")

    assert heard == [frozenset({"site"})] * 3


def test_every_change_keeps_its_rows_before_and_after(engagement: Engagement) -> None:
    site_id = add_site(engagement)
    with engagement.change("Rename") as session:
        session.get(Site, site_id).name = "Oak"  # type: ignore[union-attr]
    with engagement.reading() as session:
        rows = session.scalars(select(RowChange).order_by(RowChange.number)).all()

    assert [(row.table_name, row.before is None, row.after is None) for row in rows] == [
        ("site", True, False),
        ("site", False, False),
    ]
    assert '"Ridge Middle"' in str(rows[1].before)
    assert '"Oak"' in str(rows[1].after)


def test_a_read_only_engagement_says_why_nothing_can_be_changed(engagement: Engagement) -> None:
    engagement.read_only = "It is kept for the records."
    with pytest.raises(Exception, match="kept for the records"):
        add_site(engagement)


def test_the_line_being_typed_is_kept_and_dropped(engagement: Engagement) -> None:
    engagement.keep_draft("sitting-1", "4 I send the stu")
    engagement.keep_draft("sitting-1", "4 I send the student")

    assert engagement.get_draft("sitting-1") == "4 I send the student"
    engagement.keep_draft("sitting-1", "")
    assert engagement.get_draft("sitting-1") == ""


def test_search_finds_words_in_findings_and_follows_edits_and_undo(engagement: Engagement) -> None:
    with engagement.change("Add finding") as session:
        finding = Finding(number=1, kind=FindingKind.BARRIER, title="Staff call the SRO", statement="A café")
        session.add(finding)
        session.flush()
        finding_id = finding.id

    assert [hit.row_id for hit in engagement.search("cafe sta")] == [finding_id]
    with engagement.change("Edit finding") as session:
        session.get(Finding, finding_id).title = "Nobody answers"  # type: ignore[union-attr]
    assert engagement.search("staff") == []
    engagement.undo()
    assert engagement.search("staff")[0].table == "finding"


@pytest.mark.parametrize(
    "typed", ['"', "NEAR(", "*", "a AND", "(", "text:x", "^", "-", "", "\x00", "'; DROP"]
)
def test_search_takes_what_is_typed_literally(engagement: Engagement, typed: str) -> None:
    add_site(engagement)

    assert engagement.search(typed) == []


def engagement_moment():  # type: ignore[no-untyped-def]
    from datetime import UTC, datetime

    return datetime(2026, 11, 12, 10, 24, tzinfo=UTC)


def test_an_error_of_the_file_tells_nothing_of_what_was_being_written(engagement: Engagement) -> None:
    with pytest.raises(IntegrityError) as caught, engagement.change("Add remark") as session:
        session.add(Remark(sitting_id=None, text="What a student said"))
    assert "remark" in str(caught.value)
    assert "student said" not in str(caught.value)
