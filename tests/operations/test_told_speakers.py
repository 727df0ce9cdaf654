"""Whose each speaker is, told in words on the command line."""

from pathlib import Path

import pytest

from assessor.operations.participants import add_participant
from assessor.operations.sittings import add_sitting
from assessor.operations.told_speakers import find_sitting, settle_speakers
from assessor.operations.transcript_mappings import Part, TranscriptMapping, Whose, read_transcript
from assessor.operations.transcript_proposals import propose_mapping
from assessor.progress import finish
from assessor.store import Engagement
from assessor.terms import CannotDo, Group, SittingKind


@pytest.fixture
def mapping(engagement: Engagement, tmp_path: Path) -> TranscriptMapping:
    path = tmp_path / "talk.txt"
    path.write_text("Ann: One.\nBo: Two.\nCy: Three.\nDi: Four.\nAnn: Five.\n")
    return propose_mapping(engagement, finish(read_transcript(path)))


def test_codes_groups_names_and_words_are_understood(
    engagement: Engagement, mapping: TranscriptMapping
) -> None:
    known = add_participant(engagement, Group.TCH)
    settled = settle_speakers(
        engagement, mapping, '{"Ann": "TCH-01", "Bo": "SRO", "Cy": "Ann", "Di": "facilitator"}'
    )
    assert settled.whose == {
        "Ann": Whose(Part.KNOWN, known),
        "Bo": Whose(Part.NEW, group=Group.SRO),
        "Cy": Whose(Part.SAME, speaker="Ann"),
        "Di": Whose(Part.OURS),
    }


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ("{", "not written as JSON"),
        ('["Ann"]', "are to be told as"),
        ('{"Ann": 1}', "are to be told as"),
        ('{"Eve": "SRO"}', "No speaker of the transcript is called “Eve”"),
        ('{"Ann": "TCH-09"}', "“TCH-09” for “Ann” is not known"),
    ],
)
def test_what_is_not_understood_is_said(
    engagement: Engagement, mapping: TranscriptMapping, told: str, sentence: str
) -> None:
    with pytest.raises(CannotDo, match=sentence):
        settle_speakers(engagement, mapping, told)


def test_a_sitting_is_found_by_its_code(engagement: Engagement) -> None:
    planned = add_sitting(engagement, SittingKind.FOCUS_GROUP, "Teachers", group=Group.TCH)
    assert find_sitting(engagement, "TCH-FG1") == planned
    with pytest.raises(CannotDo, match="no sitting with the code TCH-FG2"):
        find_sitting(engagement, "TCH-FG2")
