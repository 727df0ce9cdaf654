"""What a file is by its first bytes, whatever its name says."""

from dataclasses import dataclass


@dataclass(frozen=True)
class _Signature:
    start: bytes
    what: str
    remedy: str


_SAVE_AS_TEXT = "save it as CSV, TXT, DOCX or PDF in the program it came from and choose that file"
_BINARY_SIGNATURES = (
    _Signature(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "it is an old or password-protected Office file",
        "open it in Word or Excel, remove the password and save it as DOCX or CSV",
    ),
    _Signature(b"\x89PNG", "it is a picture", "choose the document itself"),
    _Signature(b"\xff\xd8\xff", "it is a picture", "choose the document itself"),
    _Signature(b"GIF8", "it is a picture", "choose the document itself"),
    _Signature(b"II*\x00", "it is a picture", "choose the document itself"),
    _Signature(b"MM\x00*", "it is a picture", "choose the document itself"),
    _Signature(b"ID3", "it is a sound recording", "choose its transcript"),
    _Signature(b"OggS", "it is a sound recording", "choose its transcript"),
    _Signature(b"RIFF", "it is a sound or video recording", "choose its transcript"),
    _Signature(b"\x1aE\xdf\xa3", "it is a video recording", "choose its transcript"),
    _Signature(b"\x1f\x8b", "it is a compressed archive", "unpack it and choose the file inside"),
    _Signature(b"7z\xbc\xaf", "it is a compressed archive", "unpack it and choose the file inside"),
    _Signature(b"Rar!", "it is a compressed archive", "unpack it and choose the file inside"),
    _Signature(b"MZ", "it is a program", "choose a document"),
    _Signature(b"\x7fELF", "it is a program", "choose a document"),
    _Signature(b"SQLite format 3\x00", "it is a database", _SAVE_AS_TEXT),
)
_PDF_WITHIN = 1024
_BINARY_WITHIN = 4096
_WEB_PAGE_STARTS = (b"<!doctype html", b"<html")


def is_zip(data: bytes) -> bool:
    """Whether the file is a zip container: DOCX, XLSX, ODT and the like."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def is_pdf(data: bytes) -> bool:
    """Whether the file is a PDF; a few bytes may stand before the mark."""
    return data.lstrip().startswith(b"%PDF-") or (b"%PDF-" in data[:_PDF_WITHIN] and b"%%EOF" in data)


def why_not_text(data: bytes) -> tuple[str, str] | None:
    """Why these bytes are no plain text, and what to do, or None when nothing speaks against it."""
    if is_pdf(data):
        return "it is a PDF", "choose the text or CSV file, or import it as a document"
    if is_zip(data):
        return "it is a zip container, such as an Excel workbook or a Word document", _SAVE_AS_TEXT
    if data.startswith(b"{\\rtf"):
        return "it is a rich text (RTF) file", "open it in Word and save it as DOCX"
    if b"\0" in data[:_BINARY_WITHIN]:
        return _what_binary(data)
    if data[:200].lstrip().lower().startswith(_WEB_PAGE_STARTS):
        return "it is a web page", "save the page as PDF or copy its text into a TXT file"
    return None


def _what_binary(data: bytes) -> tuple[str, str] | None:
    # Asked only of data with NUL bytes, because a text too may begin with "MZ" or "ID3".
    for signature in _BINARY_SIGNATURES:
        if data.startswith(signature.start):
            return signature.what, signature.remedy
    if data[4:8] == b"ftyp":
        return "it is a sound or video recording", "choose its transcript"
    return None
