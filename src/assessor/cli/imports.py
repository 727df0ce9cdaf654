"""The commands that bring something in: answers, a form, a document, a transcript, a whole engagement."""

import argparse
from pathlib import Path

from assessor.cli.asked import DONE, command, passphrase, read_text
from assessor.cli.documents import import_document
from assessor.cli.measures import add_measure_options, import_measures
from assessor.cli.surveys import add_survey_options, import_answers
from assessor.cli.transcripts import add_transcript_options, import_transcript
from assessor.cli.xlsforms import add_xlsform_import


def add_imports(kinds: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add a command for each kind of thing that can be brought in."""
    survey = command(kinds, "survey", import_answers, "a table of survey answers (CSV, XLSX)")
    add_survey_options(survey)
    document = command(kinds, "document", import_document, "a policy or agreement (PDF, DOCX, ODT, TXT, MD)")
    document.add_argument("--anew", action="store_true", help="also where the same file is here already")
    transcript = command(kinds, "transcript", import_transcript, "a transcript (VTT, SRT, TXT, DOCX)")
    add_transcript_options(transcript)
    measures = command(kinds, "measures", import_measures, "program data: a table, or a federal school file")
    add_measure_options(measures)
    for kind in (document, transcript, measures):
        kind.add_argument(
            "--dry-run", action="store_true", help="change nothing, and print what was read as JSON"
        )
    for kind in (survey, document, transcript, measures):
        kind.add_argument("file", type=Path, help="the engagement")
        kind.add_argument("source", type=Path, help="the file to bring in")
    for kind in (survey, document, transcript):
        kind.add_argument("--title", default="", help="what to call it; the file's name without it")
    add_xlsform_import(kinds)
    whole = command(kinds, "engagement", _import_engagement, "an engagement exported as JSON")
    whole.add_argument("file", type=Path, help="the new engagement to make")
    whole.add_argument("source", type=Path, help="the JSON file")


def _import_engagement(asked: argparse.Namespace) -> int:
    from assessor.store import copies

    copies.load(asked.file, read_text(asked.source), passphrase(asked)).close()
    print(f"{asked.file} holds the engagement of {asked.source.name}.")
    return DONE
