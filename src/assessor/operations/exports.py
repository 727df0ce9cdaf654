"""The whole engagement written beside itself as JSON, in plain text, for keeping and for other programs."""

from contextlib import suppress
from pathlib import Path

from assessor.progress import Progress, Work
from assessor.store import Engagement, copies
from assessor.terms import CannotDo


def export_engagement(engagement: Engagement, target: Path) -> Work[Path]:
    """Write the engagement to `target`, which is replaced only by a whole file.

    What is written is not encrypted. Raises CannotDo when it cannot be written there.
    """
    yield Progress(0, 2, "Reading the engagement")
    text = copies.dump(engagement)
    yield Progress(1, 2, "Writing the file")
    unfinished = target.with_name(f".{target.name}.part")
    try:
        unfinished.write_text(text, encoding="utf-8", newline="\n")
        unfinished.replace(target)
    except OSError as error:
        raise CannotDo(f"{target} cannot be written: {error.strerror}. Choose another place.") from error
    finally:
        with suppress(OSError):
            unfinished.unlink()
    return target
