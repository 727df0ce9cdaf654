"""What an XLSForm's question types are to us: kinds by type and choices, and what is no question."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assessor.exchange.answers import is_dont_know, normal
from assessor.exchange.scales import scale_of

_SELECT = re.compile(
    r"^(?P<how>select[_ ]?one|select1|select[_ ]?multiple|select all that apply)"
    r"(?:\s+from)?\s+(?P<list>[^\s]+)(?P<other>\s+(?:or[_ ]other|or specify other))?\s*$",
    re.IGNORECASE,
)
_OPENS = re.compile(r"^begin[_ ](?P<what>group|repeat|loop)\b", re.IGNORECASE)
_CLOSES = re.compile(r"^end[_ ](?P<what>group|repeat|loop)\b", re.IGNORECASE)
_NUMBERS = frozenset({"integer", "int", "decimal", "range"})
_TEXTS = frozenset({"text", "string"})
_METADATA = frozenset(
    {"start", "end", "today", "deviceid", "device_id", "subscriberid", "subscriber_id", "simserial"}
    | {"sim_serial", "phonenumber", "phone_number", "username", "email", "imei", "audit", "calculate"}
    | {"hidden", "start-geopoint", "background-audio", "background-geopoint", "xml-external", "csv-external"}
)
_YES = frozenset({"yes", "y", "1", "true", "si", "sí", "oui"})
_NO = frozenset({"no", "n", "0", "false", "non"})
_FIVE = (1, 5)
_HIGHEST = 10


@dataclass(frozen=True)
class SelectType:
    """A question answered from a list of choices."""

    list_name: str
    is_multiple: bool
    has_other: bool


def parse_select(type_: str) -> SelectType | None:
    """The list a type such as `select_one agree` or `select all that apply from x` names."""
    found = _SELECT.match(type_.strip())
    if found is None:
        return None
    is_multiple = "mult" in found["how"].casefold() or "all" in found["how"].casefold()
    return SelectType(found["list"], is_multiple, bool(found["other"]))


def opened(type_: str) -> str:
    """“group”, “repeat” or “loop” where a row opens one, else empty."""
    found = _OPENS.match(type_.strip())
    return found["what"].casefold() if found else ""


def is_closing(type_: str) -> bool:
    """Whether a row closes a group, a repeat or a loop."""
    return bool(_CLOSES.match(type_.strip()))


def is_metadata(type_: str) -> bool:
    """Whether a row records something of the device or the day, and asks nobody."""
    return type_.strip().casefold() in _METADATA


def plain_kind(type_: str) -> str:
    """The kind of a question answered without choices; empty for a type not known to us."""
    text = type_.strip().casefold()
    return "number" if text in _NUMBERS else "text" if text in _TEXTS else ""


def choice_kind(names: Sequence[str], labels: Sequence[str], appearance: str) -> tuple[str, list[int]]:
    """The kind of a question with one choice of several, and their points where they are a scale."""
    if len(names) == len(_FIVE) and _are_yes_and_no(names, labels):
        return "yes_no", [1 if _is_yes(name, label) else 0 for name, label in zip(names, labels, strict=True)]
    points = _label_points(labels)
    if not points and "likert" in appearance.casefold():
        points = _numbers(names) or list(range(1, len(names) + 1))
    if not points:
        return "choice", []
    return ("scale" if (min(points), max(points), len(points)) == (*_FIVE, 5) else "rating"), points


def is_off_scale(name: str, label: str) -> bool:
    """Whether a choice is the answer off the scale."""
    return name.casefold() in ("dk", "-99") or is_dont_know(label) or is_dont_know(name)


def _label_points(labels: Sequence[str]) -> list[int]:
    found = scale_of(tuple(labels)) if len(set(labels)) > len(_FIVE) else None
    scores = dict(found.scores) if found else {}
    points = [scores[label] for label in labels if label in scores]
    return points if len(set(points)) == len(labels) else []


def _numbers(names: Sequence[str]) -> list[int]:
    numbers = [int(name) for name in names if re.fullmatch(r"\d{1,2}", name)]
    is_range = len(set(numbers)) == len(names) and max(numbers, default=0) <= _HIGHEST
    return numbers if is_range else []


def _are_yes_and_no(names: Sequence[str], labels: Sequence[str]) -> bool:
    pairs = list(zip(names, labels, strict=True))
    return any(_is_yes(*pair) for pair in pairs) and any(_is_no(*pair) for pair in pairs)


def _is_yes(name: str, label: str) -> bool:
    return normal(label) in _YES or (not label and normal(name) in _YES)


def _is_no(name: str, label: str) -> bool:
    return normal(label) in _NO or (not label and normal(name) in _NO)
