"""A survey form of the consultant's own: some questions of the item bank, some of hers, in two languages."""

from assessor.operations.survey_forms.form_details import get_form_details
from assessor.operations.survey_forms.own_items import add_bank_items, add_item
from assessor.operations.survey_forms.own_surveys import begin_form, edit_form
from assessor.sample.story import Story
from assessor.sample.texts import read_text
from assessor.terms import Group

_PLACED = ("kind", "after")


def tell_own_forms(story: Story) -> None:
    """Write the form; nobody was asked with it yet."""
    told = read_text("forms")
    form = begin_form(story.engagement, told["title"], Group(told["group"]))
    edit_form(story.engagement, form, title_es=told["title_es"], minutes=told["minutes"])
    add_bank_items(story.engagement, form, told["bank"])
    for question in told["questions"]:
        there = {item.code: item.id for item in get_form_details(story.engagement, form).items}
        words = {name: value for name, value in question.items() if name not in _PLACED}
        add_item(story.engagement, form, question["kind"], there[question["after"]], **words)
