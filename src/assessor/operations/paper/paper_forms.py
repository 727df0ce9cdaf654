"""Everything a survey form says on paper, gathered once: the form, its blanks filled, the words around it."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from assessor.instruments.library import list_languages
from assessor.instruments.surveys import Survey
from assessor.instruments.texts import BLANK, TextCollection, fill_blanks, get_text_collection
from assessor.operations.clients import ClientDetails, get_client
from assessor.operations.survey_forms.forms import get_form, list_forms, shipped_languages
from assessor.store import Engagement
from assessor.terms import CannotDo, Group

ENGLISH = "en"
TO_WRITE_ON = "____________________"
"""What stands in a blank that nobody filled: a line for the pen."""
_WORDS = "paper_form"
_LETTERS_OF_ID = 8


@dataclass(frozen=True)
class PaperWords:
    """The words a form needs on paper only, each a block of the texts `paper_form`."""

    sheet: str
    page: str
    of: str
    from_question: str
    how: str
    mend: str
    statement: str
    only: str
    only_how: str
    several: str
    closing: str
    draft: str
    do_not_hand_out: str
    not_reviewed: str


@dataclass(frozen=True)
class PaperForm:
    """A form as it is printed for respondents."""

    survey: Survey
    words: PaperWords
    client: str
    mark: str
    """Which form it is, for who types it: key, version, language."""
    language: str
    is_draft: bool
    is_reviewed: bool
    """False where no native speaker checked the words: a draft says so, what is handed out does not."""
    left_blank: tuple[str, ...]
    """The blanks that are a line to write on, as `contact`."""

    @property
    def identifier(self) -> str:
        """What the file is known by: the same for the same form."""
        return f"paper form {self.mark}"

    @property
    def remarks(self) -> tuple[str, ...]:
        """What to look at before it is handed out."""
        blanks = (
            f"Nobody is named for “{name.replace('_', ' ')}”: a line stands there."
            for name in self.left_blank
        )
        unread = f"No native speaker has reviewed the words of this form in “{self.language}” yet."
        return (*(() if self.is_reviewed else (unread,)), *blanks)

    @property
    def may_hold_back(self) -> bool:
        """Whether each answer can be marked “consultant only”: on forms that are not anonymous."""
        return not self.survey.anonymous


def gather_paper_form(
    engagement: Engagement,
    key: str,
    version: int | None = None,
    language: str = ENGLISH,
    *,
    is_draft: bool = False,
    contact: str = "",
) -> PaperForm:
    """A form to print, the newest version unless one is named; `contact` is whom to ask about it.

    Without `contact` it is who takes complaints. Raises CannotDo when the form is gone, or does not stand in
    that language whole.
    """
    _refuse_language(engagement, key, version, language)
    form = get_form(engagement, key, version, language)
    client = get_client(engagement)
    values = _blanks(form, client, contact)
    texts = get_text_collection(_WORDS, language=_language_of_words(language))
    return PaperForm(
        survey=_filled(form, values),
        words=_words(texts, form.group),
        client=client.name,
        mark=_mark(engagement, form),
        language=form.language,
        is_draft=is_draft,
        is_reviewed=form.is_reviewed and texts.is_reviewed,
        left_blank=tuple(name for name in _blanks_in(form) if not values.get(name)),
    )


def _refuse_language(engagement: Engagement, key: str, version: int | None, language: str) -> None:
    own = next((row.languages for row in list_forms(engagement) if row.is_own and row.key == key), None)
    get_form(engagement, key, version)
    there = own or shipped_languages(key, version)
    if language not in there:
        raise CannotDo(
            f"This form does not stand in “{language}” whole. Translate what is missing, "
            f"or choose one of: {', '.join(there)}."
        )


def _language_of_words(language: str) -> str:
    there = list_languages("texts", _WORDS, get_text_collection(_WORDS).version)
    return language if language in there else ENGLISH


def _words(texts: TextCollection, group: Group) -> PaperWords:
    said = {block.code: block.title for block in texts.blocks}
    if group is Group.STU:
        said["mend"] = said["mend_students"]
    said["do_not_hand_out"] = texts.get_block("draft").paragraphs[0]
    return PaperWords(**{field.name: said[field.name] for field in fields(PaperWords)})


def _blanks(form: Survey, client: ClientDetails, contact: str) -> dict[str, str]:
    """What fills the blanks. An anonymous form promises what holds for every result, shown internally too."""
    smallest = client.internal_threshold if form.anonymous else client.public_threshold
    return {
        "smallest_group": str(smallest),
        "contact": contact.strip() or client.complaints_to,
        "complaint_contact": client.complaints_to,
        "district": client.name,
    }


def _blanks_in(form: Survey) -> tuple[str, ...]:
    texts = " ".join((form.instruction, *form.opening, form.thanks))
    return tuple(dict.fromkeys(BLANK.findall(texts)))


def _filled(form: Survey, values: Mapping[str, str]) -> Survey:
    known = {name: values.get(name) or TO_WRITE_ON for name in _blanks_in(form)}
    return replace(
        form,
        instruction=fill_blanks(form.instruction, known),
        opening=tuple(fill_blanks(text, known) for text in form.opening),
        thanks=fill_blanks(form.thanks, known),
    )


def _mark(engagement: Engagement, form: Survey) -> str:
    own = any(row.is_own and row.key == form.key for row in list_forms(engagement))
    name = f"own {form.key[:_LETTERS_OF_ID]}" if own else form.key.replace("_", " ")
    return f"{name} · v{form.version} · {form.language.upper()}"
