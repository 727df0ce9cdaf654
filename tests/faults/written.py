"""Puts the same words in front of everything anybody wrote in an engagement."""

from sqlalchemy import Enum, Text, update

from assessor.model import NOT_JOURNALED, Base
from assessor.store import Engagement

WORDS = '<b>x</b><img src="file:///etc/passwd">{{7*7}}%s{0}&amp;"'

_KEYS = {
    "client": {"kind", "data_basis", "population_band"},
    "plan_version": {"content"},
    "chapter_text": {"chapter"},
    "content_copy": {"kind", "key", "sha256", "text"},
    "document": {"format", "attachment"},
    "key_figure": {"figure"},
    "missing_strength": {"area"},
    "planned_contact": {"method"},
    "policy_review": {"rubric_key"},
    "criterion_rating": {"criterion"},
    "finding": {"evidence_claim"},
    "finding_code": {"code"},
    "remark_code": {"code"},
    "goal": {"library_key"},
    "meeting": {"kind"},
    "sitting": {"guide_key", "question"},
    "remark": {"question"},
    "measure": {"code", "frequency"},
    "survey_import": {"sha256", "kept_table"},
    "response_set": {"answers"},
    "survey_question": {"code", "kind", "construct"},
    "comment_clearance": {"code"},
    "evidence": {"question"},
    "wave_group": {"form_key"},
    "audit": {"checklist_key"},
    "audit_item": {"item"},
    "document_request": {"key"},
    "requirement_check": {"requirement"},
    "own_guide": {"begun_from"},
    "own_question": {"code", "constructs"},
    "asking": {"question"},
    "safeguarding_note": {"question"},
    "own_survey": {"style", "begun_from"},
    "own_item": {"code", "kind", "construct"},
    "paper_batch": {"form_key", "language"},
    "published_group": {"by", "choice"},
    "measure_import": {"sha256", "kept_table", "layout"},
}
"""Columns that hold a word of ours, or point into content we ship."""


def write_everywhere(engagement: Engagement, words: str = WORDS) -> int:
    """Put the words in front of every text of every row, in one change; how many columns that were."""
    touched = 0
    with engagement.change("Write everywhere") as session:
        for table in Base.metadata.sorted_tables:
            columns = [] if table.name in NOT_JOURNALED else _texts(table.name)
            if columns:
                session.execute(update(table).values({name: words + table.c[name] for name in columns}))
            touched += len(columns)
    return touched


def _texts(table: str) -> list[str]:
    return [
        column.name
        for column in Base.metadata.tables[table].columns
        if type(column.type) is Text
        and not isinstance(column.type, Enum)
        and not column.foreign_keys
        and column.name != "id"
        and column.name not in _KEYS.get(table, set())
    ]
