"""What a plan may load while it is printed."""

import pytest

from assessor.report.fetcher import RegisteredFetcher
from assessor.report.stylesheets import FONTS, registered


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "https://example.org/",
        "http://localhost:1/",
        "data:text/plain,x",
        "plan:../secret",
        "ftp://x/",
        "",
    ],
)
def test_what_was_not_registered_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="not registered"):
        RegisteredFetcher(registered()).fetch(address)


def test_what_was_registered_is_answered_with_its_kind() -> None:
    response = RegisteredFetcher(registered()).fetch("plan:plan.css")
    assert response.content_type == "text/css"
    assert b"@page" in response.read()


def test_every_face_of_the_type_is_registered_and_has_its_license_beside_it() -> None:
    known = registered()
    assert {f"plan:{file}" for _, _, file in FONTS} <= known.keys()
    from assessor.places import shipped

    for family in ("SourceSans3", "SourceSerif4"):
        text = shipped("resources", "fonts", f"{family}-LICENSE.md").read_text(encoding="utf-8")
        assert "SIL Open Font License" in text
