"""How Harlow Ridge was listened to, and what already works there."""

from assessor.operations.strategic_plan.front import Quote
from assessor.operations.strategic_plan.listening import (
    Coverage,
    Listening,
    Opening,
    Strength,
    StrengthRow,
    Strengths,
)
from assessor.terms import Group

LISTENING = Listening(
    claim="Six groups, five methods, one school term",
    lede="Between March 2 and May 22, 2026 we read what the two organizations have written down, asked the "
    "people who live with it, and watched how it works.",
    methods=(
        (
            "We scored the agreement and 14 policies against a rubric of 42 criteria; ran five surveys in "
            "English and Spanish; held 23 interviews and seven focus groups; observed 12 meetings and "
            "arrivals; and read 402 entries in the call log. Two people coded every interview; they agreed "
            "on 87 percent of codes before discussion."
        ),
    ),
    coverage=(
        Coverage(Group.SRO, "Officers", invited=6, answered=6, rate=100, interviews=6),
        Coverage(Group.ADM, invited=17, answered=14, rate=82, interviews=8),
        Coverage(Group.TCH, invited=341, answered=118, rate=35, focus_groups=2, seats=15),
        Coverage(
            Group.STU, "Students, grades 6–12", invited=2910, answered=214, rate=7, focus_groups=3, seats=22
        ),
        Coverage(Group.PAR, invited=1904, answered=96, rate=5, focus_groups=2, seats=13),
        Coverage(Group.PRT, invited=11, interviews=9),
    ),
    coverage_note="“Answered” counts survey forms. A dash means the method was not used with that group. "
    "Partner organizations were interviewed only.",
    kinds_of_answer="Officers and administrators answered mirrored questions and agreed that their answers "
    "be shared with each other. Everyone else answered anonymously.",
    limits=(
        (
            "Families answered at five percent, and those who wrote in Spanish are under-represented: 11 "
            "percent of answers, 24 percent of enrollment. Read family results as signs, not as "
            "measurements. Elementary students were not surveyed. Call logs record what was logged: a "
            "better log will at first show more calls. Nothing here shows that officers cause or "
            "prevent any outcome."
        ),
    ),
)

STRENGTHS = Strengths(
    claim="Start from what people already trust",
    lede="Three strengths came up by every method we used. The plan protects them first: none of its actions "
    "should cost a student a person to talk to.",
    leading=(
        Strength(
            "P-REL",
            "Students would talk to their officer",
            71,
            "of students say they could talk to the officer about a problem",
            Quote("STU-FG2-07", "He asks how the game went. So when it was serious, I knew who to ask."),
            "Survey, students, n 214. Raised in all three student groups.",
        ),
        Strength(
            "P-COM",
            "Staff can reach help quickly",
            88,
            "of staff reach the officer when it is urgent",
            Quote("TCH-FG1-04", "Two minutes. I have never waited longer than that."),
            "Survey, teachers and staff, n 118. Log: median arrival 3 minutes.",
        ),
        Strength(
            "P-LED",
            "Leaders are ready to change",
            86,
            "of administrators say both organizations want the same for students",
            Quote("ADM-INT-05", "We both want fewer kids in the back of a car."),
            "Survey, administrators, n 14. Both heads came to every review.",
        ),
    ),
    others=(
        StrengthRow(
            "P-VIS",
            "Officers take part in school life",
            "Activity log, 31 events; students, families",
            ("G2",),
        ),
        StrengthRow(
            "P-RST", "Mediation is used before discipline", "Partner interviews; 44 referrals", ("G2",)
        ),
        StrengthRow(
            "P-LRN", "Hard incidents are reviewed within a week", "Five of six review notes", ("G3",)
        ),
        StrengthRow("P-DOC", "Search and questioning rules are clear", "Rubric group D, 88%", ("G1",)),
        StrengthRow("P-PAR", "Nine partners are active", "Partner register; interviews", ("G4",)),
    ),
    openings=(
        Opening(
            "The agreement comes up for renewal on June 30, 2027. What schools already do well can be "
            "written into it at no cost.",
            "policy window",
            ("G1",),
        ),
    ),
)
