"""Standing texts of the plan, notices and letters, and the blanks in them."""

import pytest

from assessor.instruments.kinds import KINDS, read_any
from assessor.instruments.library import list_keys
from assessor.instruments.texts import fill_blanks, get_text_collection, list_blanks
from assessor.instruments.translations import list_texts

BLANKS = {
    "accessibility_contact",
    "agency",
    "agency_contact",
    "as_of",
    "complaint_contact",
    "consultant",
    "contact",
    "date",
    "destruction_date",
    "district",
    "district_contact",
    "end_date",
    "hotline",
    "material",
    "method",
    "named_leaders",
    "opt_out_date",
    "recording_destruction_date",
    "school",
    "smallest_group",
    "start_date",
    "state",
    "where_to_see_the_form",
    "x",
    "y",
}


@pytest.mark.parametrize(
    "code",
    [
        "small_group_statement",
        "not_legal_advice",
        "accessibility",
        "complaint_route",
        "confidentiality",
        "records",
        "quotations",
        "state_overlay",
        "claims",
        "how_to_read_a_finding",
        "run_charts",
        "revision",
    ],
)
def test_the_plan_has_its_standing_text(code: str) -> None:
    assert get_text_collection("plan").get_block(code).paragraphs


@pytest.mark.parametrize(
    "code",
    [
        "participant_notice",
        "dyad_notice",
        "parent_opt_out",
        "parent_consent_focus_group",
        "student_assent",
        "recording_consent",
        "incident_disclosure",
        "destruction_certificate",
    ],
)
def test_participants_have_their_notices(code: str) -> None:
    assert get_text_collection("participants").get_block(code).paragraphs


def test_an_unknown_block_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        get_text_collection("plan").get_block("poem")


def test_blanks_are_listed_once() -> None:
    assert list_blanks("{district} and {agency}, {district}") == ("district", "agency")


def test_filled_blanks_disappear_and_others_stay_visible() -> None:
    text = "Questions: {contact}. Complaints: {complaint_contact}."
    assert (
        fill_blanks(text, {"contact": "555 0100"}) == "Questions: 555 0100. Complaints: [complaint contact]."
    )


def test_what_a_person_filled_in_is_not_filled_again() -> None:
    assert fill_blanks("{contact}", {"contact": "{agency}", "agency": "X"}) == "{agency}"


def test_every_blank_of_every_instrument_is_a_known_one() -> None:
    used = {
        blank
        for kind in KINDS
        for key in list_keys(kind)
        for text in list_texts(read_any(kind, key)).values()
        for blank in list_blanks(text)
    }
    assert used == BLANKS
