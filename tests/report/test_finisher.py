"""The scope of table headers and the place of figures, in the finished file."""

import pikepdf
import pypdfium2
from tests.report.conftest import Print


def _elements(pdf: pikepdf.Pdf, kind: str) -> list[pikepdf.Dictionary]:
    return [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == kind]


def test_a_header_in_the_head_is_of_its_column_and_one_in_the_body_of_its_row(harlow_print: Print) -> None:
    with pikepdf.open(harlow_print.printed.path) as pdf:
        for header in _elements(pdf, "/TH"):
            section = header.P.P.S
            assert header.A.Scope == ("/Column" if section == "/THead" else "/Row")


def test_every_figure_lies_on_its_page_and_says_something(harlow_print: Print) -> None:
    with pikepdf.open(harlow_print.printed.path) as pdf:
        figures = _elements(pdf, "/Figure")
        assert len(figures) > 20
        for figure in figures:
            left, low, right, high = (float(edge) for edge in figure.A.BBox)
            width, height = (float(edge) for edge in figure.Pg.MediaBox[2:])
            assert 0 <= left < right <= width
            assert 0 <= low < high <= height
            assert len(str(figure.Alt)) > 5


def test_the_cover_drawing_stands_in_the_lower_half_of_the_cover(harlow_print: Print) -> None:
    with pikepdf.open(harlow_print.printed.path) as pdf:
        cover = next(
            figure for figure in _elements(pdf, "/Figure") if figure.Pg.objgen == pdf.pages[0].objgen
        )
        assert float(cover.A.BBox[1]) > 100
        assert float(cover.A.BBox[3]) < 420
    with pypdfium2.PdfDocument(harlow_print.printed.path) as document:
        assert document[0].get_height() == 792
