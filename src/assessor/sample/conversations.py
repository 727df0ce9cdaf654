"""What people said: focus groups, interviews, observations and the joint session, line by line."""

from datetime import date, timedelta
from typing import Any

from assessor.operations.debriefs import finish_debrief
from assessor.operations.guides import get_guide_details
from assessor.operations.off_record import come_back, go_off_record
from assessor.operations.own_guides import edit_guide, make_guide_own
from assessor.operations.own_questions import add_question, move_question, remove_question
from assessor.operations.participants import add_participant, list_participants, next_code
from assessor.operations.remarks import clear_quote, code_remark, note_remark, tally_agreement
from assessor.operations.safeguarding import note_concern, report_concern
from assessor.operations.seats import leave_seat, seat_participant
from assessor.operations.sittings import add_sitting, begin_sitting, choose_guide, edit_sitting, end_sitting
from assessor.sample.story import Story
from assessor.sample.texts import Table, moment, read_text
from assessor.store import Engagement
from assessor.terms import Clearance, Fidelity, Group, RemarkKind, SittingKind, TableShape

CONVERSATIONS = (
    "sro_north", "sro_middle", "sro_elementary", "adm_north", "adm_ridge", "adm_oak", "adm_ridge_ap",
    "adm_fairview", "supervisor", "partner_mediation", "partner_health", "obs_ridge", "teachers_ridge",
    "students_north", "obs_north", "parents_oak", "teachers_oak", "obs_oak", "students_ridge",
    "special_ed", "joint",
)  # fmt: skip
"""In the order in which they took place."""

_DEBRIEF = ("themes", "surprises", "differences", "follow_ups", "memo")
_DEBRIEFING = timedelta(minutes=15)


def tell_conversation(story: Story, name: str) -> None:
    """Hold one sitting: seats, every line, the debrief at its end."""
    text = read_text("conversations", name)
    sitting_id = _add(story, text)
    story.sittings[name] = sitting_id
    seats = [_seat(story, sitting_id, text, person) for person in text["people"]]
    begin_sitting(story.engagement, sitting_id, moment(text["day"], text["start"]))
    for line in text["lines"]:
        _tell_line(story, sitting_id, seats, text, line)
    last = moment(text["day"], text["start"], text["lines"][-1]["at"])
    planned = moment(text["day"], text["start"], f"{text['minutes']}:00")
    ended_at = max(last, planned)
    end_sitting(story.engagement, sitting_id, ended_at)
    debrief = {name: text[name] for name in _DEBRIEF if text.get(name)}
    if debrief:
        edit_sitting(story.engagement, sitting_id, **debrief)
    finish_debrief(story.engagement, sitting_id, ended_at + _DEBRIEFING)


def tell_planned_conversations(story: Story) -> None:
    """Put in the calendar what is still to be held, with those who have said yes."""
    for text in read_text("planned")["sittings"]:
        sitting_id = _add(story, text)
        for _ in range(text["seats"]):
            _seat(story, sitting_id, text, {"group": text["group"], **text["person"]})
        if "table" in text:
            edit_sitting(story.engagement, sitting_id, table_shape=TableShape(text["table"]))
        if "own" in text:
            _write_guide(story.engagement, sitting_id, text["minutes"], text["own"])


def _write_guide(engagement: Engagement, sitting_id: str, minutes: int, text: Table) -> None:
    """Have a sitting follow a guide of its own: the one of the library with other questions."""
    guide_id = make_guide_own(engagement, sitting_id)
    edit_guide(engagement, guide_id, title=text["title"], minutes=minutes)
    for question in get_guide_details(engagement, guide_id).questions:
        if question.code in text["left_out"]:
            remove_question(engagement, question.id)
    move_question(engagement, add_question(engagement, guide_id, **text["asked"]), -1)


def _add(story: Story, text: Table) -> str:
    values: dict[str, Any] = {
        "group": Group(text["group"]) if text["group"] else None,
        "site_id": story.sites.get(text["site"]),
        "cycle_id": story.cycle,
        "facilitator": text.get("facilitator", "Lead consultant"),
        "note_taker": text.get("note_taker", "Second consultant"),
        "planned_on": text["day"],
        "minutes": text["minutes"],
    }
    sitting_id = add_sitting(story.engagement, SittingKind(text["kind"]), text["title"], **values)
    choose_guide(story.engagement, sitting_id, text["guide"])
    return sitting_id


def _seat(story: Story, sitting_id: str, text: Table, person: Table) -> tuple[str, str]:
    """Seat someone known by code, or someone new of a group; returns the participant and the seat."""
    participant_id = story.participants.get(person.get("code", ""))
    if participant_id is None:
        participant_id = _add_participant(story, text, person)
    return participant_id, seat_participant(story.engagement, sitting_id, participant_id)


def _add_participant(story: Story, text: Table, person: Table) -> str:
    group = Group(person["group"])
    code = next_code(group, {row.code for row in list_participants(story.engagement, group)})
    story.participants[code] = add_participant(
        story.engagement,
        group,
        code,
        site_id=story.sites.get(text["site"]),
        description=person["description"],
        may_be_quoted=person["quoted"],
    )
    return story.participants[code]


def _tell_line(story: Story, sitting_id: str, seats: list[tuple[str, str]], text: Table, line: Table) -> None:
    at = moment(text["day"], text["start"], line["at"])
    if "leaves" in line:
        leave_seat(story.engagement, seats[line["leaves"] - 1][1], at)
        return
    if "back_at" in line:
        go_off_record(story.engagement, sitting_id, at, line["question"])
        come_back(story.engagement, sitting_id, moment(text["day"], text["start"], line["back_at"]))
        return
    if "told_to" in line:
        concern = note_concern(
            story.engagement, sitting_id, line["words"], said_at=at, question=line["question"]
        )
        told_at = moment(text["day"], text["start"], line["told_at"])
        report_concern(story.engagement, concern, line["told_to"], told_at)
        return
    fidelity = Fidelity(line.get("fidelity", Fidelity.PARAPHRASE))
    remark_id = note_remark(
        story.engagement,
        sitting_id,
        line["words"],
        speakers=[seats[seat - 1][0] for seat in line.get("seats", ())],
        said_at=at,
        question=line["question"],
        kind=RemarkKind(line.get("kind", RemarkKind.SAID)),
        fidelity=fidelity,
        is_quote=fidelity is not Fidelity.PARAPHRASE,
        setting=line.get("setting", ""),
        behavior=line.get("behavior", ""),
    )
    _work_on(story, remark_id, line)


def _work_on(story: Story, remark_id: str, line: Table) -> None:
    """What was done with a line besides noting it."""
    engagement = story.engagement
    if "key" in line:
        story.remarks[line["key"]] = remark_id
    if "agree" in line:
        tally_agreement(engagement, remark_id, line["agree"], line.get("dissent", 0))
    if "codes" in line:
        code_remark(engagement, remark_id, line["codes"])
    if "clearance" in line:
        clear_quote(engagement, remark_id, Clearance(line["clearance"]))


def day_of(name: str) -> date:
    """The day a conversation took place."""
    day: date = read_text("conversations", name)["day"]
    return day
