"""A plan with too much of everything: forty findings, twelve goals, endless words, hostile text."""

from dataclasses import replace
from datetime import date

from tests.report.harlow_ridge import HARLOW_RIDGE

from assessor.operations.strategic_plan import StrategicPlan
from assessor.operations.strategic_plan.agreements import Decision, DecisionGroup, Decisions
from assessor.operations.strategic_plan.closing import Overlay, OverlayNote, Term
from assessor.operations.strategic_plan.findings import Finding, Priority
from assessor.operations.strategic_plan.front import Front, Quote, Revision, Signature
from assessor.operations.strategic_plan.goals import ActionStep, Goal, Risk
from assessor.operations.strategic_plan.levels import Health, PriorityLevel, Quadrant
from assessor.operations.strategic_plan.year import Partner
from assessor.terms import ActionStatus, Part

LONG_WORD = "Donaudampfschifffahrtsgesellschaftskapitänskajütenschlüsselanhängerverwaltungsverordnung"
HOSTILE = '<script>alert(1)</script> {{ plan }} {% include "x" %} <img src="file:///etc/passwd"> & "quotes"'
MANY_WORDS = "What people said about this went on for a long time and came back to the same point. " * 12


def crowded_plan() -> StrategicPlan:
    """Harlow Ridge, many times over."""
    plan = HARLOW_RIDGE
    terms = (*plan.privacy.terms * 3, Term(LONG_WORD, HOSTILE))
    findings = tuple(_finding(number) for number in range(1, 41))
    goals = tuple(_goal(number) for number in range(1, 13))
    return replace(
        plan,
        front=_front(plan.front),
        adoption=replace(plan.adoption, signatures=_signatures()),
        findings=replace(plan.findings, findings=findings),
        goals=goals,
        protocols=tuple(replace(plan.protocols[0], code=f"P{number}") for number in range(1, 7)),
        decisions=_decisions(),
        year=replace(plan.year, partners=tuple(_partner(number) for number in range(40))),
        history=replace(plan.history, revisions=_revisions()),
        measures=replace(plan.measures, measures=plan.measures.measures * 4),
        privacy=replace(plan.privacy, contact="javascript:alert(1)", terms=terms),
        appendices=replace(plan.appendices, overlay=_overlay(plan)),
    )


def _front(front: Front) -> Front:
    return replace(
        front,
        district=f"{LONG_WORD} Unified School District of the Upper and the Lower Valley",
        title=f"Working together {HOSTILE}",
        author=HOSTILE,
    )


def _signatures() -> tuple[Signature, ...]:
    return tuple(Signature(f"Office {number}", LONG_WORD, "A. Signatory") for number in range(7))


def _finding(number: int) -> Finding:
    like = HARLOW_RIDGE.findings.findings[number % 9]
    level = (PriorityLevel.HIGH, PriorityLevel.MEDIUM, PriorityLevel.LOW)[number % 3]
    priority = Priority(level, 30 + number, 1 + number % 5, 3, 3, 1 + number % 4, Quadrant.FILL_IN)
    return replace(
        like,
        code=f"F{number}",
        claim=f"{like.claim}, again and again, number {number}",
        priority=priority,
        short_name=LONG_WORD if number % 7 == 0 else like.short_name,
        statement=(MANY_WORDS, HOSTILE) if number % 5 == 0 else like.statement,
        quotes=(*like.quotes, Quote("STU-FG1-01", MANY_WORDS[:400], "Student."))
        if number % 4 == 0
        else like.quotes,
        goals=(f"G{number % 12 + 1}", "G99"),
        partner_comment=HOSTILE if number % 6 == 0 else "",
    )


def _goal(number: int) -> Goal:
    like = HARLOW_RIDGE.goals[number % 4]
    actions = tuple(
        ActionStep(
            f"A{number}.{step}",
            f"Do what has to be done about {LONG_WORD if step == 3 else 'it'}, step {step}",
            "District safety director and everyone who works with that office",
            due_on=date(2027, 1 + step % 12, 1 + step % 28),
            status=ActionStatus.IN_PROGRESS,
            health=list(Health)[step % 6],
            status_note="waiting for the answer of the other side" if step % 3 == 0 else "",
            does="Assistant principals",
            asked="Officers",
            told="Families",
        )
        for step in range(1, 2 + number * 3)
    )
    risks = tuple(Risk(f"Risk {place} of goal {number}.", MANY_WORDS[:200]) for place in range(number % 4))
    return replace(like, code=f"G{number}", actions=actions, risks=risks, rationale=(MANY_WORDS,))


def _decisions() -> Decisions:
    offices = tuple(f"Office {number}" for number in range(1, 11))
    parts = (Part.DECIDES, Part.DOES, *(Part.ASKED,) * 8)
    rows = tuple(Decision(f"Decision {number}", parts, "See the agreement") for number in range(30))
    return Decisions(
        offices, (DecisionGroup("School matters", rows[:18]), DecisionGroup(LONG_WORD, rows[18:]))
    )


def _partner(number: int) -> Partner:
    return Partner(f"Partner {number} {LONG_WORD if number == 5 else ''}", "Family group", HOSTILE, "", "12")


def _revisions() -> tuple[Revision, ...]:
    return tuple(Revision(f"Edition {number}", date(2026, 7, number), "Much.") for number in range(1, 20))


def _overlay(plan: StrategicPlan) -> Overlay:
    notes = tuple(
        OverlayNote(f"Topic {number}", MANY_WORDS[:300], "Rule 1", "file:///etc/passwd")
        for number in range(30)
    )
    assert plan.appendices.overlay
    return replace(plan.appendices.overlay, notes=notes)
