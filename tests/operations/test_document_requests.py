"""Documents are asked for, waited for and answered; what is missing blocks what it would help to rate."""

from datetime import date
from pathlib import Path

import pytest

from assessor.operations import document_requests as requests
from assessor.operations import policy_reviews
from assessor.operations.document_imports import import_document
from assessor.operations.document_requests import RequestRow
from assessor.operations.documents import list_documents, remove_document
from assessor.progress import finish
from assessor.store import Engagement
from assessor.terms import CannotDo, RequestState

ASKED, DUE, CAME = date(2026, 9, 1), date(2026, 9, 18), date(2026, 9, 10)


@pytest.fixture
def listed(engagement: Engagement) -> Engagement:
    """The shipped list, nothing asked yet."""
    assert requests.begin_requests(engagement) == 18
    return engagement


@pytest.fixture
def document(listed: Engagement, tmp_path: Path) -> str:
    path = tmp_path / "agreement.txt"
    path.write_text("The SRO shall not discipline students.", encoding="utf-8")
    finish(import_document(listed, path))
    return list_documents(listed)[0].id


def _find(engagement: Engagement, key: str) -> RequestRow:
    return next(row for row in requests.list_requests(engagement) if row.key == key)


def test_the_shipped_list_is_taken_over_once(listed: Engagement) -> None:
    rows = requests.list_requests(listed)
    assert [row.key for row in rows] == [f"D{number:02}" for number in range(1, 19)]
    assert {row.state for row in rows} == {RequestState.NOT_ASKED}
    assert (rows[0].asked_of, rows[0].criteria[:2]) == ("District and agency", ("A1", "A2"))
    assert requests.begin_requests(listed) == 0


def test_what_was_taken_off_comes_back_with_the_shipped_list(listed: Engagement) -> None:
    requests.remove_request(listed, _find(listed, "D15").id)
    assert requests.begin_requests(listed) == 1


def test_ones_own_request_stands_at_the_end(listed: Engagement) -> None:
    new = requests.add_request(listed, "Bus contract", asked_of="District")
    last = requests.list_requests(listed)[-1]
    assert (last.id, last.title, last.criteria) == (new, "Bus contract", ())


def test_asking_sets_the_days_of_those_not_asked_yet(listed: Engagement) -> None:
    rows = requests.list_requests(listed)
    requests.set_request_state(listed, rows[0].id, RequestState.RECEIVED, CAME)
    assert requests.ask_for_documents(listed, [row.id for row in rows], ASKED, DUE) == 17
    assert _find(listed, "D01").asked_on == CAME
    asked = _find(listed, "D02")
    assert (asked.state, asked.asked_on, asked.due_on) == (RequestState.ASKED, ASKED, DUE)


@pytest.mark.parametrize(
    ("state", "is_answered"),
    [
        (RequestState.NOT_ASKED, False),
        (RequestState.ASKED, False),
        (RequestState.RECEIVED, True),
        (RequestState.PARTLY, True),
        (RequestState.REFUSED, True),
        (RequestState.DOES_NOT_EXIST, True),
    ],
)
def test_any_word_of_the_client_is_an_answer(
    listed: Engagement, state: RequestState, is_answered: bool
) -> None:
    request = _find(listed, "D01").id
    requests.set_request_state(listed, request, state, CAME)
    row = _find(listed, "D01")
    assert row.is_answered is is_answered
    assert row.answered_on == (CAME if is_answered else None)
    assert row.asked_on == (None if state is RequestState.NOT_ASKED else CAME)


def test_a_state_taken_back_takes_its_days_along(listed: Engagement) -> None:
    request = _find(listed, "D01").id
    requests.set_request_state(listed, request, RequestState.REFUSED, CAME)
    requests.set_request_state(listed, request, RequestState.NOT_ASKED, CAME)
    row = _find(listed, "D01")
    assert (row.asked_on, row.answered_on) == (None, None)


def test_overdue_is_what_is_waited_for_past_its_day(listed: Engagement) -> None:
    request = _find(listed, "D01").id
    requests.ask_for_documents(listed, [request], ASKED, DUE)
    row = _find(listed, "D01")
    assert [row.days_overdue(day) for day in (DUE, date(2026, 9, 19), date(2026, 9, 30))] == [0, 1, 12]
    requests.set_request_state(listed, request, RequestState.DOES_NOT_EXIST, CAME)
    assert _find(listed, "D01").days_overdue(date(2026, 9, 30)) == 0


def test_a_document_answers_a_request(listed: Engagement, document: str) -> None:
    request = _find(listed, "D01").id
    requests.answer_request_with(listed, request, document, CAME)
    row = _find(listed, "D01")
    assert (row.state, row.answered_on) == (RequestState.RECEIVED, CAME)
    assert [each.id for each in row.documents] == [document]
    with pytest.raises(CannotDo, match="answers “Agreement and all amendments” already"):
        requests.answer_request_with(listed, request, document, CAME)
    requests.untie_document(listed, request, document)
    assert _find(listed, "D01").documents == ()


def test_part_of_an_answer_stays_part_of_one(listed: Engagement, document: str) -> None:
    request = _find(listed, "D14").id
    requests.set_request_state(listed, request, RequestState.PARTLY, CAME)
    requests.answer_request_with(listed, request, document, CAME)
    assert _find(listed, "D14").state is RequestState.PARTLY


def test_a_document_is_offered_only_what_is_still_open(listed: Engagement, document: str) -> None:
    requests.answer_request_with(listed, _find(listed, "D01").id, document, CAME)
    requests.set_request_state(listed, _find(listed, "D02").id, RequestState.REFUSED, CAME)
    offered = {row.key for row in requests.list_requests_to_answer(listed, document)}
    assert "D03" in offered
    assert not {"D01", "D02"} & offered


def test_a_removed_document_leaves_its_request(listed: Engagement, document: str) -> None:
    requests.answer_request_with(listed, _find(listed, "D01").id, document, CAME)
    remove_document(listed, document)
    assert _find(listed, "D01").documents == ()


def test_a_criterion_is_blocked_while_all_that_helps_is_missing(listed: Engagement) -> None:
    blocked = {each.code: each for each in requests.list_blocked_criteria(listed)}
    assert blocked["C2"].waits_for == ("Designation of the law-enforcement unit",)
    assert blocked["A1"].is_critical
    requests.set_request_state(listed, _find(listed, "D10").id, RequestState.DOES_NOT_EXIST, CAME)
    assert "C2" not in {each.code for each in requests.list_blocked_criteria(listed)}
    requests.set_request_state(listed, _find(listed, "D01").id, RequestState.REFUSED, CAME)
    still = {each.code for each in requests.list_blocked_criteria(listed)}
    assert "A1" in still
    requests.set_request_state(listed, _find(listed, "D07").id, RequestState.PARTLY, CAME)
    assert "F3" not in {each.code for each in requests.list_blocked_criteria(listed)}


def test_a_criterion_that_is_rated_is_not_blocked(listed: Engagement, document: str) -> None:
    review = policy_reviews.begin_review(listed, document, "J. Reyes", on=CAME)
    policy_reviews.rate_criterion(listed, review, "A1", 2, on=CAME)
    assert "A1" not in {each.code for each in requests.list_blocked_criteria(listed)}


def test_without_a_list_nothing_is_blocked_and_no_letter_written(engagement: Engagement) -> None:
    assert requests.list_blocked_criteria(engagement) == []
    assert requests.write_letter(engagement) == ""


def test_the_letter_asks_for_what_is_open_and_says_by_when(listed: Engagement) -> None:
    rows = requests.list_requests(listed)
    requests.ask_for_documents(listed, [row.id for row in rows], ASKED, DUE)
    for row in rows[1:]:
        requests.set_request_state(listed, row.id, RequestState.RECEIVED, CAME)
    letter = requests.write_letter(listed)
    assert "take out student names" in letter
    assert "Please answer by September 18, 2026." in letter
    assert "1. Agreement and all amendments (District and agency): The memorandum" in letter
    assert "2. " not in letter


def test_the_letter_says_what_is_missing_of_a_part(listed: Engagement) -> None:
    request = _find(listed, "D14").id
    requests.set_request_state(listed, request, RequestState.PARTLY, CAME)
    requests.edit_request(listed, request, note="Counts of citations.", due_on=DUE)
    letter = requests.write_letter(listed)
    assert "Still missing: Counts of citations. By September 18, 2026." in letter


def test_the_state_has_a_doing_of_its_own(listed: Engagement) -> None:
    with pytest.raises(KeyError):
        requests.edit_request(listed, _find(listed, "D01").id, state=RequestState.RECEIVED)
