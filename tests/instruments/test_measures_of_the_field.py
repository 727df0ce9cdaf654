"""The 32 measures beside the table of the field: each there, its direction, how often it is taken."""

from pathlib import Path

import pytest

from assessor.instruments.measures import get_measure_library

FIELD = Path(__file__).parents[3] / "shared" / "domain.md"
DIRECTIONS = {"↓": "lower", "↑": "higher", "◇": "context", "→": "band"}
FREQUENCIES = {"T": "term", "M": "month", "Y": "year", "W": "wave", "E": "event"}


@pytest.mark.skipif(not FIELD.is_file(), reason="the field's library is not here")
def test_each_measure_has_the_direction_and_frequency_of_the_field() -> None:
    text = FIELD.read_text(encoding="utf-8")
    table = text[text.index("### 6.3") : text.index("### 6.4")].replace("\\|", "¦")
    rows = [
        [cell.strip() for cell in line.split("|")[1:-1]]
        for line in table.splitlines()
        if line.startswith("| K")
    ]
    expected = {
        row[0]: (DIRECTIONS[row[4][0]], {FREQUENCIES[word.strip()[0]] for word in row[7].split(",")})
        for row in rows
    }
    found = {
        each.code: (each.direction.value, {one.value for one in each.frequency})
        for each in get_measure_library().measures
    }

    assert len(expected) == 32
    assert found == expected
