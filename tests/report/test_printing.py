"""Printing from the parent's side: progress, cancelling, whole files only, and words for what goes wrong."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.report.conftest import Print
from tests.report.specimen import crowded_plan, empty_plan

from assessor.operations.strategic_plan import StrategicPlan
from assessor.operations.strategic_plan.front import Front
from assessor.progress import Progress, Work, finish
from assessor.report.printing import CannotPrint, Printed, print_html, print_plan


def _run(work: Work[Printed], seen: list[Progress]) -> Printed:
    """Run the work to its end and keep its progress."""
    while True:
        try:
            seen.append(next(work))
        except StopIteration as end:
            result: Printed = end.value
            return result


def test_progress_never_goes_back_and_ends_at_the_end(tmp_path: Path) -> None:
    work = print_plan(empty_plan(), tmp_path / "plan.pdf")
    seen: list[Progress] = []
    printed = _run(work, seen)
    parts = [progress.done / progress.total for progress in seen]
    assert parts == sorted(parts)
    assert parts[-1] == 1
    assert any("page 2" in progress.doing for progress in seen)
    assert printed == Printed(tmp_path / "plan.pdf", 3)


def test_closing_the_work_ends_the_process_and_leaves_no_file(tmp_path: Path) -> None:
    target = tmp_path / "plan.pdf"
    target.write_bytes(b"the edition before")
    work = print_plan(crowded_plan(), target)
    for _ in range(3):
        next(work)
    work.close()
    assert target.read_bytes() == b"the edition before"
    assert [path.name for path in tmp_path.iterdir()] == ["plan.pdf"]


def test_a_folder_that_is_not_there_is_said_in_words(tmp_path: Path) -> None:
    work = print_plan(empty_plan(), tmp_path / "gone" / "plan.pdf")
    with pytest.raises(CannotPrint, match=r"could not be written: No such file or directory\. Choose"):
        finish(work)


def test_a_folder_in_the_place_of_the_file_is_said_in_words_and_nothing_stays(tmp_path: Path) -> None:
    (tmp_path / "plan.pdf").mkdir()
    with pytest.raises(CannotPrint, match="could not be written"):
        finish(print_plan(empty_plan(), tmp_path / "plan.pdf"))
    assert [path.name for path in tmp_path.iterdir()] == ["plan.pdf"]


def test_a_printed_plan_replaces_the_one_before(tmp_path: Path, empty_print: Print) -> None:
    target = tmp_path / "plan.pdf"
    target.write_bytes(b"the edition before")
    finish(print_html(empty_print.html, target))
    assert target.read_bytes().startswith(b"%PDF-1.7")
    assert [path.name for path in tmp_path.iterdir()] == ["plan.pdf"]


def test_the_printing_process_can_be_run_by_hand(tmp_path: Path, empty_print: Print) -> None:
    target = tmp_path / "plan.pdf"
    command = [sys.executable, "-m", "assessor.report.pdf", str(target), "--identifier", "x"]
    done = subprocess.run(command, input=empty_print.html.encode(), capture_output=True, check=True)
    assert done.stdout.splitlines()[-1] == b'{"pages": 3, "remarks": []}'
    assert done.stderr == b""
    assert target.exists()


def test_html_that_asks_for_what_is_not_ours_is_printed_without_it_and_remarked(tmp_path: Path) -> None:
    html = (
        '<html lang="en"><head><title>x</title><link rel="stylesheet" href="https://example.org/x.css">'
        '<link rel="attachment" href="file:///etc/passwd"></head>'
        '<body><h1>x</h1><img alt="x" src="file:///etc/passwd"></body></html>'
    )
    printed = finish(print_html(html, tmp_path / "plan.pdf"))
    refused = [remark for remark in printed.remarks if "not registered" in remark]
    assert len(refused) == 3
    assert b"root:" not in printed.path.read_bytes()


def test_a_character_the_type_lacks_is_remarked(tmp_path: Path) -> None:
    plan = StrategicPlan(Front("校 School District", "Creek County Sheriff’s Office"))
    printed = finish(print_plan(plan, tmp_path / "plan.pdf"))
    assert len(printed.remarks) == 1
    assert "as in “校 School District”" in printed.remarks[0]
