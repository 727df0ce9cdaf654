"""The command that brings a transcript in."""

import argparse

from assessor.cli.asked import DONE, asked_group, opened


def import_transcript(asked: argparse.Namespace) -> int:
    """Bring a transcript in as a sitting held."""
    from assessor.operations import transcripts
    from assessor.operations.sittings import get_sitting
    from assessor.progress import finish

    group = asked_group(asked)
    with opened(asked) as engagement:
        done = finish(transcripts.import_transcript(engagement, asked.source, title=asked.title, group=group))
        speakers = len(get_sitting(engagement, done.sitting_id).seats)
    print(f"{asked.source.name}: {done.remarks} remarks of {speakers} speakers brought in.")
    return DONE
