"""A paragraph cut into its sentences, by rules: English, Russian and Kazakh."""

from __future__ import annotations

import re

from game.workshop.drafting.words_of import english, listed

_END = re.compile(r"[.!?…]+[»”’\"')\]]*(?=\s|$)")
_NEXT = re.compile(r"\s+([«“‘\"'(\[—–-]*\s*)(\w)")
_LAST_WORD = re.compile(r"([^\s(«“\"'‘\[]+)$")
_WORD = re.compile(r"\w+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")

# Ends no sentence in Russian or Kazakh: short for year, century, street, million, named after ...
_SHORT_WORDS = (
    "г гг в вв ул пл пр им млн млрд тыс руб коп др проч см напр т стр ок род ум акад проф "
    "ж жж ғ мың тг кв"
)
_OTHER_SHORT = frozenset(_SHORT_WORDS.split())
# Words that begin a sentence behind something like "U.S." and are seldom part of a name.
_STARTS = "the a an he she it they in on at this that these his her its we"
_PLAIN_STARTS = frozenset(_STARTS.split())


def sentences(paragraph: str) -> list[str]:
    """The sentences of a paragraph, in order; together they are all of its words."""
    found: list[str] = []
    start = 0
    for match in _END.finditer(paragraph):
        if not _ends(paragraph, match.start(), match.end()):
            continue
        found.append(paragraph[start : match.end()].strip())
        start = match.end()
    found.append(paragraph[start:].strip())
    return [" ".join(one.split()) for one in found if one]


def _ends(text: str, at: int, end: int) -> bool:
    """Whether a sentence ends with the marks from `at` to `end`."""
    following = _NEXT.match(text, end)
    if following is None:
        return not text[end:].strip()
    first = following[2]
    if first.islower():
        return False
    if text[at] != "." or text[at : at + 2] == "..":
        return True
    before = _LAST_WORD.search(text[max(0, at - 40) : at])
    word = before[1] if before else ""
    low = word.casefold()
    next_word = _WORD.match(text, following.start(2))
    after = next_word[0].casefold() if next_word else ""
    if word in listed("numbering"):
        return not first.isdigit()
    if low in english("abbreviations") or low in _OTHER_SHORT:
        return low in _OTHER_SHORT and after in _PLAIN_STARTS
    if word and _INITIALS.fullmatch(word) and word[0].isupper():
        return len(word) > 1 and after in _PLAIN_STARTS
    if low in english("dotted_units") and not first.isdigit():
        return True
    return not (len(word) == 1 and word.isalpha() and word.isupper())
