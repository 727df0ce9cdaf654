"""The words of the field that every layer shares: groups, methods, kinds and states."""

from enum import StrEnum


class Group(StrEnum):
    """A stakeholder group."""

    SRO = "SRO"
    ADM = "ADM"
    TCH = "TCH"
    STU = "STU"
    PAR = "PAR"
    PRT = "PRT"
    SUP = "SUP"

    @property
    def label(self) -> str:
        """What the group is called in English, in the plural."""
        return _GROUP_LABELS[self]


_GROUP_LABELS = {
    Group.SRO: "SROs",
    Group.ADM: "Administrators",
    Group.TCH: "Teachers and staff",
    Group.STU: "Students",
    Group.PAR: "Parents and guardians",
    Group.PRT: "Community partners",
    Group.SUP: "Supervisors",
}


class Method(StrEnum):
    """The way a piece of evidence was come by (domain.md 4.4)."""

    DOC = "DOC"
    SRV = "SRV"
    INT = "INT"
    FGD = "FGD"
    OBS = "OBS"
    ADM = "ADM"
    PRT = "PRT"


class SittingKind(StrEnum):
    """A meeting with people in which remarks are noted."""

    INTERVIEW = "interview"
    FOCUS_GROUP = "focus_group"
    JOINT_SESSION = "joint_session"
    OBSERVATION = "observation"


class TableShape(StrEnum):
    """What people sit around."""

    RECTANGLE = "rectangle"
    HORSESHOE = "horseshoe"
    CIRCLE = "circle"


class RequestState(StrEnum):
    """What came of asking for a document."""

    NOT_ASKED = "not_asked"
    ASKED = "asked"
    RECEIVED = "received"
    PARTLY = "partly"
    REFUSED = "refused"
    DOES_NOT_EXIST = "does_not_exist"


class AuditAnswer(StrEnum):
    """What was found on an item of a checklist."""

    IN_PLACE = "in_place"
    PARTLY = "partly"
    NOT_IN_PLACE = "not_in_place"
    NOT_SEEN = "not_seen"
    NOT_APPLICABLE = "not_applicable"


class RemarkKind(StrEnum):
    """What a line in the notes is."""

    SAID = "said"
    OBSERVER = "observer"
    NONVERBAL = "nonverbal"
    TALLY = "tally"
    PARKED = "parked"
    OFF_RECORD = "off_record"


class Fidelity(StrEnum):
    """How close a remark's text is to the words spoken."""

    VERBATIM = "verbatim"
    NEAR = "near"
    PARAPHRASE = "paraphrase"


class Clearance(StrEnum):
    """Whether a quotation may be printed."""

    NOT_REVIEWED = "not_reviewed"
    CLEARED = "cleared"
    WITHHELD = "withheld"


class Practice(StrEnum):
    """How what is written compares with what is done (domain.md 1.3)."""

    WRITTEN_AND_DONE = "written_and_done"
    WRITTEN_ONLY = "written_only"
    DONE_ONLY = "done_only"
    NEITHER = "neither"


class FindingKind(StrEnum):
    """What a finding is about."""

    BARRIER = "barrier"
    STRENGTH = "strength"
    OPPORTUNITY = "opportunity"


class FindingStatus(StrEnum):
    """How far a finding is (domain.md 4.3)."""

    DRAFT = "draft"
    VERIFIED = "verified"
    SHARED = "shared"
    ACCEPTED = "accepted"
    DISPUTED = "disputed"


class Stance(StrEnum):
    """Whether a piece of evidence speaks for a finding or against it."""

    FOR = "for"
    AGAINST = "against"


class Raised(StrEnum):
    """What a stakeholder group did with a point."""

    RAISED = "raised"
    ASKED_NOT_RAISED = "asked_not_raised"
    NOT_ASKED = "not_asked"


class ActionStatus(StrEnum):
    """How far an action step is."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    BLOCKED = "blocked"
    DONE = "done"
    DROPPED = "dropped"


class ValueState(StrEnum):
    """What is known of a measure in a period: zero is not blank (domain.md 0.4)."""

    VALUE = "value"
    ZERO = "zero"
    NOT_COLLECTED = "not_collected"
    SUPPRESSED = "suppressed"


class Direction(StrEnum):
    """Which way a measure is better."""

    LOWER = "lower"
    HIGHER = "higher"
    CONTEXT = "context"
    BAND = "band"


class Part(StrEnum):
    """An office's part in a decision (domain.md 5.6)."""

    DECIDES = "decides"
    DECIDES_JOINTLY = "decides_jointly"
    DOES = "does"
    ASKED = "asked"
    TOLD = "told"
    NONE = "none"


class MeetingState(StrEnum):
    """What became of a planned meeting."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class ReviewDecision(StrEnum):
    """What a review decides."""

    CONTINUE = "continue"
    ADJUST = "adjust"
    STOP = "stop"


class Published(StrEnum):
    """What showed a survey group to the public."""

    PLAN = "plan"
    SURVEY_RESULTS = "survey_results"


class CannotDo(Exception):
    """Something a person can mend: the message is one clear sentence saying what, where, and what to do."""
