"""Printing the plan for looking at: gathered and printed in one piece of work, into a folder of its own."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from assessor.progress import Progress, Work
from assessor.report.chapters import Chapter

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement


@dataclass(frozen=True)
class Preview:
    """A plan printed: the file, its chapters in order, how many pages, and what deserves a look."""

    path: Path
    chapters: tuple[Chapter, ...]
    pages: int
    remarks: tuple[str, ...]


def print_preview(engagement: "Engagement", today: date, target: Path) -> Work[Preview]:
    """Gather the plan and print it to `target`. Raises CannotDo with a sentence where it cannot be."""
    from assessor.operations.gathering import gather_strategic_plan
    from assessor.report.layout import all_chapters
    from assessor.report.printing import print_plan

    yield Progress(0, 1, "Gathering the plan")
    plan = gather_strategic_plan(engagement, today)
    printed = yield from print_plan(plan, target)
    return Preview(target, tuple(all_chapters(plan)), printed.pages, printed.remarks)
