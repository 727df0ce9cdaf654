"""The kinds of instrument: each folder of resources/instruments and the record its files hold."""

from pathlib import Path

from assessor.instruments.abbreviations import Abbreviations
from assessor.instruments.audits import AuditChecklist
from assessor.instruments.checklists import Checklist
from assessor.instruments.codebooks import Codebook
from assessor.instruments.decisions import DecisionMatrix
from assessor.instruments.forms import Form
from assessor.instruments.glossaries import Glossary
from assessor.instruments.goals import GoalLibrary
from assessor.instruments.guides import Guide
from assessor.instruments.item_banks import ItemBank
from assessor.instruments.ladders import Ladder
from assessor.instruments.library import ENGLISH, read
from assessor.instruments.measures import MeasureLibrary
from assessor.instruments.meetings import MeetingLibrary
from assessor.instruments.overlays import Overlay
from assessor.instruments.partners import PartnerTypes
from assessor.instruments.practices import Practice
from assessor.instruments.protocols import Protocol
from assessor.instruments.records import Instrument
from assessor.instruments.requests import RequestList
from assessor.instruments.rubrics import Rubric
from assessor.instruments.texts import TextCollection
from assessor.instruments.trainings import TrainingCatalog

KINDS: dict[str, type[Instrument]] = {
    "abbreviations": Abbreviations,
    "audits": AuditChecklist,
    "checklists": Checklist,
    "codebooks": Codebook,
    "decisions": DecisionMatrix,
    "glossaries": Glossary,
    "goals": GoalLibrary,
    "guides": Guide,
    "item_banks": ItemBank,
    "ladders": Ladder,
    "measures": MeasureLibrary,
    "meetings": MeetingLibrary,
    "overlays": Overlay,
    "partners": PartnerTypes,
    "practices": Practice,
    "protocols": Protocol,
    "requests": RequestList,
    "rubrics": Rubric,
    "surveys": Form,
    "texts": TextCollection,
    "trainings": TrainingCatalog,
}


def read_any(
    kind: str, key: str, version: int | None = None, language: str = ENGLISH, root: Path | None = None
) -> Instrument:
    """An instrument of any kind, for tools that look at all of them."""
    return read(KINDS[kind], kind, key, version, language, root)
