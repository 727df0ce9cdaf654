"""Survey tables that tests write: the wave of the pictures, and small ones of chosen answers."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from assessor.instruments.surveys import Survey, get_survey
from assessor.terms import Group

FORMS = {
    Group.SRO: "sro",
    Group.ADM: "administrators",
    Group.TCH: "teachers_and_staff",
    Group.STU: "students_statements",
    Group.PAR: "parents_and_guardians",
}
PEOPLE = {Group.SRO: 6, Group.ADM: 14, Group.TCH: 38, Group.STU: 212, Group.PAR: 64, Group.PRT: 4}
INVITED = {Group.SRO: 6, Group.ADM: 14, Group.TCH: 92, Group.STU: 260, Group.PAR: 480, Group.PRT: 9}
MAIL, NETWORK, NAME, PHONE = "canary@larkfield.example", "203.0.113.77", "Canary Quillfeather", "555-867-5309"

_SHARES = {
    "ROL": (11, 25, 21, 31, 12), "COM": (8, 21, 24, 34, 13), "TRU": (5, 11, 23, 42, 19),
    "RES": (3, 8, 16, 47, 26), "INF": (10, 26, 34, 22, 8), "SAF": (4, 9, 18, 44, 25),
    "FAI": (6, 15, 29, 36, 14), "TRN": (15, 30, 24, 23, 8), "GOA": (7, 18, 36, 29, 10),
    "CON": (8, 20, 30, 30, 12),
}  # fmt: skip
_MEANS = {
    Group.SRO: {"ROL": 45, "CON": 40, "GOA": 42, "COM": 39, "TRN": 30, "RES": 44, "INF": 33},
    Group.ADM: {"ROL": 31, "CON": 28, "GOA": 33, "COM": 32, "TRN": 37, "RES": 40, "INF": 31},
}
_LABELS = ("Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree")
_COMMENTS = ("They greet every student by name.", "Tell us whom to call, and when.", f"Ask {MAIL} about it.")


def write_table(path: Path, headings: Sequence[str], rows: Iterable[Sequence[object]]) -> Path:
    """Write a table of comma-separated values."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(headings)
        writer.writerows(rows)
    return path


def write_wave(path: Path) -> Path:
    """The answers of the wave in the pictures, of all groups in one table, with private columns in it."""
    surveys = {group: get_survey(key) for group, key in FORMS.items()}
    codes = list(dict.fromkeys(item.code for survey in surveys.values() for item in survey.items))
    headings = ["Timestamp", "Email Address", "IP Address", "Your name", "Your role", *codes, "STG", "OPN1"]
    rows = []
    for group, people in PEOPLE.items():
        for person in range(people):
            given = _answers(surveys.get(group), group, person, people)
            stage = "" if group not in _MEANS else 3 + (person % 2) - (group is Group.ADM)
            comment = _COMMENTS[person % 3] if group is Group.TCH and person < 14 else ""
            private = ["2026-10-12 08:00:00", MAIL, NETWORK, NAME]
            rows.append([*private, group.value, *(given.get(code, "") for code in codes), stage, comment])
    return write_table(path, headings, rows)


def write_items(path: Path, columns: dict[str, Sequence[object]], **more: Sequence[object]) -> Path:
    """A table of the answers to each code, one row a respondent."""
    every = {**columns, **more}
    return write_table(path, list(every), zip(*every.values(), strict=True))


def around(mean: int, people: int = 10) -> list[int]:
    """Ten answers whose mean is `mean` tenths, no two thirds of them alike where that is possible."""
    low, rest = divmod(mean, 10)
    answers = [low + 1] * rest + [low] * (10 - rest)
    # One up and one down keep the mean and keep the group from answering alike.
    if 1 < low < 5 and answers.count(low) >= 2:
        answers[answers.index(low)] = low - 1
        answers[len(answers) - 1] = low + 1
    return (answers * (people // 10 + 1))[:people]


def _answers(survey: Survey | None, group: Group, person: int, people: int) -> dict[str, object]:
    if survey is None:
        return {"ROL5": _LABELS[person % 5]}
    given: dict[str, object] = {}
    for place, item in enumerate(survey.items):
        if item.kind.value == "yes_no":
            given[item.code] = "Yes" if (person + place) % 3 else "No"
            continue
        point = _point(group, item.construct, (person * 5 + place * 3) % people, people)
        given[item.code] = _LABELS[(4 - point) if item.reverse else point]
        if group is not Group.SRO and (person + place * 3) % 17 == 0:
            given[item.code] = "Don’t know / no contact"
    return given


def _point(group: Group, construct: str, place: int, people: int) -> int:
    """A point from 0: by the mean of a small group, by the shares of a large one."""
    if group in _MEANS:
        mean = _MEANS[group].get(construct, 34)
        return min(max((mean + 10 * place // people + (0, -8, 8)[place % 3]) // 10 - 1, 0), 4)
    reached = 0
    for point, share in enumerate(_SHARES[construct]):
        reached += share
        if place * 100 < reached * people:
            return point
    return 4
