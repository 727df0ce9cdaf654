"""Where one can go: every screen, its stage, and the class that is imported when it is first shown."""

from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from typing import cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from assessor.ui.screens import Screen


class Stage(StrEnum):
    """An entry of the rail."""

    OVERVIEW = "overview"
    ASSESS = "assess"
    IDENTIFY = "identify"
    PLAN = "plan"
    IMPLEMENT = "implement"
    EVALUATE = "evaluate"
    REPORT = "report"

    @property
    def label(self) -> str:
        """The word on the rail."""
        return QCoreApplication.translate("places", str(_STAGE_TITLES[self]))

    @property
    def icon(self) -> str:
        """The icon on the rail."""
        return _STAGE_ICONS[self]


_STAGE_TITLES = {
    Stage.OVERVIEW: QT_TRANSLATE_NOOP("places", "Overview"),
    Stage.ASSESS: QT_TRANSLATE_NOOP("places", "Assess"),
    Stage.IDENTIFY: QT_TRANSLATE_NOOP("places", "Identify"),
    Stage.PLAN: QT_TRANSLATE_NOOP("places", "Plan"),
    Stage.IMPLEMENT: QT_TRANSLATE_NOOP("places", "Implement"),
    Stage.EVALUATE: QT_TRANSLATE_NOOP("places", "Evaluate"),
    Stage.REPORT: QT_TRANSLATE_NOOP("places", "Report"),
}

_STAGE_ICONS = {
    Stage.OVERVIEW: "layout-dashboard",
    Stage.ASSESS: "clipboard-list",
    Stage.IDENTIFY: "scan-search",
    Stage.PLAN: "route",
    Stage.IMPLEMENT: "list-checks",
    Stage.EVALUATE: "chart-line",
    Stage.REPORT: "file-text",
}

STAGES = (Stage.ASSESS, Stage.IDENTIFY, Stage.PLAN, Stage.IMPLEMENT, Stage.EVALUATE)


@dataclass(frozen=True)
class Place:
    """A screen one can go to, the class `<Key>Screen` in the module `assessor.ui.<stage>.<key>`.

    `folder` is that of its feature, in a stage that has several; `module` is given where the class lies
    elsewhere. `is_listed` is off for a place reached from elsewhere than rail and stage bar.
    """

    stage: Stage
    key: str
    english: object  # as QT_TRANSLATE_NOOP hands it back
    module: str = ""
    folder: str = ""
    is_listed: bool = True

    @property
    def title(self) -> str:
        """The name of the place."""
        return QCoreApplication.translate("places", str(self.english))

    @property
    def class_name(self) -> str:
        """The name of the screen's class."""
        return "".join(word.capitalize() for word in self.key.split("_")) + "Screen"

    def screen_class(self) -> "type[Screen]":
        """Import the screen's class."""
        own = ".".join(filter(None, (self.stage, self.folder, self.key)))
        module = import_module(f"assessor.ui.{self.module or own}")
        return cast("type[Screen]", getattr(module, self.class_name))


PLACES = (
    Place(Stage.OVERVIEW, "overview", QT_TRANSLATE_NOOP("places", "Overview"), module="overview"),
    Place(Stage.ASSESS, "sittings", QT_TRANSLATE_NOOP("places", "Interviews and groups"), folder="sittings"),
    Place(
        Stage.ASSESS, "documents", QT_TRANSLATE_NOOP("places", "Policies and agreements"), folder="documents"
    ),
    Place(Stage.ASSESS, "document_requests", QT_TRANSLATE_NOOP("places", "Requests"), folder="requests"),
    Place(Stage.ASSESS, "surveys", QT_TRANSLATE_NOOP("places", "Surveys"), folder="surveys"),
    Place(Stage.ASSESS, "program_data", QT_TRANSLATE_NOOP("places", "Program data"), folder="program_data"),
    Place(Stage.ASSESS, "audits", QT_TRANSLATE_NOOP("places", "Audits"), folder="audits"),
    Place(Stage.ASSESS, "partners", QT_TRANSLATE_NOOP("places", "Partners"), folder="partners"),
    Place(Stage.ASSESS, "participants", QT_TRANSLATE_NOOP("places", "People and sites"), folder="people"),
    Place(Stage.ASSESS, "coverages", QT_TRANSLATE_NOOP("places", "Coverage"), folder="coverage"),
    Place(Stage.IDENTIFY, "findings", QT_TRANSLATE_NOOP("places", "Findings")),
    Place(Stage.PLAN, "goals", QT_TRANSLATE_NOOP("places", "Goals")),
    Place(Stage.PLAN, "protocols", QT_TRANSLATE_NOOP("places", "Protocols")),
    Place(Stage.PLAN, "role_decisions", QT_TRANSLATE_NOOP("places", "Who decides")),
    Place(Stage.PLAN, "trainings", QT_TRANSLATE_NOOP("places", "Training")),
    Place(Stage.IMPLEMENT, "action_steps", QT_TRANSLATE_NOOP("places", "Actions")),
    Place(Stage.IMPLEMENT, "meetings", QT_TRANSLATE_NOOP("places", "Meetings")),
    Place(Stage.EVALUATE, "measures", QT_TRANSLATE_NOOP("places", "Measures")),
    Place(Stage.EVALUATE, "reviews", QT_TRANSLATE_NOOP("places", "Reviews")),
    Place(Stage.REPORT, "strategic_plan", QT_TRANSLATE_NOOP("places", "Report")),
    Place(
        Stage.ASSESS,
        "guides",
        QT_TRANSLATE_NOOP("places", "Guides"),
        folder="guides",
        is_listed=False,
    ),
    Place(
        Stage.ASSESS,
        "survey_forms",
        QT_TRANSLATE_NOOP("places", "Survey forms"),
        folder="survey_forms",
        is_listed=False,
    ),
    Place(
        Stage.ASSESS,
        "paper_batches",
        QT_TRANSLATE_NOOP("places", "Paper forms"),
        folder="paper",
        is_listed=False,
    ),
    Place(Stage.ASSESS, "dyads", QT_TRANSLATE_NOOP("places", "Pairs"), folder="dyads", is_listed=False),
    Place(
        Stage.OVERVIEW, "history", QT_TRANSLATE_NOOP("places", "History"), module="history", is_listed=False
    ),
)


def place(key: str) -> Place:
    """The place of a key."""
    return next(found for found in PLACES if found.key == key)


def places_of(stage: Stage) -> tuple[Place, ...]:
    """The places listed in a stage, in order."""
    return tuple(found for found in PLACES if found.stage is stage and found.is_listed)
