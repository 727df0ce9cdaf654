"""Zip containers opened within bounds: entries, sizes, ratios and names are checked before unpacking."""

import io
import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from assessor.exchange.unreadable import UnreadableFile, printable

_MEGABYTE = 1024 * 1024
_LONGEST_PART = 60
_ENTRY_SIGNATURE = b"PK\x01\x02"
_DEVICE_NAMES = re.compile(r"(?i)^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$")
_SYMLINK = 0o120000
_FILE_TYPE = 0o170000
_DISTRUST = "do not open it, and ask its sender for a fresh copy"
_FAULTS = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, lzma.LZMAError, struct.error),
    *(EOFError, OSError, NotImplementedError, RuntimeError, ValueError),
)
_DAMAGED = "ask for a fresh copy, or open it in its own program and save it again"


@dataclass(frozen=True)
class ZipLimits:
    """The most a container may hold; the ratio counts only for entries above `ratio_from` bytes."""

    entries: int = 10_000
    total: int = 512 * _MEGABYTE
    entry: int = 64 * _MEGABYTE
    ratio: int = 100
    ratio_from: int = _MEGABYTE


class BoundedZip:
    """A checked zip container whose entries are read one at a time and within bounds, never nested."""

    def __init__(self, archive: zipfile.ZipFile, name: str, limits: ZipLimits) -> None:
        self._archive = archive
        self._name = name
        self._limits = limits
        self.names = tuple(entry.filename for entry in archive.infolist())

    def read(self, entry: str) -> bytes:
        """The bytes of one entry; raises UnreadableFile where it is damaged or larger than allowed."""
        if self._archive.getinfo(entry).file_size > self._limits.entry:
            raise _too_large(self._name, self._limits.entry)
        try:
            with self._archive.open(entry) as stream:
                data = stream.read(self._limits.entry + 1)
        except _FAULTS as error:
            raise UnreadableFile(self._name, f"{_part(entry)} is damaged", _DAMAGED) from error
        if len(data) > self._limits.entry:
            raise _too_large(self._name, self._limits.entry)
        return data

    def blocks(self, entry: str) -> Iterator[bytes]:
        """The bytes of one entry, a megabyte at a time, however large; raises where it is damaged."""
        try:
            with self._archive.open(entry) as stream:
                while block := stream.read(_MEGABYTE):
                    yield block
        except _FAULTS as error:
            raise UnreadableFile(self._name, f"{_part(entry)} is damaged", _DAMAGED) from error

    def read_if_there(self, entry: str) -> bytes | None:
        """The bytes of one entry, or None where the container has no such entry."""
        return self.read(entry) if entry in self.names else None


def open_zip(data: bytes, name: str, limits: ZipLimits | None = None) -> BoundedZip:
    """A container whose directory keeps the limits; raises UnreadableFile for one that does not."""
    bounds = limits or ZipLimits()
    # Counted in the raw bytes, because merely listing a million entries takes seconds and gigabytes.
    if data.count(_ENTRY_SIGNATURE) > bounds.entries:
        raise UnreadableFile(name, f"it packs more than {bounds.entries:,} files", _DISTRUST)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = archive.infolist()
    except _FAULTS as error:
        raise UnreadableFile(name, "it is cut off or damaged", _DAMAGED) from error
    _check_sizes(entries, len(data), name, bounds)
    _check_names(entries, name)
    return BoundedZip(archive, name, bounds)


def _check_sizes(entries: Iterable[zipfile.ZipInfo], packed: int, name: str, limits: ZipLimits) -> None:
    listed = list(entries)
    if sum(entry.file_size for entry in listed) > limits.total:
        raise _too_large(name, limits.total)
    if sum(entry.compress_size for entry in listed) > packed:
        raise UnreadableFile(name, "its packed files overlap, as in a zip bomb", _DISTRUST)
    for entry in listed:
        large = entry.file_size > limits.ratio_from
        if large and entry.file_size > limits.ratio * max(entry.compress_size, 1):
            why = f"{_part(entry.filename)} unpacks to more than {limits.ratio} times its size"
            raise UnreadableFile(name, why, _DISTRUST)
        if entry.flag_bits & 1:
            raise UnreadableFile(name, "it is protected by a password", "save it without a password")


def _check_names(entries: Iterable[zipfile.ZipInfo], name: str) -> None:
    seen: set[str] = set()
    for entry in entries:
        if not _is_safe(entry):
            why = f"{_part(entry.orig_filename)} has a name that leads outside"
            raise UnreadableFile(name, why, _DISTRUST)
        if entry.filename.casefold() in seen:
            why = f"{_part(entry.filename)} is there twice: it packs two files under one name"
            raise UnreadableFile(name, why, _DISTRUST)
        seen.add(entry.filename.casefold())


def _is_safe(entry: zipfile.ZipInfo) -> bool:
    raw = entry.orig_filename
    parts = PurePosixPath(raw).parts
    return (
        bool(raw)
        and not raw.startswith("/")
        and not any(mark in raw for mark in ("\\", ":", "\0"))
        and ".." not in parts
        and not any(_DEVICE_NAMES.match(part) for part in parts)
        and (entry.external_attr >> 16) & _FILE_TYPE != _SYMLINK
    )


def _part(entry: str) -> str:
    return f"its part “{printable(entry, _LONGEST_PART)}”"


def _too_large(name: str, limit: int) -> UnreadableFile:
    why = f"it unpacks to more than {limit // _MEGABYTE} MB"
    return UnreadableFile(name, why, "remove large pictures or split it, and try again")
