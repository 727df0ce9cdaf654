"""The district, its schools, the agency, the cycle, the days without school, and whom to hear."""

from assessor.operations.clients import (
    add_agency,
    add_site,
    begin_engagement,
    current_cycle,
    edit_client,
)
from assessor.operations.closures import add_closure
from assessor.operations.planned_contacts import plan_contacts
from assessor.sample.story import Story
from assessor.sample.texts import read_text
from assessor.terms import Group


def tell_clients(story: Story) -> None:
    """Begin the engagement and say whom it is for."""
    engagement, text = story.engagement, read_text("district")
    begin_engagement(engagement, text["name"], text["cycle"], text["started_on"])
    edit_client(engagement, **text["client"])
    for agency in text["agencies"]:
        add_agency(engagement, **agency)
    for site in text["sites"]:
        story.sites[site["name"]] = add_site(engagement, **site)
    for closure in text["closures"]:
        add_closure(engagement, **closure)
    cycle = current_cycle(engagement)
    story.cycle = cycle.id if cycle else ""
    for contact in text["contacts"]:
        plan_contacts(
            engagement,
            story.cycle,
            Group(contact["group"]),
            contact["method"],
            contact["planned"],
            contact["due_on"],
            story.sites[contact["site"]] if "site" in contact else None,
        )
