"""Rows of separated values, of which a quote that is never closed spoils its own and no other."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from game.phrase import phrase

UNCLOSED = phrase("a quote opens in it and is not closed to the end of the file")
"""What is wrong with a row that has no cells."""

_END = "\x1fthe end\x1f"
_MOST_UNCLOSED = 20
"""After so many the rest of a file is left: each costs a reading of all that stands below it."""


def rows(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Each row that is not empty, with the line that it begins in, from 1. csv.Error if it is none.

    A row whose quote is never closed would hold all the rest of the file. It comes without cells,
    and reading goes on in the line below its first.
    """
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + len(_END) + 2))
    rest, above = text, 0
    for _ in range(_MOST_UNCLOSED):
        reader = csv.reader(io.StringIO(f"{rest}\n{_END}"), delimiter=separator)
        first = 1
        for cells in reader:
            if cells and cells[-1].endswith(f"\n{_END}"):
                break
            if cells and cells != [_END]:
                yield above + first, cells
            first = reader.line_num + 1
        else:
            return
        yield above + first, []
        rest = "\n".join(rest.split("\n")[first:])
        above += first
