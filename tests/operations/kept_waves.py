"""Survey waves put into an engagement as an import leaves them, without a table to read."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from assessor.model import SurveyImport, SurveyQuestion
from assessor.operations.surveys.responses import keep_set
from assessor.operations.surveys.survey_waves import add_wave, ask_group, asked_group
from assessor.store import Engagement
from assessor.store.answer_columns import column_of
from assessor.terms import Group

LABELS = ["Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"]
ITEM = {"kind": "scale", "choices": LABELS}


def keep_wave(
    engagement: Engagement,
    questions: Mapping[str, Mapping[str, Any]],
    groups: Mapping[Group, Mapping[str, Sequence[Any]]],
    *,
    invited: Mapping[Group, int] | None = None,
    site_id: str | None = None,
    title: str = "Wave",
    **days: Any,
) -> str:
    """A wave of these questions, by code, and answers, by group and code; returns its id."""
    wave_id = add_wave(engagement, title, **days)
    with engagement.change("Ask questions") as session:
        for position, (code, told) in enumerate(questions.items()):
            values = {"text": f"Question {code}", "position": position, **told}
            session.add(SurveyQuestion(wave_id=wave_id, code=code, **values))
    for group, answers in groups.items():
        add_answers(engagement, wave_id, group, answers, site_id)
        if group in (invited or {}):
            ask_group(engagement, wave_id, group, invited=(invited or {})[group])
    return wave_id


def add_answers(
    engagement: Engagement,
    wave_id: str,
    group: Group,
    answers: Mapping[str, Sequence[Any]],
    site_id: str | None = None,
) -> None:
    """Answers of one group that came in a table of their own."""
    with engagement.change("Bring in answers") as session:
        asked_group(session, wave_id, group)
        brought = SurveyImport(
            wave_id=wave_id, file_name="wave.csv", sha256="", tool="", mapping={}, rows=0,
            imported_at=datetime(2026, 11, 20, tzinfo=UTC),
        )  # fmt: skip
        session.add(brought)
        session.flush()
        columns = {code: column_of(given) for code, given in answers.items()}
        keep_set(session, brought.id, group, site_id, len(next(iter(answers.values()))), columns)


def items(*codes: str, **more: Any) -> dict[str, dict[str, Any]]:
    """Items of the scale, each of the construct its code begins with."""
    return {code: {**ITEM, "construct": code[:3], **more} for code in codes}
