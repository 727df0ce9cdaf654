"""What the golden thread says: a loose end, and a rule that holds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from assessor.operations.golden_thread.chain import Chain


class Element(StrEnum):
    """What a loose end hangs on."""

    FINDING = "finding"
    GOAL = "goal"
    OBJECTIVE = "objective"
    ACTION_STEP = "action_step"
    MEASURE = "measure"
    PROTOCOL = "protocol"
    TRAINING = "training"
    MEETING = "meeting"
    AREA = "area"
    SITTING = "sitting"


_PLACES = {
    Element.FINDING: "findings",
    Element.GOAL: "goals",
    Element.OBJECTIVE: "goals",
    Element.ACTION_STEP: "goals",
    Element.MEASURE: "measures",
    Element.PROTOCOL: "protocols",
    Element.TRAINING: "trainings",
    Element.MEETING: "meetings",
    Element.AREA: "findings",
    Element.SITTING: "sittings",
}


@dataclass(frozen=True)
class LooseEnd:
    """A broken rule: which element, what is missing, what to do, and where it is mended."""

    rule: str
    required: bool
    """Whether a release is refused while it stands."""
    sentence: str
    place: str
    """The screen where it is mended."""
    element_id: str
    element: Element


@dataclass(frozen=True)
class Break:
    """What a rule finds broken, before it is known which rule it was."""

    element: Element
    element_id: str
    sentence: str


Check = Callable[[Chain], Iterator[Break]]


@dataclass(frozen=True)
class Rule:
    """One rule of the chain from evidence to result."""

    code: str
    holds_when: str
    required: bool
    check: Check

    def loose_ends(self, chain: Chain) -> Iterator[LooseEnd]:
        """Everything that breaks the rule."""
        for found in self.check(chain):
            yield LooseEnd(
                self.code,
                self.required,
                found.sentence,
                _PLACES[found.element],
                found.element_id,
                found.element,
            )


@dataclass(frozen=True)
class HoldingRule:
    """A rule that holds throughout, as the gate lists it."""

    rule: str
    required: bool
    sentence: str
