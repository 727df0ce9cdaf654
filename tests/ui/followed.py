"""An engagement well into its plan: actions under way, meetings held, measures taken, one review done."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from assessor.model import Goal
from assessor.operations import action_steps, clients, goals, meetings, objectives, plans, reviews
from assessor.operations.measures.measure_values import enter_counts, enter_value
from assessor.operations.measures.measures import add_measure_from_library, edit_measure, put_library_measure
from assessor.store import Engagement
from assessor.terms import ActionStatus, Direction, ReviewDecision, ValueState
from assessor.ui.main_window import MainWindow
from assessor.ui.menus import FileActions
from assessor.ui.screens import Screen

TODAY = date(2027, 1, 29)
LONG = "Krankenhauspflegeversicherungsnachweisformular " * 4
_CALLS = ("0.38", "0.37", "0.40", "0.36", "0.39", "0.41", "0.38", "0.39", "0.37", "0.38")
_FALLING = ("0.34", "0.33", "0.31", "0.30", "0.28")
N, P, B, D = ActionStatus.NOT_STARTED, ActionStatus.IN_PROGRESS, ActionStatus.BLOCKED, ActionStatus.DONE


@dataclass
class Followed:
    """The engagement, the ids a test asks for by a short name, and the window on it."""

    engagement: Engagement
    ids: dict[str, str] = field(default_factory=dict)
    window: MainWindow | None = None


_GOALS = (
    (
        "Discipline stays with educators",
        "By June 2027, cut SRO calls for school-rule matters from 0.38 to 0.23 per 100 students",
        (
            (
                "guide",
                "Write a one-page call guide and post it in every room",
                "Safety director",
                -180,
                D,
                100,
            ),
            ("script", "Give every office a script that sorts calls", "Assistant principals", -137, D, 100),
            ("practice", "Run a 45-minute practice in each school", "District training lead", -70, P, 66),
            ("sample", "Review ten sampled calls a month with officers", "Safety director", 8, P, 30),
            (
                "counselor",
                "Name a counselor back-up for the two schools without one",
                "Student services",
                -14,
                B,
                20,
            ),
            ("boundary", "Write the boundary into the single agreement", "Joint drafting team", 152, N, 0),
        ),
    ),
    (
        "Reliable communication",
        "By June 2027, hold 90% of weekly SRO and principal meetings",
        (
            ("weekly", "Fix a weekly half hour at each school", "Principals", -100, D, 100),
            ("log", "Keep one shared log of calls and follow-ups", "Safety director", 12, N, 0),
            ("cover", "Agree who covers when the officer is in court", "Sgt. S. Vale", 40, P, 50),
            ("orphan", "Publish contact list before each term", "", None, N, 0),
        ),
    ),
)


def follow(engagement: Engagement) -> Followed:
    """Fill a begun engagement as it stands on TODAY."""
    followed = Followed(engagement)
    plans.edit_plan(engagement, starts_on=date(2026, 7, 1), ends_on=date(2028, 6, 30))
    for number, (title, objective, actions) in enumerate(_GOALS):
        goal = goals.add_goal(engagement, title)
        followed.ids[f"goal_{number}"] = goal
        objective_id = objectives.add_objective(engagement, goal, objective)
        followed.ids[f"objective_{number}"] = objective_id
        for key, name, owner, days, status, percent in actions:
            due = None if days is None else TODAY + timedelta(days=days)
            action = action_steps.add_action(engagement, objective_id, name, owner=owner, due_on=due)
            followed.ids[key] = action
            if status is not N:
                _update(engagement, action, status, percent, due)
    _measure(followed)
    _meet(followed)
    _review(followed)
    return followed


def _update(
    engagement: Engagement, action: str, status: ActionStatus, percent: int, due: date | None
) -> None:
    first = TODAY - timedelta(days=60)
    action_steps.update_status(engagement, action, P, 20, "Began with the two middle schools.", first)
    if status is B:
        note = "No funding for the second counselor before March."
        action_steps.update_status(engagement, action, B, percent, note, TODAY - timedelta(days=20))
    elif status is D and due is not None:
        action_steps.update_status(
            engagement,
            action,
            D,
            100,
            "In use at all six schools.",
            TODAY - timedelta(days=40),
            evidence="Page, 6 photos",
        )
        action_steps.edit_action(engagement, action, took_effect_on=due)
    else:
        note = "4 of 6 schools held it; Oak and Ridge are booked for February."
        action_steps.update_status(engagement, action, status, percent, note, TODAY - timedelta(days=9))


def _measure(followed: Followed) -> None:
    engagement, ids = followed.engagement, followed.ids
    ids["calls"] = add_measure_from_library(engagement, "K06")
    edit_measure(
        engagement,
        ids["calls"],
        direction=Direction.LOWER,
        title="Calls about school rules",
        baseline=Decimal("0.38"),
        baseline_period="2025–26",
        target=Decimal("0.23"),
        target_on=date(2027, 6, 30),
        outlook=Decimal("0.15"),
        outlook_on=date(2028, 6, 30),
    )
    for number, value in enumerate(_CALLS + _FALLING):
        month = _month(number)
        if number == 5:
            enter_value(
                engagement, ids["calls"], month, state=ValueState.NOT_COLLECTED, note="New CAD system"
            )
        elif number == 11:
            enter_value(engagement, ids["calls"], month, state=ValueState.SUPPRESSED)
        else:
            enter_value(engagement, ids["calls"], month, Decimal(value))
    objectives.tie_measure(engagement, ids["objective_0"], ids["calls"])
    ids["held"] = add_measure_from_library(engagement, "K14")
    edit_measure(
        engagement, ids["held"], baseline=Decimal(50), target=Decimal(90), target_on=date(2027, 6, 30)
    )
    for number, value in enumerate((48, 52, 50, 41, 47, 55, 53, 51, 50, 56, 62, 64, 63, 65, 66)):
        enter_value(engagement, ids["held"], _month(number), Decimal(value))
    objectives.tie_measure(engagement, ids["objective_1"], ids["held"])
    with engagement.change("Add measure K09") as session:
        ids["suspensions"] = put_library_measure(session, "K09", balances_id=ids["calls"])
    for number in range(15):
        enter_value(
            engagement, ids["suspensions"], _month(number), Decimal("0.41") - Decimal(number % 3) / 100
        )
    ids["notice"] = add_measure_from_library(engagement, "K16")
    edit_measure(
        engagement, ids["notice"], baseline=Decimal(72), target=Decimal(95), target_on=date(2027, 6, 30)
    )
    for number in range(5):
        enter_value(engagement, ids["notice"], _month(number + 10), Decimal(74 - number % 2))
    ids["referrals"] = add_measure_from_library(engagement, "K01")
    enter_counts(engagement, ids["referrals"], date(2026, 8, 1), 7, 1412, period_label="Fall 2026")
    ids["arrests"] = add_measure_from_library(engagement, "K02")
    ids["quiz"] = add_measure_from_library(engagement, "K31")
    edit_measure(engagement, ids["quiz"], target=Decimal(80), target_on=date(2027, 6, 30))


def _month(number: int) -> date:
    place = 8 + number + (2 if number > 9 else 0)
    return date(2025 + place // 12, place % 12 + 1, 1)


def _meet(followed: Followed) -> None:
    engagement, ids = followed.engagement, followed.ids
    ids["site"] = clients.add_site(engagement, "Ridge Middle")
    first = date(2027, 1, 6)
    weekly = meetings.plan_rhythm(
        engagement, "M2", [first + timedelta(weeks=n) for n in range(8)], site_id=ids["site"]
    )
    ids["first_weekly"], ids["unlogged"], ids["next_weekly"] = weekly[0], weekly[3], weekly[4]
    meetings.log_meeting(engagement, weekly[0], "SRO, principal", "Five calls last week, three about phones.")
    meetings.log_meeting(engagement, weekly[1], "SRO, principal, counselor", "Two calls.")
    meetings.cancel_meeting(engagement, weekly[2], "SRO in court, no cover was agreed")
    ids["steering"] = meetings.plan_meeting(engagement, "M5", date(2027, 1, 20))
    meetings.log_meeting(
        engagement,
        ids["steering"],
        "Superintendent, chief, two principals, one parent",
        "Went through the five late actions. The counselor post is the one that holds up most.",
    )
    ids["decision"] = meetings.record_decision(
        engagement,
        "Pay the counselor back-up from the safety grant until June",
        date(2027, 1, 20),
        meeting_id=ids["steering"],
        owner="Superintendent",
        due_on=date(2027, 2, 12),
        action_step_id=ids["counselor"],
    )
    meetings.record_decision(
        engagement,
        "Bring the call figures by school to the next meeting",
        date(2027, 1, 20),
        meeting_id=ids["steering"],
        owner="Safety director",
    )
    meetings.plan_meeting(engagement, "M4", date(2027, 3, 12))


def _review(followed: Followed) -> None:
    engagement, ids = followed.engagement, followed.ids
    ids["review"] = reviews.record_review(
        engagement,
        "Fall term review",
        TODAY,
        took_part="Steering group, two student advisors",
        what_we_saw="Calls about school rules fall since the call guide. More meetings are held.",
        feedback="Students say the officer has more time to talk.",
        next_review_on=date(2027, 6, 11),
    )
    reviews.decide_on_goal(
        engagement,
        ids["review"],
        ids["goal_0"],
        ReviewDecision.ADJUST,
        "One action is blocked for want of money.",
        "A2.5 moves to April; the grant pays until June.",
    )
    with engagement.change("Add goal") as session:
        session.add(Goal(position=9, title="Students and families know and trust the program"))


@dataclass(frozen=True)
class FollowedFile:
    """A file filled once, of which every test opens a copy of its own."""

    path: Path
    ids: dict[str, str]

    @classmethod
    def write(cls, path: Path) -> "FollowedFile":
        """Write the file."""
        with Engagement.create(path) as engagement:
            clients.begin_engagement(engagement, "Larkfield Unified", "2026–27")
            return cls(path, follow(engagement).ids)

    @contextmanager
    def opened(self, folder: Path) -> Iterator[Followed]:
        """A copy in a window at 1280×720, closed afterwards."""
        copy = folder / "followed.assessor"
        shutil.copy(self.path, copy)
        with Engagement.open(copy) as engagement:
            window = MainWindow(engagement, FileActions(*[_nothing] * 5))
            window.show()
            yield Followed(engagement, self.ids, window)
            window.close()
            window.deleteLater()


def _nothing(*_: object) -> None:
    """A file action that these tests do not need."""


def show_screen(window: MainWindow | None, key: str, element_id: str = "") -> Screen:
    """Show a screen of the window as it stands on TODAY, with an element chosen."""
    assert window is not None
    window.go(key)
    screen = window.screen_of(key)
    assert screen is not None
    screen.today = TODAY  # type: ignore[attr-defined]  # what these screens count from
    screen.view.list.rows.show_rows([])  # type: ignore[attr-defined]  # nothing is chosen yet
    screen.refresh()
    window.activateWindow()
    screen.view.list.setFocus()  # type: ignore[attr-defined]  # as a click into the list
    if element_id:
        screen.show_element(element_id)
    return screen
