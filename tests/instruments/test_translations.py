"""A Spanish file holds only translated texts by code, and is laid over the English one."""

import shutil
from pathlib import Path

import pytest

from assessor.instruments.errors import BrokenInstrument, NoSuchInstrument
from assessor.instruments.parsing import parse_toml
from assessor.instruments.rubrics import get_rubric
from assessor.instruments.surveys import get_survey
from assessor.instruments.translations import list_texts, list_untranslated
from assessor.places import shipped
from assessor.terms import Group

RUBRIC = """reviewed = false
title = "Revisión del acuerdo"

[criteria.A1]
title = "Acuerdo vigente y firmado"
levels = ["Ninguno.", "Antiguo.", "Vigente.", "Conocido."]

[bands.weak]
label = "Débil"
"""
FORM = """reviewed = false
title = "Trabajar con la administración"
opening = ["Este formulario pregunta cómo trabajan juntos."]
"""
BANK = """reviewed = false
[constructs.COM]
name = "Comunicación"

[scales.agree]
dont_know = "No sé"

[items.COM1.statement]
SRO = "Hablo con la administración con la frecuencia necesaria."
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(shipped("resources", "instruments"), tmp_path / "instruments")
    return tmp_path / "instruments"


def test_translated_texts_replace_the_english_ones(root: Path) -> None:
    (root / "rubrics" / "sro_agreement.v1.es.toml").write_text(RUBRIC, encoding="utf-8")
    english, spanish = get_rubric(root=root), get_rubric(language="es", root=root)
    assert spanish.language == "es"
    assert spanish.title == "Revisión del acuerdo"
    assert spanish.get_criterion("A1").levels[3] == "Conocido."
    assert spanish.bands[0].label == "Débil"
    assert spanish.get_criterion("A1").weight == 2
    assert spanish.get_criterion("A2") == english.get_criterion("A2")


def test_a_form_and_its_bank_are_translated_together(root: Path) -> None:
    (root / "surveys" / "sro.v1.es.toml").write_text(FORM, encoding="utf-8")
    (root / "item_banks" / "collaboration.v1.es.toml").write_text(BANK, encoding="utf-8")
    survey = get_survey("sro", language="es", root=root)
    assert survey.group is Group.SRO
    assert survey.get_item("COM1").wording.startswith("Hablo con")
    assert survey.scale.dont_know == "No sé"
    assert survey.get_item("COM2").wording.startswith("The school’s administrators")


def test_a_language_that_is_not_there_is_refused(root: Path) -> None:
    with pytest.raises(NoSuchInstrument, match=r"rubrics/sro_agreement\.v1\.es\.toml"):
        get_rubric(language="es", root=root)


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ('[criteria.Z9]\ntitle = "Nada"', r"criteria\.Z9\.title is no text of sro_agreement\.v1\.toml"),
        ("[criteria.A1]\nweight = 5", r"criteria\.A1\.weight is not a text"),
        ('[criteria.A1]\ngroup = "B"', r"criteria\.A1\.group is no text"),
        ('[criteria.A1]\nlevels = ["1", "2", "3", "4", "5"]', r"criteria\.A1\.levels\.5 is no text"),
        ('title = ""', r"at title: the text is empty or padded"),
        ('title = "Revisi\\u00adón"', r"at title: the text holds an invisible character"),
    ],
)
def test_a_translation_may_change_nothing_but_texts(root: Path, words: str, complaint: str) -> None:
    (root / "rubrics" / "sro_agreement.v1.es.toml").write_text("reviewed = false\n" + words, encoding="utf-8")
    with pytest.raises(BrokenInstrument, match=complaint) as refused:
        get_rubric(language="es", root=root)
    assert str(refused.value).startswith("rubrics/sro_agreement.v1.es.toml")


@pytest.mark.parametrize(
    ("review", "complaint"),
    [
        ("", "does not say whether a native speaker reviewed it"),
        ('reviewed = "no"', "does not say whether a native speaker reviewed it"),
        ("reviewed = true", "reviewed_by and reviewed_on belong to reviewed = true"),
        ('reviewed = true\nreviewed_by = "A. Reyes"', "reviewed_by and reviewed_on belong to"),
        ('reviewed = false\nreviewed_by = "A. Reyes"', "reviewed_by and reviewed_on belong to"),
        ('reviewed = true\nreviewed_by = "A. Reyes"\nreviewed_on = "soon"', "does not say whether"),
    ],
)
def test_a_translation_says_who_reviewed_it(root: Path, review: str, complaint: str) -> None:
    (root / "rubrics" / "sro_agreement.v1.es.toml").write_text(review, encoding="utf-8")
    with pytest.raises(BrokenInstrument, match=complaint) as refused:
        get_rubric(language="es", root=root)
    assert str(refused.value).startswith("rubrics/sro_agreement.v1.es.toml")


def test_a_translation_is_reviewed_when_it_names_who_and_when(root: Path) -> None:
    file = root / "rubrics" / "sro_agreement.v1.es.toml"
    file.write_text('reviewed = true\nreviewed_by = "A. Reyes"\nreviewed_on = 2027-01-15', encoding="utf-8")
    assert get_rubric(language="es", root=root).is_reviewed
    file.write_text("reviewed = false", encoding="utf-8")
    assert not get_rubric(language="es", root=root).is_reviewed
    assert get_rubric(root=root).is_reviewed


def test_an_english_file_says_nothing_of_a_review(root: Path) -> None:
    file = root / "rubrics" / "sro_agreement.v1.toml"
    file.write_text("is_reviewed = false\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(BrokenInstrument, match="sets “is_reviewed”, which only a translation is asked"):
        get_rubric(root=root)


def test_what_is_left_to_translate_can_be_listed() -> None:
    rubric = get_rubric()
    left = list_untranslated(
        rubric, parse_toml(RUBRIC, "sro_agreement.v1.es.toml"), name="sro_agreement.v1.es.toml"
    )
    assert "criteria.A1.title" not in left
    assert "criteria.A1.look_for" in left
    assert len(left) == len(list_texts(rubric)) - 7


def test_codes_and_references_are_no_texts() -> None:
    texts = list_texts(get_rubric())
    assert not [
        path for path in texts if path.endswith((".code", ".group", "cap_band")) or ".sources" in path
    ]
