"""Observations: behavior counted by code, setting by setting, without a name (domain.md 1.6)."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import delete, func, select

from assessor.model import Draft, Remark
from assessor.operations.names import conceal
from assessor.operations.off_record import refuse_off_record
from assessor.operations.remarks import RemarkRow
from assessor.store import Engagement
from assessor.terms import CannotDo

MOST_AT_ONCE = 50
_TIMES = re.compile(r"[x×]\s?(?P<count>\d{1,3})(?:\s+(?P<rest>.*))?", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True)
class BehaviorTable:
    """How often each behavior was seen in each setting, for those that were seen at all."""

    codes: tuple[str, ...]
    settings: tuple[str, ...]
    counts: dict[tuple[str, str], int]
    """By setting and code."""

    @property
    def total(self) -> int:
        """All behavior seen."""
        return sum(self.counts.values())

    def of_code(self, code: str) -> int:
        """How often a behavior was seen in all settings."""
        return sum(count for (_, other), count in self.counts.items() if other == code)


def split_times(text: str) -> tuple[int, str]:
    """How often a behavior was seen at once, and the words: `x3 Greets at the door` is three times."""
    match = _TIMES.fullmatch(text.strip())
    return (int(match["count"]), (match["rest"] or "").strip()) if match else (1, text.strip())


def note_behavior(
    engagement: Engagement,
    sitting_id: str,
    behavior: str,
    text: str,
    times: int = 1,
    *,
    question: str = "",
    setting: str = "",
    seen_at: datetime | None = None,
    draft: str = "",
) -> str:
    """Note a behavior seen once or several times, a line each, as one change; returns the last one's id.

    Raises CannotDo for no times or too many at once, and off the record.
    """
    if not 1 <= times <= MOST_AT_ONCE:
        raise CannotDo(f"A behavior is counted from 1 to {MOST_AT_ONCE} times at once. Correct the number.")
    with engagement.change("Note behavior") as session:
        refuse_off_record(session, sitting_id)
        last = session.scalar(select(func.max(Remark.position)).where(Remark.sitting_id == sitting_id))
        first = 0 if last is None else last + 1
        remarks = [
            Remark(
                sitting_id=sitting_id,
                position=first + place,
                said_at=seen_at or datetime.now(UTC),
                text=conceal(session, text),
                question=question,
                setting=setting,
                behavior=behavior,
            )
            for place in range(times)
        ]
        session.add_all(remarks)
        if draft:
            session.execute(delete(Draft).where(Draft.key == draft))
        session.flush()
        return remarks[-1].id


def count_behaviors(rows: Sequence[RemarkRow], codes: Sequence[str] = ()) -> BehaviorTable:
    """Count the lines of an observation by setting, in the order they were seen, and by code."""
    counted = Counter((row.setting, row.behavior) for row in rows if row.behavior)
    settings = tuple(dict.fromkeys(row.setting for row in rows if row.behavior))
    seen = [row.behavior for row in rows if row.behavior]
    return BehaviorTable(tuple(dict.fromkeys([*codes, *seen])), settings, dict(counted))
