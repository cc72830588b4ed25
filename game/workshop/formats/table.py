"""Rows of a CSV file or of a spreadsheet, as texts with the number of their row."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from game.phrase import phrase
from game.reading.csv_table import STARTS_A_FORMULA
from game.workshop.formats import quoting
from game.workshop.formats.decoding import decoded

Rows = Iterator[tuple[int, list[str]]]

MOST_COLUMNS = 200
MOST_CELL = 40_000
MOST_UNPACKED = 100_000_000
MOST_SQUEEZED = 200
"""How many times smaller a spreadsheet may be than what it unpacks to; real ones are 5 to 30."""

SMALL = 10_000_000
"""Bytes that are unpacked whatever they were squeezed to."""

BROKEN_ZIP = (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError, EOFError)
"""What the library raises for archives that are damaged, encrypted, or of a later kind."""

AGAIN = phrase("the file is damaged, encrypted or cut short; save it or download it once more")
UNOPENED = phrase("it cannot be opened as a spreadsheet: {again}", again=AGAIN)

_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")


class NotATable(Exception):
    """Why a file holds no rows."""


def rows_of(data: bytes) -> Rows:
    """The rows of a file, from 1, empty ones left out; what kind of file it is, its bytes say.

    A row without cells is one whose quote is never closed, as in quoting.UNCLOSED.
    NotATable if it is a spreadsheet that cannot be opened. Reading a spreadsheet needs openpyxl
    (ImportError).
    """
    if data.startswith(b"PK\x03\x04"):
        return _spreadsheet(data)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise NotATable(phrase("it is a spreadsheet of before 2007: save it as .xlsx or .csv"))
    return _separated(decoded(data)[0])


def _spreadsheet(data: bytes) -> Rows:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(each.file_size for each in archive.infolist())
    except BROKEN_ZIP as error:
        raise NotATable(UNOPENED) from error
    if size > MOST_UNPACKED:
        most = MOST_UNPACKED // 1_000_000
        raise NotATable(
            phrase(
                "it would unpack to {size} MB, and {most} MB are the most",
                size=size // 1_000_000,
                most=most,
            )
        )
    if size > SMALL and size > MOST_SQUEEZED * len(data):
        raise NotATable(
            phrase("it would unpack to {times} times its size", times=size // len(data))
        )
    return _sheet(_first_sheet(data).iter_rows(max_col=MOST_COLUMNS, values_only=True))


@lru_cache(maxsize=1)
def _first_sheet(data: bytes) -> Any:
    """Opened once for whoever asks first what it is and then what it holds: its texts lie in a
    part of the file that is read whole."""
    import openpyxl

    try:
        return openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True).worksheets[
            0
        ]
    except Exception as error:  # whatever a broken file makes the library raise
        raise NotATable(UNOPENED) from error


def _sheet(rows: Iterable[Sequence[object]]) -> Rows:
    number = 0
    shown = iter(rows)
    while True:
        number += 1
        try:
            cells = [_cell(value) for value in next(shown)]
        except StopIteration:
            return
        except Exception as error:  # as above: a sheet is read while it is gone through
            raise NotATable(
                phrase("its row {row} cannot be read: {again}", row=number, again=AGAIN)
            ) from error
        if any(cells):
            yield number, cells


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        value = int(value)
    return str(value).strip()[:MOST_CELL]


def _separated(text: str) -> Rows:
    try:
        for line, cells in quoting.rows(text.replace("\0", ""), _separator(text)):
            cut = [cell.strip()[:MOST_CELL] for cell in cells[:MOST_COLUMNS]]
            if any(cut) or not cells:
                yield line, cut
    except csv.Error as error:
        raise NotATable(phrase("it cannot be read: {again}", again=AGAIN)) from error


def _separator(text: str) -> str:
    """The sign that parts the most cells of the first lines: a comma, if they are as many."""
    head = text[:20_000].split("\n")[:20]
    return max(",;\t", key=lambda sign: (sum(line.count(sign) for line in head), sign == ","))


def safe(cell: str) -> str:
    """A text that no spreadsheet takes for a formula; a number is none."""
    return "'" + cell if _like_a_formula(cell) else cell


def bare(cell: str) -> str:
    """A text as it was before `safe`."""
    return cell[1:] if cell.startswith("'") and _like_a_formula(cell[1:]) else cell


def _like_a_formula(cell: str) -> bool:
    # An apostrophe before it is doubled, so that `bare` gives back what `safe` was given.
    start = cell.lstrip("'")
    return start.startswith(STARTS_A_FORMULA) and not _NUMBER.fullmatch(start)


def separated(rows: Iterable[Sequence[str]]) -> str:
    """Rows as CSV that no spreadsheet finds a formula in."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows([safe(cell) for cell in row] for row in rows)
    return out.getvalue()


def spreadsheet(rows: Iterable[Sequence[str | int]], title: str) -> bytes:
    """Rows as an .xlsx file, its cells texts and whole numbers. Needs openpyxl (ImportError)."""
    import openpyxl
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, WriteOnlyCell

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(title)
    for row in rows:
        cells = []
        for value in row:
            if isinstance(value, str):
                cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", safe(value)))
                cell.data_type = "s"
                cells.append(cell)
            else:
                cells.append(WriteOnlyCell(sheet, value))
        sheet.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
