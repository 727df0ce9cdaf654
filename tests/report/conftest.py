"""What tests of paper share: plans laid out and printed once, and their pages as text."""

from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest
from tests.report.specimen import crowded_plan, empty_plan, harlow_ridge

from assessor.operations.strategic_plan import StrategicPlan
from assessor.progress import finish
from assessor.report.glyphs import fit_for_print
from assessor.report.layout import lay_out
from assessor.report.printing import Printed, print_plan


@dataclass(frozen=True)
class Print:
    """A printed plan, its HTML, and the text of each page."""

    printed: Printed
    html: str
    texts: tuple[str, ...]


def print_whole(plan: StrategicPlan, folder: Path) -> Print:
    """The plan, printed as the program prints it."""
    html = lay_out(fit_for_print(plan)[0])
    printed = finish(print_plan(plan, folder / "plan.pdf"))
    with pypdfium2.PdfDocument(printed.path) as document:
        texts = tuple(_text_of(document, number) for number in range(len(document)))
    return Print(printed, html, texts)


def _text_of(document: pypdfium2.PdfDocument, number: int) -> str:
    text: str = document[number].get_textpage().get_text_range()
    return " ".join(text.replace("\ufffe", "").split())


@pytest.fixture(scope="session")
def harlow_print(tmp_path_factory: pytest.TempPathFactory) -> Print:
    """Harlow Ridge, printed once."""
    return print_whole(harlow_ridge(), tmp_path_factory.mktemp("harlow"))


@pytest.fixture(scope="session")
def empty_print(tmp_path_factory: pytest.TempPathFactory) -> Print:
    """The plan with nothing in it, printed once."""
    return print_whole(empty_plan(), tmp_path_factory.mktemp("empty"))


@pytest.fixture(scope="session")
def crowded_print(tmp_path_factory: pytest.TempPathFactory) -> Print:
    """The plan with too much in it, printed once."""
    return print_whole(crowded_plan(), tmp_path_factory.mktemp("crowded"))
