"""Of every real export, by hand: which columns are kept and as what, which are dropped, and why."""

from itertools import chain, repeat
from pathlib import Path

import pytest

from assessor.exchange.columns import ColumnRole
from assessor.exchange.survey_tables import Column, read_survey_table

S, M, T, C, Y, N, E, D = (
    ColumnRole.SCALE, ColumnRole.MULTIPLE_CHOICE, ColumnRole.TEXT, ColumnRole.CHOICE, ColumnRole.YES_NO,
    ColumnRole.NUMBER, ColumnRole.EMPTY, ColumnRole.DAY,
)  # fmt: skip
QUALTRICS_2016 = (
    (
        "IPAddress RecipientLastName RecipientFirstName RecipientEmail ExternalDataReference LocationLatitude"
        " LocationLongitude LocationAccuracy"
    ),
    "ResponseID ResponseSet StartDate EndDate Finished Status",
)
ONA = "_uuid _submission_time _tags _notes _version _duration _total_media _media_count _media_all_received"
EXPECTED = {
    "qualtrics/qualtrics_2017_numeric_de_headers.csv": (
        ("IPAddress RecipientLastName RecipientFirstName RecipientEmail ExternalReference LocationLatitude"
        " LocationLongitude"),
        ("StartDate EndDate Status Progress Duration_(in_seconds) Finished RecordedDate ResponseId"
        " DistributionChannel UserLanguage Q2_-_Topics"),
        [(1, N), (1, T)],
    ),
    "qualtrics/qualtrics_legacy_2rows_bom.csv": (
        ("Name ExternalDataReference EmailAddress IPAddress LocationLatitude LocationLongitude"
        " LocationAccuracy"),
        "ResponseID ResponseSet Status StartDate EndDate Finished Column_16",
        [(1, N), (1, T)],
    ),
    "qualtrics/qualtrics_matrix_single_insights.csv": (
        *QUALTRICS_2016,
        [(3, S), (3, N), (3, S), (3, N), (2, N), (1, T), (1, N)],
    ),
    "qualtrics/qualtrics_matrix_single_legacy.csv": (
        ("Name ExternalDataReference EmailAddress IPAddress LocationLatitude LocationLongitude"
        " LocationAccuracy"),
        "ResponseID ResponseSet Status StartDate EndDate Finished Column_30",
        [(3, S), (3, N), (3, S), (3, N), (2, N), (1, T), (1, N)],
    ),
    "qualtrics/qualtrics_multiselect_insights.csv": (
        *QUALTRICS_2016,
        [(6, M), (1, E), (11, M), (1, E), (2, M), (1, T)],
    ),
    "qualtrics/qualtrics_text_entry_other.csv": (
        *QUALTRICS_2016,
        [(1, S), (1, T), (1, S), (1, T), (3, M), (2, T), (1, S), (1, T), (1, S), (1, T), (7, S), (6, T)],
    ),
    "surveymonkey/sm_comma_1header.csv": (
        "", "RespondentID", [(1, C), (1, Y), (1, S), (1, C), (1, Y), (2, S), (5, C)],
    ),
    "surveymonkey/sm_starwars_2header_latin1.csv": (
        "", "RespondentID", [(2, Y), (6, M), (20, S), (1, C), (3, Y), (5, C)],
    ),
    "surveymonkey/sm_thanksgiving_joined_headers.csv": (
        "",
        "RespondentID",
        [
            (1, Y), *chain(*repeat([(1, C), (1, T)], 4)), (1, Y), (14, M), (1, T), (12, M), (1, T), (11, M),
            (1, T), (1, Y), (3, C), (4, Y), (6, C),
        ],
    ),
    "google_forms/gforms_candy2015_first400.xlsx": (
        "",
        "Timestamp",
        [
            (1, N), (1, Y), (93, C), (3, T), (1, N), (1, C), (1, M), (1, C), (1, E), (2, T), (9, C), (9, E),
        ],
    ),
    "kobo_ona/ona_transportation_all_groups_TrueFalse.csv": (
        "_submitted_by", f"meta/instanceID {ONA}", [(10, M), (1, T), (1, S), (1, T), (6, E), (1, T)],
    ),
    "kobo_ona/ona_transportation_labels_only.csv": (
        "_submitted_by", f"instanceID {ONA}", [(10, M), (10, E)],
    ),
    "kobo_ona/ona_transportation_no_group_names.csv": (
        "_submitted_by", f"instanceID {ONA}", [(10, M), (10, E)],
    ),
    "kobo_ona/ona_transportation_export.xlsx": (
        "image1 _submitted_by _last_edited_by",
        ("transport/available_transportation_types_to_referral_facility meta/instanceID _id _uuid"
        " _submission_time _index _parent_table_name _parent_index _tags _notes _version _duration"),
        [(10, M), (1, T), (1, S), (1, T), (6, E), (1, T), (1, E)],
    ),
    "kobo_ona/ona_tutorial_repeats_flattened.csv": (
        ("name picture children[1]/childs_name children[2]/childs_name gps _gps_latitude _gps_longitude"
        " _gps_altitude _gps_precision _submitted_by"),
        f"meta/instanceID {ONA}",
        [(4, N), (4, E)],
    ),
    "odk/odk_briefcase_all_types.csv": (
        ("some_geopoint-Latitude some_geopoint-Longitude some_geopoint-Altitude some_geopoint-Accuracy"
        " some_geotrace some_geoshape"),
        "SubmissionDate meta-instanceID KEY",
        [(1, T), (2, N), (1, D), (1, T), (1, D), (1, N)],
    ),
    "odk/odk_briefcase_choice_lists_split.csv": (
        "",
        "SubmissionDate some_string some_group-yet_another_string meta-instanceID KEY",
        [(2, M), (1, T), (2, M)],
    ),
    "odk/odk_briefcase_simple.csv": ("", "SubmissionDate meta-instanceID KEY", [(1, C)]),
    "redcap/redcap_simple_data.csv": (
        "name_first name_last address telephone email dob mugshot",
        "record_id demographics_complete health_complete race_and_ethnicity_complete",
        [(1, N), (1, Y), (3, N), (1, T), (6, M), (1, S)],
    ),
    "redcap/redcap_survey_data.csv": (
        "redcap_survey_identifier dob email first_name last_name address telephone_1",
        ("participant_id prescreening_survey_timestamp prescreening_survey_complete"
        " participant_info_survey_timestamp participant_info_survey_complete"
        " participant_morale_questionnaire_timestamp participant_morale_questionnaire_complete"
        " completion_data_complete"),
        [(2, Y), (16, E)],
    ),
    "generic/qualcoder_cases123.csv": ("", "case", [(1, N), (2, T)]),
    "generic/qualcoder_cases456.xlsx": ("", "case", [(1, N), (2, T)]),
    "generic/qualcoder_survey456.csv": ("", "Case", [(1, N), (3, T)]),
    "generic/qualcoder_survey789.xlsx": ("", "Case", [(1, N), (4, T)]),
    "generic/stacks_typeform_like.csv": (
        "Token",
        "",
        [
            (1, T), (1, E), (1, C), (1, S), (2, M), (1, C), (1, Y), (2, M), (1, C), (4, M), (2, T), (2, S),
            (1, T), (1, S), (1, M), (1, C), (1, M), (1, Y), (1, M), (1, S), (1, M), (1, C), (1, T), (1, C),
            (4, T), (5, S), (1, T), (2, C), (5, T), (2, C), (2, M),
        ],
    ),
}  # fmt: skip


def columns_of(samples: Path, file: str) -> tuple[Column, ...]:
    return read_survey_table((samples / "survey" / file).read_bytes(), "export").columns


@pytest.mark.parametrize("file", list(EXPECTED))
def test_what_identifies_people_and_what_is_no_answer_is_dropped(samples: Path, file: str) -> None:
    personal, metadata, _ = EXPECTED[file]
    columns = columns_of(samples, file)
    assert [one.name.replace(" ", "_") for one in columns if one.private] == personal.split()
    process = [one for one in columns if one.guess.role is ColumnRole.PROCESS]
    assert sorted(one.name.replace(" ", "_") for one in process) == sorted(metadata.split())
    assert all(one.reason for one in columns if one.private or one in process)


@pytest.mark.parametrize("file", list(EXPECTED))
def test_the_other_columns_are_read_as_what_they_are(samples: Path, file: str) -> None:
    kinds = list(chain(*(repeat(kind, times) for times, kind in EXPECTED[file][2])))
    kept = [
        one
        for one in columns_of(samples, file)
        if not one.private and one.guess.role is not ColumnRole.PROCESS
    ]
    found = [(one.name, one.guess.role) for one in kept]
    assert found == [(one.name, kind) for one, kind in zip(kept, kinds, strict=True)]


def test_every_export_of_answers_among_the_samples_is_expected(samples: Path) -> None:
    folder = samples / "survey"
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    no_answers = {file for file in files if "_dictionary" in file or "xlsform_" in file}
    assert files - no_answers - set(EXPECTED) == {"google_forms/gforms_candy2015_first400.csv"}
