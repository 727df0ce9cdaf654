"""A respondent's own words name a stakeholder group, or none."""

import pytest

from assessor.exchange.respondent_groups import respondent_group
from assessor.terms import Group


@pytest.mark.parametrize(
    ("value", "group"),
    [
        ("School Resource Officer", Group.SRO),
        ("SRO", Group.SRO),
        ("I am a teacher", Group.TCH),
        ("Teacher / staff", Group.TCH),
        ("Assistant Principal", Group.ADM),
        ("adm", Group.ADM),
        ("Parent or guardian", Group.PAR),
        ("Student (grade 9)", Group.STU),
        ("Police chief", Group.SRO),
        ("SRO supervisor", Group.SUP),
        ("Community partner", Group.PRT),
        ("School", None),
        ("", None),
        ("teacher " * 20, None),
    ],
)
def test_roles_and_titles_name_groups(value: str, group: Group | None) -> None:
    assert respondent_group(value) is group
