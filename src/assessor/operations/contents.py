"""Copies of shipped content kept in the engagement, so that it reads the same whatever is shipped later."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from assessor.instruments.library import get_text
from assessor.model import ContentCopy


def keep_content(session: Session, kind: str, key: str, version: int) -> None:
    """Keep the text of one guide, rubric or form, once, inside the change that begins to use it."""
    here = (ContentCopy.kind == kind, ContentCopy.key == key, ContentCopy.version == version)
    if session.scalar(select(ContentCopy.id).where(*here)) is None:
        text = get_text(kind, key, version)
        session.add(ContentCopy(kind=kind, key=key, version=version, sha256=text.sha256, text=text.text))
