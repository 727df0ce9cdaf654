"""Answers of many respondents as rows of the file, for tests that begin behind the import."""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from assessor.model import Attachment, ResponseSet
from assessor.store.answer_columns import MEDIA_TYPE, pack_rows
from assessor.terms import Group


def answered(import_id: str, answers: Mapping[Group, Sequence[Mapping[str, Any]]]) -> list[object]:
    """Each group's respondents, one mapping of question codes a respondent."""
    rows: list[object] = []
    for group, given in answers.items():
        content = pack_rows(given)
        name = sha256(content).hexdigest()
        rows.append(Attachment(sha256=name, media_type=MEDIA_TYPE, content=content))
        rows.append(ResponseSet(import_id=import_id, group=group, n=len(given), answers=name))
    return rows


def scores(code: str, *points: tuple[int, int]) -> list[dict[str, Any]]:
    """Respondents who answered one question: pairs of a point and how many gave it."""
    return [{code: point} for point, count in points for _ in range(count)]
