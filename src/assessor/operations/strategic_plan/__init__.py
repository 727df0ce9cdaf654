"""Everything the strategic plan may say, in plain frozen values: report is handed this and nothing else."""

from dataclasses import dataclass, field

from assessor.operations.strategic_plan.agreements import Decisions, Ladder, Protocol
from assessor.operations.strategic_plan.closing import Appendices, Privacy
from assessor.operations.strategic_plan.findings import Findings
from assessor.operations.strategic_plan.front import Adoption, Front, History, Summary
from assessor.operations.strategic_plan.goals import Goal
from assessor.operations.strategic_plan.listening import Listening, Strengths
from assessor.operations.strategic_plan.measures import Measures
from assessor.operations.strategic_plan.year import Year


@dataclass(frozen=True)
class StrategicPlan:
    """A strategic plan, chapter by chapter (domain.md 5.11); a chapter with nothing in it is not printed."""

    front: Front
    adoption: Adoption = field(default_factory=Adoption)
    summary: Summary = field(default_factory=Summary)
    listening: Listening = field(default_factory=Listening)
    strengths: Strengths = field(default_factory=Strengths)
    findings: Findings = field(default_factory=Findings)
    goals: tuple[Goal, ...] = ()
    protocols: tuple[Protocol, ...] = ()
    ladder: Ladder | None = None
    decisions: Decisions | None = None
    year: Year = field(default_factory=Year)
    history: History = field(default_factory=History)
    measures: Measures = field(default_factory=Measures)
    privacy: Privacy = field(default_factory=Privacy)
    appendices: Appendices = field(default_factory=Appendices)
