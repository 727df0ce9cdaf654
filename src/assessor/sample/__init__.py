"""SAMPLE: a whole, fictional engagement, made by the doings anybody has, from texts in resources/sample."""

from collections.abc import Callable
from pathlib import Path

from assessor.progress import Progress, Work
from assessor.sample.agreements import tell_agreements
from assessor.sample.clients import tell_clients
from assessor.sample.conversations import CONVERSATIONS, tell_conversation, tell_planned_conversations
from assessor.sample.documents import tell_documents
from assessor.sample.findings import tell_findings
from assessor.sample.measures import tell_measures
from assessor.sample.on_site import tell_on_site
from assessor.sample.own_forms import tell_own_forms
from assessor.sample.pairs import tell_pairs
from assessor.sample.paper import tell_paper
from assessor.sample.paper_forms import tell_paper_forms
from assessor.sample.people import tell_people
from assessor.sample.plan import tell_plan
from assessor.sample.story import Story
from assessor.sample.surveys import tell_survey
from assessor.sample.year import tell_year
from assessor.store import Engagement

__all__ = ["make_sample"]

_Stage = tuple[str, Callable[[Story], None]]
_AFTERWARD: tuple[_Stage, ...] = (
    ("Planning what is still to be heard", tell_planned_conversations),
    ("Walking a school", tell_on_site),
    ("Typing paper forms", tell_paper_forms),
    ("Writing a form of one's own", tell_own_forms),
    ("Setting pairs side by side", tell_pairs),
    ("Entering the measures", tell_measures),
    ("Tying the findings to what they rest on", tell_findings),
    ("Setting the goals", tell_plan),
    ("Taking over protocols and ladder", tell_agreements),
    ("Going through the year", tell_year),
    ("Writing over the chapters", tell_paper),
)
_BEFORE = 4
_STEPS = _BEFORE + len(CONVERSATIONS) + len(_AFTERWARD)


def make_sample(path: Path, passphrase: str | None = None) -> Work[None]:
    """Make the sample engagement at `path`: Larkfield Unified, in the middle of its first cycle.

    Everything in it is invented. Two builds tell the same story, with other ids and moments in the journal.
    Raises AlreadyThere or CannotCreate; when it fails or is canceled, no file is left.
    """
    engagement = Engagement.create(path, passphrase)
    try:
        yield from _tell(Story(engagement))
    except BaseException:
        engagement.close()
        path.unlink()
        raise
    engagement.close()


def _tell(story: Story) -> Work[None]:
    yield Progress(0, _STEPS, "Beginning the engagement")
    tell_clients(story)
    tell_people(story)
    yield Progress(1, _STEPS, "Reading the documents")
    yield from _within(1, tell_documents(story))
    yield Progress(2, _STEPS, "Bringing in the survey")
    yield from _within(2, tell_survey(story))
    for number, name in enumerate(CONVERSATIONS, start=_BEFORE):
        yield Progress(number, _STEPS, "Listening")
        tell_conversation(story, name)
    for number, (doing, tell) in enumerate(_AFTERWARD, start=_BEFORE + len(CONVERSATIONS)):
        yield Progress(number, _STEPS, doing)
        tell(story)
    yield Progress(_STEPS, _STEPS, "Done")


def _within(step: int, work: Work[None]) -> Work[None]:
    """The progress of a part, told as the step of the whole it belongs to."""
    for part in work:
        yield Progress(step, _STEPS, part.doing)
