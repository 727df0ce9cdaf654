"""Names of the roster in what was written before they were entered there: counted, and replaced."""

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from assessor.model import Base
from assessor.operations.names import read_names, roster_codes
from assessor.operations.pseudonyms import Pseudonyms
from assessor.store import Engagement

WRITTEN = {
    "remark": ("text",),
    "safeguarding_note": ("text",),
    "sitting": ("title", "themes", "surprises", "differences", "follow_ups", "memo"),
    "participant": ("description",),
    "evidence": ("summary", "weighed", "seen_as"),
    "finding": (
        *("title", "short_title", "statement", "confidence_note", "override_note", "other_explanation"),
        *("proposed_response", "no_goal_reason", "partner_comment"),
    ),
    "goal": ("title", "rationale", "summary", "risk", "risk_response", "balance_note"),
    "objective": ("text", "attainable_reason", "milestones", "review_note"),
    "action_step": ("title", "description", "support", "evidence_wanted"),
    "status_update": ("note", "evidence"),
    "measure": ("title", "definition", "caveat"),
    "protocol": ("title", "purpose", "content", "never_send"),
    "protocol_step": ("title", "act"),
    "training": ("title", "content"),
    "meeting": ("title", "agenda", "notes"),
    "decision": ("text",),
    "review": ("title", "what_we_saw", "feedback"),
    "criterion_rating": ("not_applicable_reason", "note"),
    "audit": ("note",),
    "audit_item": ("note",),
    "plan": ("draft", "found", "limits"),
    "chapter_text": ("claim", "lede", "note"),
}
"""The columns in which people write of others, by table. Who owns a step or runs a session is named on
purpose; the text of a document is its own, and passages are marked in it by place."""


def count_mentions(engagement: Engagement, participant_id: str) -> int:
    """In how many texts someone's name stands, as far as it is surely a name."""
    with engagement.reading() as session:
        names = Pseudonyms(roster_codes(session, participant_id))
        return sum(names.replace(text) != text for text in _texts(session))


def replace_mentions(engagement: Engagement, participant_id: str) -> tuple[Path, ...]:
    """Put the code in place of someone's name in everything written before, its history among it.

    It is one change, which undo does not take back: the name is forgotten wherever it stood but on the
    roster. What was done before can still be undone. Returns the copies beside the file that could not be
    opened.
    """
    names = read_names(engagement, participant_id)
    return engagement.reword("Put a code in place of a name", WRITTEN, names.replace)


def _texts(session: Session) -> Iterator[str]:
    for name, columns in WRITTEN.items():
        table = Base.metadata.tables[name]
        for row in session.execute(select(*(table.c[column] for column in columns))):
            yield from (text for text in row if text)
