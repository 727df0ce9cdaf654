"""Privacy, terms and appendices of Harlow Ridge."""

from datetime import date

from assessor.operations.strategic_plan.closing import (
    Appendices,
    CriterionGroup,
    CriterionScore,
    GroupResult,
    ItemResults,
    ItemTable,
    Overlay,
    OverlayNote,
    Privacy,
    Rubric,
    Term,
)
from assessor.operations.strategic_plan.front import Passage
from assessor.terms import Group, Practice

PRIVACY = Privacy(
    claim="What is left out, and why",
    lede="People spoke to us on the promise that they could not be picked out. This report keeps that "
    "promise even where it makes a table less complete.",
    passages=(
        Passage(
            "Quotations",
            (
                (
                    "Each carries a code in place of a name. Words are verbatim; details that could point "
                    "to a person were removed and marked with brackets. Every quoted speaker "
                    "agreed to be quoted."
                ),
            ),
        ),
        Passage(
            "Keeping and destroying",
            (
                (
                    "Recordings were destroyed on June 30, 2026. Coded notes are kept, encrypted, until the "
                    "plan ends on June 30, 2029, and then destroyed with a certificate. No student names "
                    "were collected."
                ),
            ),
        ),
    ),
    complaints="about this report or about how answers were used go to the district records office, in any "
    "language.",
    accessibility="This file is tagged for screen readers and meets PDF/UA-1. A large-print and a Spanish "
    "edition are available on request.",
    terms=(
        Term("Agreement", "The memorandum of understanding between the District and the Police Department."),
        Term("Baseline", "The value before the plan began, from the last full school year."),
        Term(
            "Confidence",
            "How likely it is that a finding is a fair picture: high, moderate, low or very low.",
        ),
        Term("Corroborated", "Supported by three methods, or by two methods and two groups."),
        Term("Favorable", "The share who answered 4 or 5 on a five-point scale, of those with an opinion."),
        Term("Focus group", "A guided talk with five to nine people of one group."),
        Term("n", "The number of people behind a result."),
        Term("Perception gap", "A difference of 15 points or more between two groups on the same question."),
        Term("Priority", "A score from impact, urgency, prevalence and confidence. 70 and over is high."),
        Term(
            "Referral to law enforcement",
            "A student reported to any police agency by a school, whatever follows; tickets and arrests "
            "included.",
        ),
        Term("Rubric", "The list of criteria, each rated 0 to 3, against which documents were read."),
        Term("School resource officer", "A sworn officer assigned to a school under the agreement."),
    ),
)

RUBRIC = Rubric(
    groups=(
        CriterionGroup(
            "A",
            "Governance and purpose",
            54,
            "developing",
            (
                CriterionScore(
                    "A1", "Current, signed agreement", 1, True, Practice.NEITHER, "Agreement of 2019"
                ),
                CriterionScore(
                    "A2", "Purpose, goals, success measures", 2, False, Practice.WRITTEN_ONLY, "Section 1"
                ),
                CriterionScore(
                    "A3", "Parties, scope, definitions, governing law", 2, False, None, "Sections 1 and 2"
                ),
            ),
        ),
        CriterionGroup(
            "B",
            "Roles and the boundary between discipline and law enforcement",
            48,
            "developing",
            (
                CriterionScore(
                    "B4",
                    "A procedure tells staff when to call",
                    1,
                    False,
                    Practice.DONE_ONLY,
                    "Section 4.2, page 6",
                ),
                CriterionScore(
                    "B5", "Physical restraint as an educational measure", None, False, None, "State policy"
                ),
            ),
        ),
        CriterionGroup("D", "Arrest, citation, questioning, search, force", 88, "strong"),
    ),
    percent=61,
    band="developing",
    note="The agreement of 2019 and 14 policies were read by two reviewers.",
)

APPENDICES = Appendices(
    rubric=RUBRIC,
    item_tables=(
        ItemTable(
            "Roles",
            (
                ItemResults(
                    "ROL6",
                    "Ordinary rule-breaking here is dealt with by school staff, not by the officer.",
                    (
                        GroupResult(Group.SRO, 6, None),
                        GroupResult(Group.ADM, 14, 79, 4),
                        GroupResult(Group.TCH, 118, 41, 3),
                        GroupResult(Group.STU, 214, 47, 12),
                        GroupResult(Group.PAR, 96, 52, 9),
                    ),
                ),
            ),
        ),
    ),
    overlay=Overlay(
        "Washington",
        date(2027, 1, 4),
        (
            OverlayNote(
                "Training",
                "Officers must complete training on listed topics before they serve in a school.",
                "RCW 28A.320.124",
                "https://app.leg.wa.gov/rcw/default.aspx?cite=28A.320.124",
            ),
        ),
    ),
)
