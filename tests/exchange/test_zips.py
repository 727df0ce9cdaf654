"""Zip containers are opened within bounds or not at all."""

import io
import struct
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.exchange.unreadable import UnreadableFile
from assessor.exchange.zips import ZipLimits, open_zip


def test_entries_are_read_by_name(zipped: Callable[..., bytes]) -> None:
    archive = open_zip(zipped({"a.xml": "<a/>", "b/c.txt": "c"}), "x.docx")
    assert archive.names == ("a.xml", "b/c.txt")
    assert archive.read("b/c.txt") == b"c"
    assert archive.read_if_there("none") is None


def test_a_bomb_is_refused_by_its_ratio(zipped: Callable[..., bytes]) -> None:
    with pytest.raises(UnreadableFile, match="more than 100 times its size"):
        open_zip(zipped({"word/document.xml": bytes(20_000_000)}), "bomb.docx")


def test_a_bomb_is_refused_by_its_total(zipped: Callable[..., bytes]) -> None:
    data = zipped({f"{number}": bytes(900_000) for number in range(4)})
    with pytest.raises(UnreadableFile, match="more than 3 MB"):
        open_zip(data, "bomb.docx", ZipLimits(total=3 * 1024 * 1024))


def test_too_many_entries_are_refused_before_they_are_listed(zipped: Callable[..., bytes]) -> None:
    with pytest.raises(UnreadableFile, match="more than 10,000 files"):
        open_zip(zipped({str(number): b"" for number in range(10_001)}), "many.docx")


def test_overlapping_entries_are_refused(zipped: Callable[..., bytes]) -> None:
    data = bytearray(zipped({"a": bytes(range(256)) * 40, "b": b"b"}))
    place = data.rfind(b"PK\x01\x02", 0, data.rfind(b"PK\x01\x02"))
    data[place + 20 : place + 24] = struct.pack("<I", 10_000_000)
    with pytest.raises(UnreadableFile, match="overlap"):
        open_zip(bytes(data), "fifield.docx")


def test_an_entry_that_lies_about_its_size_is_damaged(zipped: Callable[..., bytes]) -> None:
    data = bytearray(zipped({"a": bytes(range(256)) * 40}))
    place = data.rfind(b"PK\x01\x02")
    data[place + 24 : place + 28] = struct.pack("<I", 5)
    with pytest.raises(UnreadableFile, match="damaged"):
        open_zip(bytes(data), "liar.docx").read("a")


@pytest.mark.parametrize(
    "name", ["../up.txt", "/etc/passwd", "a/../../b", "C:\\x", "a\\b", "CON", "aux.txt", "a/nul", "x:stream"]
)
def test_names_that_lead_outside_are_refused(zipped: Callable[..., bytes], name: str) -> None:
    with pytest.raises(UnreadableFile, match="leads outside"):
        open_zip(zipped({name: b"x"}), "slip.docx")


def test_names_that_differ_only_in_case_are_refused(zipped: Callable[..., bytes]) -> None:
    with pytest.raises(UnreadableFile, match="two files under one name"):
        open_zip(zipped({"word/Document.xml": b"1", "word/document.xml": b"2"}), "x.docx")


def test_a_symbolic_link_is_refused() -> None:
    link = zipfile.ZipInfo("link")
    link.external_attr = 0o120777 << 16
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    with pytest.raises(UnreadableFile, match="leads outside"):
        open_zip(buffer.getvalue(), "x.docx")


def test_a_container_cut_off_is_named_as_such(zipped: Callable[..., bytes]) -> None:
    with pytest.raises(UnreadableFile, match="cut off or damaged"):
        open_zip(zipped({"a": b"x" * 1000})[:60], "half.docx")


def test_an_entry_beyond_its_bound_is_not_unpacked(zipped: Callable[..., bytes]) -> None:
    archive = open_zip(zipped({"a": bytes(2000)}), "x.docx", ZipLimits(entry=1000))
    with pytest.raises(UnreadableFile, match="unpacks to more"):
        archive.read("a")


@given(st.binary(max_size=300), st.integers(0, 200), st.integers(0, 255))
def test_a_container_with_any_byte_changed_gives_parts_or_the_one_sentence(
    content: bytes, place: int, byte: int
) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("part", content)
    data = bytearray(buffer.getvalue())
    data[place % len(data)] = byte
    try:
        archive = open_zip(bytes(data), "x")
        for name in archive.names:
            archive.read(name)
    except UnreadableFile:
        pass
