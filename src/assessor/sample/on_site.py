"""What was done on site beside talking: the request list with its answers, and an audit."""

from assessor.operations.audits import answer_item, begin_audit, edit_audit, note_on_item
from assessor.operations.document_requests import (
    add_request,
    answer_request_with,
    ask_for_documents,
    begin_requests,
    edit_request,
    list_requests,
    set_request_state,
)
from assessor.operations.documents import list_documents
from assessor.sample.story import Story
from assessor.sample.texts import Table, read_text
from assessor.terms import AuditAnswer, RequestState

_ANSWERS = (AuditAnswer.IN_PLACE, AuditAnswer.PARTLY, AuditAnswer.NOT_IN_PLACE, AuditAnswer.NOT_SEEN)


def tell_on_site(story: Story) -> None:
    """Ask for documents, note what came, and walk North High."""
    texts = read_text("on_site")
    _ask(story, texts)
    _walk(story, texts["audit"])


def _ask(story: Story, texts: Table) -> None:
    engagement, asking = story.engagement, texts["asking"]
    begin_requests(engagement)
    ids = {row.key: row.id for row in list_requests(engagement)}
    ask_for_documents(engagement, list(ids.values()), asking["on"], asking["due_on"])
    documents = {row.kind: row.id for row in list_documents(engagement)}
    for answer in texts["answers"]:
        request = ids[answer["key"]]
        set_request_state(engagement, request, RequestState(answer["state"]), answer["on"])
        if "note" in answer:
            edit_request(engagement, request, note=answer["note"])
        if answer.get("document") in documents:
            answer_request_with(engagement, request, documents[answer["document"]], answer["on"])
    for due in texts["due"]:
        for key in due["keys"]:
            edit_request(engagement, ids[key], due_on=due["on"])
    for own in texts["own"]:
        add_request(engagement, **own)


def _walk(story: Story, text: Table) -> None:
    engagement = story.engagement
    audit = begin_audit(engagement, story.sites[text["site"]], text["on"], text["auditor"])
    edit_audit(engagement, audit, note=text["note"])
    for answer in _ANSWERS:
        for code in text[answer.value]:
            answer_item(engagement, audit, code, answer)
    for code, note in text["notes"].items():
        note_on_item(engagement, audit, code, note)
