"""A questionnaire given beside its answers puts words to codes, and says who must not be known."""

from pathlib import Path

import pytest

from assessor.exchange.codebook_files import read_codebook, read_codebook_file
from assessor.exchange.codebooks import Codebook, CodedQuestion
from assessor.exchange.columns import ColumnRole
from assessor.exchange.reading import read_survey_file
from assessor.exchange.sheets import SheetRows
from assessor.exchange.survey_tables import Column, SurveyTable, TableChoices, read_survey_table
from assessor.exchange.unreadable import UnreadableFile
from assessor.progress import finish

REDCAP = (
    ("Variable / Field Name", "Form Name", "Field Type", "Field Label",
     "Choices, Calculations, OR Slider Labels", "Identifier?"),
    ("record_id", "base", "text", "Record", "", ""),
    ("trust", "base", "radio", "<b>I trust</b> our SRO", "1, Strongly disagree | 2, Disagree | 4, Agree", ""),
    ("topics", "base", "checkbox", "Which apply?", "1, Talk, then write | 2, Trust", ""),
    ("hired", "base", "yesno", "Hired this year?", "", ""),
    ("bmi", "base", "calc", "Sum", "round(1, 2)", ""),
    ("nick", "base", "text", "What do they call you?", "", "y"),
)  # fmt: skip
ANSWERS = (
    "record_id,trust,topics___1,topics___2,hired,bmi,nick,base_complete\n1,4,1,0,1,3,Bo,2\n2,2,0,1,0,4,Al,2\n"
)


def redcap() -> Codebook:
    return read_codebook([SheetRows("", REDCAP)], "dictionary.csv")


def column(table: SurveyTable, name: str) -> Column:
    return next(found for found in table.columns if found.name == name)


def read(codebook: Codebook | None) -> SurveyTable:
    return read_survey_table(ANSWERS.encode(), "answers.csv", TableChoices(codebook=codebook))


def test_a_dictionary_gives_questions_their_words_and_codes_their_labels() -> None:
    trust = column(read(redcap()), "trust")
    assert trust.question == "I trust our SRO"
    assert trust.guess.scale is not None
    assert dict(trust.guess.scale.scores) == {"Disagree": 2, "Agree": 4}
    assert column(read(redcap()), "hired").guess.role is ColumnRole.YES_NO


def test_a_dictionary_gives_ticked_options_their_labels() -> None:
    table = read(redcap())
    options = [column(table, f"topics___{code}") for code in (1, 2)]
    assert [(found.question, found.sub_question) for found in options] == [
        ("Which apply?", "Talk, then write"),
        ("Which apply?", "Trust"),
    ]
    assert {found.guess.role for found in options} == {ColumnRole.MULTIPLE_CHOICE}


def test_what_a_dictionary_marks_as_identifying_is_dropped() -> None:
    assert not column(read(None), "nick").private
    nick = column(read(redcap()), "nick")
    assert (nick.private, nick.reason) == (True, "is marked as identifying people in its questionnaire")
    assert read(redcap()).rows[0][6] == ""


def test_choices_of_one_label_keep_their_codes() -> None:
    """Else two answers would become one."""
    book = Codebook((CodedQuestion("trust", "Trust?", (("2", "Same"), ("4", "Same"))),))
    assert sorted(row[1] for row in read(book).rows) == ["2", "4"]


def test_a_form_of_kobo_gives_its_export_words(samples: Path) -> None:
    folder = samples / "survey" / "kobo_ona"
    book = finish(read_codebook_file(folder / "xlsform_transportation.xlsx"))
    table = finish(read_survey_file(folder / "ona_transportation_export.xlsx", TableChoices(codebook=book)))
    asked = "What types of transportation"
    options = [found for found in table.columns if found.question.startswith(asked)]
    assert [found.sub_question for found in options] == [
        "", "ambulance", "bicycle", "boat/canoe", "bus", "donkey/mule/cart", "keke napep", "lorry",
        "motorbike", "taxi", "Other",
    ]  # fmt: skip
    assert {found.guess.role for found in options[1:]} == {ColumnRole.MULTIPLE_CHOICE}


def test_the_real_dictionary_names_everybody_who_must_not_be_known(samples: Path) -> None:
    folder = samples / "survey" / "redcap"
    book = finish(read_codebook_file(folder / "redcap_simple_dictionary.csv"))
    table = finish(read_survey_file(folder / "redcap_simple_data.csv", TableChoices(codebook=book)))
    assert [found.name for found in table.columns if found.private] == [
        "name_first", "name_last", "address", "telephone", "email", "dob", "mugshot",
    ]  # fmt: skip
    assert column(table, "race___5").sub_question == "White"
    assert {value.value for value in column(table, "ethnicity").guess.values} == {
        "Hispanic or Latino",
        "NOT Hispanic or Latino",
        "Unknown / Not Reported",
    }


LIMESURVEY = """class\ttype/scale\tname\trelevance\ttext\tlanguage
S\t\tlanguage\t\ten\t
G\t\tFirst\t1\t\ten
Q\tF\tG1\t1\t<p>Rate each</p>\ten
SQ\t0\tSQ001\t\tListens\ten
SQ\t0\tSQ002\t\tExplains\ten
A\t0\tA1\t\tAgree\ten
A\t0\tA2\t\tStrongly agree\ten
Q\tM\tG2\t1\tWhich apply?\ten
SQ\t0\tSQ001\t\tTalk\ten
SQ\t0\tSQ002\t\tTrust\ten
Q\tF\tG1\t1\tCalifique\tes
SQ\t0\tSQ001\t\tEscucha\tes
"""


def test_the_structure_of_a_limesurvey_gives_its_codes_words(tmp_path: Path) -> None:
    path = tmp_path / "structure.txt"
    path.write_text(LIMESURVEY, encoding="utf-8")
    book = finish(read_codebook_file(path))
    answers = (
        '"id","submitdate","lastpage","startlanguage","G1[SQ001]","G1[SQ002]","G2[SQ001]",'
        '"G2[SQ002]","G2[other]"\n'
        '"1","2026-01-05","2","en","A1","A2","Y","Y",""\n"2","2026-01-05","2","en","A2","A2","","Y","mine"\n'
    )
    table = read_survey_table(answers.encode(), "answers.csv", TableChoices(codebook=book))
    found = [(one.question, one.sub_question, one.guess.role) for one in table.columns[4:]]
    assert found == [
        ("Rate each", "Listens", ColumnRole.SCALE),
        ("Rate each", "Explains", ColumnRole.SCALE),
        ("Which apply?", "Talk", ColumnRole.MULTIPLE_CHOICE),
        ("Which apply?", "Trust", ColumnRole.MULTIPLE_CHOICE),
        ("Which apply?", "Other", ColumnRole.TEXT),
    ]
    assert table.rows[0][4:6] == ("Agree", "Strongly agree")


def test_answers_are_no_codebook() -> None:
    with pytest.raises(UnreadableFile, match="it is no codebook; give a REDCap data dictionary, an XLS"):
        read_codebook([SheetRows("", (("Q1", "Q2"), ("1", "2")))], "answers.csv")
