"""The survey tools whose tables are known."""

from enum import StrEnum


class SurveyTool(StrEnum):
    """The tool a table came from, or the kind of table it is."""

    QUALTRICS = "qualtrics"
    QUALTRICS_LEGACY = "qualtrics_legacy"
    REDCAP_DICTIONARY = "redcap_dictionary"
    XLSFORM = "xlsform"
    LIMESURVEY_STRUCTURE = "limesurvey_structure"
    LIMESURVEY_SYNTAX = "limesurvey_syntax"
    LIMESURVEY = "limesurvey"
    SURVEYMONKEY = "surveymonkey"
    MICROSOFT_FORMS = "microsoft_forms"
    KOBO = "kobo"
    ONA = "ona"
    ODK_BRIEFCASE = "odk_briefcase"
    ODK_CENTRAL = "odk_central"
    REDCAP = "redcap"
    REDCAP_LABELS = "redcap_labels"
    GOOGLE_FORMS = "google_forms"
    CRDC = "crdc"
    GENERIC = "generic"

    @property
    def label(self) -> str:
        """What the tool is called on screens."""
        return _LABELS[self]

    @property
    def family(self) -> str:
        """The tool in a word, whichever of its ways of writing a table it is."""
        return _FAMILIES.get(self, self.value)

    @property
    def holds_responses(self) -> bool:
        """Whether each row is one response, and not a question or a school."""
        return self not in _INSTEAD

    def why_not(self, name: str) -> str:
        """What is said of a file of this kind that is brought as answers, where it holds none."""
        instead = _INSTEAD.get(self)
        return f"“{name}” holds no answers: it is recognized as {self.label}. {instead}." if instead else ""


_FAMILIES = {
    SurveyTool.QUALTRICS_LEGACY: "qualtrics",
    SurveyTool.REDCAP_LABELS: "redcap",
    SurveyTool.ODK_BRIEFCASE: "odk",
    SurveyTool.ODK_CENTRAL: "odk",
}
_WITH_CODEBOOK = "Bring the export of its answers, and give this file beside it as the codebook"
_INSTEAD = {
    SurveyTool.REDCAP_DICTIONARY: _WITH_CODEBOOK,
    SurveyTool.XLSFORM: _WITH_CODEBOOK,
    SurveyTool.LIMESURVEY_STRUCTURE: _WITH_CODEBOOK,
    SurveyTool.LIMESURVEY_SYNTAX: "Bring the export of its answers, with full question texts",
    SurveyTool.CRDC: "Bring it in as program data",
}
_LABELS = {
    SurveyTool.QUALTRICS: "Qualtrics",
    SurveyTool.QUALTRICS_LEGACY: "Qualtrics (legacy format)",
    SurveyTool.REDCAP_DICTIONARY: "REDCap data dictionary",
    SurveyTool.LIMESURVEY_STRUCTURE: "LimeSurvey survey structure",
    SurveyTool.LIMESURVEY_SYNTAX: "LimeSurvey R syntax",
    SurveyTool.XLSFORM: "XLSForm questionnaire",
    SurveyTool.LIMESURVEY: "LimeSurvey",
    SurveyTool.SURVEYMONKEY: "SurveyMonkey",
    SurveyTool.MICROSOFT_FORMS: "Microsoft Forms",
    SurveyTool.KOBO: "KoboToolbox",
    SurveyTool.ONA: "Ona",
    SurveyTool.ODK_BRIEFCASE: "ODK Briefcase",
    SurveyTool.ODK_CENTRAL: "ODK Central",
    SurveyTool.REDCAP: "REDCap",
    SurveyTool.REDCAP_LABELS: "REDCap (labels)",
    SurveyTool.GOOGLE_FORMS: "Google Forms",
    SurveyTool.CRDC: "Civil Rights Data Collection",
    SurveyTool.GENERIC: "Table",
}
