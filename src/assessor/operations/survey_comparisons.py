"""Two groups of a wave side by side: gaps on the items both were asked, the mirror gap, the stage."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from assessor.analysis.gaps import STAGES_TO_DISCUSS, compare_groups
from assessor.analysis.rounding import decimal_of, shown
from assessor.operations.survey_forms import STAGE
from assessor.operations.survey_reading import WaveAnswers, constructs_by_code
from assessor.operations.survey_result_rows import Answers, GapResult, StageResult
from assessor.operations.survey_summaries import answers_in_construct, answers_to, labels_of, summarize_items
from assessor.operations.survey_waves import QuestionRow
from assessor.terms import Group

NO_SCORE = "too few answered enough of it"


def compare_in_wave(wave: WaveAnswers, first: Group, second: Group) -> tuple[GapResult, ...]:
    """How far two groups lie apart in each construct both were asked about (domain.md 2.5 item 7)."""
    asked = {question.construct for question in wave.questions if question.kind == "scale"}
    names = {code: found.name for code, found in constructs_by_code().items()}
    ordered = [code for code in (*names, *sorted(asked - set(names))) if code in asked and code]
    gaps = (_construct_gap(wave, code, names.get(code, code), first, second) for code in ordered)
    return tuple(gap for gap in gaps if gap is not None)


def mirror_gap_of(wave: WaveAnswers, first: Group, second: Group) -> Decimal | None:
    """The mean difference without signs of two groups' item means, over the items both were asked.

    In scale points; None where a group is too small for the audience or nothing is shared. Source:
    domain.md 2.5 item 7, measure K30.
    """
    sides = [wave.groups.get(group, []) for group in (first, second)]
    if min(len(side) for side in sides) < wave.threshold:
        return None
    differences = []
    for item in _shared(wave, first, second):
        means = [summarize_items([([item], side)]).mean for side in sides]
        if means[0] is not None and means[1] is not None:
            differences.append(abs(Fraction(means[0]) - Fraction(means[1])))
    return decimal_of(sum(differences, Fraction()) / len(differences)) if differences else None


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
    return answers_to(question, wave.groups.get(group, []), wave.threshold)


def _construct_gap(wave: WaveAnswers, code: str, name: str, first: Group, second: Group) -> GapResult | None:
    items = [item for item in _shared(wave, first, second) if item.construct == code]
    if not items:
        return None
    whole = _gap(wave, code, name, items, (first, second))
    parts = tuple(_gap(wave, item.code, item.wording(first), [item], (first, second)) for item in items)
    return GapResult(code, name, whole.first, whole.second, whole.gap, whole.words, parts)


def _shared(wave: WaveAnswers, first: Group, second: Group) -> list[QuestionRow]:
    both = wave.codes.get(first, set()) & wave.codes.get(second, set())
    return [item for item in wave.questions if item.kind == "scale" and item.code in both]


def _gap(
    wave: WaveAnswers, code: str, name: str, items: Sequence[QuestionRow], groups: tuple[Group, Group]
) -> GapResult:
    sides = [wave.groups.get(group, []) for group in groups]
    answers = [answers_in_construct(items, side, wave.threshold) for side in sides]
    unshown = next((each for each in answers if not each.is_shown or each.words), None)
    if unshown is not None:
        return GapResult(code, name, answers[0], answers[1], None, unshown.words)
    gap = compare_groups(*(summarize_items([(items, side)]) for side in sides))
    return GapResult(code, name, answers[0], answers[1], gap, "" if gap else NO_SCORE)
