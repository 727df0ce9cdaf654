"""The bytes of files beside the rows: kept once by their hash, never changed."""

import hashlib

from sqlalchemy.orm import Session

from assessor.model import Attachment


def keep_attachment(session: Session, content: bytes, media_type: str) -> str:
    """Keep bytes inside the change open, once for all; returns their hash."""
    sha256 = hashlib.sha256(content).hexdigest()
    if session.get(Attachment, sha256) is None:
        session.add(Attachment(sha256=sha256, media_type=media_type, content=content))
    return sha256


def read_attachment(session: Session, sha256: str) -> bytes:
    """The bytes kept under a hash, within a lookup. Raises KeyError when there are none."""
    found = session.get(Attachment, sha256)
    if found is None:
        raise KeyError(sha256)
    return bytes(found.content)
