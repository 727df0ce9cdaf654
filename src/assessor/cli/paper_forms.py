"""What the command line asks for a survey form on paper, and how it prints one."""

import argparse
from typing import TYPE_CHECKING

from assessor.cli.asked import opened
from assessor.terms import CannotDo

if TYPE_CHECKING:
    from assessor.progress import Work
    from assessor.report.printing import Printed


def add_paper_form(report: argparse.ArgumentParser) -> None:
    """Let the command that prints ask which form, and in what language."""
    report.add_argument("--form", default="", help="the key of the survey form, such as students")
    report.add_argument("--form-version", type=int, help="its version; else the newest")
    report.add_argument("--language", default="en", help="the language of the form: en or es")
    report.add_argument("--contact", default="", help="whom respondents ask; else who takes complaints")
    report.add_argument("--draft", action="store_true", help="say on the form that it is a draft")


def print_form(asked: argparse.Namespace) -> "Work[Printed]":
    """Print a survey form, shipped or of the engagement's own."""
    from assessor.operations.paper.paper_forms import gather_paper_form
    from assessor.operations.survey_forms.forms import list_forms
    from assessor.report.printing import print_paper_form

    with opened(asked) as engagement:
        if not asked.form:
            known = ", ".join(f"{row.key} ({row.title})" for row in list_forms(engagement))
            raise CannotDo(f"Say which form with --form. Forms are: {known}.")
        form = gather_paper_form(
            engagement,
            asked.form,
            asked.form_version,
            asked.language,
            is_draft=asked.draft,
            contact=asked.contact,
        )
    return print_paper_form(form, asked.out)
