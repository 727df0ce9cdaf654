"""The charts of a measure, drawn anew for the width and the look they are seen in."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from assessor.charts.run_series import RunAction, RunPoint, RunSeries, run_table
from assessor.charts.runs import draw_run
from assessor.charts.styles import ChartStyle, screen_style
from assessor.charts.tracks import Stop, TrackScale, TrackStop, draw_track
from assessor.operations.measures.measure_figures import decimals_of, suffix_of
from assessor.operations.measures.measure_readings import MeasureReading
from assessor.operations.measures.measures import MeasureDetails
from assessor.terms import Direction
from assessor.ui.evaluate.measure_words import what_it_shows
from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import QuietButton
from assessor.ui.widgets.link_lines import LinkLine
from assessor.ui.widgets.svg_views import SvgView
from assessor.ui.widgets.texts import Paragraph, Text, announce, explain

_LARGE_HEIGHT, _SMALL = 232, (232, 132)
_LEAST_WIDTH, _FOLDS_BELOW = 280, 560
_LOWER_LIMIT, _UPPER_LIMIT = 0.0, 100.0


class DrawnChart(QWidget):
    """A chart that is drawn as wide as there is room, and again when the look changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = SvgView()
        self._draw: Callable[[ChartStyle, float], str] | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._redraw)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        look().changed.connect(self._redraw)

    def show_drawing(self, draw: Callable[[ChartStyle, float], str]) -> None:
        """Show what `draw` draws in a style and a width."""
        self._draw = draw
        self._redraw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw for the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._soon.start()

    def _redraw(self) -> None:
        if self._draw is not None:
            inset = self.contentsMargins()
            width = max(self.width() - inset.left() - inset.right(), _LEAST_WIDTH)
            self.view.show_svg(self._draw(screen_style(look().theme), width))


class RunPanel(QWidget):
    """The run chart large, what it shows in words, and the measure to watch beside it.

    `balance_asked` tells the code of the library's measure to add beside; `gone_to` an id to show.
    """

    balance_asked = Signal(str)
    gone_to = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart = DrawnChart()
        self.words = Paragraph("")
        self.beside = QWidget()
        self.beside.setFixedWidth(_SMALL[0])
        self.name = LinkLine("scale")
        self.small = SvgView()
        self.caution = Paragraph("", Role.SMALL, "ink3")
        self.suggest = QuietButton("", "plus", flush=True)
        self.copy = QuietButton(self.tr("Copy the numbers of the chart"), "copy", flush=True)
        self._balance_id, self._code = "", ""
        self._reading: MeasureReading | None = None
        self._lay_out()
        self.name.clicked.connect(lambda: self.gone_to.emit(self._balance_id))
        self.suggest.clicked.connect(lambda: self.balance_asked.emit(self._code))
        self.copy.clicked.connect(self._copy)
        look().changed.connect(self._draw_small)

    def show_reading(self, reading: MeasureReading, suggested: tuple[str, str] | None) -> None:
        """Show a measure; `suggested` is code and name of the library's measure to watch beside it."""
        self._reading = reading
        self.chart.show_drawing(lambda style, width: _run(reading, style, width, _LARGE_HEIGHT))
        self.chart.setVisible(bool(reading.measure.values))
        self.copy.setVisible(bool(reading.measure.values))
        self.words.setText(what_it_shows(reading))
        balance = reading.balances[0] if reading.balances else None
        self._balance_id = "" if balance is None else balance.id
        for widget in (self.name, self.small, self.caution):
            widget.setVisible(balance is not None)
        if balance is not None:
            self.name.show_line(f"{balance.code}  {balance.title}")
            self._draw_small()
        self.suggest.setVisible(balance is None and suggested is not None)
        if suggested is not None:
            self._code = suggested[0]
            self.suggest.setText(self.tr("Watch {code} beside it").format(code=suggested[0]))
            explain(self.suggest, suggested[1])
        self.beside.setVisible(balance is not None or suggested is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the measure to watch beneath where there is no room beside."""
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        is_narrow = event.size().width() < _FOLDS_BELOW
        self._row.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)

    def _draw_small(self) -> None:
        if self._reading is not None and self._reading.balances:
            balance = self._reading.balances[0]
            self.small.show_svg(_small_run(balance, screen_style(look().theme)))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self.beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Text(self.tr("Watch beside it"), Role.SMALL_BOLD, "ink2"))
        column.addWidget(self.name)
        column.addWidget(self.small)
        column.addWidget(self.caution)
        column.addWidget(self.suggest, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.caution.setText(self.tr("A gain is no success if this gets worse."))
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(24)
        row.addWidget(self.chart, 1)
        row.addWidget(self.beside, 0, Qt.AlignmentFlag.AlignLeft)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(row)
        whole.addWidget(self.words)
        whole.addWidget(self.copy, alignment=Qt.AlignmentFlag.AlignLeft)

    def _copy(self) -> None:
        """Put what the chart shows on the clipboard as a table, from the chart's own description."""
        if self._reading is not None:
            told = run_table(_large_series(self._reading), self._reading.measure.title)
            QGuiApplication.clipboard().setText(told.as_text())
            announce(self.copy, self.tr("Numbers copied"))


class TrackPanel(DrawnChart):
    """The way from baseline to target and outlook."""

    def show_reading(self, reading: MeasureReading) -> None:
        """Show the way of a measure; nothing before it has a baseline and a target."""
        measure = reading.measure
        self.setVisible(measure.baseline is not None and measure.target is not None)
        if not self.isHidden():
            self.show_drawing(lambda style, width: self._draw_way(reading, style, width))

    def _draw_way(self, reading: MeasureReading, style: ChartStyle, width: float) -> str:
        measure, newest = reading.measure, reading.newest
        values = (
            (
                Stop.BASELINE,
                measure.baseline,
                self.tr("Baseline {when}").format(when=measure.baseline_period),
            ),
            (Stop.NOW, newest.value if newest else None, newest.period_label if newest else ""),
            (Stop.TARGET, measure.target, self.tr("Target {when}").format(when=_year(measure.target_on))),
            (Stop.OUTLOOK, measure.outlook, self.tr("Outlook {when}").format(when=_year(measure.outlook_on))),
        )
        stops = [
            TrackStop(kind, float(value), label.strip()) for kind, value, label in values if value is not None
        ]
        is_lower = measure.direction is Direction.LOWER
        better = {
            Direction.LOWER: self.tr("Fewer is better →"),
            Direction.HIGHER: self.tr("More is better →"),
        }
        scale = TrackScale(
            unit=_first_large(f"{measure.unit}. {better.get(measure.direction, '')}".strip(". ")),
            decimals=decimals_of(measure),
            lower_is_better=is_lower,
            limits=(_LOWER_LIMIT, _UPPER_LIMIT) if suffix_of(measure) else None,
            suffix=suffix_of(measure),
        )
        title = self.tr("{code} from baseline to target").format(code=measure.code)
        return draw_track(stops, scale, style, title, width)


def _first_large(words: str) -> str:
    return words[:1].upper() + words[1:]


def _year(day: object) -> str:
    return f"{day:%B %Y}" if day is not None else ""


def _run(reading: MeasureReading, style: ChartStyle, width: float, height: float) -> str:
    measure = reading.measure
    return draw_run(_large_series(reading), style, f"{measure.code} {measure.title}", width, height)


def _large_series(reading: MeasureReading) -> RunSeries:
    """All that the large chart shows: also the actions, and the limits of chance."""
    effects = tuple(RunAction(effect.code, effect.at) for effect in reading.effects)
    bounds = reading.chart.limits
    limits = (float(bounds.lower), float(bounds.upper)) if bounds else None
    return _series(reading.measure, effects, limits)


def _small_run(measure: MeasureDetails, style: ChartStyle) -> str:
    return draw_run(_series(measure, ()), style, f"{measure.code} {measure.title}", *_SMALL)


def _series(
    measure: MeasureDetails,
    effects: tuple[RunAction, ...],
    limits: tuple[float, float] | None = None,
) -> RunSeries:
    return RunSeries(
        points=tuple(
            RunPoint(
                value.period_label,
                None if value.value is None else float(value.value),
                value.state,
                value.definition_version,
            )
            for value in measure.values
        ),
        baseline=None if measure.baseline is None else float(measure.baseline),
        target=None if measure.target is None else float(measure.target),
        actions=effects,
        decimals=decimals_of(measure),
        suffix=suffix_of(measure),
        limits=limits,
    )
