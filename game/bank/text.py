"""Texts compared as people compare them: without case, accents, punctuation and articles."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from functools import lru_cache

ARTICLES = frozenset({"a", "an", "the"})

_NOT_WORD = re.compile(r"[^\w]+|_+")
_THOUSANDS = re.compile(r"(?<=\d)[,\u00a0\u202f](?=\d{3}(?!\d))")


@lru_cache(maxsize=8_192)
def normalise(text: str) -> str:
    """`text` in the form in which two spellings of one thing are equal.

    Case, accents, punctuation and a leading article go; words stay apart by one blank. A thousands
    comma is dropped without a gap, so that 6,717 equals 6717. Never empty unless
    `text` holds no letter and no digit.
    """
    plain = text.casefold()
    if not plain.isascii():
        split = unicodedata.normalize("NFKD", plain)
        if any(map(unicodedata.combining, split)):
            split = "".join([c for c in split if not unicodedata.combining(c)])
        plain = split.casefold()
    words = _NOT_WORD.sub(" ", _THOUSANDS.sub("", plain)).split()
    if len(words) > 1 and words[0] in ARTICLES:
        del words[0]
    return " ".join(words)


def contains(whole: str, part: str) -> bool:
    """Whether the words of `part` stand together in `whole`; both are normalised already."""
    return bool(part) and part in whole and f" {part} " in f" {whole} "


def says(text: str, plains: Collection[str]) -> bool:
    """Whether a text that is not normalised has the words of one of those that are, together.

    Their last words alone are looked for first, as normalising takes far longer.
    """
    if "," not in text and text.isascii():
        folded = text.casefold()
        if not any(plain.rpartition(" ")[2] in folded for plain in plains):
            return False
    said = normalise(text)
    return any(contains(said, plain) for plain in plains)


def overlap(one: str, other: str) -> bool:
    """Whether two normalised texts could be the same thing: equal, or one within the other."""
    return contains(one, other) if len(other) <= len(one) else contains(other, one)


def article(text: str) -> str:
    """`a` for a or an, `the`, or "": what a text begins with, so that options can agree in it."""
    first = text.split(" ", 1)[0].casefold()
    return "a" if first in ("a", "an") else "the" if first == "the" else ""


def is_name(text: str) -> bool:
    """Whether a text is written like a name: its first word after an article has a capital."""
    words = text.split()
    if len(words) > 1 and words[0].casefold() in ARTICLES:
        del words[0]
    return bool(words) and not words[0][0].islower()


def is_plural(text: str) -> bool:
    """Whether an English noun phrase looks plural by its last word.

    A name at the end of other words says nothing: "land on Mars".
    """
    last = text.rsplit(" ", 1)[-1]
    if last != last.casefold() and not is_name(text):
        return False
    last = last.casefold()
    return last.endswith("s") and not last.endswith(("ss", "us", "is"))


def requoted(text: str) -> str:
    """A text whose «quotation marks» have „others“ inside them, as they should."""
    if text.count("«") < 2:
        return text
    depth, found = 0, []
    for letter in text:
        depth += letter == "«"
        inner = {"«": "„", "»": "“"} if depth > 1 else {}
        depth -= letter == "»"
        found.append(inner.get(letter, letter))
    return "".join(found) if depth == 0 else text


def compact(plain: str) -> str:
    """A normalised text without its blanks: "r 7" and "r7" are the same."""
    return plain.replace(" ", "")


def digits_of(plain: str) -> str:
    """The digits of a text, in their order."""
    return "".join(c for c in plain if c.isdigit())


def word_count(text: str) -> int:
    """Words as a reader counts them: runs without a blank."""
    return len(text.split())


def capitalised(text: str) -> str:
    """`text` with its first letter large, the rest untouched."""
    return text[:1].upper() + text[1:]
