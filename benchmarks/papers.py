"""The strategic plan as PDF beside WeasyPrint alone on the same HTML."""

import subprocess
import sys
from datetime import date
from pathlib import Path

from assessor.operations.gathering import gather_strategic_plan
from assessor.progress import finish
from assessor.report.glyphs import fit_for_print
from assessor.report.layout import lay_out
from assessor.report.printing import print_plan
from assessor.store import Engagement
from benchmarks.measuring import Figure, in_turn

_ALONE = """
import sys
from weasyprint import HTML
from assessor.report.fetcher import RegisteredFetcher
from assessor.report.stylesheets import registered
html = sys.stdin.buffer.read().decode()
HTML(string=html, base_url="plan:", url_fetcher=RegisteredFetcher(registered())).write_pdf(
    sys.argv[1], pdf_variant="pdf/ua-1"
)
"""
_DAY = date(2027, 1, 29)


def measure_paper(sample: Path, folder: Path) -> list[Figure]:
    """Laying out and printing the sample's plan, beside printing its HTML with WeasyPrint alone."""
    with Engagement.open(sample) as engagement:
        gather = in_turn(5, lambda: gather_strategic_plan(engagement, _DAY))[0]
        plan = gather_strategic_plan(engagement, _DAY)
    html = lay_out(fit_for_print(plan)[0]).encode()
    pages = finish(print_plan(plan, folder / "plan.pdf")).pages

    def print_alone() -> None:
        command = [sys.executable, "-c", _ALONE, str(folder / "alone.pdf")]
        subprocess.run(command, input=html, check=True, stderr=subprocess.DEVNULL)

    ours, alone = in_turn(3, lambda: finish(print_plan(plan, folder / "plan.pdf")), print_alone)
    return [
        Figure("Gather the sample's plan", gather, "", None, "no aim"),
        Figure(f"Print it, {pages} pages", ours, "WeasyPrint alone on its HTML", alone, "aim 1.15×"),
    ]
