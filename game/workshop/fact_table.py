"""A spreadsheet that is no list of questions, as a table of a pack: each row tells of one thing.

The first row names the columns, the first column the things. A sentence and a question are made
for every other column, in words that fit whatever stands there; an author will say it better.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from game import languages
from game.bank.bank import build
from game.packs.columns import ROW_KEYS
from game.packs.identifiers import slug
from game.packs.problem import Problem
from game.packs.read import read_pack
from game.phrase import in_words, phrase
from game.reading.csv_table import STARTS_A_FORMULA
from game.workshop.formats.item import Said
from game.workshop.formats.quoting import UNCLOSED
from game.workshop.formats.table import NotATable, rows_of
from game.workshop.imported_pack import SOURCE, Head, for_editors, manifest, put
from game.workshop.written_yaml import clean, comment, quoted

NAME = "table"
KEY = "key"
MOST_ROWS = 20_000
MOST_COLUMNS = 30
LONGEST_CELL = 200
LONGEST_HEADING = 60
_UNIT = re.compile(r"(.+?)\s*[(\[]\s*([^()\[\]]{1,20})\s*[)\]]")
_FIGURE = re.compile(r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_TRIES = 4


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its id, as its heading says it, with a unit if all its values are numbers."""

    id: str
    heading: str
    unit: str
    is_text: bool


@dataclass(frozen=True, slots=True)
class FactTable:
    """What a table holds: its columns, and its rows with their place, key and cells."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, str, tuple[str, ...]], ...]
    read: int
    skipped: tuple[Said, ...]


class NoFacts(Exception):
    """Why a table gives no facts."""


def read_facts(data: bytes, file: str) -> FactTable:
    """The facts of a table as .csv or .xlsx. NoFacts if it has none."""
    try:
        found = list(islice(rows_of(data), MOST_ROWS + 2))
    except NotATable as error:
        raise NoFacts(str(error)) from error
    if len(found) < 2:
        raise NoFacts(phrase("it has no row below one that names columns"))
    if not found[0][1]:
        raise NoFacts(phrase("line {line}: {reason}", line=found[0][0], reason=UNCLOSED))
    headings = [
        " ".join(clean(cell).split())[:LONGEST_HEADING] for cell in found[0][1][:MOST_COLUMNS]
    ]
    wide = next((at for at, heading in enumerate(headings) if not heading), len(headings))
    if wide < 2:
        raise NoFacts(phrase("its first row does not name two columns or more"))
    rows: list[tuple[str, str, tuple[str, ...]]] = []
    skipped: list[Said] = []
    taken: set[str] = set()
    for number, cells in found[1 : MOST_ROWS + 1]:
        place = f"{file}:{number}"
        bare = tuple(_on_a_line(cell) for cell in (*cells, *[""] * wide)[:wide])
        reason = _cannot(bare) if cells else UNCLOSED
        key = slug(bare[0]) or f"row-{number}"
        if not reason and key in taken:
            reason = phrase("a row above tells of {name!r} already", name=bare[0])
        if reason:
            skipped.append(Said(place, reason))
            continue
        taken.add(key)
        rows.append((place, key, bare))
    if len(found) > MOST_ROWS + 1:
        reason = phrase(
            "a table holds at most {most:,} rows, and this row and those below it are beyond that",
            most=MOST_ROWS,
        )
        skipped.append(Said(f"{file}:{found[-1][0]}", reason))
    columns = tuple(_columns(headings[:wide], rows))
    return FactTable(columns, tuple(rows), len(rows) + len(skipped), tuple(skipped))


def _on_a_line(text: str) -> str:
    return " ".join(clean(text).split())


def _cannot(cells: Sequence[str]) -> str:
    if not cells[0]:
        return phrase("it has nothing in its first column, which names what it tells of")
    if not any(cells[1:]):
        return phrase("all its cells but the first are empty")
    if any(len(cell) > LONGEST_CELL for cell in cells):
        return phrase("one of its cells has more than {most} characters", most=LONGEST_CELL)
    if any(" = " in cell for cell in cells):
        return phrase(
            "one of its cells has = between two texts, which means something else in a pack"
        )
    if any(c.startswith(STARTS_A_FORMULA) and not _FIGURE.fullmatch(c) for c in cells):
        return phrase("one of its cells begins as a formula does")
    return ""


def _columns(
    headings: Sequence[str], rows: Sequence[tuple[str, str, tuple[str, ...]]]
) -> Iterator[Column]:
    taken = {KEY, *ROW_KEYS}
    for at, heading in enumerate(headings):
        values = [cells[at] for _, _, cells in rows if cells[at]]
        are_figures = bool(values) and all(_FIGURE.fullmatch(value) for value in values)
        unit = ""
        if at and are_figures and (found := _UNIT.fullmatch(heading)):
            heading, unit = found[1], found[2]
        base = slug(heading) or f"column-{at + 1}"
        base = base if base[0].isalpha() else f"c-{base}"
        number, made = 1, base
        while made in taken:
            number += 1
            made = f"{base}-{number}"
        taken.add(made)
        yield Column(made, re.sub(r"[{}]", "", heading), unit, not are_figures)


def table_files(table: FactTable, head: Head) -> dict[str, str]:
    """The files of a pack by their paths."""
    name = table.columns[0]
    words = languages.catalogue(head.language)
    made = phrase("Made by t-minus import. Its sentences fit any row: say them better.")
    lines = [
        comment(made, words),
        f"key: {KEY}",
        f"shown: {quoted(name.id)}",
        f"from: {SOURCE}",
        f"set: {SOURCE}",
        "level: 2",
        "",
        "columns:",
        f"  {quoted(name.id)}: {{}}",
    ]
    for column in table.columns[1:]:
        lines += _column(column, name, head.language)
    lines += ["", f"rows: {NAME}.csv", ""]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([KEY, *[column.id for column in table.columns]])
    writer.writerows([key, *cells] for _, key, cells in table.rows)
    return for_editors(
        {
            "pack.yaml": manifest(head, {}),
            f"tables/{NAME}.yaml": "\n".join(lines),
            f"tables/{NAME}.csv": out.getvalue(),
        }
    )


def _column(column: Column, name: Column, language: str) -> Iterator[str]:
    heading, of = column.heading, f"{{{name.id}}}"
    if language == "en":
        heading = _within(heading)
        match = f"Match each {_within(name.heading)} with its {heading}."
        fact, ask = f"The {heading} of {of} is {{{column.id}}}.", f"What is the {heading} of {of}?"
    else:
        # Nothing bends and nothing has a gender where a heading and a value stand by themselves.
        called, heading = (one.heading.rstrip(" :.?") for one in (name, column))
        about = f"{called}: {of}. {heading}"
        fact, ask = f"{about}: {{{column.id}}}.", f"{about}?"
        pairs = phrase("What goes together: {name} and {heading}?", name=called, heading=heading)
        match = in_words(pairs, languages.catalogue(language))
    yield f"  {quoted(column.id)}:"
    if column.unit:
        yield "    type: number"
        yield f"    unit: {quoted(column.unit)}"
    yield f"    fact: {quoted(fact)}"
    yield f"    ask: {quoted(ask)}"
    yield f"    match: {quoted(match)}"
    if column.is_text:
        others = phrase(
            "The values of other rows are wrong options. Where two may be true: single: no"
        )
        yield f"    {comment(others, languages.catalogue(language))}"
        yield "    single: yes"
    if language != "en":
        yield "    fits: yes"


def _within(heading: str) -> str:
    """A heading as it stands within a sentence; a short form keeps its capitals."""
    return heading if heading[1:2].isupper() else heading[:1].lower() + heading[1:]


@dataclass(frozen=True, slots=True)
class Tried:
    """A table that a pack can hold, the pack's files, and the questions that it gives by kind."""

    table: FactTable
    files: dict[str, str]
    kinds: dict[str, int]


def tried(table: FactTable, head: Head) -> Tried:
    """The table without the rows that a pack cannot hold, each named. NoFacts if none is left."""
    for _ in range(_TRIES):
        files = table_files(table, head)
        with TemporaryDirectory() as folder:
            put(files, Path(folder) / NAME)
            pack, problems = read_pack(Path(folder) / NAME)
        if pack is not None:
            bank = build(pack, 0, languages.catalogue(head.language))
            return Tried(table, files, dict(Counter(spec.kind for spec in bank.specs)))
        table = _without(table, [one for one in problems if one.severity == "error"])
    raise NoFacts(phrase("a pack cannot hold its rows"))


def _without(table: FactTable, errors: Sequence[Problem]) -> FactTable:
    """The table without the rows with errors. NoFacts for errors that are none of a row."""
    reasons: dict[int, str] = {}
    for error in errors:
        if not error.place.file.endswith(".csv") or error.place.line < 2:
            raise NoFacts(error.message)
        reasons.setdefault(error.place.line - 2, error.message)
    # A row is a line of the file, since no cell has a line break in it.
    bad = tuple(Said(table.rows[at][0], reason) for at, reason in sorted(reasons.items()))
    rows = tuple(row for at, row in enumerate(table.rows) if at not in reasons)
    if not rows:
        raise NoFacts(bad[0].reason)
    return replace(table, rows=rows, skipped=(*table.skipped, *bad))
