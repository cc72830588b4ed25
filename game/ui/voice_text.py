"""Texts as a voice can take them: without what it would take for orders, and in short pieces."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

MOST = 20_000
"""Characters of one text that are read at all: a quarter of an hour."""
PIECE = 300
"""Characters that a helper gets at once: it begins to speak soon, and stops soon."""

# espeak-ng and say take what stands in two brackets for sounds or orders.
_ORDERS = re.compile(r"\[\[|\]\]")
_END = re.compile(r"(?<=[.!?…:;])\s+")


def pieces(text: str) -> Iterator[str]:
    """What is left of a text that can be said, sentence by sentence; nothing for an empty one."""
    plain = "".join(letter if letter.isprintable() else " " for letter in text[:MOST])
    plain = _ORDERS.sub(" ", unicodedata.normalize("NFC", plain))
    piece = ""
    for sentence in _END.split(" ".join(plain.split())):
        for part in _parts(sentence):
            if piece and len(piece) + 1 + len(part) > PIECE:
                yield piece
                piece = ""
            piece = f"{piece} {part}".strip()
    if any(letter.isalnum() for letter in piece):
        yield piece


def _parts(sentence: str) -> Iterator[str]:
    """A sentence, broken at spaces where it is too long, and within a word that is."""
    while len(sentence) > PIECE:
        at = sentence.rfind(" ", 0, PIECE + 1)
        at = at if at > 0 else PIECE
        yield sentence[:at]
        sentence = sentence[at:].lstrip()
    yield sentence
