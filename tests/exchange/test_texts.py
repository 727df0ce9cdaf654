"""Bytes of a text file become text, or one clear sentence."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.exchange.texts import decode_text, with_plain_line_ends
from assessor.exchange.unreadable import UnreadableFile, printable


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (b"plain", "plain", "utf-8"),
        ("José".encode(), "José", "utf-8"),
        (b"\xef\xbb\xbfmarked", "marked", "utf-8-sig"),
        ("wide – dash".encode("utf-16"), "wide – dash", "utf-16"),
        ("wide".encode("utf-32"), "wide", "utf-32"),
        ("“dash” –".encode("cp1252"), "“dash” –", "cp1252"),
    ],
)
def test_the_encoding_is_found_and_said(data: bytes, text: str, encoding: str) -> None:
    decoded = decode_text(data, "notes.txt")
    assert (decoded.text, decoded.encoding) == (text, encoding)


def test_the_user_may_choose_another_encoding() -> None:
    assert decode_text("é".encode("mac-roman"), "old.txt", "mac-roman").text == "é"


@pytest.mark.parametrize("encoding", ["rot13", "unicode_escape", "klingon", ""])
def test_an_encoding_not_offered_is_not_used(encoding: str) -> None:
    if encoding:
        with pytest.raises(UnreadableFile, match="is not known; choose one of utf-8"):
            decode_text(b"abc", "x.txt", encoding)
    else:
        assert decode_text(b"abc", "x.txt", encoding).encoding == "utf-8"


def test_bytes_that_fit_no_encoding_name_their_line() -> None:
    with pytest.raises(UnreadableFile, match=r"line 2 is neither UTF-8 nor Windows-1252"):
        decode_text(b"fine\nbad \x81\x8d here", "x.txt")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "it is empty"),
        (b" \n\t ", "nothing but blanks"),
        (b"a,b\n1,\x002\n", "line 2 holds a NUL byte"),
        (b"%PDF-1.7 ...", "it is a PDF"),
        (b"PK\x03\x04rest", "zip container"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "it is a picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "password-protected Office file"),
        (b"{\\rtf1 hello}", "rich text"),
        (b"<!DOCTYPE html><html>", "web page"),
        (b"\x00\x00\x00\x18ftypmp42", "recording"),
        (b"ID3\x04\x00", "recording"),
    ],
)
def test_what_is_no_text_gets_one_clear_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableFile, match=sentence) as told:
        decode_text(data, "survey.csv")
    assert str(told.value).startswith("“survey.csv” cannot be read: ")
    assert str(told.value).endswith(".")


@pytest.mark.parametrize(
    "text", ["MZ is what we call the zone.", "ID3,ID4\n1,2", "RIFF raff", "Rar! said he"]
)
def test_a_text_that_begins_like_another_format_is_a_text(text: str) -> None:
    assert decode_text(text.encode(), "x.txt").text == text


def test_a_name_that_reads_backwards_is_made_harmless_in_the_sentence() -> None:
    with pytest.raises(UnreadableFile) as told:
        decode_text(b"", "invoice\u202efdp.exe")
    assert "\u202e" not in str(told.value)
    assert printable("a" * 100, 20) == "a" * 19 + "…"


def test_line_ends_become_plain_and_nothing_else_changes() -> None:
    assert with_plain_line_ends("a\r\nb\rc\n\u2028\x0bñn\u0303") == "a\nb\nc\n\u2028\x0bñn\u0303"


@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_the_one_sentence(data: bytes) -> None:
    with suppress(UnreadableFile):
        assert "\0" not in decode_text(data, "x").text
