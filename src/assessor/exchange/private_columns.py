"""Which columns of a survey table tell who answered, or only how and when, and why (formats.md section 1)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

from assessor.exchange.heading_texts import Heading
from assessor.exchange.survey_openings import TIMESTAMPS, plain
from assessor.exchange.survey_tools import SurveyTool


@dataclass(frozen=True)
class Setting:
    """Why a column is set aside; `private` ones identify people and are never stored."""

    private: bool
    reason: str


_MAIL, _NETWORK, _NAMES = "holds e-mail addresses", "holds network addresses", "holds people’s names"
_PLACE, _PHONE, _ACCOUNT = "holds places on the map", "holds phone numbers", "holds account names"
_ADDRESS, _BIRTH, _LINK = "holds home addresses", "holds dates of birth", "links answers to a contact list"
_DEVICE, _FILE = "identifies a device", "names a file someone sent"
_PROCESS = "says how or when it was filled in, not what was answered"
_MARKED = "is marked as identifying people in its questionnaire"
_REPEATS = "repeats what the columns of its options hold"
_NOTHING = "has neither a heading nor anything in it"

_PRIVATE_NAMES = {
    _MAIL: """
        email emailaddress recipientemail e-mailaddress e-mail mail _email participant_email
        e-mail-adresse correoelectrónico direccióndecorreoelectrónico adressee-mail adressedemessagerie
        endereçodee-mail indirizzoemail indirizzodipostaelettronica メール メールアドレス 電子メール 电子邮件
    """,
    _NETWORK: "ip ipaddress ipaddr ip-adresse",
    _NAMES: """
        name firstname lastname fullname recipientlastname recipientfirstname surname yourname name_first
        name_last first_name last_name full_name givenname familyname name2 studentname name1
        nombre nombrecompleto apellido apellidos nom prénom vorname nachname nome naam naam1
        名前 氏名 姓名 이름
    """,
    _PLACE: """
        locationlatitude locationlongitude locationaccuracy latitude longitude gps geopoint start-geopoint
        _geolocation geotrace geoshape
    """,
    _PHONE: "phone phonenumber telephone telephone_1 mobile cell cellphone phone_number",
    _ACCOUNT: """
        _submitted_by _last_edited_by username submitterid submittername
        __system/submitterid __system/submittername
    """,
    _ADDRESS: "address homeaddress street streetaddress mailingaddress",
    _BIRTH: "dob dateofbirth birthdate birthday",
    _LINK: """
        externalreference externaldatareference token accesscode redcap_survey_identifier surveyidentifier
        customdata customdata1 customdata2 customdata3 customdata4 customdata5 studentid badgenumber
        employeeid attribute_1 attribute_2 attribute_3
    """,
    _DEVICE: "deviceid simserial imei subscriberid simid",
    _FILE: "picture photo audio mugshot refurl referrerurl signature background-audio",
}
_PROCESS_NAMES = """
    startdate enddate duration(inseconds) recorddate recordeddate responseid responseset distributionchannel
    userlanguage respondentid collectorid starttime completiontime lastmodifiedtime timestamp id datesubmitted
    lastpage startlanguage datestarted datelastaction submitdate datestamp _id _uuid _submission_time
    _validation_status _notes _status __version__ _version _tags _index meta/instanceid instanceid _duration
    _total_media _media_count _media_all_received _bamboo_dataset_id _xform_id submissiondate parent_key
    meta-instanceid meta-instancename __id __system/submissiondate __system/updatedat record_id recordid
    participant_id participantid redcap_event_name redcap_repeat_instrument redcap_repeat_instance
    redcap_data_access_group eventname complete? submittedat startdate(utc) submitdate(utc) totalpoints
    quizfeedback # networkid submissionid responsetype stagedate(utc) ending case caseid surveytimestamp
    repeatinstrument repeatinstance dataaccessgroup _parent_index _parent_table_name _submission__id
    _submission__uuid formhub/uuid
"""
# Names too plain to be trusted in a table whose tool is not known.
_TOOL_PROCESS_NAMES = """
    status progress duration finished start end today key seed formversion reviewstate edits score formname
    attachmentspresent attachmentsexpected devicetype notes audit language tags interviewtime
    startzeit fertigstellungszeit abschlusszeit zeitpunktderletztenänderung
    horadeinicio horadefinalización horadelaúltimamodificación heurededébut heuredefin heuredelafin
    heuredeladernièremodification horadeinício horadeconclusão oradiinizio oradicompletamento begintijd
    tijdvanvoltooien 開始時刻 完了時刻 最終変更時刻 开始时间 完成时间 시작시간 완료시간
"""
_PRIVATE_IMPORT_IDS = {
    "ipaddress": _NETWORK,
    "recipientlastname": _NAMES,
    "recipientfirstname": _NAMES,
    "recipientemail": _MAIL,
    "externaldatareference": _LINK,
    "locationlatitude": _PLACE,
    "locationlongitude": _PLACE,
    "locationaccuracy": _PLACE,
}
_PROCESS_IMPORT_IDS = """
    startdate enddate status progress duration finished recordeddate _recordid responseid responsesetid
    distributionchannel userlanguage
"""
_PLACE_PART = re.compile(r"[_-](latitude|longitude|altitude|precision|accuracy)$")
_TIMING = re.compile(r"^(question time|group time|total time)\b|\[filecount\]$")
_REDCAP_PROCESS = re.compile(r"^[a-z0-9_]+_(complete|timestamp)$")
_CODED_TIMING = re.compile(r"^(\w+Time|(question|group)Time\d+)$")
_LINK_OF_FILE = re.compile(r"_URL$")
_QUIZ = re.compile(r"^(points|feedback) - ")
_MAIL_QUESTION = re.compile(r"\be-?mail( address)?\b")
_PHONE_QUESTION = re.compile(r"\b(phone|cell|mobile) number\b")
_NAME_QUESTION = re.compile(
    r"^((what is |enter |please enter )?your (first |last |full )?name\b|name \("
    r"|name of (your|the) (child|student))"
)
_NAME_FIELD = re.compile(
    r"(^|_)(childs?|students?|pupils?|respondents?|participants?|parents?|guardians?|mothers?|fathers?|teachers?"
    r"|officers?|principals?|supervisors?|contacts?|interviewers?|enumerators?|first|last|full|maiden|sur)_?name$"
)
_ID_QUESTION = re.compile(r"\b(student|badge|employee|staff) (id|number)\b")
_QUESTIONS = (
    (_MAIL_QUESTION, _MAIL),
    (_PHONE_QUESTION, _PHONE),
    (_NAME_QUESTION, _NAMES),
    (_ID_QUESTION, _LINK),
)
_MAIL_VALUE = re.compile(r"^[^@\s]+@[^@\s]+\.[^@\s]+$")
_NETWORK_VALUE = re.compile(r"^(\d{1,3}\.){3}\d{1,3}$|^[0-9a-f]{0,4}(:[0-9a-f]{0,4}){4,7}$", re.IGNORECASE)
_PHONE_VALUE = re.compile(r"^(\+?\d{1,3}[ .-]?)?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}$")
_PLACE_VALUE = re.compile(r"^-?\d{1,3}\.\d{3,} -?\d{1,3}\.\d{3,}( -?\d+(\.\d+)?){0,2}(;.*)?$")
_FILE_VALUE = re.compile(
    r"^(\[document\]|\[\{.*\"(file)?name\".*|[\w -]+\.(jpe?g|png|heic|mp3|m4a|amr|mp4|3gpp?))$"
)
_VALUES = (
    (_MAIL_VALUE, _MAIL),
    (_NETWORK_VALUE, _NETWORK),
    (_PHONE_VALUE, _PHONE),
    (_PLACE_VALUE, _PLACE),
    (_FILE_VALUE, _FILE),
)
_MOST_LOOKED_AT = 5_000
_UNNAMED = re.compile(r"^Column \d+$")
_SHORT_QUESTION = 8
_PROCESS_IDS = frozenset(_PROCESS_IMPORT_IDS.split())
_PROCESS_BY_NAME = frozenset(_PROCESS_NAMES.split())
_PROCESS_BY_TOOL = _PROCESS_BY_NAME | frozenset(_TOOL_PROCESS_NAMES.split())
_BY_TOOL = {SurveyTool.REDCAP: _REDCAP_PROCESS, SurveyTool.LIMESURVEY: _CODED_TIMING}
_BY_NAME = {name: reason for reason, names in _PRIVATE_NAMES.items() for name in names.split()}


def setting_of(tool: SurveyTool, heading: Heading, counts: Mapping[str, int]) -> Setting | None:
    """Why a column should be set aside by its heading and counted cells, or None if it may hold answers."""
    return (
        _by_codebook(heading)
        or _by_import_id(heading)
        or _by_name(tool, heading)
        or _by_question(heading)
        or _by_values(counts)
        or _by_lack(heading, counts)
    )


def _by_codebook(heading: Heading) -> Setting | None:
    return Setting(True, _MARKED) if heading.identifies else None


def _by_import_id(heading: Heading) -> Setting | None:
    identifier = heading.import_id.casefold().removeprefix("panel-").rpartition("location-")[2]
    if identifier in _PRIVATE_IMPORT_IDS:
        return Setting(True, _PRIVATE_IMPORT_IDS[identifier])
    if identifier in _PROCESS_IDS:
        return Setting(False, _PROCESS)
    return (
        Setting(False, "is a topic the tool guessed, not an answer")
        if identifier.endswith("topics")
        else None
    )


def _by_name(tool: SurveyTool, heading: Heading) -> Setting | None:
    # Two tools write the code before the words ("ipaddr. IP address"), or the group before the field.
    plain_name = plain(heading.name).casefold()
    forms = {plain_name, plain_name.rpartition("/")[2], re.sub(r"^\w+\.\s+", "", plain_name)}
    keys = {form.replace(" ", "") for form in forms}
    for key in keys:
        if key in _BY_NAME:
            return Setting(True, _BY_NAME[key])
    if any(_PLACE_PART.search(key) for key in keys):
        return Setting(True, _PLACE)
    if any(_NAME_FIELD.search(key) for key in keys):
        return Setting(True, _NAMES)
    if tool is SurveyTool.KOBO and _LINK_OF_FILE.search(heading.name):
        return Setting(True, _FILE)
    known = _PROCESS_BY_NAME if tool is SurveyTool.GENERIC else _PROCESS_BY_TOOL
    begun = tool is SurveyTool.GOOGLE_FORMS and plain_name in TIMESTAMPS
    timed = _TIMING.search(plain_name) or _QUIZ.match(plain_name)
    pattern = _BY_TOOL.get(tool)
    if keys & known or begun or timed or (pattern and pattern.match(heading.name)):
        return Setting(False, _PROCESS)
    return Setting(False, _REPEATS) if heading.repeats else None


def _by_question(heading: Heading) -> Setting | None:
    question = plain(heading.question).casefold()
    if len(question.split()) > _SHORT_QUESTION:
        return None
    return next((Setting(True, reason) for pattern, reason in _QUESTIONS if pattern.search(question)), None)


def _by_values(counts: Mapping[str, int]) -> Setting | None:
    """What more than half of the cells hold; of very many values the first are enough to tell."""
    filled = [
        (plain(value), count) for value, count in islice(counts.items(), _MOST_LOOKED_AT) if value.strip()
    ]
    half = sum(count for _, count in filled) / 2
    for pattern, reason in _VALUES:
        if sum(count for value, count in filled if pattern.match(value)) > half:
            return Setting(True, reason)
    return None


def _by_lack(heading: Heading, counts: Mapping[str, int]) -> Setting | None:
    filled = any(value.strip() for value in counts)
    return None if filled or not _UNNAMED.match(heading.name) else Setting(False, _NOTHING)
