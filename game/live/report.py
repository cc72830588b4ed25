"""What a live class leaves when its teacher keeps it: by learner and by question, without names."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from game.play.words import Catalogue, team_name
from game.reading.csv_table import STARTS_A_FORMULA
from game.records.places import put

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

FOLDER = "classes"
SHORTEST_DAYS, LONGEST_DAYS = 1, 400
_UNTIL = "-until-"

Cell = str | int


How = Literal["right", "mended", "wrong", "unknown", "none", ""]


@dataclass(frozen=True, slots=True)
class Answer:
    """What one seat said to one question: "mended" was wrong at first and right in the hold,
    "unknown" an honest "I don't know", "none" no answer in time, "" was not asked of this seat."""

    how: How
    said: str = ""


@dataclass(frozen=True, slots=True)
class Learner:
    """How one seat did: `right` of `of` questions that it was asked, its fuel, and its answer to
    each question of the report."""

    team: str
    right: int
    of: int
    fuel: int
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: `right` of `of` learners had it; `mended` of them later, in the hold. `fact`
    is what is so, which the key of a true or false sentence does not tell."""

    prompt: str
    key: str
    fact: str
    source: str
    right: int
    of: int
    mended: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """A class that is over. Learners have numbers in the order in which they came, and no names."""

    title: str
    day: date
    learners: tuple[Learner, ...]
    questions: tuple[Asked, ...]

    @property
    def to_teach(self) -> tuple[int, ...]:
        """The numbers from 0 of the questions that fewer than seven in ten had right, the fewest
        first."""
        missed = [
            (one.right / one.of, at)
            for at, one in enumerate(self.questions)
            if one.of and one.right < 0.7 * one.of
        ]
        return tuple(at for _, at in sorted(missed))

    def said_to(self, question: int) -> Counter[Answer]:
        """How often each answer was given to a question; who mended it later had been wrong."""
        given = (one.answers[question] for one in self.learners)
        return Counter(
            replace(one, how="wrong") if one.how == "mended" else one for one in given if one.how
        )


def by_learner(report: Report, catalogue: Catalogue) -> list[list[Cell]]:
    """A row a learner under a head: right answers stand before fuel."""
    say = catalogue.gettext
    head: list[Cell] = [say("Learner"), say("Team"), say("Right"), say("Asked"), say("Fuel")]
    head += [f"{number}. {one.prompt}" for number, one in enumerate(report.questions, 1)]
    return [head] + [
        [
            number, team_name(one.team, catalogue) if one.team else "", one.right, one.of, one.fuel,
            *(_in_words(answer, catalogue) for answer in one.answers),
        ]
        for number, one in enumerate(report.learners, 1)
    ]  # fmt: skip


def by_question(
    report: Report, catalogue: Catalogue, only: Sequence[int] | None = None
) -> list[list[Cell]]:
    """A row a question under a head, of all of them or of some by their numbers from 0."""
    say = catalogue.gettext
    head: list[Cell] = [
        say("Question"), say("Right answer"), say("Why"), say("Right"), say("Asked"),
        say("Mended"), say("What was answered"), say("Source"),
    ]  # fmt: skip
    rows = [head]
    for at in range(len(report.questions)) if only is None else only:
        one = report.questions[at]
        rows.append(
            [f"{at + 1}. {one.prompt}", one.key, one.fact, one.right, one.of, one.mended,
             _answers(report.said_to(at), catalogue), one.source]
        )  # fmt: skip
    return rows


def of_the_class(report: Report, catalogue: Catalogue) -> list[list[Cell]]:
    """Which class it was."""
    say = catalogue.gettext
    return [
        [say("Pack"), report.title],
        [say("Date"), report.day.isoformat()],
        [say("Learners"), len(report.learners)],
        [say("Questions"), len(report.questions)],
        [say("Right"), sum(one.right for one in report.questions)],
        [say("Asked"), sum(one.of for one in report.questions)],
    ]


def _in_words(answer: Answer, catalogue: Catalogue) -> str:
    say = catalogue.gettext
    words = {
        "right": say("right"),
        "mended": say("mended, at first: {answer}"),
        "wrong": say("not right: {answer}"),
        "unknown": say("did not know"),
        "none": say("no answer"),
        "": "",
    }
    return words[answer.how].format(answer=answer.said or say("no answer"))


def _answers(given: Counter[Answer], catalogue: Catalogue) -> str:
    """The answers to a question, the one that was given most first; it is what to speak about."""
    say = catalogue.gettext
    lines = []
    for answer, count in sorted(
        given.items(), key=lambda one: (-one[1], not one[0].said, one[0].said)
    ):
        words = answer.said or {"none": say("no answer")}.get(answer.how, say("did not know"))
        lines.append(f"{words}: {count}")
    return "\n".join(lines)


def to_csv(rows: Sequence[Sequence[Cell]]) -> bytes:
    """A table for any spreadsheet: UTF-8 with a mark. No cell begins as a formula would."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([_plain(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def to_xlsx(report: Report, catalogue: Catalogue) -> bytes:
    """A spreadsheet: what to teach again, by question, by learner, and which class it was."""
    from openpyxl import Workbook

    say = catalogue.gettext
    book = Workbook()
    first = book.active
    assert first is not None
    book.remove(first)
    teach = by_question(report, catalogue, report.to_teach)
    _sheet(book.create_sheet(say("To teach again")), teach)
    _sheet(book.create_sheet(say("By question")), by_question(report, catalogue))
    _sheet(book.create_sheet(say("By learner")), by_learner(report, catalogue))
    _sheet(book.create_sheet(say("The class")), of_the_class(report, catalogue))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def keep(
    folder: Path, report: Report, catalogue: Catalogue, days: int
) -> tuple[tuple[Path, ...], date]:
    """Write a report into the data folder's `classes`, to be deleted after so many days.

    Gives the files and the day when they go. OSError if they cannot be written; ValueError for
    days outside 1 to 400.
    """
    if not SHORTEST_DAYS <= days <= LONGEST_DAYS:
        raise ValueError(f"a report is kept for {SHORTEST_DAYS} to {LONGEST_DAYS} days")
    until = report.day + timedelta(days)
    place = folder / FOLDER
    place.mkdir(parents=True, exist_ok=True)
    stem, number = f"{report.day}{_UNTIL}{until}", 1
    while (place / f"{stem}-{number}.xlsx").exists():
        number += 1
    made = {
        f"{stem}-{number}.xlsx": to_xlsx(report, catalogue),
        f"{stem}-{number}-learners.csv": to_csv(by_learner(report, catalogue)),
        f"{stem}-{number}-questions.csv": to_csv(by_question(report, catalogue)),
    }
    for name, data in made.items():
        unfinished = place / f".{name}"
        unfinished.write_bytes(data)
        put(unfinished, place / name)
    return tuple(place / name for name in made), until


def forget_old(folder: Path, today: date) -> None:
    """Delete the reports whose day has come, and what a kept one left half written."""
    for path in (folder / FOLDER).glob("*"):
        _, found, rest = path.name.partition(_UNTIL)
        with suppress(ValueError, OSError):
            if path.name.startswith(".") or (found and date.fromisoformat(rest[:10]) <= today):
                path.unlink()


def _sheet(sheet: Worksheet, rows: Sequence[Sequence[Cell]]) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    for row in rows:
        sheet.append([_plain(cell) for cell in row])
    sheet.freeze_panes = "A2"
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for number, column in enumerate(sheet.columns, 1):
        longest = max(len(str(cell.value or "")) for cell in column)
        sheet.column_dimensions[get_column_letter(number)].width = min(60, longest + 2)
        for cell in column:
            cell.alignment = Alignment(wrap_text=True, vertical="top")


def _plain(cell: Cell) -> Cell:
    """What no spreadsheet takes for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(STARTS_A_FORMULA) else cell
