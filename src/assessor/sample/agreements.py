"""How the two sides deal with each other: protocols, the ladder, and who decides what."""

from assessor.operations.ladders import add_ladder_from_library, edit_ladder_step, get_ladder
from assessor.operations.protocols import add_protocol_from_library, edit_protocol
from assessor.operations.role_decisions import add_role_decisions_from_library
from assessor.sample.story import Story
from assessor.sample.texts import read_text

_FACILITATED = 2


def tell_agreements(story: Story) -> None:
    """Take the library's protocols, ladder and matrix over, and make them the district's own."""
    texts = read_text("agreements")
    for text in texts["protocols"]:
        protocol_id = add_protocol_from_library(story.engagement, text["key"])
        edit_protocol(story.engagement, protocol_id, goal_id=story.goals[text["goal"]], **text["values"])
    add_ladder_from_library(story.engagement)
    step = get_ladder(story.engagement).steps[_FACILITATED]
    edit_ladder_step(story.engagement, step.id, who=texts["ladder"]["facilitator"])
    add_role_decisions_from_library(story.engagement)
