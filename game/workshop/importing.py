"""A file of another program as questions that a pack can hold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from importlib import import_module

from game.packs.written_answers import taken
from game.phrase import phrase
from game.workshop.fact_table import FactTable, NoFacts, read_facts
from game.workshop.formats import READ, plain_table
from game.workshop.formats.decoding import no_text
from game.workshop.formats.difficulty import meant
from game.workshop.formats.item import Form, Item, Reading, Said, is_row
from game.workshop.formats.markup import LOST
from game.workshop.formats.recognise import Unrecognised, recognised
from game.workshop.import_mends import as_statement, without_repetition
from game.workshop.written_yaml import CannotHold, cleaned

MOST_QUESTIONS = 50_000
MOST_OF_PICTURES, LEAST_OF_A_PICTURE = 50_000_000, 10_000
"""Bytes that all pictures of a file may have in a pack; the smallest counts as so many, since a
pack may not have too many files either."""

PACKED = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How files begin that hold questions and are no text: archives and old spreadsheets."""

KINDS: dict[Form, str] = {"several": "choice"}
"""What a form is called in the game where that is not its own name."""

SEVERAL_LOST = phrase("several of its answers are right: the game asks for one of them at a time")

DIFFICULTY_UNKNOWN = phrase("how hard it is, is said in a word that is not known: it has level 2")

REPETITION_LOST = phrase("one of its answers is there twice: it is offered once")
PART_RIGHT = phrase(
    "an answer that earned at least half of the mark is right: the game has no parts"
)

PART_WRONG = phrase("an answer that earned a part of the mark is wrong: the game has no parts")

NUMBERS_LOST = phrase("several numbers earned something: the game takes the one that earned most")
_NUMBER = re.compile(r"[0-9]{1,9}")


class CannotImport(Exception):
    """Why nothing of a file becomes a pack."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file of so many entries; `format` is the one that it is in.

    A spreadsheet that is no list of questions has a `table` of facts, and no items.
    """

    format: str
    read: int
    items: tuple[Item, ...]
    skipped: tuple[Said, ...]
    lost: tuple[Said, ...] = ()
    licence: str = ""
    table: FactTable | None = None

    def texts(self) -> Iterator[str]:
        """What tells the language that it is in."""
        yield from (item.prompt for item in self.items)
        for _, _, cells in self.table.rows if self.table else ():
            yield from cells

    def kinds(self) -> dict[str, int]:
        """How many questions there are of each kind."""
        return dict(
            Counter(
                "order" if is_row(item) else KINDS.get(item.form, item.form) for item in self.items
            )
        )


def imported(data: bytes, name: str, form: str | None = None) -> Imported:
    """The questions of a file, each of which a pack can hold. CannotImport if it has no format.

    `name` is the file's; `form` one of READ, or None to recognise it. Reading a spreadsheet needs
    openpyxl (ImportError).
    """
    if form is None:
        try:
            form = recognised(data, name)
        except Unrecognised as error:
            raise CannotImport(str(error)) from error
    elif not data.startswith(PACKED) and (reason := no_text(data)):
        raise CannotImport(reason)
    if form == "csv" and not plain_table.holds_questions(data):
        try:
            table = read_facts(data, name)
        except NoFacts as error:
            raise CannotImport(str(error)) from error
        return Imported(form, table.read, (), table.skipped, table=table)
    read: Callable[[bytes, str], Reading] = import_module(
        f"game.workshop.formats.{READ[form]}"
    ).read
    reading = read(data, name)
    items: list[Item] = []
    room = MOST_OF_PICTURES
    skipped, lost = list(reading.skipped), list(reading.lost)
    for item in reading.items:
        try:
            if len(items) >= MOST_QUESTIONS:
                raise CannotHold(
                    phrase(
                        "a pack holds at most {most:,} questions: make two files of it",
                        most=MOST_QUESTIONS,
                    )
                )
            whole = without_repetition(as_statement(item))
            made = cleaned(whole)
        except CannotHold as error:
            skipped.append(Said(item.place, str(error)))
            continue
        if made.picture:
            room -= len(made.picture.data) + LEAST_OF_A_PICTURE
            if room < 0:
                made = replace(made, picture=None)
                lost.append(Said(made.place, LOST["img"]))
        if len(whole.options) < len(item.options):
            lost.append(Said(made.place, REPETITION_LOST, is_changed=True))
        if made.form == "several":
            lost.append(Said(made.place, SEVERAL_LOST, is_changed=True))
        lost += [Said(made.place, what, is_changed=True) for what in _parts_lost(made)]
        if made.difficulty and not meant(made.difficulty):
            lost.append(Said(made.place, DIFFICULTY_UNKNOWN, is_changed=True))
        items.append(made)
    skipped.sort(key=lambda said: _number_of(said.place.removeprefix(name)))
    return Imported(form, reading.read, tuple(items), tuple(skipped), tuple(lost), reading.licence)


def _parts_lost(item: Item) -> Iterator[str]:
    """What becomes of answers and numbers that earned a part of the mark."""
    counting = taken(item.options) if item.form == "typed" else item.right
    part = [option for option in item.options if 0 < option.share < 1]
    if item.form != "several" and any(option in counting for option in part):
        yield PART_RIGHT
    if item.form != "several" and item.right and any(option not in counting for option in part):
        yield PART_WRONG
    if sum(value.share > 0 for value in item.values) > 1:
        yield NUMBERS_LOST


def _number_of(place: str) -> int:
    """The line, row or number of a question in what stands after the file's name; 0 for none."""
    found = _NUMBER.search(place)
    return int(found[0]) if found else 0
