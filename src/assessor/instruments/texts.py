"""Texts: the standing blocks of plans, notices and letters, with blanks to fill in (domain.md 7.2)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from assessor.instruments.library import ENGLISH, read
from assessor.instruments.records import Instrument, Record, Text

BLANK = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, kw_only=True)
class TextBlock(Record):
    """A block of paragraphs under a title."""

    code: str
    title: Text
    paragraphs: tuple[Text, ...]


@dataclass(frozen=True, kw_only=True)
class TextCollection(Instrument):
    """Blocks that belong together: `plan` for what is printed, `participants` for notices and letters."""

    blocks: tuple[TextBlock, ...]

    def get_block(self, code: str) -> TextBlock:
        """The block of that code; KeyError when there is none."""
        for block in self.blocks:
            if block.code == code:
                return block
        raise KeyError(code)


def get_text_collection(
    key: str, version: int | None = None, language: str = ENGLISH, root: Path | None = None
) -> TextCollection:
    """A collection of texts, the newest version unless one is named."""
    return read(TextCollection, "texts", key, version, language, root)


def list_blanks(text: str) -> tuple[str, ...]:
    """The names of the blanks in a text, as in `{district}`, each once."""
    return tuple(dict.fromkeys(BLANK.findall(text)))


def fill_blanks(text: str, values: Mapping[str, str]) -> str:
    """The text with its blanks filled; an unfilled one stays visible as [district]."""
    return BLANK.sub(lambda blank: values.get(blank[1]) or f"[{blank[1].replace('_', ' ')}]", text)
