"""Which format a file is in, by what stands in it and, where that leaves a choice, by its name."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Sequence
from itertools import islice

from game.phrase import phrase
from game.workshop.formats import plain_table
from game.workshop.formats.decoding import head, no_text
from game.workshop.formats.table import AGAIN, BROKEN_ZIP, NotATable, rows_of

_AIKEN = re.compile(r"^ANSWER:\s*[A-Za-zА-Яа-я]\s*$", re.MULTILINE)
_ANKI = re.compile(r"#(separator|html|tags|columns|notetype|deck|guid)\b.*:", re.IGNORECASE)
_GIFT = re.compile(
    r"(?<!\\)\{\s*(?:[=~#%](?:\\.|[^{}\\])*|(?:T|F|TRUE|FALSE)\s*(?:#(?:\\.|[^{}\\])*)?)\}"
)
"""Braces with answers, of one of the kinds that say their kind by a sign or a word."""

_TABLES = (".csv", ".tsv", ".xlsx", ".xlsm")
_BY_NAME = {".gift": "gift", ".h5p": "h5p", ".json": "opentdb"}
_HEADER_WITHIN = 40
_ROWS_COUNTED = 500
_LEAST_ROWS = 3
_NEARLY_ALL = 0.9
"""Of the lines of a table or of cards so many have its separator, and of prose never."""


class Unrecognised(Exception):
    """Why a file is in none of the formats that are read."""


def recognised(data: bytes, name: str) -> str:
    """The id of the format of a file. Unrecognised if it is in none.

    Reading a spreadsheet needs openpyxl (ImportError).
    """
    suffix = f".{name.rpartition('.')[2].lower()}" if "." in name else ""
    if data.startswith(b"PK\x03\x04"):
        return _in_zip(data)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Unrecognised(phrase("it is a spreadsheet of before 2007: save it as .xlsx or .csv"))
    if reason := no_text(data):
        raise Unrecognised(reason)
    text = head(data)
    start = text.lstrip("\ufeff \n\t")
    if not start:
        raise Unrecognised(phrase("there is nothing in it"))
    if start.startswith("<") and ("<quiz" in text or suffix == ".xml"):
        return "moodle-xml"
    if suffix in _BY_NAME:
        return _BY_NAME[suffix]
    if start[0] in "{[" and '"' in start and "correct_answer" in text:
        return "opentdb"
    if _ANKI.match(start):
        return "anki"
    if suffix in _TABLES:
        return _table(data)
    if _AIKEN.search(text):
        return "aiken"
    if _GIFT.search(text):
        return "gift"
    if _parted(text.split("\n"), "\t"):
        return "anki"
    if any(sign in text for sign in ",;") and ((kind := _table(data)) != "csv" or _even(data)):
        return kind
    raise Unrecognised(phrase("it is in none of the formats that are read"))


def _parted(lines: Sequence[str], sign: str) -> bool:
    """Whether nearly all lines have a sign between two words."""
    filled = [line for line in lines if line.strip()]
    return sum(sign in line.strip() for line in filled) >= _NEARLY_ALL * len(filled) > 0


def _even(data: bytes) -> bool:
    """Whether a table that nothing but its separators tells is one: by its header, or by rows of
    the same number of cells."""
    if plain_table.holds_questions(data):
        return True
    widths = [len(cells) for _, cells in islice(rows_of(data), _ROWS_COUNTED)]
    usual, often = Counter(widths).most_common(1)[0]
    return usual > 1 and often >= max(_LEAST_ROWS, _NEARLY_ALL * len(widths))


def _in_zip(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except BROKEN_ZIP as error:
        reason = phrase("it cannot be opened as an archive: {again}", again=AGAIN)
        raise Unrecognised(reason) from error
    if "h5p.json" in names:
        return "h5p"
    if any(name.startswith("collection.anki") for name in names):
        raise Unrecognised(
            phrase("it is an Anki deck: in Anki, export the notes in plain text (.txt)")
        )
    if any(name.startswith("xl/") for name in names):
        return _table(data)
    if any(name.startswith("word/") for name in names):
        raise Unrecognised(
            phrase("it is a document of a word processor: save it as plain text (.txt)")
        )
    raise Unrecognised(phrase("it is an archive in which there are no questions"))


def _table(data: bytes) -> str:
    """Whose table it is, by its header; a plain one otherwise."""
    try:
        for _, cells in islice(rows_of(data), _HEADER_WITHIN):
            if kind := _header_of(cells):
                return kind
    except NotATable as error:
        raise Unrecognised(str(error)) from error
    return "csv"


def _header_of(cells: Sequence[str]) -> str:
    named = [" ".join(cell.lower().split()) for cell in cells]
    if any(name.startswith("blooket") for name in named) or "question #" in named:
        return "blooket"
    if "question text" in named and "option 1" in named:
        return "wayground"
    starts = {name[:8] for name in named if name.startswith("answer ")}
    if {"answer 1", "answer 2"} <= starts and any(n.startswith("correct answer") for n in named):
        return "kahoot"
    return ""
