"""Values of the measures K28 to K31 taken from a survey wave, as far as the public may see them."""

from datetime import date

from assessor.instruments.measures import find_shipped_measure
from assessor.model import Measure, SurveyWave
from assessor.operations.measures.measure_values import put_value
from assessor.operations.measures.measures import put_library_measure
from assessor.operations.surveys.survey_measure_values import WaveValue, values_of
from assessor.operations.surveys.survey_result_rows import Audience
from assessor.operations.surveys.survey_results import get_results
from assessor.store import Engagement
from assessor.terms import CannotDo

__all__ = ["WaveValue", "add_measure_from_wave", "enter_wave_value", "list_wave_values"]


def list_wave_values(engagement: Engagement, wave_id: str, code: str = "") -> list[WaveValue]:
    """What a wave offers for K28 to K31, or for one of them. Raises CannotDo when the wave is gone.

    Only what the public may see: values of measures are printed. Source: domain.md 6.3, 2.5.
    """
    results = get_results(engagement, wave_id, Audience.PUBLIC)
    return [value for value in values_of(results) if code in ("", value.code)]


def enter_wave_value(engagement: Engagement, measure_id: str, wave_id: str, key: str) -> str:
    """Enter what a wave says into a measure, for the day the wave closed; returns the value's id.

    A measure that still has the library's name takes the name of what it is given. Raises CannotDo where the
    wave has no such value, or it is not known when the wave was.
    """
    value, (on, title) = _value(engagement, wave_id, key), _period(engagement, wave_id)
    with engagement.change(f"Enter value from {title}") as session:
        measure = session.get(Measure, measure_id)
        if measure is None:
            raise CannotDo("This measure was removed. Undo brings it back.")
        if measure.code != value.code:
            raise CannotDo(
                f"“{value.title}” is a value of {value.code}, not of {measure.code}. Choose that measure."
            )
        known = find_shipped_measure(value.code)
        if known is not None and (measure.title, measure.unit) == (known.name, known.unit):
            measure.title, measure.unit = value.title, value.unit
        return put_value(session, measure_id, period_start=on, period_label=title, **_fields(value)).id


def add_measure_from_wave(engagement: Engagement, wave_id: str, key: str) -> str:
    """Add the library's measure for a value of a wave, named after it, with the value; returns its id.

    Raises CannotDo as `enter_wave_value`.
    """
    value, (on, title) = _value(engagement, wave_id, key), _period(engagement, wave_id)
    with engagement.change(f"Add measure {value.code}") as session:
        measure_id = put_library_measure(session, value.code, title=value.title, unit=value.unit)
        put_value(session, measure_id, period_start=on, period_label=title, **_fields(value))
        return measure_id


def _value(engagement: Engagement, wave_id: str, key: str) -> WaveValue:
    found = next((value for value in list_wave_values(engagement, wave_id) if value.key == key), None)
    if found is None:
        raise CannotDo("This wave has no such value: the group or its questions are not in it.")
    return found


def _period(engagement: Engagement, wave_id: str) -> tuple[date, str]:
    with engagement.reading() as session:
        wave = session.get_one(SurveyWave, wave_id)
        on = wave.closed_on or wave.opened_on
        if on is None:
            raise CannotDo(f"Say first when “{wave.title}” was open: its value belongs to that day.")
        return on, wave.title


def _fields(value: WaveValue) -> dict[str, object]:
    return {
        "state": value.state,
        "value": value.value,
        "numerator": value.numerator,
        "denominator": value.denominator,
        "note": value.note,
    }
