"""NOUNS: every table of an engagement file."""

from assessor.model.audits import Audit, AuditItem
from assessor.model.base import Base, Noun, new_id
from assessor.model.clients import Agency, Client, Cycle, PlannedContact, Site
from assessor.model.closures import Closure
from assessor.model.contents import ContentCopy
from assessor.model.document_requests import DocumentRequest, RequestedDocument
from assessor.model.documents import Document, DocumentPage, Passage
from assessor.model.dyads import Dyad, DyadParty
from assessor.model.findings import Evidence, Finding, FindingCode, FindingGroup, MissingStrength
from assessor.model.goals import ActionStep, Goal, GoalFinding, Objective, StatusUpdate
from assessor.model.journals import NOT_JOURNALED, Attachment, Change, Draft, RowChange
from assessor.model.measures import Measure, MeasureImport, MeasurePart, MeasureValue
from assessor.model.meetings import Decision, Meeting
from assessor.model.own_guides import OwnGuide, OwnQuestion
from assessor.model.own_surveys import OwnItem, OwnSurvey
from assessor.model.paper_batches import PaperBatch, PaperSheet
from assessor.model.participants import Participant, RosterEntry
from assessor.model.plans import ChapterText, KeyFigure, Plan, PlanVersion
from assessor.model.policy_reviews import CriterionRating, PolicyReview, RequirementCheck
from assessor.model.protocols import LadderRule, LadderStep, Protocol, ProtocolStep
from assessor.model.published_groups import PublishedGroup
from assessor.model.remarks import Remark, RemarkCode, RemarkSpeaker, RemarkVoice
from assessor.model.reviews import GoalReview, Review
from assessor.model.role_decisions import RoleDecision
from assessor.model.safeguarding_notes import SafeguardingNote
from assessor.model.sittings import Absence, Asking, Seat, Sitting
from assessor.model.surveys import (
    CommentClearance,
    ResponseSet,
    SurveyImport,
    SurveyQuestion,
    SurveyWave,
    WaveGroup,
)
from assessor.model.trainings import Partner, Training

__all__ = [
    "NOT_JOURNALED",
    "Absence",
    "ActionStep",
    "Agency",
    "Asking",
    "Attachment",
    "Audit",
    "AuditItem",
    "Base",
    "Change",
    "ChapterText",
    "Client",
    "Closure",
    "CommentClearance",
    "ContentCopy",
    "CriterionRating",
    "Cycle",
    "Decision",
    "Document",
    "DocumentPage",
    "DocumentRequest",
    "Draft",
    "Dyad",
    "DyadParty",
    "Evidence",
    "Finding",
    "FindingCode",
    "FindingGroup",
    "Goal",
    "GoalFinding",
    "GoalReview",
    "KeyFigure",
    "LadderRule",
    "LadderStep",
    "Measure",
    "MeasureImport",
    "MeasurePart",
    "MeasureValue",
    "Meeting",
    "MissingStrength",
    "Noun",
    "Objective",
    "OwnGuide",
    "OwnItem",
    "OwnQuestion",
    "OwnSurvey",
    "PaperBatch",
    "PaperSheet",
    "Participant",
    "Partner",
    "Passage",
    "Plan",
    "PlanVersion",
    "PlannedContact",
    "PolicyReview",
    "Protocol",
    "ProtocolStep",
    "PublishedGroup",
    "Remark",
    "RemarkCode",
    "RemarkSpeaker",
    "RemarkVoice",
    "RequestedDocument",
    "RequirementCheck",
    "ResponseSet",
    "Review",
    "RoleDecision",
    "RosterEntry",
    "RowChange",
    "SafeguardingNote",
    "Seat",
    "Site",
    "Sitting",
    "StatusUpdate",
    "SurveyImport",
    "SurveyQuestion",
    "SurveyWave",
    "Training",
    "WaveGroup",
    "new_id",
]
