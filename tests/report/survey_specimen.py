"""Survey results that tests print: all groups shown, small ones hidden, all hidden, crowded, by school."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from tests.operations.survey_schools import bring_in_schools
from tests.operations.survey_specimens import around
from tests.operations.survey_waves import bring_in_pictured, bring_in_wave

from assessor.operations.clients import begin_engagement
from assessor.operations.surveys.survey_reports import SurveyReport, gather_survey_report
from assessor.operations.surveys.survey_results import Audience, clear_comment, list_open_comments
from assessor.operations.surveys.survey_waves import ask_group, edit_wave
from assessor.store import Engagement
from assessor.terms import Clearance, Group

MADE = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
SPANISH = (
    "Cuando el oficial escolar y la dirección de la escuela no están de acuerdo, lo hablan pronto, en "
    "persona y con respeto, sin que los estudiantes ni sus familias sufran las consecuencias de ello."
)
_ITEMS = ("COM1", "COM2", "ROL1", "ROL5", "TRU1", "TRU3", "GOA1", "GOA2", "CON1", "CON2")

BY_SCHOOL = {"TCH": (60, 50, 14, 6), "PAR": (70, 52, 30, 28)}


def pictured_report(folder: Path) -> SurveyReport:
    """The wave of the pictures: six officers and four partners, too few for the public; comments cleared."""
    with Engagement.create(folder / "pictured.assessor") as engagement:
        wave = bring_in_pictured(engagement, folder)
        edit_wave(engagement, wave, opened_on=date(2026, 10, 12), closed_on=date(2026, 11, 6))
        for comment in list_open_comments(engagement, wave, Audience.INTERNAL)[:3]:
            clear_comment(engagement, comment.respondent, comment.code, Clearance.CLEARED)
        return gather_survey_report(engagement, wave, MADE)


def large_report(folder: Path) -> SurveyReport:
    """Twelve officers and twenty administrators who differ, and staff."""
    with Engagement.create(folder / "large.assessor") as engagement:
        begin_engagement(engagement, "Larkfield Unified", started_on=date(2026, 9, 1))
        groups = {"SRO": (12, 44), "ADM": (20, 32), "TCH": (40, 35)}
        given = {
            group: {
                code: around(mean + (place % 4) * 3 - 4, people) for place, code in enumerate(_ITEMS)
            }
            for group, (people, mean) in groups.items()
        }  # fmt: skip
        wave = bring_in_wave(engagement, folder, **given)
        ask_group(engagement, wave, Group.TCH, invited=92)
        edit_wave(engagement, wave, title="Second wave", opened_on=date(2026, 10, 1))
        (folder / "earlier").mkdir()
        earlier = {group: _lower(given[group]) for group in ("SRO", "TCH")}
        first = bring_in_wave(engagement, folder / "earlier", **earlier)
        edit_wave(engagement, first, title="First wave", opened_on=date(2025, 10, 1))
        return gather_survey_report(engagement, wave, MADE)


def schools_report(folder: Path) -> SurveyReport:
    """Teachers and families by school, one of them small; administrators too few for so many schools."""
    with Engagement.create(folder / "schools.assessor") as engagement:
        begin_engagement(engagement, "Larkfield Unified", started_on=date(2026, 9, 1))
        wave = bring_in_schools(engagement, folder, BY_SCHOOL | {"ADM": (3, 3, 2, 3)})
        return gather_survey_report(engagement, wave, MADE)


def _lower(columns: dict[str, list[int]]) -> dict[str, list[int]]:
    """Answers a point lower, where there is one."""
    return {code: [max(answer - 1, 1) for answer in column] for code, column in columns.items()}


def hidden_report(folder: Path) -> SurveyReport:
    """A wave in which no group is large enough to show."""
    with Engagement.create(folder / "hidden.assessor") as engagement:
        begin_engagement(engagement, "Larkfield Unified", started_on=date(2026, 9, 1))
        given = {"COM1": [2, 3, 4], "ROL1": [1, 5, 3]}
        wave = bring_in_wave(engagement, folder, SRO=given, ADM={**given, "TRU1": [4, 4, 2]})
        return gather_survey_report(engagement, wave, MADE)


def crowded_report(folder: Path) -> SurveyReport:
    """The pictured wave with long Spanish statements, long names, and more comments than a page holds."""
    report = pictured_report(folder)
    pages = tuple(
        replace(
            page,
            name=f"{page.name}, {SPANISH[:60]}",
            definition=SPANISH,
            figure=replace(
                page.figure,
                blocks=tuple(replace(block, wording=SPANISH) for block in page.figure.blocks),
            ),
        )
        for page in report.pages
    )
    comments = tuple(replace(asked, quotes=((SPANISH, "Families"),) * 30) for asked in report.comments)
    return replace(
        report, title=f"Encuesta sobre la colaboración, {SPANISH[:90]}", pages=pages, comments=comments
    )
