"""Survey results by group, construct and item: everything here has passed disclosure control."""

from assessor.analysis.partnership import (
    PARTIES,
    community_trust_index,
    partnership_index,
    trust_index,
)
from assessor.operations.surveys.survey_breakdowns import get_breakdown
from assessor.operations.surveys.survey_comments import (
    CommentRow,
    clear_comment,
    count_waiting,
    list_open_comments,
)
from assessor.operations.surveys.survey_comparisons import compare_in_wave, mirror_gap_of, stage_of
from assessor.operations.surveys.survey_rates import group_count
from assessor.operations.surveys.survey_reading import read_wave
from assessor.operations.surveys.survey_result_rows import (
    Answers,
    AnswersState,
    Audience,
    Breakdown,
    ConstructResult,
    GapResult,
    GroupCount,
    QuestionResult,
    StageResult,
    WaveResults,
)
from assessor.operations.surveys.survey_tellings import means_of, tell_constructs, tell_question
from assessor.store import Engagement
from assessor.terms import Group

__all__ = [
    "Answers",
    "AnswersState",
    "Audience",
    "Breakdown",
    "CommentRow",
    "ConstructResult",
    "GapResult",
    "GroupCount",
    "QuestionResult",
    "StageResult",
    "WaveResults",
    "clear_comment",
    "get_breakdown",
    "get_item_answers",
    "get_results",
    "list_gaps",
    "list_open_comments",
]


def get_results(engagement: Engagement, wave_id: str, audience: Audience = Audience.INTERNAL) -> WaveResults:
    """Everything a wave says to an audience. Raises CannotDo when the wave is gone.

    A group under the audience's threshold shows no number anywhere, and totals leave it out.
    """
    with engagement.reading() as session:
        wave = read_wave(session, wave_id, audience)
        groups = tuple(group_count(wave, group) for group in wave.ordered_groups)
        constructs = tell_constructs(wave)
        means = means_of(constructs)
        both = all(group in wave.answers for group in PARTIES)
        gaps = compare_in_wave(wave, *PARTIES) if both else ()
        mirror_gap, mirrored = mirror_gap_of(gaps)
        return WaveResults(
            wave_id=wave_id,
            title=wave.wave.title,
            opened_on=wave.wave.opened_on,
            closed_on=wave.wave.closed_on,
            audience=audience,
            threshold=wave.threshold,
            answers=sum(count.n or 0 for count in groups),
            groups=groups,
            constructs=constructs,
            questions=tuple(tell_question(wave, each) for each in wave.questions if not each.is_item),
            gaps=gaps,
            mirror_gap=mirror_gap,
            stage=stage_of(wave),
            partnership=partnership_index(means),
            trust=trust_index(means),
            community_trust=community_trust_index(means),
            comments_waiting=count_waiting(session, wave),
            mirrored=mirrored,
            with_schools=frozenset(
                count.group for count in groups if not count.is_hidden and any(wave.of(count.group).sites)
            ),
        )


def get_item_answers(
    engagement: Engagement, wave_id: str, code: str, audience: Audience = Audience.PUBLIC
) -> QuestionResult:
    """What each group answered to one question: n, shares of its points, % favorable and % don't know.

    Raises CannotDo when the wave or the question is gone.
    """
    with engagement.reading() as session:
        wave = read_wave(session, wave_id, audience)
        return tell_question(wave, wave.question(code))


def list_gaps(
    engagement: Engagement,
    wave_id: str,
    first: Group = Group.SRO,
    second: Group = Group.ADM,
    audience: Audience = Audience.INTERNAL,
) -> tuple[GapResult, ...]:
    """How far two groups lie apart in each construct, on the items both were asked (domain.md 2.5 item 7)."""
    with engagement.reading() as session:
        return compare_in_wave(read_wave(session, wave_id, audience), first, second)
