"""Ordered answer labels in their usual variants, each with its place on the short and on the long scale."""

from collections.abc import Iterable
from dataclasses import dataclass

AGREEMENT = "agreement"
CONTACT = "contact"


@dataclass(frozen=True)
class Level:
    """A label's score on the short scale (1–5) and its place on the long one, which tells finer labels apart."""

    short: int
    long: int


@dataclass(frozen=True)
class LabelSet:
    """Labels of one scale; the long scale is used only where two labels seen share a short score."""

    name: str
    levels: dict[str, Level]
    short_high: int
    long_high: int


def _label_set(name: str, rows: Iterable[tuple[int, int, str]]) -> LabelSet:
    listed = list(rows)
    levels = {label: Level(short, long) for short, long, labels in listed for label in labels.split("|")}
    return LabelSet(name, levels, max(row[0] for row in listed), max(row[1] for row in listed))


def _poles(name: str, positive: str, negative: str) -> LabelSet:
    """A scale between two words, as from very unsafe to very safe."""
    neither = f"neither {positive} nor {negative}|neither {negative} nor {positive}|neither {positive} or {negative}"
    rows = [
        (
            3,
            4,
            f"{neither}|neutral|neither|neutral (neither {positive} nor {negative})|"
            f"neither {positive} nor {negative} (neutral)",
        )
    ]
    for word, direction in ((negative, -1), (positive, 1)):
        strong = "|".join(
            f"{degree} {word}" for degree in ("very", "extremely", "completely", "strongly", "highly")
        )
        mild = "|".join(
            f"{degree} {word}" for degree in ("somewhat", "slightly", "a little", "fairly", "rather")
        )
        rows += [
            (3 + 2 * direction, 4 + 3 * direction, strong),
            (3 + direction, 4 + 2 * direction, word),
            (3 + direction, 4 + direction, mild),
        ]
    return _label_set(f"{negative} to {positive}", rows) if not name else _label_set(name, rows)


_PAIRS = (
    ("satisfied", "dissatisfied"), ("satisfied", "unsatisfied"), ("important", "unimportant"), ("safe", "unsafe"),
    ("favorable", "unfavorable"), ("favorably", "unfavorably"), ("likely", "unlikely"), ("clear", "unclear"),
    ("comfortable", "uncomfortable"), ("positive", "negative"), ("effective", "ineffective"), ("easy", "difficult"),
    ("helpful", "unhelpful"), ("fair", "unfair"), ("confident", "unconfident"), ("prepared", "unprepared"),
    ("welcome", "unwelcome"), ("useful", "useless"), ("true", "untrue"), ("true", "false"), ("well", "badly"),
)  # fmt: skip
_DEGREES = (
    (1, 1, "not at all"), (2, 2, "not very"), (2, 2, "slightly"), (2, 2, "a little"), (2, 2, "a little bit"),
    (2, 2, "not so"), (2, 2, "not too"), (3, 3, "somewhat"), (3, 3, "moderately"), (3, 3, "fairly"),
    (4, 4, "quite"), (4, 4, "very"), (4, 4, "mostly"), (5, 5, "extremely"), (5, 5, "completely"),
)  # fmt: skip
_DEGREE_WORDS = (
    "", "clear", "often", "well", "much", "confident", "familiar", "comfortable", "safe", "important", "likely",
    "satisfied", "effective", "helpful", "useful", "fair", "respectful", "prepared", "concerned", "true", "involved",
    "knowledgeable", "supportive", "connected", "welcome", "aware", "interested", "positive", "easy", "consistent",
)  # fmt: skip

LABEL_SETS: tuple[LabelSet, ...] = (
    _label_set(AGREEMENT, (
        (1, 1, "strongly disagree|disagree strongly|completely disagree|totally disagree|disagree completely"
               "|definitely disagree|disagree a lot|disagree very much|sd"),
        (2, 2, "disagree|moderately disagree|mostly disagree|generally disagree|d"),
        (2, 3, "somewhat disagree|disagree somewhat|slightly disagree|disagree slightly|disagree a little"
               "|tend to disagree|mildly disagree"),
        (3, 4, "neutral|neither agree nor disagree|neither agree or disagree|neither disagree nor agree|neither"
               "|undecided|uncertain|neither agree nor disagree (neutral)|neutral (neither agree nor disagree)"
               "|in the middle|no feelings either way|n"),
        (4, 5, "somewhat agree|agree somewhat|slightly agree|agree slightly|agree a little|tend to agree|mildly agree"),
        (4, 6, "agree|moderately agree|mostly agree|generally agree|a"),
        (5, 7, "strongly agree|agree strongly|completely agree|totally agree|agree completely|definitely agree"
               "|agree a lot|agree very much|sa"),
    )),
    _label_set("frequency", (
        (1, 1, "never|not at all"),
        (2, 2, "almost never|hardly ever|very rarely|rarely|seldom|once in a while"),
        (3, 3, "sometimes|occasionally|some of the time|about half the time"),
        (4, 4, "often|usually|frequently|regularly|most of the time|very often"),
        (4, 5, "almost always|nearly always"),
        (5, 6, "always|all of the time|all the time|every time"),
    )),
    _label_set(CONTACT, (
        (1, 1, "none|0|never|0 times|not once"),
        (2, 2, "1-2|1 - 2|1 to 2|1-2 times|1 or 2 times|once or twice"),
        (3, 3, "3-5|3 - 5|3 to 5|3-5 times|3 to 5 times"),
        (4, 4, "more|6 or more|more than 5|6+|more than 5 times|6 or more times"),
    )),
    _label_set("rate of occurrence", (
        (1, 1, "never"), (2, 2, "yearly|once a year|a few times a year"), (3, 3, "monthly|once a month|a few times a month"),
        (4, 4, "weekly|once a week|a few times a week"), (5, 5, "daily|every day|almost every day"),
    )),
    _label_set("quality from very poor", (
        (1, 1, "very poor|very bad|terrible"), (2, 2, "poor|bad"), (3, 3, "fair|average|acceptable|ok|okay|adequate"),
        (4, 4, "good"), (5, 5, "very good|excellent|outstanding"),
    )),
    _label_set("quality", (
        (1, 1, "poor"), (2, 2, "fair|below average"), (3, 3, "good|average"), (4, 4, "very good|above average"),
        (5, 5, "excellent|outstanding"),
    )),
    _label_set("amount", (
        (1, 1, "none at all|none|not at all|nothing"), (2, 2, "a little|a little bit|very little|not much|a small amount"),
        (3, 3, "some|somewhat|a moderate amount|a fair amount"), (4, 4, "a lot|quite a bit|much|a good deal|quite a lot"),
        (5, 5, "a great deal|very much|a tremendous amount|completely|extremely"),
    )),
    _label_set("extent", (
        (1, 1, "to no extent|no extent|not at all"), (2, 2, "to a small extent|small extent|to a slight extent"),
        (3, 3, "to some extent|some extent|to a moderate extent|moderate extent"),
        (4, 4, "to a large extent|large extent|to a great extent|great extent"),
        (5, 5, "to a very large extent|very large extent|to a very great extent|very great extent"),
    )),
    _label_set("truth", (
        (1, 1, "definitely not|definitely false"), (2, 2, "probably not|probably false"), (3, 3, "maybe|might or might not|possibly"),
        (4, 4, "probably|probably yes|probably true"), (5, 5, "definitely|definitely yes|definitely true"),
    )),
    *(_poles("", positive, negative) for positive, negative in _PAIRS),
    *(
        _label_set(f"how {word}" if word else "degree", ((short, long, f"{degree} {word}".strip()) for short, long, degree in _DEGREES))
        for word in _DEGREE_WORDS
    ),
)  # fmt: skip
"""Likeliest first: the first set that holds all labels of a column is taken."""
