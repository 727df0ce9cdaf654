"""Limits over all tables that the journal rests on."""

from sqlalchemy import Boolean, Date, Enum, Integer, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.types import JSON

from assessor.model import NOT_JOURNALED, Base
from assessor.model.base import Exact, Moment
from assessor.store.journal import journaled_tables

EXACT_IN_JSON = (String, Text, Integer, Boolean, Date, Enum, JSON, Moment, Exact)


def test_every_table_is_journaled_or_named_with_its_reason() -> None:
    journaled = {table.name for table in journaled_tables()}

    assert journaled | NOT_JOURNALED.keys() == set(Base.metadata.tables)
    assert all(NOT_JOURNALED.values())


def test_every_journaled_table_has_one_key_called_id() -> None:
    for table in journaled_tables():
        assert [column.name for column in table.primary_key] == ["id"], table.name


def test_journaled_columns_hold_only_what_json_keeps_exactly() -> None:
    for table in journaled_tables():
        for column in table.columns:
            assert isinstance(column.type, EXACT_IN_JSON), f"{table.name}.{column.name}"
            assert not isinstance(column.type, LargeBinary), f"{table.name}.{column.name}"


def test_no_position_is_unique_so_that_rows_can_be_reordered_and_put_back() -> None:
    for table in journaled_tables():
        for constraint in table.constraints:
            if isinstance(constraint, UniqueConstraint):
                assert "position" not in constraint.columns
