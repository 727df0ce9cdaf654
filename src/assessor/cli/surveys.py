"""The command that brings a table of survey answers in, or says what it would bring."""

import argparse
import json
import sys
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

from assessor.cli.asked import CAN_BE_MENDED, DONE, asked_group, counted, opened, read_text

if TYPE_CHECKING:
    from assessor.exchange.mappings import Mapping
    from assessor.exchange.survey_tables import TableChoices
    from assessor.operations.surveys.survey_dry_runs import DryRun
    from assessor.operations.surveys.survey_imports import Imported
    from assessor.operations.surveys.survey_proposals import ImportProposal
    from assessor.store import Engagement

_DRY_RUN = (
    "Change nothing, and print as JSON what was read: tool (google_forms, microsoft_forms, surveymonkey, "
    "qualtrics, kobo, ona, odk, limesurvey, redcap, generic, or a questionnaire: redcap_dictionary, xlsform, "
    "limesurvey_structure), header_rows, answers (responses in the file), kept, dropped (personal or "
    "metadata) and unclear columns by name and place from 1, how many responses would be taken, and the "
    "values that would be changed."
)
_TOOLS = (
    "google_forms microsoft_forms surveymonkey qualtrics qualtrics_legacy kobo ona odk_briefcase odk_central "
    "limesurvey redcap redcap_labels generic"
)


def add_survey_options(command: argparse.ArgumentParser) -> None:
    """Add what only a table of survey answers can be told."""
    command.add_argument("--group", help="the group that answered: SRO ADM TCH STU PAR PRT SUP")
    command.add_argument("--mapping", type=Path, help="how to read the columns, as JSON; proposed without it")
    command.add_argument(
        "--codebook",
        type=Path,
        help="the questionnaire, as a REDCap data dictionary, an XLSForm or the structure of a LimeSurvey: "
        "it gives words to codes",
    )
    command.add_argument("--sheet", help="the sheet of the workbook; the one with the responses without it")
    command.add_argument("--header-rows", type=int, help="how many rows are headings; found without it")
    command.add_argument(
        "--tool", help=f"the tool the file came from, if it is not recognized: {_TOOLS}", metavar="TOOL"
    )
    command.add_argument("--wave", default="", help="the title of the wave the answers join; begun if new")
    command.add_argument("--encoding", help="the encoding of a text file, such as cp1252; found without it")
    command.add_argument("--dry-run", action="store_true", help=_DRY_RUN)


def import_answers(asked: argparse.Namespace) -> int:
    """Bring answers in; with --dry-run only print what was read, as JSON."""
    from assessor.operations.surveys.survey_imports import import_proposal
    from assessor.operations.surveys.survey_proposals import propose_import
    from assessor.progress import finish

    group, choices = asked_group(asked), _choices(asked)
    with opened(asked, only_read=asked.dry_run) as engagement:
        proposal = finish(propose_import(asked.source, choices, group, engagement))
        mapping = _mapping(asked, proposal)
        if asked.dry_run:
            return _tell(engagement, proposal, mapping)
        wave_id = _wave(engagement, asked.wave)
        title = asked.title or asked.wave
        done = finish(import_proposal(engagement, proposal, mapping, title=title, wave_id=wave_id))
    answers, questions = counted(done.responses, "answer"), counted(done.questions, "question")
    print(f"{asked.source.name}: {answers} to {questions} brought in.")
    print(_counts(proposal, mapping, done))
    return DONE


def _wave(engagement: "Engagement", title: str) -> str | None:
    """The wave of a title, None where there is none yet."""
    from assessor.operations.surveys.survey_waves import list_waves

    known = {wave.title.casefold(): wave.id for wave in list_waves(engagement)}
    return known.get(title.strip().casefold())


def _choices(asked: argparse.Namespace) -> "TableChoices":
    from assessor.exchange.codebook_files import read_codebook_file
    from assessor.exchange.survey_tables import TableChoices
    from assessor.exchange.survey_tools import SurveyTool
    from assessor.progress import finish
    from assessor.terms import CannotDo

    if asked.tool is not None and asked.tool not in _TOOLS.split():
        raise CannotDo(f"{asked.tool} is no survey tool that is known. Use one of {_TOOLS}.")
    return TableChoices(
        encoding=asked.encoding,
        tool=asked.tool and SurveyTool(asked.tool),
        header_rows=asked.header_rows,
        sheet=asked.sheet,
        codebook=finish(read_codebook_file(asked.codebook)) if asked.codebook else None,
    )


def _mapping(asked: argparse.Namespace, proposal: "ImportProposal") -> "Mapping":
    from assessor.exchange.mappings import mapping_from_json

    group = asked_group(asked)
    mapping = mapping_from_json(read_text(asked.mapping)) if asked.mapping else proposal.mapping
    return replace(mapping, group=group.value) if group else mapping


def _counts(proposal: "ImportProposal", mapping: "Mapping", done: "Imported") -> str:
    from assessor.operations.surveys.survey_arrivals import Why
    from assessor.operations.surveys.survey_dry_runs import DropWhy, tell_columns

    columns = tell_columns(proposal, mapping)
    personal = sum(column.why is DropWhy.PERSONAL for column in columns.dropped)
    values = {why: sum(one.count for one in done.left_out if one.why is why) for why in Why}
    return (
        f"{counted(len(columns.kept), 'column')} kept, {len(columns.dropped)} dropped ({personal} personal, "
        f"{len(columns.dropped) - personal} metadata); {counted(values[Why.NO_ANSWER], 'value')} treated as "
        f"no answer, {values[Why.NOT_READ]} not read."
    )


def _tell(engagement: "Engagement", proposal: "ImportProposal", mapping: "Mapping") -> int:
    from assessor.operations.surveys.survey_dry_runs import tell_import
    from assessor.operations.surveys.survey_imports import find_same_file

    told = _as_json(proposal, tell_import(proposal, mapping))
    already_in = find_same_file(engagement, proposal.source.sha256)
    print(json.dumps({**told, "already_in": already_in}, ensure_ascii=False))
    refusal = proposal.table.source_tool.why_not(proposal.source.path.name)
    if refusal:
        print(refusal, file=sys.stderr)
    return CAN_BE_MENDED if refusal else DONE


def _as_json(proposal: "ImportProposal", told: "DryRun") -> dict[str, object]:
    table = proposal.table
    holds = table.source_tool.holds_responses
    return {
        "tool": table.source_tool.family,
        "variant": table.source_tool.value,
        "header_rows": table.header_rows,
        "answers": table.height if holds else 0,
        "kept": [asdict(column) for column in told.kept] if holds else [],
        "dropped": [asdict(column) for column in told.dropped] if holds else [],
        "unclear": [asdict(column) for column in told.unclear] if holds else [],
        "responses": {"taken": told.taken if holds else 0, "without_answers": told.refused if holds else 0},
        "questions": told.questions if holds else 0,
        "changed": [asdict(column) for column in told.changed] if holds else [],
        "encoding": table.encoding,
        "delimiter": table.delimiter,
        "sheet": table.sheet,
        "notes": list(table.notes),
    }
