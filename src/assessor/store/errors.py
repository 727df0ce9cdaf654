"""What can be wrong with an engagement file, each said as what it is."""

from pathlib import Path

from assessor.terms import CannotDo


class CannotOpen(CannotDo):
    """The file cannot be opened as an engagement."""

    reason = "cannot be opened."

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path.name} {self.reason}")
        self.path = path


class NoSuchFile(CannotOpen):
    """There is nothing at the path."""

    reason = "was not found. Check the folder and the spelling."


class NotAnEngagement(CannotOpen):
    """The file is something else."""

    reason = "is not an Assessor engagement. Choose a file that ends in .assessor."


class DamagedEngagement(CannotOpen):
    """SQLite finds the file inconsistent."""

    reason = "is damaged. Nothing was changed; open the newest backup beside it instead."


class HoldsStrangers(CannotOpen):
    """The file holds triggers, views or virtual tables, which no engagement has."""

    reason = "holds code that Assessor did not write. None of it was run; have its JSON export sent instead."


class EngagementInUse(CannotOpen):
    """Another process has the file open."""

    reason = "is open in another window or program. Close it there first."


class NeedsPassphrase(CannotOpen):
    """The file is encrypted and no passphrase was given."""

    reason = "is encrypted. Give its passphrase."


class WrongPassphrase(CannotOpen):
    """The passphrase does not open the file."""

    reason = "does not open with this passphrase. Nothing was changed; try again."


class NotEncrypted(CannotOpen):
    """A passphrase was given for a file without one."""

    reason = "is not encrypted. Open it without a passphrase."


class CannotCreate(CannotOpen):
    """A new engagement cannot be put at the path."""

    reason = "cannot be created here. Choose a folder that you may write to."


class AlreadyThere(CannotOpen):
    """A file stands where a new engagement was to go."""

    reason = "already exists. Choose another name; nothing was overwritten."


class ReadOnlyEngagement(CannotDo):
    """The engagement may be read and not changed."""


class CannotWrite(CannotDo):
    """The disk is full, or does not answer."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path.name} could not be written, and nothing was changed. "
            "The disk is full or gone; make room and do it again."
        )


class CannotUndo(CannotDo):
    """A change cannot be taken back, or made again."""
