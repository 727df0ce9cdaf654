"""The words of printed survey results: the claims of the chapters, and what stands beside."""

from dataclasses import dataclass

from assessor.operations.strategic_plan.levels import GROUP_LABELS
from assessor.operations.strategic_plan.wording import lower_first
from assessor.operations.surveys.survey_reports import SurveyReport
from assessor.report.words import listed, number_word, sentences, upper_first, us_date
from assessor.terms import Group

_NOBODY = "Too few people answered for any group to be shown"
_BANDS = (
    "Means of 4.0 or more, or 75% favorable, read as a strength; from 3.4 or 60% as steady; from 3.0 or 45% "
    "as something to watch; below as a concern. These bands are this program’s convention, not a norm."
)
_GAPS = (
    "Flagged from 0.50 points or 15 percentage points of favorable answers on; from 0.8 points the line is "
    "drawn strong."
)
_MOST_NAMED = 2
_STAGES = "0 none, 1 aware, 2 informing, 3 coordinating, 4 joint voice, 5 one team."


@dataclass(frozen=True)
class Claims:
    """What the headings of the chapters say."""

    answered: str
    profile: str
    items: str
    schools: str
    gaps: str
    yes_no: str
    changes: str
    comments: str
    method: str = "How these numbers were made, and what they leave out"
    numbers: str = "The numbers behind the charts"


def claims_of(report: SurveyReport) -> Claims:
    """The headings, as the results give them."""
    return Claims(
        answered=_answered(report),
        profile=_profile(report),
        items="What people were asked, and what each group answered",
        schools=_schools(report),
        gaps=_gaps(report),
        yes_no="What people answered with yes or no",
        changes=f"What changed since {report.before}",
        comments="What people wrote, where it could be cleared",
    )


def words_of(report: SurveyReport) -> dict[str, str]:
    """What stands beside headings and figures."""
    return {
        "subtitle": _subtitle(report),
        "lede": _lede(report),
        "who_answered": f"{upper_first(listed(_counted(report)))}." if report.took_part else "",
        "hidden_words": _hidden(report),
        "schools_hidden": _schools_hidden(report),
        "band_words": _BANDS,
        "flag_words": _GAPS,
        "gap_words": sentences((_GAPS, _mirror(report))),
        "no_gaps": _no_gaps(report),
        "stage_words": sentences((_STAGES, _stages(report))),
    }


def _answered(report: SurveyReport) -> str:
    if not report.took_part:
        return "No group can be shown" if report.held_back else _NOBODY
    people = f"{report.answers:,} people answered"
    if not report.hidden:
        return people
    number = len(report.hidden)
    groups = "one group is" if number == 1 else f"{number_word(number)} groups are"
    return f"{people}; {groups} too small to show"


def _profile(report: SurveyReport) -> str:
    """What is a concern to a group, else what is a strength in every group."""
    if not report.took_part:
        return "What each group’s answers come to"
    if report.concerns:
        return f"{_named(report.concerns)} a concern in at least one group"
    if report.strengths:
        return f"{_named(report.strengths)} a strength in every group shown"
    return "No construct is a concern, and none is a strength in every group"


def _named(constructs: tuple[str, ...]) -> str:
    """One or two constructs by name, more by their number, with the verb."""
    if len(constructs) > _MOST_NAMED:
        return f"{upper_first(number_word(len(constructs)))} constructs are"
    names = upper_first(listed(lower_first(name) for name in constructs))
    return f"{names} {'is' if len(constructs) == 1 else 'are'}"


def _schools(report: SurveyReport) -> str:
    if not report.schools.figures:
        return "Too few people answered to show school by school"
    return "What was said, school by school"


def _schools_hidden(report: SurveyReport) -> str:
    """Of which groups nothing is shown school by school, and why; empty where all are shown."""
    said, least = [], number_word(report.smallest_group)
    if small := report.schools.too_small:
        said.append(
            f"{_groups(small)}: too few answered in each school. Two schools of {least} people or more are "
            "needed, beside those that are hidden to keep smaller ones from being worked out."
        )
    if near := report.schools.too_near:
        said.append(
            f"{_groups(near)}: nearly the same people as in results printed before, or nearly as many in a "
            "school. What the few said who came to a school or left it since could be worked out."
        )
    return " ".join(said)


def _groups(groups: tuple[Group, ...]) -> str:
    return upper_first(listed(lower_first(GROUP_LABELS[group]) for group in groups))


def _gaps(report: SurveyReport) -> str:
    if not report.gaps:
        return "Officers and administrators cannot be compared here"
    return f"Officers and administrators differ most on {lower_first(report.widest)}"


def _subtitle(report: SurveyReport) -> str:
    said = "What each group said about how school resource officers and schools work together"
    days = [us_date(day) for day in (report.opened_on, report.closed_on) if day]
    return f"{said}, {' to '.join(dict.fromkeys(days))}" if days else said


def _lede(report: SurveyReport) -> str:
    if not report.took_part:
        least = number_word(report.smallest_group)
        near = ", or nearly the same people as in what was published before" if report.held_back else ""
        return f"Every group has fewer than {least} answers{near}. Nothing they said is shown."
    return f"{upper_first(listed(_counted(report)))} answered."


def _hidden(report: SurveyReport) -> str:
    names = upper_first(listed(lower_first(name) for name in report.hidden))
    least = number_word(report.smallest_group)
    return f"{names}: fewer than {least} answers. Their rows stay in every chart, and totals leave them out."


def _mirror(report: SurveyReport) -> str:
    if report.mirror_gap is None:
        return ""
    return (
        f"Over all statements both were asked, the two lie {report.mirror_gap:.2f} points apart on average."
    )


def _no_gaps(report: SurveyReport) -> str:
    least = number_word(report.smallest_group)
    return (
        f"Officers and administrators are compared only where {least} or more of each have answered the same "
        "statements. Here at least one of the two is smaller or hidden, so no difference is printed."
    )


def _stages(report: SurveyReport) -> str:
    return (
        "Two stages or more lie between the two: a reason to talk about it."
        if report.stages_to_discuss
        else ""
    )


def _counted(report: SurveyReport) -> list[str]:
    return [f"{n:,} {lower_first(name)}" for name, n in report.took_part]


def ended(sentence: str) -> str:
    """A caption's claim with a period, where it has no end of its own."""
    return sentence if sentence.endswith((".", "?", "!", "”")) else f"{sentence}."
