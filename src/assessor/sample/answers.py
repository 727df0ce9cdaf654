"""The answers of the survey wave: tables whose shares are fixed and whose rows are dealt out from a seed."""

import csv
from collections.abc import Iterator
from pathlib import Path
from random import Random

from assessor.instruments.item_banks import ClosingKind, ItemKind
from assessor.instruments.surveys import ClosingQuestion, SurveyItem, get_survey
from assessor.sample.texts import Table
from assessor.terms import Group

SCHOOL = "School"
"""The heading of the column that names the school."""

_STRONG = 0.28
"""The part of those on a side who say so strongly."""
_LEANING = 0.6
"""How much the answers of one person follow one leaning, against chance."""


def write_answers(folder: Path, group: Group, wave: Table) -> Path:
    """Write the table of one group as a survey tool would export it, and return its path."""
    asked = wave["groups"][group.value]
    deal = Random(f"{wave['seed']} {group.value}")  # noqa: S311 - a sample is dealt, nothing is kept secret
    schools = [name for name, count in asked["sites"].items() for _ in range(count)]
    columns = {SCHOOL: schools, **dict(_columns(group, wave, deal, len(schools)))}
    order = list(range(len(schools)))
    deal.shuffle(order)
    path = folder / f"{asked['form']}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(columns)
        table.writerows([column[row] for column in columns.values()] for row in order)
    return path


def _columns(group: Group, wave: Table, deal: Random, people: int) -> Iterator[tuple[str, list[str]]]:
    """Every column by its heading, which is the wording of the question."""
    asked = wave["groups"][group.value]
    form = get_survey(asked["form"])
    leanings = [deal.gauss(0, 1) for _ in range(people)]
    for item in form.items:
        yield item.wording, _deal_item(item, asked, deal, leanings)
    for question in form.closing:
        yield question.wording, _deal_closing(question, group, wave, deal, people)


def _deal_item(item: SurveyItem, asked: Table, deal: Random, leanings: list[float]) -> list[str]:
    """The answers to an item: exactly the shares wanted, the better ones to those who lean that way."""
    points, unsure = _points(item, asked, len(leanings))
    labels = {option.value: option.label for option in item.scale.options}
    ranked = sorted(range(len(leanings)), key=lambda who: _LEANING * leanings[who] + deal.gauss(0, 1))
    silent = set(deal.sample(ranked, unsure))
    answers = dict.fromkeys(silent, item.scale.dont_know or "")
    spoken = [who for who in ranked if who not in silent]
    for who, point in zip(spoken, points, strict=True):
        answers[who] = labels[_mirrored(point) if item.reverse else point]
    return [answers[who] for who in range(len(leanings))]


def _points(item: SurveyItem, asked: Table, people: int) -> tuple[list[int], int]:
    """The points from the least to the most favorable, and how many do not know."""
    if item.code in asked.get("counts", {}):
        counts = asked["counts"][item.code]
        if item.kind is ItemKind.YES_NO:
            return [0] * counts[0] + [1] * counts[1], people - sum(counts)
        if item.reverse:
            counts = counts[::-1]
        return [point for point, count in enumerate(counts, start=1) for _ in range(count)], 0
    favorable, middle, unsure = asked["items"][item.code]
    silent = round(people * unsure / 100)
    return _spread(people - silent, favorable, middle), silent


def _spread(people: int, favorable: int, middle: int) -> list[int]:
    high, between = round(people * favorable / 100), round(people * middle / 100)
    low = people - high - between
    top, bottom = round(high * _STRONG), round(low * _STRONG)
    counts = (bottom, low - bottom, between, high - top, top)
    return [point for point, count in enumerate(counts, start=1) for _ in range(count)]


def _mirrored(point: int) -> int:
    return 6 - point


def _deal_closing(
    question: ClosingQuestion, group: Group, wave: Table, deal: Random, people: int
) -> list[str]:
    if question.kind is ClosingKind.OPEN:
        said = wave["comments"].get(group.value, {}).get(question.code, [])
        return _dealt(said + [""] * (people - len(said)), deal)
    if question.kind is ClosingKind.CHOICE:
        usual = wave["contact"][group.value]
        return _dealt([usual[number % len(usual)] for number in range(people)], deal)
    if question.kind is ClosingKind.YES_NO:
        known = round(people * wave["name_known"][group.value] / 100)
        return _dealt(["Yes"] * known + ["No"] * (people - known), deal)
    stages = wave["groups"][group.value]["counts"][question.code]
    labels = [option.label for option in question.options]
    return _dealt([labels[stage] for stage, count in enumerate(stages) for _ in range(count)], deal)


def _dealt(cells: list[str], deal: Random) -> list[str]:
    deal.shuffle(cells)
    return cells
