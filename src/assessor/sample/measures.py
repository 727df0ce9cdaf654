"""The measures and a year and a half of their values, month by month."""

from datetime import date
from decimal import Decimal
from typing import Any

from assessor.operations.clients import list_sites
from assessor.operations.measures.measure_cells import TypedCell, enter_cells
from assessor.operations.measures.measure_parts import Whom
from assessor.operations.measures.measure_values import enter_value
from assessor.operations.measures.measures import add_measure, add_measure_from_library, edit_measure
from assessor.operations.periods import read_period
from assessor.sample.story import Story
from assessor.sample.texts import Table, read_text
from assessor.terms import Direction, ValueState

_NUMBERS = ("baseline", "outlook")
_DAYS = ("outlook_on",)


def tell_measures(story: Story) -> None:
    """Add every measure with its values, say which one balances which, and how schools stand."""
    told = read_text("measures")
    texts = told["measures"]
    for text in texts:
        _add(story, text)
    for text in texts:
        for name, key in text.get("links", {}).items():
            edit_measure(story.engagement, story.measures[text["key"]], **{f"{name}_id": story.measures[key]})
    for part in told["parts"]:
        _tell_schools(story, part)


def _tell_schools(story: Story, part: Table) -> None:
    """Type one measure school by school, as counts among the enrolled."""
    enrolled = {site.name: site.enrollment for site in list_sites(story.engagement)}
    period = read_period(part["period"])
    measure = story.measures[part["measure"]]
    typed = [
        TypedCell(measure, period, f"{count}/{enrolled[name]}", Whom(story.sites[name]))
        for name, count in part["counts"].items()
    ]
    enter_cells(story.engagement, typed)


def _add(story: Story, text: Table) -> None:
    fields = {name: _field(name, value) for name, value in text["fields"].items()}
    if "own" in text:
        measure_id = add_measure(story.engagement, text["code"], text["own"]["title"], **fields)
    else:
        measure_id = add_measure_from_library(story.engagement, text["code"], **fields)
    story.measures[text["key"]] = measure_id
    for value in text["values"]:
        enter_value(
            story.engagement,
            measure_id,
            value["period"],
            Decimal(value["value"]) if "value" in value else None,
            state=ValueState(value.get("state", ValueState.VALUE)),
            period_label=value.get("label", ""),
            **{name: value[name] for name in ("numerator", "denominator", "note") if name in value},
        )


def _field(name: str, value: Any) -> Any:
    if name in _NUMBERS:
        return Decimal(value)
    if name in _DAYS:
        return date.fromisoformat(value)
    return Direction(value) if name == "direction" else value
