"""Cover, adoption, summary and history of the Harlow Ridge plan."""

from datetime import UTC, date, datetime

from assessor.operations.strategic_plan.front import (
    Adoption,
    Front,
    History,
    KeyFigure,
    Promise,
    Revision,
    Signature,
    Summary,
    TookPart,
)
from assessor.terms import Group

FRONT = Front(
    district="Harlow Ridge Unified School District",
    agency="Harlow Ridge Police Department",
    subtitle="A strategic plan for school resource officers and school administrators, 2026–2029",
    short_name="Harlow Ridge",
    short_title="Working together plan 2026–2029",
    edition="Edition 2, with results to January 2027",
    draft="0.4",
    confidential=True,
    presented_on=date(2027, 2, 9),
    took_part=(
        TookPart(Group.SRO, 6),
        TookPart(Group.ADM, 14),
        TookPart(Group.TCH, 118),
        TookPart(Group.PAR, 96),
        TookPart(Group.STU, 214),
    ),
    author="M. Okafor Consulting",
    identifier="5d2f0c9e-0e0f-4a4b-9d55-harlow-ridge-2",
    made_at=datetime(2027, 2, 1, 9, 0, tzinfo=UTC),
    law_as_of=date(2027, 1, 4),
)

ADOPTION = Adoption(
    signatures=(
        Signature("Superintendent", "Harlow Ridge Unified School District"),
        Signature("Chief of Police", "Harlow Ridge Police Department"),
        Signature("President", "Board of Education"),
    )
)

SUMMARY = Summary(
    claim="The partnership is trusted.\nIts boundaries are not yet clear.",
    figures=(
        KeyFigure("448", "people answered our surveys, across all six schools"),
        KeyFigure("46%", "of staff calls to officers were about school rules, not safety"),
        KeyFigure("2 of 6", "schools hold a fixed weekly meeting between officer and administrator"),
        KeyFigure(
            "−21%", "rule calls per 100 students since the call guide began in August: 3.4 to 2.7 a year"
        ),
    ),
    found=(
        "Students and staff speak well of their officers. Principals and officers trust each other.",
        (
            "But the agreement between the District and the Police Department exists in two versions, and "
            "few new leaders have seen either. So schools improvise. Teachers call an officer when a class "
            "is disrupted, and officers end up handling matters that belong to educators."
        ),
        "Few know what to do when the sides disagree, or where a complaint goes.",
    ),
    will_do=(
        Promise("1", "Sign one agreement that everyone knows, by June 30, 2027.", "one agreement"),
        Promise(
            "2",
            "Keep discipline with educators, with a call guide and training for every school.",
            "discipline with educators",
        ),
        Promise(
            "3",
            "Meet every week, and settle disagreements early on a path both sides know.",
            "settle disagreements early",
        ),
        Promise(
            "4",
            "Share the right information with the right people, and open a clear complaint route.",
            "the right information",
        ),
    ),
    asks=(
        (
            "Adopt the plan and the single agreement. Fund 96 hours of substitute cover so that "
            "administrators can train beside officers."
        ),
        (
            "Hear the results in public each June. If a measure misses its target two terms in a row, ask us "
            "what we will change."
        ),
    ),
)

HISTORY = History(
    change_when=(
        "a measure misses its target twice",
        "a law, a leader or an officer changes",
        "a serious incident shows a gap",
    ),
    how_changed="The steering group proposes, both heads sign, and the next edition lists what changed and "
    "why. Older editions stay readable.",
    revisions=(
        Revision(
            "Edition 1",
            date(2026, 7, 14),
            "First edition: nine findings, four goals.",
            "Assessment of spring 2026.",
            "Board of Education",
        ),
        Revision(
            "Edition 2",
            date(2027, 2, 1),
            "Results of the fall term. Action A2.5 is late. Goal 4 gains action A4.2.",
            "Half-year review by the steering group.",
        ),
    ),
)
