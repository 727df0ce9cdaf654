"""What tests of forms share: answers that came in with one."""

from datetime import UTC, datetime

from tests.respondents import answered, scores

from assessor.model import SurveyImport
from assessor.operations.surveys.survey_waves import add_wave, ask_group
from assessor.store import Engagement
from assessor.terms import Group


def answer_with(engagement: Engagement, key: str, group: Group, version: int = 1) -> str:
    """A wave in which three people of a group answered with a form; returns its id."""
    wave = add_wave(engagement, "Wave")
    ask_group(engagement, wave, group, form_key=key, form_version=version)
    with engagement.change("Import survey answers") as session:
        row = SurveyImport(
            wave_id=wave, file_name="a.csv", sha256="0", tool="generic", mapping={},
            imported_at=datetime.now(UTC), rows=3,
        )  # fmt: skip
        session.add(row)
        session.flush()
        session.add_all(answered(row.id, {group: scores("COM1", (4, 3))}))
    return wave
