"""What changed from one wave to another, compared only where the same was asked of the same people."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from sqlalchemy import select

from assessor.analysis.effects import Effect, Sample, compare_means
from assessor.analysis.gaps import is_wide
from assessor.model import Site
from assessor.operations.survey_forms.forms import read_origins
from assessor.operations.surveys.survey_change_rows import ChangeResult, GroupChange, WaveChanges
from assessor.operations.surveys.survey_index_changes import compare_indexes
from assessor.operations.surveys.survey_rates import group_count
from assessor.operations.surveys.survey_reading import (
    WaveAnswers,
    constructs_by_code,
    constructs_in_order,
    read_wave,
)
from assessor.operations.surveys.survey_result_rows import Answers, Audience
from assessor.operations.surveys.survey_tellings import answers_to_items, answers_to_question, is_told
from assessor.operations.surveys.survey_wave_pairs import GroupPairs, Pair, pair_questions
from assessor.store import Engagement
from assessor.terms import CannotDo, Group

NO_SCORE: Final = "Too few answered enough of it."


def compare_waves(
    engagement: Engagement, before_id: str, after_id: str, audience: Audience = Audience.INTERNAL
) -> WaveChanges:
    """What changed from the earlier wave to the later: of each group, each item and each construct.

    Waves are taken as independent groups. Only items of the same wording, kind and respondents are compared;
    the others are named with the reason. Source: domain.md 2.5 item 9. Raises CannotDo for a wave beside
    itself, and where a wave is gone.
    """
    if before_id == after_id:
        raise CannotDo("A wave cannot be compared with itself. Choose another one.")
    with engagement.reading() as session:
        before, after = (read_wave(session, wave_id, audience) for wave_id in (before_id, after_id))
        origins = read_origins(session)
        schools = {row.id: row.name for row in session.execute(select(Site.id, Site.name))}
    heard = [group for group in Group if group in before.answers or group in after.answers]
    pairs = {group: pair_questions(before, after, group, origins) for group in heard}
    return WaveChanges(
        before_id=before_id,
        before_title=before.wave.title,
        after_id=after_id,
        after_title=after.wave.title,
        audience=audience,
        threshold=before.threshold,
        groups=tuple(_compare_group(before, after, group, pairs[group], schools) for group in heard),
        indexes=compare_indexes(before, after, pairs),
    )


def _compare_group(
    before: WaveAnswers, after: WaveAnswers, group: Group, found: GroupPairs, schools: Mapping[str, str]
) -> GroupChange:
    names = {code: known.name for code, known in constructs_by_code().items()}
    codes = constructs_in_order(pair.after for pair in found.pairs)
    scales = {code: items for code in codes if len(items := found.of_construct(code)) > 1}
    in_scales = {id(pair) for items in scales.values() for pair in items}
    single = [pair for pair in found.pairs if id(pair) not in in_scales]
    waves = (before, after)
    return GroupChange(
        group=group,
        before=group_count(before, group),
        after=group_count(after, group),
        constructs=tuple(
            _construct(waves, group, code, names.get(code, code), items) for code, items in scales.items()
        ),
        questions=tuple(_question(waves, group, pair) for pair in single),
        not_compared=found.not_compared,
        why=found.why,
        note=_note(found, schools, after.threshold),
    )


def _note(found: GroupPairs, schools: Mapping[str, str], threshold: int) -> str:
    """The schools heard in one wave only; those of which few answered have no name."""
    sentences = []
    for only, wave in ((found.only_before, "earlier"), (found.only_after, "later")):
        names = sorted(schools.get(site, "") for site, n in only.items() if n >= threshold)
        if len(names) < len(only):
            names.append("schools of which few answered")
        if names:
            sentences.append(f"Only in the {wave} wave: {', '.join(names)}.")
    return " ".join(sentences)


def _construct(
    waves: tuple[WaveAnswers, WaveAnswers], group: Group, code: str, name: str, items: Sequence[Pair]
) -> ChangeResult:
    parts = tuple(_question(waves, group, pair) for pair in items)
    before = answers_to_items(waves[0], [pair.before for pair in items], group)
    after = answers_to_items(waves[1], [pair.after for pair in items], group)
    return _change(code, name, "construct", (before, after), parts)


def _question(waves: tuple[WaveAnswers, WaveAnswers], group: Group, pair: Pair) -> ChangeResult:
    before, after = (
        answers_to_items(wave, [question], group)
        if question.is_item
        else answers_to_question(wave, question, group)
        for wave, question in zip(waves, (pair.before, pair.after), strict=True)
    )
    return _change(pair.after.code, pair.after.wording(group), pair.after.kind, (before, after))


def _change(
    code: str,
    name: str,
    kind: str,
    answers: tuple[Answers, Answers],
    items: tuple[ChangeResult, ...] = (),
) -> ChangeResult:
    before, after = answers
    words = _why_not_told(before, after)
    points = None if words else _difference(before.mean, after.mean)
    favorable = None if words else _difference(before.favorable, after.favorable)
    if not words and points is None and favorable is None:
        words = NO_SCORE
    on_scale = kind in ("scale", "construct")
    return ChangeResult(
        code=code,
        name=name,
        kind=kind,
        before=before,
        after=after,
        points=points,
        favorable=favorable,
        effect=None if words or points is None else _effect(before, after),
        flagged=is_wide(points if on_scale else None, favorable),
        words=words,
        items=items,
    )


def _why_not_told(before: Answers, after: Answers) -> str:
    """Why a change may not be told: one of the two is hidden, or told only roughly."""
    for answers, wave in ((before, "earlier"), (after, "later")):
        if not is_told(answers):
            return f"In the {wave} wave: {answers.words}"
    return ""


def _difference(before: Decimal | None, after: Decimal | None) -> Decimal | None:
    return None if before is None or after is None else after - before


def _effect(before: Answers, after: Answers) -> Effect | None:
    sides = [
        Sample(float(each.mean), float(each.sd), each.n or 0)
        for each in (after, before)
        if each.mean is not None and each.sd is not None
    ]
    return compare_means(*sides) if len(sides) == 2 else None
