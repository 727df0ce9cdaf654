"""Two groups of a wave side by side: gaps on the items both were asked, the mirror gap, the stage."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction

from assessor.analysis.gaps import STAGES_TO_DISCUSS, compare_groups
from assessor.analysis.rounding import decimal_of, shown
from assessor.operations.surveys.survey_forms import STAGE
from assessor.operations.surveys.survey_reading import WaveAnswers, constructs_by_code, constructs_in_order
from assessor.operations.surveys.survey_result_rows import Answers, GapResult, StageResult
from assessor.operations.surveys.survey_summaries import labels_of, tally_of
from assessor.operations.surveys.survey_tellings import answers_to_items, answers_to_question
from assessor.operations.surveys.survey_waves import QuestionRow
from assessor.terms import Group

NO_SCORE = "too few answered enough of it"


def compare_in_wave(wave: WaveAnswers, first: Group, second: Group) -> tuple[GapResult, ...]:
    """How far two groups lie apart in each construct both were asked about (domain.md 2.5 item 7)."""
    names = {code: found.name for code, found in constructs_by_code().items()}
    gaps = (
        _construct_gap(wave, code, names.get(code, code), first, second)
        for code in constructs_in_order(wave.questions)
    )
    return tuple(gap for gap in gaps if gap is not None)


def mirror_gap_of(gaps: Iterable[GapResult]) -> tuple[Decimal | None, int]:
    """The mean difference without signs of two groups' item means, and over how many items it is taken.

    In scale points; only over items whose gap may be told, so that no hidden one can be worked out from it;
    None without such an item. Source: domain.md 2.5 item 7, measure K30.
    """
    told = [abs(item.gap.points) for gap in gaps for item in gap.items if item.gap is not None]
    if not told:
        return None, 0
    return decimal_of(sum(map(Fraction, told), Fraction()) / len(told)), len(told)


def stage_of(wave: WaveAnswers) -> StageResult | None:
    """Both ratings of the stage of collaboration (domain.md 2.4); None where it was not asked."""
    question = next((each for each in wave.questions if each.code == STAGE), None)
    if question is None:
        return None
    sros, administrators = (_stage(wave, question, group) for group in (Group.SRO, Group.ADM))
    difference = None
    if sros.mean is not None and administrators.mean is not None:
        difference = sros.mean - administrators.mean
    to_discuss = difference is not None and abs(shown(difference, 1)) >= STAGES_TO_DISCUSS
    return StageResult(sros, administrators, difference, to_discuss, labels_of(question))


def _stage(wave: WaveAnswers, question: QuestionRow, group: Group) -> Answers:
    return answers_to_question(wave, question, group)


def _construct_gap(wave: WaveAnswers, code: str, name: str, first: Group, second: Group) -> GapResult | None:
    items = [item for item in _shared(wave, first, second) if item.construct == code]
    if not items:
        return None
    if len(items) == 1:
        name = f"{name} ({items[0].code} only)"
    whole = _gap(wave, code, name, items, (first, second))
    parts = tuple(_gap(wave, item.code, item.wording(first), [item], (first, second)) for item in items)
    return GapResult(code, name, whole.first, whole.second, whole.gap, whole.words, parts)


def _shared(wave: WaveAnswers, first: Group, second: Group) -> list[QuestionRow]:
    both = wave.of(first).codes & wave.of(second).codes
    return [item for item in wave.questions if item.is_item and item.code in both]


def _gap(
    wave: WaveAnswers, code: str, name: str, items: Sequence[QuestionRow], groups: tuple[Group, Group]
) -> GapResult:
    first, second = (answers_to_items(wave, items, group) for group in groups)
    unshown = next((each for each in (first, second) if not each.is_shown or each.words), None)
    if unshown is not None:
        return GapResult(code, name, first, second, None, unshown.words)
    gap = compare_groups(*(tally_of(items, wave.of(group)).summary for group in groups))
    return GapResult(code, name, first, second, gap, "" if gap else NO_SCORE)
