"""Survey waves brought in for tests, and the answers that are kept of them."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from sqlalchemy import select
from tests.operations.survey_specimens import INVITED, write_items, write_wave

from assessor.model import SurveyWave
from assessor.operations.clients import begin_engagement
from assessor.operations.surveys.responses import read_sets
from assessor.operations.surveys.survey_imports import Imported, import_survey
from assessor.operations.surveys.survey_waves import add_wave, ask_group
from assessor.progress import finish
from assessor.store import Engagement
from assessor.terms import Group


def bring_in(engagement: Engagement, path: Path, **values: object) -> Imported:
    """Bring a table in, to the end."""
    return finish(import_survey(engagement, path, **values))  # type: ignore[arg-type]


def bring_in_pictured(engagement: Engagement, folder: Path) -> str:
    """The wave of the pictures."""
    begin_engagement(engagement, "Larkfield Unified", "2026–27")
    path = write_wave(folder / "wave.csv")
    wave = finish(import_survey(engagement, path, title="Survey, wave 1")).wave_id
    for group, invited in INVITED.items():
        ask_group(engagement, wave, group, invited=invited)
    return wave


def bring_in_wave(engagement: Engagement, folder: Path, **groups: dict[str, Sequence[object]]) -> str:
    """A wave of chosen answers, a table a group."""
    wave = add_wave(engagement, "Wave")
    for group, columns in groups.items():
        path = write_items(folder / f"{group}.csv", columns)
        finish(import_survey(engagement, path, wave_id=wave, group=Group(group)))
    return wave


def kept_answers(engagement: Engagement) -> Iterator[dict[str, object]]:
    """The answers of every respondent in the file."""
    with engagement.reading() as session:
        for wave_id in session.scalars(select(SurveyWave.id)):
            for found in read_sets(session, wave_id):
                yield from found.rows
