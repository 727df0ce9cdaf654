"""Survey forms on paper: conformance, the numbers typists look for, nothing split, both languages."""

from collections.abc import Iterator
from pathlib import Path

import page
import pdfua
import pypdfium2
import pytest
from tests.operations.survey_forms.test_forms import AGREE

from assessor.instruments.library import list_languages
from assessor.instruments.surveys import get_survey, list_survey_keys
from assessor.model import OwnItem, OwnSurvey
from assessor.operations.clients import begin_engagement
from assessor.operations.paper.paper_forms import PaperForm, gather_paper_form
from assessor.operations.surveys.survey_forms import asked_items
from assessor.progress import finish
from assessor.report.paper_forms import Asked, Grid, lay_out_paper_form, list_parts
from assessor.report.printing import Printed, print_paper_form
from assessor.store import Engagement
from assessor.terms import Group

LANGUAGES = ("en", "es")
FORMS = [(key, language) for key in list_survey_keys() for language in LANGUAGES]
PAGES = {"students": 2, "students_statements": 2, "students_grades_3_4": 1, "teachers_and_staff": 3}
"""Those that are to be handed out on one sheet, or two, printed on both sides."""
KINDS = ("number", "multiple_choice", "choice", "yes_no", "rating", "text")
LONG_WORD = "Interdisziplinaritätskommissionsvorsitzender" * 2


@pytest.fixture(scope="module")
def engagement(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engagement]:
    path = tmp_path_factory.mktemp("paper") / "paper.assessor"
    with Engagement.create(path) as engagement:
        begin_engagement(engagement, "Larkfield Unified")
        yield engagement


@pytest.fixture(scope="module")
def printed(engagement: Engagement, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Printed]:
    """Every form in either language, a draft, and one of all kinds of questions, printed once."""
    folder = tmp_path_factory.mktemp("forms")
    forms = {f"{key}.{language}": gather(engagement, key, language) for key, language in FORMS}
    forms["draft"] = gather_paper_form(engagement, "students", language="es", is_draft=True)
    forms["own"] = gather_paper_form(engagement, make_odd_form(engagement))
    return {name: finish(print_paper_form(form, folder / f"{name}.pdf")) for name, form in forms.items()}


def gather(engagement: Engagement, key: str, language: str) -> PaperForm:
    return gather_paper_form(engagement, key, language=language, contact="Dana Whitfield, 555-0142")


def make_odd_form(engagement: Engagement) -> str:
    """One's own form with every kind of question, long words, markup, and a section longer than a page."""
    choices = [f"Choice {place} with some more words to it" for place in range(1, 6)]
    offered = {
        "yes_no": ["Yes", "No"],
        "rating": [str(point) for point in range(11)],
        "number": [],
        "text": [],
    }
    with engagement.change("Begin form") as session:
        own = OwnSurvey(title=f"Drivers {LONG_WORD} <b>", group=Group.TCH)
        session.add(own)
        session.flush()
        agreed = {"section": "Long", "choices": AGREE, "construct": "ROL", "dont_know": "Don’t know"}
        rows: list[dict[str, object]] = [
            {**agreed, "code": f"S{place}", "text": f"Statement {place} {LONG_WORD}" * (place % 3 + 1)}
            for place in range(40)
        ]
        rows += [
            {"code": f"Q{place}", "section": "Odd", "text": f"<i>{kind}</i>?", "kind": kind, "low": 0,
             "choices": offered.get(kind, choices)}
            for place, kind in enumerate(KINDS)
        ]  # fmt: skip
        session.add_all(OwnItem(survey_id=own.id, position=p, **row) for p, row in enumerate(rows, 1))
        return own.id


def pages_of(printed: Printed) -> list[str]:
    with pypdfium2.PdfDocument(printed.path) as document:
        return [" ".join(one.get_textpage().get_text_range().split()) for one in document]


def all_asked(form: PaperForm) -> list[Asked]:
    bodies = [part.bodies if isinstance(part, Grid) else [part] for part in list_parts(form)]
    return [asked for several in bodies for body in several for asked in body.asked]


@pytest.mark.parametrize("name", [*(f"{key}.{language}" for key, language in FORMS), "draft", "own"])
def test_every_rule_of_pdf_ua_is_met_and_nothing_is_beyond_the_margins(
    name: str, printed: dict[str, Printed]
) -> None:
    path = str(printed[name].path)
    report = page.validate_pdf(path, profile=page.ValidationProfile.PDF_UA_1)
    assert [failure.message for failure in report.failures] == []
    assert [finding.message for finding in pdfua.validate(path).findings] == []
    assert not [remark for remark in printed[name].remarks if remark.startswith("Page")]


@pytest.mark.parametrize(("key", "language"), FORMS)
def test_questions_carry_the_numbers_by_which_they_are_typed(
    engagement: Engagement, key: str, language: str
) -> None:
    form = gather(engagement, key, language)
    asked = [(each.number, each.code, each.wording) for each in all_asked(form)]
    items = asked_items(get_survey(key, language=language))
    assert asked == [(n, item.known.code, item.known.wording) for n, item in enumerate(items, 1)]


@pytest.mark.parametrize(("key", "language"), FORMS)
def test_everything_the_form_says_is_on_the_paper(
    key: str, language: str, engagement: Engagement, printed: dict[str, Printed]
) -> None:
    form = gather(engagement, key, language)
    whole = "".join(" ".join(pages_of(printed[f"{key}.{language}"])).split()).replace("\ufffe", "")
    survey = form.survey
    asked = [each.wording for each in (*survey.items, *survey.questions)]
    labels = [option.label for each in (*survey.items,) for option in each.scale.options]
    titles = [section.title for section in survey.sections]
    for words in (survey.title, survey.instruction, *survey.opening, survey.thanks, *asked, *labels, *titles):
        assert "".join(words.split()) in whole, words


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", PAGES)
def test_forms_take_as_many_pages_as_they_should(
    key: str, language: str, printed: dict[str, Printed]
) -> None:
    assert printed[f"{key}.{language}"].pages == PAGES[key]


def test_each_page_has_form_mark_sheet_box_and_page(printed: dict[str, Printed]) -> None:
    for number, text in enumerate(pages_of(printed["parents_and_guardians.es"]), 1):
        assert "parents and guardians · v1 · ES" in text
        assert "Hoja n.º" in text
        assert f"Página {number} de 3" in text


def test_only_a_draft_says_that_no_native_speaker_reviewed_it(printed: dict[str, Printed]) -> None:
    said = "todavía no lo ha revisado un hablante nativo"
    assert said in pages_of(printed["draft"])[0]
    assert all(said not in text for text in pages_of(printed["students.es"]))
    assert (
        "No native speaker has reviewed the words of this form in “es” yet." in printed["students.es"].remarks
    )
    assert printed["students.en"].remarks == ()


def test_answers_of_the_pair_can_be_kept_for_the_consultant(engagement: Engagement) -> None:
    for key in list_survey_keys():
        html = lay_out_paper_form(gather(engagement, key, "en"))
        squares = html.count('class="square"')
        assert squares == (
            len(all_asked(gather(engagement, key, "en"))) if key in ("sro", "administrators") else 0
        )


def test_a_form_of_ones_own_prints_every_kind_of_question(
    engagement: Engagement, printed: dict[str, Printed]
) -> None:
    html = lay_out_paper_form(gather_paper_form(engagement, make_odd_form(engagement)))
    assert "<i>" not in html
    for words in ("&lt;i&gt;number&lt;/i&gt;", 'class="box"', 'class="square">5<', 'class="circle">10<'):
        assert words in html
    assert html.count('class="line"') == 4
    texts = pages_of(printed["own"])
    assert len(texts) > 3
    assert all("Strongly" in text for text in texts[:3]), "the scale stands at the head of each page"


def test_no_statement_is_split_and_no_heading_ends_a_page(printed: dict[str, Printed]) -> None:
    for key, language in FORMS:
        survey = get_survey(key, language=language)
        for text in pages_of(printed[f"{key}.{language}"]):
            foot = text.rsplit(f"{survey.key.replace('_', ' ')} · v1", 1)[0].strip()
            assert not any(foot.endswith(section.title) for section in survey.sections)


def test_the_same_form_gives_the_same_bytes(
    engagement: Engagement, printed: dict[str, Printed], tmp_path: Path
) -> None:
    again = finish(print_paper_form(gather(engagement, "students", "en"), tmp_path / "again.pdf"))
    assert again.path.read_bytes() == printed["students.en"].path.read_bytes()


def test_the_words_of_paper_stand_in_the_languages_of_the_forms() -> None:
    assert list_languages("texts", "paper_form", 1) == LANGUAGES
