"""Evidence is tied to the place it comes from and says what it says there."""

from datetime import timedelta

import pytest
from sqlalchemy import delete

from assessor.model import Client, CriterionRating, Participant, Remark
from assessor.operations import evidence, findings
from assessor.operations.evidence import EvidenceKind, EvidenceRow
from assessor.terms import CannotDo, Clearance, FindingKind, Group, Method, SittingKind, Stance


@pytest.fixture
def finding(assessed):
    return findings.add_finding(assessed.engagement, FindingKind.BARRIER, "Staff call the SRO")


def the_only(assessed, finding) -> EvidenceRow:
    (row,) = evidence.list_evidence(assessed.engagement, finding)
    return row


def change(assessed, noun, row_id, **values):
    with assessed.engagement.change("Change") as session:
        row = session.get(noun, row_id)
        for name, value in values.items():
            setattr(row, name, value)


def test_a_remark_says_who_where_the_words_and_how_many_agree(assessed, finding):
    evidence.tie_remark(assessed.engagement, finding, assessed.group_remark)
    row = the_only(assessed, finding)
    assert (row.method, row.heading, row.words) == (
        Method.FGD,
        "Teachers, Ridge Middle",
        "Nobody ever showed us a list.",
    )
    assert (row.note, row.is_quote, row.groups, row.is_cleared) == ("6 of 8 agree", True, (Group.TCH,), True)


def test_a_passage_says_document_criterion_and_place(assessed, finding):
    evidence.tie_passage(assessed.engagement, finding, assessed.passage)
    row = the_only(assessed, finding)
    assert (row.heading, row.note) == ("Agreement, B4", "p. 4, § 3.4")
    assert row.words == "shall contact the SRO or the office"


def test_a_rating_says_its_level_and_the_passage_it_cites(assessed, finding):
    evidence.tie_rating(assessed.engagement, finding, assessed.rating)
    row = the_only(assessed, finding)
    assert (row.method, row.heading, row.note) == (Method.DOC, "Agreement, B4 at level 1", "p. 4, § 3.4")
    assert row.is_quote


def test_a_rating_without_a_passage_says_what_its_level_means(assessed, finding):
    evidence.tie_rating(assessed.engagement, finding, "bare_rating")
    row = the_only(assessed, finding)
    assert row.words.startswith("Entry, notice to the principal")
    assert not row.is_quote


def test_a_survey_result_says_share_and_number(assessed, finding):
    evidence.tie_survey_result(assessed.engagement, finding, assessed.wave, "ROL6", Group.TCH)
    row = the_only(assessed, finding)
    assert (row.heading, row.words, row.note) == (
        "Survey: I know when to call the SRO",
        "42% agree, n 38",
        "Wave 1",
    )


def test_a_construct_goes_by_its_name_and_its_favorable_share(assessed, finding):
    evidence.tie_survey_result(assessed.engagement, finding, assessed.wave, "ROL", Group.PAR)
    row = the_only(assessed, finding)
    assert row.heading.startswith("Survey: ")
    assert row.heading != "Survey: ROL"
    assert row.words == "≥ 95% favorable, n 40"


def test_a_result_of_too_few_is_hidden(assessed, finding):
    evidence.tie_survey_result(assessed.engagement, finding, assessed.wave, "ROL6", Group.STU)
    row = the_only(assessed, finding)
    assert row.is_hidden
    assert "3" not in row.words
    assert row.words.startswith("n < 5")


def test_the_threshold_is_the_clients(assessed, finding):
    with assessed.engagement.change("Add client") as session:
        session.add(Client(name="Larkfield", internal_threshold=50))
    evidence.tie_survey_result(assessed.engagement, finding, assessed.wave, "ROL6", Group.PAR)
    assert the_only(assessed, finding).is_hidden


def test_a_measure_says_its_newest_value(assessed, finding):
    evidence.tie_measure(assessed.engagement, finding, assessed.measure)
    row = the_only(assessed, finding)
    assert (row.heading, row.words, row.note) == (
        "Calls for school-rule matters, Sep–Oct",
        "62%",
        "3 schools",
    )


def test_interviews_are_counted_by_whether_they_raised_it(assessed, finding):
    evidence.tie_remark(assessed.engagement, finding, assessed.interview_remark)
    evidence.tie_sitting(assessed.engagement, finding, assessed.interview)
    row = evidence.list_evidence(assessed.engagement, finding)[1]
    assert (row.heading, row.words, row.note) == ("Interviews, SROs", "Raised by 1 of 2", "Nov 3–4")


def test_a_partner_interview_is_a_method_of_its_own(assessed, finding):
    with assessed.engagement.change("Meet") as session:
        from assessor.model import Sitting

        session.add(Sitting(id="partner", kind=SittingKind.INTERVIEW, title="Youth center", group=Group.PRT))
    evidence.tie_sitting(assessed.engagement, finding, "partner")
    row = the_only(assessed, finding)
    assert (row.method, row.heading) == (Method.PRT, "Youth center")


def test_the_same_thing_is_tied_only_once(assessed, finding):
    evidence.tie_remark(assessed.engagement, finding, assessed.group_remark)
    with pytest.raises(CannotDo, match="tied to the finding already"):
        evidence.tie_remark(assessed.engagement, finding, assessed.group_remark)
    assert len(evidence.list_evidence(assessed.engagement, finding)) == 1


def test_what_is_removed_cannot_be_tied(assessed, finding):
    with pytest.raises(CannotDo, match="removed meanwhile"):
        evidence.tie_remark(assessed.engagement, finding, "nothing")
    with pytest.raises(CannotDo, match="removed meanwhile"):
        evidence.tie_passage(assessed.engagement, "nothing", assessed.passage)


def test_evidence_against_comes_last_and_is_weighed(assessed, finding):
    against = evidence.tie_remark(assessed.engagement, finding, assessed.group_remark, Stance.AGAINST)
    evidence.tie_passage(assessed.engagement, finding, assessed.passage)
    rows = evidence.list_evidence(assessed.engagement, finding)
    assert [row.stance for row in rows] == [Stance.FOR, Stance.AGAINST]
    assert (rows[1].heading, rows[1].note) == ("Against: teachers, Ridge Middle", "not weighed yet")
    evidence.weigh_evidence(assessed.engagement, against, "Only one of seven schools.")
    assert evidence.list_evidence(assessed.engagement, finding)[1].note == "weighed"


def test_a_changed_stance_moves_it_to_the_other_side(assessed, finding):
    tied = evidence.tie_remark(assessed.engagement, finding, assessed.group_remark)
    evidence.set_stance(assessed.engagement, tied, Stance.AGAINST)
    assert the_only(assessed, finding).stance is Stance.AGAINST


def test_a_later_change_shows_until_it_is_accepted(assessed, finding):
    tied = evidence.tie_rating(assessed.engagement, finding, assessed.rating)
    assert not the_only(assessed, finding).has_changed
    change(assessed, CriterionRating, assessed.rating, level=2)
    row = the_only(assessed, finding)
    assert (row.has_changed, row.seen_as) == (True, "at level 1")
    evidence.accept_evidence_as_it_is(assessed.engagement, tied)
    assert not the_only(assessed, finding).has_changed


def test_what_was_removed_since_says_what_it_was(assessed, finding):
    evidence.tie_remark(assessed.engagement, finding, assessed.group_remark)
    with assessed.engagement.change("Remove remark") as session:
        session.execute(delete(Remark).where(Remark.id == assessed.group_remark))
    row = the_only(assessed, finding)
    assert (row.kind, row.is_withdrawn) == (EvidenceKind.GONE, True)
    assert row.words == "Nobody ever showed us a list. · 6 of 8 agree"


def test_who_no_longer_takes_part_withdraws_what_was_said(assessed, finding):
    evidence.tie_remark(assessed.engagement, finding, assessed.group_remark)
    change(assessed, Participant, "teacher", takes_part=False)
    row = the_only(assessed, finding)
    assert row.is_withdrawn
    assert not row.is_cleared


@pytest.mark.parametrize(
    ("noun", "row_id", "values", "why"),
    [
        (Participant, "teacher", {"may_be_quoted": False}, "TCH-01 did not agree to be quoted"),
        (
            Remark,
            "group_remark",
            {"clearance": Clearance.NOT_REVIEWED},
            "it has not been cleared for quotation",
        ),
        (Remark, "group_remark", {"clearance": Clearance.WITHHELD}, ""),
    ],
)
def test_a_quotation_says_why_it_may_not_be_printed(assessed, finding, noun, row_id, values, why):
    evidence.tie_remark(assessed.engagement, finding, assessed.group_remark)
    change(assessed, noun, row_id, **values)
    assert the_only(assessed, finding).uncleared == why


def test_untying_leaves_the_remark(assessed, finding):
    tied = evidence.tie_remark(assessed.engagement, finding, assessed.group_remark)
    evidence.untie(assessed.engagement, tied)
    assert evidence.list_evidence(assessed.engagement, finding) == []
    assert evidence.list_evidence_candidates(assessed.engagement, "showed")
    assert assessed.engagement.undo() == "Untie evidence"
    assert len(evidence.list_evidence(assessed.engagement, finding)) == 1


def test_candidates_of_every_kind_are_offered(assessed):
    found = evidence.list_evidence_candidates(assessed.engagement)
    assert {each.kind for each in found} == set(EvidenceKind) - {EvidenceKind.GONE}


def test_candidates_hold_every_word_typed(assessed):
    found = evidence.list_evidence_candidates(assessed.engagement, "TEACHERS list")
    assert [each.tie.remark_id for each in found] == [assessed.group_remark]


def test_candidates_of_one_kind_leave_out_what_is_tied(assessed, finding):
    kinds = [EvidenceKind.REMARK]
    before = evidence.list_evidence_candidates(assessed.engagement, finding_id=finding, kinds=kinds)
    evidence.tie_candidate(assessed.engagement, finding, before[0].tie)
    after = evidence.list_evidence_candidates(assessed.engagement, finding_id=finding, kinds=kinds)
    assert [each.tie.target for each in after] == [each.tie.target for each in before[1:]]


def test_hidden_results_are_offered_as_hidden(assessed):
    found = evidence.list_evidence_candidates(assessed.engagement, kinds=[EvidenceKind.SURVEY_RESULT])
    hidden = {each.tie.group for each in found if each.is_hidden}
    assert Group.STU in hidden
    assert not any(each.words.endswith("n 3") for each in found)


def test_sittings_are_offered_once_a_kind_and_group(assessed):
    found = evidence.list_evidence_candidates(assessed.engagement, kinds=[EvidenceKind.SITTING])
    assert sorted(each.heading for each in found) == ["Interviews, SROs", "Teachers 2"]


def test_nothing_assessed_offers_nothing(engagement):
    assert evidence.list_evidence_candidates(engagement) == []
    assert evidence.count_evidence_candidates(engagement) == 0


def test_a_sitting_raises_the_count_when_another_is_held(assessed, finding):
    from assessor.model import Sitting

    evidence.tie_sitting(assessed.engagement, finding, assessed.interview)
    with assessed.engagement.change("Meet") as session:
        first = session.get(Sitting, assessed.interview)
        session.add(
            Sitting(
                kind=first.kind, title="SRO 3", group=first.group, started_at=first.started_at + timedelta(9)
            )
        )
    row = the_only(assessed, finding)
    assert (row.words, row.has_changed) == ("Raised by 0 of 3", True)
