"""The sections of the plan as the list shows them: which chapters are in each, its pages, and its faults."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from assessor.operations.golden_thread import Element, LooseEnd
from assessor.operations.strategic_plan.leaving_out import OPTIONAL_CHAPTERS
from assessor.report.chapters import Chapter

_ELEMENTS = {
    Element.FINDING: "findings",
    Element.AREA: "strengths",
    Element.GOAL: "goals",
    Element.OBJECTIVE: "goals",
    Element.ACTION_STEP: "goals",
    Element.MEASURE: "measures",
    Element.PROTOCOL: "protocols",
    Element.TRAINING: "year",
    Element.MEETING: "year",
}


@dataclass(frozen=True)
class SectionKind:
    """A section: its key, its name, and the templates of its chapters."""

    key: str
    english: object  # as QT_TRANSLATE_NOOP hands it back
    templates: tuple[str, ...]

    @property
    def title(self) -> str:
        """Its name in the list."""
        return QCoreApplication.translate("plan_sections", str(self.english))


SECTIONS = (
    SectionKind(
        "front", QT_TRANSLATE_NOOP("plan_sections", "Cover and contents"), ("cover.html", "contents.html")
    ),
    SectionKind("summary", QT_TRANSLATE_NOOP("plan_sections", "Summary"), ("summary.html",)),
    SectionKind("listening", QT_TRANSLATE_NOOP("plan_sections", "How we listened"), ("listening.html",)),
    SectionKind("strengths", QT_TRANSLATE_NOOP("plan_sections", "Strengths first"), ("strengths.html",)),
    SectionKind("findings", QT_TRANSLATE_NOOP("plan_sections", "Findings"), ("finding.html", "briefs.html")),
    SectionKind("priorities", QT_TRANSLATE_NOOP("plan_sections", "Priorities"), ("priorities.html",)),
    SectionKind("goals", QT_TRANSLATE_NOOP("plan_sections", "Goals"), ("goal.html",)),
    SectionKind("protocols", QT_TRANSLATE_NOOP("plan_sections", "Protocols"), ("protocol.html",)),
    SectionKind("ladder", QT_TRANSLATE_NOOP("plan_sections", "When we disagree"), ("ladder.html",)),
    SectionKind("decisions", QT_TRANSLATE_NOOP("plan_sections", "Who decides what"), ("decisions.html",)),
    SectionKind("year", QT_TRANSLATE_NOOP("plan_sections", "Training and reviews"), ("year.html",)),
    SectionKind("partners", QT_TRANSLATE_NOOP("plan_sections", "Partners"), ("partners.html",)),
    SectionKind("measures", QT_TRANSLATE_NOOP("plan_sections", "Measures"), ("measures.html",)),
    SectionKind("privacy", QT_TRANSLATE_NOOP("plan_sections", "Privacy note"), ("privacy.html",)),
    SectionKind("rubric", QT_TRANSLATE_NOOP("plan_sections", "Rubric scores"), ("rubric.html",)),
    SectionKind("items", QT_TRANSLATE_NOOP("plan_sections", "Survey items"), ("items.html",)),
    SectionKind("method", QT_TRANSLATE_NOOP("plan_sections", "Scores, law, editions"), ("method.html",)),
)


@dataclass(frozen=True)
class SectionRow:
    """A section as the list paints it."""

    key: str
    title: str
    is_optional: bool
    is_in: bool
    """Whether it is to be printed."""
    first: int | None = None
    last: int | None = None
    """Its pages, counted from 1; None where it is not among those printed."""
    faults: int = 0
    looks: int = 0

    def is_on(self, first: int, last: int) -> bool:
        """Whether it has one of these pages."""
        return self.first is not None and self.first <= last and (self.last or self.first) >= first

    @property
    def pages(self) -> str:
        """Its pages in the list: "5–8"."""
        if self.first is None:
            return ""
        return f"{self.first}" if self.last in (None, self.first) else f"{self.first}–{self.last}"


def list_sections(
    chapters: Sequence[Chapter],
    starts: Sequence[int],
    page_count: int,
    left_out: Collection[str],
    loose_ends: Sequence[LooseEnd],
) -> list[SectionRow]:
    """Every section with its pages, where the plan was printed, and what is wrong in it.

    `starts` are the first pages of the chapters, counted from 1; the lists are of one length once printed.
    """
    spans = _spans(chapters, starts, page_count)
    rows = []
    for kind in SECTIONS:
        pages = [span for template, span in spans if template in kind.templates]
        ends = [end for end in loose_ends if section_of(end) == kind.key]
        rows.append(
            SectionRow(
                kind.key,
                kind.title,
                kind.key in OPTIONAL_CHAPTERS,
                kind.key not in left_out,
                min((first for first, _ in pages), default=None),
                max((last for _, last in pages), default=None),
                sum(end.required for end in ends),
                sum(not end.required for end in ends),
            )
        )
    return rows


def section_of(loose_end: LooseEnd) -> str:
    """The key of the section in which a loose end shows."""
    return _ELEMENTS[loose_end.element]


def _spans(
    chapters: Sequence[Chapter], starts: Sequence[int], page_count: int
) -> list[tuple[str, tuple[int, int]]]:
    if not starts or len(chapters) != len(starts):
        return []
    ends = [*(start - 1 for start in starts[1:]), page_count]
    return [
        (chapter.template, (start, max(end, start)))
        for chapter, start, end in zip(chapters, starts, ends, strict=True)
    ]
