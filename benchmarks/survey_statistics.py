"""All statistics of 10,000 respondents × 60 items in five groups, for both audiences, beside pandas."""

import random
from datetime import UTC, datetime
from functools import partial
from itertools import product
from pathlib import Path

import pandas as pd

from assessor.instruments.item_banks import get_item_bank
from assessor.model import SurveyImport, SurveyQuestion
from assessor.operations.clients import add_site, begin_engagement
from assessor.operations.surveys.responses import keep_set
from assessor.operations.surveys.survey_results import Audience, get_results
from assessor.operations.surveys.survey_waves import add_wave, ask_group
from assessor.store import Engagement
from assessor.store.answer_columns import column_of
from assessor.terms import Group
from benchmarks.measuring import Figure, in_turn

GROUPS = (Group.SRO, Group.ADM, Group.TCH, Group.STU, Group.PAR)
PEOPLE_OF_A_GROUP, ITEMS_OF_A_CONSTRUCT, SCHOOLS = 2_000, 6, 50
_ANSWERS, _HOW_OFTEN = (1, 2, 3, 4, 5, "DK", None), (5, 10, 20, 35, 20, 6, 4)
_LABELS = ["Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"]

Tables = dict[Group, dict[str, list[object]]]


def measure_statistics(folder: Path) -> list[Figure]:
    """Read a wave and work out all that is told of it: items, constructs, gaps, reliability, indices."""
    tables = _answers()
    frames = {
        group: pd.DataFrame(table).apply(pd.to_numeric, errors="coerce") for group, table in tables.items()
    }
    with Engagement.create(folder / "statistics.assessor") as engagement:
        begin_engagement(engagement, "Larkfield Unified", "2026–27")
        wave_id, parted = _keep(engagement, tables, 1), _keep(engagement, tables, SCHOOLS)
        both, internal, by_school, floor = in_turn(
            7,
            lambda: [get_results(engagement, wave_id, audience) for audience in Audience],
            partial(get_results, engagement, wave_id, Audience.INTERNAL),
            partial(get_results, engagement, parted, Audience.INTERNAL),
            lambda: [_by_pandas(frame) for frame in frames.values()],
        )
    named = "10,000 × 60"
    return [
        Figure(f"All statistics of {named}, both audiences", both, "", None, "aim 1,000 ms"),
        Figure(
            f"All statistics of {named}, one audience",
            internal,
            "pandas, table in memory: items, scores, alpha",
            floor,
            "aim 1,000 ms",
        ),
        Figure(f"The same, the answers kept by {SCHOOLS} schools", by_school, "", None, "aim 1,000 ms"),
    ]


def _codes() -> dict[str, str]:
    """Sixty items and the construct of each."""
    constructs = [construct.code for construct in get_item_bank().constructs]
    return {
        f"{construct}{number}": construct
        for construct in constructs
        for number in range(1, ITEMS_OF_A_CONSTRUCT + 1)
    }


def _answers() -> Tables:
    chance = random.Random(2026)  # noqa: S311  # the same answers each time, nothing secret
    return {
        group: {code: chance.choices(_ANSWERS, _HOW_OFTEN, k=PEOPLE_OF_A_GROUP) for code in _codes()}
        for group in GROUPS
    }


def _keep(engagement: Engagement, tables: Tables, schools: int) -> str:
    """A wave of these answers, each group's in as many sets as there are schools."""
    wave_id = add_wave(engagement, "Wave")
    sites = [add_site(engagement, f"School {number}") for number in range(schools)]
    for group in GROUPS:
        ask_group(engagement, wave_id, group, invited=PEOPLE_OF_A_GROUP * 2)
    with engagement.change("Bring in answers") as session:
        for place, (code, construct) in enumerate(_codes().items()):
            told = {"kind": "scale", "choices": _LABELS, "is_reversed": place % 7 == 0, "position": place}
            session.add(
                SurveyQuestion(wave_id=wave_id, code=code, text=f"Item {code}", construct=construct, **told)
            )
        brought = SurveyImport(
            wave_id=wave_id, file_name="wave.csv", sha256="", tool="", mapping={}, rows=10_000,
            imported_at=datetime(2026, 11, 20, tzinfo=UTC),
        )  # fmt: skip
        session.add(brought)
        session.flush()
        people = PEOPLE_OF_A_GROUP // schools
        for (group, table), (place, site) in product(tables.items(), enumerate(sites)):
            here = slice(place * people, (place + 1) * people)
            columns = {code: column_of(given[here]) for code, given in table.items()}
            keep_set(session, brought.id, group, site, people, columns)
    return wave_id


def _by_pandas(frame: pd.DataFrame) -> list[object]:
    """Of a group: each item's mean, sd and shares; each construct's scores, their mean and sd, and alpha."""
    found: list[object] = [frame.mean(), frame.std(), *(frame[code].value_counts() for code in frame)]
    for first in range(0, len(frame.columns), ITEMS_OF_A_CONSTRUCT):
        part = frame.iloc[:, first : first + ITEMS_OF_A_CONSTRUCT]
        scores = part.mean(axis=1).where(part.notna().sum(axis=1) * 2 >= ITEMS_OF_A_CONSTRUCT)
        whole = part.dropna()
        alpha = 1 - whole.var().sum() / whole.sum(axis=1).var()
        found += [scores.mean(), scores.std(), alpha]
    return found
