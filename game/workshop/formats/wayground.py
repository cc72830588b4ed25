"""Wayground's spreadsheet (Quizizz before): question, type, up to five options, time, explanation.

The headings are those of its template, whose second row only tells what to write.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from game.phrase import phrase
from game.workshop.formats.item import Item, NotAQuestion, Option, Reading, Said
from game.workshop.formats.quiz_rows import (
    Row,
    filled,
    fitting,
    read_table,
    rights,
    seconds,
    with_options,
)
from game.workshop.formats.table import spreadsheet

OPTIONS = 5
LONGEST = 10_000
CHOICE = "Multiple Choice"
USUAL_TIME = 30
HEADINGS = (
    "Question Text",
    "Question Type",
    *(f"Option {number}" for number in range(1, OPTIONS + 1)),
    "Correct Answer",
    "Time in seconds",
    "Image Link",
    "Answer explanation",
)
NAMES = {
    "question text": "question",
    "question type": "type",
    **{f"option {number}": f"option {number}" for number in range(1, OPTIONS + 1)},
    "correct answer": "right",
    "time in seconds": "time",
    "image link": "picture",
    "answer explanation": "explanation",
}
TELLS = "text of the question"
UNPLAYABLE = ("open-ended", "open ended", "poll", "draw")
BLANKS = ("fill-in-the-blank", "fill in the blank", "fill-in-the-blanks")


def read(data: bytes, file: str) -> Reading:
    """Every question of a spreadsheet made on the template, as .xlsx or .csv."""
    return read_table(data, file, _named, ("question", "option 1"), _question)


def _named(heading: str) -> str:
    return NAMES.get(heading, "")


def _question(row: Row) -> Item | None:
    prompt, options, kind = row["question"], row.numbered("option"), row["type"].lower()
    if not prompt and not any(options):
        return None
    if prompt.lower().startswith(TELLS):
        return None
    if kind in UNPLAYABLE:
        raise NotAQuestion(
            phrase("a question of the type {kind} has no right answer", kind=row["type"])
        )
    if kind in BLANKS:
        item = _typed(row, prompt, options)
    else:
        item = with_options(row, prompt, options, row["right"])
    return _explained(item, row["explanation"])


def _typed(row: Row, prompt: str, options: tuple[str, ...]) -> Item:
    taken = tuple(Option(text, 1.0) for text in options if text)
    if not prompt or not taken:
        raise NotAQuestion(phrase("it has no question, or no word that fills its blank"))
    return Item(row.place, "typed", prompt, options=taken, seconds=seconds(row["time"]))


def _explained(item: Item, explanation: str) -> Item:

    return replace(item, feedback=explanation) if explanation else item


def write(items: Iterable[Item]) -> tuple[bytes, tuple[Said, ...]]:
    """The questions on the template, and what it cannot hold. Needs openpyxl (ImportError)."""
    lost: list[Said] = []
    rows: list[tuple[str | int, ...]] = [HEADINGS]
    for item in _held(items, lost):
        typed = item.form == "typed"
        kind = "Fill-in-the-Blank" if typed else "Checkbox" if item.form == "several" else CHOICE
        right = "" if typed else rights(item.options)
        time = item.seconds or USUAL_TIME
        rows.append(
            (item.prompt, kind, *filled(item.options, OPTIONS), right, time, "", item.feedback)
        )
    return spreadsheet(rows, "Sheet1"), tuple(lost)


def _held(items: Iterable[Item], lost: list[Said]) -> Iterator[Item]:
    limits = {"question": LONGEST, "answer": LONGEST, "answers": OPTIONS}
    for item in items:
        whole = all(option.share >= 1 for option in item.options)
        if item.form == "typed" and whole and len(item.options) <= OPTIONS:
            yield item
        else:
            yield from fitting([item], lost, "Wayground", **limits)
