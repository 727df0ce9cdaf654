"""The Assess stage on site: who was away, what was asked when, requests, audits, own guides, concerns."""

from alembic.operations import Operations

VERSION = 2

_TABLES = (
    """CREATE TABLE document_request (
    "key" TEXT NOT NULL,
    title TEXT NOT NULL,
    ask TEXT NOT NULL,
    asked_of TEXT NOT NULL,
    state VARCHAR(32) NOT NULL,
    asked_on DATE,
    due_on DATE,
    answered_on DATE,
    note TEXT NOT NULL,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    CONSTRAINT pk_document_request PRIMARY KEY (id)
)""",
    """CREATE TABLE own_guide (
    title TEXT NOT NULL,
    kind VARCHAR(32) NOT NULL,
    "group" VARCHAR(32),
    begun_from TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    id TEXT NOT NULL,
    CONSTRAINT pk_own_guide PRIMARY KEY (id)
)""",
    """CREATE TABLE audit (
    checklist_key TEXT NOT NULL,
    checklist_version INTEGER NOT NULL,
    site_id TEXT,
    cycle_id TEXT,
    held_on DATE,
    auditor TEXT NOT NULL,
    note TEXT NOT NULL,
    id TEXT NOT NULL,
    CONSTRAINT pk_audit PRIMARY KEY (id),
    CONSTRAINT fk_audit_site_id_site FOREIGN KEY(site_id) REFERENCES site (id) ON DELETE SET NULL,
    CONSTRAINT fk_audit_cycle_id_cycle FOREIGN KEY(cycle_id) REFERENCES cycle (id) ON DELETE SET NULL
)""",
    """CREATE TABLE own_question (
    guide_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    code TEXT NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    probes TEXT NOT NULL,
    constructs TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    id TEXT NOT NULL,
    CONSTRAINT pk_own_question PRIMARY KEY (id),
    CONSTRAINT fk_own_question_guide_id_own_guide FOREIGN KEY(guide_id)
        REFERENCES own_guide (id) ON DELETE CASCADE
)""",
    """CREATE TABLE requested_document (
    request_id TEXT NOT NULL,
    document_id TEXT NOT NULL,
    id TEXT NOT NULL,
    CONSTRAINT pk_requested_document PRIMARY KEY (id),
    CONSTRAINT fk_requested_document_request_id_document_request FOREIGN KEY(request_id)
        REFERENCES document_request (id) ON DELETE CASCADE,
    CONSTRAINT fk_requested_document_document_id_document FOREIGN KEY(document_id)
        REFERENCES document (id) ON DELETE CASCADE
)""",
    """CREATE TABLE asking (
    sitting_id TEXT NOT NULL,
    question TEXT NOT NULL,
    asked_at VARCHAR NOT NULL,
    id TEXT NOT NULL,
    CONSTRAINT pk_asking PRIMARY KEY (id),
    CONSTRAINT fk_asking_sitting_id_sitting FOREIGN KEY(sitting_id) REFERENCES sitting (id) ON DELETE CASCADE
)""",
    """CREATE TABLE audit_item (
    audit_id TEXT NOT NULL,
    item TEXT NOT NULL,
    answer VARCHAR(32),
    note TEXT NOT NULL,
    id TEXT NOT NULL,
    CONSTRAINT pk_audit_item PRIMARY KEY (id),
    CONSTRAINT uq_audit_item_audit_id_item UNIQUE (audit_id, item),
    CONSTRAINT fk_audit_item_audit_id_audit FOREIGN KEY(audit_id) REFERENCES audit (id) ON DELETE CASCADE
)""",
    """CREATE TABLE requirement_check (
    review_id TEXT NOT NULL,
    requirement TEXT NOT NULL,
    is_met BOOLEAN NOT NULL,
    note TEXT NOT NULL,
    finding_id TEXT,
    is_carried BOOLEAN NOT NULL,
    id TEXT NOT NULL,
    CONSTRAINT pk_requirement_check PRIMARY KEY (id),
    CONSTRAINT uq_requirement_check_review_id_requirement UNIQUE (review_id, requirement),
    CONSTRAINT fk_requirement_check_review_id_policy_review FOREIGN KEY(review_id)
        REFERENCES policy_review (id) ON DELETE CASCADE,
    CONSTRAINT fk_requirement_check_finding_id_finding FOREIGN KEY(finding_id)
        REFERENCES finding (id) ON DELETE SET NULL
)""",
    """CREATE TABLE safeguarding_note (
    sitting_id TEXT,
    participant_id TEXT,
    said_at VARCHAR NOT NULL,
    question TEXT NOT NULL,
    text TEXT NOT NULL,
    told_to TEXT NOT NULL,
    told_at VARCHAR,
    id TEXT NOT NULL,
    CONSTRAINT pk_safeguarding_note PRIMARY KEY (id),
    CONSTRAINT fk_safeguarding_note_sitting_id_sitting FOREIGN KEY(sitting_id)
        REFERENCES sitting (id) ON DELETE SET NULL,
    CONSTRAINT fk_safeguarding_note_participant_id_participant FOREIGN KEY(participant_id)
        REFERENCES participant (id) ON DELETE SET NULL
)""",
    """CREATE TABLE absence (
    seat_id TEXT NOT NULL,
    left_at VARCHAR NOT NULL,
    returned_at VARCHAR NOT NULL,
    id TEXT NOT NULL,
    CONSTRAINT pk_absence PRIMARY KEY (id),
    CONSTRAINT fk_absence_seat_id_seat FOREIGN KEY(seat_id) REFERENCES seat (id) ON DELETE CASCADE
)""",
)

_INDEXES = (
    "CREATE INDEX ix_audit_cycle_id ON audit (cycle_id)",
    "CREATE INDEX ix_audit_site_id ON audit (site_id)",
    "CREATE INDEX ix_own_question_guide_id ON own_question (guide_id)",
    "CREATE INDEX ix_requested_document_document_id ON requested_document (document_id)",
    "CREATE INDEX ix_requested_document_request_id ON requested_document (request_id)",
    "CREATE INDEX ix_asking_sitting_id ON asking (sitting_id)",
    "CREATE INDEX ix_audit_item_audit_id ON audit_item (audit_id)",
    "CREATE INDEX ix_requirement_check_finding_id ON requirement_check (finding_id)",
    "CREATE INDEX ix_requirement_check_review_id ON requirement_check (review_id)",
    "CREATE INDEX ix_safeguarding_note_participant_id ON safeguarding_note (participant_id)",
    "CREATE INDEX ix_safeguarding_note_sitting_id ON safeguarding_note (sitting_id)",
    "CREATE INDEX ix_absence_seat_id ON absence (seat_id)",
    "CREATE INDEX ix_row_change_row_id ON row_change (row_id)",
)

_COLUMNS = (
    "ALTER TABLE sitting ADD COLUMN table_shape VARCHAR(32) NOT NULL DEFAULT 'rectangle'",
    "ALTER TABLE sitting ADD COLUMN recording TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE sitting ADD COLUMN themes TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE sitting ADD COLUMN surprises TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE sitting ADD COLUMN differences TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE sitting ADD COLUMN follow_ups TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE sitting ADD COLUMN debriefed_at VARCHAR",
    "ALTER TABLE seat ADD COLUMN x INTEGER",
    "ALTER TABLE seat ADD COLUMN y INTEGER",
    "ALTER TABLE remark ADD COLUMN ended_at VARCHAR",
    "ALTER TABLE criterion_rating ADD COLUMN own_level INTEGER",
    "ALTER TABLE criterion_rating ADD COLUMN is_carried BOOLEAN NOT NULL DEFAULT 0",
    "ALTER TABLE partner ADD COLUMN agreement_ends_on DATE",
)

_REFERENCES = (
    ("planned_contact", "site_id", "site"),
    ("document", "earlier_id", "document"),
    ("policy_review", "carried_from_id", "policy_review"),
    ("evidence", "audit_item_id", "audit_item"),
)

_VOICES = (
    """CREATE TABLE new_remark_voice (
    remark_id TEXT NOT NULL,
    participant_id TEXT NOT NULL,
    agrees BOOLEAN,
    id TEXT NOT NULL,
    CONSTRAINT pk_remark_voice PRIMARY KEY (id),
    CONSTRAINT fk_remark_voice_remark_id_remark FOREIGN KEY(remark_id)
        REFERENCES remark (id) ON DELETE CASCADE,
    CONSTRAINT fk_remark_voice_participant_id_participant FOREIGN KEY(participant_id)
        REFERENCES participant (id) ON DELETE CASCADE
)""",
    """INSERT INTO new_remark_voice (remark_id, participant_id, agrees, id)
    SELECT remark_id, participant_id, agrees, id FROM remark_voice""",
    "DROP TABLE remark_voice",
    "ALTER TABLE new_remark_voice RENAME TO remark_voice",
    "CREATE INDEX ix_remark_voice_participant_id ON remark_voice (participant_id)",
    "CREATE INDEX ix_remark_voice_remark_id ON remark_voice (remark_id)",
)


_SETTLED = "UPDATE sitting SET debriefed_at = ended_at WHERE ended_at IS NOT NULL"
"""Until now the memo was the debrief: what was over is not asked for again."""


def upgrade(op: Operations) -> None:
    """Add the tables and columns, and let a voice be neither for nor against."""
    for statement in (*_TABLES, *_INDEXES, *_COLUMNS, *_VOICES, _SETTLED):
        op.execute(statement)
    for table, column, other in _REFERENCES:
        key = f"fk_{table}_{column}_{other}"
        op.execute(
            f"ALTER TABLE {table} ADD COLUMN {column} TEXT"
            f" CONSTRAINT {key} REFERENCES {other} (id) ON DELETE SET NULL"
        )
        op.execute(f"CREATE INDEX ix_{table}_{column} ON {table} ({column})")
