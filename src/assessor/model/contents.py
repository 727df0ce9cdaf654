"""Copies of the shipped content an engagement used, so that it stays readable whatever is shipped later."""

from sqlalchemy.orm import Mapped

from assessor.model.base import Noun


class ContentCopy(Noun):
    """The text of one guide, rubric, form or other content, as used."""

    __tablename__ = "content_copy"

    kind: Mapped[str]
    key: Mapped[str]
    version: Mapped[int]
    sha256: Mapped[str]
    text: Mapped[str]
