"""What marks a remark: its color, the word on how close it is to what was said, its codes and clearance."""

from assessor.operations.remarks import RemarkRow
from assessor.terms import Clearance, Fidelity, RemarkKind
from assessor.ui.assess.sittings.sitting_words import clearance_word, fidelity_word, remark_kind_word, tr
from assessor.ui.widgets.tags import Meaning


def people_counted(row: RemarkRow) -> int:
    """How many a tally speaks of."""
    return (row.agree or 0) + (row.dissent or 0) + len(row.neutral) + row.silent


def ink_of(row: RemarkRow) -> str:
    """The color of the words."""
    return "ink" if row.kind is RemarkKind.SAID else "ink2"


def fidelity_mark(row: RemarkRow) -> tuple[str, str, str]:
    """Word, icon and color of what stands at the right of a line."""
    if row.kind is not RemarkKind.SAID:
        word = remark_kind_word(row.kind)
        is_plain = row.kind in {RemarkKind.NONVERBAL, RemarkKind.OFF_RECORD}
        return ("", "", "") if is_plain else (word, "", "ink3")
    if row.is_unfinished:
        return tr("Finish later"), "clock", "watch"
    if row.fidelity is Fidelity.VERBATIM:
        return fidelity_word(row.fidelity), "quote", "good"
    if row.fidelity is Fidelity.NEAR:
        return fidelity_word(row.fidelity), "quote" if row.is_quote else "", "ink3"
    return (tr("Quote"), "quote", "ink3") if row.is_quote else ("", "", "")


def tags_of(row: RemarkRow) -> list[tuple[str, Meaning, str]]:
    """Word, meaning and icon of the tags beneath the words."""
    tags = [(code, Meaning.NEUTRAL, "tag") for code in row.codes]
    if row.setting and not row.question:  # else the question above says it
        tags.insert(0, (row.setting, Meaning.NEUTRAL, "map-pin"))
    if row.clearance is Clearance.CLEARED:
        tags.append((clearance_word(row.clearance), Meaning.GOOD, "check"))
    elif row.clearance is Clearance.WITHHELD:
        tags.append((clearance_word(row.clearance), Meaning.NEUTRAL, "eye-off"))
    return tags
