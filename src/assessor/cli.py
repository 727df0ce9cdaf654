"""The command line: `assessor [FILE]` opens the window, `assessor COMMAND` does one thing and ends.

Exit codes: 0 done; 1 something a person can mend, said in one sentence on standard error, or a check that
found something; 2 the command was not understood; 3 a fault of the program, logged in full.
"""

import argparse
import logging
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from assessor import __version__
from assessor.terms import CannotDo, Group

if TYPE_CHECKING:
    from assessor.store import Engagement

DONE, CAN_BE_MENDED, NOT_UNDERSTOOD, FAULT = 0, 1, 2, 3
_CHILDREN = ("print-pdf", "read-file")
"""Words by which a frozen bundle, which is its own interpreter, starts its own processes."""
_COMMANDS = ("sample", "new", "import", "report", "check", "history", "export")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given and given[0] in _CHILDREN:
        return _run_as_child(*given)
    if not given or (given[0] not in _COMMANDS and not given[0].startswith("-")):
        return _open_window(given)
    asked = _parser().parse_args(given)
    try:
        result: int = asked.do(asked)
    except CannotDo as error:
        print(error, file=sys.stderr)
        return CAN_BE_MENDED
    except BrokenPipeError:
        return DONE
    except Exception:
        logging.exception("Assessor failed; nothing was changed")
        return FAULT
    return result


def _run_as_child(word: str, *arguments: str) -> int:
    if word == "print-pdf":
        from assessor.report import pdf

        return pdf.main(arguments)
    from assessor.exchange import reading

    return reading.main(list(arguments))


def _open_window(given: list[str]) -> int:
    from assessor.app import run

    if len(given) > 1:
        print("Give one engagement file to open, or a command; see assessor --help.", file=sys.stderr)
        return NOT_UNDERSTOOD
    return run(Path(given[0]) if given else None)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="assessor", description="Assess and improve how SROs and school administrators work together."
    )
    parser.add_argument("--version", action="version", version=f"Assessor {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _command(commands, "sample", _sample, "make the sample engagement").add_argument("file", type=Path)
    new = _command(commands, "new", _new, "make a new, empty engagement")
    new.add_argument("file", type=Path)
    new.add_argument("--client", required=True, help="the district or agency it is for")
    _add_imports(commands.add_parser("import", help="bring something in").add_subparsers(required=True))
    report = _command(commands, "report", _report, "print a deliverable")
    report.add_argument("file", type=Path)
    report.add_argument("--kind", choices=["strategic-plan"], required=True)
    report.add_argument("--out", type=Path, required=True, help="the PDF to write")
    check = _command(commands, "check", _check, "check the file, and what is loose on the golden thread")
    check.add_argument("file", type=Path)
    history = _command(commands, "history", _history, "list every change, newest first")
    history.add_argument("file", type=Path)
    export = _command(commands, "export", _export, "write the whole engagement as JSON")
    export.add_argument("file", type=Path)
    export.add_argument("--json", type=Path, required=True, metavar="OUT", help="the file to write")
    return parser


def _add_imports(kinds: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    survey = _command(kinds, "survey", _import_survey, "a table of survey answers (CSV)")
    survey.add_argument("--group", help="the group that answered: SRO ADM TCH STU PAR PRT SUP")
    survey.add_argument("--mapping", type=Path, help="how to read the columns, as JSON; proposed without it")
    document = _command(kinds, "document", _import_document, "a policy or agreement (PDF, DOCX, TXT, MD)")
    transcript = _command(kinds, "transcript", _import_transcript, "a transcript (VTT, SRT, TXT)")
    transcript.add_argument("--group", help="the group that speaks: SRO ADM TCH STU PAR PRT SUP")
    for kind in (survey, document, transcript):
        kind.add_argument("file", type=Path, help="the engagement")
        kind.add_argument("source", type=Path, help="the file to bring in")
        kind.add_argument("--title", default="", help="what to call it; the file's name without it")
    whole = _command(kinds, "engagement", _import_engagement, "an engagement exported as JSON")
    whole.add_argument("file", type=Path, help="the new engagement to make")
    whole.add_argument("source", type=Path, help="the JSON file")


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    do: Callable[[argparse.Namespace], int],
    explained: str,
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=explained, description=explained.capitalize())
    command.add_argument(
        "--passphrase-file", type=Path, help="a file with the passphrase of the engagement on its first line"
    )
    command.set_defaults(do=do)
    return command


def _sample(asked: argparse.Namespace) -> int:
    from assessor.progress import finish
    from assessor.sample import make_sample

    finish(make_sample(asked.file, _passphrase(asked)))
    print(f"{asked.file} holds the sample engagement.")
    return DONE


def _new(asked: argparse.Namespace) -> int:
    from assessor.operations.clients import begin_engagement
    from assessor.store import Engagement

    if not asked.client.strip():
        raise CannotDo("A client needs a name. Give it with --client.")
    with Engagement.create(asked.file, _passphrase(asked)) as engagement:
        begin_engagement(engagement, asked.client, started_on=_today())
    print(f"{asked.file} is ready for {asked.client.strip()}.")
    return DONE


def _import_survey(asked: argparse.Namespace) -> int:
    from assessor.operations.survey_imports import import_survey
    from assessor.progress import finish

    group = _group(asked)
    mapping = _read_text(asked.mapping) if asked.mapping else None
    with _opened(asked) as engagement:
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


def _import_document(asked: argparse.Namespace) -> int:
    from assessor.operations.documents import get_document, import_document
    from assessor.progress import finish

    with _opened(asked) as engagement:
        document = get_document(
            engagement, finish(import_document(engagement, asked.source, title=asked.title))
        )
    words, pages = _counted(document.words, "word"), _counted(document.pages, "page")
    read = f"{words} on {pages}" if document.has_text else "a scan without text"
    print(f"{asked.source.name}: {read} brought in.")
    return DONE


def _import_transcript(asked: argparse.Namespace) -> int:
    from assessor.operations.sittings import get_sitting
    from assessor.operations.transcripts import import_transcript
    from assessor.progress import finish

    group = _group(asked)
    with _opened(asked) as engagement:
        done = finish(import_transcript(engagement, asked.source, title=asked.title, group=group))
        speakers = len(get_sitting(engagement, done.sitting_id).seats)
    print(f"{asked.source.name}: {done.remarks} remarks of {speakers} speakers brought in.")
    return DONE


def _group(asked: argparse.Namespace) -> Group | None:
    if asked.group is not None and asked.group not in list(Group):
        raise CannotDo(f"{asked.group} is no group. Use one of {' '.join(Group)}.")
    return asked.group and Group(asked.group)


def _import_engagement(asked: argparse.Namespace) -> int:
    from assessor.store import copies

    copies.load(asked.file, _read_text(asked.source), _passphrase(asked)).close()
    print(f"{asked.file} holds the engagement of {asked.source.name}.")
    return DONE


def _report(asked: argparse.Namespace) -> int:
    from assessor.operations.gathering import gather_strategic_plan
    from assessor.progress import finish
    from assessor.report.printing import print_plan

    with _opened(asked) as engagement:
        plan = gather_strategic_plan(engagement, _today())
    printed = finish(print_plan(plan, asked.out))
    for remark in printed.remarks:
        print(remark, file=sys.stderr)
    print(f"{asked.out} holds the strategic plan.")
    return DONE


def _check(asked: argparse.Namespace) -> int:
    from assessor.operations.golden_thread import check_thread

    with _opened(asked) as engagement:
        broken = engagement.check_integrity()
        loose = check_thread(engagement)
    for line in broken:
        print(f"file: {line}")
    for end in loose:
        print(f"{end.rule}{' required' if end.required else ''}: {end.sentence}")
    required = sum(end.required for end in loose)
    whole = "The file is whole." if not broken else f"The file has {len(broken)} faults."
    print(f"{whole} {required} required rules broken, {len(loose) - required} worth a look.")
    return CAN_BE_MENDED if broken or required else DONE


def _history(asked: argparse.Namespace) -> int:
    from assessor.operations.histories import list_changes

    with _opened(asked) as engagement:
        for change in list_changes(engagement):
            print(
                f"{change.made_at:%Y-%m-%d %H:%M}  {change.author}  {change.sentence}  ({change.rows} rows)"
            )
    return DONE


def _export(asked: argparse.Namespace) -> int:
    from assessor.operations.exports import export_engagement
    from assessor.progress import finish

    with _opened(asked) as engagement:
        finish(export_engagement(engagement, asked.json))
    print(f"{asked.json} holds the whole engagement, in plain text: keep it safe.")
    return DONE


@contextmanager
def _opened(asked: argparse.Namespace) -> "Iterator[Engagement]":
    from assessor.store import Engagement

    with Engagement.open(asked.file, _passphrase(asked)) as engagement:
        yield engagement


def _passphrase(asked: argparse.Namespace) -> str | None:
    if asked.passphrase_file is None:
        return None
    lines = _read_text(asked.passphrase_file).splitlines()
    if not lines or not lines[0]:
        raise CannotDo(f"{asked.passphrase_file.name} is empty. Put the passphrase on its first line.")
    return lines[0]


def _read_text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise CannotDo(f"{path} cannot be read: {error.strerror}. Check the name.") from error
    except UnicodeDecodeError as error:
        raise CannotDo(f"{path.name} is not a text file in UTF-8.") from error


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the day on the wall
