"""The findings: claims rated and tied to what they rest on, for and against, then verified."""

from assessor.operations import evidence
from assessor.operations.findings import (
    add_finding,
    explain_missing_strength,
    file_finding_under,
    list_areas,
    note_who_raised,
    rate_finding,
    set_finding_status,
)
from assessor.sample.story import Story
from assessor.sample.texts import Table, read_text
from assessor.terms import FindingKind, FindingStatus, Group, Raised, Stance


def tell_findings(story: Story) -> None:
    """Add every finding, then say why some areas name no strength."""
    texts = read_text("findings")
    for text in texts["findings"]:
        _tell(story, text)
    without = {row.area for row in list_areas(story.engagement) if not row.strengths}
    for text in texts["missing_strengths"]:
        if text["area"] in without:
            explain_missing_strength(story.engagement, text["area"], text["reason"])


def _tell(story: Story, text: Table) -> None:
    engagement = story.engagement
    finding_id = add_finding(
        engagement,
        FindingKind(text["kind"]),
        text["title"],
        statement=text["statement"].strip(),
        **text["values"],
    )
    story.findings[text["key"]] = finding_id
    file_finding_under(engagement, finding_id, text["codes"])
    for tie in text["ties"]:
        _tie(story, finding_id, tie)
    for group in text["groups"]:
        note_who_raised(
            engagement,
            finding_id,
            Group(group["group"]),
            Raised(group["raised"]),
            where_asked=group["where_asked"],
            extent=group["extent"],
        )
    rate_finding(engagement, finding_id, **text["ratings"])
    for status in _way_to(FindingStatus(text["status"])):
        set_finding_status(engagement, finding_id, status)


def _way_to(status: FindingStatus) -> list[FindingStatus]:
    """A finding is verified before it is shared."""
    return [status] if status is FindingStatus.VERIFIED else [FindingStatus.VERIFIED, status]


def _tie(story: Story, finding_id: str, tie: Table) -> None:
    stance = Stance.AGAINST if "weighed" in tie else Stance.FOR
    evidence_id = _tied(story, finding_id, tie, stance)
    if stance is Stance.AGAINST:
        evidence.weigh_evidence(story.engagement, evidence_id, tie["weighed"])


def _tied(story: Story, finding_id: str, tie: Table, stance: Stance) -> str:
    engagement = story.engagement
    if "survey" in tie:
        group = Group(tie["group"])
        return evidence.tie_survey_result(engagement, finding_id, story.wave, tie["survey"], group, stance)
    doings = {
        "remark": (evidence.tie_remark, story.remarks),
        "passage": (evidence.tie_passage, story.passages),
        "rating": (evidence.tie_rating, story.ratings),
        "measure": (evidence.tie_measure, story.measures),
        "sitting": (evidence.tie_sitting, story.sittings),
    }
    kind = next(name for name in doings if name in tie)
    tie_it, known = doings[kind]
    return tie_it(engagement, finding_id, known[tie[kind]], stance)
