"""How many of a group answered a wave, of those invited, as far as it may be told."""

from assessor.analysis.disclosure import PROTECTED_WORDS, Cell, protect_family
from assessor.analysis.responses import CAUTION_UNDER, response_rate
from assessor.operations.surveys.survey_reading import WaveAnswers
from assessor.operations.surveys.survey_result_rows import GroupCount
from assessor.terms import Group

MORE_THAN_INVITED = "More people answered than were invited. Correct the number invited."


def group_count(wave: WaveAnswers, group: Group | None) -> GroupCount:
    """How many of a group answered, and of the invited, where that may be shown."""
    n = wave.of(group).n
    asked = wave.asked.get(group) if group else None
    invited = asked.invited if asked else None
    form = asked.form_key if asked else ""
    expected = CAUTION_UNDER.get(group) if group else None
    if group in wave.too_near:
        why = wave.too_near[group]
        return GroupCount(group, None, PROTECTED_WORDS, invited, None, why, form, expected)
    protected = protect_family({"": Cell(n)}, wave.threshold).total
    rate, caution = None, ""
    if not protected.hidden and group is not None:
        if invited and n > invited:
            caution = MORE_THAN_INVITED
        else:
            found = response_rate(group, n, invited or 0)
            rate, caution = found.percent, found.caution
    return GroupCount(group, protected.n, protected.words, invited, rate, caution, form, expected)
