"""Problems for people and for programs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TextIO

from game.languages import spoken, system_words
from game.packs.problem import Problem, Severity
from game.phrase import Words, counted, in_words, joined, phrase

WINDOW = 96
"""Columns of a line that are shown around its caret."""

MAX_SHOWN = 200
"""Problems printed for people; a file of the wrong sort has thousands."""

_ENTRY = re.compile(r"(facts|rows|questions)\[(\d+)\]")

_SEVERITIES: dict[Severity, str] = {
    "error": phrase("error: "),
    "flaw": phrase("flaw: "),
    "note": phrase("note: "),
}

# A terminal obeys some of these, so none is ever printed.
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def print_problems(problems: Sequence[Problem], file: TextIO) -> None:
    """Every problem with its place, its line and a caret, in the language of the system; nothing
    if there is none."""
    words = system_words()
    for problem in problems[:MAX_SHOWN]:
        print("\n".join(lines_of(problem, words)), file=file)
    if len(problems) > MAX_SHOWN:
        print(spoken(phrase("... and {more:,} more.", more=len(problems) - MAX_SHOWN)), file=file)
    if problems:
        print(f"{spoken(summary(problems))}.", file=file)


def lines_of(problem: Problem, words: Words) -> list[str]:
    """One problem as lines: place, path and message; the line of the file; a caret; what to do."""
    message, hint = in_words(problem.message, words), in_words(problem.hint, words)
    if problem.code == "no-folder":
        # There is no file to name a place in.
        return [safe(f"{message[0].upper()}{message[1:]}{f'; {hint}' if hint else ''}.")]
    path = f"  {in_words(as_counted(problem.path), words)}" if problem.path else ""
    severity = in_words(_SEVERITIES[problem.severity], words)
    lines = [safe(f"{problem.place}{path}: {severity}{message}")]
    if problem.line_text.strip():
        text, caret = window(problem.line_text, problem.place.column - 1)
        margin = f"{problem.place.line:>6} | "
        lines.append(safe(margin + text))
        lines.append(" " * (len(margin) + caret) + "^")
    if hint:
        # A full stop behind something to be typed would be typed as well.
        stop = "." if hint[-1].isalpha() or hint[-1] == ")" else ""
        lines.append(safe(f"         {hint[0].upper()}{hint[1:]}{stop}"))
    return lines


def as_counted(path: str) -> str:
    """A path as people count: `facts[2] "..."` is fact 3."""
    found = _ENTRY.match(path)
    if found is None:
        return path
    number, rest = int(found[2]) + 1, path[found.end() :]
    if found[1] == "facts":
        return phrase("fact {number}{rest}", number=number, rest=rest)
    if found[1] == "rows":
        return phrase("row {number}{rest}", number=number, rest=rest)
    return phrase("question {number}{rest}", number=number, rest=rest)


def as_json(problem: Problem) -> dict[str, str | int]:
    """One problem as `check --json` prints it, for programs: its words are English."""
    return {
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "path": problem.path,
        "code": problem.code,
        "severity": problem.severity,
        "message": problem.message,
        "hint": problem.hint,
    }


def window(line: str, column: int, wide: int = WINDOW) -> tuple[str, int]:
    """At most `wide` letters of a line around a column (from 0), and where that column is in them;
    what is left out leaves three dots."""
    start = max(0, column - wide // 2) if len(line) > wide else 0
    text = line[start : start + wide]
    before = "..." if start else ""
    after = "..." if start + wide < len(line) else ""
    return before + text + after, column - start + len(before)


def safe(text: str) -> str:
    """The text without what a screen would obey."""
    return _UNPRINTABLE.sub("?", text.replace("\t", " "))


def summary(problems: Sequence[Problem]) -> str:
    """How many errors, flaws and notes there are; "" if there are none."""
    counts = Counter(problem.severity for problem in problems)
    found = (
        counted("{count:,} error", "{count:,} errors", counts["error"]),
        counted("{count:,} flaw", "{count:,} flaws", counts["flaw"]),
        counted("{count:,} note", "{count:,} notes", counts["note"]),
    )
    return joined(one for one in found if one.values["count"])
