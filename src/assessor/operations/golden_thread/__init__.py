"""The golden thread: rules over the chain from evidence to result, and what breaks them."""

from assessor.operations.golden_thread.checking import check_thread, list_rules, rules_that_hold
from assessor.operations.golden_thread.loose_ends import Element, HoldingRule, LooseEnd

__all__ = ["Element", "HoldingRule", "LooseEnd", "check_thread", "list_rules", "rules_that_hold"]
