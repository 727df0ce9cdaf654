"""The cover drawing: a dot a person, officers at the center, any number from 1 to 5,000."""

import math
from collections import Counter

import pytest

from assessor.charts.voices import VoiceGroup, draw_voices

GROUPS = (
    VoiceGroup("Officers", 6),
    VoiceGroup("Administrators", 14),
    VoiceGroup("Teachers and staff", 118),
    VoiceGroup("Families", 96),
    VoiceGroup("Students", 214),
)


def dots(chart):
    return [(float(c["cx"]), float(c["cy"]), float(c["r"]), c["fill"]) for c in chart.elements("circle")]


def test_each_person_has_a_dot_of_the_groups_color(read_chart, paper):
    drawing = draw_voices(GROUPS, paper, "448 people took part.")
    counts = Counter(fill for *_, fill in dots(read_chart(drawing.svg)))
    assert drawing.people_per_dot == 1
    assert sorted(counts.values()) == [6, 14, 96, 118, 214]
    assert counts[paper.colors.rings[0]] == 6


def test_officers_are_at_the_center_and_groups_follow_outward(read_chart, paper):
    chart = read_chart(draw_voices(GROUPS, paper, "").svg)
    found = dots(chart)
    middle, base = chart.width / 2, max(y for _, y, _, _ in found)
    away = [math.hypot(x - middle, y - base) for x, y, _, _ in found]
    fills = [fill for *_, fill in found]
    assert away == pytest.approx(sorted(away), abs=0.05)
    assert fills.index(paper.colors.rings[0]) == 0


@pytest.mark.parametrize("people", [1, 2, 3, 7, 20, 61, 200, 448, 1000, 2500])
def test_dots_never_touch_and_none_is_lost(read_chart, paper, people):
    groups = [
        VoiceGroup("Officers", max(1, people // 20)),
        VoiceGroup("Others", people - max(1, people // 20)),
    ]
    found = dots(read_chart(draw_voices(groups, paper, "").svg))
    assert len(found) == people
    spots = sorted((x, y, r) for x, y, r, _ in found)
    for place, (x, y, r) in enumerate(spots):
        for other_x, other_y, other_r in spots[place + 1 :]:
            if other_x - x > 2 * r:
                break
            assert math.hypot(other_x - x, other_y - y) > r + other_r


@pytest.mark.parametrize(("people", "per_dot"), [(2500, 1), (2501, 2), (5000, 2), (5001, 5), (60000, 50)])
def test_a_dot_stands_for_a_round_number_of_people(paper, people, per_dot):
    assert draw_voices([VoiceGroup("All", people)], paper, "").people_per_dot == per_dot


def test_a_small_group_keeps_a_dot_among_thousands(read_chart, paper):
    drawing = draw_voices([VoiceGroup("Officers", 1), VoiceGroup("Students", 4999)], paper, "")
    fills = [fill for *_, fill in dots(read_chart(drawing.svg))]
    assert fills.count(paper.colors.rings[0]) == 1


@pytest.mark.parametrize("count", range(1, 10))
def test_each_of_many_groups_has_a_color_of_its_own(read_chart, style, count):
    groups = [VoiceGroup(f"Group {place}", 10) for place in range(count)]
    assert len({fill for *_, fill in dots(read_chart(draw_voices(groups, style, "").svg))}) == count


def test_the_title_states_the_counts(read_chart, paper):
    title = read_chart(
        draw_voices([*GROUPS[:1], VoiceGroup("None", 0), *GROUPS[4:]], paper, "Many.").svg
    ).title
    assert title == "Many. Officers: 6; Students: 214."


def test_no_one_hostile_labels_and_negative_counts(read_chart, style, hostile):
    assert read_chart(draw_voices([], style, "").svg).said() == ["No one has taken part yet."]
    read_chart(draw_voices([VoiceGroup(hostile, 3)], style, hostile).svg)
    with pytest.raises(ValueError, match="0 people or more"):
        draw_voices([VoiceGroup("a", -1)], style, "")


def test_the_same_people_give_the_same_bytes(paper):
    assert draw_voices(GROUPS, paper, "x") == draw_voices(GROUPS, paper, "x")
