"""How much stands behind a finding: pieces, methods, groups and sources, and whether that suffices."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assessor.operations.evidence.ties import Description, Tie
from assessor.terms import Group, Method, Stance

ENOUGH_PIECES = 2
ENOUGH_SOURCES = 2


@dataclass(frozen=True)
class Support:
    """What speaks for a finding and is still there; what speaks against it counts apart."""

    pieces: int = 0
    against: int = 0
    methods: frozenset[Method] = frozenset()
    groups: frozenset[Group] = frozenset()
    hidden_groups: frozenset[Group] = frozenset()
    """Groups behind which nothing stands but results hidden for too few answers."""
    sources: frozenset[str] = frozenset()
    has_passage: bool = False

    @property
    def missing(self) -> str:
        """What is missing for the finding to be verified (domain.md 4.3), as a clause; empty: nothing."""
        if self.has_passage:
            return ""
        if not self.pieces:
            return "nothing is tied to it yet"
        if self.pieces < ENOUGH_PIECES:
            return "only one piece of evidence is tied to it"
        if len(self.sources) < ENOUGH_SOURCES:
            return f"its {self.pieces} pieces of evidence come from one meeting or source"
        return ""


def support_of(ties: Sequence[Tie], said: Mapping[str, Description]) -> Support:
    """What stands behind one finding, of whose evidence `said` holds the descriptions."""
    standing = [(tie, said[tie.id]) for tie in ties if not said[tie.id].is_withdrawn]
    behind = [(tie, each) for tie, each in standing if tie.stance is Stance.FOR]
    shown = _joined(each.groups for _, each in behind if not each.is_hidden)
    return Support(
        pieces=len(behind),
        against=len(standing) - len(behind),
        methods=frozenset(tie.method for tie, _ in behind),
        groups=_joined(each.groups for _, each in behind),
        hidden_groups=_joined(each.groups for _, each in behind) - shown,
        sources=frozenset().union(*(each.sources for _, each in behind)),
        has_passage=any(each.is_passage for _, each in behind),
    )


def by_finding(ties: Iterable[Tie]) -> dict[str, list[Tie]]:
    """The ties of each finding, by its id."""
    found: dict[str, list[Tie]] = defaultdict(list)
    for tie in ties:
        found[tie.finding_id].append(tie)
    return found


def _joined(groups: Iterable[frozenset[Group]]) -> frozenset[Group]:
    return frozenset().union(*groups)
