"""What WeasyPrint leaves out of the tags: the scope of table headers, and where a figure stands."""

from typing import Any

_POINTS_PER_PIXEL = 0.75


def finish_tags(document: object, pdf: Any) -> None:
    """Complete the structure tree just before the file is written (`write_pdf(finisher=finish_tags)`)."""
    del document
    by_number = {item.number: item for item in pdf.objects}
    for element in pdf.objects:
        kind = element.get("S") if isinstance(element, dict) else None
        if kind == "/TH":
            _set_scope(element, by_number)
        elif kind == "/Figure":
            _set_box(element, by_number)


def _set_scope(header: Any, by_number: dict[int, Any]) -> None:
    """A header in THead heads its column, one in TBody its row."""
    row = _referred(header["P"], by_number)
    section = _referred(row["P"], by_number)
    header["A"]["Scope"] = "/Column" if section.get("S") == "/THead" else "/Row"


def _set_box(figure: Any, by_number: dict[int, Any]) -> None:
    """From pixels down from the top of the page to points up from its foot."""
    left, top, right, bottom = (edge * _POINTS_PER_PIXEL for edge in figure["A"]["BBox"])
    height = _referred(figure["Pg"], by_number)["MediaBox"][3]
    box = (left, height - bottom, right, height - top)
    figure["A"]["BBox"][:] = [round(edge, 2) for edge in box]


def _referred(reference: Any, by_number: dict[int, Any]) -> Any:
    """The object a reference like "12 0 R" points to."""
    text = reference.decode() if isinstance(reference, bytes) else str(reference)
    return by_number[int(text.split()[0])]
