"""What a live class leaves when its teacher keeps it: by learner and by question, without names."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from game.play.words import Catalogue
from game.reading.csv_table import STARTS_A_FORMULA
from game.records.places import put

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

FOLDER = "classes"
SHORTEST_DAYS, LONGEST_DAYS = 1, 400
_UNTIL = "-until-"

Cell = str | int


@dataclass(frozen=True, slots=True)
class Learner:
    """How one seat did: `right` of `of` questions that it was asked, its fuel, and its answers.

    `rights` has a sign for each question of the report: True, False, or None for no answer.
    """

    team: str
    right: int
    of: int
    fuel: int
    rights: tuple[bool | None, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: `right` of `of` learners had it; `mended` of them later, in the hold."""

    prompt: str
    key: str
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
    def to_teach(self) -> tuple[Asked, ...]:
        """The questions that fewer than seven in ten had right, the fewest first."""
        missed = (one for one in self.questions if one.of and one.right < 0.7 * one.of)
        return tuple(sorted(missed, key=lambda one: one.right / one.of))


def by_learner(report: Report, catalogue: Catalogue) -> list[list[Cell]]:
    """A row a learner under a head: right answers stand before fuel."""
    say = catalogue.gettext
    head: list[Cell] = [say("Learner"), say("Team"), say("Right"), say("Asked"), say("Fuel")]
    head += [f"{number}." for number in range(1, len(report.questions) + 1)]
    signs = {True: say("right"), False: say("not right"), None: ""}
    return [head] + [
        [number, one.team, one.right, one.of, one.fuel, *(signs[sign] for sign in one.rights)]
        for number, one in enumerate(report.learners, 1)
    ]


def by_question(questions: Iterable[Asked], catalogue: Catalogue) -> list[list[Cell]]:
    """A row a question under a head."""
    say = catalogue.gettext
    head: list[Cell] = [
        say("Question"), say("Right answer"), say("Source"), say("Right"), say("Asked"),
        say("Mended"),
    ]  # fmt: skip
    return [head] + [
        [one.prompt, one.key, one.source, one.right, one.of, one.mended] for one in questions
    ]


def to_csv(rows: Sequence[Sequence[Cell]]) -> bytes:
    """A table for any spreadsheet: UTF-8 with a mark. No cell begins as a formula would."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([_plain(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def to_xlsx(report: Report, catalogue: Catalogue) -> bytes:
    """A spreadsheet of three sheets: what to teach again, by question, by learner."""
    from openpyxl import Workbook

    say = catalogue.gettext
    book = Workbook()
    first = book.active
    assert first is not None
    book.remove(first)
    _sheet(book.create_sheet(say("To teach again")), by_question(report.to_teach, catalogue))
    _sheet(book.create_sheet(say("By question")), by_question(report.questions, catalogue))
    _sheet(book.create_sheet(say("By learner")), by_learner(report, catalogue))
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
        f"{stem}-{number}-questions.csv": to_csv(by_question(report.questions, catalogue)),
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
