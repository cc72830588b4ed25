"""Blooket's table: a number, a question, up to four answers, a time, and which are right."""

from __future__ import annotations

from collections.abc import Iterable

from game.phrase import phrase
from game.workshop.formats.item import Item, Option, Reading, Said
from game.workshop.formats.quiz_rows import (
    ANSWERS_NEEDED,
    Row,
    filled,
    fitting,
    named_answers,
    read_table,
    rights,
    seconds,
    with_options,
)
from game.workshop.formats.table import separated

LONGEST_TIME, USUAL_TIME = 300, 20
ANSWERS = 4
LONGEST = 10_000
NO_EXPLANATION = phrase("Blooket has no place for an explanation")
TITLE = "Blooket Import Template"
HEADINGS = (
    "Question #",
    "Question Text",
    "Answer 1",
    "Answer 2",
    "Answer 3 (Optional)",
    "Answer 4 (Optional)",
    "Time Limit (sec) (Max: 300 seconds)",
    "Correct Answer(s) (Only include Answer #)",
)


def read(data: bytes, file: str) -> Reading:
    """Every question of a table made on Blooket's template."""
    return read_table(data, file, named_answers, ANSWERS_NEEDED, _question)


def _question(row: Row) -> Item | None:
    prompt, options = row["question"], row.numbered("answer")
    if not prompt and not any(options):
        return None
    if prompt and sum(map(bool, options)) == 1:
        # The template has no type: with nothing to choose from it is to be typed.
        taken = tuple(Option(text, 1.0) for text in options if text)
        return Item(row.place, "typed", prompt, options=taken, seconds=seconds(row["time"]))
    return with_options(row, prompt, options, row["right"])


def write(items: Iterable[Item]) -> tuple[str, tuple[Said, ...]]:
    """The questions as Blooket's CSV, and what it cannot hold."""
    lost: list[Said] = []
    rows: list[tuple[str, ...]] = [(TITLE, *[""] * (len(HEADINGS) - 1)), HEADINGS]
    held = fitting(items, lost, "Blooket", question=LONGEST, answer=LONGEST, answers=ANSWERS)
    for number, item in enumerate(held, 1):
        if item.feedback:
            lost.append(Said(item.place, NO_EXPLANATION))
        time = min(LONGEST_TIME, item.seconds or USUAL_TIME)
        rows.append(
            (
                str(number),
                item.prompt,
                *filled(item.options, ANSWERS),
                str(time),
                rights(item.options),
            )
        )
    return separated(rows), tuple(lost)
