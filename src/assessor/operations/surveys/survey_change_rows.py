"""Two waves side by side as screens and the paper get them: plain rows that hold nothing hidden."""

from dataclasses import dataclass
from decimal import Decimal

from assessor.analysis.effects import Effect
from assessor.analysis.partnership import Index
from assessor.operations.surveys.survey_result_rows import Answers, Audience, GroupCount
from assessor.terms import Group


@dataclass(frozen=True)
class ChangeResult:
    """A question or a construct of a group in two waves: the later less the earlier.

    `before` and `after` rest on the items alike in both waves. `points` is in points of the question's range,
    `favorable` in percentage points (of a yes/no question, of yes); both None where `words` say why there is
    no comparison. `flagged` from 0.50 points of a scale or 15 percentage points on.
    """

    code: str
    name: str
    kind: str
    """The question's kind; "construct" of a construct."""
    before: Answers
    after: Answers
    points: Decimal | None
    favorable: Decimal | None
    effect: Effect | None
    flagged: bool
    words: str
    items: tuple["ChangeResult", ...] = ()
    """Of a construct, those it was compared on."""

    @property
    def is_compared(self) -> bool:
        """Whether the two waves may be compared here."""
        return not self.words


@dataclass(frozen=True)
class NotCompared:
    """A question of one wave or both that was not compared, and the sentence why."""

    code: str
    name: str
    why: str


@dataclass(frozen=True)
class GroupChange:
    """A group in two waves, with how many answered of those invited in each."""

    group: Group
    before: GroupCount
    after: GroupCount
    constructs: tuple[ChangeResult, ...]
    questions: tuple[ChangeResult, ...]
    """Those of no construct, and single items: never a scale."""
    not_compared: tuple[NotCompared, ...]
    why: str = ""
    """Why nothing of this group was compared; empty where something was."""
    note: str = ""
    """What to bear in mind: the schools heard in one wave only."""


@dataclass(frozen=True)
class IndexChange:
    """An index in two waves: shown side by side; `difference` only where all of it was compared."""

    code: str
    """partnership, trust or community_trust."""
    before: Index | None
    after: Index | None
    difference: Decimal | None
    why: str


@dataclass(frozen=True)
class WaveChanges:
    """Everything that may be said of a change between two waves, the earlier first."""

    before_id: str
    before_title: str
    after_id: str
    after_title: str
    audience: Audience
    threshold: int
    groups: tuple[GroupChange, ...]
    indexes: tuple[IndexChange, ...]

    def group(self, group: Group) -> GroupChange | None:
        """What changed in a group."""
        return next((each for each in self.groups if each.group is group), None)
