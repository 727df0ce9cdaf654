"""From exports of three tools and from paper to printed results: every number as it is, nobody exposed."""

import re
from pathlib import Path

import pypdfium2
import pytest
from tests.journeys.survey_exports import (
    MAIL,
    NAME,
    NETWORK,
    SAID_BY_FEW,
    Group,
    favorable,
    invent,
    write_google_forms,
    write_microsoft_forms,
    write_qualtrics,
)
from tests.kept_bytes import kept_bytes
from tests.test_cli import assessor

from assessor.operations.paper import paper_arrivals, paper_batches
from assessor.operations.paper.paper_typing import SheetTyping
from assessor.operations.surveys import survey_waves
from assessor.store import Engagement
from assessor.terms import Group as GroupCode

STAFF, STUDENTS, OFFICERS = "teachers_and_staff", "students_statements", "sro"
ANSWERED = re.compile(r"^(?P<group>[A-Z][a-z ]+?) (?P<n>\d+) (?:\d+% ){5}(?P<good>\d+)% (?P<unknowing>\d+)%$")
HIDDEN = re.compile(r"^(?P<group>[A-Z][a-z ]+?) n < 10, not shown$")
FAMILIES_ON_PAPER = 6
WAVE = "Fall survey"


@pytest.fixture(scope="module")
def told() -> dict[str, Group]:
    """What each group said, by its form."""
    return {STAFF: invent(STAFF, 41, 1), STUDENTS: invent(STUDENTS, 183, 2), OFFICERS: invent(OFFICERS, 3, 3)}


@pytest.fixture(scope="module")
def file(told: dict[str, Group], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An engagement with three exports brought in by the command line and six families' forms typed."""
    folder = tmp_path_factory.mktemp("wave")
    path = folder / "larkfield.assessor"
    assert assessor("new", path, "--client", "Larkfield").code == 0
    write_google_forms(told[STAFF], folder / "staff.xlsx")
    write_qualtrics(told[STUDENTS], folder / "students.csv")
    write_microsoft_forms(told[OFFICERS], folder / "officers.xlsx")
    for export in ("staff.xlsx", "students.csv", "officers.xlsx"):
        ended = assessor("import", "survey", path, folder / export, "--wave", WAVE)
        assert ended.code == 0, ended.err
    _type_families(path)
    return path


def _type_families(path: Path) -> None:
    with Engagement.open(path) as engagement:
        (wave,) = survey_waves.list_waves(engagement)
        batch = paper_batches.add_batch(engagement, wave.id, GroupCode.PAR, "parents_and_guardians", 1)
        questions = paper_batches.get_batch(engagement, batch).questions
        for number in range(1, FAMILIES_ON_PAPER + 1):
            sheet = SheetTyping(questions)
            while question := sheet.question:
                sheet.finish(SAID_BY_FEW) if question.is_typed else sheet.press(question.answers[0].keys[0])
            paper_batches.keep_sheet(engagement, batch, number, sheet.answers)
        paper_arrivals.bring_in_batch(engagement, batch)


@pytest.fixture(scope="module")
def pages(file: Path) -> list[str]:
    """The text of every page of the printed results."""
    target = file.with_name("results.pdf")
    ended = assessor("report", file, "--kind", "survey-results", "--out", target)
    assert ended.code == 0, ended.err
    with pypdfium2.PdfDocument(target) as document:
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]


def test_everybody_is_there_and_in_the_right_group(file: Path) -> None:
    with Engagement.open(file) as engagement:
        (wave,) = survey_waves.list_waves(engagement)
        counts = {asked.group: asked.answers for asked in wave.groups}
    families = {GroupCode.PAR: FAMILIES_ON_PAPER}
    assert counts == {GroupCode.SRO: 3, GroupCode.TCH: 41, GroupCode.STU: 183, **families}


def printed(pages: list[str]) -> dict[tuple[str, str], tuple[int, int, int]]:
    """By item and group: n, % favorable and % don't know, as the tables of the numbers say."""
    found: dict[tuple[str, str], tuple[int, int, int]] = {}
    code = ""
    for line in "\n".join(pages).split("\n"):
        heading = re.match(r"([A-Z]{3}\d) · ", line)
        answered = ANSWERED.match(line.strip())
        if heading:
            code = heading[1]
        elif answered and code:
            n, good, unknowing = (int(answered[each]) for each in ("n", "good", "unknowing"))
            found[code, answered["group"]] = (n, good, unknowing)
    return found


@pytest.mark.parametrize(("form", "group"), [(STAFF, "Teachers and staff"), (STUDENTS, "Students")])
def test_every_printed_share_is_what_the_export_says(
    told: dict[str, Group], pages: list[str], form: str, group: str
) -> None:
    found = {code: numbers for (code, who), numbers in printed(pages).items() if who == group}
    assert found == {code: favorable(told[form], code) for code in told[form].answers.columns}


def test_groups_too_small_are_named_and_never_numbered(pages: list[str]) -> None:
    text = "\n".join(pages)
    assert {group for _, group in printed(pages)} == {"Teachers and staff", "Students"}
    assert {match["group"] for line in text.split("\n") if (match := HIDDEN.match(line.strip()))} >= {
        "Officers",
        "Families",
    }
    assert SAID_BY_FEW not in text


def test_nothing_that_identifies_anybody_is_kept_or_printed(file: Path, pages: list[str]) -> None:
    kept, text = kept_bytes(file), "\n".join(pages)
    for word in (MAIL, NAME, NETWORK):
        assert word.encode() not in kept
        assert word not in text
    assert SAID_BY_FEW.encode() in kept
