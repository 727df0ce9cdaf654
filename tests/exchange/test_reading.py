"""Foreign files are read in a child that cannot hang, swell, crash or reach out of itself."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from assessor.exchange.reading import (
    Limits,
    UnreadableFile,
    read_document_file,
    read_survey_file,
    read_transcript_file,
)
from assessor.exchange.survey_tables import TableChoices
from assessor.progress import Progress, finish
from assessor.terms import CannotDo


def test_a_document_comes_back_from_the_child(tmp_path: Path, pdf: Callable[..., bytes]) -> None:
    path = tmp_path / "mou – ñ.pdf"
    path.write_bytes(pdf("The SRO", "shall"))
    document = finish(read_document_file(path))
    assert [page.text.strip() for page in document.pages] == ["The SRO", "shall"]


def test_a_transcript_comes_back_from_the_child(tmp_path: Path) -> None:
    path = tmp_path / "meeting.vtt"
    path.write_text("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Grüße 👮\n", encoding="utf-8")
    transcript = finish(read_transcript_file(path))
    assert (transcript.utterances[0].speaker, transcript.utterances[0].text) == ("Ann", "Grüße 👮")


def test_a_survey_comes_back_from_the_child_as_chosen(tmp_path: Path) -> None:
    path = tmp_path / "survey.csv"
    path.write_bytes("Q1;Q2\nc\u00e9,2\n".encode("mac-roman"))
    table = finish(read_survey_file(path, TableChoices(encoding="mac-roman", delimiter=",")))
    assert (table.rows, table.delimiter) == ((("c\u00e9", "2"),), ",")


def test_reading_yields_progress(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("words", encoding="utf-8")
    steps = list(read_document_file(path))
    assert all(isinstance(step, Progress) for step in steps)


def test_the_one_clear_sentence_crosses_over(tmp_path: Path) -> None:
    path = tmp_path / "talk.srt"
    path.write_text("1\n00:00:07,000 --> 00:00:1x\ntext\n", encoding="utf-8")
    with pytest.raises(UnreadableFile, match=r"^“talk.srt” cannot be read: line 2 has the times “00:00:07"):
        finish(read_transcript_file(path))
    assert issubclass(UnreadableFile, CannotDo)


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda path: None, "it is not there"),
        (lambda path: path.mkdir(), "it is a folder"),
        (lambda path: path.touch(), "it is empty"),
        (lambda path: path.write_bytes(b"x" * 2_000_000), "larger than 1 MB"),
        (lambda path: path.symlink_to(path), "cannot be opened"),
    ],
)
def test_what_is_no_file_to_read_is_named(
    tmp_path: Path, make: Callable[[Path], object], sentence: str
) -> None:
    path = tmp_path / "x.txt"
    make(path)
    with pytest.raises(UnreadableFile, match=f"“x.txt” cannot be read: .*{sentence}"):
        finish(read_document_file(path, limits=Limits(file_mb=1)))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="only where pipes have names")
def test_a_pipe_does_not_hang_the_program(tmp_path: Path) -> None:
    path = tmp_path / "pipe.csv"
    os.mkfifo(path)
    with pytest.raises(UnreadableFile, match="no ordinary file"):
        finish(read_survey_file(path))


def wide_survey(path: Path) -> Path:
    row = ",".join(str(number) for number in range(1000))
    path.write_text("\n".join([row] * 3000), encoding="utf-8")
    return path


def test_a_child_that_takes_too_long_is_cut_off(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"takes longer than 0.2 seconds"):
        finish(read_survey_file(wide_survey(tmp_path / "wide.csv"), limits=Limits(seconds=0.2)))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits a process's memory")
def test_a_child_that_needs_too_much_memory_is_stopped(tmp_path: Path) -> None:
    path = tmp_path / "all different.csv"
    rows = (",".join(f"{row}.{place}" for place in range(500)) for row in range(3000))
    path.write_text("\n".join(rows), encoding="utf-8")
    with pytest.raises(UnreadableFile, match="needs more than 150 MB of memory"):
        finish(read_survey_file(path, limits=Limits(memory_mb=150)))


def test_a_large_table_tells_how_far_it_is_read(tmp_path: Path) -> None:
    told = {step.done for step in read_survey_file(wide_survey(tmp_path / "wide.csv")) if step.total > 1}
    assert len(told) > 2


on_linux = pytest.mark.skipif(sys.platform != "linux", reason="finds its children in /proc")


def children() -> set[int]:
    """The process numbers of our children that read files."""
    listed = " ".join(path.read_text() for path in Path(f"/proc/{os.getpid()}/task").glob("*/children"))
    commands = {int(number): Path(f"/proc/{number}/cmdline") for number in listed.split()}
    return {number for number, path in commands.items() if b"exchange.reading" in path.read_bytes()}


@on_linux
def test_closing_the_work_ends_the_child(tmp_path: Path) -> None:
    work = read_survey_file(wide_survey(tmp_path / "wide.csv"))
    next(work)
    started = children()
    work.close()
    assert started
    assert not children() & started


@on_linux
def test_a_child_that_dies_is_one_clear_sentence(tmp_path: Path) -> None:
    work = read_survey_file(wide_survey(tmp_path / "wide.csv"))
    next(work)
    for number in children():
        os.kill(number, signal.SIGSEGV)
    with pytest.raises(UnreadableFile, match="it is damaged so that its reader stopped"):
        finish(work)


TAKEN_OVER = """
import os, socket, subprocess, sys
from assessor.exchange.children import Limits
from assessor.exchange.confinement import confine
confine(Limits())
{deed}
"""


@pytest.mark.parametrize(
    "deed",
    [
        "socket.create_connection(('127.0.0.1', 9))",
        "socket.getaddrinfo('localhost', 9)",
        "subprocess.run(['true'])",
        "os.system('true')",
        "open('written.txt', 'w')",
        "os.open('written.txt', os.O_CREAT | os.O_WRONLY)",
        "os.remove('kept.txt')",
        "os.rename('kept.txt', 'written.txt')",
    ],
)
def test_a_confined_process_can_neither_write_nor_connect_nor_start_programs(
    tmp_path: Path, deed: str
) -> None:
    (tmp_path / "kept.txt").touch()
    ended = subprocess.run(
        [sys.executable, "-c", TAKEN_OVER.format(deed=deed)], capture_output=True, cwd=tmp_path, check=False
    )
    assert b"is not allowed while a foreign file is read" in ended.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["kept.txt"]


def test_a_confined_process_can_still_read(tmp_path: Path) -> None:
    (tmp_path / "kept.txt").write_text("words", encoding="utf-8")
    code = TAKEN_OVER.format(deed="print(open('kept.txt').read())")
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=tmp_path, check=False)
    assert ended.stdout.strip() == b"words"


def test_a_bomb_in_a_word_document_is_refused_by_the_child(
    tmp_path: Path, zipped: Callable[..., bytes]
) -> None:
    path = tmp_path / "bomb.docx"
    path.write_bytes(zipped({"[Content_Types].xml": "", "word/document.xml": bytes(200_000_000)}))
    with pytest.raises(UnreadableFile, match="more than 100 times its size"):
        finish(read_document_file(path))
