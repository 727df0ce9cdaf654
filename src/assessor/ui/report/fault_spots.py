"""Where on the pages each fault stands, and the marks beside them."""

from collections.abc import Mapping, Sequence

from assessor.ui.report.gate import Fault
from assessor.ui.report.gate_words import name_in
from assessor.ui.report.plan_sections import SectionRow, section_of
from assessor.ui.widgets.page_marks import Mark, joined
from assessor.ui.widgets.printed_plan import PrintedPlan, Spot


def find_spots(
    printed: PrintedPlan, sections: Sequence[SectionRow], faults: Sequence[Fault]
) -> dict[int, Spot]:
    """The spots of the faults by their index: where the element is named, else where its section begins."""
    rows = {row.key: row for row in sections}
    spots = {}
    for index, fault in enumerate(faults):
        row, name = rows[section_of(fault.end)], name_in(fault.end.sentence)
        if row.first is not None and name:
            spots[index] = printed.find(name, row.first - 1, row.last) or Spot(row.first - 1, 0.0)
    return spots


def marks_of(faults: Sequence[Fault], spots: Mapping[int, Spot]) -> dict[int, list[Mark]]:
    """The marks by page, counted from 0; several at one place share one, since the gate lists them all."""
    marks: dict[int, list[Mark]] = {}
    for index, spot in sorted(spots.items(), key=lambda item: (item[1].down, item[0])):
        fault = faults[index]
        mark = Mark(fault.label, spot.down, fault.end.sentence, index, fault.end.required)
        marks[spot.page] = joined(marks.get(spot.page, []), mark)
    return marks
