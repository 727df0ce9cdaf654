"""Workbooks with one of their parts rewritten, as tests of faults need them."""

import io
import re
import zipfile

SHEET = "xl/worksheets/sheet1.xml"


def edited(data: bytes, part: str, pattern: bytes, by: bytes) -> bytes:
    """The same container with the first match of a pattern in one part replaced."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, re.sub(pattern, by, content, count=1) if name == part else content)
    return buffer.getvalue()
