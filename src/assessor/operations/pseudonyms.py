"""Names replaced by codes in what was said: whole names, then first and last names where they are clear."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping

_TITLES = re.compile(
    "mr|mrs|ms|mx|miss|dr|prof|sir|madam|coach|officer|deputy|sergeant|chief|captain|principal|vice|assistant"
    "|teacher|student|parent|speaker|participant|interviewer|interviewee|moderator|facilitator|respondent|guest"
    "|host|admin|administrator|counselor|note|taker|notetaker|unknown|the|and|of"
)
_ALSO_WORDS = re.compile(
    "will|mark|grace|may|june|april|august|rose|hope|faith|joy|bill|art|frank|grant|chase|pat|sue|rob|drew|jack"
    "|young|king|brown|white|black|green|gray|long|best|price|day|park|hill|case|rich|wood|stone|field|bush|rice"
    "|west|north|fox|wolf|bell|ball|page|cook|baker|mason|dean|duke|earl|christian|penny|summer|autumn|dawn|iris"
    "|ivy|ruby|violet|olive|melody|destiny|trinity|justice|major|hunter|carter|cash|chance|love|noble|power|wise"
)
_TITLE_BEFORE = re.compile(
    r"\b(?i:mr|mrs|ms|mx|miss|dr|prof|coach|officer|deputy|sergeant|chief|captain|principal)\.?\s+\Z"
)
_MONTHS = re.compile("april|may|june|august")
_BEFORE_MONTHS = re.compile(
    r"\b(?i:in|by|since|until|till|last|next|this|every|each|early|mid|late|of|from|to|through|before|after"
    r"|during|and|or)[\s-]+\Z"
)
_AFTER_MONTHS = re.compile(r"\s+\d|,\s*\d{4}")
_AFTER_PLACES = re.compile(
    r"\s+(?:School|High|Middle|Elementary|Academy|Street|Avenue|Road|Drive|Church|County|City|Hall|Center"
    r"|District)\b"
)
_LEAST_LETTERS = 3
AMBIGUOUS = "[name]"
"""Said where a part of a name is that of several people."""
_SENTENCE_ENDS = '.!?:\n"“(–—'
_LATIN = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
_FOLDED = {
    letter: base
    for letter in _LATIN
    if (base := unicodedata.normalize("NFD", chr(letter))[0]).isascii() and base.isalpha()
} | {ord("’"): "'"}
"""Letters without their accents, one for one: Garcia is found as García, O'Neill as O’Neill."""


class Pseudonyms:
    """Puts codes in place of names. Parts of a name that several people share become [name]."""

    def __init__(self, codes: Mapping[str, str]) -> None:
        """`codes` maps each way a name is written to the person's code."""
        self._whole = {_plain(name): code for name, code in codes.items() if name.strip()}
        owners: dict[str, set[str]] = {}
        for name, code in codes.items():
            for part in _parts(name.translate(_FOLDED)):
                owners.setdefault(part, set()).add(code)
        self._parts = {
            part: found.copy().pop() if len(found) == 1 else AMBIGUOUS for part, found in owners.items()
        }
        self._pattern = _pattern([*self._whole], [*self._parts])
        self.replaced: Counter[str] = Counter()

    def replace(self, text: str) -> str:
        """The text with codes in place of names; names are told from words by their capital letter.

        What may as well be a word, such as Will at the beginning of a sentence or May after "in", stays.
        """
        done, end = [], 0
        for match in self._matches(text):
            if not _may_be_meant_as_a_word(match):
                code = self._code(match)
                self.replaced[code] += 1
                done += [text[end : match.start()], code]
                end = match.end()
        return "".join((*done, text[end:]))

    def find(self, text: str) -> list[tuple[int, int, str, bool]]:
        """Start, end and code of every name in a text, and whether it is one: it may be meant as a word."""
        return [
            (match.start(), match.end(), self._code(match), not _may_be_meant_as_a_word(match))
            for match in self._matches(text)
        ]

    def _matches(self, text: str) -> Iterator[re.Match[str]]:
        """Where names stand, in the text without accents, which has the same places."""
        if self._pattern is None:
            return iter(())
        return filter(_looks_a_name, self._pattern.finditer(text.translate(_FOLDED)))

    def _code(self, match: re.Match[str]) -> str:
        found = match.group()
        return self._whole[_plain(found)] if match.lastgroup == "whole" else self._parts[found]


def _plain(name: str) -> str:
    return " ".join(name.translate(_FOLDED).split()).casefold()


def _parts(name: str) -> list[str]:
    words = re.findall(r"[^\W\d_][\w'-]*[^\W_]|[^\W\d_]", re.sub(r"\(.*?\)|\|.*", "", name))
    if any(letter.isdigit() for letter in name):
        return []  # a label such as Speaker 1, not a name
    return [
        word
        for word in words
        if len(word) >= _LEAST_LETTERS and word[0].isupper() and not _TITLES.fullmatch(word.casefold())
    ]


def _pattern(whole: list[str], parts: list[str]) -> re.Pattern[str] | None:
    kinds = []
    if whole:
        names = "|".join(r"\s+".join(map(re.escape, name.split())) for name in _longest_first(whole))
        kinds.append(rf"(?P<whole>(?<!\w)(?i:{names})(?!\w))")
    if parts:
        kinds.append(rf"(?P<part>(?<!\w)(?:{'|'.join(map(re.escape, _longest_first(parts)))})(?!\w))")
    return re.compile("|".join(kinds)) if kinds else None


def _longest_first(words: list[str]) -> list[str]:
    return sorted(words, key=lambda word: (-len(word), word))


def _looks_a_name(match: re.Match[str]) -> bool:
    """Several words do however they are written; one word does with a capital, a label with its number."""
    found = match.group()
    if _are_words(found):
        return all(word[:1].isupper() for word in found.split())
    return len(found.split()) > 1 or not found[:1].islower() or any(letter.isdigit() for letter in found)


def _may_be_meant_as_a_word(match: re.Match[str]) -> bool:
    found, before, after = match.group(), match.string[: match.start()], match.string[match.end() :]
    if len(found.split()) > 1 or not _are_words(found):
        return False
    if _TITLE_BEFORE.search(before):
        return False
    if _MONTHS.fullmatch(found.casefold()) and (_BEFORE_MONTHS.search(before) or _AFTER_MONTHS.match(after)):
        return True
    return _begins_sentence(match) or _AFTER_PLACES.match(after) is not None


def _are_words(found: str) -> bool:
    return all(_ALSO_WORDS.fullmatch(word) for word in found.casefold().split())


def _begins_sentence(match: re.Match[str]) -> bool:
    before = match.string[: match.start()].rstrip(" \t")
    return not before or before[-1] in _SENTENCE_ENDS
