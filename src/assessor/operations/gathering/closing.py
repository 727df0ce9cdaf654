"""What closes the plan: privacy, terms, rubric scores, item tables and the state overlay."""

from collections.abc import Callable

from assessor.instruments.glossaries import get_glossary
from assessor.instruments.library import list_keys
from assessor.instruments.overlays import get_overlay
from assessor.instruments.texts import fill_blanks, get_text_collection
from assessor.operations.gathering.record import Record, paragraphs
from assessor.operations.gathering.survey_items import gather_item_tables
from assessor.operations.gathering.wording import day
from assessor.operations.policy_reviews import ReviewDetails, list_reviews
from assessor.operations.strategic_plan.closing import (
    Appendices,
    CriterionGroup,
    CriterionScore,
    Overlay,
    OverlayNote,
    Privacy,
    Rubric,
    Term,
)
from assessor.operations.strategic_plan.front import Passage
from assessor.store import Engagement

Block = Callable[[str], tuple[str, ...]]
_PASSAGES = ("quotations", "records", "confidentiality", "confidence_check", "claims", "not_legal_advice")


def gather_privacy(engagement: Engagement, record: Record) -> Privacy:
    """What is left out and why, and the terms."""
    del engagement
    texts = get_text_collection("plan")
    blanks = _blanks(record)

    def block(code: str) -> tuple[str, ...]:
        return tuple(fill_blanks(paragraph, blanks) for paragraph in texts.get_block(code).paragraphs)

    passages = [Passage(texts.get_block(code).title, block(code)) for code in _PASSAGES]
    if record.plan.keeping:
        passages[1] = Passage(passages[1].heading, paragraphs(record.plan.keeping))
    text = record.chapter("privacy")
    return Privacy(
        smallest_group=record.client.public_threshold,
        claim=text.claim or texts.get_block("promise").title,
        lede=text.lede or block("promise")[0],
        passages=tuple(passages),
        complaints=_after_heading(block("complaint_route")[0]) if record.client.complaints_to else "",
        accessibility=block("accessibility")[0] if record.client.complaints_to else _tagged(block),
        terms=tuple(Term(term.term, term.meaning) for term in get_glossary().terms if term.printed),
    )


def gather_appendices(engagement: Engagement, record: Record) -> Appendices:
    """Rubric scores of the first review, item tables, and the state's overlay."""
    reviews = [review for review in list_reviews(engagement) if review.rated]
    fullest = max(reviews, key=lambda review: review.rated, default=None)
    return Appendices(
        rubric=_rubric(fullest) if fullest else None,
        item_tables=gather_item_tables(record.surveys),
        overlay=_overlay(record.client.state) if record.client.uses_state_overlay else None,
    )


def _blanks(record: Record) -> dict[str, str]:
    contact = record.client.complaints_to
    destroyed = record.client.destroy_data_on
    return {
        "smallest_group": f"{record.client.public_threshold}",
        "district": record.client.name,
        "agency": record.agency,
        "destruction_date": day(destroyed) if destroyed else "the day agreed with the district",
        "complaint_contact": contact,
        "accessibility_contact": contact,
    }


def _after_heading(sentence: str) -> str:
    """The complaint text as it goes on after its bold first word."""
    return sentence.removeprefix("A complaint ")


def _tagged(block: Block) -> str:
    """The accessibility note without the contact nobody named."""
    return ". ".join(block("accessibility")[0].split(". ")[:2]) + "."


def _rubric(review: ReviewDetails) -> Rubric:
    rubric = review.rubric
    score = review.score
    groups = tuple(
        CriterionGroup(
            code=group.code,
            name=group.title,
            percent=_percent(review, group.code),
            band=_band(review, group.code),
            criteria=tuple(
                _criterion(review, criterion.code)
                for criterion in rubric.list_criteria(group.code)
                if criterion.code in review.ratings and review.ratings[criterion.code].is_rated
            ),
        )
        for group in rubric.groups
    )
    zeros = ", ".join(score.critical_zeros)
    capped = f" {zeros} is critical and at 0, so the whole is no better than developing." if zeros else ""
    return Rubric(
        groups=tuple(group for group in groups if group.criteria),
        percent=None if score.percent is None else round(score.percent),
        band=score.band.value if score.band else "",
        note=f"Read: {review.document}.{capped}",
    )


def _percent(review: ReviewDetails, group: str) -> int | None:
    found = review.groups.get(group)
    return None if found is None or found.percent is None else round(found.percent)


def _band(review: ReviewDetails, group: str) -> str:
    found = review.groups.get(group)
    return found.band.value if found and found.band else ""


def _criterion(review: ReviewDetails, code: str) -> CriterionScore:
    criterion, rating = review.rubric.get_criterion(code), review.ratings[code]
    return CriterionScore(
        code=code,
        wording=criterion.title,
        level=rating.level,
        critical=criterion.critical,
        practice=rating.practice,
        reference=rating.not_applicable_reason or rating.note,
    )


def _overlay(state: str) -> Overlay | None:
    key = state.lower()
    if key not in list_keys("overlays"):
        return None
    overlay = get_overlay(key)
    notes = tuple(
        OverlayNote(", ".join(each.criteria), each.text, overlay.citation) for each in overlay.printable
    )
    return Overlay(overlay.title, overlay.as_of, notes)
