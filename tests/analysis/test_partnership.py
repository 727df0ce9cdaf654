"""Partnership and trust indexes."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.analysis.partnership import (
    PARTNERSHIP_CONSTRUCTS,
    community_trust_index,
    partnership_index,
    trust_index,
)
from assessor.analysis.rounding import shown
from assessor.terms import Group


def party(*means):
    return dict(zip(PARTNERSHIP_CONSTRUCTS, [Decimal(str(mean)) for mean in means], strict=True))


GOLDEN = {
    Group.SRO: party(3.5, 3.0, 4.0, 3.2, 2.8, 3.6, 4.1),
    Group.ADM: party(4.0, 3.8, 4.2, 3.9, 3.5, 3.7, 4.3),
}
seven = st.lists(st.decimals(1, 5, places=2), min_size=7, max_size=7)


def test_the_partnership_index_is_that_of_the_golden_vector():
    index = partnership_index(GOLDEN)
    assert [(group, str(shown(mean, 4))) for group, mean in index.parties] == [
        (Group.SRO, "3.4571"),
        (Group.ADM, "3.9143"),
    ]
    assert str(shown(index.value, 1)) == "67.1"


def test_there_is_no_partnership_index_without_both_parties_and_all_constructs():
    assert partnership_index({Group.SRO: GOLDEN[Group.SRO]}) is None
    assert partnership_index({**GOLDEN, Group.ADM: {"COM": Decimal(4)}}) is None


def test_the_trust_index_is_the_trust_of_both_parties():
    assert trust_index(GOLDEN).value == Decimal("77.5")


def test_community_trust_is_trust_and_fairness_of_those_asked():
    means = {
        Group.STU: {"TRU": Decimal(3), "FAI": Decimal(4)},
        Group.TCH: {"TRU": Decimal(4), "FAI": Decimal(5)},
    }
    assert community_trust_index(means).value == 75
    assert community_trust_index(GOLDEN) is None


def test_a_mean_off_the_scale_is_refused():
    with pytest.raises(ValueError, match="between 1 and 5"):
        trust_index({Group.SRO: {"TRU": Decimal(0)}, Group.ADM: {"TRU": Decimal(4)}})


@given(seven, seven)
def test_the_index_stays_between_0_and_100_and_each_party_weighs_the_same(sro, administrator):
    ahead = partnership_index({Group.SRO: party(*sro), Group.ADM: party(*administrator)})
    back = partnership_index({Group.SRO: party(*administrator), Group.ADM: party(*sro)})
    assert 0 <= ahead.value <= 100
    assert ahead.value == back.value
