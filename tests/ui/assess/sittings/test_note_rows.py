"""Notes as rows that change in place, and the clock that stamps them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from pytestqt.modeltest import ModelTester

from assessor.operations.remarks import RemarkRow
from assessor.terms import Clearance, Fidelity, RemarkKind
from assessor.ui.assess.room.steady_clock import SteadyClock
from assessor.ui.assess.sittings.note_rows import NotesModel, QuestionRow, note_rows, question_place

TEN = datetime(2026, 11, 12, 10, tzinfo=UTC)


def remark(name: str, question: str = "") -> RemarkRow:
    return RemarkRow(
        id=name,
        position=0,
        said_at=TEN,
        ended_at=None,
        question=question,
        kind=RemarkKind.SAID,
        fidelity=Fidelity.PARAPHRASE,
        text=name,
        is_quote=False,
        clearance=Clearance.NOT_REVIEWED,
        agree=None,
        dissent=None,
        present=None,
        setting="",
        behavior="",
        speakers=(),
        speaker_ids=(),
        codes=(),
        agreeing=(),
        dissenting=(),
        neutral=(),
        refusing=(),
    )


def test_a_ruled_row_stands_before_each_run_of_a_question() -> None:
    rows = note_rows(
        [remark("a"), remark("b", "T1"), remark("c", "T1"), remark("d", "T2"), remark("e", "T1")],
        {"T1": "One?", "T2": "Two?"},
    )

    assert [row.code if isinstance(row, QuestionRow) else row.id for row in rows] == [
        *("a", "T1", "b", "c", "T2", "d", "T1", "e")
    ]


def test_a_question_just_asked_has_its_row_before_anything_is_said() -> None:
    assert note_rows([remark("a", "T1")], {"T2": "Two?"}, "T2", TEN)[-1] == QuestionRow(
        question_place("T2", TEN), "T2", "Two?", TEN
    )
    assert isinstance(note_rows([remark("a", "T1")], {}, "T1", TEN)[-1], RemarkRow)


def test_rows_come_and_go_in_the_middle_and_keep_their_words(qtmodeltester: ModelTester) -> None:
    model = NotesModel()
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))
    a, b, c, d = (remark(name) for name in "abcd")
    qtmodeltester.check(model)
    for rows in ([a, b, c], [a, c], [a, d, c], [d], [], [a, b], [replace(a, text="other"), b]):
        model.show_rows(rows)
        assert model.rows == rows
    assert resets == []


def test_a_clock_set_back_does_not_set_the_stamps_back() -> None:
    wall, counted = [TEN], [0.0]
    clock = SteadyClock(lambda: wall[0], lambda: counted[0])
    counted[0], wall[0] = 60.0, TEN - timedelta(hours=1)

    assert clock.now() == TEN + timedelta(seconds=60)


def test_sleep_of_the_computer_is_counted() -> None:
    wall, counted = [TEN], [0.0]
    clock = SteadyClock(lambda: wall[0], lambda: counted[0])
    wall[0] = TEN + timedelta(minutes=20)
    assert clock.now() == TEN + timedelta(minutes=20)

    counted[0], wall[0] = 2.0, TEN + timedelta(minutes=20, seconds=2)
    assert clock.now() == TEN + timedelta(minutes=20, seconds=2)
