"""What is read aloud before a sitting: consent and ground rules of its guide, names put in the blanks."""

from dataclasses import dataclass

from assessor.instruments.guides import Guide
from assessor.instruments.texts import fill_blanks
from assessor.operations.clients import get_client, list_agencies
from assessor.operations.sittings import SittingDetails
from assessor.store import Engagement


@dataclass(frozen=True)
class ReadAloud:
    """The words around the questions; what is not known stays visible as [contact]."""

    before: tuple[str, ...]
    """What to see to beforehand; not read out."""
    consent: tuple[str, ...]
    ground_rules: tuple[str, ...]
    closing: str


def get_read_aloud(engagement: Engagement, sitting: SittingDetails, guide: Guide) -> ReadAloud:
    """The words of a guide for one sitting (domain.md 3.2, 3.3)."""
    client = get_client(engagement)
    agencies = [agency.name for agency in list_agencies(engagement)]
    values = {
        "consultant": sitting.facilitator,
        "district": client.name,
        "agency": ", ".join(agencies),
        "complaint_contact": client.complaints_to,
    }
    return ReadAloud(
        before=tuple(fill_blanks(text, values) for text in guide.before),
        consent=tuple(fill_blanks(text, values) for text in guide.consent),
        ground_rules=tuple(fill_blanks(text, values) for text in guide.ground_rules),
        closing=fill_blanks(guide.closing, values),
    )
