"""Tables as packed bytes: a file as it came, and a table written anew as comma-separated values."""

import hashlib
import zlib
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from assessor.exchange.survey_tables import SurveyTable
from assessor.exchange.unreadable import UnreadableFile
from assessor.progress import Progress, Work

MEDIA_TYPE: Final = "application/gzip"
_GZIP = 31
_FASTEST = 1
_PIECE = 4 << 20
_ROWS = 2_000
_LINE_END = "\r\n"


class FilePacker:
    """Packs a file and takes its SHA-256 piece by piece, while its reader is at work on it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._hash = hashlib.sha256()
        self._packing = zlib.compressobj(_FASTEST, zlib.DEFLATED, _GZIP)
        self._packed: list[bytes] = []
        self._pieces = self._read()

    def step(self) -> bool:
        """Take the next piece; whether there was one. Raises UnreadableFile."""
        piece = next(self._pieces, b"")
        self._hash.update(piece)
        self._packed.append(self._packing.compress(piece))
        return bool(piece)

    def finish(self) -> tuple[bytes, str]:
        """The packed file and the SHA-256 of what it holds."""
        while self.step():
            pass
        return b"".join((*self._packed, self._packing.flush())), self._hash.hexdigest()

    def _read(self) -> Iterator[bytes]:
        try:
            with self._path.open("rb") as stream:
                while piece := stream.read(_PIECE):
                    yield piece
        except OSError as error:
            raise UnreadableFile(
                self._path.name, "it cannot be opened", "check that you may read it"
            ) from error


def pack_csv(table: SurveyTable, told: Callable[[str], str]) -> Work[bytes]:
    """The table as packed UTF-8 text, heading rows first, in its own order; `told` words each cell."""
    packing = zlib.compressobj(_FASTEST, zlib.DEFLATED, _GZIP)
    header = _LINE_END.join(",".join(_quoted(told(cell)) for cell in row) for row in table.header)
    packed = [packing.compress(f"{header}{_LINE_END}".encode())]
    worded = [[_quoted(told(value)) for value in column.values] for column in table.cells]
    cells = [map(words.__getitem__, column.codes) for words, column in zip(worded, table.cells, strict=True)]
    rows = map(",".join, zip(*cells, strict=True))
    done = 0
    while block := list(islice(rows, _ROWS)):
        packed.append(packing.compress(f"{_LINE_END.join(block)}{_LINE_END}".encode()))
        done += len(block)
        yield Progress(done, table.height, "Keeping the table")
    return b"".join((*packed, packing.flush()))


def unpack_bytes(packed: bytes) -> bytes:
    """What was packed."""
    return zlib.decompress(packed, _GZIP)


def _quoted(cell: str) -> str:
    if any(mark in cell for mark in ',"\r\n') or cell != cell.strip():
        doubled = cell.replace('"', '""')
        return f'"{doubled}"'
    return cell
