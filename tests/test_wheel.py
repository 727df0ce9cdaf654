"""The wheel holds all that the program needs to run, and finds it where it was unpacked."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).resolve().parents[1]
_ASK = """
import assessor, pathlib, sys
from assessor.places import shipped
assert pathlib.Path(assessor.__file__).is_relative_to(sys.argv[1]), assessor.__file__
for parts in (("resources", "icons"), ("resources", "fonts"), ("report_templates", "strategic_plan")):
    found = shipped(*parts)
    assert found.is_relative_to(sys.argv[1]), found
    assert any(found.iterdir()), found
from assessor.instruments.rubrics import get_rubric
print(len(get_rubric().criteria))
"""


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without a network and unpacked."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder / "dist"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    (wheel,) = (folder / "dist").glob("*.whl")
    with ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def run_there(unpacked: Path, *words: object) -> subprocess.CompletedProcess[str]:
    """Run Python with the unpacked wheel before everything, away from the checkout."""
    return subprocess.run(
        [sys.executable, *map(str, words)],
        cwd=unpacked,
        env={"PYTHONPATH": str(unpacked), "PATH": "", "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_shipped_file_is_in_the_wheel(unpacked: Path) -> None:
    for name in ("resources", "report_templates"):
        shipped = {path.relative_to(ROOT / name) for path in (ROOT / name).rglob("*") if path.is_file()}
        inside = unpacked / "assessor" / "_shipped" / name
        held = {path.relative_to(inside) for path in inside.rglob("*") if path.is_file()}
        assert shipped - held == set()


def test_every_module_is_in_the_wheel(unpacked: Path) -> None:
    source = ROOT / "src" / "assessor"
    modules = {path.relative_to(source) for path in source.rglob("*.py")}
    inside = {path.relative_to(unpacked / "assessor") for path in (unpacked / "assessor").rglob("*.py")}
    assert modules - inside == set()


def test_nothing_but_the_program_is_in_the_wheel(unpacked: Path) -> None:
    names = {path.name for path in unpacked.iterdir()}
    assert {name for name in names if not name.endswith(".dist-info")} == {"assessor"}


def test_what_is_shipped_is_found_where_it_was_unpacked(unpacked: Path) -> None:
    asked = run_there(unpacked, "-P", "-c", _ASK, unpacked)
    assert asked.returncode == 0, asked.stderr
    assert int(asked.stdout) > 0


def test_the_program_in_the_wheel_makes_an_engagement_and_prints_its_plan(
    unpacked: Path, tmp_path: Path
) -> None:
    file, target = tmp_path / "a.assessor", tmp_path / "a.pdf"
    made = run_there(unpacked, "-m", "assessor", "new", file, "--client", "Larkfield Unified")
    assert made.returncode == 0, made.stderr
    printed = run_there(
        unpacked, "-m", "assessor", "report", file, "--kind", "strategic-plan", "--out", target
    )
    assert printed.returncode == 0, printed.stderr
    assert target.read_bytes().startswith(b"%PDF")
