"""Lay out: a strategic plan as HTML, chapter by chapter; the templates say how, the plan says what."""

from collections import Counter
from collections.abc import Container

from jinja2 import Environment
from markupsafe import Markup

from assessor.operations.strategic_plan import StrategicPlan
from assessor.report.chapters import Chapter, list_chapters
from assessor.report.figures import Figures
from assessor.report.sections import marks, tell
from assessor.report.templates import open_templates
from assessor.report.words import one_line
from assessor.terms import CannotDo


class CannotLayOut(CannotDo):
    """Something in the record cannot be drawn."""


COVER = Chapter("cover", "", "Cover", "cover.html")


class Numbers:
    """Counts the figures and tables as they are laid out: Figure 1, Figure 2, Table 1."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def next(self, kind: str) -> int:
        """The number of the next figure or table."""
        self._counts[kind] += 1
        return self._counts[kind]


def lay_out(plan: StrategicPlan, only: Container[str] = ()) -> str:
    """The whole plan as one HTML page, or `only` the chapters with these anchors, for a preview.

    Raises CannotLayOut where a figure's numbers make no sense, naming the chapter.
    """
    environment = open_templates("strategic_plan")
    chapters = [chapter for chapter in all_chapters(plan) if not only or chapter.anchor in only]
    figures, numbers = Figures(plan.privacy.smallest_group), Numbers()
    sections = [_section(environment, plan, chapter, figures, numbers) for chapter in chapters]
    front = plan.front
    foot = f"{front.short_name or front.district} · {front.short_title or one_line(front.title)}"
    skeleton = environment.get_template("plan.html")
    return skeleton.render(front=front, marks=marks(front), foot=foot, sections=sections)


def all_chapters(plan: StrategicPlan) -> list[Chapter]:
    """Cover and contents, then the chapters."""
    title = one_line(plan.front.title)
    return [COVER, Chapter("contents", title, "Contents", "contents.html"), *list_chapters(plan)]


def _section(
    environment: Environment, plan: StrategicPlan, chapter: Chapter, figures: Figures, numbers: Numbers
) -> Markup:
    template = environment.get_template(chapter.template)
    try:
        html = template.render(
            plan=plan,
            chapter=chapter,
            figures=figures,
            numbers=numbers,
            goal_codes={goal.code for goal in plan.goals},
            smallest_group=plan.privacy.smallest_group,
            **tell(plan, chapter),
        )
    except ValueError as error:  # the charts refuse what is no percentage, level or score
        raise CannotLayOut(f"{chapter.title}: {error}. Correct it there and print again.") from error
    return Markup(html)  # noqa: S704 # rendered with autoescape
