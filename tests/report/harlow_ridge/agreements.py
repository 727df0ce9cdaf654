"""Protocol P2, the ladder and the decisions of Harlow Ridge."""

from assessor.operations.strategic_plan.agreements import (
    Branch,
    Decision,
    DecisionGroup,
    Decisions,
    Ladder,
    LadderStep,
    Protocol,
    ProtocolStep,
)
from assessor.operations.strategic_plan.front import Passage
from assessor.terms import Part

PROTOCOLS = (
    Protocol(
        "P2",
        "Urgent, but not an emergency",
        "urgent communication, step by step",
        "For rising behavior, a missing student, a credible concern, or an angry visitor. In immediate "
        "danger, call 911 first, then follow protocol P3.",
        (
            ProtocolStep(
                "0 min",
                "Any member of staff calls the front office",
                "Say who, where, what has been tried, whether there is a support plan, and what help is "
                "wanted.",
            ),
            ProtocolStep(
                "1 min",
                "The office reaches the principal or designee",
                "By phone or radio. Text only as a back-up. The administrator decides whether the matter "
                "belongs to the school.",
            ),
            ProtocolStep(
                "by 5 min",
                "The administrator goes, and calls the officer if needed",
                "No answer in five minutes? Call the next person on the school’s list. At ten minutes, call "
                "the officer’s supervisor.",
            ),
            ProtocolStep(
                "on scene",
                "The administrator names the help wanted, out loud",
                "The officer may move up a level for safety, and says so. Staff may move back down when it "
                "is calm.",
                (
                    Branch("Stand by", "Officer waits within sight. Staff speak. No questions, no search."),
                    Branch("Assist", "Officer helps to calm or to clear a space. Staff still lead."),
                    Branch(
                        "Take over",
                        "Danger or a suspected crime. Officer leads; staff support the student.",
                    ),
                ),
            ),
            ProtocolStep(
                "same day",
                "The administrator tells the family",
                "In their language. If the officer questioned, searched, used force or took custody, "
                "protocol P5 applies at once.",
            ),
            ProtocolStep(
                "next day",
                "Officer and administrator log it and talk for five minutes",
                "One line: reason code, level, what helped, what to change. The log feeds measures K05, K06 "
                "and K15.",
            ),
        ),
        (
            "a list of names “for awareness”",
            "grades, health or family matters",
            "photos or video by private phone",
        ),
        "Each school posts three names by role: principal, assistant principal, officer’s supervisor. "
        "Checked every August and January.",
        "Owner: district safety director. Reviewed after six weeks, then each June. Version 2, in force "
        "since August 17, 2026.",
    ),
)

LADDER = Ladder(
    (
        LadderStep(
            0,
            "Both",
            "Safety first. Whoever has authority over the danger acts; the disagreement waits.",
            "now",
        ),
        LadderStep(
            1,
            "Officer and administrator",
            "Talk in private: facts, effect, request. Agree what each will do.",
            "2 school days",
            "One-line log",
            2,
            "Talk",
            "in private",
        ),
        LadderStep(
            2,
            "They and a facilitator",
            "Facts from both, the clause of the agreement, options, written outcome.",
            "5 more",
            "Short form, both sign",
            5,
            "Facilitated",
            "+ facilitator",
        ),
        LadderStep(
            3,
            "Both supervisors",
            "Interpret the agreement; coach, or change a protocol.",
            "5 more",
            "Memo to liaisons",
            5,
            "Supervisors",
            "both supervisors",
        ),
        LadderStep(
            4,
            "Superintendent and chief",
            "Decide: training, reassignment, replacement, amendment.",
            "10 more",
            "Decision letter",
            10,
            "Heads decide",
            "superintendent + chief",
        ),
        LadderStep(
            5,
            "Mediator or counsel",
            "Only if step 4 fails, under the agreement’s own clause.",
            "as agreed",
            "Formal",
        ),
    ),
    "Settle it low, settle it soon, and write down what changes",
    "Most disagreements should end in the first seven school days.",
    "Aim: nine in ten settled by here, at step 1 or 2",
    2,
    (
        Passage(
            "No one skips a step",
            (
                (
                    "except for safety, a crime, or a claim of discrimination or retaliation. Those go "
                    "straight to step 4 and to the legal route."
                ),
            ),
        ),
        Passage(
            "Two things are never voted on",
            ("The officer’s lawful police authority, and the school’s decision about discipline.",),
        ),
        Passage(
            "Closing means changing",
            (
                (
                    "Each record ends with one question: what changes in the protocol? Counts by topic feed "
                    "measure K12."
                ),
            ),
        ),
    ),
)

PARTS = {
    "D": Part.DECIDES,
    "J": Part.DECIDES_JOINTLY,
    "R": Part.DOES,
    "C": Part.ASKED,
    "I": Part.TOLD,
    "-": Part.NONE,
}


def _decision(what: str, parts: str, note: str = "") -> Decision:
    return Decision(what, tuple(PARTS[letter] for letter in parts), note)


DECISIONS = Decisions(
    (
        "Principal",
        "Officer",
        "Teacher",
        "Counselor, special ed.",
        "District",
        "Police agency",
        "Family",
    ),
    (
        DecisionGroup(
            "School matters",
            (
                _decision("Phones, dress, lateness", "DIRCI-I", "Officer only for safety"),
                _decision("Classroom disruption", "D-RCI-I", "See call guide, F1"),
                _decision("Suspension", "DCCCI-I", "Officer gives facts only"),
                _decision("Calling the officer, non-emergency", "DRRCI-I", "Parents told the same day"),
                _decision("Use of a support plan (IEP, 504)", "CCRDC-R", "Officer sees the minimum"),
            ),
        ),
        DecisionGroup(
            "Police matters",
            (
                _decision("Whether a law was broken", "CD--II-", "Decided by police alone"),
                _decision("Arrest or custody", "CD-CIII", "Family told at once, P5"),
                _decision("Diversion in place of a charge", "JJ-RCCC", "School part, charge part"),
                _decision("Use of force", "-D--III", "Agency reviews every use"),
            ),
        ),
        DecisionGroup(
            "Information",
            (
                _decision("School record to the officer", "DR-CI-I", "Gate card, then log"),
                _decision("Police record to the school", "CD--II-"),
            ),
        ),
        DecisionGroup(
            "The program",
            (
                _decision("Choosing and evaluating the officer", "C--CJJC", "By a joint panel"),
                _decision("Text and renewal of the agreement", "CCCCJJC", "Both heads sign"),
            ),
        ),
    ),
    "Discipline is the school’s. Law is the officer’s.",
)
