"""Lay out: the results of a survey wave as HTML; what the pages claim, and how their tables are set."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from markupsafe import Markup

from assessor.charts.styles import paper_style
from assessor.charts.tables import Chart, ChartTable, TableRow
from assessor.charts.voices import VoiceGroup, draw_voices
from assessor.charts.widths import fit_text
from assessor.operations.strategic_plan.wording import lower_first
from assessor.operations.surveys.survey_reports import SurveyReport
from assessor.report.figures import inline
from assessor.report.layout import CannotLayOut, Numbers
from assessor.report.survey_words import claims_of, ended, words_of
from assessor.report.templates import open_templates
from assessor.report.words import listed, one_line

WIDTH = 516.0
_STYLE = paper_style()
_FOOT = 375.0
_LONG, _LONGEST = 26, 60  # characters of a title from which the cover sets it smaller


def lay_out_survey(report: SurveyReport) -> str:
    """The results as one HTML page. Raises CannotLayOut where a figure's numbers make no sense."""
    environment = open_templates("survey_results")
    environment.filters.update(_FILTERS)
    people = draw_voices([VoiceGroup(*took) for took in report.took_part], _STYLE, "People who answered")
    try:
        return environment.get_template("survey.html").render(
            report=report,
            numbers=Numbers(),
            claims=claims_of(report),
            contents=_contents(report),
            foot=_foot(report),
            title_size=_title_size(report.title),
            people=inline(people.svg) if report.took_part else "",
            people_per_dot=people.people_per_dot,
            **words_of(report),
        )
    except ValueError as error:  # the charts refuse what is no percentage or mean
        raise CannotLayOut(f"Survey results: {error}. Correct the answers and print again.") from error


def drawn(chart: Chart) -> Markup:
    """A chart as wide as the page."""
    return inline(chart.draw(_STYLE, WIDTH))


def bodies(table: ChartTable) -> Iterator[list[TableRow]]:
    """The rows of a table in bodies that each begin with a head, where it has heads."""
    body: list[TableRow] = []
    for row in table.rows:
        if row.is_head and body:
            yield body
            body = []
        body.append(row)
    if body:
        yield body


def has_figures(table: ChartTable) -> bool:
    """Whether the columns hold figures, which are set to the right, and not words with them."""
    cells = [cell for row in table.rows if not row.is_hidden for cell in row.cells[1:]]
    return sum(any(letter.isalpha() for letter in cell) for cell in cells) * 2 <= len(cells)


def in_a_row(names: Sequence[str]) -> str:
    """Names of constructs within a sentence."""
    return listed(lower_first(name) for name in names)


def is_untold(row: TableRow) -> bool:
    """Whether every figure of a row is hidden for one reason, which is then said once."""
    return row.is_hidden and len(set(row.cells[1:])) == 1


def column_widths(table: ChartTable) -> list[float]:
    """Percent of the width for each column: the first takes what words need."""
    columns = len(table.headings) - 1
    first = 26.0 if columns >= 6 else 34.0
    return [first, *(round((100 - first) / max(columns, 1), 2) for _ in range(columns))]


def _contents(report: SurveyReport) -> list[tuple[str, str]]:
    entries = [
        ("answered", "Who answered", True),
        ("profile", "What each group says", True),
        ("items", "Item by item", True),
        ("schools", "School by school", report.schools.is_known),
        ("gaps", "Where officers and administrators differ", True),
        ("yes-no", "Yes or no", bool(report.yes_no)),
        ("changes", "Since the wave before", bool(report.changes)),
        ("comments", "In their own words", bool(report.comments)),
        ("method", "How to read this", True),
        ("numbers", "The numbers", True),
    ]
    return [(anchor, title) for anchor, title, is_in in entries if is_in]


def _foot(report: SurveyReport) -> str:
    """Client and wave on one line."""
    foot = " · ".join(part for part in (report.client, one_line(report.title)) if part)
    return fit_text(foot, _FOOT, 8.5, _STYLE.sans)


def _title_size(title: str) -> str:
    return "longest" if len(title) > _LONGEST else "long" if len(title) > _LONG else ""


_FILTERS: Mapping[str, Callable[..., object]] = {
    "bodies": bodies,
    "column_widths": column_widths,
    "drawn": drawn,
    "ended": ended,
    "has_figures": has_figures,
    "in_a_row": in_a_row,
    "is_untold": is_untold,
}
