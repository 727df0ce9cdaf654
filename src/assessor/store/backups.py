"""Copies of an engagement put beside it, whole and verified."""

import os
import re
from datetime import UTC, datetime
from pathlib import Path

from assessor.store.connections import Driver

_MOMENT = r"\.[\w-]+\.\d{8}-\d{6}"


def copy_aside(driver: Driver, path: Path, why: str) -> Path:
    """Copy the open engagement to `<name>.<why>.<moment>.assessor` beside it; the key stays the same."""
    moment = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    target = path.with_name(f"{path.stem}.{why}.{moment}{path.suffix}")
    unfinished = target.with_suffix(".part")
    unfinished.unlink(missing_ok=True)
    driver.execute("VACUUM INTO ?", (str(unfinished),))
    os.replace(unfinished, target)  # noqa: PTH105 - atomic, and says so
    return target


def list_copies(path: Path) -> list[Path]:
    """The copies of an engagement that stand beside it, those among them that were never finished."""
    name = re.compile(rf"{re.escape(path.stem)}{_MOMENT}({re.escape(path.suffix)}|\.part)")
    return sorted(other for other in path.parent.iterdir() if name.fullmatch(other.name))
