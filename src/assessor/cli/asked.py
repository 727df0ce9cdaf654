"""What every command needs: exit codes, the engagement opened as asked, files read, words counted."""

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from assessor.terms import CannotDo, Group

if TYPE_CHECKING:
    from assessor.store import Engagement

DONE, CAN_BE_MENDED, NOT_UNDERSTOOD, FAULT = 0, 1, 2, 3


def command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    do: Callable[[argparse.Namespace], int],
    explained: str,
) -> argparse.ArgumentParser:
    """Add a command that opens an engagement, and what it does."""
    added = commands.add_parser(name, help=explained, description=explained[:1].upper() + explained[1:])
    added.add_argument(
        "--passphrase-file", type=Path, help="a file with the passphrase of the engagement on its first line"
    )
    added.set_defaults(do=do)
    return added


@contextmanager
def opened(asked: argparse.Namespace, *, only_read: bool = False) -> "Iterator[Engagement]":
    """The engagement a command names, open while it works; raises CannotDo where it cannot be opened.

    With `only_read`, as for a dry run, not a byte of it is written.
    """
    from assessor.store import Engagement

    with Engagement.open(asked.file, passphrase(asked), only_read=only_read) as engagement:
        yield engagement


def passphrase(asked: argparse.Namespace) -> str | None:
    """The passphrase in the file a command names, or None without one."""
    if asked.passphrase_file is None:
        return None
    lines = read_text(asked.passphrase_file).splitlines()
    if not lines or not lines[0]:
        raise CannotDo(f"{asked.passphrase_file.name} is empty. Put the passphrase on its first line.")
    return lines[0]


def read_text(path: Path) -> str:
    """The text of a small UTF-8 file; raises CannotDo naming it."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise CannotDo(f"{path} cannot be read: {error.strerror}. Check the name.") from error
    except UnicodeDecodeError as error:
        raise CannotDo(f"{path.name} is not a text file in UTF-8.") from error


def asked_group(asked: argparse.Namespace) -> Group | None:
    """The group a command names, or None without one."""
    if asked.group is not None and asked.group not in list(Group):
        raise CannotDo(f"{asked.group} is no group. Use one of {' '.join(Group)}.")
    return asked.group and Group(asked.group)


def counted(number: int, noun: str) -> str:
    """“1 word”, “2 words”."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def today() -> date:
    """The day by the clock on the wall."""
    return date.today()  # noqa: DTZ011 - the day on the wall
