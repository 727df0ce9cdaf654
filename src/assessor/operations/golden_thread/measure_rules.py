"""Rules about what is measured and promised: G10 and G16."""

from collections.abc import Iterator
from dataclasses import dataclass

from assessor.model import Goal, Measure
from assessor.operations.evidence.ties import EvidenceKind
from assessor.operations.golden_thread.chain import Chain
from assessor.operations.golden_thread.loose_ends import Break, Element
from assessor.operations.golden_thread.naming import listed, quoted
from assessor.terms import Direction

_DEFINITION = {
    "definition": "a definition",
    "formula": "a formula",
    "unit": "a unit",
    "source": "a source",
    "frequency": "how often it is taken",
}


def g10_measures_complete(chain: Chain) -> Iterator[Break]:
    """Every measure in the plan has a complete definition and serves an objective.

    Measures that are only evidence of a finding, and those watched for context, are not of the plan.
    """
    serving = {objective.measure_id for objective in chain.objectives}
    balancing = {measure.id for measure in chain.measures if measure.balances_id in serving}
    for measure in chain.measures:
        name = quoted("Measure", measure.title)
        if measure.id in serving | balancing:
            lacks = [word for field, word in _DEFINITION.items() if not str(getattr(measure, field)).strip()]
            if lacks:
                yield Break(Element.MEASURE, measure.id, f"{name} lacks {listed(lacks)}. Complete it.")
        elif measure.id not in _evidence(chain) and measure.direction is not Direction.CONTEXT:
            yield Break(
                Element.MEASURE,
                measure.id,
                f"{name} serves no objective. Tie it to one, let it balance one that serves, or remove it.",
            )


def _evidence(chain: Chain) -> set[str]:
    ties = [tie for each in chain.findings for tie in each.ties]
    return {tie.target_id for tie in ties if tie.kind is EvidenceKind.MEASURE}


@dataclass(frozen=True)
class Effect:
    """An effect a goal may promise: the stems that promise it, and those of measures that can show it."""

    name: str
    promised_by: tuple[str, ...]
    shown_by: tuple[str, ...]


EFFECTS = (
    Effect(
        "less crime or violence", ("crime", "violen", "shooting", "weapon"), ("crime", "violen", "weapon")
    ),
    Effect("more safety", ("safer", "safety of", "feel safe"), ("safe",)),
    Effect("less exclusion", ("suspen", "expul", "exclusion"), ("suspen", "expul", "exclusion")),
    Effect("fewer arrests", ("arrest", "citation"), ("arrest", "citation", "referral", "diver")),
    Effect("more trust", ("trust",), ("trust", "tru", "survey", "fair", "climate")),
    Effect(
        "better grades or attendance", ("grades", "achievement", "graduat", "attendance"), ("grade", "attend")
    ),
)
"""What evidence says no plan may claim unless its own measures can show it (domain.md 6.5)."""

_ABSOLUTE = ("guarantee", "eliminate", "end all", "prevent all", "zero incidents", "never again")


def g16_no_empty_promises(chain: Chain) -> Iterator[Break]:
    """No goal promises an effect that its measures cannot show (domain.md 6.5)."""
    for goal in chain.goals:
        promised = f"{goal.title} {goal.summary}".casefold()
        shown = _shown(chain, goal)
        for effect in EFFECTS:
            if _has(promised, effect.promised_by) and not _has(shown, effect.shown_by):
                yield Break(
                    Element.GOAL,
                    goal.id,
                    f"{quoted('Goal', goal.title)} promises {effect.name}, which its measures cannot show. "
                    "Reword it, or add a measure that can.",
                )
        if _has(promised, _ABSOLUTE):
            yield Break(
                Element.GOAL,
                goal.id,
                f"{quoted('Goal', goal.title)} promises more than any measure can show. "
                "Say how far it is to get by when.",
            )


def _shown(chain: Chain, goal: Goal) -> str:
    measures = [chain.measure(objective.measure_id) for objective in chain.objectives_of(goal.id)]
    return " ".join(_text(measure) for measure in measures if measure is not None).casefold()


def _text(measure: Measure) -> str:
    return f"{measure.code} {measure.title} {measure.definition} {measure.source}"


def _has(text: str, stems: tuple[str, ...]) -> bool:
    return any(stem in text for stem in stems)
