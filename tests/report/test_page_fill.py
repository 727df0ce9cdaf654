"""Pages that are nearly empty, and text that leaves the page."""

import weasyprint

from assessor.report.page_fill import PageFault, list_page_faults

CSS = "<style>@page { size: 400px 500px; margin: 50px } h1 { font-size: 20px } p { margin: 0 }</style>"


def _faults(body: str) -> list[PageFault]:
    return list_page_faults(weasyprint.HTML(string=f"<html>{CSS}<body>{body}</body></html>").render())


def test_a_page_with_one_line_is_named_by_its_chapter() -> None:
    faults = _faults('<h1>Measures</h1><p style="margin-top: 90px">early<p style="break-before: page">late')
    assert [(fault.page, fault.chapter) for fault in faults] == [(2, "Measures")]
    assert "filled by less than a tenth" in str(faults[0])


def test_a_page_well_filled_is_left_alone() -> None:
    assert _faults("<h1>Measures</h1>" + "<p>line</p>" * 5) == []


def test_text_that_leaves_the_live_area_is_said() -> None:
    faults = _faults("<h1>Measures</h1><p>a</p><p>b</p><p style='white-space: nowrap'>" + "long " * 40)
    assert ["reaches beyond the margins" in fault.fault for fault in faults] == [True]


def test_a_cover_without_margins_may_use_the_whole_page() -> None:
    html = "<html><style>@page { size: 400px 500px; margin: 0 }</style><body><h1>Cover</h1></body></html>"
    assert list_page_faults(weasyprint.HTML(string=html).render()) == []
