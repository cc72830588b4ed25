"""Bytes of a file as text, whatever wrote it."""

from __future__ import annotations

import codecs
import itertools
import re

from game.phrase import phrase

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
LOOKED_AT = 200_000
"""Bytes at the head of a file that say what it is."""

MOST_STRANGE = 50
"""A text has one character in so many, at most, that no text needs; in packed data it is one in
nine."""

_PICTURE = phrase("it is no text but a picture")
_NO_TEXT = (
    (
        b"%PDF-",
        phrase("it is no text but a PDF document; the command draft reads an article in one"),
    ),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (
        b"{\\rtf",
        phrase("it is no text but a document of a word processor: save it as plain text (.txt)"),
    ),
)
_STRANGE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd]")


def decoded(data: bytes) -> tuple[str, str]:
    """The text of a file, with "\\n" line ends, and how it was read if not as UTF-8 ("" if so).

    What is no UTF-8 and has no mark is taken for Windows' Cyrillic page if most of its letters
    would be Cyrillic and stand together, as they do in words, else for its Western page.
    """
    for mark, name in BOMS:
        if data.startswith(mark):
            return _lines(data.decode(name, "replace")), "" if "8" in name else "UTF-16"
    try:
        return _lines(data.decode("utf-8")), ""
    except UnicodeDecodeError:
        pass
    name = "cp1251" if _cyrillic(data) else "cp1252"
    return _lines(data.decode(name, "replace")), name.replace("cp", "Windows-")


def head(data: bytes) -> str:
    """The text of the first LOOKED_AT bytes, or of fewer, so that no character is cut in two."""
    cut = data[:LOOKED_AT]
    if len(data) > LOOKED_AT and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        cut = cut[: max(cut.rfind(b"\n"), cut.rfind(b" ")) + 1] or cut
    return decoded(cut)[0]


def no_text(data: bytes) -> str:
    """What a file is if it is no text, told in a clause; "" for a text."""
    for sign, what in _NO_TEXT:
        if data.startswith(sign):
            return what
    text = head(data)
    strange = len(_STRANGE.findall(text))
    if strange > 2 + len(text) // MOST_STRANGE:
        return phrase("it is no text")
    return ""


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _cyrillic(data: bytes) -> bool:
    high = [byte >= 0xC0 for byte in data]
    together = sum(a and b for a, b in itertools.pairwise(high))
    return together * 2 > sum(high)
