"""Every rule in its order, held against the whole chain."""

from assessor.operations.golden_thread.chain import read_chain
from assessor.operations.golden_thread.date_rules import g17_open_days
from assessor.operations.golden_thread.evidence_rules import (
    g1_enough_evidence,
    g2_two_groups,
    g3_evidence_against,
    g4_cleared_quotes,
    g12_nothing_changed,
)
from assessor.operations.golden_thread.finding_rules import g6_high_priority_answered, g15_strengths_named
from assessor.operations.golden_thread.loose_ends import HoldingRule, LooseEnd, Rule
from assessor.operations.golden_thread.measure_rules import g10_measures_complete, g16_no_empty_promises
from assessor.operations.golden_thread.name_rules import g18_nobody_named
from assessor.operations.golden_thread.plan_rules import (
    g5_goals_answer_findings,
    g7_goals_have_objectives,
    g8_objectives_complete,
    g9_actions_owned,
    g11_nothing_loose,
    g14_changes_noted,
)
from assessor.operations.golden_thread.quantity_rules import g13_words_of_quantity
from assessor.store import Engagement

_R = True

RULES = (
    Rule(
        "G1", "Every finding rests on evidence from two sources or a policy passage", _R, g1_enough_evidence
    ),
    Rule("G2", "Every finding hears two groups or is labeled single-perspective", False, g2_two_groups),
    Rule(
        "G3",
        "Evidence against every finding is weighed or dismissed with a reason",
        False,
        g3_evidence_against,
    ),
    Rule("G4", "Every quotation is consented and cleared for reports", _R, g4_cleared_quotes),
    Rule("G5", "Every goal answers a finding", _R, g5_goals_answer_findings),
    Rule(
        "G6", "Every high-priority finding has a goal or a reason for none", False, g6_high_priority_answered
    ),
    Rule("G7", "Every goal has an objective", _R, g7_goals_have_objectives),
    Rule("G8", "Every objective has a measure, a baseline, a target and a date", _R, g8_objectives_complete),
    Rule("G9", "Every action step has one owner and dates", _R, g9_actions_owned),
    Rule("G10", "Every measure is defined completely and serves an objective", _R, g10_measures_complete),
    Rule("G11", "Nothing in the plan hangs loose", False, g11_nothing_loose),
    Rule("G12", "Nothing rests on evidence that changed or was withdrawn", False, g12_nothing_changed),
    Rule("G13", "Words of quantity agree with the counts", _R, g13_words_of_quantity),
    Rule("G14", "Every status change has a date and a note", False, g14_changes_noted),
    Rule("G15", "Every assessed area names a strength or a reason for none", False, g15_strengths_named),
    Rule("G16", "No goal promises what its measures cannot show", False, g16_no_empty_promises),
    Rule("G17", "No date falls on a day the school is closed", False, g17_open_days),
    Rule("G18", "Nobody of the roster is named in findings, plan or meetings", _R, g18_nobody_named),
)


def check_thread(engagement: Engagement) -> list[LooseEnd]:
    """Everything that breaks a rule, in the order of the rules (G1 to G18)."""
    with engagement.reading() as session:
        chain = read_chain(session)
        return [loose_end for rule in RULES for loose_end in rule.loose_ends(chain)]


def rules_that_hold(engagement: Engagement) -> list[HoldingRule]:
    """The rules nothing breaks, each said as what holds."""
    broken = {loose_end.rule for loose_end in check_thread(engagement)}
    return [rule for rule in list_rules() if rule.rule not in broken]


def list_rules() -> list[HoldingRule]:
    """Every rule in its order, said as what holds when nothing breaks it."""
    return [HoldingRule(rule.code, rule.required, rule.holds_when) for rule in RULES]
