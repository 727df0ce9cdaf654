"""A child process of our own run with limits: watched, cut off when too slow, ended with its work."""

import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import IO

from assessor.progress import Progress, Work

_LOOK_EVERY = 0.05
_CHUNK = 1 << 16
_MOST_OUTPUT = 512 * 1024 * 1024
_ENDING_SECONDS = 5.0


@dataclass(frozen=True)
class Limits:
    """The most a child may take: seconds, megabytes of memory, and megabytes read from the file."""

    seconds: float = 20.0
    memory_mb: int = 512
    file_mb: int = 64


DEFAULT_LIMITS = Limits()
TABLE_LIMITS = Limits(seconds=120.0, memory_mb=1536, file_mb=256)
"""A workbook of 100,000 rows and 60 columns takes its reader some seven hundred megabytes."""


@dataclass(frozen=True)
class Outcome:
    """How a child ended: its exit code, whether it was cut off, and what it wrote."""

    code: int
    too_slow: bool
    output: bytes


class _Collector:
    """Reads a child's two streams side by side, so that neither fills up and stalls it."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.output = bytearray()
        self.progress = Progress(0, 0)
        self._threads = [
            threading.Thread(target=self._collect, args=(process.stdout,), daemon=True),
            threading.Thread(target=self._listen, args=(process.stderr,), daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    def wait(self, seconds: float) -> bool:
        """Whether both streams ended within that time."""
        until = time.monotonic() + seconds
        for thread in self._threads:
            thread.join(max(0.0, until - time.monotonic()))
        return not any(thread.is_alive() for thread in self._threads)

    def _collect(self, stream: IO[bytes]) -> None:
        with stream:
            while len(self.output) < _MOST_OUTPUT and (chunk := stream.read(_CHUNK)):
                self.output += chunk

    def _listen(self, stream: IO[bytes]) -> None:
        with stream:
            for line in stream:
                if progress := parse_progress(line):
                    self.progress = progress


@dataclass(frozen=True)
class Child:
    """A module of ours that runs as a process, and the word by which a frozen bundle starts it."""

    module: str
    word: str

    @property
    def command(self) -> list[str]:
        """How it is started; in a bundle the executable is the program itself, whose cli knows the word."""
        if getattr(sys, "frozen", False):
            return [sys.executable, self.word]
        return [sys.executable, "-P", "-X", "utf8", "-m", self.module]


def run_child(child: Child, arguments: Sequence[str], limits: Limits) -> Work[Outcome]:
    """Run one of our modules and yield its progress; closing the generator ends the child."""
    process = subprocess.Popen(  # noqa: S603 - our own interpreter and module, no shell
        [*child.command, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    collector = _Collector(process)
    deadline = time.monotonic() + limits.seconds
    too_slow = False
    try:
        while not collector.wait(_LOOK_EVERY):
            if time.monotonic() > deadline:
                too_slow = True
                break
            yield collector.progress
        else:
            # Its streams have ended, so it is ending by itself.
            _give_time_to_end(process)
    finally:
        process.kill()
        code = process.wait()
        collector.wait(limits.seconds)
    return Outcome(code, too_slow, bytes(collector.output))


def _give_time_to_end(process: subprocess.Popen[bytes]) -> None:
    with suppress(subprocess.TimeoutExpired):
        process.wait(_ENDING_SECONDS)


def show_progress(progress: Progress) -> None:
    """Tell the parent how far the work is."""
    sys.stderr.buffer.write(f"{progress.done} {progress.total} {progress.doing}\n".encode())
    sys.stderr.buffer.flush()


def parse_progress(line: bytes) -> Progress | None:
    """The progress in a line a child wrote, or None for any other line."""
    done, _, rest = line.decode("utf-8", "replace").rstrip("\n").partition(" ")
    total, _, doing = rest.partition(" ")
    return Progress(int(done), int(total), doing) if done.isdecimal() and total.isdecimal() else None
