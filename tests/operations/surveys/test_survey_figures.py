"""The figures of a wave: what may be shown is drawn and told, what may not keeps its place and says why."""

from pathlib import Path

import pytest
from tests.operations.survey_waves import bring_in_pictured, bring_in_wave

from assessor.charts.profiles import Reading
from assessor.operations.surveys.survey_figures import (
    breakdown_figure,
    constructs_figure,
    items_figure,
    profile_figure,
    question_figure,
    rates_figure,
)
from assessor.operations.surveys.survey_gap_figures import gap_figure, gap_words, item_gaps
from assessor.operations.surveys.survey_results import Audience, WaveResults, get_breakdown, get_results
from assessor.store import Engagement
from assessor.terms import Group

PAIR = (Group.SRO, Group.ADM)


@pytest.fixture
def wave(engagement: Engagement, tmp_path: Path) -> str:
    return bring_in_pictured(engagement, tmp_path)


@pytest.fixture
def public(engagement: Engagement, wave: str) -> WaveResults:
    return get_results(engagement, wave, Audience.PUBLIC)


@pytest.fixture
def internal(engagement: Engagement, wave: str) -> WaveResults:
    return get_results(engagement, wave, Audience.INTERNAL)


def test_rates_have_the_line_of_what_is_expected_and_hide_small_groups(public: WaveResults) -> None:
    rows = {row.group: row for row in rates_figure(public).rows}
    teachers, officers = rows[Group.TCH], rows[Group.SRO]
    assert (teachers.answered, teachers.invited, teachers.expected) == (38, 92, 60)
    assert teachers.is_low
    assert not rows[Group.STU].is_low
    assert officers.is_hidden
    assert (officers.answered, officers.rate, officers.words) == (None, None, "n < 10, not shown")


def test_a_profile_tells_means_and_bands_of_every_group(public: WaveResults) -> None:
    figure = profile_figure(public)
    groups = [column.group for column in figure.columns]
    row = next(row for row in figure.rows if row.label == "Responsiveness")
    teachers, officers = (row.cells[groups.index(group)] for group in (Group.TCH, Group.SRO))
    assert teachers.mean is not None
    assert teachers.band is Reading.STEADY
    assert officers.is_hidden
    assert not row.cells[groups.index(Group.STU)].is_hidden
    assert figure.columns[groups.index(Group.PRT)].n == "n < 10"


def test_items_keep_hidden_groups_and_name_those_not_asked(public: WaveResults) -> None:
    construct = next(each for each in public.constructs if each.code == "CON")
    block = items_figure(public, construct).blocks[0]
    assert [row.group for row in block.rows] == [Group.SRO, Group.ADM]
    assert block.rows[0].is_hidden
    assert "Not asked of teachers and staff, students, families, partner organizations." in block.note
    assert "Worded to fit each group." in block.note


def test_reverse_worded_items_say_so_and_count_favorable_turned_round(internal: WaveResults) -> None:
    items = [(item, construct) for construct in internal.constructs for item in construct.items]
    item, construct = next(pair for pair in items if pair[0].is_reversed)
    block = next(each for each in items_figure(internal, construct).blocks if each.code == item.code)
    assert block.note.startswith("Worded in reverse: to disagree is favorable.")
    for row in block.rows:
        answers = item.of(row.group)
        assert row.favorable == answers.favorable_words


def test_constructs_stand_by_group_with_those_who_do_not_know(internal: WaveResults) -> None:
    block = constructs_figure(internal).blocks[0]
    assert block.wording == "Communication"
    teachers = next(row for row in block.rows if row.group is Group.TCH)
    assert teachers.dont_know.endswith("%")
    assert teachers.n == internal.constructs[0].of(Group.TCH).n


def test_gaps_are_flagged_and_hidden_where_a_side_is(public: WaveResults, internal: WaveResults) -> None:
    shown = gap_figure(internal.gaps, PAIR, "Gaps", gap_words(internal, PAIR))
    role = next(row for row in shown.rows if row.label == "Role clarity")
    assert role.is_flagged
    assert role.numbers == (6, 14)
    assert role.favorable_gap.startswith("−")
    hidden = gap_figure(public.gaps, PAIR, "Gaps", gap_words(public, PAIR))
    assert all(row.is_hidden and row.gap is None for row in hidden.rows)
    assert "n < 10, not shown" in {row.words for row in hidden.rows}


def test_single_items_come_widest_first(internal: WaveResults) -> None:
    differences = [
        abs(item.difference or 0) for item in item_gaps(internal.gaps) if item.difference is not None
    ]
    assert differences == sorted(differences, reverse=True)
    assert len(differences) > len(internal.gaps)


def test_yes_and_no_is_told_by_group(internal: WaveResults) -> None:
    question = next(each for each in internal.questions if each.kind == "yes_no")
    figure = question_figure(question)
    assert figure.rows
    assert all(row.figure.endswith("%") for row in figure.rows if row.value is not None)


def test_a_breakdown_has_a_row_a_part_and_one_for_all(engagement: Engagement, tmp_path: Path) -> None:
    wave = bring_in_wave(
        engagement, tmp_path, TCH={"SAF1": [1, 2, 3, 4, 5] * 6, "BAND": ["Low"] * 12 + ["High"] * 18}
    )
    found = get_breakdown(engagement, wave, "SAF1", "BAND", Audience.PUBLIC)
    figure = breakdown_figure("Safety by grade band", found, "Together")
    labels = [row.cells[0] for row in figure.table().rows]
    assert labels[-1] == "Together"
    assert {"Low", "High"} <= set(labels)


def test_nothing_hidden_is_in_any_figure(public: WaveResults) -> None:
    figures = [rates_figure(public), profile_figure(public), constructs_figure(public)]
    figures += [items_figure(public, construct) for construct in public.constructs]
    for figure in figures:
        for row in figure.table().rows:
            if row.is_hidden and not row.is_head:
                said = [cell for cell in row.cells[1:] if any(letter.isdigit() for letter in cell)]
                assert all("n < 10" in cell or cell in ("6", "9", "100%") for cell in said), row
