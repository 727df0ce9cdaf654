"""Every chart looks the same in Qt and in WeasyPrint, and carries ink where the other does."""

import io

import pypdfium2
import pytest
import weasyprint
from PIL import Image, ImageChops, ImageStat
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QFontDatabase, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from tests.charts.survey_charts import CHARTS

from assessor.charts.agreement import AgreementRow, draw_agreement
from assessor.charts.dots import (
    ConfidenceRow,
    draw_confidence,
    draw_level,
    draw_priority,
    draw_rate,
    draw_twenty,
)
from assessor.charts.gaps import GapRow, draw_gaps
from assessor.charts.ladders import LadderAim, LadderStep, draw_ladder
from assessor.charts.priorities import PriorityPoint, draw_priorities
from assessor.charts.run_series import RunAction, RunPoint, RunSeries
from assessor.charts.runs import draw_run
from assessor.charts.shares import ShareRow, draw_shares
from assessor.charts.styles import ChartStyle, paper_style, screen_style
from assessor.charts.tracks import Stop, TrackScale, TrackStop, draw_objective_track, draw_track
from assessor.charts.voices import VoiceGroup, draw_voices
from assessor.palette import LIGHT
from assessor.places import shipped
from assessor.terms import Group, ValueState

SANS = {"Regular": 400, "Semibold": 600, "Bold": 700}
FACES = "".join(
    f"@font-face {{ font-family: 'Source Sans 3'; font-weight: {weight};"
    f" src: url('{shipped('resources', 'fonts', f'SourceSans3-{name}.ttf').as_uri()}') }}"
    for name, weight in SANS.items()
)
SCALE = 2

AGREEMENT = (
    AgreementRow("Administrators", (0, 7, 14, 50, 29), "n 14", Group.ADM),
    AgreementRow("Officers", None, "n 6", Group.SRO, "Hidden: fewer than 10 answers.", is_hidden=True),
)
SHARES = (ShareRow("School rules", 46, is_strong=True), ShareRow("Emergency", 12))
STOPS = (
    TrackStop(Stop.BASELINE, 3.4, "Baseline"),
    TrackStop(Stop.NOW, 2.7, "Now"),
    TrackStop(Stop.OUTLOOK, 1.2, "Outlook"),
)
SCALE_OF_CALLS = TrackScale("Calls per 100 students", lower_is_better=True)
RUN = RunSeries(
    (
        RunPoint("Sep", 4),
        RunPoint("Oct", 3),
        RunPoint("Nov", None, ValueState.SUPPRESSED),
        RunPoint("Dec", 2),
    ),
    baseline=3,
    target=1,
    actions=(RunAction("A1", 1.5),),
)
POINTS = (PriorityPoint("F1", "Calls", 4, 2, 74, is_high=True), PriorityPoint("F9", "Plans", 5, 4, 59))
STEPS = (LadderStep(1, "Talk", "in private", 2), LadderStep(2, "Facilitated", "+ facilitator", 5))
CONFIDENCE = (ConfidenceRow("Relevance", 1, "minor"),)

DRAWINGS = {
    "agreement": lambda style: draw_agreement(AGREEMENT, style, "x", 480),
    "shares": lambda style: draw_shares(SHARES, style, "x"),
    "track": lambda style: draw_track(STOPS, SCALE_OF_CALLS, style, "x"),
    "objective": lambda style: draw_objective_track(6.2, 3.8, SCALE_OF_CALLS, style, 5),
    "run": lambda style: draw_run(RUN, style, "x", 240, 160),
    "priorities": lambda style: draw_priorities(POINTS, style, "x"),
    "ladder": lambda style: draw_ladder(STEPS, style, "x", aim=LadderAim(1, "Aim")),
    "voices": lambda style: draw_voices([VoiceGroup("a", 6), VoiceGroup("b", 90)], style, "x").svg,
    "gaps": lambda style: draw_gaps([GapRow("Trust", 3.9, 3.1)], style, "x"),
    "twenty": lambda style: draw_twenty(71, style, "x"),
    "confidence": lambda style: draw_confidence(CONFIDENCE, style, "x"),
    "level": lambda style: draw_level(1, style, "x"),
    "priority": lambda style: draw_priority(74, style, "x"),
    "rate": lambda style: draw_rate(35, style, "x"),
    "items": lambda style: CHARTS["items"].draw(style, 516),
    "rates": lambda style: CHARTS["rates"].draw(style, 516),
    "profile": lambda style: CHARTS["profile"].draw(style, 516),
    "changes": lambda style: CHARTS["changes"].draw(style, 516),
}


@pytest.fixture(scope="module")
def fonts(qapp) -> None:
    for name in SANS:
        path = shipped("resources", "fonts", f"SourceSans3-{name}.ttf")
        assert QFontDatabase.addApplicationFont(str(path)) >= 0


def drawn_by_qt(svg: str) -> Image.Image:
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    assert renderer.isValid()
    image = QImage(renderer.defaultSize() * SCALE, QImage.Format.Format_RGB32)
    image.fill(QColor("#808080"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return Image.open(io.BytesIO(buffer.data().data())).convert("RGB")


def drawn_by_weasyprint(svg: str, size: tuple[int, int]) -> Image.Image:
    width, height = (side / SCALE for side in size)
    page = f"@page {{ size: {width}pt {height}pt; margin: 0; background: #808080 }}"
    place = f"body {{ margin: 0 }} svg {{ display: block; width: {width}pt; height: {height}pt }}"
    pdf = weasyprint.HTML(string=f"<style>{FACES}{page}{place}</style>{svg}").write_pdf()
    with pypdfium2.PdfDocument(pdf) as document:
        return document[0].render(scale=SCALE).to_pil().convert("RGB").resize(size)


@pytest.mark.parametrize("style", [paper_style(sans="Source Sans 3", display="Source Sans 3")], ids=["paper"])
@pytest.mark.parametrize("name", DRAWINGS)
def test_both_draw_the_same_on_paper(fonts, name, style):
    assert_drawn_alike(DRAWINGS[name](style))


@pytest.mark.parametrize("name", DRAWINGS)
def test_both_draw_the_same_on_screen(fonts, name):
    style: ChartStyle = screen_style(LIGHT, sans="Source Sans 3", display="Source Sans 3")
    assert_drawn_alike(DRAWINGS[name](style))


def assert_drawn_alike(svg: str) -> None:
    """Averages over squares of about 8 units differ little, and nothing is missing in one of the two."""
    by_qt = drawn_by_qt(svg)
    by_weasyprint = drawn_by_weasyprint(svg, by_qt.size)
    squares = (max(1, by_qt.width // (8 * SCALE)), max(1, by_qt.height // (8 * SCALE)))
    small = [image.resize(squares, Image.Resampling.BOX) for image in (by_qt, by_weasyprint)]
    difference = ImageChops.difference(*small).convert("L")
    assert ImageStat.Stat(difference).mean[0] < 4
    assert difference.getextrema()[1] < 70
    assert ImageStat.Stat(by_qt).stddev[0] > 0
