"""Which chapters a plan has, in what order, and what each is called: one line of the contents a chapter."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from assessor.operations.strategic_plan import StrategicPlan
from assessor.operations.strategic_plan.findings import Finding
from assessor.operations.strategic_plan.levels import PriorityLevel, Quadrant
from assessor.operations.strategic_plan.wording import lower_first
from assessor.report.words import anchor, listed, number_word, upper_first

LEARNED = "What we learned"
WILL_DO = "What we will do"
WILL_KNOW = "How we will know"

_LEVELS = tuple(PriorityLevel)
_QUADRANTS = {
    Quadrant.QUICK_WIN: ("quick win", "quick wins"),
    Quadrant.MAJOR_PROJECT: ("project", "projects"),
    Quadrant.FILL_IN: ("fill-in", "fill-ins"),
    Quadrant.RECONSIDER: ("to wait", "to wait"),
}


@dataclass(frozen=True)
class Chapter:
    """One chapter: where it stands, what it is called, and what it tells."""

    anchor: str
    part: str
    title: str  # in the contents
    template: str
    claim: str = ""  # the heading; empty: the title
    kicker: str = ""
    told: dict[str, object] = field(default_factory=dict, hash=False)


def in_order(findings: tuple[Finding, ...]) -> list[Finding]:
    """The findings by level, then score, then code."""
    return sorted(findings, key=lambda f: (_LEVELS.index(f.priority.level), -f.priority.score, f.code))


def list_chapters(plan: StrategicPlan) -> list[Chapter]:
    """Every chapter that has something to say, in the order of domain.md 5.11, under numbered parts."""
    chapters = [*_learned(plan), *_will_do(plan), *_will_know(plan)]
    parts = list(dict.fromkeys(chapter.part for chapter in chapters))
    numbered = {part: f"Part {number} · {part}" for number, part in enumerate(parts, start=1)}
    return [replace(chapter, part=numbered[chapter.part]) for chapter in chapters]


def _learned(plan: StrategicPlan) -> Iterator[Chapter]:
    summary, listening, strengths = plan.summary, plan.listening, plan.strengths
    if summary.figures or summary.found or summary.will_do or summary.asks:
        yield _chapter("summary", LEARNED, "Summary in plain language", summary.claim, kicker="Summary")
    if listening.methods or listening.coverage or listening.limits:
        yield _chapter("listening", LEARNED, "How we listened", listening.claim)
    if strengths.leading or strengths.others or strengths.openings:
        yield _chapter("strengths", LEARNED, "What already works", strengths.claim)
    yield from _findings(plan)


def _findings(plan: StrategicPlan) -> Iterator[Chapter]:
    findings = in_order(plan.findings.findings)
    high = [finding for finding in findings if finding.priority.level is PriorityLevel.HIGH]
    others = findings[len(high) :]
    for finding in high:
        title = f"Finding {finding.code}: {lower_first(finding.topic or finding.brief or finding.claim)}"
        yield Chapter(finding_anchor(finding.code), LEARNED, title, "finding.html", finding.claim,
                      finding_kicker(finding), {"finding": finding})  # fmt: skip
    if others:
        more = f"{number_word(len(others))} {'more ' if high else ''}finding{'s' if len(others) > 1 else ''}"
        yield Chapter("briefs", LEARNED, f"{upper_first(more)}, in short", "briefs.html",
                      told={"findings": others})  # fmt: skip
    rated = [finding for finding in findings if finding.priority.level is not PriorityLevel.OPEN]
    if rated:
        number = number_word(len(rated))
        title = f"All {number} findings, by priority" if len(rated) > 1 else "The finding, by priority"
        claim = plan.findings.priorities_claim or _count_quadrants(rated)
        yield _chapter("priorities", LEARNED, title, claim, findings=rated)


def _count_quadrants(findings: list[Finding]) -> str:
    """Four quick wins, four projects, one to wait"""
    counts = [(sum(f.priority.quadrant is quadrant for f in findings), words)
              for quadrant, words in _QUADRANTS.items()]  # fmt: skip
    told = (f"{number_word(number)} {words[number > 1]}" for number, words in counts if number)
    return upper_first(", ".join(told))


def _will_do(plan: StrategicPlan) -> Iterator[Chapter]:
    for goal in plan.goals:
        name = goal_name(goal.code)
        title = f"{name}: {lower_first(goal.topic or goal.title)}"
        yield Chapter(f"goal-{anchor(goal.code)}", WILL_DO, title, "goal.html", goal.title, name,
                      {"goal": goal})  # fmt: skip
    for protocol in plan.protocols:
        title = upper_first(protocol.topic or protocol.title)
        kicker = f"Communication protocol {protocol.code}"
        yield Chapter(f"protocol-{anchor(protocol.code)}", WILL_DO, title, "protocol.html", protocol.title,
                      kicker, {"protocol": protocol})  # fmt: skip
    if plan.ladder and plan.ladder.steps:
        yield _chapter("ladder", WILL_DO, "When we disagree", plan.ladder.claim)
    if plan.decisions and plan.decisions.groups:
        yield _chapter("decisions", WILL_DO, "Who decides what", plan.decisions.claim)
    year, history = plan.year, plan.history
    if year.sessions or year.meetings or history.change_when or history.how_changed:
        title = "Training and the review year" if year.sessions else "The review year"
        yield _chapter("year", WILL_DO, title, year.claim)
    if year.partners:
        yield _chapter("partners", WILL_DO, "Partners", year.partners_claim)


def _will_know(plan: StrategicPlan) -> Iterator[Chapter]:
    if plan.measures.measures:
        yield _chapter("measures", WILL_KNOW, "Measures", plan.measures.claim)
    title = "Privacy, small groups and terms" if plan.privacy.terms else "Privacy and small groups"
    yield _chapter("privacy", WILL_KNOW, title, plan.privacy.claim)
    appendices = plan.appendices
    if appendices.rubric and appendices.rubric.groups:
        percent, band = appendices.rubric.percent, appendices.rubric.band
        said = "" if percent is None else f"The documents reach {percent}% of the rubric"
        claim = f"{said}: {band}" if said and band else said
        yield _chapter("rubric", WILL_KNOW, "Appendix: rubric scores", claim)
    if appendices.item_tables:
        yield _chapter("items", WILL_KNOW, "Appendix: survey items", "")
    if plan.findings.findings or appendices.overlay or plan.history.revisions:
        told = (
            ("scores", plan.findings.findings),
            ("law", appendices.overlay),
            ("editions", plan.history.revisions),
        )
        title = f"Appendix: {listed(name for name, there in told if there)}"
        yield _chapter("method", WILL_KNOW, title, "")


def _chapter(name: str, part: str, title: str, claim: str, kicker: str = "", **told: object) -> Chapter:
    return Chapter(name, part, title, f"{name}.html", claim, kicker or title, told)


def finding_kicker(finding: Finding) -> str:
    """Finding F1 · Roles · discipline drift"""
    return " · ".join(part for part in (f"Finding {finding.code}", finding.category, finding.barrier) if part)


def finding_anchor(code: str) -> str:
    """The fragment of a finding."""
    return f"finding-{anchor(code)}"


def goal_number(code: str) -> str:
    """2 for G2; the code itself where it is none of ours."""
    return code[1:] if code[:1] == "G" and code[1:].isdigit() else code


def goal_name(code: str) -> str:
    """Goal 2"""
    return f"Goal {goal_number(code)}"
