"""The stylesheets of print: each deliverable's, fonts under names no system takes, colors as properties."""

from collections.abc import Iterator
from dataclasses import fields

from assessor.palette import PAPER, PLAN_DISPLAY, PLAN_SANS, PLAN_SERIF, PLAN_SUBHEAD, Paper
from assessor.places import shipped

FONTS = (
    (PLAN_SANS, 400, "SourceSans3-Regular.ttf"),
    (PLAN_SANS, 500, "SourceSans3-Medium.ttf"),
    (PLAN_SANS, 600, "SourceSans3-Semibold.ttf"),
    (PLAN_SANS, 700, "SourceSans3-Bold.ttf"),
    (PLAN_SERIF, 400, "SourceSerif4-Regular.ttf"),
    (PLAN_SERIF, 600, "SourceSerif4-Semibold.ttf"),
    (PLAN_SUBHEAD, 400, "SourceSerif4Subhead-Regular.ttf"),
    (PLAN_DISPLAY, 300, "SourceSerif4Display-Light.ttf"),
    (PLAN_DISPLAY, 400, "SourceSerif4Display-Regular.ttf"),
    (PLAN_DISPLAY, 600, "SourceSerif4Display-Semibold.ttf"),
)

ITALICS = ((PLAN_SERIF, 400, "SourceSerif4-It.ttf"),)
"""Set in sessions' records alone, for the observer's own words."""
SHEETS = (
    ("strategic_plan", "plan.css"),
    ("session_record", "record.css"),
    ("keys_card", "keys.css"),
    ("survey_results", "survey.css"),
    ("paper_form", "form.css"),
)


def font_faces() -> str:
    """The @font-face rules."""
    styled = (*((font, "normal") for font in FONTS), *((font, "italic") for font in ITALICS))
    return "\n".join(
        f'@font-face {{ font-family: "{family}"; font-weight: {weight}; font-style: {style};'
        f' src: url("plan:{file}"); }}'
        for (family, weight, file), style in styled
    )


def color_properties(paper: Paper = PAPER) -> str:
    """Every color of print as a custom property: --ink, --cover-ground, --group-sro."""
    rules = "\n".join(f"  --{name}: {color};" for name, color in _colors(paper))
    return f":root {{\n{rules}\n}}\n@page {{\n{rules}\n}}\n"


def _colors(paper: Paper) -> Iterator[tuple[str, str]]:
    for field in fields(paper):
        value = getattr(paper, field.name)
        if isinstance(value, str):
            yield field.name.replace("_", "-"), value
    for group, color in paper.groups.items():
        yield f"group-{group.value.lower()}", color


def registered() -> dict[str, tuple[str, bytes]]:
    """Everything a deliverable may fetch: its address, its kind and its bytes."""
    found = {
        "plan:fonts.css": ("text/css", font_faces().encode()),
        "plan:colors.css": ("text/css", color_properties().encode()),
    }
    for folder, sheet in SHEETS:
        found[f"plan:{sheet}"] = ("text/css", shipped("report_templates", folder, sheet).read_bytes())
    for _, _, file in (*FONTS, *ITALICS):
        found[f"plan:{file}"] = ("font/ttf", shipped("resources", "fonts", file).read_bytes())
    return found
