"""The commands that make, print, check, tell and export an engagement."""

import argparse
import sys
from typing import TYPE_CHECKING

from assessor.cli.asked import CAN_BE_MENDED, DONE, opened, passphrase, today
from assessor.cli.paper_forms import print_form
from assessor.terms import CannotDo

if TYPE_CHECKING:
    from assessor.progress import Work
    from assessor.report.printing import Printed


DELIVERABLES = ("strategic-plan", "session-record", "survey-results", "paper-form")


def sample(asked: argparse.Namespace) -> int:
    """Make the sample engagement."""
    from assessor.progress import finish
    from assessor.sample import make_sample

    finish(make_sample(asked.file, passphrase(asked)))
    print(f"{asked.file} holds the sample engagement.")
    return DONE


def new(asked: argparse.Namespace) -> int:
    """Make a new, empty engagement of a client."""
    from assessor.operations.clients import begin_engagement
    from assessor.store import Engagement

    if not asked.client.strip():
        raise CannotDo("A client needs a name. Give it with --client.")
    with Engagement.create(asked.file, passphrase(asked)) as engagement:
        begin_engagement(engagement, asked.client, started_on=today())
    print(f"{asked.file} is ready for {asked.client.strip()}.")
    return DONE


def report(asked: argparse.Namespace) -> int:
    """Print a deliverable: the plan, a session's record, the results of a survey wave, or a survey form."""
    from assessor.progress import finish

    kinds = {
        "strategic-plan": ("the strategic plan", _print_plan),
        "session-record": (f"the record of {asked.session}", _print_session),
        "survey-results": ("the survey results", _print_survey),
        "paper-form": (f"the form {asked.form}", print_form),
    }
    words, start = kinds[asked.kind]
    printed = finish(start(asked))
    for remark in printed.remarks:
        print(remark, file=sys.stderr)
    print(f"{asked.out} holds {words}.")
    return DONE


def _print_plan(asked: argparse.Namespace) -> "Work[Printed]":
    from assessor.operations.gathering import gather_strategic_plan
    from assessor.report.printing import print_plan

    with opened(asked) as engagement:
        plan = gather_strategic_plan(engagement, today())
    return print_plan(plan, asked.out)


def _print_session(asked: argparse.Namespace) -> "Work[Printed]":
    from assessor.operations.session_records import find_sitting, gather_session_record
    from assessor.report.printing import print_session_record

    if not asked.session:
        raise CannotDo("Say which session with --session, by its code, such as --session TCH-FG2.")
    with opened(asked) as engagement:
        record = gather_session_record(engagement, find_sitting(engagement, asked.session))
    return print_session_record(record, asked.out)


def _print_survey(asked: argparse.Namespace) -> "Work[Printed]":
    from assessor.operations.surveys.survey_publishing import gather_publication, publishing
    from assessor.operations.surveys.survey_reports import find_wave
    from assessor.report.printing import print_survey_report

    with opened(asked) as engagement:
        results = gather_publication(engagement, find_wave(engagement, asked.wave))
        with publishing(engagement, results):
            return (yield from print_survey_report(results.report, asked.out))


def check(asked: argparse.Namespace) -> int:
    """Check the file and the golden thread; a broken file or required rule is worth an exit code of 1."""
    from assessor.operations.golden_thread import check_thread

    with opened(asked) as engagement:
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


def history(asked: argparse.Namespace) -> int:
    """List every change, newest first."""
    from assessor.operations.histories import list_changes

    with opened(asked) as engagement:
        for change in list_changes(engagement):
            print(
                f"{change.made_at:%Y-%m-%d %H:%M}  {change.author}  {change.sentence}  ({change.rows} rows)"
            )
    return DONE


def export(asked: argparse.Namespace) -> int:
    """Write the whole engagement as JSON."""
    from assessor.operations.exports import export_engagement
    from assessor.progress import finish

    with opened(asked) as engagement:
        finish(export_engagement(engagement, asked.json))
    print(f"{asked.json} holds the whole engagement, in plain text: keep it safe.")
    return DONE
