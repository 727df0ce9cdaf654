"""What counts as no answer and as "don't know" in a survey column (formats.md 1.10)."""

import re
from collections.abc import Iterable

from assessor.exchange.survey_openings import plain

_NO_ANSWERS = frozenset(
    """
    na|n/a|#n/a|n.a.|null|none|nan|.|-|--|-99|-99.0|not selected|no answer|not applicable|does not apply
    |prefer not to answer|prefer not to say|i prefer not to answer|i prefer not to say|i'd rather not say
    |decline to answer|no aplica|no corresponde|prefiero no contestar|prefiero no responder|prefiero no decir
    |sin respuesta|no contestó|[not completed]|skipped|missing|no response|unanswered|not answered
    """.strip()
    .replace("\n    ", "")
    .split("|")
) | {""}
_DONT_KNOW = re.compile(
    r"^(i )?(really )?"
    r"(don'?t know|do not know|dk|dk/?nc|no basis to judge|no basis|not sure|unsure|no opinion|no contact"
    r"|(can'?t|cannot|unable to) (say|judge|rate)|unfamiliar|not familiar|have no opinion"
    r"|haven'?t had (any )?contact|no experience)\b"
)
_DONT_KNOW_IN_SPANISH = re.compile(
    r"^(yo )?(no (lo )?(sé|se$)|no estoy segur[oa]|no (puedo|podría|sabría) decir|sin (contacto|opini[oó]n)"
    r"|no (tengo|he tenido) (ningún )?(contacto|opini[oó]n|informaci[oó]n)|ns/?nc)\b"
)
_LONGEST = 40
_CODE = re.compile(r"^-[1-9](\.0)?$")
_THOUSANDS = re.compile(r"^\d{1,3}(,\d{3})+(\.\d+)?$")
_NUMBER = re.compile(r"^[+-]?(\d+(\.\d*)?|\.\d+)$")


def normal(value: str) -> str:
    """A value fit to compare: plain blanks, apostrophes and dashes, lower case."""
    text = plain(value).casefold()
    if text.isascii():
        return text
    return text.replace("’", "'").replace("–", "-").replace("—", "-").strip()


def is_no_answer(value: str) -> bool:
    """Whether a value stands for a question not answered or not shown."""
    return len(value) <= _LONGEST and normal(value) in _NO_ANSWERS


def is_dont_know(value: str) -> bool:
    """Whether a value is an answer off the scale, such as "Don't know"."""
    if len(value) > _LONGEST:
        return False
    text = normal(value)
    return bool(_DONT_KNOW.match(text) or _DONT_KNOW_IN_SPANISH.match(text))


def missing_codes(values: Iterable[str]) -> frozenset[str]:
    """The values among -9 … -1 that stand for no answer, as they do where all others are positive numbers."""
    listed = [normal(value) for value in values]
    codes = {value for value in listed if value.startswith("-") and _CODE.match(value)}
    if not codes:
        return frozenset()
    others = [value for value in listed if value not in codes and value not in _NO_ANSWERS]
    numeric = [float(value) for value in others if _NUMBER.match(value)]
    if numeric and len(numeric) == len(others) and min(numeric) >= 0:
        return frozenset(codes)
    return frozenset()


def as_number(value: str) -> float | None:
    """A value as a number, or None where it is none."""
    text = (
        normal(value).replace(",", "")
        if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", normal(value))
        else normal(value)
    )
    return float(text) if _NUMBER.match(text) else None
