"""Every number of a wave through the whole path is the one pandas works out from the same table."""

from collections.abc import Iterator
from random import Random
from typing import Any

import numpy as np
import pandas as pd
import pytest
from tests.operations.kept_waves import items, keep_wave

from assessor.instruments.item_banks import get_item_bank
from assessor.operations.clients import begin_engagement
from assessor.operations.surveys.survey_results import Answers, Audience, WaveResults, get_results
from assessor.store import Engagement
from assessor.terms import Group

PEOPLE = {Group.SRO: 18, Group.ADM: 31, Group.TCH: 140, Group.STU: 260, Group.PAR: 75}
REVERSED = {"COM2", "TRU1", "GOA3"}
PARTNERSHIP = ("COM", "ROL", "TRU", "GOA", "CON", "INF", "RES")


def _codes() -> list[str]:
    return [f"{construct.code}{number}" for construct in get_item_bank().constructs for number in (1, 2, 3)]


def _answers(group: Group) -> dict[str, list[Any]]:
    """Answers that hang together, one in eight not known or left blank."""
    chance = Random(group.value)  # noqa: S311 - the same answers each time, no secret
    columns: dict[str, list[Any]] = {code: [] for code in _codes()}
    for _ in range(PEOPLE[group]):
        leaning = chance.gauss(3.2 + len(group.value) * chance.random() / 4, 0.8)
        for column in columns.values():
            point = min(max(round(chance.gauss(leaning, 1)), 1), 5)
            column.append(chance.choice(["DK", None]) if chance.random() < 0.13 else point)
    return columns


@pytest.fixture(scope="module")
def tables() -> dict[Group, dict[str, list[Any]]]:
    """The answers of five groups."""
    return {group: _answers(group) for group in PEOPLE}


@pytest.fixture
def results(engagement: Engagement, tables: dict[Group, dict[str, list[Any]]]) -> WaveResults:
    """What the program says of them."""
    begin_engagement(engagement, "Larkfield Unified", "2026–27")
    asked = {code: {**told, "is_reversed": code in REVERSED} for code, told in items(*_codes()).items()}
    return get_results(engagement, keep_wave(engagement, asked, tables), Audience.PUBLIC)


@pytest.fixture(scope="module")
def frames(tables: dict[Group, dict[str, list[Any]]]) -> dict[Group, pd.DataFrame]:
    """The same answers as numbers, reverse-worded items turned round."""
    found = {}
    for group, columns in tables.items():
        frame = pd.DataFrame(
            {code: pd.to_numeric(pd.Series(given), errors="coerce") for code, given in columns.items()}
        )
        found[group] = frame.assign(**{code: 6 - frame[code] for code in REVERSED})
    return found


def _scores(frame: pd.DataFrame, construct: str) -> pd.Series:
    part = frame[[f"{construct}{number}" for number in (1, 2, 3)]]
    return part.mean(axis=1)[part.notna().sum(axis=1) >= 2]


def _told(results: WaveResults) -> Iterator[tuple[str, Group, Answers]]:
    for construct in results.constructs:
        for group in PEOPLE:
            yield construct.code, group, construct.of(group)


def test_construct_scores(results: WaveResults, frames: dict[Group, pd.DataFrame]) -> None:
    for code, group, answers in _told(results):
        scores = _scores(frames[group], code)
        assert answers.n == len(scores)
        assert float(answers.mean or 0) == pytest.approx(scores.mean(), abs=1e-12)
        assert float(answers.sd or 0) == pytest.approx(scores.std(), abs=1e-12)


def test_shares_of_items_on_both_bases(
    results: WaveResults, frames: dict[Group, pd.DataFrame], tables: dict[Group, dict[str, list[Any]]]
) -> None:
    for item in (item for construct in results.constructs for item in construct.items):
        for group, frame in frames.items():
            answers, points = item.of(group), frame[item.code].dropna()
            unknown = tables[group][item.code].count("DK")
            favorable = (points >= 4).sum()
            assert answers.n == len(points)
            assert float(answers.favorable or 0) == pytest.approx(favorable / len(points) * 100)
            assert float(answers.favorable_of_all or 0) == pytest.approx(
                favorable / (len(points) + unknown) * 100
            )
            assert float(answers.dont_know or 0) == pytest.approx(unknown / (len(points) + unknown) * 100)


def test_alpha_of_every_construct_and_group(results: WaveResults, frames: dict[Group, pd.DataFrame]) -> None:
    for construct in results.constructs:
        for group, frame in frames.items():
            whole = frame[[item.code for item in construct.items]].dropna()
            covariances = whole.cov().to_numpy()
            alpha = 1.5 * (1 - np.trace(covariances) / covariances.sum())
            told = construct.reliability[group]
            assert (told.value is None) is (len(whole) < 30)
            if told.value is not None:
                assert told.n == len(whole)
                assert float(told.value) == pytest.approx(alpha, abs=0.0051)


def test_gaps_effects_and_the_mirror_gap(results: WaveResults, frames: dict[Group, pd.DataFrame]) -> None:
    sros, administrators = frames[Group.SRO], frames[Group.ADM]
    for gap in results.gaps:
        first, second = _scores(sros, gap.code), _scores(administrators, gap.code)
        assert gap.gap is not None
        assert float(gap.gap.points) == pytest.approx(first.mean() - second.mean(), abs=1e-12)
        n1, n2 = len(first), len(second)
        pooled = np.sqrt(((n1 - 1) * first.var() + (n2 - 1) * second.var()) / (n1 + n2 - 2))
        g = (first.mean() - second.mean()) / pooled * (1 - 3 / (4 * (n1 + n2) - 9))
        assert gap.gap.effect is not None
        assert gap.gap.effect.reported == pytest.approx(g)
    mirror = (sros.mean() - administrators.mean()).abs().mean()
    assert results.mirrored == len(_codes())
    assert float(results.mirror_gap or 0) == pytest.approx(mirror)


def test_the_indexes(results: WaveResults, frames: dict[Group, pd.DataFrame]) -> None:
    def index(groups: tuple[Group, ...], constructs: tuple[str, ...]) -> float:
        means = [np.mean([_scores(frames[group], code).mean() for code in constructs]) for group in groups]
        return float((np.mean(means) - 1) * 25)

    parties, community = (Group.SRO, Group.ADM), (Group.STU, Group.PAR, Group.TCH)
    for told, expected in (
        (results.partnership, index(parties, PARTNERSHIP)),
        (results.trust, index(parties, ("TRU",))),
        (results.community_trust, index(community, ("TRU", "FAI"))),
    ):
        assert told is not None
        assert float(told.value) == pytest.approx(expected)
