"""Every byte an engagement keeps, what is packed in its attachments laid open."""

import zlib
from pathlib import Path

from assessor.model import Attachment
from assessor.store import Engagement

_ZLIB_OR_GZIP = 47


def kept_bytes(path: Path) -> bytes:
    """The bytes of the file and of those beside it, and of its attachments as they were before packing."""
    with Engagement.open(path) as engagement, engagement.reading() as session:
        contents = [bytes(row.content) for row in session.query(Attachment)]
    files = [each.read_bytes() for each in path.parent.glob(f"{path.name}*")]
    return b"\n".join([*files, *contents, *map(_unpacked, contents)])


def _unpacked(content: bytes) -> bytes:
    try:
        return zlib.decompress(content, _ZLIB_OR_GZIP)
    except zlib.error:
        return b""
