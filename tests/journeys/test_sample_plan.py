"""From the sample engagement to its printed plan: accessible, well filled, silent on what is held back."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import page
import pdfua
import pypdfium2
import pytest
from sqlalchemy import select

from assessor.model import Remark, RosterEntry
from assessor.operations.gathering import gather_strategic_plan
from assessor.operations.strategic_plan import StrategicPlan
from assessor.progress import finish
from assessor.report.printing import Printed, print_plan
from assessor.sample import make_sample
from assessor.store import Engagement
from assessor.terms import Clearance, RemarkKind

TODAY = date(2027, 1, 29)
_LONG_ENOUGH = 30  # letters of a remark that no other text holds by chance


@dataclass(frozen=True)
class SamplePlan:
    """The sample's plan: gathered, printed, and its words page by page."""

    plan: StrategicPlan
    printed: Printed
    pages: tuple[str, ...]

    @property
    def text(self) -> str:
        """All its words on one line."""
        return " ".join(self.pages)


@pytest.fixture(scope="module")
def engagement(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engagement]:
    """The sample engagement, built once; look and do not touch."""
    path = tmp_path_factory.mktemp("sample") / "larkfield.assessor"
    finish(make_sample(path))
    with Engagement.open(path) as opened:
        yield opened


@pytest.fixture(scope="module")
def sample_plan(engagement: Engagement, tmp_path_factory: pytest.TempPathFactory) -> SamplePlan:
    """The sample's plan, printed once."""
    plan = gather_strategic_plan(engagement, TODAY)
    printed = finish(print_plan(plan, tmp_path_factory.mktemp("plan") / "plan.pdf"))
    with pypdfium2.PdfDocument(printed.path) as document:
        pages = tuple(_words_of(document[number]) for number in range(len(document)))
    return SamplePlan(plan, printed, pages)


def _words_of(sheet: pypdfium2.PdfPage) -> str:
    return _plain(sheet.get_textpage().get_text_range())


def _plain(text: str) -> str:
    """The text on one line, its quotes straight, no hyphen of a line's end in it."""
    straight = text.replace("\ufffe", "").translate(str.maketrans("“”‘’\N{NO-BREAK SPACE}", "\"\"'' "))
    return " ".join(straight.split())


def _letters(text: str) -> str:
    """Only the letters, so that line breaks and marks do not matter."""
    return re.sub(r"[^a-z]", "", text.lower())


def test_the_plan_meets_every_rule_of_pdf_ua(sample_plan: SamplePlan) -> None:
    report = page.validate_pdf(str(sample_plan.printed.path), profile=page.ValidationProfile.PDF_UA_1)
    assert [failure.message for failure in report.failures] == []
    assert report.is_compliant
    findings = pdfua.validate(str(sample_plan.printed.path)).findings
    assert [finding.message for finding in findings] == []


def test_no_page_is_nearly_empty_and_nothing_leaves_the_page(sample_plan: SamplePlan) -> None:
    assert sample_plan.printed.remarks == ()


def test_contents_with_adoption_summary_and_each_protocol_take_one_page(sample_plan: SamplePlan) -> None:
    contents = [number for number, words in enumerate(sample_plan.pages) if "Adoption" in words]
    assert contents == [1]
    assert "What we ask of" in sample_plan.pages[2]
    for protocol in sample_plan.plan.protocols:
        (first,) = [
            words for words in sample_plan.pages if f"Communication protocol {protocol.code}" in words
        ]
        assert "Owner and review" in first


def test_a_finding_takes_two_pages_and_two_in_short_share_one(sample_plan: SamplePlan) -> None:
    for code in ("F1", "F2", "F9"):
        first = next(n for n, words in enumerate(sample_plan.pages) if f"Finding {code} ·" in words)
        assert f"Finding {code}, the evidence" in sample_plan.pages[first + 1]
    in_short = [len(re.findall(r"Finding F\d+ ·", words)) for words in sample_plan.pages]
    assert in_short.count(2) == 2


def test_every_goal_stands_on_one_page_or_on_two(sample_plan: SamplePlan) -> None:
    words = sample_plan.pages
    heads = [next(n for n, text in enumerate(words) if f"Goal {number} {goal.title}" in text)
             for number, goal in enumerate(sample_plan.plan.goals, start=1)]  # fmt: skip
    end = next(n for n, text in enumerate(words) if "Communication protocol P1" in text)
    taken = [later - first for first, later in zip(heads, [*heads[1:], end], strict=True)]
    assert set(taken) <= {1, 2}
    assert taken.count(1) >= 3


def test_no_name_of_the_roster_is_anywhere_in_the_plan(
    engagement: Engagement, sample_plan: SamplePlan
) -> None:
    with engagement.reading() as session:
        entries = session.execute(select(RosterEntry.name, RosterEntry.contact)).all()
    assert entries
    text = sample_plan.text.lower()
    for name, contact in entries:
        assert name.lower() not in text
        assert name.split()[-1].lower() not in text
        assert not contact or contact.lower() not in text


def test_only_cleared_words_are_printed(engagement: Engagement, sample_plan: SamplePlan) -> None:
    with engagement.reading() as session:
        said = session.execute(
            select(Remark.text, Remark.clearance).where(Remark.kind == RemarkKind.SAID)
        ).all()
    text = _letters(sample_plan.text)
    printed = [
        each for each in said if len(_letters(each.text)) >= _LONG_ENOUGH and _letters(each.text) in text
    ]
    assert len(printed) >= 10
    assert {each.clearance for each in printed} == {Clearance.CLEARED}


def test_groups_that_are_hidden_say_that_they_are(sample_plan: SamplePlan) -> None:
    assert "Hidden: fewer than 10 answers." in sample_plan.text
    assert re.search(r"items? asked only of officers and administrators (is|are) hidden", sample_plan.text)
    shown = [
        answers
        for finding in sample_plan.plan.findings.findings
        if finding.survey
        for answers in finding.survey.answers
        if answers.shares
    ]
    assert shown
    assert all(answers.n is not None and answers.n >= 10 for answers in shown)


def test_printing_it_again_gives_the_same_bytes(
    engagement: Engagement, sample_plan: SamplePlan, tmp_path: Path
) -> None:
    again = finish(print_plan(gather_strategic_plan(engagement, TODAY), tmp_path / "plan.pdf"))
    assert again.path.read_bytes() == sample_plan.printed.path.read_bytes()
