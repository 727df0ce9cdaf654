"""Which survey tool wrote a table: ordered rules, first hit wins (formats.md, section 1)."""

import re
from collections.abc import Callable

from assessor.exchange.survey_openings import TIMESTAMPS, Opening, import_id_row, looks_like_moment
from assessor.exchange.survey_tools import SurveyTool

_QUALTRICS_NAMES = frozenset({
    "startdate", "enddate", "status", "ipaddress", "progress", "duration (in seconds)", "finished",
    "recordeddate", "responseid", "distributionchannel", "userlanguage",
})  # fmt: skip
_ENOUGH_NAMES = 6
"""Its workbooks have no row of ImportIds."""
_LIMESURVEY_TEXTS = ("response id", "date submitted", "last page", "start language")
_LIMESURVEY_CODES = ("id", "submitdate", "lastpage", "startlanguage")
_XLSFORM_KIND = re.compile(
    r"^(select[_ ](one|multiple)\b|(begin|end)[_ ](group|repeat)$|(text|integer|decimal|note|date|today|start"
    r"|end|geopoint|calculate|range|image|acknowledge)$)"
)
_R_SYNTAX = re.compile(r"^data\s*<-\s*read\.csv\(")
_CODE_PREFIX = re.compile(r"^\w+\.\s+")
_SURVEYMONKEY_CELLS = frozenset({"response", "open-ended response", "other (please specify)"})
_KOBO_TRACES = frozenset({"_index", "__version__", "_validation_status", "_status"})
_REDCAP_EVENTS = frozenset({"redcap_event_name", "redcap_repeat_instrument", "redcap_survey_identifier"})
_RECORD_ID = re.compile(r"^(record|participant|subject|study|case)?[_ ]?id$")
_WHOLE_NUMBER = re.compile(r"^\d+$")


def recognize_tool(opening: Opening) -> SurveyTool:
    """The tool whose rule holds first, or GENERIC."""
    return next((tool for tool, holds in _RULES if holds(opening)), SurveyTool.GENERIC)


def _is_qualtrics(opening: Opening) -> bool:
    return import_id_row(opening) is not None or len(_QUALTRICS_NAMES & opening.names) >= _ENOUGH_NAMES


def _is_qualtrics_legacy(opening: Opening) -> bool:
    return opening.header[:1] == ("v1",) and "ResponseID" in opening.row(1)


def _is_redcap_dictionary(opening: Opening) -> bool:
    return opening.header[:1] == ("variable / field name",) or opening.header[:2] == (
        "field_name",
        "form_name",
    )


def _is_limesurvey_structure(opening: Opening) -> bool:
    starts = (("class", "type/scale", "name"), ("id", "related_id", "class"))
    return opening.header[:3] in starts


def _is_xlsform(opening: Opening) -> bool:
    if {"survey", "choices"} <= opening.sheets:
        return True
    if not {"type", "name"} <= opening.names:
        return False
    kinds = opening.column(opening.header.index("type"))
    return sum(bool(_XLSFORM_KIND.match(kind)) for kind in kinds) * 2 > len(kinds)


def _is_limesurvey_syntax(opening: Opening) -> bool:
    first = opening.row(0)
    return bool(first) and bool(_R_SYNTAX.match(first[0]))


def _is_limesurvey(opening: Opening) -> bool:
    names = opening.names | {_CODE_PREFIX.sub("", name) for name in opening.names}
    return any(
        sum(wanted in names for wanted in known) >= 3 for known in (_LIMESURVEY_TEXTS, _LIMESURVEY_CODES)
    )


def _is_surveymonkey(opening: Opening) -> bool:
    if opening.header[:1] in (("respondent id",), ("respondentid",)):
        return True
    return any(cell.casefold() in _SURVEYMONKEY_CELLS for cell in opening.row(1))


def _is_microsoft_forms(opening: Opening) -> bool:
    if opening.header[:1] != ("id",):
        return False
    return {"start time", "completion time"} <= opening.names or _starts_like_microsoft(opening.row(1))


def _starts_like_microsoft(row: tuple[str, ...]) -> bool:
    """A number, when it was begun and when it was completed: its headings come in many languages."""
    number, started, completed = (*row, "", "", "")[:3]
    moments = looks_like_moment(started) and looks_like_moment(completed)
    return moments and bool(_WHOLE_NUMBER.match(number))


def _is_kobo(opening: Opening) -> bool:
    names = opening.names
    return {"_id", "_uuid", "_submission_time"} <= names and bool(names & _KOBO_TRACES)


def _is_ona(opening: Opening) -> bool:
    return {"_uuid", "_submission_time"} <= opening.names or "meta/instanceid" in opening.names


def _is_odk_briefcase(opening: Opening) -> bool:
    return "key" in opening.names and bool({"submissiondate", "parent_key"} & opening.names)


def _is_odk_central(opening: Opening) -> bool:
    return bool({"__id", "__system/submissiondate"} & opening.names)


def _is_redcap(opening: Opening) -> bool:
    if opening.names & _REDCAP_EVENTS:
        return True
    raw = opening.row(0)
    completes = any(re.match(r"^[a-z0-9_]+_complete$", name) for name in raw)
    boxes = any(re.match(r"^[a-z0-9_]+___\w+$", name) for name in raw)
    return completes and (boxes or bool(raw and _RECORD_ID.match(raw[0])))


def _is_redcap_labels(opening: Opening) -> bool:
    first = bool(opening.header) and bool(_RECORD_ID.match(opening.header[0]))
    return first and "complete?" in opening.names


def _is_google_forms(opening: Opening) -> bool:
    if not opening.header:
        return False
    if opening.header[0] in TIMESTAMPS:
        return True
    moments = opening.column(0)
    return bool(moments) and all(looks_like_moment(cell) for cell in moments)


def _is_crdc(opening: Opening) -> bool:
    return {"lea_state", "leaid", "combokey"} <= opening.names


_RULES: tuple[tuple[SurveyTool, Callable[[Opening], bool]], ...] = (
    (SurveyTool.QUALTRICS, _is_qualtrics),
    (SurveyTool.QUALTRICS_LEGACY, _is_qualtrics_legacy),
    (SurveyTool.REDCAP_DICTIONARY, _is_redcap_dictionary),
    (SurveyTool.XLSFORM, _is_xlsform),
    (SurveyTool.LIMESURVEY_STRUCTURE, _is_limesurvey_structure),
    (SurveyTool.LIMESURVEY_SYNTAX, _is_limesurvey_syntax),
    (SurveyTool.LIMESURVEY, _is_limesurvey),
    (SurveyTool.SURVEYMONKEY, _is_surveymonkey),
    (SurveyTool.MICROSOFT_FORMS, _is_microsoft_forms),
    (SurveyTool.KOBO, _is_kobo),
    (SurveyTool.ONA, _is_ona),
    (SurveyTool.ODK_BRIEFCASE, _is_odk_briefcase),
    (SurveyTool.ODK_CENTRAL, _is_odk_central),
    (SurveyTool.REDCAP, _is_redcap),
    (SurveyTool.REDCAP_LABELS, _is_redcap_labels),
    (SurveyTool.GOOGLE_FORMS, _is_google_forms),
    (SurveyTool.CRDC, _is_crdc),
)
