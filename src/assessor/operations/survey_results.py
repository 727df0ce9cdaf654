"""Survey results by group, construct and item: everything here has passed disclosure control."""

from collections import Counter
from decimal import Decimal
from typing import Any

from assessor.analysis.partnership import (
    PARTIES,
    community_trust_index,
    partnership_index,
    trust_index,
)
from assessor.instruments.item_banks import Construct
from assessor.operations.survey_breakdowns import get_breakdown
from assessor.operations.survey_comments import CommentRow, clear_comment, count_waiting, list_open_comments
from assessor.operations.survey_comparisons import compare_in_wave, mirror_gap_of, stage_of
from assessor.operations.survey_counting import count_tally, count_values
from assessor.operations.survey_rates import group_count
from assessor.operations.survey_reading import WaveAnswers, constructs_by_code, read_wave
from assessor.operations.survey_reliability import reliability_in
from assessor.operations.survey_result_rows import (
    NOT_ASKED,
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
from assessor.operations.survey_summaries import labels_of, protect_alone, tally_of, together
from assessor.operations.survey_waves import QuestionRow
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

NOT_TOLD = Answers(AnswersState.HIDDEN, "no group is large enough to show")


def get_results(engagement: Engagement, wave_id: str, audience: Audience = Audience.INTERNAL) -> WaveResults:
    """Everything a wave says to an audience. Raises CannotDo when the wave is gone.

    A group under the audience's threshold shows no number anywhere, and totals leave it out.
    """
    with engagement.reading() as session:
        wave = read_wave(session, wave_id, audience)
        groups = tuple(group_count(wave, group) for group in wave.ordered_groups)
        constructs = _constructs(wave)
        means = _means(constructs)
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
            questions=tuple(_question(wave, each) for each in wave.questions if not _is_item(each)),
            gaps=gaps,
            mirror_gap=mirror_gap,
            stage=stage_of(wave),
            partnership=partnership_index(means),
            trust=trust_index(means),
            community_trust=community_trust_index(means),
            comments_waiting=count_waiting(session, wave),
            mirrored=mirrored,
        )


def get_item_answers(
    engagement: Engagement, wave_id: str, code: str, audience: Audience = Audience.PUBLIC
) -> QuestionResult:
    """What each group answered to one question: n, shares of its points, % favorable and % don't know.

    Raises CannotDo when the wave or the question is gone.
    """
    with engagement.reading() as session:
        wave = read_wave(session, wave_id, audience)
        return _question(wave, wave.question(code))


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


def _constructs(wave: WaveAnswers) -> tuple[ConstructResult, ...]:
    """The constructs asked about in the library's order, and after them those of the wave's own."""
    known = constructs_by_code()
    asked = dict.fromkeys(question.construct for question in wave.questions if _is_item(question))
    return tuple(
        _construct(wave, code, known.get(code))
        for code in (
            *(code for code in known if code in asked),
            *(code for code in asked if code not in known),
        )
    )


def _construct(wave: WaveAnswers, code: str, known: Construct | None) -> ConstructResult:
    asked = {group: wave.items_of(code, group) for group in wave.answers}
    tallies = {group: tally_of(items, wave.of(group)) for group, items in asked.items() if items}
    groups = {
        group: protect_alone(count_tally(tallies[group]), wave.threshold) if items else NOT_ASKED
        for group, items in asked.items()
    }
    told = [tallies[group] for group, answers in groups.items() if is_told(answers) and len(asked[group]) > 1]
    return ConstructResult(
        code=code,
        name=known.name if known else code,
        definition=known.definition if known else "",
        items=tuple(
            _question(wave, each) for each in wave.questions if _is_item(each) and each.construct == code
        ),
        groups=groups,
        overall=protect_alone(count_tally(together(told)), wave.threshold) if told else _untold(groups),
        asked={group: len(items) for group, items in asked.items()},
        reliability={
            group: reliability_in(items, wave.of(group), groups[group])
            for group, items in asked.items()
            if len(items) > 1
        },
    )


def _question(wave: WaveAnswers, question: QuestionRow) -> QuestionResult:
    counts = {group: given.counts(question.code) for group, given in wave.answers.items()}
    groups = {
        group: protect_alone(count_values(question, found), wave.threshold) if found else NOT_ASKED
        for group, found in counts.items()
    }
    told = sum((counts[group] for group, answers in groups.items() if is_told(answers)), Counter[Any]())
    return QuestionResult(
        code=question.code,
        text=question.text,
        wordings=question.wordings,
        kind=question.kind,
        construct=question.construct,
        is_reversed=question.is_reversed,
        labels=labels_of(question),
        low=question.low,
        high=question.high,
        groups=groups,
        overall=protect_alone(count_values(question, told), wave.threshold) if told else _untold(groups),
    )


def _untold(groups: dict[Group | None, Answers]) -> Answers:
    """What stands for all groups together where none of them is told in full."""
    return next(iter(groups.values())) if len(groups) == 1 else NOT_TOLD


def is_told(answers: Answers) -> bool:
    """Whether a group counts in the whole: what it answered is told in full, so nothing can be subtracted."""
    return answers.is_shown and not answers.words


def _is_item(question: QuestionRow) -> bool:
    return bool(question.construct) and question.kind == "scale"


def _means(constructs: tuple[ConstructResult, ...]) -> dict[Group, dict[str, Decimal]]:
    """The means of constructs that may be shown, by group; a single item is no construct's mean."""
    means: dict[Group, dict[str, Decimal]] = {}
    for construct in constructs:
        for group, answers in construct.groups.items():
            if group is not None and answers.mean is not None and not construct.is_single(group):
                means.setdefault(group, {})[construct.code] = answers.mean
    return means
