"""What the sample has told so far: where each thing it made can be found again, by the name its texts use."""

from dataclasses import dataclass, field

from assessor.store import Engagement


@dataclass
class Story:
    """The ids of what was made, by the names that the texts of the sample use for them."""

    engagement: Engagement
    cycle: str = ""
    wave: str = ""
    review: str = ""
    sites: dict[str, str] = field(default_factory=dict)
    participants: dict[str, str] = field(default_factory=dict)
    sittings: dict[str, str] = field(default_factory=dict)
    remarks: dict[str, str] = field(default_factory=dict)
    ratings: dict[str, str] = field(default_factory=dict)
    passages: dict[str, str] = field(default_factory=dict)
    measures: dict[str, str] = field(default_factory=dict)
    findings: dict[str, str] = field(default_factory=dict)
    goals: dict[str, str] = field(default_factory=dict)
    objectives: dict[str, str] = field(default_factory=dict)
    actions: dict[str, str] = field(default_factory=dict)
