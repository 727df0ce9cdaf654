"""What is forgotten is gone for good: from tables, journal, index, free pages, log and the copies beside."""

import shutil
from pathlib import Path

import pytest
from sqlalchemy import delete

from assessor.model import Participant, Remark, RosterEntry
from assessor.operations.change_details import get_change_details
from assessor.operations.histories import list_changes
from assessor.operations.participants import add_participant, list_participants, remove_participant
from assessor.operations.remarks import list_remarks, note_remark
from assessor.operations.roster import (
    RosterRow,
    count_roster,
    destroy_roster,
    enter_in_roster,
    forget_name,
    get_roster_entry,
    holds_names,
)
from assessor.operations.sittings import add_sitting
from assessor.store import Engagement
from assessor.store.backups import copy_aside, list_copies
from assessor.terms import CannotDo, Group, SittingKind

NAMES = ("Quillfeather Abernathy", "Zephyrine Oduya", "Ignatia Brambleworth")
CANARIES = [word for name in NAMES for word in name.split()] + ["canary.example"]
FORMS = ("utf-8", "utf-16-le", "utf-16-be")


def found_on_disk(folder: Path, words: list[str] = CANARIES) -> list[tuple[str, str]]:
    """The canaries in any file of a folder, in any writing."""
    return [
        (word, file.name)
        for file in sorted(folder.rglob("*"))
        if file.is_file()
        for word in words
        for form in FORMS
        if word.encode(form) in file.read_bytes()
    ]


@pytest.fixture
def people(engagement: Engagement) -> list[str]:
    """Three people on the roster, one of them renamed on the way."""
    found = [add_participant(engagement, Group.TCH) for _ in NAMES]
    for person, name in zip(found, NAMES, strict=True):
        enter_in_roster(engagement, person, name, f"{name.split()[0]}@canary.example")
    enter_in_roster(engagement, found[1], "Zephyrine Adeyemi-Oduya")
    return found


def test_a_roster_destroyed_leaves_no_byte_of_a_name(engagement: Engagement, people: list[str]) -> None:
    assert found_on_disk(engagement.path.parent)
    remove_participant(engagement, people[2])
    gone = destroy_roster(engagement)
    assert (gone.names, gone.copies_left) == (2, ())
    assert count_roster(engagement) == 0
    assert found_on_disk(engagement.path.parent) == []
    engagement.close()
    assert found_on_disk(engagement.path.parent) == []


def test_what_else_there_was_stays_and_is_found(engagement: Engagement, people: list[str]) -> None:
    sitting_id = add_sitting(engagement, SittingKind.FOCUS_GROUP, "Teachers")
    for number in range(50):
        note_remark(engagement, sitting_id, f"The binder is read by few, says number {number}.")
    destroy_roster(engagement)
    assert engagement.check_integrity() == []
    assert len(list_participants(engagement)) == 3
    assert len(engagement.search("binder", 100)) == 50
    note_remark(engagement, sitting_id, "The binder once more.")
    with engagement.change("Remove two") as session:
        session.execute(delete(Remark).where(Remark.position < 2))
    assert len(engagement.search("binder", 100)) == 49


def test_undo_cannot_bring_a_name_back_and_goes_on_with_what_was_done_before(
    engagement: Engagement, people: list[str]
) -> None:
    remove_participant(engagement, people[2])
    destroy_roster(engagement)
    assert engagement.can_undo() == "Remove participant"
    engagement.undo()
    assert len(list_participants(engagement)) == 3
    assert [get_roster_entry(engagement, person) for person in people] == [RosterRow("", "")] * 3
    assert engagement.can_undo() == "Add participant, teachers and staff"
    assert found_on_disk(engagement.path.parent) == []


def test_the_history_tells_that_the_roster_was_destroyed(engagement: Engagement, people: list[str]) -> None:
    destroy_roster(engagement)
    newest, *earlier = list_changes(engagement)
    assert (newest.sentence, newest.rows) == ("Destroy roster", 3)
    stories = sorted(get_change_details(engagement, newest.id).rows, key=lambda story: story.name)
    assert [(story.name, story.did.value, story.values[0].before) for story in stories] == [
        ("TCH-01", "removed", "TCH-01"),
        ("TCH-02", "removed", "TCH-02"),
        ("TCH-03", "removed", "TCH-03"),
    ]
    entered = [change for change in earlier if change.label == "Enter name in roster"]
    assert [change.rows for change in entered] == [0, 0, 0, 0]


def test_one_name_is_forgotten_and_the_others_stay(engagement: Engagement, people: list[str]) -> None:
    enter_in_roster(engagement, people[0], "Quill Abernathy")
    forget_name(engagement, people[0])
    assert get_roster_entry(engagement, people[0]) == RosterRow("", "")
    assert get_roster_entry(engagement, people[2]).name == NAMES[2]
    assert found_on_disk(engagement.path.parent, ["Quillfeather", "Abernathy"]) == []
    assert found_on_disk(engagement.path.parent, ["Brambleworth"])


def test_a_name_struck_before_goes_with_a_roster_that_is_empty(
    engagement: Engagement, people: list[str]
) -> None:
    for person in people:
        enter_in_roster(engagement, person, "")
    assert holds_names(engagement)
    assert destroy_roster(engagement).names == 0
    assert not holds_names(engagement)
    assert found_on_disk(engagement.path.parent) == []


@pytest.mark.parametrize("passphrase", [None, "open sesame"])
def test_copies_made_beside_the_file_forget_too(tmp_path: Path, passphrase: str | None) -> None:
    path = tmp_path / "Ridge.assessor"
    with Engagement.create(path, passphrase) as engagement:
        person = add_participant(engagement, Group.SRO)
        enter_in_roster(engagement, person, NAMES[0])
        with engagement.holding() as driver:
            copy = copy_aside(driver, path, "before-version-2")
        assert destroy_roster(engagement).copies_left == ()
    assert list_copies(path) == [copy]
    assert found_on_disk(tmp_path) == []
    with Engagement.open(copy, passphrase) as copied, copied.reading() as session:
        assert session.get(Participant, person) is not None
        assert session.query(RosterEntry).count() == 0
        assert copied.check_integrity() == []


def test_a_copy_that_does_not_open_is_told(tmp_path: Path) -> None:
    path = tmp_path / "Ridge.assessor"
    broken = tmp_path / "Ridge.before-version-2.20260101-120000.assessor"
    broken.write_bytes(b"no engagement" * 1000)
    (tmp_path / "Ridge.mine.assessor").write_bytes(b"somebody's own")
    with Engagement.create(path) as engagement:
        person = add_participant(engagement, Group.SRO)
        enter_in_roster(engagement, person, NAMES[0])
        assert destroy_roster(engagement).copies_left == (broken,)
        assert count_roster(engagement) == 0


def test_words_put_in_place_of_others_are_the_only_ones_left(engagement: Engagement) -> None:
    sitting_id = add_sitting(engagement, SittingKind.FOCUS_GROUP, "Teachers")
    remark = note_remark(engagement, sitting_id, "Ask Abernathy for the binder.")
    with engagement.change("Edit remark") as session:
        session.get_one(Remark, remark).text = "Ask Abernathy for the old binder."
    engagement.keep_draft("line 1", "4 Abernathy again")
    left = engagement.reword(
        "Put TCH-01 in place of a name",
        {"remark": ("text",)},
        lambda text: text.replace("Abernathy", "TCH-01"),
    )
    assert left == ()
    assert [row.text for row in list_remarks(engagement, sitting_id)] == ["Ask TCH-01 for the old binder."]
    assert engagement.get_draft("line 1") == "4 TCH-01 again"
    assert found_on_disk(engagement.path.parent, ["Abernathy"]) == []
    assert engagement.undo() == "Edit remark"
    assert [row.text for row in list_remarks(engagement, sitting_id)] == ["Ask TCH-01 for the binder."]
    assert len(engagement.search("TCH-01 binder")) == 1


def test_a_file_that_is_only_read_forgets_nothing(engagement: Engagement, people: list[str]) -> None:
    engagement.read_only = "Locked."
    with pytest.raises(Exception, match="Locked"):
        destroy_roster(engagement)
    engagement.read_only = ""
    assert count_roster(engagement) == 3


def test_nothing_is_begun_where_the_disk_has_no_room_for_it(
    engagement: Engagement, people: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    full = shutil.disk_usage(engagement.path.parent)._replace(free=1000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: full)
    with pytest.raises(CannotDo, match="nothing was changed"):
        destroy_roster(engagement)
    assert count_roster(engagement) == 3
    assert engagement.can_undo() == "Enter name in roster"
