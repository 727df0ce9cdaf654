"""The command that brings a table of survey answers in, or says what it would bring."""

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from assessor.cli.asked import CAN_BE_MENDED, DONE, asked_group, counted, opened, read_text

if TYPE_CHECKING:
    from assessor.exchange.survey_tables import TableChoices
    from assessor.operations.survey_dry_runs import DryRun
    from assessor.operations.survey_imports import Imported
    from assessor.operations.survey_proposals import ImportProposal

_DRY_RUN = (
    "Change nothing, and print as JSON what was read: tool, header_rows, answers (responses in the file), "
    "kept, dropped and unclear columns by name and place from 1, how many responses would be taken or "
    "refused, and the values treated as no answer."
)
_TOOLS = (
    "google_forms microsoft_forms surveymonkey qualtrics qualtrics_legacy kobo ona odk_briefcase odk_central "
    "limesurvey redcap redcap_labels generic"
)


def add_survey_options(command: argparse.ArgumentParser) -> None:
    """Add what only a table of survey answers can be told."""
    command.add_argument("--group", help="the group that answered: SRO ADM TCH STU PAR PRT SUP")
    command.add_argument("--mapping", type=Path, help="how to read the columns, as JSON; proposed without it")
    command.add_argument("--sheet", help="the sheet of the workbook; the one with the responses without it")
    command.add_argument("--header-rows", type=int, help="how many rows are headings; found without it")
    command.add_argument(
        "--tool", help=f"the tool the file came from, if it is not recognized: {_TOOLS}", metavar="TOOL"
    )
    command.add_argument("--encoding", help="the encoding of a text file, such as cp1252; found without it")
    command.add_argument("--dry-run", action="store_true", help=_DRY_RUN)


def import_answers(asked: argparse.Namespace) -> int:
    """Bring answers in; with --dry-run only print what was read, as JSON."""
    from assessor.progress import finish

    group = asked_group(asked)
    mapping = read_text(asked.mapping) if asked.mapping else None
    choices = _choices(asked)
    if asked.dry_run:
        return _tell(asked, choices, mapping)
    from assessor.operations.survey_imports import import_survey

    with opened(asked) as engagement:
        work = import_survey(
            engagement, asked.source, title=asked.title, group=group, mapping=mapping, choices=choices
        )
        done = finish(work)
    print(f"{asked.source.name}: {done.responses} answers to {done.questions} questions brought in.")
    print(_left_out(done))
    return DONE


def _choices(asked: argparse.Namespace) -> "TableChoices":
    from assessor.exchange.survey_tables import TableChoices
    from assessor.exchange.survey_tools import SurveyTool
    from assessor.terms import CannotDo

    if asked.tool is not None and asked.tool not in _TOOLS.split():
        raise CannotDo(f"{asked.tool} is no survey tool that is known. Use one of {_TOOLS}.")
    return TableChoices(
        encoding=asked.encoding,
        tool=asked.tool and SurveyTool(asked.tool),
        header_rows=asked.header_rows,
        sheet=asked.sheet,
    )


def _left_out(done: "Imported") -> str:
    from assessor.operations.survey_arrivals import Why

    columns = [one.why for one in done.left_out if one.why in (Why.PRIVATE, Why.NOT_USED)]
    personal = columns.count(Why.PRIVATE)
    unread = sum(one.count for one in done.left_out if one.why is Why.NOT_READ)
    missing = sum(one.count for one in done.left_out if one.why is Why.NO_ANSWER)
    dropped = f"{counted(len(columns), 'column')} dropped, {personal} of them personal"
    return (
        f"{dropped}; {counted(missing, 'value')} treated as no answer; {counted(unread, 'value')} not read."
    )


def _tell(asked: argparse.Namespace, choices: "TableChoices", mapping: str | None) -> int:
    from assessor.exchange.mappings import mapping_from_json
    from assessor.operations.survey_dry_runs import tell_import
    from assessor.operations.survey_proposals import propose_import
    from assessor.progress import finish

    with opened(asked, only_read=True):
        proposal = finish(propose_import(asked.source, choices, asked_group(asked)))
    told = tell_import(proposal, mapping_from_json(mapping) if mapping else None)
    print(json.dumps(_as_json(proposal, told), ensure_ascii=False))
    tool = proposal.table.source_tool
    if tool.holds_responses:
        return DONE
    print(tool.why_not(asked.source.name), file=sys.stderr)
    return CAN_BE_MENDED


def _as_json(proposal: "ImportProposal", told: "DryRun") -> dict[str, object]:
    table = proposal.table
    holds = table.source_tool.holds_responses
    return {
        "tool": table.source_tool.value,
        "header_rows": table.header_rows,
        "answers": table.height if holds else 0,
        "kept": [asdict(column) for column in told.kept] if holds else [],
        "dropped": [asdict(column) for column in told.dropped] if holds else [],
        "unclear": [asdict(column) for column in told.unclear] if holds else [],
        "responses": {"taken": told.taken if holds else 0, "without_answers": told.refused if holds else 0},
        "questions": told.questions if holds else 0,
        "no_answers": [asdict(column) for column in told.changed] if holds else [],
        "encoding": table.encoding,
        "delimiter": table.delimiter,
        "sheet": table.sheet,
        "notes": list(table.notes),
    }
