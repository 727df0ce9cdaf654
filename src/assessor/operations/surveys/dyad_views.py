"""What a pair may be shown: both answers side by side, once both agreed, where neither holds one back."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from sqlalchemy import select

from assessor.analysis.gaps import mirror_gap, stage_gap
from assessor.analysis.surveys import Answer, reverse_score
from assessor.model import Client, Dyad, Site, SurveyWave
from assessor.operations.surveys.dyads import PARTIES, PartyRow, list_parties
from assessor.operations.surveys.responses import known_as
from assessor.operations.surveys.survey_answers import DONT_KNOW
from assessor.operations.surveys.survey_forms import STAGE
from assessor.operations.surveys.survey_groups import answer_on, scale_of
from assessor.operations.surveys.survey_reading import WaveAnswers, constructs_in_order, read_wave
from assessor.operations.surveys.survey_result_rows import Audience
from assessor.operations.surveys.survey_summaries import labels_of
from assessor.operations.surveys.survey_waves import QuestionRow
from assessor.store import Engagement
from assessor.terms import CannotDo, Group

NO_ANSWER: Final = "No answer"
DONT_KNOW_WORDS: Final = "Don’t know"


@dataclass(frozen=True)
class PairedQuestion:
    """A question both were asked. Without `is_shown` there are no answers in it, whatever they were.

    `gap` is the SRO's answer less the administrator's, reverse-worded ones turned round; None without two
    answers on the scale.
    """

    code: str
    construct: str
    texts: tuple[str, str]
    held_back: tuple[bool, bool]
    is_shown: bool = False
    answers: tuple[str, str] = ("", "")
    gap: int | None = None


@dataclass(frozen=True)
class DyadDetails:
    """A pair with what may be shown of it: to the two themselves and to `readers`, and to nobody else."""

    id: str
    wave_id: str
    wave: str
    site_id: str | None
    site: str
    parties: tuple[PartyRow, PartyRow]
    readers: str
    questions: tuple[PairedQuestion, ...]
    stage: PairedQuestion | None
    waits_for: str
    """Why nothing is shown yet; empty once both agreed."""
    mean_gap: Decimal | None = None
    """The mean gap without signs over what is shown, in scale points (measure K30)."""
    to_discuss: bool = False
    """Whether the two rate the stage of collaboration two apart or more (domain.md 2.4)."""


def get_dyad(engagement: Engagement, dyad_id: str) -> DyadDetails:
    """A pair, with the answers that both agreed to share. Raises CannotDo when it is gone.

    Source: domain.md 2.6 rule 8, 2.5 item 7, 2.4.
    """
    with engagement.reading() as session:
        dyad = session.get(Dyad, dyad_id)
        if dyad is None:
            raise CannotDo("This pair was removed meanwhile. Undo brings it back.")
        sro, administrator = list_parties(session, dyad_id)
        wave = read_wave(session, dyad.wave_id, Audience.INTERNAL)
        title = session.get_one(SurveyWave, dyad.wave_id).title
        site = session.get(Site, dyad.site_id) if dyad.site_id else None
        readers = session.scalar(select(Client.dyad_readers)) or ""
    waits_for = _waits_for(sro, administrator)
    pair = _Pair(wave, (sro, administrator), is_shared=not waits_for)
    questions = tuple(pair.question(each) for each in _mirrored(wave))
    stage = next((pair.question(each) for each in wave.questions if each.code == STAGE), None)
    return DyadDetails(
        id=dyad_id,
        wave_id=dyad.wave_id,
        wave=title,
        site_id=dyad.site_id,
        site=site.name if site else "",
        parties=(sro, administrator),
        readers=readers,
        questions=questions,
        stage=stage,
        waits_for=waits_for,
        mean_gap=pair.mean_gap(questions),
        to_discuss=stage is not None and pair.is_to_discuss(stage),
    )


def _waits_for(sro: PartyRow, administrator: PartyRow) -> str:
    names = {Group.SRO: "the SRO", Group.ADM: "the administrator"}
    unknown = [names[party.group] for party in (sro, administrator) if not party.respondent]
    if unknown:
        return f"Choose the answers of {' and '.join(unknown)}."
    silent = [names[party.group] for party in (sro, administrator) if party.agreed_on is None]
    if silent:
        return f"Nothing is shown before {' and '.join(silent)} agreed."
    return ""


def _mirrored(wave: WaveAnswers) -> list[QuestionRow]:
    """The scaled items of both forms, by construct."""
    both = wave.of(Group.SRO).codes & wave.of(Group.ADM).codes
    return [
        item
        for construct in constructs_in_order(wave.questions)
        for item in wave.questions
        if item.construct == construct and item.kind == "scale" and item.code in both
    ]


class _Pair:
    """The answers of the two, read only where they may be shown."""

    def __init__(self, wave: WaveAnswers, parties: tuple[PartyRow, PartyRow], *, is_shared: bool) -> None:
        self._parties, self._is_shared = parties, is_shared
        self._given = [_answers(wave, party) if is_shared else {} for party in parties]
        self._turned: dict[str, tuple[Answer, Answer]] = {}

    def question(self, question: QuestionRow) -> PairedQuestion:
        """A question with both answers, or without any."""
        held = (question.code in self._parties[0].held_back, question.code in self._parties[1].held_back)
        texts = (question.wording(PARTIES[0]), question.wording(PARTIES[1]))
        paired = PairedQuestion(question.code, question.construct, texts, held)
        if not self._is_shared or any(held):
            return paired
        values = [given.get(question.code) for given in self._given]
        sro, administrator = (_turned(question, value) for value in values)
        self._turned[question.code] = (sro, administrator)
        gap = sro - administrator if isinstance(sro, int) and isinstance(administrator, int) else None
        words = (_words(question, values[0]), _words(question, values[1]))
        return PairedQuestion(question.code, question.construct, texts, held, True, words, gap)

    def mean_gap(self, questions: tuple[PairedQuestion, ...]) -> Decimal | None:
        """How far the two are apart over the questions shown, without signs."""
        shown = [each.code for each in questions if each.is_shown]
        sro, administrator = ({code: self._turned[code][side] for code in shown} for side in (0, 1))
        return mirror_gap(sro, administrator).mean_absolute

    def is_to_discuss(self, stage: PairedQuestion) -> bool:
        """Whether their ratings of the stage ask for a talk."""
        sro, administrator = self._turned.get(stage.code, (None, None))
        if not isinstance(sro, int) or not isinstance(administrator, int):
            return False
        return stage_gap(sro, administrator).to_discuss


def _answers(wave: WaveAnswers, party: PartyRow) -> dict[str, Any]:
    for found in wave.of(party.group).sets:
        if party.respondent.startswith(f"{found.id}:"):
            for place, answers in enumerate(found.rows):
                if known_as(found.id, place) == party.respondent:
                    return answers
    return {}


def _turned(question: QuestionRow, value: Any) -> Answer:
    scale = scale_of(question)
    answer = answer_on(scale, value)
    return reverse_score(answer, scale) if question.is_reversed else answer


def _words(question: QuestionRow, value: Any) -> str:
    if value == DONT_KNOW:
        return DONT_KNOW_WORDS
    labels = labels_of(question)
    place = value - question.low if isinstance(value, int) else -1
    return labels[place] if 0 <= place < len(labels) else NO_ANSWER
