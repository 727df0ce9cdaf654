"""Two forms in one wave: a group's answers to a code count together only where both ask the same."""

from sqlalchemy.orm import Session

from assessor.exchange.answers import normal
from assessor.instruments.surveys import Survey
from assessor.model import WaveGroup
from assessor.operations.survey_forms.forms import read_form
from assessor.operations.surveys.survey_forms import AskedItem, asked_items
from assessor.terms import CannotDo


def refuse_clash(session: Session, asked: WaveGroup, key: str, version: int) -> None:
    """Refuse answers that came with a form which asks a code in other words, or with other answers, than the
    form the group answered in this wave before (domain.md 2.5 item 9).

    Raises CannotDo with what to do; a group that was asked with no form, or with this one, is let through.
    """
    if not asked.form_key or (asked.form_key, asked.form_version) == (key, version):
        return
    before, now = (
        read_form(session, asked.form_key, asked.form_version),
        read_form(session, key, version),
    )
    known = _points(before)
    clashing = [code for code, item in _points(now).items() if code in known and item != known[code]]
    if clashing:
        raise CannotDo(
            f"“{now.title}” asks {clashing[0]} in other words or with other answers than “{before.title}”, "
            "which this group answered in this wave. Bring these answers into a wave of their own."
        )


def _points(form: Survey) -> dict[str, tuple[str, tuple[str, ...]]]:
    """What is asked on points, by code: the words, and the answers offered."""
    return {
        item.known.code: (normal(item.known.wording), _answers(item))
        for item in asked_items(form)
        if item.kind in ("scale", "stage", "rating")
    }


def _answers(item: AskedItem) -> tuple[str, ...]:
    return tuple(f"{option.value} {normal(option.label)}" for option in item.options)
