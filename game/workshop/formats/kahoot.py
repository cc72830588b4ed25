"""Kahoot's spreadsheet: a question, up to four answers, a time, and which answers are right.

The headings and the lengths are those of the template that Kahoot gives out. Its header stands in
row 8 there and elsewhere in files that people have changed, so it is found by its words.
"""

from __future__ import annotations

from collections.abc import Iterable

from game.phrase import phrase
from game.workshop.formats.item import Item, NotAQuestion, Reading, Said
from game.workshop.formats.quiz_rows import (
    ANSWERS_NEEDED,
    Row,
    filled,
    fitting,
    named_answers,
    nearest,
    read_table,
    rights,
    with_options,
)
from game.workshop.formats.table import spreadsheet

TIMES = (5, 10, 20, 30, 60, 90, 120, 240)
USUAL_TIME = 20
QUESTION, ANSWER, ANSWERS = 120, 75, 4
HEADINGS = (
    f"Question - max {QUESTION} characters",
    *(f"Answer {number} - max {ANSWER} characters" for number in range(1, ANSWERS + 1)),
    "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
    "Correct answer(s) - choose at least one",
)
ABOVE = (
    ("", "Quiz template"),
    ("", "Add questions, at least two answer alternatives, time limit and choose correct answers."),
    ("", "Remember: questions have a limit of 120 characters, answers of 75."),
)
HEADER_ROW = 8
NO_EXPLANATION = phrase("Kahoot has no place for an explanation")


def read(data: bytes, file: str) -> Reading:
    """Every question of a spreadsheet made on Kahoot's template, as .xlsx or saved as .csv."""
    return read_table(data, file, named_answers, ANSWERS_NEEDED, _question)


def _question(row: Row) -> Item | None:
    prompt, options = row["question"], row.numbered("answer")
    if not prompt and not any(options):
        return None
    if not row["right"]:
        raise NotAQuestion(phrase("no answer is marked as right"))
    return with_options(row, prompt, options, row["right"])


def write(items: Iterable[Item]) -> tuple[bytes, tuple[Said, ...]]:
    """The questions on Kahoot's template, and what it cannot hold. Needs openpyxl (ImportError)."""
    lost: list[Said] = []
    rows: list[tuple[str | int, ...]] = [*ABOVE, *[("",)] * (HEADER_ROW - 1 - len(ABOVE))]
    rows.append(("", *HEADINGS))
    held = fitting(items, lost, "Kahoot", question=QUESTION, answer=ANSWER, answers=ANSWERS)
    for number, item in enumerate(held, 1):
        if item.feedback:
            lost.append(Said(item.place, NO_EXPLANATION))
        time = nearest(item.seconds, TIMES, USUAL_TIME)
        rows.append(
            (number, item.prompt, *filled(item.options, ANSWERS), time, rights(item.options))
        )
    return spreadsheet(rows, "Sheet1"), tuple(lost)
