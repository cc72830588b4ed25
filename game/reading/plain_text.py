"""Bytes to text that is safe to show: UTF-8, no control characters, no tabs."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from game.phrase import phrase
from game.reading.values import Mistake

MAX_BYTES = 8_000_000
"""The largest file that is read; ten thousand facts take about three million bytes."""

MAX_REPEATS = 20
"""A file of the wrong sort has thousands of bad characters; so many are named one by one."""

# C0 and C1 but tab, line feed and carriage return; what turns the direction of text around or
# hides in it; the line breaks that only YAML 1.1 knows, which would shift every line number.
_HIDDEN = (
    r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e"
    r"\u2060-\u2069\ufeff\ufffe\uffff"
)
HIDDEN = re.compile(f"[{_HIDDEN}]")
HIDDEN_OR_TAB = re.compile(f"[{_HIDDEN}\t]")
LINE_END = re.compile(r"\r\n|\r|\n")
# Most files have nothing but these bytes, and that is known much faster than by a pattern.
_PLAIN_BYTES = bytes([*range(0x20, 0x7F), ord("\n")])
_INDENTING_TAB = re.compile(r"^ *\t", re.MULTILINE)


_LOOKED_AT = 400
_RUSSIAN = re.compile(rb"[\xc0-\xff\xa8\xb8]{3}")
"""Bytes behind the first bad one by which the encoding is told, and a word of Russian letters in
Windows-1251: other languages have no three such letters in a row."""


@dataclass(frozen=True, slots=True)
class PlainText:
    """Text of a file; None if it cannot be read on at all."""

    text: str | None
    mistakes: tuple[Mistake, ...]


def decode(data: bytes, tabs: bool = False) -> PlainText:
    """Text with bad characters replaced one for one, so that lines and columns stay true.

    With `tabs` a tab is as good as any other character.
    """
    if len(data) > MAX_BYTES:
        return PlainText(None, (too_large(len(data)),))
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in data[:64]:
        message = phrase("this is not UTF-8 text; it looks like UTF-16")
        return PlainText(None, (_encoding(message, 1, 1),))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace").lstrip("\ufeff")
        line = before.count("\n") + 1
        column = len(before) - before.rfind("\n")
        return PlainText(None, (_encoding(_not_utf_8(data, error), line, column),))
    if not data.translate(None, _PLAIN_BYTES):
        return PlainText(text, ())
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    bad = HIDDEN if tabs else HIDDEN_OR_TAB
    if bad.search(text) is None:
        return PlainText(text, ())
    mistakes = _bad_characters(text, bad)
    if not tabs and _INDENTING_TAB.search(text):
        return PlainText(None, mistakes)
    return PlainText(bad.sub(" ", text), mistakes)


def lines_of(data: bytes) -> tuple[str, ...]:
    """The lines of a file that is no UTF-8, as far as they can be shown beside what is wrong."""
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    text = data.decode("utf-16" if wide else "utf-8", "replace")
    return tuple(text.replace("\r\n", "\n").split("\n"))


def too_large(size: int) -> Mistake:
    """The mistake of a file of `size` bytes, for a reader that looks before it reads."""
    return Mistake(
        1,
        1,
        "file-too-large",
        phrase(
            "the file has {size:,} bytes, more than the {most:,} that are read",
            size=size,
            most=MAX_BYTES,
        ),
        phrase("split it into several files"),
    )


def _not_utf_8(data: bytes, error: UnicodeDecodeError) -> str:
    """What is wrong with a text that is not UTF-8, by what it seems to be."""
    if _RUSSIAN.search(data, error.start, error.start + _LOOKED_AT):
        return phrase("this is not UTF-8 text; it looks like Windows-1251")
    return bad_byte(error)


def bad_byte(error: UnicodeDecodeError) -> str:
    """What is wrong where a text cannot be decoded, for a message that tells the place."""
    byte = f"0x{error.object[error.start]:02x}"
    return phrase("this is not UTF-8 text: it has the byte {byte} here", byte=byte)


def _encoding(message: str, line: int, column: int) -> Mistake:
    hint = phrase("save the file as UTF-8 in your editor")
    return Mistake(line, column, "encoding", message, hint)


def _bad_characters(text: str, bad: re.Pattern[str]) -> tuple[Mistake, ...]:
    mistakes: list[Mistake] = []
    last_line = 0
    for number, line in enumerate(text.split("\n"), start=1):
        found = bad.search(line)
        if found is None:
            continue
        last_line = number
        if len(mistakes) == MAX_REPEATS:
            break
        if found[0] == "\t":
            message, hint = phrase("there is a tab here"), phrase("use spaces")
            mistakes.append(Mistake(number, found.start() + 1, "tab", message, hint))
        else:
            mistakes.append(
                Mistake(
                    number,
                    found.start() + 1,
                    "hidden-character",
                    unseen(found[0]),
                    phrase("delete it and type the words around it again"),
                )
            )
    if len(mistakes) == MAX_REPEATS:
        message = phrase("more lines have tabs or hidden characters")
        mistakes.append(Mistake(last_line, 1, "too-many", message))
    return tuple(mistakes)


def unseen(character: str) -> str:
    """What is wrong with a character that nobody sees."""
    sign = f"U+{ord(character):04X}"
    return phrase("there is a character here that nobody sees ({sign})", sign=sign)
