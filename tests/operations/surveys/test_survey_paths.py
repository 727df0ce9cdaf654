"""Survey numbers reach screens and paper only past disclosure control: who may read answers as they are."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[3] / "src" / "assessor"
TEMPLATES = SOURCE.parents[1] / "report_templates"
RAW = {
    "assessor.operations.surveys.responses",
    "assessor.operations.surveys.survey_reading",
    "assessor.operations.surveys.survey_groups",
    "assessor.operations.surveys.survey_counting",
    "assessor.store.answer_columns",
}
"""What hands out answers or counts before anything is hidden."""


KNOWN = {
    "surveys/responses.py",  # hands them out
    "surveys/dyad_views.py",  # by consent of both
    "surveys/dyads.py",  # names whose answers they are
    "evidence/survey_results.py",  # past answers_to_question and answers_to_items
    "paper/paper_arrivals.py",  # writes them
    "surveys/published_groups.py",  # counts persons by import
}


def imports(path: Path) -> set[str]:
    """The modules a file names in its imports, also inside functions."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found


@pytest.mark.parametrize("layer", ["ui", "report", "charts", "cli", "exchange"])
def test_no_screen_and_no_paper_reads_answers_before_they_are_protected(layer: str) -> None:
    files = [*SOURCE.glob(f"{layer}/**/*.py"), *SOURCE.glob(f"{layer}.py")]
    assert files
    reaching = {str(path.relative_to(SOURCE)): imports(path) & RAW for path in files}
    assert {name: found for name, found in reaching.items() if found} == {}


def test_what_paper_is_handed_names_no_store_and_no_lookup_of_answers() -> None:
    for path in SOURCE.glob("report/**/*.py"):
        assert not {each for each in imports(path) if each.startswith(("assessor.store", "assessor.model"))}


def test_templates_only_place_what_they_are_given() -> None:
    words = ("get_results", "read_wave", "Audience", "answers_to", "known_as", "read_sets")
    for path in TEMPLATES.rglob("*.html*"):
        text = path.read_text(encoding="utf-8")
        assert not [word for word in words if word in text], path.name


def test_whoever_reads_answers_in_operations_is_known() -> None:
    """A new module that reads raw answers is added here on purpose, once what it tells is protected."""
    readers = {
        path.relative_to(SOURCE / "operations").as_posix()
        for path in (SOURCE / "operations").rglob("*.py")
        if imports(path) & RAW
    }
    others = {name for name in readers if not Path(name).name.startswith("survey_")}
    assert others <= KNOWN, others
