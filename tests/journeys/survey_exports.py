"""Exports of three tools as their tools write them, and what each group said in them, kept beside."""

import random
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import xlsxwriter

from assessor.instruments.item_banks import ItemKind
from assessor.instruments.surveys import Survey, get_survey

LABELS = {
    1: "Strongly disagree",
    2: "Disagree",
    3: "Neither agree nor disagree",
    4: "Agree",
    5: "Strongly agree",
}
DONT_KNOW = "Don’t know / no contact"
MAIL, NAME, NETWORK = "quill.canary@larkfield.example", "Quill Canary", "203.0.113.77"
SAID_BY_FEW = "Zebrawood chessboard in the hallway."


@dataclass(frozen=True)
class Group:
    """Who answered: a row a respondent, a column an item, points as worded; blank and DK as in the file."""

    key: str
    answers: pd.DataFrame

    @property
    def survey(self) -> Survey:
        """The form they filled in."""
        return get_survey(self.key)


def invent(key: str, people: int, seed: int) -> Group:
    """Answers to every scaled item of a form, some blank, some don't know."""
    chance = random.Random(seed)  # noqa: S311  # the same answers each time, nothing secret
    items = [item.code for item in get_survey(key).items if item.kind is ItemKind.SCALED]
    offered, weights = [1, 2, 3, 4, 5, DONT_KNOW, None], [2, 4, 6, 9, 5, 2, 1]
    rows = [[chance.choices(offered, weights)[0] for _ in items] for _ in range(people)]
    return Group(key, pd.DataFrame(rows, columns=items, dtype=object))


def write_google_forms(group: Group, path: Path) -> Path:
    """A spreadsheet of Google Forms: time first, one heading a question, labels in the cells."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Form Responses 1")
        sheet.write_row(0, 0, ["Timestamp", "Email Address", *_wordings(group)])
        for place, row in enumerate(_labeled(group), 1):
            sheet.write_row(place, 0, [f"10/{place % 28 + 1}/2026 9:15:00", MAIL, *row])
    return path


def write_qualtrics(group: Group, path: Path) -> Path:
    """A table of Qualtrics: three header rows, its own columns on the left, labels in the cells."""
    own = ["StartDate", "IPAddress", "RecipientLastName", "Finished", "ResponseId"]
    names = [f"Q{place}" for place in range(1, len(group.answers.columns) + 1)]
    ids = [
        f'{{"ImportId":"{word}"}}'
        for word in ("startDate", "ipAddress", "recipientLastName", "finished", "_recordId")
    ]
    frame = pd.DataFrame(
        [
            [*own, *_wordings(group)],
            [*ids, *(f'{{"ImportId":"QID{name[1:]}"}}' for name in names)],
            *(
                [f"2026-10-{place % 28 + 1:02} 08:00:00", NETWORK, NAME, "True", f"R_{place:04}", *row]
                for place, row in enumerate(_labeled(group))
            ),
        ],
        columns=[*own, *names],
    )
    frame.to_csv(path, index=False)
    return path


def write_microsoft_forms(group: Group, path: Path) -> Path:
    """A workbook of Microsoft Forms: number, two times, address and name first."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Sheet1")
        sheet.write_row(0, 0, ["ID", "Start time", "Completion time", "Email", "Name", *_wordings(group)])
        for place, row in enumerate(_labeled(group), 1):
            sheet.write_row(place, 0, [place, "10/12/26 8:00:00", "10/12/26 8:05:00", MAIL, NAME, *row])
    return path


def favorable(group: Group, code: str) -> tuple[int, int, int]:
    """Of an item, worked out anew: persons with an opinion, % favorable of them, % don't know of all."""
    item = group.survey.get_item(code)
    answers = group.answers[code].dropna()
    points = answers[answers != DONT_KNOW].astype(int)
    good = (points <= 2) if item.reverse else (points >= 4)
    return len(points), _rounded(100 * good.mean()), _rounded(100 * (answers == DONT_KNOW).mean())


def _rounded(share: float) -> int:
    return int(share + 0.5)


def _wordings(group: Group) -> list[str]:
    return [group.survey.get_item(code).wording for code in group.answers.columns]


def _labeled(group: Group) -> list[list[str]]:
    return [[LABELS.get(answer, answer or "") for answer in row] for row in group.answers.to_numpy().tolist()]
