"""The command line as a person meets it: real processes, one sentence for what can be mended, exit codes."""

import hashlib
import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest

from assessor.operations import documents, evidence, findings, goals, remarks, sittings
from assessor.operations.clients import get_client, list_cycles
from assessor.operations.school_years import school_year
from assessor.operations.surveys import survey_waves
from assessor.store import Engagement
from assessor.terms import FindingKind, Group

SURVEY = "Group,I know when to call the SRO.\n" + "Teacher,Agree\n" * 8 + "Teacher,Disagree\n" * 6
AGREEMENT = "# Agreement\n\nThe officer does not enforce school rules.\n"
TALK = (
    "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ann>We call and they come.\n\n"
    "00:05.000 --> 00:08.000\n<v Bo>I agree.\n"
)


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str


def assessor(*words: object) -> Ended:
    """Run the program as a person does."""
    done = subprocess.run(
        [sys.executable, "-m", "assessor", *map(str, words)], capture_output=True, text=True, check=False
    )
    return Ended(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A new engagement, made by the command."""
    made = tmp_path / "larkfield.assessor"
    assert assessor("new", made, "--client", "Larkfield Unified").code == 0
    return made


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str, str], Path]:
    """Writes a small file."""

    def write(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_new_engagement_has_its_client_and_the_school_year(file: Path) -> None:
    with Engagement.open(file) as engagement:
        cycle = list_cycles(engagement)[0]
        assert get_client(engagement).name == "Larkfield Unified"
        assert cycle.started_on is not None
        assert cycle.label == school_year(cycle.started_on)


def test_help_names_every_command() -> None:
    ended = assessor("--help")
    assert ended.code == 0
    for command in ("sample", "new", "import", "report", "check", "history", "export"):
        assert command in ended.out


def test_the_version_is_told() -> None:
    assert assessor("--version").out.startswith("Assessor ")


@pytest.mark.parametrize(
    "words",
    [
        ("new",),
        ("new", "a.assessor"),
        ("report", "a.assessor", "--kind", "poem", "--out", "a.pdf"),
        ("import",),
        ("import", "song", "a.assessor", "b"),
        ("export", "a.assessor"),
        ("check", "a.assessor", "b.assessor"),
        ("--no-such-option",),
        ("a.assessor", "b.assessor"),
    ],
)
def test_what_is_not_understood_ends_with_2(words: tuple[str, ...]) -> None:
    ended = assessor(*words)
    assert ended.code == 2
    assert ended.err
    assert "Traceback" not in ended.err


def test_a_survey_a_document_and_a_transcript_are_brought_in(
    file: Path, written: Callable[[str, str], Path]
) -> None:
    survey = assessor("import", "survey", file, written("answers.csv", SURVEY), "--title", "Wave 1")
    document = assessor("import", "document", file, written("agreement.md", AGREEMENT), "--title", "MOU")
    transcript = assessor("import", "transcript", file, written("talk.vtt", TALK), "--title", "Teachers")
    assert (survey.code, document.code, transcript.code) == (0, 0, 0)
    assert survey.out.startswith("answers.csv: 14 answers to ")
    assert document.out == "agreement.md: 9 words on 1 page brought in.\n"
    assert transcript.out == "talk.vtt: 2 remarks of 2 speakers brought in.\n"
    with Engagement.open(file) as engagement:
        assert [wave.title for wave in survey_waves.list_waves(engagement)] == ["Wave 1"]
        assert [row.title for row in documents.list_documents(engagement)] == ["MOU"]
        assert [row.title for row in sittings.list_sittings(engagement)] == ["Teachers"]
    history = assessor("history", file)
    assert history.code == 0
    assert len(history.out.splitlines()) == 4
    assert "Begin engagement" in history.out.splitlines()[-1]


def test_the_plan_is_printed(file: Path, tmp_path: Path) -> None:
    target = tmp_path / "plan.pdf"
    ended = assessor("report", file, "--kind", "strategic-plan", "--out", target)
    assert (ended.code, ended.err) == (0, "")
    assert len(pypdfium2.PdfDocument(target)) >= 2


def test_the_record_of_a_session_is_printed_by_its_code(
    file: Path, tmp_path: Path, written: Callable[[str, str], Path]
) -> None:
    target = tmp_path / "record.pdf"
    talk = written("talk.vtt", TALK)
    assert assessor("import", "transcript", file, talk, "--group", "TCH").code == 0
    with Engagement.open(file) as engagement:
        (sitting,) = sittings.list_sittings(engagement)
    asked = ("report", file, "--kind", "session-record", "--out", target)
    ended = assessor(*asked, "--session", sitting.code)
    assert (ended.code, ended.out) == (0, f"{target} holds the record of {sitting.code}.\n")
    assert len(pypdfium2.PdfDocument(target)) == 1

    unknown = assessor(*asked, "--session", "X1")
    assert (unknown.code, unknown.err) == (
        1,
        f"No session has the code X1. Known codes: {sitting.code}.\n",
    )
    assert "Say which session" in assessor(*asked).err


def test_what_to_look_at_in_the_plan_is_said_beside_it(tmp_path: Path) -> None:
    file, target = tmp_path / "owl.assessor", tmp_path / "plan.pdf"
    assert assessor("new", file, "--client", "Larkfield \N{OWL}").code == 0
    ended = assessor("report", file, "--kind", "strategic-plan", "--out", target)
    assert ended.code == 0
    assert "The plan’s type has no owl" in ended.err
    assert target.exists()


def test_checking_tells_loose_ends_and_ends_with_1_while_a_required_one_stands(file: Path) -> None:
    sound = assessor("check", file)
    assert (sound.code, sound.out) == (0, "The file is whole. 0 required rules broken, 0 worth a look.\n")
    with Engagement.open(file) as engagement:
        goals.add_goal(engagement, "Reliable communication")
    loose = assessor("check", file)
    assert loose.code == 1
    assert "G5 required: Goal “Reliable communication” answers no finding." in loose.out


def test_an_engagement_exported_and_imported_exports_the_same_bytes(
    file: Path, tmp_path: Path, written: Callable[[str, str], Path]
) -> None:
    assessor("import", "document", file, written("agreement.md", AGREEMENT))
    first, second, copy = (tmp_path / name for name in ("1.json", "2.json", "copy.assessor"))
    exported = assessor("export", file, "--json", first)
    assert exported.code == 0
    assert "in plain text: keep it safe" in exported.out
    assert assessor("import", "engagement", copy, first).code == 0
    assert assessor("export", copy, "--json", second).code == 0
    assert first.read_bytes() == second.read_bytes()
    assert json.loads(first.read_text("utf-8"))["format"] == "assessor-engagement"


def test_an_encrypted_engagement_opens_with_the_passphrase_in_a_file(
    tmp_path: Path, written: Callable[[str, str], Path]
) -> None:
    right, wrong = written("right.txt", "correct horse\n"), written("wrong.txt", "battery staple\n")
    made = tmp_path / "secret.assessor"
    assert assessor("new", made, "--client", "Larkfield", "--passphrase-file", right).code == 0
    assert b"SQLite format 3" not in made.read_bytes()[:32]
    assert assessor("check", made, "--passphrase-file", right).code == 0
    before = digest(made)
    for words in ((), ("--passphrase-file", wrong)):
        ended = assessor("history", made, *words)
        assert ended.code == 1
        assert len(ended.err.splitlines()) == 1
    assert digest(made) == before


def test_a_bundle_starts_its_own_children_by_words(
    tmp_path: Path, written: Callable[[str, str], Path]
) -> None:
    target = tmp_path / "page.pdf"
    html = '<html lang="en"><head><title>A</title></head><body><h1>A</h1></body></html>'
    printed = subprocess.run(
        [sys.executable, "-m", "assessor", "print-pdf", target, "--identifier", "1"],
        input=html.encode(),
        capture_output=True,
        check=True,
    )
    assert json.loads(printed.stdout.splitlines()[-1])["pages"] == 1
    assert target.read_bytes().startswith(b"%PDF")
    order = json.dumps(
        {
            "kind": "document",
            "limits": {"seconds": 20, "memory_mb": 512, "file_mb": 64},
            "encoding": None,
            "choices": None,
        }
    )
    read = assessor("read-file", order, written("agreement.md", AGREEMENT))
    assert (read.code, read.out.splitlines()[0]) == (0, "ok")
    assert "does not enforce school rules" in read.out


def test_real_files_of_other_tools_lead_to_a_printed_plan(samples: Path, file: Path, tmp_path: Path) -> None:
    """Two real surveys, a law, a federal PDF, a real transcript; a finding tied to them; a plan on paper."""
    brought = [
        ("survey", "survey/surveymonkey/sm_starwars_2header_latin1.csv", "--group", "PAR"),
        ("survey", "survey/google_forms/gforms_candy2015_first400.csv", "--group", "TCH"),
        ("document", "policy/wa_hb1214_2021_sro_agreements.md"),
        ("document", "policy/crdc_2021_22_definitions.pdf"),
        ("transcript", "transcripts/zoom_meeting001_transcript.vtt"),
    ]
    said = []
    for kind, name, *more in brought:
        ended = assessor("import", kind, file, samples / name, *more)
        assert (ended.code, ended.err) == (0, ""), name
        said.append(ended.out)
    assert said[0].startswith("sm_starwars_2header_latin1.csv: 1186 answers to ")
    assert said[1].startswith("gforms_candy2015_first400.csv: 400 answers to ")
    assert " on 23 pages brought in" in said[3]
    assert said[4] == "zoom_meeting001_transcript.vtt: 300 remarks of 5 speakers brought in.\n"
    title = tie_a_finding(file)
    assert assessor("check", file).code in (0, 1)
    target = tmp_path / "plan.pdf"
    assert assessor("report", file, "--kind", "strategic-plan", "--out", target).code == 0
    pages = pypdfium2.PdfDocument(target)
    text = " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pages)
    assert title in text


def tie_a_finding(file: Path) -> str:
    """Tie a remark, a passage and a survey result of the files brought in to one finding; its title."""
    title = "Agreements say who decides, and few know it"
    with Engagement.open(file) as engagement:
        finding = findings.add_finding(engagement, FindingKind.BARRIER, title)
        sitting = sittings.list_sittings(engagement)[0].id
        evidence.tie_remark(engagement, finding, remarks.list_remarks(engagement, sitting)[0].id)
        law = next(row for row in documents.list_documents(engagement) if row.format == "md")
        passage = documents.mark_passage(engagement, law.id, 1, 0, 40)
        evidence.tie_passage(engagement, finding, passage)
        wave = next(wave for wave in survey_waves.list_waves(engagement) if wave.answers > 1000)
        question = survey_waves.list_questions(engagement, wave.id)[0].code
        evidence.tie_survey_result(engagement, finding, wave.id, question, Group.PAR)
        findings.verify_finding(engagement, finding)
    return title
