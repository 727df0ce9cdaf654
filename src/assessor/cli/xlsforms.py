"""The commands that write a survey form as XLSForm, and take one in."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from assessor.cli.asked import DONE, asked_group, command, counted, opened

if TYPE_CHECKING:
    from assessor.operations.survey_forms.xlsforms import XlsFormTaken

_WHY = {
    "type_not_known": "of a type that is not known",
    "metadata": "asks nobody",
    "note": "only read, not answered",
    "repeated": "asked several times over",
    "no_choices": "without choices",
}


def add_xlsform_export(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str) -> None:
    """Add the command that writes a form as XLSForm."""
    export = command(
        commands, name, export_form, "write a survey form as XLSForm, for KoboToolbox and its like"
    )
    export.add_argument("file", type=Path, help="the engagement")
    export.add_argument("form", help="the form: its key, such as sro, or its title")
    export.add_argument("out", type=Path, help="the workbook to write (XLSX)")


def add_xlsform_import(kinds: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command that makes a form of one's own of an XLSForm."""
    taken = command(kinds, "xlsform", import_form, "a survey form designed as XLSForm")
    taken.add_argument("file", type=Path, help="the engagement")
    taken.add_argument("source", type=Path, help="the workbook")
    taken.add_argument("--group", help="whom it asks, where it does not say: SRO ADM TCH STU PAR PRT SUP")
    taken.add_argument("--title", default="", help="what to call it, where it has no title")


def export_form(asked: argparse.Namespace) -> int:
    """Write a form, shipped or one's own, as XLSForm."""
    from assessor.operations.survey_forms.forms import find_form_named
    from assessor.operations.survey_forms.xlsforms import export_xlsform

    with opened(asked, only_read=True) as engagement:
        row = find_form_named(engagement, asked.form)
        questions = export_xlsform(engagement, row.key, asked.out, row.version)
    print(f"{asked.out} holds “{row.title}”, version {row.version}: {counted(questions, 'question')}.")
    return DONE


def import_form(asked: argparse.Namespace) -> int:
    """Make a form of one's own of an XLSForm, and name what was left out."""
    from assessor.operations.survey_forms.xlsforms import import_xlsform
    from assessor.progress import finish

    group = asked_group(asked)
    with opened(asked) as engagement:
        taken = finish(import_xlsform(engagement, asked.source, group, asked.title))
    print(f"{asked.source.name}: “{taken.title}” with {counted(taken.questions, 'question')} brought in.")
    for line in _told(taken):
        print(line)
    return DONE


def _told(taken: "XlsFormTaken") -> list[str]:
    lines = [
        f"Left out: {one.name or one.type} ({one.type}), {_WHY[one.why.value]}." for one in taken.left_out
    ]
    if taken.conditions:
        asked = "1 question that was" if taken.conditions == 1 else f"{taken.conditions} questions that were"
        lines.append(f"Everybody is now asked {asked} for some only: conditions are not taken in.")
    return lines
