"""The links of a thread after the plan: measures and results."""

from collections.abc import Sequence

from assessor.operations.measures.measures import MeasureDetails, ValueRow
from assessor.operations.outlines import ObjectiveLine
from assessor.operations.threads.nodes import Hold, Link, ThreadNode
from assessor.terms import ValueState


def measure_node(objectives: Sequence[ObjectiveLine], measures: Sequence[MeasureDetails]) -> ThreadNode:
    """What tells whether the objectives are reached."""
    if not objectives:
        return ThreadNode(Link.MEASURE, Hold.AHEAD, "Measure", "None without an objective")
    without = next((each for each in objectives if each.course is None), None)
    if without is not None:
        return ThreadNode(
            Link.MEASURE,
            Hold.LOOSE,
            "Measure",
            "None yet",
            missing=f"Choose what tells objective {without.number}",
            element_id=without.id,
        )
    lacking = next(((each, _lacks(each)) for each in measures if _lacks(each)), None)
    first = lacking[0] if lacking else measures[0]
    more = "" if len(measures) == 1 else f", and {len(measures) - 1} more"
    return ThreadNode(
        Link.MEASURE,
        Hold.LOOSE if lacking else Hold.TIED,
        "Measure" if len(measures) == 1 else "Measures",
        f"{first.code}, {first.title}{more}",
        "" if lacking else ", ".join(["Definition complete", *filter(None, [_often(first.frequency)])]),
        missing=f"Its definition lacks {lacking[1]}" if lacking else "",
        place="measures",
        element_id=first.id,
    )


def _lacks(measure: MeasureDetails) -> str:
    """The first part of the definition that is missing (golden thread, G10); empty when it is whole."""
    parts = {
        "what is counted": measure.definition,
        "a unit": measure.unit,
        "a source": measure.source,
        "how often it is taken": measure.frequency,
    }
    return next((name for name, value in parts.items() if not value.strip()), "")


_OFTEN = {
    "event": "each event",
    "month": "monthly",
    "term": "each term",
    "year": "yearly",
    "wave": "each wave",
}


def _often(frequency: str) -> str:
    return " and ".join(
        _OFTEN.get(word.strip(), word.strip()) for word in frequency.split(",") if word.strip()
    )


def result_node(measures: Sequence[MeasureDetails]) -> ThreadNode:
    """What was measured last."""
    if not measures:
        return ThreadNode(Link.RESULT, Hold.AHEAD, "Result", "Nothing measured yet")
    read = [(measure, newest) for measure in measures if (newest := _newest(measure.values)) is not None]
    if not read:
        return ThreadNode(
            Link.RESULT,
            Hold.AHEAD,
            "Result",
            "Nothing measured yet",
            "Values are entered under Measures",
            place="measures",
            element_id=measures[0].id,
        )
    measure, value = read[0]
    target = "" if measure.target is None else f"Target {measure.target:f}"
    return ThreadNode(
        Link.RESULT,
        Hold.TIED,
        "Result",
        _read_as(measure, value),
        target,
        place="measures",
        element_id=measure.id,
    )


def _newest(values: Sequence[ValueRow]) -> ValueRow | None:
    return next((each for each in reversed(values) if each.state is not ValueState.NOT_COLLECTED), None)


def _read_as(measure: MeasureDetails, value: ValueRow) -> str:
    when = value.period_label or f"{value.period_start:%B %Y}"
    if value.state is ValueState.SUPPRESSED or value.value is None:
        return f"{measure.code}: hidden, too few, in {when}"
    return f"{measure.code}: {value.value:f} in {when}"
