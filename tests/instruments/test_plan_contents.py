"""What a plan is built from: codes, goals, protocols, ladder, decisions, trainings, measures, meetings."""

from collections import Counter

import pytest

from assessor.instruments.checklists import get_checklist
from assessor.instruments.codebooks import CODEBOOK_KEYS, get_codebook, list_codebooks
from assessor.instruments.decisions import DECIDING, get_decision_matrix
from assessor.instruments.glossaries import get_glossary
from assessor.instruments.goals import get_goal_library
from assessor.instruments.ladders import get_ladder
from assessor.instruments.measures import Frequency, get_measure_library
from assessor.instruments.meetings import Cadence, get_meeting_library
from assessor.instruments.partners import get_partner_types
from assessor.instruments.protocols import get_protocol, list_protocols
from assessor.instruments.requests import get_request_list
from assessor.instruments.rubrics import get_rubric
from assessor.instruments.trainings import get_training_catalog
from assessor.terms import Direction, FindingKind, Group, Part


def test_there_are_28_barriers_12_strengths_and_7_opportunities() -> None:
    assert [len(codebook.codes) for codebook in list_codebooks()] == [28, 12, 7]


@pytest.mark.parametrize("kind", FindingKind)
def test_each_codebook_is_of_the_kind_its_key_says(kind: FindingKind) -> None:
    codebook = get_codebook(CODEBOOK_KEYS[kind])
    assert codebook.kind is kind
    assert all(code.signs for code in codebook.codes)


def test_barrier_categories_stand_in_the_order_of_the_taxonomy() -> None:
    assert get_codebook("barriers").categories == (
        "Communication",
        "Roles",
        "Culture",
        "Trust",
        "Goals",
        "Conflict",
        "Information",
        "Training",
        "Resources",
        "Leadership",
        "Equity",
        "Accountability",
        "Policy",
    )


def test_the_goal_library_holds_g1_to_g8() -> None:
    library = get_goal_library()
    assert [goal.code for goal in library.goals] == [f"G{number}" for number in range(1, 9)]
    for goal in library.goals:
        assert [action.code for action in goal.actions] == [
            f"{goal.code}.{number}" for number in range(1, len(goal.actions) + 1)
        ]
        assert goal.objective.startswith("By {date}, ")


def test_every_barrier_is_answered_by_a_goal_or_a_pack() -> None:
    library = get_goal_library()
    answered = {code for part in (*library.goals, *library.packs) for code in part.answers}
    assert answered == {code.code for code in get_codebook("barriers").codes}


@pytest.mark.parametrize(
    ("barrier", "goal"),
    [
        ("B-ROL1", "G1"),
        ("B-DOC1", "G1"),
        ("B-ROL2", "G2"),
        ("B-TRN2", "G2"),
        ("B-COM2", "G3"),
        ("B-CON2", "G4"),
        ("B-TRU1", "G4"),
        ("B-INF2", "G5"),
        ("B-CUL1", "G6"),
        ("B-TRU2", "G7"),
        ("B-EQU2", "G8"),
        ("B-ACC1", "G8"),
    ],
)
def test_findings_lead_to_the_usual_goals(barrier: str, goal: str) -> None:
    assert goal in [each.code for each in get_goal_library().list_answers(barrier)]


def test_goals_refer_to_measures_protocols_and_trainings_that_exist() -> None:
    measures = {measure.code for measure in get_measure_library().measures}
    protocols = {protocol.code for protocol in list_protocols()}
    trainings = {training.code for training in get_training_catalog().trainings}
    for goal in get_goal_library().goals:
        assert set(goal.measures) <= measures
        assert set(goal.protocols) <= protocols
        assert set(goal.trainings) <= trainings


def test_criteria_point_to_barriers_that_exist() -> None:
    barriers = {code.code for code in get_codebook("barriers").codes}
    assert {code for criterion in get_rubric().criteria for code in criterion.barriers} <= barriers


def test_protocols_p1_to_p6_can_be_printed_as_a_flow() -> None:
    protocols = list_protocols()
    assert [protocol.code for protocol in protocols] == ["P1", "P2", "P3", "P4", "P5", "P6"]
    for protocol in protocols:
        assert 5 <= len(protocol.steps) <= 8
        assert all(len(step.branches) in (0, 3) for step in protocol.steps)
        assert len(protocol.never_send) >= 3
        assert all(len(step.clock) <= 12 for step in protocol.steps)


def test_the_urgent_protocol_asks_for_one_of_three_kinds_of_help() -> None:
    on_scene = get_protocol("urgent").steps[3]
    assert [branch.title for branch in on_scene.branches] == ["Stand by", "Assist", "Take over"]


def test_protocols_and_ladder_feed_measures_that_exist() -> None:
    measures = {measure.code for measure in get_measure_library().measures}
    for holder in (*list_protocols(), get_ladder()):
        assert set(holder.measures) <= measures


def test_the_ladder_takes_22_school_days_to_the_heads() -> None:
    ladder = get_ladder()
    assert [step.days for step in ladder.steps] == [0, 2, 5, 5, 10, None]
    assert [ladder.days_until(number) for number in range(6)] == [0, 2, 7, 12, 22, None]
    assert len(ladder.rules) == 3


def test_every_decision_of_the_matrix_is_there() -> None:
    matrix = get_decision_matrix()
    assert len(matrix.decisions) == 26
    assert len(matrix.offices) == 7
    assert [section.title for section in matrix.sections] == [
        "School matters",
        "Police matters",
        "Information",
        "The program",
    ]


def test_exactly_one_office_decides_or_two_jointly() -> None:
    for row in get_decision_matrix().decisions:
        deciding = Counter(part for part in row.parts.values() if part in DECIDING)
        assert deciding in (Counter({Part.DECIDES: 1}), Counter({Part.DECIDES_JOINTLY: 2})), row.code


@pytest.mark.parametrize(
    ("decision", "office"),
    [
        ("school_rules", "principal"),
        ("arrest", "officer"),
        ("law_broken", "officer"),
        ("support_plan", "counselor"),
        ("school_record", "principal"),
        ("schedule", "agency"),
        ("call_911", "agency"),
        ("release", "principal"),
    ],
)
def test_discipline_is_the_schools_and_law_is_the_officers(decision: str, office: str) -> None:
    row = next(row for row in get_decision_matrix().decisions if row.code == decision)
    assert row.parts[office] is Part.DECIDES


def test_the_catalog_holds_t01_to_t18_with_their_hours() -> None:
    catalog = get_training_catalog()
    assert [training.code for training in catalog.trainings] == [f"T{number:02d}" for number in range(1, 19)]
    hours = [40, 3, 2, 3, 6, 4, 3, 8, 4, 3, 3, 3, 6, 6, 3, None, 2, 2]
    assert [training.hours for training in catalog.trainings] == hours
    assert [training.code for training in catalog.trainings if training.core] == [
        "T01",
        "T02",
        "T03",
        "T05",
        "T15",
    ]
    assert all(training.groups for training in catalog.trainings)
    assert catalog.get_training("T18").groups == (Group.SUP,)


def test_sara_has_four_phases() -> None:
    phases = [phase.title for phase in get_checklist("sara").phases]
    assert phases == ["Scanning", "Analysis", "Response", "Assessment"]


def test_there_are_32_measures_in_order() -> None:
    measures = get_measure_library().measures
    assert [measure.code for measure in measures] == [f"K{number:02d}" for number in range(1, 33)]


@pytest.mark.parametrize(
    ("direction", "codes"),
    [
        (Direction.LOWER, "K01 K02 K04 K05 K07 K08 K09 K11 K13 K17 K30"),
        (Direction.HIGHER, "K12 K14 K15 K16 K20 K21 K22 K23 K24 K25 K27 K28 K29 K31 K32"),
        (Direction.CONTEXT, "K03 K06 K26"),
        (Direction.BAND, "K10 K18 K19"),
    ],
)
def test_measures_have_the_direction_of_the_table(direction: Direction, codes: str) -> None:
    assert [
        each.code for each in get_measure_library().measures if each.direction is direction
    ] == codes.split()


def test_measures_of_police_contact_are_balanced_by_suspensions() -> None:
    library = get_measure_library()
    for code in ("K01", "K02", "K03", "K04"):
        assert library.get_measure(code).balance == ("K09",)


def test_differences_between_groups_of_students_are_opt_in_and_take_no_target() -> None:
    measure = get_measure_library().get_measure("K10")
    assert measure.opt_in
    assert not measure.takes_target
    assert [each.code for each in get_measure_library().measures if each.opt_in] == ["K10"]


def test_every_rate_says_what_is_divided_by_what() -> None:
    for measure in get_measure_library().measures:
        if measure.per is not None:
            assert measure.numerator, measure.code
            assert measure.denominator, measure.code
        assert measure.frequency
        assert set(measure.frequency) <= set(Frequency)
        assert measure.caveats


def test_referral_is_defined_in_five_elements() -> None:
    definitions = {definition.code: definition for definition in get_measure_library().definitions}
    assert len(definitions["crdc_referral"].elements) == 5
    assert get_measure_library().get_measure("K01").defined_by == ("crdc_referral",)


def test_meetings_m1_to_m8_have_an_agenda() -> None:
    meetings = get_meeting_library().meetings
    assert [meeting.code for meeting in meetings] == [f"M{number}" for number in range(1, 9)]
    assert all(meeting.agenda for meeting in meetings)
    assert {meeting.cadence for meeting in meetings} == set(Cadence)


def test_there_are_nineteen_partner_types() -> None:
    assert len(get_partner_types().types) == 19


def test_eighteen_documents_are_asked_for_and_serve_every_criterion() -> None:
    requests = get_request_list().requests
    assert [request.code for request in requests] == [f"D{number:02d}" for number in range(1, 19)]
    served = {code for request in requests for code in request.criteria}
    criteria = {criterion.code for criterion in get_rubric().criteria}
    assert served <= criteria
    assert {"A1", "I2", "I3", "C3"} <= served


def test_the_glossary_is_in_alphabetical_order_and_explains_each_term_once() -> None:
    terms = [term.term for term in get_glossary().terms]
    assert terms == sorted(terms, key=str.casefold)
    assert len(terms) == len(set(terms))
    printed = {term.term for term in get_glossary().terms if term.printed}
    assert {"Agreement", "Baseline", "Confidence", "Corroborated", "Favorable", "n", "Rubric"} <= printed
