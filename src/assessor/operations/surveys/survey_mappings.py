"""A column mapping settled by hand: what a column is used as, and what each of its values stands for."""

from dataclasses import replace

from assessor.exchange.mappings import ColumnMapping, Mapping, Use
from assessor.exchange.multiple_choices import likely_choices, likely_separator
from assessor.exchange.respondent_groups import respondent_group
from assessor.exchange.scales import nearest_scale, scale_of
from assessor.exchange.survey_tables import Column
from assessor.instruments.item_banks import get_item_bank
from assessor.terms import CannotDo, Group

_MOST_LISTED = 60
_HALF = 0.5
_IS = " = "


def list_constructs() -> list[tuple[str, str]]:
    """The library's constructs, code and name."""
    return [(construct.code, construct.name) for construct in get_item_bank().constructs]


def use_column(column: Column, mapped: ColumnMapping, use: Use) -> ColumnMapping:
    """The mapping of a column put to another use, its values read for that use as far as they tell."""
    wording = mapped.wording or column.sub_question or column.question
    bare = ColumnMapping(
        column.position, use, wording=wording, no_answers=mapped.no_answers, dont_knows=mapped.dont_knows
    )
    if not use.is_item:
        return replace(bare, names=_names(column, use))
    code = mapped.code or f"C{column.position + 1}"
    bare = replace(bare, code=code, construct=mapped.construct, reverse=mapped.reverse)
    if use is Use.SCALE:
        return _on_scale(bare, column)
    counts = {entry.value: entry.count for entry in column.guess.values}
    if use is Use.CHOICE:
        return replace(bare, choices=tuple(counts))
    if use is Use.MULTIPLE_CHOICE:
        separator = likely_separator(counts) or ";"
        return replace(bare, separator=separator, choices=likely_choices(counts, separator))
    return bare


def replace_column(mapping: Mapping, changed: ColumnMapping) -> Mapping:
    """The mapping with one column changed; a second column of group or site becomes a choice again."""
    columns = []
    for column in mapping.columns:
        if column.position == changed.position:
            columns.append(changed)
        elif column.use is changed.use and column.use in (Use.GROUP, Use.SITE):
            columns.append(ColumnMapping(column.position, Use.IGNORE, wording=column.wording))
        else:
            columns.append(column)
    return replace(mapping, columns=tuple(columns))


def values_as_text(column: Column, mapped: ColumnMapping) -> str:
    """A line for each value: "Agree = 4", "Teacher = TCH"; nothing where values stand for themselves."""
    known = dict(_pairs(mapped))
    if mapped.use not in (Use.SCALE, Use.GROUP, Use.SITE):
        return ""
    seen = [entry.value for entry in column.guess.values[:_MOST_LISTED]]
    listed = list(dict.fromkeys([*known, *seen]))
    return "\n".join(f"{value}{_IS}{known.get(value, '')}".rstrip() for value in listed)


def read_values(mapped: ColumnMapping, text: str) -> ColumnMapping:
    """The mapping with the values in these lines. Raises CannotDo for a line that says nothing of a kind."""
    pairs = []
    for line in text.splitlines():
        value, sign, meant = line.rpartition("=")
        if not sign:
            if line.strip():
                raise CannotDo(f"“{line.strip()}” says nothing. Write a value, =, and what it stands for.")
            continue
        if meant.strip():
            pairs.append((value.strip(), meant.strip()))
    if mapped.use is Use.SCALE:
        return _scored(mapped, pairs)
    if mapped.use is Use.GROUP:
        return replace(mapped, names=tuple((value, _group(meant)) for value, meant in pairs))
    return replace(mapped, names=tuple(pairs))


def _scored(mapped: ColumnMapping, pairs: list[tuple[str, str]]) -> ColumnMapping:
    wrong = next((meant for _, meant in pairs if not meant.lstrip("-").isdecimal()), None)
    if wrong is not None:
        raise CannotDo(f"“{wrong}” is no point of a scale. Write a whole number, such as 4.")
    scores = tuple((value, int(meant)) for value, meant in pairs)
    points = [score for _, score in scores]
    if not points:
        return replace(mapped, scores=())
    low, high = min(mapped.low, *points), max(mapped.high, *points)
    return replace(mapped, scores=scores, low=low, high=high)


def _group(meant: str) -> str:
    found = respondent_group(meant)
    if found is None:
        codes = ", ".join(Group)
        raise CannotDo(f"“{meant}” is no group. Use one of {codes}.")
    return found.value


def _pairs(mapped: ColumnMapping) -> list[tuple[str, str]]:
    if mapped.use is Use.SCALE:
        return [(value, str(score)) for value, score in mapped.scores]
    return list(mapped.names)


def _names(column: Column, use: Use) -> tuple[tuple[str, str], ...]:
    values = [entry.value for entry in column.guess.values]
    if use is Use.SITE:
        return tuple((value, value.strip()) for value in values)
    named = ((value, respondent_group(value)) for value in values) if use is Use.GROUP else ()
    return tuple((value, group.value) for value, group in named if group)


def _on_scale(bare: ColumnMapping, column: Column) -> ColumnMapping:
    counts = {entry.value: entry.count for entry in column.guess.values}
    scale = column.guess.scale or (
        scale_of(counts.keys()) or nearest_scale(counts, _HALF) if counts else None
    )
    return replace(bare, low=scale.low, high=scale.high, scores=scale.scores) if scale else bare
