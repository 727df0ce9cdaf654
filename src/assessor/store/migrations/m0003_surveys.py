"""The survey work: own forms, paper, pairs, what was published, program data, and kept tables."""

import json
from hashlib import sha256
from itertools import groupby
from uuid import uuid4

from alembic.operations import Operations
from sqlalchemy import Connection

from assessor.store.answer_columns import MEDIA_TYPE, pack_rows

VERSION = 3

_TABLES = (
    """CREATE TABLE own_survey (
    title TEXT NOT NULL,
    title_es TEXT NOT NULL,
    "group" VARCHAR(32) NOT NULL,
    style TEXT NOT NULL,
    version INTEGER NOT NULL,
    earlier_id TEXT,
    begun_from TEXT NOT NULL,
    is_anonymous BOOLEAN NOT NULL,
    minutes INTEGER NOT NULL,
    instruction TEXT NOT NULL,
    instruction_es TEXT NOT NULL,
    opening TEXT NOT NULL,
    opening_es TEXT NOT NULL,
    thanks TEXT NOT NULL,
    thanks_es TEXT NOT NULL,
    id TEXT NOT NULL,
    CONSTRAINT pk_own_survey PRIMARY KEY (id),
    CONSTRAINT fk_own_survey_earlier_id_own_survey FOREIGN KEY(earlier_id)
        REFERENCES own_survey (id) ON DELETE SET NULL
)""",
    """CREATE TABLE own_item (
    survey_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    code TEXT NOT NULL,
    section TEXT NOT NULL,
    section_es TEXT NOT NULL,
    text TEXT NOT NULL,
    text_es TEXT NOT NULL,
    kind TEXT NOT NULL,
    construct TEXT NOT NULL,
    is_reversed BOOLEAN NOT NULL,
    choices JSON NOT NULL,
    choices_es JSON NOT NULL,
    choice_names JSON NOT NULL,
    low INTEGER NOT NULL,
    dont_know TEXT NOT NULL,
    dont_know_es TEXT NOT NULL,
    id TEXT NOT NULL,
    CONSTRAINT pk_own_item PRIMARY KEY (id),
    CONSTRAINT fk_own_item_survey_id_own_survey FOREIGN KEY(survey_id)
        REFERENCES own_survey (id) ON DELETE CASCADE
)""",
    """CREATE TABLE measure_import (
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    kept_table TEXT NOT NULL,
    layout TEXT NOT NULL,
    mapping JSON NOT NULL,
    imported_at VARCHAR NOT NULL,
    rows INTEGER NOT NULL,
    id TEXT NOT NULL,
    CONSTRAINT pk_measure_import PRIMARY KEY (id)
)""",
    """CREATE TABLE measure_part (
    measure_id TEXT NOT NULL,
    period_start DATE NOT NULL,
    period_label TEXT NOT NULL,
    site_id TEXT,
    subgroup TEXT NOT NULL,
    state VARCHAR(32) NOT NULL,
    value VARCHAR,
    numerator INTEGER,
    denominator INTEGER,
    note TEXT NOT NULL,
    definition_version INTEGER NOT NULL,
    import_id TEXT,
    id TEXT NOT NULL,
    CONSTRAINT pk_measure_part PRIMARY KEY (id),
    CONSTRAINT fk_measure_part_measure_id_measure FOREIGN KEY(measure_id)
        REFERENCES measure (id) ON DELETE CASCADE,
    CONSTRAINT fk_measure_part_site_id_site FOREIGN KEY(site_id)
        REFERENCES site (id) ON DELETE SET NULL,
    CONSTRAINT fk_measure_part_import_id_measure_import FOREIGN KEY(import_id)
        REFERENCES measure_import (id) ON DELETE SET NULL
)""",
    """CREATE TABLE paper_batch (
    wave_id TEXT NOT NULL,
    "group" VARCHAR(32) NOT NULL,
    form_key TEXT NOT NULL,
    form_version INTEGER NOT NULL,
    language TEXT NOT NULL,
    label TEXT NOT NULL,
    site_id TEXT,
    import_id TEXT,
    id TEXT NOT NULL,
    CONSTRAINT pk_paper_batch PRIMARY KEY (id),
    CONSTRAINT fk_paper_batch_wave_id_survey_wave FOREIGN KEY(wave_id)
        REFERENCES survey_wave (id) ON DELETE CASCADE,
    CONSTRAINT fk_paper_batch_site_id_site FOREIGN KEY(site_id)
        REFERENCES site (id) ON DELETE SET NULL,
    CONSTRAINT fk_paper_batch_import_id_survey_import FOREIGN KEY(import_id)
        REFERENCES survey_import (id) ON DELETE SET NULL
)""",
    """CREATE TABLE paper_sheet (
    batch_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    entry INTEGER NOT NULL,
    answers JSON NOT NULL,
    settled JSON NOT NULL,
    id TEXT NOT NULL,
    CONSTRAINT pk_paper_sheet PRIMARY KEY (id),
    CONSTRAINT fk_paper_sheet_batch_id_paper_batch FOREIGN KEY(batch_id)
        REFERENCES paper_batch (id) ON DELETE CASCADE
)""",
    """CREATE TABLE dyad (
    wave_id TEXT NOT NULL,
    site_id TEXT,
    id TEXT NOT NULL,
    CONSTRAINT pk_dyad PRIMARY KEY (id),
    CONSTRAINT fk_dyad_wave_id_survey_wave FOREIGN KEY(wave_id)
        REFERENCES survey_wave (id) ON DELETE CASCADE,
    CONSTRAINT fk_dyad_site_id_site FOREIGN KEY(site_id) REFERENCES site (id) ON DELETE SET NULL
)""",
    """CREATE TABLE response_set (
    import_id TEXT NOT NULL,
    "group" VARCHAR(32),
    site_id TEXT,
    n INTEGER NOT NULL,
    answers TEXT NOT NULL,
    id TEXT NOT NULL,
    CONSTRAINT pk_response_set PRIMARY KEY (id),
    CONSTRAINT fk_response_set_import_id_survey_import FOREIGN KEY(import_id)
        REFERENCES survey_import (id) ON DELETE CASCADE,
    CONSTRAINT fk_response_set_site_id_site FOREIGN KEY(site_id) REFERENCES site (id) ON DELETE SET NULL
)""",
    """CREATE TABLE new_comment_clearance (
    set_id TEXT NOT NULL,
    place INTEGER NOT NULL,
    code TEXT NOT NULL,
    clearance VARCHAR(32) NOT NULL,
    id TEXT NOT NULL,
    CONSTRAINT pk_comment_clearance PRIMARY KEY (id),
    CONSTRAINT fk_comment_clearance_set_id_response_set FOREIGN KEY(set_id)
        REFERENCES response_set (id) ON DELETE CASCADE
)""",
    """CREATE TABLE dyad_party (
    dyad_id TEXT NOT NULL,
    "group" VARCHAR(32) NOT NULL,
    set_id TEXT,
    place INTEGER NOT NULL,
    agreed_on DATE,
    held_back JSON NOT NULL,
    id TEXT NOT NULL,
    CONSTRAINT pk_dyad_party PRIMARY KEY (id),
    CONSTRAINT fk_dyad_party_dyad_id_dyad FOREIGN KEY(dyad_id)
        REFERENCES dyad (id) ON DELETE CASCADE,
    CONSTRAINT fk_dyad_party_set_id_response_set FOREIGN KEY(set_id)
        REFERENCES response_set (id) ON DELETE SET NULL
)""",
    """CREATE TABLE published_group (
    what VARCHAR(32) NOT NULL,
    published_at VARCHAR NOT NULL,
    version_id TEXT,
    wave_id TEXT,
    "group" VARCHAR(32),
    "by" TEXT NOT NULL,
    choice TEXT NOT NULL,
    imports JSON NOT NULL,
    n INTEGER NOT NULL,
    id TEXT NOT NULL,
    CONSTRAINT pk_published_group PRIMARY KEY (id),
    CONSTRAINT fk_published_group_version_id_plan_version FOREIGN KEY(version_id)
        REFERENCES plan_version (id) ON DELETE CASCADE,
    CONSTRAINT fk_published_group_wave_id_survey_wave FOREIGN KEY(wave_id)
        REFERENCES survey_wave (id) ON DELETE SET NULL
)""",
)

_INDEXES = (
    "CREATE INDEX ix_own_survey_earlier_id ON own_survey (earlier_id)",
    "CREATE INDEX ix_own_item_survey_id ON own_item (survey_id)",
    "CREATE INDEX ix_measure_part_import_id ON measure_part (import_id)",
    "CREATE INDEX ix_measure_part_measure_id ON measure_part (measure_id)",
    "CREATE INDEX ix_measure_part_site_id ON measure_part (site_id)",
    "CREATE INDEX ix_paper_batch_import_id ON paper_batch (import_id)",
    "CREATE INDEX ix_paper_batch_site_id ON paper_batch (site_id)",
    "CREATE INDEX ix_paper_batch_wave_id ON paper_batch (wave_id)",
    "CREATE INDEX ix_paper_sheet_batch_id ON paper_sheet (batch_id)",
    "CREATE INDEX ix_dyad_site_id ON dyad (site_id)",
    "CREATE INDEX ix_dyad_wave_id ON dyad (wave_id)",
    "CREATE INDEX ix_dyad_party_dyad_id ON dyad_party (dyad_id)",
    "CREATE INDEX ix_dyad_party_set_id ON dyad_party (set_id)",
    "CREATE INDEX ix_response_set_import_id ON response_set (import_id)",
    "CREATE INDEX ix_response_set_site_id ON response_set (site_id)",
    "CREATE INDEX ix_published_group_version_id ON published_group (version_id)",
    "CREATE INDEX ix_published_group_wave_id ON published_group (wave_id)",
)

_COLUMNS = (
    "ALTER TABLE survey_import ADD COLUMN kept_table TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE survey_import ADD COLUMN reading JSON NOT NULL DEFAULT '{}'",
    "ALTER TABLE measure_value ADD COLUMN definition_version INTEGER NOT NULL DEFAULT 1",
    (
        "ALTER TABLE measure_value ADD COLUMN import_id TEXT"
        " CONSTRAINT fk_measure_value_import_id_measure_import"
        " REFERENCES measure_import (id) ON DELETE SET NULL"
    ),
    "CREATE INDEX ix_measure_value_import_id ON measure_value (import_id)",
)


_MOVED = (
    "DROP TABLE comment_clearance",
    "ALTER TABLE new_comment_clearance RENAME TO comment_clearance",
    "CREATE INDEX ix_comment_clearance_set_id ON comment_clearance (set_id)",
    "DROP TABLE response",
)

_GROUPED = """SELECT r.id, r.import_id, r."group", r.site_id, r.answers
FROM response AS r ORDER BY r.import_id, r."group", r.site_id, r.rowid"""


def upgrade(op: Operations) -> None:
    """Add the tables and columns, and let the answers of a table stand together, a column a question."""
    for statement in (*_TABLES, *_INDEXES, *_COLUMNS):
        op.execute(statement)
    _move_answers(op.get_bind())
    for statement in _MOVED:
        op.execute(statement)


def _move_answers(connection: Connection) -> None:
    rows = connection.exec_driver_sql(_GROUPED).fetchall()
    for (import_id, group, site_id), members in groupby(rows, key=lambda row: tuple(row[1:4])):
        together = list(members)
        set_id = uuid4().hex
        content = pack_rows([json.loads(row[4]) for row in together])
        digest = sha256(content).hexdigest()
        connection.exec_driver_sql(
            "INSERT OR IGNORE INTO attachment (sha256, media_type, content) VALUES (?, ?, ?)",
            (digest, MEDIA_TYPE, content),
        )
        connection.exec_driver_sql(
            'INSERT INTO response_set (import_id, "group", site_id, n, answers, id)'
            " VALUES (?, ?, ?, ?, ?, ?)",
            (import_id, group, site_id, len(together), digest, set_id),
        )
        for place, row in enumerate(together):
            connection.exec_driver_sql(
                "INSERT INTO new_comment_clearance (set_id, place, code, clearance, id)"
                " SELECT ?, ?, code, clearance, id FROM comment_clearance WHERE response_id = ?",
                (set_id, place, row[0]),
            )
