"""Where the files that travel with the program lie: in a checkout, a wheel or a frozen bundle."""

import sys
from pathlib import Path

_package = Path(__file__).resolve().parent


def shipped(*parts: str) -> Path:
    """The path of a shipped file, as in `shipped("resources", "fonts")` or `shipped("report_templates")`."""
    bundle = Path(getattr(sys, "_MEIPASS", _package))
    for root in (bundle / "_shipped", _package / "_shipped", _package.parents[1]):
        if (root / parts[0]).is_dir():
            return root.joinpath(*parts)
    raise FileNotFoundError(f"{parts[0]} is missing from this installation; install Assessor again")
