"""Which columns of a federal school file add up to which measure, of all students and of each group."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

RACES = ("HI", "AM", "AS", "HP", "BL", "WH", "TR")
SEXES = ("M", "F", "X")
_DISCIPLINE = {"K01": ("REF",), "K02": ("ARR",), "K09": ("SINGOOS", "MULTOOS")}
_STAFF = {"LEO": "SCH_FTESECURITY_LEO", "GUA": "SCH_FTESECURITY_GUA", "COU": "SCH_FTECOUNSELORS"}
_INSTANCES = {"NONE": "WODIS", "IDEA": "IDEA", "504": "504"}
_ENGLISH = "(?:LEP|EL)"
_RACE, _SEX = f"(?:{'|'.join(RACES)})", f"[{''.join(SEXES)}]"


@dataclass(frozen=True)
class Recipe:
    """The columns, by their places, whose sum less others is a measure of a group of students, or of all."""

    measure: str
    students: str
    plus: tuple[int, ...]
    minus: tuple[int, ...] = ()


def list_recipes(headings: Sequence[str]) -> tuple[Recipe, ...]:
    """What can be counted from a file with these headings. None from modules the program has no measure for.

    Sums are built from the finest columns: the file's own totals count a reserve code as zero. Students with
    a 504 plan only are told by sex, not by race, so races add up to fewer than all.
    """
    names = {heading.upper(): place for place, heading in enumerate(headings)}
    found = [*_enrollment(names)]
    for measure, kinds in _DISCIPLINE.items():
        found += _discipline(names, measure, f"(?:{'|'.join(kinds)})")
    found += _restraint(names)
    found.append(_sum(names, "OFF", "", ["SCH_OFFENSE_[A-Z]+"]))
    found += [_sum(names, code, "", [heading]) for code, heading in _STAFF.items()]
    return tuple(recipe for recipe in found if recipe.plus)


def _enrollment(names: dict[str, int]) -> list[Recipe]:
    everyone = _sum(names, "ENR", "", [f"SCH_ENR_{_RACE}_{_SEX}"])
    disabled = _sum(names, "ENR", "IDEA", [f"SCH_ENR_IDEA_{_SEX}"])
    planned = _sum(names, "ENR", "504", [f"SCH_ENR_504_{_SEX}"])
    without = Recipe("ENR", "NONE", everyone.plus, (*disabled.plus, *planned.plus))
    return [
        everyone,
        *(_sum(names, "ENR", race, [f"SCH_ENR_{race}_{_SEX}"]) for race in RACES),
        *(_sum(names, "ENR", sex, [f"SCH_ENR_{_RACE}_{sex}"]) for sex in SEXES),
        disabled,
        planned,
        *([without] if disabled.plus and planned.plus else []),
        _sum(names, "ENR", "EL", [f"SCH_ENR_{_ENGLISH}_{_SEX}"]),
    ]


def _discipline(names: dict[str, int], measure: str, kind: str) -> list[Recipe]:
    without, disabled = f"SCH_DISCWODIS_{kind}", f"SCH_DISCWDIS_{kind}"

    def told_by(race: str, sex: str) -> list[str]:
        return [f"{without}_{race}_{sex}", f"{disabled}_IDEA_{race}_{sex}"]

    return [
        _sum(names, measure, "", [*told_by(_RACE, _SEX), f"{disabled}_504_{_SEX}"]),
        *(_sum(names, measure, race, told_by(race, _SEX)) for race in RACES),
        *(_sum(names, measure, sex, [*told_by(_RACE, sex), f"{disabled}_504_{sex}"]) for sex in SEXES),
        _sum(names, measure, "IDEA", [f"{disabled}_IDEA_{_RACE}_{_SEX}"]),
        _sum(names, measure, "504", [f"{disabled}_504_{_SEX}"]),
        _sum(names, measure, "NONE", [f"{without}_{_RACE}_{_SEX}"]),
        _sum(names, measure, "EL", [f"{without}_{_ENGLISH}_{_SEX}", f"{disabled}_{_ENGLISH}_{_SEX}"]),
    ]


def _restraint(names: dict[str, int]) -> list[Recipe]:
    kind = "SCH_RSINSTANCES_(?:MECH|PHYS|SECL)"
    return [
        _sum(names, "K08", "", [f"{kind}_(?:{'|'.join(_INSTANCES.values())})"]),
        *(_sum(names, "K08", code, [f"{kind}_{word}"]) for code, word in _INSTANCES.items()),
    ]


def _sum(names: dict[str, int], measure: str, students: str, patterns: Iterable[str]) -> Recipe:
    wanted = re.compile("|".join(f"(?:{pattern})" for pattern in patterns))
    return Recipe(measure, students, tuple(place for name, place in names.items() if wanted.fullmatch(name)))
