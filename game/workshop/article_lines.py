"""Lines of a text as paragraphs, where a program or a page has broken them."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Iterable, Sequence

_ENDS = re.compile(r"[.!?…:;][»”’\"')\]]*$")
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u2010\u00ad]$")
_DIGITS = re.compile(r"\d+")
_PRINTED = re.compile(
    r"(?:\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}[:.]\d{2}\b.*|"
    r"\S*://\S*(?: +\d+ ?(?:/|of|из) ?\d+)?|"
    r"(?:[Pp]age |[Сс]тр\. )?\d{1,3} ?(?:/|of|из) ?\d{1,3}|.+ \d{1,3}/\d{1,3})"
)
"""What a browser prints over and under a page: day and time, address, which page of how many."""
_EDGES = 2
"""Lines at the top and at the bottom of a page that may be such."""
SHORTEST_WRAP, LONGEST_WRAP = 40, 110


def joined(lines: Sequence[str]) -> list[str]:
    """The paragraphs of plain text: a line each, or what stands between blank lines if an editor
    has broken the lines at a margin."""
    if not _is_wrapped(lines):
        return [line for line in lines if line.strip()]
    return rebuilt(lines)


def rebuilt(lines: Iterable[str]) -> list[str]:
    """Paragraphs of lines that end at a margin; words parted at a hyphen are put together."""
    given = [line.strip() for line in lines]
    there = [len(line) for line in given if line]
    margin = statistics.quantiles(there, n=10)[-1] if len(there) > 1 else 0
    found: list[str] = []
    open_line = ""
    for line in given:
        if not line:
            open_line = ""
        elif open_line and _goes_on(open_line, line, margin):
            found[-1] = _together(found[-1], line)
            open_line = line
        else:
            found.append(line)
            open_line = line
    return found


def without_furniture(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """The lines of pages without the line at the top and the one at the bottom of most of them,
    and without what a browser prints there."""
    pages = [_without_prints(page) for page in pages]
    if len(pages) < 3:
        return [[line for line in page if not _is_edge(line)] for page in pages]
    counts: Counter[str] = Counter()
    for page in pages:
        edge = [line for line in page if line.strip()]
        counts.update({_DIGITS.sub("#", line.strip()) for line in (*edge[:1], *edge[-1:])})
    often = {line for line, count in counts.items() if count * 2 > len(pages)}
    return [
        [
            line
            for line in page
            if _DIGITS.sub("#", line.strip()) not in often and not _is_edge(line)
        ]
        for page in pages
    ]


def _without_prints(page: Sequence[str]) -> list[str]:
    there = [at for at, line in enumerate(page) if line.strip()]
    edges = {*there[:_EDGES], *there[-_EDGES:]}
    return [
        line
        for at, line in enumerate(page)
        if at not in edges or _PRINTED.fullmatch(line.strip()) is None
    ]


def _is_edge(line: str) -> bool:
    """Whether a line is the number of a page, or says whose the page is."""
    return line.strip(" -–—").isdigit() or line.lstrip().startswith(("©", "(c) ", "(C) "))


def _is_wrapped(lines: Sequence[str]) -> bool:
    there = [line.strip() for line in lines if line.strip()]
    if len(there) < 6 or "" not in [line.strip() for line in lines[:-1]]:
        return False
    middle = statistics.median(map(len, there))
    longest = max(map(len, there))
    open_ends = sum(_ENDS.search(line) is None for line in there)
    fits = middle >= SHORTEST_WRAP and longest <= LONGEST_WRAP
    return fits and open_ends * 2 >= len(there)


def _goes_on(line: str, following: str, margin: float) -> bool:
    """Whether a paragraph goes on in the next line."""
    if following[0] in "•*–—-" and following[1:2] == " ":
        return False
    if _HYPHEN.search(line) or following[0].islower():
        return True
    if _ENDS.search(line):
        return len(line) > margin * 0.85
    return len(line) > margin * 0.6


def _together(text: str, line: str) -> str:
    if _HYPHEN.search(text) and line[0].islower():
        return text[:-1] + line
    return f"{text}{'' if text.endswith('-') else ' '}{line}"
