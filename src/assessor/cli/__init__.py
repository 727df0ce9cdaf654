"""The command line: `assessor [FILE]` opens the window, `assessor COMMAND` does one thing and ends.

Exit codes: 0 done; 1 something a person can mend, said in one sentence on standard error, or a check that
found something; 2 the command was not understood; 3 a fault of the program, logged in full.
"""

import argparse
import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from assessor import __version__
from assessor.cli import commands
from assessor.cli.asked import CAN_BE_MENDED, DONE, FAULT, NOT_UNDERSTOOD, command
from assessor.cli.imports import add_imports
from assessor.cli.paper_forms import add_paper_form
from assessor.cli.xlsforms import add_xlsform_export
from assessor.terms import CannotDo

_CHILDREN = ("print-pdf", "read-file")
"""Words by which a frozen bundle, which is its own interpreter, starts its own processes."""
_EXPORT_FORM = "export xlsform"
_COMMANDS = ("sample", "new", "import", "report", "check", "history", "export")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given and given[0] in _CHILDREN:
        return _run_as_child(*given)
    if not given or (given[0] not in _COMMANDS and not given[0].startswith("-")):
        return _open_window(given)
    asked = _parser().parse_args(_with_long_command(given))
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


def _with_long_command(given: list[str]) -> list[str]:
    """A command of two words as the parser knows it: as one."""
    long = " ".join(given[:2])
    return [long, *given[2:]] if long == _EXPORT_FORM else given


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
    kinds = parser.add_subparsers(required=True, metavar="COMMAND")
    command(kinds, "sample", commands.sample, "make the sample engagement").add_argument("file", type=Path)
    new = command(kinds, "new", commands.new, "make a new, empty engagement")
    new.add_argument("file", type=Path)
    new.add_argument("--client", required=True, help="the district or agency it is for")
    add_imports(kinds.add_parser("import", help="bring something in").add_subparsers(required=True))
    report = command(kinds, "report", commands.report, "print a deliverable")
    report.add_argument("file", type=Path)
    report.add_argument("--kind", choices=commands.DELIVERABLES, required=True)
    report.add_argument("--session", default="", help="the code of the session whose record it is")
    report.add_argument("--wave", default="", help="the title of the survey wave; else the newest")
    add_paper_form(report)
    report.add_argument("--out", type=Path, required=True, help="the PDF to write")
    check = command(kinds, "check", commands.check, "check the file, and what is loose on the golden thread")
    check.add_argument("file", type=Path)
    history = command(kinds, "history", commands.history, "list every change, newest first")
    history.add_argument("file", type=Path)
    export = command(kinds, "export", commands.export, "write the whole engagement as JSON")
    export.add_argument("file", type=Path)
    export.add_argument("--json", type=Path, required=True, metavar="OUT", help="the file to write")
    add_xlsform_export(kinds, _EXPORT_FORM)
    return parser
