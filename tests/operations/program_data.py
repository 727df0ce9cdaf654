"""What tests of program data share: a district with schools, tables written out, and bringing them in."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from assessor.exchange.measure_tables import MeasureChoices
from assessor.operations import clients
from assessor.operations.measures.measure_imports import MeasurePreview, import_measures, preview_measures
from assessor.operations.measures.measure_proposals import MeasureProposal, propose_measures
from assessor.operations.measures.measures import get_measure, list_measures
from assessor.progress import finish
from assessor.store import Engagement

KEYS = ("LEA_STATE", "LEA_STATE_NAME", "LEAID", "LEA_NAME", "SCHID", "SCH_NAME", "COMBOKEY", "JJ")
RACES = ("HI", "AM", "AS", "HP", "BL", "WH", "TR")
SEXES = ("M", "F")


def write_table(path: Path, headings: Sequence[str], *rows: Sequence[object]) -> Path:
    """A CSV as a district would send it."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([headings, *rows])
    return path


def begin_district(engagement: Engagement, *schools: str) -> dict[str, str]:
    """A client with schools; their ids by name."""
    clients.begin_engagement(engagement, "Larkfield Unified", "2026–27")
    return {name: clients.add_site(engagement, name) for name in schools}


def proposed(engagement: Engagement, path: Path, period: str = "", district: str = "") -> MeasureProposal:
    """The table as it would be read."""
    return finish(propose_measures(engagement, path, MeasureChoices(district=district), period))


def previewed(engagement: Engagement, path: Path, period: str = "") -> MeasurePreview:
    """What would come of a table as it is proposed."""
    found = proposed(engagement, path, period)
    return preview_measures(engagement, found, found.mapping)


def brought_in(engagement: Engagement, path: Path, period: str = "", district: str = "") -> MeasurePreview:
    """A table brought in as it is proposed."""
    found = proposed(engagement, path, period, district)
    return finish(import_measures(engagement, found, found.mapping))


def values_of(engagement: Engagement, code: str) -> dict[str, Any]:
    """The values of a measure by the name of their period; nothing where there is no such measure."""
    ids = {row.code: row.id for row in list_measures(engagement)}
    if code not in ids:
        return {}
    return {value.period_label: value for value in get_measure(engagement, ids[code]).values}


def crdc_row(school: str, number: int, counts: Mapping[str, object], **more: str) -> dict[str, object]:
    """A row of a federal file as published, of a school of Larkfield unless `more` says another."""
    keys = {
        "LEA_STATE": "AL", "LEA_STATE_NAME": "ALABAMA", "LEAID": "0100005", "LEA_NAME": "Larkfield Unified",
        "SCHID": f"{number:05}", "SCH_NAME": school, "COMBOKEY": f"0100005{number:05}", "JJ": "No",
    } | more  # fmt: skip
    return {**keys, **counts}


def write_crdc(path: Path, *rows: Mapping[str, object]) -> Path:
    """A federal file with the columns of its first row."""
    headings = list(rows[0])
    return write_table(path, headings, *[[row[heading] for heading in headings] for row in rows])


def enrollment(each: int = 10, **special: object) -> dict[str, object]:
    """The columns of the enrollment file: so many of each race and sex, unless told otherwise."""
    counts: dict[str, object] = {f"SCH_ENR_{race}_{sex}": each for race in RACES for sex in SEXES}
    counts |= {f"TOT_ENR_{sex}": each * len(RACES) for sex in SEXES}
    counts |= {f"SCH_ENR_{kind}_{sex}": each for kind in ("LEP", "504", "IDEA") for sex in SEXES}
    return counts | special


def referrals(kind: str = "REF", **special: object) -> dict[str, object]:
    """The columns of referrals (or of arrests, ARR): none, unless told otherwise."""
    without, disabled = f"SCH_DISCWODIS_{kind}", f"SCH_DISCWDIS_{kind}"
    counts: dict[str, object] = {}
    for race in RACES:
        for sex in SEXES:
            counts |= {f"{without}_{race}_{sex}": 0, f"{disabled}_IDEA_{race}_{sex}": 0}
    for sex in SEXES:
        counts |= {f"TOT_DISCWODIS_{kind}_{sex}": 0, f"TOT_DISCWDIS_{kind}_IDEA_{sex}": 0}
        counts |= {f"{without}_LEP_{sex}": 0, f"{disabled}_LEP_{sex}": 0, f"{disabled}_504_{sex}": 0}
    return counts | special
