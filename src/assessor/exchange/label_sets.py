"""Ordered answer labels in their usual variants, each with its place on the short and on the long scale."""

from collections.abc import Iterator
from dataclasses import dataclass

AGREEMENT = "agreement"


@dataclass(frozen=True)
class Level:
    """A label's score on the short scale and its place on the long one, which tells finer labels apart."""

    short: int
    long: int


@dataclass(frozen=True)
class LabelSet:
    """Labels of one scale; the long scale is used only where two labels seen share a short score."""

    name: str
    levels: dict[str, Level]
    short_high: int
    long_high: int


# Each line: score on the short scale, place on the long scale, labels.
_TABLES = {
    AGREEMENT: """
        1 1 strongly disagree|disagree strongly|completely disagree|totally disagree|disagree completely
        1 1 definitely disagree|disagree a lot|disagree very much|sd
        2 2 disagree|moderately disagree|mostly disagree|generally disagree|d
        2 3 somewhat disagree|disagree somewhat|slightly disagree|disagree slightly|disagree a little
        2 3 tend to disagree|mildly disagree
        3 4 neutral|neither agree nor disagree|neither agree or disagree|neither disagree nor agree|neither|n
        3 4 undecided|uncertain|neither agree nor disagree (neutral)|neutral (neither agree nor disagree)
        3 4 in the middle|no feelings either way
        4 5 somewhat agree|agree somewhat|slightly agree|agree slightly|agree a little|tend to agree
        4 5 mildly agree
        4 6 agree|moderately agree|mostly agree|generally agree|a
        5 7 strongly agree|agree strongly|completely agree|totally agree|agree completely
        5 7 definitely agree|agree a lot|agree very much|sa
    """,
    "agreement in spanish": """
        1 1 totalmente en desacuerdo|muy en desacuerdo|completamente en desacuerdo|fuertemente en desacuerdo
        2 2 en desacuerdo
        2 3 algo en desacuerdo|un poco en desacuerdo
        3 4 ni de acuerdo ni en desacuerdo|ni en desacuerdo ni de acuerdo|neutral|indeciso|indecisa
        4 5 algo de acuerdo|un poco de acuerdo
        4 6 de acuerdo
        5 7 totalmente de acuerdo|muy de acuerdo|completamente de acuerdo|fuertemente de acuerdo
    """,
    "frequency in spanish": """
        1 1 nunca
        2 2 casi nunca|de vez en cuando|rara vez|pocas veces
        3 3 a veces|algunas veces
        4 4 a menudo|muchas veces|frecuentemente|con frecuencia|la mayoría de las veces
        4 5 casi siempre
        5 6 siempre
    """,
    "frequency": """
        1 1 never|not at all
        2 2 almost never|hardly ever|very rarely|rarely|seldom|once in a while
        3 3 sometimes|occasionally|some of the time|about half the time
        4 4 often|usually|frequently|regularly|most of the time|very often
        4 5 almost always|nearly always
        5 6 always|all of the time|all the time|every time
    """,
    "contact": """
        1 1 none|0|never|0 times|not once
        2 2 1-2|1 - 2|1 to 2|1-2 times|1 or 2 times|once or twice
        3 3 3-5|3 - 5|3 to 5|3-5 times|3 to 5 times
        4 4 more|6 or more|more than 5|6+|more than 5 times|6 or more times
    """,
    "rate": """
        1 1 never
        2 2 yearly|once a year|a few times a year
        3 3 monthly|once a month|a few times a month
        4 4 weekly|once a week|a few times a week
        5 5 daily|every day|almost every day
    """,
    "quality": """
        1 1 poor
        2 2 fair|below average
        3 3 good|average
        4 4 very good|above average
        5 5 excellent|outstanding
    """,
    "quality from very poor": """
        1 1 very poor|very bad|terrible
        2 2 poor|bad
        3 3 fair|average|acceptable|ok|okay|adequate
        4 4 good
        5 5 very good|excellent|outstanding
    """,
    "amount": """
        1 1 none at all|none|not at all|nothing
        2 2 a little|a little bit|very little|not much|a small amount
        3 3 some|somewhat|a moderate amount|a fair amount
        4 4 a lot|quite a bit|much|a good deal|quite a lot
        5 5 a great deal|very much|a tremendous amount|completely|extremely
    """,
    "extent": """
        1 1 to no extent|no extent|not at all
        2 2 to a small extent|small extent|to a slight extent
        3 3 to some extent|some extent|to a moderate extent|moderate extent
        4 4 to a large extent|large extent|to a great extent|great extent
        5 5 to a very large extent|very large extent|to a very great extent|very great extent
    """,
    "truth": """
        1 1 definitely not|definitely false
        2 2 probably not|probably false
        3 3 maybe|might or might not|possibly
        4 4 probably|probably yes|probably true
        5 5 definitely|definitely yes|definitely true
    """,
}
_POLES = """
    1 1 very {low}|extremely {low}|completely {low}|strongly {low}|highly {low}
    2 2 {low}
    2 3 somewhat {low}|slightly {low}|a little {low}|fairly {low}|rather {low}
    3 4 neutral|neither|neither {high} nor {low}|neither {low} nor {high}|neither {high} or {low}
    3 4 neither {high} nor {low} (neutral)|neutral (neither {high} nor {low})
    4 5 somewhat {high}|slightly {high}|a little {high}|fairly {high}|rather {high}
    4 6 {high}
    5 7 very {high}|extremely {high}|completely {high}|strongly {high}|highly {high}
"""
_PAIRS = """
    dissatisfied/satisfied unsatisfied/satisfied unimportant/important unsafe/safe unfavorable/favorable
    unfavorably/favorably unlikely/likely unclear/clear uncomfortable/comfortable negative/positive
    ineffective/effective difficult/easy unhelpful/helpful unfair/fair unprepared/prepared
    unwelcome/welcome untrue/true badly/well
"""
_DEGREES = """
    1 1 not at all {word}
    2 2 not very {word}|slightly {word}|a little {word}|a little bit {word}|not so {word}|not too {word}
    3 3 somewhat {word}|moderately {word}|fairly {word}
    4 4 quite {word}|very {word}|mostly {word}
    5 5 extremely {word}|completely {word}
"""
_QUALITIES = """
    clear often well much confident familiar comfortable safe important likely satisfied effective helpful
    useful fair respectful prepared concerned true involved knowledgeable supportive connected welcome
    aware interested positive easy consistent
"""


def _label_set(name: str, table: str) -> LabelSet:
    rows = [line.split(maxsplit=2) for line in table.strip().splitlines()]
    levels = {label.strip(): Level(int(row[0]), int(row[1])) for row in rows for label in row[2].split("|")}
    highest_short = max(level.short for level in levels.values())
    return LabelSet(name, levels, highest_short, max(level.long for level in levels.values()))


def _all_sets() -> Iterator[LabelSet]:
    for name, table in _TABLES.items():
        yield _label_set(name, table)
    for pair in _PAIRS.split():
        low, _, high = pair.partition("/")
        yield _label_set(f"{low} to {high}", _POLES.format(low=low, high=high))
    for word in ("", *_QUALITIES.split()):
        yield _label_set(f"how {word}" if word else "degree", _DEGREES.format(word=word))


LABEL_SETS: tuple[LabelSet, ...] = tuple(_all_sets())
"""Likeliest first: the first set that holds all labels of a column is taken."""
