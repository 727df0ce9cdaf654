"""Items told beside the construct they make up: which more to hide, so that none can be subtracted out."""

from collections.abc import Collection, Iterable, Mapping

from assessor.analysis.disclosure import ALIKE_PERCENT, Cell


def hide_beside(cells: Mapping[str, Cell], hidden: Collection[str], threshold: int) -> frozenset[str]:
    """Return the items of a construct to be hidden, those that already are among them.

    The answers to a construct are those to its items added up: a single hidden item would be the rest. Others
    are hidden, the smallest first and then by their order, until those hidden tell nothing of any one.
    Source: domain.md 2.6 rules 3 and 4.
    """
    found = [code for code in cells if code in hidden]
    left = sorted((code for code in cells if code not in hidden), key=lambda code: cells[code].n)
    while found and left and not tells_no_item((cells[code] for code in found), threshold):
        found.append(left.pop(0))
    return frozenset(found)


def tells_no_item(hidden: Iterable[Cell], threshold: int) -> bool:
    """Return whether hidden items may be worked out together: two or more, not few and not alike; or none."""
    cells = list(hidden)
    if not cells:
        return True
    answers = [sum(counts) for counts in zip(*(cell.answers for cell in cells), strict=True)]
    alike = 100 * max(answers, default=0) >= ALIKE_PERCENT * sum(answers)
    return len(cells) > 1 and sum(answers) >= threshold and not alike
