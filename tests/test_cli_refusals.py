"""What the command line refuses: one sentence each, and nothing changed."""

from pathlib import Path

import pytest
from tests.test_cli import SURVEY, assessor, digest


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A new engagement, made by the command."""
    made = tmp_path / "larkfield.assessor"
    assert assessor("new", made, "--client", "Larkfield Unified").code == 0
    return made


def bad_inputs(folder: Path, file: Path) -> dict[str, tuple[tuple[object, ...], str]]:
    """Commands that cannot be done, and what they say."""
    (folder / "empty.csv").write_text("")
    (folder / "talk.srt").write_text("1\n00:00:07,000 --> 00:00:1x\ntext\n")
    (folder / "no.pdf").write_bytes(b"%PDF-1.7 broken")
    (folder / "blank.txt").write_text("")
    (folder / "other.json").write_text('{"format": "something"}')
    (folder / "notes.assessor").write_text("Something else")
    (folder / "answers.csv").write_text(SURVEY)
    new = folder / "new.assessor"
    return {
        "there already": (("new", file, "--client", "X"), "already exists"),
        "no client": (("new", new, "--client", " "), "A client needs a name"),
        "no such file": (("history", folder / "gone.assessor"), "gone.assessor"),
        "no engagement": (("check", folder / "notes.assessor"), "not an Assessor engagement"),
        "empty survey": (("import", "survey", file, folder / "empty.csv"), "empty.csv"),
        "no such group": (
            ("import", "survey", file, folder / "answers.csv", "--group", "COW"),
            "COW is no group. Use one of SRO ADM TCH STU PAR PRT SUP.",
        ),
        "broken transcript": (("import", "transcript", file, folder / "talk.srt"), "talk.srt"),
        "broken document": (("import", "document", file, folder / "no.pdf"), "no.pdf"),
        "missing document": (("import", "document", file, folder / "gone.pdf"), "it is not there"),
        "a folder": (("import", "document", file, folder), "it is a folder"),
        "not an export": (("import", "engagement", new, folder / "other.json"), "not an export of Assessor"),
        "no place": (("export", file, "--json", folder / "no" / "a.json"), "cannot be written"),
        "no paper": (
            ("report", file, "--kind", "strategic-plan", "--out", folder / "no" / "a.pdf"),
            "a.pdf could not be written",
        ),
        "no passphrase": (("check", file, "--passphrase-file", folder / "blank.txt"), "blank.txt is empty"),
        "no passphrase file": (("check", file, "--passphrase-file", folder / "gone.txt"), "cannot be read"),
    }


def test_what_cannot_be_done_is_said_in_one_sentence_and_changes_nothing(file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "bad"
    folder.mkdir()
    commands = bad_inputs(folder, file)
    before, names = digest(file), sorted(folder.iterdir())
    for name, (words, said) in commands.items():
        ended = assessor(*words)
        assert (name, ended.code, ended.out) == (name, 1, "")
        assert said in ended.err, name
        assert len(ended.err.splitlines()) == 1, name
        assert ended.err.rstrip().endswith("."), name
    assert digest(file) == before
    assert sorted(folder.iterdir()) == names
