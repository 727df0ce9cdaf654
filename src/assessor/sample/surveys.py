"""The survey wave: its tables made from their shares, and brought in as any table is."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from assessor.exchange.mappings import Use, mapping_to_json
from assessor.operations.surveys.survey_imports import import_survey
from assessor.operations.surveys.survey_proposals import propose_import
from assessor.operations.surveys.survey_waves import add_wave, ask_group
from assessor.progress import Work
from assessor.sample.answers import SCHOOL, write_answers
from assessor.sample.story import Story
from assessor.sample.texts import read_text
from assessor.terms import Group


def tell_survey(story: Story) -> Work[None]:
    """Open the wave, say who was invited, and bring the answers of each group in."""
    wave = read_text("survey")
    days = {"opened_on": wave["opened_on"], "closed_on": wave["closed_on"]}
    story.wave = add_wave(story.engagement, wave["title"], **days)
    with TemporaryDirectory() as folder:
        for code, asked in wave["groups"].items():
            group = Group(code)
            ask_group(story.engagement, story.wave, group, invited=asked["invited"])
            path = write_answers(Path(folder), group, wave)
            mapping = yield from _settle_mapping(path, group)
            yield from import_survey(story.engagement, path, wave_id=story.wave, group=group, mapping=mapping)


def _settle_mapping(path: Path, group: Group) -> Work[str]:
    """The mapping as proposed, but for the school: among so few rows it cannot be told from a comment."""
    proposal = yield from propose_import(path, None, group)
    headings = {column.position: column.name for column in proposal.table.columns}
    columns = tuple(
        replace(column, use=Use.SITE, code="") if headings[column.position] == SCHOOL else column
        for column in proposal.mapping.columns
    )
    return mapping_to_json(replace(proposal.mapping, columns=columns))
