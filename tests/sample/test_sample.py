"""The sample engagement: whole, clean, undoable, and the same story every time."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from assessor.operations.audits import list_audits
from assessor.operations.clients import get_client, list_agencies, list_sites
from assessor.operations.document_requests import list_requests
from assessor.operations.documents import list_documents
from assessor.operations.evidence.survey_results import SurveyResults
from assessor.operations.findings import list_findings
from assessor.operations.goals import list_goals
from assessor.operations.golden_thread import check_thread
from assessor.operations.histories import list_changes
from assessor.operations.measures.measures import get_measure, list_measures
from assessor.operations.meetings import list_meetings
from assessor.operations.outlines import get_outline
from assessor.operations.participants import list_participants
from assessor.operations.partners import list_partners
from assessor.operations.policy_reviews import list_reviews
from assessor.operations.protocols import list_protocols
from assessor.operations.second_readings import compare_readings
from assessor.operations.sittings import list_sittings
from assessor.operations.surveys.survey_waves import list_waves
from assessor.operations.trainings import list_trainings
from assessor.progress import Progress, finish
from assessor.sample import make_sample
from assessor.store import Engagement, copies
from assessor.store.errors import AlreadyThere
from assessor.terms import ActionStatus, FindingKind, Group, SittingKind

LONG_GROUP = 80
"""Lines from which a focus group counts as one of real length."""


def tables_of(engagement: Engagement) -> dict[str, list[dict[str, Any]]]:
    """Every table of an engagement, as exported."""
    tables: dict[str, list[dict[str, Any]]] = json.loads(copies.dump(engagement))["tables"]
    return tables


def test_the_district_has_five_schools_and_three_officers(sample: Engagement) -> None:
    assert get_client(sample).name == "Larkfield Unified"
    assert [agency.name for agency in list_agencies(sample)] == ["Larkfield Police Department"]
    assert len(list_sites(sample)) == 5
    assert len(list_participants(sample, Group.SRO)) == 3


def test_every_stakeholder_group_takes_part(sample: Engagement) -> None:
    groups = Counter(person.group for person in list_participants(sample))
    assert set(groups) == set(Group)
    assert sum(groups.values()) >= 105


def test_two_focus_groups_and_more_are_of_real_length(sample: Engagement) -> None:
    groups = {row.title: row.remarks for row in list_sittings(sample, SittingKind.FOCUS_GROUP)}
    assert groups["Teachers, Ridge Middle"] >= LONG_GROUP
    assert groups["Students, North High"] >= LONG_GROUP
    assert groups["Parents and guardians, Oak Elementary"] >= LONG_GROUP / 2


def test_people_are_heard_by_every_kind_of_sitting(sample: Engagement) -> None:
    held = [row for row in list_sittings(sample) if row.ended_at is not None]
    assert Counter(row.kind for row in held) == {
        SittingKind.INTERVIEW: 11,
        SittingKind.FOCUS_GROUP: 6,
        SittingKind.OBSERVATION: 3,
        SittingKind.JOINT_SESSION: 1,
    }
    assert Counter(row.group for row in held if row.kind is SittingKind.INTERVIEW) == {
        Group.SRO: 3,
        Group.ADM: 5,
        Group.SUP: 1,
        Group.PRT: 2,
    }


def test_the_wave_holds_the_answers_of_five_groups(sample: Engagement) -> None:
    (wave,) = list_waves(sample)
    answers = {asked.group: (asked.invited, asked.answers) for asked in wave.groups}
    assert answers == {
        Group.SRO: (3, 3),
        Group.ADM: (9, 9),
        Group.TCH: (168, 70),
        Group.STU: (412, 180),
        Group.PAR: (610, 55),
    }


def test_the_agreement_is_read_to_its_last_criterion(sample: Engagement) -> None:
    documents = {row.title: row.pages for row in list_documents(sample)}
    review = max(list_reviews(sample), key=lambda reading: reading.rated)
    assert documents["Memorandum of agreement"] == 11
    assert len(documents) == 3
    assert review.rated == 45
    assert all(row.practice and row.note for row in review.ratings.values())
    assert all(row.passages for row in review.ratings.values() if row.level)


def test_twelve_findings_hold_strengths_and_an_opening(sample: Engagement) -> None:
    kinds = Counter(row.kind for row in list_findings(sample))
    assert kinds == {FindingKind.BARRIER: 8, FindingKind.STRENGTH: 3, FindingKind.OPPORTUNITY: 1}


def test_six_goals_are_half_carried_out(sample: Engagement) -> None:
    outline = get_outline(sample, get_client(sample).agreement_renews_on)
    statuses = Counter(action.status for action in outline.actions)
    done = statuses[ActionStatus.DONE] / len(outline.actions)
    assert len(list_goals(sample)) == 6
    assert 0.4 <= done <= 0.65
    assert statuses[ActionStatus.IN_PROGRESS]
    assert statuses[ActionStatus.BLOCKED]
    assert statuses[ActionStatus.NOT_STARTED]


def test_the_year_has_measures_meetings_trainings_and_partners(sample: Engagement) -> None:
    calls = next(row for row in list_measures(sample) if row.code == "K06")
    assert [value.period_label for value in get_measure(sample, calls.id).values][::14] == [
        "Sep 25",
        "Jan 27",
    ]
    assert {meeting.kind for meeting in list_meetings(sample)} >= {f"M{n}" for n in range(2, 9)}
    assert len(list_protocols(sample)) == 6
    assert any(row.attended for row in list_trainings(sample))
    assert len(list_partners(sample)) == 8


def test_the_golden_thread_holds_throughout(sample: Engagement) -> None:
    assert [(end.rule, end.sentence) for end in check_thread(sample)] == []
    assert sample.check_integrity() == []


def test_key_figures_of_strengths_are_what_the_survey_says(sample: Engagement) -> None:
    (wave,) = list_waves(sample)
    with sample.reading() as session:
        results = SurveyResults(session)
        found = [
            results.get(wave.id, code, group)
            for code, group in (("TRU5", Group.STU), ("RES1", Group.TCH), ("GOA4", Group.TCH))
        ]
    figures = {row["key_figure"] for row in tables_of(sample)["finding"]} - {""}
    assert figures == {each.words.partition(" ")[0] for each in found if each}


def test_a_second_reader_agrees_well_though_not_throughout(sample: Engagement) -> None:
    review = max(list_reviews(sample), key=lambda reading: reading.rated)
    found = compare_readings(sample, review.id)
    assert found is not None
    assert found.agreement.kappa is not None
    assert found.agreement.kappa > 0.6
    assert found.differences


def test_the_agreements_baseline_is_its_score(sample: Engagement) -> None:
    review = max(list_reviews(sample), key=lambda reading: reading.rated)
    score = next(row for row in list_measures(sample) if row.code == "K32")
    assert review.score.percent is not None
    assert score.baseline == round(review.score.percent)


def test_every_change_has_a_label_and_none_is_endless(sample: Engagement) -> None:
    changes = list_changes(sample, limit=5000)
    assert len(changes) > 1500
    assert all(change.sentence for change in changes)


def test_the_last_hundred_changes_are_undone_and_done_again(own_sample: Engagement) -> None:
    before = _without_journal(tables_of(own_sample))
    labels = [own_sample.undo() for _ in range(100)]
    assert _without_journal(tables_of(own_sample)) != before
    assert [own_sample.redo() for _ in range(100)] == labels[::-1]
    assert _without_journal(tables_of(own_sample)) == before


def test_undoing_everything_leaves_only_the_beginning(own_sample: Engagement) -> None:
    while own_sample.can_undo():
        own_sample.undo()
    left = {name: rows for name, rows in _without_journal(tables_of(own_sample)).items() if rows}
    assert set(left) <= {"attachment", "client", "cycle", "plan"}
    assert [len(left[table]) for table in ("client", "cycle", "plan")] == [1, 1, 1]


def test_two_builds_tell_the_same_story(sample: Engagement, tmp_path: Path) -> None:
    path = tmp_path / "again.assessor"
    finish(make_sample(path))
    with Engagement.open(path) as again:
        assert _story(tables_of(again)) == _story(tables_of(sample))


def test_a_sample_can_have_a_passphrase(tmp_path: Path) -> None:
    path = tmp_path / "sealed.assessor"
    work = make_sample(path, "correct horse")
    assert isinstance(next(work), Progress)
    finish(work)
    with Engagement.open(path, "correct horse") as engagement:
        assert engagement.is_encrypted


def test_a_canceled_sample_leaves_no_file(tmp_path: Path) -> None:
    work = make_sample(tmp_path / "half.assessor")
    for _ in range(8):
        next(work)
    work.close()
    assert list(tmp_path.iterdir()) == []


def test_a_sample_never_takes_the_place_of_a_file(built: Path) -> None:
    with pytest.raises(AlreadyThere):
        finish(make_sample(built))
    assert built.stat().st_size > 0


def test_progress_counts_up_to_its_end(tmp_path: Path) -> None:
    steps = list(make_sample(tmp_path / "counted.assessor"))
    assert [step.done for step in steps] == sorted(step.done for step in steps)
    assert steps[-1].done == steps[-1].total


def _without_journal(tables: dict[str, list[dict[str, Any]]]) -> dict[str, list[dict[str, Any]]]:
    return {name: rows for name, rows in tables.items() if name not in {"change", "row_change"}}


def _story(tables: dict[str, list[dict[str, Any]]]) -> dict[str, list[str]]:
    """What is told, without ids, hashes of files made meanwhile, and moments of the journal."""
    told = _without_journal(tables)
    return {name: sorted(_told(row) for row in rows) for name, rows in told.items()}


def _told(row: dict[str, Any]) -> str:
    kept = {name: value for name, value in row.items() if name not in {"imported_at"}}
    return re.sub(r"\b[0-9a-f]{32}\b", "", json.dumps(kept, sort_keys=True))


def test_documents_were_asked_for_and_a_school_was_walked(sample: Engagement) -> None:
    requests = list_requests(sample)
    assert len(requests) == 19
    assert sum(row.is_answered for row in requests) == 16
    assert sum(len(row.documents) for row in requests) == 3
    (audit,) = list_audits(sample)
    assert (audit.site, audit.answered) == ("North High", 46)
