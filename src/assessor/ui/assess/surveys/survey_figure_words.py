"""The words the figures of surveys say, translated for the screen."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from assessor.analysis.bands import Band
from assessor.charts.agreement import AgreementWords
from assessor.charts.gaps import GapWords
from assessor.charts.profiles import ProfileWords
from assessor.charts.rates import RateWords
from assessor.charts.shares import SharesWords
from assessor.operations.surveys.survey_figures import FigureWords
from assessor.terms import Group
from assessor.ui.assess.surveys.survey_words import band_word, group_in_sentence, pattern, say, short_group


def figure_words() -> FigureWords:
    """The words of every figure of a wave, in the language of the screen."""
    groups: dict[Group | None, str] = {group: _long(group) for group in Group}
    groups[None] = say(QT_TRANSLATE_NOOP("surveys", "Group not known"))
    return FigureWords(
        groups=groups,
        short_groups={group: short_group(group) for group in groups},
        in_sentences={group: group_in_sentence(group) for group in groups},
        hidden=pattern(QT_TRANSLATE_NOOP("surveys", "{words}, not shown")),
        alike=pattern(QT_TRANSLATE_NOOP("surveys", "{words} gave the same answer")),
        no_opinions=say(QT_TRANSLATE_NOOP("surveys", "No opinions")),
        not_asked=pattern(QT_TRANSLATE_NOOP("surveys", "Not asked of {groups}.")),
        is_reversed=say(QT_TRANSLATE_NOOP("surveys", "Worded in reverse: to disagree is favorable.")),
        own_words=say(QT_TRANSLATE_NOOP("surveys", "Worded to fit each group.")),
        unknown=say(QT_TRANSLATE_NOOP("surveys", "Number invited not known")),
        several=say(QT_TRANSLATE_NOOP("surveys", "More answered than were invited")),
        who_answered=say(QT_TRANSLATE_NOOP("surveys", "How many of those invited answered")),
        profile=say(
            QT_TRANSLATE_NOOP("surveys", "What each group’s answers come to, construct by construct")
        ),
        constructs=say(QT_TRANSLATE_NOOP("surveys", "What each group says, construct by construct")),
        rates=_rates(),
        items=agreement_words(say(QT_TRANSLATE_NOOP("surveys", "Favorable"))),
        profiles=_profiles(),
        shares=shares_words(),
    )


def agreement_words(total: str) -> AgreementWords:
    """The words of diverging bars; `total` is what the figure at their end is called."""
    return AgreementWords(
        answers=(
            say(QT_TRANSLATE_NOOP("surveys", "strongly disagree")),
            say(QT_TRANSLATE_NOOP("surveys", "disagree")),
            say(QT_TRANSLATE_NOOP("surveys", "neither")),
            say(QT_TRANSLATE_NOOP("surveys", "agree")),
            say(QT_TRANSLATE_NOOP("surveys", "strongly agree")),
        ),
        scale_ends=(
            say(QT_TRANSLATE_NOOP("surveys", "Strongly disagree")),
            say(QT_TRANSLATE_NOOP("surveys", "Strongly agree")),
        ),
        unit=say(QT_TRANSLATE_NOOP("surveys", "% of answers")),
        total=total,
        nothing=say(QT_TRANSLATE_NOOP("surveys", "No answers yet.")),
        asked=say(QT_TRANSLATE_NOOP("surveys", "What was asked")),
        dont_know=say(QT_TRANSLATE_NOOP("surveys", "Don’t know")),
    )


def gap_chart_words(first: str, second: str, difference: str, sides: tuple[str, str]) -> GapWords:
    """The words of dumbbells of two sides."""
    return GapWords(
        first=first,
        second=second,
        difference=difference,
        sides=sides,
        told=pattern(QT_TRANSLATE_NOOP("surveys", "{label}: {first} {a}, {second} {b}, difference {gap}")),
        nothing=say(QT_TRANSLATE_NOOP("surveys", "No question was asked of both.")),
        flagged=say(QT_TRANSLATE_NOOP("surveys", "flagged")),
        columns=(
            pattern(QT_TRANSLATE_NOOP("surveys", "{group}, n")),
            pattern(QT_TRANSLATE_NOOP("surveys", "{group}, mean")),
            pattern(QT_TRANSLATE_NOOP("surveys", "{group}, favorable")),
        ),
        asked=say(QT_TRANSLATE_NOOP("surveys", "What was asked")),
        points=say(QT_TRANSLATE_NOOP("surveys", "Difference, points")),
        favorable_gap=say(QT_TRANSLATE_NOOP("surveys", "Difference, favorable")),
        flag=say(QT_TRANSLATE_NOOP("surveys", "Flag")),
    )


def shares_words() -> SharesWords:
    """The words of bars from zero."""
    return SharesWords(
        label=say(QT_TRANSLATE_NOOP("surveys", "Answer")),
        share=say(QT_TRANSLATE_NOOP("surveys", "Share")),
        dont_know=say(QT_TRANSLATE_NOOP("surveys", "Don’t know")),
        nothing=say(QT_TRANSLATE_NOOP("surveys", "No answers yet.")),
    )


def _rates() -> RateWords:
    return RateWords(
        group=say(QT_TRANSLATE_NOOP("surveys", "Group")),
        invited=say(QT_TRANSLATE_NOOP("surveys", "Invited")),
        answered=say(QT_TRANSLATE_NOOP("surveys", "Answered")),
        rate=say(QT_TRANSLATE_NOOP("surveys", "Rate")),
        expected=say(QT_TRANSLATE_NOOP("surveys", "Expected")),
        counts=pattern(QT_TRANSLATE_NOOP("surveys", "{answered} of {invited}")),
        line=say(QT_TRANSLATE_NOOP("surveys", "expected")),
        low=pattern(QT_TRANSLATE_NOOP("surveys", "{expected}% expected")),
        hidden=say(QT_TRANSLATE_NOOP("surveys", "hidden")),
        unknown=say(QT_TRANSLATE_NOOP("surveys", "not known")),
        nothing=say(QT_TRANSLATE_NOOP("surveys", "Nobody was invited yet.")),
    )


def _profiles() -> ProfileWords:
    strength, steady, watch, concern = (band_word(band) for band in Band)
    return ProfileWords(
        construct=say(QT_TRANSLATE_NOOP("surveys", "Construct")),
        bands=(strength, steady, watch, concern),
        answered=say(QT_TRANSLATE_NOOP("surveys", "Answered")),
        hidden=say(QT_TRANSLATE_NOOP("surveys", "hidden")),
        not_asked=say(QT_TRANSLATE_NOOP("surveys", "not asked")),
        nothing=say(QT_TRANSLATE_NOOP("surveys", "No answers yet.")),
    )


def _long(group: Group) -> str:
    words = group_in_sentence(group)
    return words[:1].upper() + words[1:]
