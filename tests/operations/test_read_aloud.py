"""What is read aloud: consent and ground rules with the names of the engagement in the blanks."""

from assessor.instruments.guides import get_guide
from assessor.operations.clients import add_agency, begin_engagement
from assessor.operations.read_aloud import get_read_aloud
from assessor.operations.sittings import add_sitting, get_sitting
from assessor.store import Engagement
from assessor.terms import Group, SittingKind


def test_blanks_are_filled_with_what_is_known_and_the_rest_stays_visible(engagement: Engagement) -> None:
    begin_engagement(engagement, "Larkfield Unified", "2026–27")
    add_agency(engagement, "Larkfield Police")
    add_agency(engagement, "County Sheriff")
    sitting_id = add_sitting(
        engagement, SittingKind.FOCUS_GROUP, "Teachers", group=Group.TCH, facilitator="Ana Ruiz"
    )
    words = get_read_aloud(engagement, get_sitting(engagement, sitting_id), get_guide("teachers_and_staff"))

    assert "I am Ana Ruiz" in words.consent[0]
    assert "Larkfield Unified and County Sheriff, Larkfield Police" in words.consent[0]
    assert "[contact]" in words.closing
    assert "Phones away." in words.ground_rules
    assert words.before
