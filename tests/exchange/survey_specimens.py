"""Small exports made up after the tools' descriptions, for those whose own files cannot be shipped."""

import io
from datetime import datetime

import xlsxwriter

BEGUN, DONE = datetime(2025, 8, 20, 12, 51, 45), datetime(2025, 8, 20, 12, 55)  # noqa: DTZ001 - as in a workbook


def microsoft(headings: list[str], *answers: list[object]) -> bytes:
    """A workbook of Microsoft Forms with typed cells: number, when begun and completed, and what is given."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        sheet = book.add_worksheet("Sheet1")
        moment = book.add_format({"num_format": "m/d/yy h:mm:ss"})
        for row, given in enumerate(answers, start=1):
            sheet.write_number(row, 0, row)
            sheet.write_datetime(row, 1, BEGUN, moment)
            sheet.write_datetime(row, 2, DONE, moment)
            sheet.write_row(row, 3, given)
        columns = [{"header": heading} for heading in headings]
        sheet.add_table(0, 0, len(answers), len(headings) - 1, {"name": "Table1", "columns": columns})
    return buffer.getvalue()


MICROSOFT = microsoft(
    [
        "ID",
        "Start time",
        "Completion time",
        "Email",
        "Name",
        "Topics?\u00a0",
        "It is fair",
        "It is fair2",
        "Rate",
    ],
    ["anonymous", "", "Talk;Trust;", "Agree", "Strongly agree", 9],
    ["anonymous", "", "Talk, then write;", "Disagree", "Don't know", 4],
    ["anonymous", "", "Trust;my own;", "Neutral", "Agree", 10],
)
MICROSOFT_QUIZ = microsoft(
    [
        "Id", "Start time", "Completion time", "Email", "Name", "Total points", "Quiz feedback",
        "Last modified time", "Fair?", "Points - Fair?", "Feedback - Fair?",
    ],
    ["ann@x.org", "Ann B", 8, "", "", "Agree", 1, "good"],
    ["bo@x.org", "Bo C", 8, "", "", "Disagree", 1, ""],
)  # fmt: skip
MICROSOFT_JAPANESE = microsoft(
    ["ID", "開始時刻", "完了時刻", "メール", "名前", "質問"],
    ["ann@x.org", "安", "はい"],
    ["anonymous", "", "いいえ"],
)
MICROSOFT_GROUP = microsoft(["ID", "Startzeit", "Fertigstellungszeit", "Frage"], ["Ja"], ["Nein"])
MICROSOFT_SAVED_AGAIN = (
    "ID,Start time,Completion time,Email,Name,The SRO \u2014 fair?\r\n"
    "1,8/20/25 12:51:45,8/20/25 12:55:00,anonymous,,Agree\r\n"
    "2,8/20/25 12:51:45,8/20/25 12:55:00,anonymous,,Strongly agree\r\n"
).encode("cp1252")

LIMESURVEY = (
    '\ufeff"Response ID","Date submitted","Last page","Start language","Seed","Access code","Date started",'
    '"Date last action","IP address","Referrer URL","Rate each [Listens]","Rate each [Explains]",'
    '"Which apply? [Talk]","Which apply? [Other]","Why? [Comment]","Upload","Upload [filecount]",'
    '"Question time: q1","Group time: g","Total time"\n'
    '"1","2026-01-05 08:00:00","3","en","123","abc","2026-01-05 07:50:00","2026-01-05 08:00:00","10.0.0.1",'
    '"https://x.org","Agree","Strongly agree","Yes","","because",'
    '"[{""title"":"""",""name"":""me.pdf""}]","1","12.3","30.2","50.1"\n'
    '"2","","1","en","124","abd","2026-01-05 07:50:00","2026-01-05 08:00:00","10.0.0.2","","Disagree",'
    '"Agree","N/A","my own","","","0","2.3","3.2","5.1"\n\n'
)
LIMESURVEY_CODES = (
    '"id";"submitdate";"lastpage";"startlanguage";"token";"ipaddr";"refurl";"G1Q1[SQ001]";"G1Q1[SQ002]";'
    '"G2Q1_SQ001";"G2Q1_SQ002";"G2Q1_other";"G3";"G3[comment]";"interviewtime";"groupTime12";"G3Time"\n'
    '"1";"1980-01-01 00:00:00";"3";"en";"abc";"1.1.1.1";"";"5";"4";"Y";"";"";"A1";"x";"1";"2";"3"\n'
    '"2";"";"3";"en";"abd";"1.1.1.2";"";"1";"2";"Y";"Y";"mine";"-oth-";"";"1";"2";"3"\n'
)
LIMESURVEY_BOTH = (
    '"id. Response ID","submitdate. Date submitted","lastpage. Last page","startlanguage. Start language",'
    '"G1Q1[SQ001]. Rate each [Listens]","G1Q1[SQ002]. Rate each [Explains]","G2_other. Which? [Other]"\n'
    '"1","2026-01-05","2","en","Agree","Disagree",""\n"2","2026-01-05","2","en","Agree","Neutral","mine"\n'
)

KOBO = (
    '"start";"username";"deviceid";"us/role";"us/years";"trust/t1";"trust/t2";"topics";"topics/talk";'
    '"topics/trust";"topics_other";"photo";"photo_URL";"place";"_place_latitude";"_id";"_uuid";'
    '"_submission_time";"_validation_status";"_submitted_by";"__version__";"_index"\n'
    '"";"";"";"#role";"";"";"";"";"";"";"";"";"";"";"";"";"";"";"";"";"";""\n'
    '"2026-01-05T08:00:00.000-05:00";"ann";"ee:1";"teacher";"9";"4";"5";"talk trust";"1";"1";"";"me.jpg";'
    '"https://k.org/me.jpg";"43.3149 -1.9123 0 0";"43.3149";"1";"u1";"2026-01-05T13:00:00";"";'
    '"ann";"v1";"1"\n'
    '"2026-01-05T08:00:00.000-05:00";"bo";"ee:1";"parent";"12";"2";"1";"other";"0";"0";"rules";"";"";"";"";'
    '"2";"u2";"2026-01-05T13:00:00";"";"bo";"v1";"2"\n'
)
KOBO_SUMMARY = '"topics";"_id";"_uuid";"_submission_time";"_index"\n' + "".join(
    f'"{topics}";"{place}";"u{place}";"2026-01-05";"{place}"\n'
    for place, topics in enumerate(["talk trust", "talk", "trust", "talk rules", "rules", "", "trust rules"])
)

SURVEYMONKEY = (
    "Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,"
    "Custom Data 1,Do you agree?,Which apply?,,,Rate each,,Why?\n"
    ",,,,,,,,,Response,Talk,Trust,Other (please specify),Listens,Explains,Open-Ended Response\n"
    "11432985737,1,01/05/2026 8:00:00 AM,01/05/2026 8:10:00 AM,10.0.0.1,a@b.org,Ann,B,Oak High,Agree,Talk,,,"
    "Agree,Disagree,because\n"
    "11432985738,1,01/05/2026 8:00:00 AM,01/05/2026 8:10:00 AM,10.0.0.1,,,,Oak High,Disagree,,Trust,my own,"
    "Agree,Agree,\n"
)
REDCAP_LABELS = (
    "Record ID,Event Name,Repeat Instrument,Data Access Group,Survey Identifier,Survey Timestamp,First name,"
    'Trust?,"Topics (choice=Talk, first)",Topics (choice=Trust),Upload,Complete?,Other form?,Complete?\n'
    "1,Baseline,,,x1,2026-01-05 08:00:00,Ann,Strongly agree,Checked,Unchecked,[document],Complete,Yes,"
    "Incomplete\n2,Baseline,,,x2,[not completed],Bo,Agree,Unchecked,Unchecked,,Incomplete,No,Incomplete\n"
)
GOOGLE_GERMAN = (
    "Zeitstempel,E-Mail-Adresse,Wie geht es? [Vertrauen],Themen\n"
    '21.08.2026 13:10:31,x@y.de,Gut,"Reden, Regeln"\n22.08.2026 13:10:31,z@y.de,Schlecht,Reden\n'
    '22.08.2026 13:10:31,w@y.de,Gut,Regeln\n23.08.2026 13:10:31,v@y.de,Gut,"Regeln, Reden"\n'
)
