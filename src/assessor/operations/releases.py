"""Releasing the plan: frozen as it is, once every required rule of the golden thread holds."""

from datetime import UTC, date, datetime

from pydantic import TypeAdapter
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from assessor.model import Goal, SurveyWave
from assessor.operations.gathering import gather_strategic_plan
from assessor.operations.golden_thread import check_thread
from assessor.operations.plans import freeze_version, get_plan
from assessor.operations.strategic_plan import StrategicPlan
from assessor.operations.surveys.published_groups import publish_groups
from assessor.operations.surveys.survey_publishing import groups_told
from assessor.store import Engagement
from assessor.terms import CannotDo


def release_plan(
    engagement: Engagement, today: date, label: str, *, what_changed: str = "", approved_by: str = ""
) -> str:
    """Freeze the plan as it stands on a day and return the version's id.

    Raises CannotDo without a label, and while a required rule of the golden thread is broken.
    """
    if has_nothing(engagement):
        raise CannotDo("The plan has no goal yet. Add one under Goals, and release it then.")
    if not label.strip():
        raise CannotDo("A release needs a name. Type one, such as “Edition 1”.")
    broken = [end for end in check_thread(engagement) if end.required]
    if broken:
        raise CannotDo(f"The plan cannot be released yet: {broken[0].sentence}")
    content = TypeAdapter(StrategicPlan).dump_python(gather_strategic_plan(engagement, today), mode="json")
    with engagement.change("Release plan") as session:
        version_id = freeze_version(
            session,
            content=content,
            label=label.strip(),
            made_at=datetime.now(UTC),
            is_released=True,
            what_changed=what_changed,
            approved_by=approved_by,
        )
        _publish_waves(session, version_id)
        return version_id


def _publish_waves(session: Session, version_id: str) -> None:
    """Keep who is behind the figures of every wave: chapters, evidence and measures draw on any of them."""
    for wave_id in session.scalars(select(SurveyWave.id)).all():
        publish_groups(session, groups_told(session, wave_id), version_id)


def has_nothing(engagement: Engagement) -> bool:
    """Whether the plan has no goal yet, so that there is nothing to release."""
    with engagement.reading() as session:
        return not session.scalar(select(func.count(Goal.id)))


def next_label(engagement: Engagement) -> str:
    """What to call the next release: the edition written on the title page, else the draft's number."""
    plan = get_plan(engagement)
    return plan.edition or f"Draft {plan.draft}"
