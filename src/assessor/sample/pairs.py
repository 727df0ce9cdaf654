"""Pairs of an SRO and an administrator: two schools, of which in one both agreed to share their answers."""

from assessor.operations.surveys.dyad_views import get_dyad
from assessor.operations.surveys.dyads import (
    add_dyad,
    choose_answers,
    hold_back,
    list_candidates,
    note_agreement,
)
from assessor.sample.story import Story
from assessor.sample.texts import read_text


def tell_pairs(story: Story) -> None:
    """Choose the answers of each pair, and keep what the two agreed to."""
    sites = list(story.sites.values())
    for told in read_text("pairs")["pair"]:
        dyad = add_dyad(story.engagement, story.wave, sites[told["site"]])
        for party in get_dyad(story.engagement, dyad).parties:
            candidates = list_candidates(story.engagement, dyad, party.group)
            choose_answers(story.engagement, party.id, candidates[0].respondent)
            if day := told["agreed"].get(party.group.value):
                note_agreement(story.engagement, party.id, day)
            for code in told["held_back"][party.group.value]:
                hold_back(story.engagement, party.id, code)
