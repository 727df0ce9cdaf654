"""The command that brings a transcript in."""

import argparse
import json

from assessor.cli.asked import DONE, asked_group, opened


def import_transcript(asked: argparse.Namespace) -> int:
    """Bring a transcript in as a sitting held; a dry run prints what was read and changes nothing."""
    from assessor.operations import transcripts
    from assessor.operations.sittings import get_sitting
    from assessor.progress import finish

    group = asked_group(asked)
    if asked.dry_run:
        return _tell(asked)
    with opened(asked) as engagement:
        done = finish(transcripts.import_transcript(engagement, asked.source, title=asked.title, group=group))
        speakers = len(get_sitting(engagement, done.sitting_id).seats)
    print(f"{asked.source.name}: {done.remarks} remarks of {speakers} speakers brought in.")
    return DONE


def _tell(asked: argparse.Namespace) -> int:
    from assessor.exchange.reading import read_transcript_file
    from assessor.progress import finish

    with opened(asked, only_read=True):
        transcript = finish(read_transcript_file(asked.source))
    told = {
        "format": transcript.format,
        "utterances": len(transcript.utterances),
        "speakers": [speaker.name for speaker in transcript.speakers],
        "unattributed": transcript.unattributed,
    }
    print(json.dumps(told, ensure_ascii=False))
    return DONE
