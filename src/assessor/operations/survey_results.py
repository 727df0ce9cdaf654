"""Survey results by group, construct and item: everything here has passed disclosure control."""

from decimal import Decimal

from assessor.analysis.disclosure import Cell, protect_family
from assessor.analysis.partnership import (
    PARTIES,
    community_trust_index,
    partnership_index,
    trust_index,
)
from assessor.analysis.responses import response_rate
from assessor.instruments.item_banks import Construct
from assessor.operations.survey_breakdowns import get_breakdown
from assessor.operations.survey_comments import CommentRow, clear_comment, count_waiting, list_open_comments
from assessor.operations.survey_comparisons import compare_in_wave, mirror_gap_of, stage_of
from assessor.operations.survey_reading import WaveAnswers, constructs_by_code, read_wave
from assessor.operations.survey_result_rows import (
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
from assessor.operations.survey_summaries import (
    answers_in_construct,
    answers_to,
    count_construct,
    labels_of,
    protect_alone,
)
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

MORE_THAN_INVITED = "More people answered than were invited. Correct the number invited."
NOT_TOLD = Answers(AnswersState.HIDDEN, "no group is large enough to show")


def get_results(engagement: Engagement, wave_id: str, audience: Audience = Audience.INTERNAL) -> WaveResults:
    """Everything a wave says to an audience. Raises CannotDo when the wave is gone.

    A group under the audience's threshold shows no number anywhere, and totals leave it out.
    """
    with engagement.reading() as session:
        wave = read_wave(session, wave_id, audience)
        groups = tuple(_group_count(wave, group) for group in wave.ordered_groups)
        constructs = _constructs(wave)
        means = _means(constructs)
        both = all(group in wave.groups for group in PARTIES)
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
            gaps=compare_in_wave(wave, *PARTIES) if both else (),
            mirror_gap=mirror_gap_of(wave, *PARTIES),
            stage=stage_of(wave),
            partnership=partnership_index(means),
            trust=trust_index(means),
            community_trust=community_trust_index(means),
            comments_waiting=count_waiting(session, wave),
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


def _group_count(wave: WaveAnswers, group: Group | None) -> GroupCount:
    """How many of a group answered, and of the invited, where that may be shown."""
    n = len(wave.groups.get(group, []))
    asked = wave.asked.get(group) if group else None
    invited = asked.invited if asked else None
    form = asked.form_key if asked else ""
    protected = protect_family({"": Cell(n)}, wave.threshold).total
    if protected.hidden or group is None:
        return GroupCount(group, protected.n, protected.words, invited, None, "", form)
    if invited and n > invited:
        return GroupCount(group, n, protected.words, invited, None, MORE_THAN_INVITED, form)
    rate = response_rate(group, n, invited or 0)
    return GroupCount(group, n, protected.words, invited, rate.percent, rate.caution, form)


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
    asked = {group: (wave.items_of(code, group), given) for group, given in wave.groups.items()}
    groups = {group: answers_in_construct(*asked[group], wave.threshold) for group in asked}
    told = [asked[group] for group, answers in groups.items() if _is_told(answers)]
    return ConstructResult(
        code=code,
        name=known.name if known else code,
        definition=known.definition if known else "",
        items=tuple(
            _question(wave, each) for each in wave.questions if _is_item(each) and each.construct == code
        ),
        groups=groups,
        overall=protect_alone(count_construct(told), wave.threshold) if told else _untold(groups),
    )


def _question(wave: WaveAnswers, question: QuestionRow) -> QuestionResult:
    groups = {group: answers_to(question, given, wave.threshold) for group, given in wave.groups.items()}
    told = [one for group, answers in groups.items() if _is_told(answers) for one in wave.groups[group]]
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
        overall=answers_to(question, told, wave.threshold) if told else _untold(groups),
    )


def _untold(groups: dict[Group | None, Answers]) -> Answers:
    """What stands for all groups together where none of them is told in full."""
    return next(iter(groups.values())) if len(groups) == 1 else NOT_TOLD


def _is_told(answers: Answers) -> bool:
    """Whether a group counts in the whole: what it answered is told in full, so nothing can be subtracted."""
    return answers.is_shown and not answers.words


def _is_item(question: QuestionRow) -> bool:
    return bool(question.construct) and question.kind == "scale"


def _means(constructs: tuple[ConstructResult, ...]) -> dict[Group, dict[str, Decimal]]:
    """The means of constructs that may be shown, by group."""
    means: dict[Group, dict[str, Decimal]] = {}
    for construct in constructs:
        for group, answers in construct.groups.items():
            if group is not None and answers.mean is not None:
                means.setdefault(group, {})[construct.code] = answers.mean
    return means
