"""What the consultant wrote over the plan's chapters, its key figures, and the drafts there were before."""

from datetime import time

from assessor.operations.plans import add_key_figure, edit_plan, keep_version, write_chapter_text
from assessor.sample.story import Story
from assessor.sample.texts import moment, read_text


def tell_paper(story: Story) -> None:
    """Write the title page, the claims, the key figures and the versions."""
    texts = read_text("paper")
    edit_plan(
        story.engagement,
        **{name: value.strip() if isinstance(value, str) else value for name, value in texts["plan"].items()},
    )
    for figure in texts["figures"]:
        add_key_figure(story.engagement, **figure)
    for chapter in texts["chapters"]:
        write_chapter_text(story.engagement, **chapter)
    for version in texts["versions"]:
        keep_version(
            story.engagement,
            {"claim": version["what_changed"]},
            version["label"],
            what_changed=version["what_changed"],
            approved_by=version["approved_by"],
            made_at=moment(version["made_on"], time(16).isoformat()),
        )
