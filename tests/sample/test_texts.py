"""What people in the sample say: like people, in US English, and nobody's name among it."""

import json
import re
from collections import Counter
from datetime import date

import pytest

from assessor.operations.gathering import gather_strategic_plan
from assessor.operations.remarks import list_remarks
from assessor.operations.sittings import list_sittings
from assessor.sample.conversations import CONVERSATIONS
from assessor.sample.texts import read_text
from assessor.store import Engagement, copies
from assessor.terms import Clearance, RemarkKind

BRITISH = re.compile(
    r"\b(behaviour|colour|favourite|centre|programme|organis\w+|recognis\w+|apologis\w+|realis\w+|whilst"
    r"|cancelled|counsellor|grey|licence|defence|offence|practise|neighbour\w*|maths|mum|queue)\b",
    re.IGNORECASE,
)
TODAY = date(2027, 1, 29)


def test_no_name_of_the_roster_stands_anywhere_else(sample: Engagement) -> None:
    tables = json.loads(copies.dump(sample))["tables"]
    names = [row["name"] for row in tables["roster_entry"]]
    elsewhere = json.dumps(
        {name: rows for name, rows in tables.items() if name not in {"roster_entry", "row_change"}}
    )
    words = {word for name in names for word in [name, *name.split()] if len(word) > 4}
    assert len(names) == 16
    assert [word for word in words if re.search(rf"\b{word}\b", elsewhere)] == []


@pytest.mark.parametrize("name", CONVERSATIONS)
def test_what_is_said_is_us_english_of_two_words_or_more(name: str) -> None:
    for line in read_text("conversations", name)["lines"]:
        words = line.get("words", "")
        assert not BRITISH.search(words), words
        assert not re.search("['\"]", words), words
        if line.get("kind") != "nonverbal" and words and words not in {"No.", "Facts."}:
            assert len(words.split()) >= 2, words


@pytest.mark.parametrize("name", CONVERSATIONS)
def test_lines_follow_each_other_in_time(name: str) -> None:
    moments = [line["at"].split(":") for line in read_text("conversations", name)["lines"]]
    seconds = [60 * int(minutes) + int(rest) for minutes, rest in moments]
    assert seconds == sorted(seconds)


@pytest.mark.parametrize("name", ["teachers_ridge", "students_north", "parents_oak"])
def test_some_speak_much_and_some_little(name: str) -> None:
    lines = read_text("conversations", name)["lines"]
    shares = Counter(line["seats"][0] for line in lines if "seats" in line and "kind" not in line)
    assert max(shares.values()) >= 2 * min(shares.values())


def test_questions_of_the_guide_are_asked_in_their_order(sample: Engagement) -> None:
    ridge = next(row for row in list_sittings(sample) if row.title == "Teachers, Ridge Middle")
    asked = list(dict.fromkeys(line.question for line in list_remarks(sample, ridge.id)))
    assert asked == [f"T{number}" for number in range(1, 10)]


def test_counts_of_agreement_are_of_those_still_there(sample: Engagement) -> None:
    ridge = next(row for row in list_sittings(sample) if row.title == "Teachers, Ridge Middle")
    lines = {line.text: line for line in list_remarks(sample, ridge.id)}
    list_quote = lines["I call whoever answers first. Nobody ever showed us a list."]
    assert (list_quote.agree, list_quote.dissent, list_quote.present) == (6, 1, 8)


def test_words_withheld_are_never_printed(sample: Engagement) -> None:
    printed = repr(gather_strategic_plan(sample, TODAY))
    withheld = [
        line.text
        for row in list_sittings(sample)
        for line in list_remarks(sample, row.id)
        if line.clearance is Clearance.WITHHELD
    ]
    assert withheld
    assert [words for words in withheld if words in printed] == []


def test_the_plan_has_every_chapter(sample: Engagement) -> None:
    plan = gather_strategic_plan(sample, TODAY)
    quoted = [finding for finding in plan.findings.findings if finding.quotes]
    assert len(plan.findings.findings) == len(quoted) == 8
    assert plan.findings.findings[1].counter_voice is not None
    assert plan.findings.findings[1].counted is not None
    assert plan.findings.findings[1].survey is not None
    assert len(plan.strengths.leading) == 3
    assert len(plan.summary.figures) == 4
    assert all(chapter.claim for chapter in (plan.summary, plan.listening, plan.measures, plan.year))
    assert None not in (plan.ladder, plan.decisions, plan.appendices.rubric)
    assert len(plan.history.revisions) == 2


def test_only_what_is_verbatim_stands_in_quotation_marks(sample: Engagement) -> None:
    for row in list_sittings(sample):
        for line in list_remarks(sample, row.id):
            if line.kind is RemarkKind.SAID and line.clearance is Clearance.CLEARED:
                assert line.is_quote
