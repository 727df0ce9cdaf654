"""The command that brings in program data: measures from a table, or a federal school file."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assessor.cli.asked import DONE, counted, opened, read_text

if TYPE_CHECKING:
    from assessor.operations.measures.measure_imports import MeasurePreview
    from assessor.operations.measures.measure_proposals import MeasureProposal

_MOST_LISTED = 200


def add_measure_options(measures: argparse.ArgumentParser) -> None:
    """Add what can be told of a table of measures."""
    measures.add_argument(
        "--mapping", type=Path, help="how to read the columns, as JSON; proposed without it"
    )
    measures.add_argument("--period", default="", help="the period where the table names none: 2017-18")
    measures.add_argument("--district", default="", help="of a federal file: 7-digit LEAID, or the name")
    measures.add_argument("--sheet", help="the sheet of a workbook; the first without it")


def import_measures(asked: argparse.Namespace) -> int:
    """Bring in a table of measures, or tell what would come of it."""
    from assessor.exchange.measure_mappings import measure_mapping_from_json
    from assessor.exchange.measure_tables import MeasureChoices
    from assessor.operations.measures import measure_imports
    from assessor.operations.measures.measure_proposals import propose_measures
    from assessor.operations.measures.measure_tables import Fate
    from assessor.progress import finish

    choices = MeasureChoices(sheet=asked.sheet, district=asked.district)
    with opened(asked, only_read=asked.dry_run) as engagement:
        proposal = finish(propose_measures(engagement, asked.source, choices, asked.period))
        told = measure_mapping_from_json(read_text(asked.mapping)) if asked.mapping else None
        mapping = told or proposal.mapping
        if asked.dry_run:
            preview = measure_imports.preview_measures(engagement, proposal, mapping)
            print(json.dumps(_told(proposal, preview), indent=2, ensure_ascii=False))
            return DONE
        preview = finish(measure_imports.import_measures(engagement, proposal, mapping))
    taken, changed = preview.count(Fate.TAKEN), preview.count(Fate.CHANGED)
    refused = preview.count(Fate.REFUSED)
    print(
        f"{asked.source.name}: {counted(taken, 'value')} taken, {changed} changed, {refused} refused"
        f" of {counted(len({line.measure for line in preview.wanted}), 'measure')}."
    )
    return DONE


def _told(proposal: "MeasureProposal", preview: "MeasurePreview") -> dict[str, Any]:
    """A dry run as JSON: how the table is read, and what becomes of its lines."""
    from assessor.exchange.measure_mappings import measure_mapping_to_json
    from assessor.operations.measures.measure_tables import Fate

    table = proposal.table
    refused = [line for line in preview.lines if line.fate is Fate.REFUSED]
    changed = [line for line in preview.lines if line.fate is Fate.CHANGED]
    return {
        "file": proposal.path.name,
        "layout": proposal.mapping.layout.value,
        "header_rows": table.header_row,
        "rows": table.rows_read,
        "rows_used": len(table.rows),
        "encoding": table.encoding,
        "sheet": table.sheet,
        "mapping_known": proposal.is_known,
        "taken": preview.count(Fate.TAKEN),
        "changed": [
            {"what": f"{line.measure}, {line.whom}, {line.period}", "before": line.before}
            for line in changed[:_MOST_LISTED]
        ],
        "same": preview.count(Fate.SAME),
        "refused": len(refused),
        "why_refused": [
            {"where": line.source, "measure": line.measure, "of": line.whom, "why": line.why}
            for line in refused[:_MOST_LISTED]
        ],
        "of_other_schools": preview.count(Fate.ELSEWHERE),
        "adds_measures": list(preview.added),
        "schools_not_found": list(preview.not_found),
        "doubts": [
            {"what": f"{line.measure}, {line.whom}, {line.period}", "why": " ".join(line.doubts)}
            for line in preview.wanted
            if line.doubts
        ][:_MOST_LISTED],
        "mapping": json.loads(measure_mapping_to_json(proposal.mapping)),
    }
