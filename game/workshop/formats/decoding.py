"""Bytes of a file as text, whatever wrote it."""

from __future__ import annotations

import codecs
import itertools

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


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


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _cyrillic(data: bytes) -> bool:
    high = [byte >= 0xC0 for byte in data]
    together = sum(a and b for a, b in itertools.pairwise(high))
    return together * 2 > sum(high)
