"""The review year: trainings, partners, meetings with what they decided, and reviews of the goals."""

from typing import Any

from assessor.operations.meetings import cancel_meeting, log_meeting, plan_meeting, record_decision
from assessor.operations.partners import add_partner
from assessor.operations.reviews import decide_on_goal, record_review
from assessor.operations.trainings import add_training_from_catalog, edit_training, hold_training
from assessor.sample.story import Story
from assessor.sample.texts import Table, read_text
from assessor.terms import ReviewDecision

_REVIEW_FIELDS = ("took_part", "what_we_saw", "feedback", "next_review_on")


def tell_year(story: Story) -> None:
    """Everything that has its day in the school year."""
    texts = read_text("year")
    for training in texts["trainings"]:
        _add_training(story, training)
    for partner in texts["partners"]:
        add_partner(story.engagement, **partner)
    meetings = {text.get("key", ""): _add_meeting(story, text) for text in texts["meetings"]}
    for decision in texts["decisions"]:
        _decide(story, meetings, decision)
    _tell_reviews(story, texts)


def _add_training(story: Story, text: Table) -> None:
    training_id = add_training_from_catalog(story.engagement, text["code"])
    planned: dict[str, Any] = {name: text[name] for name in ("owner", "planned_on")}
    if "invited" in text:
        planned["invited"] = text["invited"]
    edit_training(story.engagement, training_id, goal_id=story.goals[text["goal"]], **planned)
    if "held_on" in text:
        hold_training(story.engagement, training_id, text["held_on"], text["attended"])


def _add_meeting(story: Story, text: Table) -> str:
    site_id = story.sites.get(text.get("site", ""))
    meeting_id = plan_meeting(
        story.engagement, text["kind"], text["on"], title=text.get("title", ""), site_id=site_id
    )
    if "canceled" in text:
        cancel_meeting(story.engagement, meeting_id, text["canceled"])
    elif "notes" in text:
        agenda = text.get("agenda", "")
        log_meeting(story.engagement, meeting_id, text["attended_by"], text["notes"], agenda)
    return meeting_id


def _decide(story: Story, meetings: dict[str, str], text: Table) -> None:
    record_decision(
        story.engagement,
        text["text"],
        text["on"],
        meeting_id=meetings[text["meeting"]],
        owner=text["owner"],
        due_on=text.get("due_on"),
        action_step_id=story.actions.get(text.get("action", "")),
    )


def _tell_reviews(story: Story, texts: Table) -> None:
    reviews = [
        record_review(
            story.engagement,
            text["title"],
            text["on"],
            cycle_id=story.cycle,
            **{name: text[name] for name in _REVIEW_FIELDS},
        )
        for text in texts["reviews"]
    ]
    for text in texts["goal_reviews"]:
        decide_on_goal(
            story.engagement,
            reviews[text["review"]],
            story.goals[text["goal"]],
            ReviewDecision(text["decision"]),
            text["reason"],
            text["change"],
        )
