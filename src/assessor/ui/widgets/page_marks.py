"""Marks beside the pages: which fault is where."""

from dataclasses import dataclass, replace

_ONE_PLACE = 0.05  # of the height of a page


@dataclass(frozen=True)
class Mark:
    """A fault beside a page: its number or "!", how far down, the sentence, and what it leads to."""

    label: str
    down: float
    sentence: str
    index: int
    is_required: bool = True


def joined(marks: list[Mark], mark: Mark) -> list[Mark]:
    """The marks of a page, from the top, with one more: it joins one of its kind at the same place.

    Of two kinds at one place the later one moves down, so that both can be read.
    """
    for place, other in enumerate(marks):
        if abs(other.down - mark.down) >= _ONE_PLACE:
            continue
        if other.is_required == mark.is_required:
            sentence = f"{other.sentence}\n{mark.sentence}"
            label = (
                other.label if other.label == mark.label or other.label.endswith("+") else f"{other.label}+"
            )
            return [*marks[:place], replace(other, sentence=sentence, label=label), *marks[place + 1 :]]
        mark = replace(mark, down=other.down + _ONE_PLACE)
    return [*marks, mark]
