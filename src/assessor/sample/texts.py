"""The texts of the sample: TOML files under resources/sample, each read as it is needed."""

import tomllib
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from assessor.places import shipped

Table = dict[str, Any]
"""A table of a TOML file."""


def read_text(*parts: str) -> Table:
    """One file of texts, as in `read_text("conversations", "joint")`."""
    return tomllib.loads(path_of(*parts).with_suffix(".toml").read_text(encoding="utf-8"))


def path_of(*parts: str) -> Path:
    """Where a file of the sample lies."""
    return shipped("resources", "sample", *parts)


def moment(day: date, clock: str, after: str = "0:00") -> datetime:
    """A moment: `after` minutes and seconds past a clock time, on the wall clock wherever the sample is made,
    so that a meeting at ten in the morning reads ten in the morning."""
    minutes, seconds = after.split(":")
    begun = datetime.combine(day, time.fromisoformat(clock)).astimezone()
    return begun + timedelta(minutes=int(minutes), seconds=int(seconds))
