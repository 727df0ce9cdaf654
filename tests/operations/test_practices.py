"""A practice lies in a file of its own, is judged by what was shown, and leaves nothing."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from assessor.analysis.note_scores import Share
from assessor.instruments.practices import Practice, get_practice
from assessor.operations.practices import PracticeFile, ToldCaption, score_practice
from assessor.operations.remarks import note_remark, tally_agreement
from assessor.operations.sittings import begin_sitting, get_sitting
from assessor.terms import RemarkKind

TEN = datetime(2026, 11, 12, 10, tzinfo=UTC)


@pytest.fixture
def practice() -> Practice:
    return get_practice("first")


@pytest.fixture
def file(practice: Practice) -> Iterator[PracticeFile]:
    made = PracticeFile(practice)
    yield made
    made.throw_away()


def seconds_at(moment: datetime) -> float:
    return (moment - TEN).total_seconds()


def test_the_sitting_has_the_seats_and_the_guide_of_the_practice(
    file: PracticeFile, practice: Practice
) -> None:
    sitting = get_sitting(file.engagement, file.sitting_id)

    assert [seat.description for seat in sitting.seats] == [seat.description for seat in practice.seats]
    assert [seat.number for seat in sitting.seats] == [seat.number for seat in practice.seats]
    assert (sitting.title, sitting.guide_key) == (practice.title, practice.guide)


def test_what_was_said_is_judged_by_seat_quote_and_votes(file: PracticeFile, practice: Practice) -> None:
    begin_sitting(file.engagement, file.sitting_id, TEN)
    people = [seat.participant_id for seat in get_sitting(file.engagement, file.sitting_id).seats]
    new = note_remark(
        file.engagement,
        file.sitting_id,
        "I started in August and nobody introduced us.",
        speakers=[people[1]],
        said_at=TEN + timedelta(seconds=3),
        is_quote=True,
    )
    tally_agreement(file.engagement, new, 1, 0)
    note_remark(file.engagement, file.sitting_id, "Met him in August?", kind=RemarkKind.PARKED, said_at=TEN)
    told = [ToldCaption(caption, 0, 6) for caption in practice.captions if caption.code in {"C01", "C04"}]
    scores = score_practice(file, told, seconds_at)

    one = Share(1, 1)
    assert (scores.noted, scores.attribution, scores.quotes, scores.counts) == (one, one, one, one)


def test_thrown_away_nothing_is_left(file: PracticeFile) -> None:
    assert file.folder.is_dir()
    file.throw_away()
    file.throw_away()

    assert not file.folder.exists()
