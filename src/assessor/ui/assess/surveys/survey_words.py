"""The words of surveys, as every page of the screen says them."""

from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from assessor.analysis.bands import Band
from assessor.analysis.rounding import shown
from assessor.exchange.mappings import Use
from assessor.operations.surveys.survey_group_counts import GroupCounts
from assessor.operations.surveys.survey_results import Answers, GroupCount, WaveResults
from assessor.terms import Group

_SHORT = {
    Group.SRO: QT_TRANSLATE_NOOP("surveys", "SROs"),
    Group.ADM: QT_TRANSLATE_NOOP("surveys", "Admin."),
    Group.TCH: QT_TRANSLATE_NOOP("surveys", "Teachers"),
    Group.STU: QT_TRANSLATE_NOOP("surveys", "Students"),
    Group.PAR: QT_TRANSLATE_NOOP("surveys", "Parents"),
    Group.PRT: QT_TRANSLATE_NOOP("surveys", "Partners"),
    Group.SUP: QT_TRANSLATE_NOOP("surveys", "Supervisors"),
}
_IN_SENTENCE = {
    Group.SRO: QT_TRANSLATE_NOOP("surveys", "SROs"),
    Group.ADM: QT_TRANSLATE_NOOP("surveys", "administrators"),
    Group.TCH: QT_TRANSLATE_NOOP("surveys", "teachers"),
    Group.STU: QT_TRANSLATE_NOOP("surveys", "students"),
    Group.PAR: QT_TRANSLATE_NOOP("surveys", "parents"),
    Group.PRT: QT_TRANSLATE_NOOP("surveys", "partners"),
    Group.SUP: QT_TRANSLATE_NOOP("surveys", "supervisors"),
}
_BANDS = {
    Band.STRENGTH: QT_TRANSLATE_NOOP("surveys", "strength"),
    Band.STEADY: QT_TRANSLATE_NOOP("surveys", "steady"),
    Band.WATCH: QT_TRANSLATE_NOOP("surveys", "watch"),
    Band.CONCERN: QT_TRANSLATE_NOOP("surveys", "concern"),
}
_USES = {
    Use.IGNORE: QT_TRANSLATE_NOOP("surveys", "Not used"),
    Use.GROUP: QT_TRANSLATE_NOOP("surveys", "Who answered"),
    Use.SITE: QT_TRANSLATE_NOOP("surveys", "School"),
    Use.SCALE: QT_TRANSLATE_NOOP("surveys", "Scale"),
    Use.YES_NO: QT_TRANSLATE_NOOP("surveys", "Yes or no"),
    Use.CHOICE: QT_TRANSLATE_NOOP("surveys", "One choice"),
    Use.MULTIPLE_CHOICE: QT_TRANSLATE_NOOP("surveys", "Several choices"),
    Use.NUMBER: QT_TRANSLATE_NOOP("surveys", "Number"),
    Use.TEXT: QT_TRANSLATE_NOOP("surveys", "Comment"),
}
_KINDS = {
    "scale": QT_TRANSLATE_NOOP("surveys", "Scale of five"),
    "rating": QT_TRANSLATE_NOOP("surveys", "Rating"),
    "stage": QT_TRANSLATE_NOOP("surveys", "Stage, 0 to 5"),
    "yes_no": QT_TRANSLATE_NOOP("surveys", "Yes or no"),
    "choice": QT_TRANSLATE_NOOP("surveys", "One choice"),
    "multiple_choice": QT_TRANSLATE_NOOP("surveys", "Several choices"),
    "number": QT_TRANSLATE_NOOP("surveys", "Number"),
    "text": QT_TRANSLATE_NOOP("surveys", "Comments"),
}


def say(english: object, **values: object) -> str:
    """A sentence of the survey pages, translated, with its values."""
    return QCoreApplication.translate("surveys", str(english)).format(**values)


def pattern(english: object) -> str:
    """A sentence of the survey pages, translated; whoever says it fills its values in."""
    return QCoreApplication.translate("surveys", str(english))


def short_group(group: Group | None) -> str:
    """A group as a segment names it."""
    return say(_SHORT[group]) if group else say(QT_TRANSLATE_NOOP("surveys", "All answers"))


def group_in_sentence(group: Group | None) -> str:
    """A group inside a sentence."""
    return say(_IN_SENTENCE[group]) if group else say(QT_TRANSLATE_NOOP("surveys", "people"))


def use_word(use: Use) -> str:
    """What a column is used as."""
    return say(_USES[use])


def kind_word(kind: str) -> str:
    """What kind of question it is."""
    return say(_KINDS[kind])


def band_word(band: Band) -> str:
    """How a result reads."""
    return say(_BANDS[band])


def rate_words(count: GroupCount | None) -> str:
    """How many answered: "38 of 92 answered, 41%"."""
    if count is None:
        return ""
    if count.n is None:
        return say(QT_TRANSLATE_NOOP("surveys", "{words} answered, not shown"), words=count.words)
    if count.rate is None:
        return say(QT_TRANSLATE_NOOP("surveys", "{n} answered"), n=f"{count.n:,}")
    said = QT_TRANSLATE_NOOP("surveys", "{n} of {invited} answered, {rate}%")
    return say(said, n=f"{count.n:,}", invited=f"{count.invited:,}", rate=shown(count.rate, 0))


def wave_line(results: WaveResults) -> str:
    """When was asked and how many answers are shown: "Oct 12 – Nov 6 · 334 answers"."""
    days = days_words(results.opened_on, results.closed_on)
    answers = say(QT_TRANSLATE_NOOP("surveys", "{n} answers"), n=f"{results.answers:,}")
    return " · ".join(part for part in (days, answers) if part)


def days_words(first: date | None, last: date | None) -> str:
    """The days of a wave, without the year where both lie in one."""
    known = [day for day in (first, last) if day is not None]
    if len(known) == 2 and known[0] != known[1]:
        return f"{known[0]:%b} {known[0].day} – {known[1]:%b} {known[1].day}"
    return f"{known[0]:%b} {known[0].day}, {known[0].year}" if known else ""


def answers_words(answers: Answers, points: int) -> str:
    """What stands beside a bar: mean, n, shares with and without don't know, and the band."""
    if not answers.is_shown:
        return answers.words
    parts = []
    if answers.words:
        parts.append(say(QT_TRANSLATE_NOOP("surveys", "{words} gave the same answer"), words=answers.words))
    if answers.mean is not None:
        said = QT_TRANSLATE_NOOP("surveys", "Mean {mean} of {points}")
        parts.append(say(said, mean=shown(answers.mean, 1), points=points))
    parts.append(f"n {answers.n:,}")
    if answers.favorable is not None and answers.favorable_of_all is not None:
        said = QT_TRANSLATE_NOOP("surveys", "{some} favorable of those with an opinion, {all} of all")
        whole = f"{shown(answers.favorable_of_all, 0)}%"
        parts.append(say(said, some=answers.favorable_words, all=whole))
    elif answers.favorable is not None:
        parts.append(say(QT_TRANSLATE_NOOP("surveys", "{some} favorable"), some=answers.favorable_words))
    if answers.dont_know is not None:
        parts.append(say(QT_TRANSLATE_NOOP("surveys", "{share} don’t know"), share=answers.dont_know_words))
    if answers.band is not None:
        parts.append(say(QT_TRANSLATE_NOOP("surveys", "reads as {band}"), band=band_word(answers.band)))
    return " · ".join(parts)


def joined(words: list[str]) -> str:
    """A list in a sentence: "SROs, partners and students"."""
    if len(words) < 2:
        return "".join(words)
    return say(
        QT_TRANSLATE_NOOP("surveys", "{first} and {last}"), first=", ".join(words[:-1]), last=words[-1]
    )


def hidden_groups_words(results: WaveResults) -> str:
    """Which groups are too small to show: empty where none is."""
    hidden = [count for count in results.groups if count.is_hidden]
    if not hidden:
        return ""
    names = joined([group_in_sentence(count.group) for count in hidden])
    said = QT_TRANSLATE_NOOP("surveys", "{names} ({words}). Totals leave them out.")
    return say(said, names=names[:1].upper() + names[1:], words=hidden[0].words)


def hidden_words(results: WaveResults, group: Group | None) -> str:
    """What is hidden in this wave, of the groups and of what is shown of one: empty where nothing is."""
    hidden = [count for count in results.groups if count.is_hidden]
    told = hidden_groups_words(results)
    parts = [told] if told else []
    small = [each.name for each in results.constructs if each.of(group).is_hidden]
    if small and group not in [count.group for count in hidden]:
        said = QT_TRANSLATE_NOOP("surveys", "{names}: too few answered, or they answered too much alike.")
        parts.append(say(said, names=joined(small)))
    return " ".join(parts)


def only_here_words(internal: WaveResults, public: GroupCounts) -> str:
    """What the consultant may read and the report may not: empty where they are the same."""
    kept = {count.group for count in public.groups if count.is_hidden}
    groups = [count for count in internal.groups if not count.is_hidden and count.group in kept]
    if not groups:
        return ""
    named = joined([f"{count.n} {group_in_sentence(count.group)}" for count in groups])
    said = QT_TRANSLATE_NOOP(
        "surveys",
        "{named} may be read here ({internal} or more) and not in the report ({public} or more). "
        "The report will say “fewer than {public}, not shown”.",
    )
    return say(said, named=named, internal=internal.threshold, public=public.threshold)
