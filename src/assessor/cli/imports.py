"""The commands that bring something in: a survey, a document, a transcript, a whole engagement."""

import argparse
from pathlib import Path

from assessor.cli.asked import DONE, asked_group, command, opened, passphrase, read_text
from assessor.cli.documents import import_document
from assessor.cli.transcripts import add_transcript_options, import_transcript


def add_imports(kinds: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add a command for each kind of thing that can be brought in."""
    survey = command(kinds, "survey", _import_survey, "a table of survey answers (CSV)")
    survey.add_argument("--group", help="the group that answered: SRO ADM TCH STU PAR PRT SUP")
    survey.add_argument("--mapping", type=Path, help="how to read the columns, as JSON; proposed without it")
    document = command(kinds, "document", import_document, "a policy or agreement (PDF, DOCX, ODT, TXT, MD)")
    document.add_argument("--anew", action="store_true", help="also where the same file is here already")
    transcript = command(kinds, "transcript", import_transcript, "a transcript (VTT, SRT, TXT, DOCX)")
    add_transcript_options(transcript)
    for kind in (document, transcript):
        kind.add_argument(
            "--dry-run", action="store_true", help="change nothing, and print what was read as JSON"
        )
    for kind in (survey, document, transcript):
        kind.add_argument("file", type=Path, help="the engagement")
        kind.add_argument("source", type=Path, help="the file to bring in")
        kind.add_argument("--title", default="", help="what to call it; the file's name without it")
    whole = command(kinds, "engagement", _import_engagement, "an engagement exported as JSON")
    whole.add_argument("file", type=Path, help="the new engagement to make")
    whole.add_argument("source", type=Path, help="the JSON file")


def _import_survey(asked: argparse.Namespace) -> int:
    from assessor.operations.survey_imports import import_survey
    from assessor.progress import finish

    group = asked_group(asked)
    mapping = read_text(asked.mapping) if asked.mapping else None
    with opened(asked) as engagement:
        done = finish(
            import_survey(
                engagement,
                asked.source,
                title=asked.title,
                group=group,
                mapping=mapping,
            )
        )
    print(f"{asked.source.name}: {done.responses} answers to {done.questions} questions brought in.")
    return DONE


def _import_engagement(asked: argparse.Namespace) -> int:
    from assessor.store import copies

    copies.load(asked.file, read_text(asked.source), passphrase(asked)).close()
    print(f"{asked.file} holds the engagement of {asked.source.name}.")
    return DONE
