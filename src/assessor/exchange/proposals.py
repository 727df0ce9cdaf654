"""A mapping proposed for a survey table: columns matched to known items by code or by wording."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assessor.exchange.columns import ColumnRole
from assessor.exchange.item_matches import KnownItem, Match, best_matches, is_box
from assessor.exchange.mappings import ColumnMapping, Mapping, Use
from assessor.exchange.multiple_choices import likely_choices
from assessor.exchange.respondent_groups import respondent_group
from assessor.exchange.scales import nearest_scale
from assessor.exchange.survey_tables import Column, SurveyTable
from assessor.exchange.survey_tools import SurveyTool


@dataclass(frozen=True)
class Proposal:
    """A mapping to start from, and why columns were taken for known items."""

    mapping: Mapping
    matches: tuple[Match, ...]


_USES = {
    ColumnRole.GROUP: Use.GROUP,
    ColumnRole.SITE: Use.SITE,
    ColumnRole.SCALE: Use.SCALE,
    ColumnRole.YES_NO: Use.YES_NO,
    ColumnRole.CHOICE: Use.CHOICE,
    ColumnRole.MULTIPLE_CHOICE: Use.MULTIPLE_CHOICE,
    ColumnRole.NUMBER: Use.NUMBER,
    ColumnRole.TEXT: Use.TEXT,
}
_HALF = 0.5
_SINGLE = (Use.GROUP, Use.SITE)
_SHORT_CODE = re.compile(r"^[A-Za-z][A-Za-z0-9_.#-]{0,23}$")


def propose_mapping(table: SurveyTable, forms: Sequence[KnownItem]) -> Proposal:
    """A mapping of all columns; what fits no known item becomes an item of its own, with a code made up."""
    matches = best_matches(table, forms)
    known = {item.code: item for item in forms}
    mapper = _Mapper(table.source_tool, set(known))
    columns = tuple(
        mapper.mapped(column, known[matches[column.position].code] if column.position in matches else None)
        for column in table.columns
    )
    headings = tuple(column.name for column in table.columns)
    return Proposal(Mapping(headings, columns), tuple(matches.values()))


class _Mapper:
    """Maps columns one after the other, so that no two get the same code, group or site."""

    def __init__(self, tool: SurveyTool, taken: set[str]) -> None:
        self._always_filled = tool in (SurveyTool.REDCAP, SurveyTool.REDCAP_LABELS)
        self._taken = taken
        self._singles: set[Use] = set()
        self._families: dict[str, str] = {}
        self._options: set[tuple[str, str]] = set()

    def mapped(self, column: Column, item: KnownItem | None) -> ColumnMapping:
        """The mapping of one column, as the known item it was taken for or as one of its own."""
        use = self._use(column, item)
        bare = ColumnMapping(column.position, use, wording=column.sub_question or column.question)
        if use is Use.IGNORE:
            return bare
        missing = tuple(entry.value for entry in column.guess.no_answers if entry.value.strip())
        if use in _SINGLE:
            return replace(bare, names=_names(column, use), no_answers=missing)
        unknowing = tuple(entry.value for entry in column.guess.dont_knows)
        bare = replace(bare, no_answers=missing, dont_knows=unknowing)
        if is_box(column):
            return self._as_box(bare, column)
        fitted = _with_values(bare, column)
        if item is None:
            return replace(fitted, code=self._own_code(column))
        return replace(
            fitted, code=item.code, wording=item.wording, construct=item.construct, reverse=item.reverse
        )

    def _use(self, column: Column, item: KnownItem | None) -> Use:
        use = _USES.get(column.guess.role, Use.IGNORE)
        if item:
            return item.use
        if use in _SINGLE:
            if use in self._singles:
                return Use.CHOICE
            self._singles.add(use)
        return use

    def _as_box(self, bare: ColumnMapping, column: Column) -> ColumnMapping:
        """One option of a question: options of one question share its code, and are kept by their words."""
        code = self._families.get(column.family) or self._own_code(column, column.question)
        self._families[column.family] = code
        option = column.sub_question
        if (code, option) in self._options:
            option = f"{option} (column {column.position + 1})"
        self._options.add((code, option))
        return replace(
            bare, code=code, option=option, wording=column.question, always_filled=self._always_filled
        )

    def _own_code(self, column: Column, name: str = "") -> str:
        """The column's own name where it is short and free, else one made of its place."""
        wanted = name or column.name
        code = wanted if _SHORT_CODE.match(wanted) else f"C{column.position + 1}"
        if code in self._taken:
            code = f"C{column.position + 1}x" if code.startswith("C") else f"C{column.position + 1}"
        self._taken.add(code)
        return code


def _names(column: Column, use: Use) -> tuple[tuple[str, str], ...]:
    if use is Use.SITE:
        return tuple((entry.value, entry.value.strip()) for entry in column.guess.values)
    named = ((entry.value, respondent_group(entry.value)) for entry in column.guess.values)
    return tuple((value, group.value) for value, group in named if group)


def _with_values(bare: ColumnMapping, column: Column) -> ColumnMapping:
    guess = column.guess
    counts = {entry.value: entry.count for entry in guess.values}
    scale = guess.scale or (nearest_scale(counts, _HALF) if bare.use is Use.SCALE else None)
    if scale:
        return replace(bare, low=scale.low, high=scale.high, scores=scale.scores)
    if guess.separator:
        choices = likely_choices(counts, guess.separator)
        return replace(bare, separator=guess.separator, choices=choices)
    return replace(bare, choices=tuple(counts)) if bare.use is Use.CHOICE else bare


__all__ = ["KnownItem", "Match", "Proposal", "propose_mapping"]
