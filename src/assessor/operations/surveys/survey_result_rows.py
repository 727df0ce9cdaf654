"""What a survey wave says as screens, findings and the paper get it: plain rows that hold nothing hidden."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from assessor.analysis.bands import Band
from assessor.analysis.disclosure import ALIKE_PERCENT, PROTECTED_WORDS
from assessor.analysis.gaps import Gap
from assessor.analysis.partnership import Index
from assessor.analysis.reliability import Standing
from assessor.analysis.rounding import shown
from assessor.terms import Group


class Audience(StrEnum):
    """Who will read a result: the public, or the consultant and named leaders; each has its threshold."""

    PUBLIC = "public"
    INTERNAL = "internal"


class AnswersState(StrEnum):
    """Whether answers may be shown; a question that a group was not asked has none."""

    SHOWN = "shown"
    HIDDEN = "hidden"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True)
class Answers:
    """What a group answered to a question or a construct, as far as it may be shown.

    `words` stand in the values' place where these are hidden ("n < 10", "hidden to protect others"), not
    asked, or so alike that no distribution may be told ("≥ 95%": then `n` and the shares of favorable and
    don't-know answers are all there is). `n` are persons with a score; `mean` and `sd` are in scale points;
    `counts` and `shares` (0–100, of those with an opinion) go from the lowest point up, or by choice. In a
    construct reverse-worded items are turned round; a question stands as it was worded, but `favorable`.
    """

    state: AnswersState
    words: str = ""
    n: int | None = None
    mean: Decimal | None = None
    sd: Decimal | None = None
    median: Decimal | None = None
    """Of numbers only, where a few slips of the pen move the mean."""
    counts: tuple[int, ...] = ()
    shares: tuple[Decimal, ...] = ()
    favorable: Decimal | None = None
    """% favorable of those with an opinion; % yes of a yes/no question."""
    favorable_of_all: Decimal | None = None
    """% favorable of all who answered, don't know included: the second base."""
    dont_know: Decimal | None = None
    band: Band | None = None

    @property
    def is_shown(self) -> bool:
        """Whether there is anything to show."""
        return self.state is AnswersState.SHOWN

    @property
    def is_hidden(self) -> bool:
        """Whether it was asked and may not be shown."""
        return self.state is AnswersState.HIDDEN

    @property
    def favorable_words(self) -> str:
        """The share of favorable answers as it may be printed: "43%", "≥ 95%", "≤ 5%", or nothing."""
        return share_words(self.favorable)

    @property
    def dont_know_words(self) -> str:
        """The share of don't-know answers: "12%", or nothing."""
        return "" if self.dont_know is None else f"{shown(self.dont_know, 0)}%"


NOT_ASKED = Answers(AnswersState.NOT_ASKED, "Not asked")


@dataclass(frozen=True)
class GroupCount:
    """How many of a group answered; `group` None are those whose group is not known.

    `n` and `rate` (% of the invited) are None where hidden or not known; `words` are "38" or "n < 5".
    """

    group: Group | None
    n: int | None
    words: str
    invited: int | None
    rate: Decimal | None
    caution: str
    form_key: str
    expected: int | None = None
    """The least % that should answer, of parents the % under which there is a caution; None for others."""

    @property
    def is_hidden(self) -> bool:
        """Whether so few answered that neither their number nor anything they said may be shown."""
        return self.n is None

    @property
    def is_held_back(self) -> bool:
        """Whether it is hidden beside what was published of nearly the same people, however many answered."""
        return self.is_hidden and self.words == PROTECTED_WORDS


@dataclass(frozen=True)
class QuestionResult:
    """A question with what each group answered, and all shown groups together; groups hidden are left out.

    `labels` name `Answers.shares`; for numbers and texts there are none.
    """

    code: str
    text: str
    wordings: Mapping[str, str]
    kind: str
    construct: str
    is_reversed: bool
    labels: tuple[str, ...]
    low: int
    high: int
    groups: Mapping[Group | None, Answers] = field(hash=False)
    overall: Answers

    def wording(self, group: Group | None) -> str:
        """The question as a group read it."""
        return self.wordings.get(group.value, self.text) if group else self.text

    def of(self, group: Group | None) -> Answers:
        """What a group answered."""
        return self.groups.get(group, NOT_ASKED)


@dataclass(frozen=True)
class ReliabilityResult:
    """How well the items of a construct hang together in a group, as far as it may be told.

    `value` has two decimals and is None where it may not be shown or is not defined; `n` are those who
    answered every item, None where hidden. `words` say it whole, or why there is no value: "0.84, good",
    "0.84, good (indicative, n 64)", "Told from 30 persons on".
    """

    coefficient: str
    """Cronbach's alpha, or Spearman–Brown for two items."""
    value: Decimal | None
    n: int | None
    items: int
    standing: Standing
    reading: str
    """The usual word, as in good; empty without a value."""
    words: str


@dataclass(frozen=True)
class ConstructResult:
    """A construct with the items under it. A group asked a single item of it has an item, not a scale."""

    code: str
    name: str
    definition: str
    items: tuple[QuestionResult, ...]
    groups: Mapping[Group | None, Answers] = field(hash=False)
    overall: Answers
    """The groups together that were asked a scale and are told in full."""
    asked: Mapping[Group | None, int] = field(default_factory=dict, hash=False)
    """How many items of it each group was asked."""
    reliability: Mapping[Group | None, ReliabilityResult] = field(default_factory=dict, hash=False)
    """Of each group that was asked two items or more."""

    def of(self, group: Group | None) -> Answers:
        """What a group answered."""
        return self.groups.get(group, NOT_ASKED)

    def is_single(self, group: Group | None) -> bool:
        """Whether a group was asked a single item: name that item, never a scale (domain.md 2.3)."""
        return self.asked.get(group) == 1


@dataclass(frozen=True)
class GapResult:
    """How far two groups lie apart in a construct, on the items both were asked, or in one item.

    `gap` is first less second, None where a side is hidden or has no score; `words` then say why.
    """

    code: str
    name: str
    first: Answers
    second: Answers
    gap: Gap | None
    words: str
    items: tuple["GapResult", ...] = ()

    @property
    def difference(self) -> Decimal | None:
        """Second less first, in scale points: the sign that charts show."""
        return None if self.gap is None else -self.gap.points


@dataclass(frozen=True)
class StageResult:
    """The stage of collaboration (0–5) as SROs and administrators rate it, side by side."""

    sros: Answers
    administrators: Answers
    difference: Decimal | None
    """SROs less administrators, in stages; None where a side is hidden."""
    to_discuss: bool
    labels: tuple[str, ...]


@dataclass(frozen=True)
class WaveResults:
    """Everything a wave says to an audience. `answers` counts respondents of the groups that are shown."""

    wave_id: str
    title: str
    opened_on: date | None
    closed_on: date | None
    audience: Audience
    threshold: int
    answers: int
    groups: tuple[GroupCount, ...]
    constructs: tuple[ConstructResult, ...]
    questions: tuple[QuestionResult, ...]
    """Every question that belongs to no construct."""
    gaps: tuple[GapResult, ...]
    """SROs and administrators, by construct; empty where one of them was not asked."""
    mirror_gap: Decimal | None
    """The mean difference without signs between SROs and administrators, item by item (measure K30)."""
    stage: StageResult | None
    partnership: Index | None
    trust: Index | None
    community_trust: Index | None
    comments_waiting: int
    """Comments of groups large enough to quote that nobody has cleared or withheld yet."""
    mirrored: int = 0
    """Over how many items the mirror gap is taken: those both were asked and whose gap may be told."""
    with_schools: frozenset[Group | None] = frozenset()
    """The groups that may be counted and in which somebody's school is known."""

    def group(self, group: Group | None) -> GroupCount | None:
        """How many of a group answered."""
        return next((count for count in self.groups if count.group is group), None)


@dataclass(frozen=True)
class Breakdown:
    """A question by the choices of another, among which nothing hidden can be worked out from the total.

    Where the whole table would give a few persons away `blocked` says so in a sentence and there are no rows.
    """

    labels: tuple[str, ...]
    parts: tuple[tuple[str, Answers], ...]
    total: Answers
    blocked: str = ""
    without: tuple[Group | None, ...] = ()
    """Groups that are told only as a whole, and are not among these: too few for so many parts."""


def share_words(share: Decimal | None) -> str:
    """A share as it may be printed: near everybody or nobody is not told exactly (domain.md 2.6 rule 4)."""
    if share is None:
        return ""
    if share >= ALIKE_PERCENT:
        return f"≥ {ALIKE_PERCENT}%"
    return f"≤ {100 - ALIKE_PERCENT}%" if share <= 100 - ALIKE_PERCENT else f"{shown(share, 0)}%"
