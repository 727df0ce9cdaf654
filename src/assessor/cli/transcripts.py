"""The command that brings a transcript in."""

import argparse
import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from assessor.cli.asked import DONE, asked_group, counted, opened, read_text

if TYPE_CHECKING:
    from assessor.operations.transcript_mappings import TranscriptMapping, TranscriptRead
    from assessor.store import Engagement


def add_transcript_options(command: argparse.ArgumentParser) -> None:
    """Add what only a transcript can be told."""
    command.add_argument("--group", help="the group that speaks: SRO ADM TCH STU PAR PRT SUP")
    command.add_argument("--sitting", help="the code of the planned sitting it is of, such as TCH-FG2")
    command.add_argument(
        "--speakers", type=Path, help="whose each speaker is, as JSON: names to codes, groups or facilitator"
    )
    command.add_argument("--drop-names", action="store_true", help="keep no name, not in the roster either")


def import_transcript(asked: argparse.Namespace) -> int:
    """Bring a transcript in as a sitting held; a dry run prints what was read and changes nothing."""
    from assessor.operations.transcript_mappings import read_transcript
    from assessor.operations.transcripts import bring_in_transcript
    from assessor.progress import finish

    asked_group(asked)
    if asked.dry_run:
        return _tell(asked)
    with opened(asked) as engagement:
        read = finish(read_transcript(asked.source))
        done = finish(bring_in_transcript(engagement, read, _mapping(asked, engagement, read)))
    remarks, speakers = counted(done.remarks, "remark"), counted(done.speakers, "speaker")
    print(f"{asked.source.name}: {remarks} of {speakers} brought in.")
    return DONE


def _mapping(
    asked: argparse.Namespace, engagement: "Engagement", read: "TranscriptRead"
) -> "TranscriptMapping":
    from assessor.operations.told_speakers import find_sitting, settle_speakers
    from assessor.operations.transcript_proposals import propose_mapping

    sitting_id = find_sitting(engagement, asked.sitting) if asked.sitting else None
    mapping = propose_mapping(
        engagement, read, group=asked_group(asked), title=asked.title, sitting_id=sitting_id
    )
    mapping = replace(mapping, keeps_names=not asked.drop_names)
    return settle_speakers(engagement, mapping, read_text(asked.speakers)) if asked.speakers else mapping


def _tell(asked: argparse.Namespace) -> int:
    from assessor.exchange.reading import read_transcript_file
    from assessor.progress import finish

    with opened(asked, only_read=True):
        transcript = finish(read_transcript_file(asked.source))
    told = {
        "format": transcript.format,
        "utterances": sum(bool(utterance.text.strip()) for utterance in transcript.utterances),
        "speakers": [speaker.name for speaker in transcript.speakers],
        "unattributed": transcript.unattributed,
    }
    print(json.dumps(told))
    return DONE
