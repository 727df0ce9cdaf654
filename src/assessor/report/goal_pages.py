"""How a goal stands on its pages: whole on one where it can be, else its actions on the next or divided."""

from collections.abc import Sequence
from dataclasses import dataclass

from assessor.operations.strategic_plan.goals import ActionStep, Goal, Objective
from assessor.report.filters import due, other_parts, smart_reasons
from assessor.report.heights import (
    BODY,
    CALLOUT,
    FACT,
    HEADING,
    LEDE,
    PAGE,
    SMALL,
    TABLE,
    Type,
    claim_height,
    height,
    paragraphs_height,
)

_TRACK, _CAPTION, _TABLE_HEAD = 86 + 8.75, 12.25, 12.25 + 22.5
_TABLE_SPACE, _HALF = (17.5, 10.5), 246.0  # as usual, and set close
_ACTION, _STATUS, _EVIDENCE, _OWNER = 155.0, 80.0, 82.0, 85.0  # widths of the columns
_ROW_SPACE, _CLOSE_ROW_SPACE = 9.5, 5.0
_CLOSE_HEADING = Type(11.5, 15.75, 1.12)
_LEAST_ROWS = 3  # after a break
_LEAST_FILLED = 0.6  # of a page whose actions stand whole on the next


@dataclass(frozen=True)
class GoalPages:
    """The parts of the table of actions, whether the first begins a page, and whether all is set close."""

    parts: tuple[Sequence[ActionStep], ...]
    begins_page: bool = False
    is_close: bool = False


def plan_goal(goal: Goal, callouts: Sequence[str]) -> GoalPages:
    """The roomiest way that leaves no page nearly empty."""
    foot = _callouts_height(callouts)
    for is_close in (False, True):
        if _before(goal, is_close) + _TABLE_SPACE[is_close] + _table(goal, is_close) + foot <= PAGE:
            return GoalPages((goal.actions,) if goal.actions else (), is_close=is_close)
    for is_close in (False, True):
        if _LEAST_FILLED * PAGE <= _before(goal, is_close) <= PAGE and _table(goal, False) + foot <= PAGE:
            return GoalPages((goal.actions,), begins_page=True, is_close=is_close)
    return _divided(goal, [_row(action, False) for action in goal.actions], foot)


def _table(goal: Goal, is_close: bool) -> float:
    return _TABLE_HEAD + sum(_row(action, is_close) for action in goal.actions)


def _divided(goal: Goal, rows: Sequence[float], foot: float) -> GoalPages:
    """The table in parts, each as long as its page has room for, a few rows left for the last."""
    is_close = len(goal.objectives) > 1
    room = PAGE - _before(goal, is_close) - _TABLE_SPACE[is_close] - _TABLE_HEAD
    parts: list[list[ActionStep]] = [[]]
    for place, (action, row) in enumerate(zip(goal.actions, rows, strict=True)):
        left = len(rows) - place
        ends_here = left == _LEAST_ROWS and sum(rows[place:]) + foot > room and len(parts[-1]) > _LEAST_ROWS
        if row > room or ends_here:
            parts.append([])
            room = PAGE - _TABLE_HEAD
        parts[-1].append(action)
        room -= row
    begins_page = not parts[0]
    kept = tuple(part for part in parts if part)
    return GoalPages(kept, begins_page=begins_page, is_close=is_close)


def _before(goal: Goal, is_close: bool) -> float:
    """How high everything above the actions stands."""
    high = claim_height(goal.title) - (5.25 if is_close else 0)
    for place, objective in enumerate(goal.objectives):
        high += _objective(objective, place == 0, is_close)
    if goal.rationale or goal.owner:
        high += (7 if is_close else 17.5) + max(paragraphs_height(goal.rationale, 384, BODY), 26.5)
    return high


def _objective(objective: Objective, is_first: bool, is_close: bool) -> float:
    if is_close and not is_first:
        width = _HALF if objective.track else 516.0
        words = height(objective.text, width, _CLOSE_HEADING) + 3.5 + _reasons_in_line(objective, width)
        return 10.5 + 5.25 + max(words, _CAPTION + 5.25 + 86 if objective.track else 0)
    text = height(objective.text, 436, LEDE) if is_first else 17.5 + height(objective.text, 516, HEADING)
    facts = smart_reasons(objective.smart)
    space = 7 if is_close else 14
    reasons = space + 32 + max(height(said, 93.6, FACT) for _, said in facts) + space if facts else 0
    track = _CAPTION + _TRACK if objective.track else 0
    return text + reasons + track + _milestones(objective)


def _reasons_in_line(objective: Objective, width: float) -> float:
    said = " ".join(f"{name} {text}." for name, text in smart_reasons(objective.smart))
    more = "; ".join(objective.milestones)
    return height(f"{said} {more}", width, SMALL)


def _milestones(objective: Objective) -> float:
    """What the milestones add to the caption, or stand alone without a track."""
    said = "; ".join(objective.milestones)
    if not said:
        return 0
    claim = objective.track.claim if objective.track else ""
    return height(f"Figure 10 {claim}. On the way: {said}.", 500, TABLE) - (
        _CAPTION if objective.track else 0
    )


def _row(action: ActionStep, is_close: bool) -> float:
    what = height(action.what, _ACTION, TABLE) + height(other_parts(action), _ACTION, SMALL)
    status = TABLE.leading + height(action.status_note, _STATUS, SMALL)
    others = (
        height(action.evidence, _EVIDENCE, TABLE),
        height(action.owner, _OWNER, TABLE),
        height(due(action), 62, TABLE),
    )
    return max(what, status, *others) + (_CLOSE_ROW_SPACE if is_close else _ROW_SPACE)


def _callouts_height(callouts: Sequence[str]) -> float:
    if len(callouts) == 1:
        return 14 + height(callouts[0], 500, CALLOUT)
    pairs = [callouts[start : start + 2] for start in range(0, len(callouts), 2)]
    return sum(14 + max(height(text, 231, CALLOUT) for text in pair) for pair in pairs)
