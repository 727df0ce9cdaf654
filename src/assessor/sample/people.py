"""The people known by code: adults interviewed, with their names on the roster, and the panels."""

from assessor.operations.participants import add_participant
from assessor.operations.roster import enter_in_roster
from assessor.sample.story import Story
from assessor.sample.texts import Table, read_text
from assessor.terms import Group


def tell_people(story: Story) -> None:
    """Add everyone who is not added with the group they sat in."""
    for person in read_text("people")["people"]:
        _add(story, person)


def _add(story: Story, person: Table) -> None:
    engagement, code = story.engagement, person["code"]
    story.participants[code] = add_participant(
        engagement,
        Group(code.partition("-")[0]),
        code,
        site_id=story.sites.get(person.get("site", "")),
        description=person["description"],
        may_be_quoted=person.get("quoted", True),
    )
    if "name" in person:
        enter_in_roster(engagement, story.participants[code], person["name"], person["contact"])
