"""What measures say: figures with their unit, status words, and the sentences under a run chart."""

from PySide6.QtCore import QCoreApplication

from assessor.analysis.runs import POINTS_OF_A_RUN, Signal, SignalKind
from assessor.analysis.targets import Status
from assessor.charts.figures import figure
from assessor.operations.measures.measure_figures import figure_of, with_unit
from assessor.operations.measures.measure_readings import MeasureReading, since_definition
from assessor.operations.measures.measures import MeasureDetails, ValueRow
from assessor.terms import Direction, ValueState
from assessor.ui.widgets.headed_lists import LedRow
from assessor.ui.widgets.tags import Meaning

_MEANINGS = {
    Status.ON_TRACK: Meaning.GOOD,
    Status.WATCH: Meaning.WATCH,
    Status.OFF: Meaning.CONCERN,
    Status.DEFINITION_CHANGED: Meaning.INFO,
}


def status_of(reading: MeasureReading) -> tuple[str, Meaning]:
    """The status in a word, and what it means."""
    words = {
        Status.ON_TRACK: QCoreApplication.translate("measures", "On track"),
        Status.WATCH: QCoreApplication.translate("measures", "Watch"),
        Status.OFF: QCoreApplication.translate("measures", "Off track"),
        Status.NO_DATA: QCoreApplication.translate("measures", "No data"),
        Status.SUPPRESSED: QCoreApplication.translate("measures", "Suppressed"),
        Status.DEFINITION_CHANGED: QCoreApplication.translate("measures", "Definition changed"),
    }
    if reading.status is not None:
        return words[reading.status], _MEANINGS.get(reading.status, Meaning.NEUTRAL)
    if reading.measure.balances_id:
        return QCoreApplication.translate("measures", "Balance"), Meaning.NEUTRAL
    return QCoreApplication.translate("measures", "No target"), Meaning.NEUTRAL


def value_words(measure: MeasureDetails, value: ValueRow | None) -> str:
    """A period's value in words, whatever its state."""
    if value is None:
        return QCoreApplication.translate("measures", "No values yet")
    words = {
        ValueState.NOT_COLLECTED: QCoreApplication.translate("measures", "Not collected"),
        ValueState.SUPPRESSED: QCoreApplication.translate("measures", "Too few to show"),
    }
    said = words.get(value.state) or with_unit(measure, value.value)
    return f"{said} · {value.period_label}"


def measure_row(reading: MeasureReading) -> LedRow:
    """A measure as a row: code, title, newest value, and how it stands."""
    word, meaning = status_of(reading)
    measure = reading.measure
    return LedRow(
        measure.id,
        measure.title,
        second=value_words(measure, reading.newest),
        tag=word,
        tag_meaning=meaning,
        lead=measure.code,
    )


def what_it_shows(reading: MeasureReading) -> str:
    """What the chart shows, in sentences: where it stands, and whether something really changed."""
    measure, newest = reading.measure, reading.newest
    if newest is None:
        return QCoreApplication.translate("measures", "No values yet. Type the first one in the table below.")
    parts = [_standing(reading, newest), _definition(reading)]
    parts += [_signal(reading, signal) for signal in reading.chart.signals]
    if not reading.chart.signals:
        parts.append(_no_signal(reading))
    parts.append(_limits(reading))
    if measure.direction is Direction.CONTEXT:
        parts.append(QCoreApplication.translate("measures", "More or fewer is neither good nor bad here."))
    return " ".join(part for part in parts if part)


def _standing(reading: MeasureReading, newest: ValueRow) -> str:
    measure = reading.measure
    if newest.state is ValueState.SUPPRESSED:
        return QCoreApplication.translate(
            "measures", "In {period} too few are behind the value to show it."
        ).format(period=newest.period_label)
    if newest.state is ValueState.NOT_COLLECTED:
        return QCoreApplication.translate("measures", "In {period} nothing was collected.").format(
            period=newest.period_label
        )
    now = with_unit(measure, newest.value)
    if reading.planned is None:
        return QCoreApplication.translate("measures", "In {period} it stood at {now}.").format(
            period=newest.period_label, now=now
        )
    return QCoreApplication.translate(
        "measures", "In {period} it stood at {now}; {planned} was planned by then."
    ).format(period=newest.period_label, now=now, planned=figure_of(measure, reading.planned))


def _definition(reading: MeasureReading) -> str:
    """From when on values are compared, where the definition changed; empty where it did not."""
    since = since_definition(reading.measure)
    if len(since) == len(reading.measure.values):
        return ""
    return QCoreApplication.translate(
        "measures",
        "The definition changed: from {period} on something else is counted, and not compared with before.",
    ).format(period=since[0].period_label)


def _signal(reading: MeasureReading, signal: Signal) -> str:
    points, middle = reading.chart.points, figure_of(reading.measure, reading.chart.median)
    first, last = points[signal.first].period, points[signal.last].period
    if signal.kind is SignalKind.OUTSIDE_LIMITS:
        words = QCoreApplication.translate("measures", "{first} lies outside what chance allows{judged}.")
    elif signal.above:
        words = QCoreApplication.translate(
            "measures", "From {first} to {last} every value lies above the median of {middle}{judged}."
        )
    else:
        words = QCoreApplication.translate(
            "measures", "From {first} to {last} every value lies below the median of {middle}{judged}."
        )
    judged = {
        True: QCoreApplication.translate("measures", ": a real change for the better"),
        False: QCoreApplication.translate("measures", ": a real change for the worse"),
    }
    said = (
        judged.get(bool(signal.better), "")
        if signal.better is not None
        else QCoreApplication.translate("measures", ": a real change")
    )
    return words.format(first=first, last=last, middle=middle, judged=said)


def _limits(reading: MeasureReading) -> str:
    """What the dotted lines of the chart are; empty where there are none."""
    bounds = reading.chart.limits
    if bounds is None:
        return ""
    return QCoreApplication.translate(
        "measures", "Between the dotted lines, {low} and {high}, chance alone moves a count this small."
    ).format(low=figure(float(bounds.lower), 1), high=figure(float(bounds.upper), 1))


def _no_signal(reading: MeasureReading) -> str:
    known = sum(1 for point in reading.chart.points if point.number is not None)
    if known < POINTS_OF_A_RUN:
        return QCoreApplication.translate(
            "measures", "Too early to tell a change from chance: that takes six values."
        )
    return QCoreApplication.translate(
        "measures", "No signal: no six values in a row lie on one side of the median."
    )
