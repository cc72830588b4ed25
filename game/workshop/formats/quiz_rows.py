"""What the tables of quiz makers have in common: a row with a question, options and a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from game.phrase import phrase
from game.workshop.formats.item import (
    Collected,
    Form,
    Item,
    NotAQuestion,
    Option,
    Reading,
    Said,
)
from game.workshop.formats.lettered import EITHER, is_either, picked
from game.workshop.formats.markup import LOST
from game.workshop.formats.quoting import UNCLOSED
from game.workshop.formats.table import NotATable, Rows, bare, rows_of

Header = dict[str, int]


@dataclass(frozen=True, slots=True)
class Row:
    """One row under a header, asked for its cells by the names of their columns."""

    place: str
    cells: Sequence[str]
    header: Header

    def __getitem__(self, name: str) -> str:
        at = self.header.get(name)
        return bare(self.cells[at]) if at is not None and at < len(self.cells) else ""

    def numbered(self, name: str) -> tuple[str, ...]:
        """The cells of `name 1`, `name 2` ... up to the last that is not empty."""
        cells: list[str] = []
        number = 1
        while f"{name} {number}" in self.header:
            cells.append(self[f"{name} {number}"])
            number += 1
        while cells and not cells[-1]:
            cells.pop()
        return tuple(cells)


def read_table(
    data: bytes,
    file: str,
    named: Callable[[str], str],
    needed: Iterable[str],
    question: Callable[[Row], Item | None],
) -> Reading:
    """The questions of a table. `named` gives what a heading is called here, "" if it is nothing.

    The header is the first row that has all names `needed`, wherever it stands. `question` makes
    the question of a row, None for a row that is none and need not be named.
    """
    into = Collected(file)
    try:
        rows = rows_of(data)
        header = _header(rows, named, frozenset(needed))
        if header is None:
            columns = ", ".join(sorted(needed))
            into.skip(file, phrase("no row names the columns {columns}", columns=columns))
            return into.reading()
        found = header
        take_rows(into, rows, lambda _: found, question)
    except NotATable as error:
        into.skip(file, str(error))
    return into.reading()


def take_rows(
    into: Collected,
    rows: Rows,
    header: Callable[[Sequence[str]], Header],
    question: Callable[[Row], Item | None],
) -> None:
    """Keep the question of each row, and name those that hold none. `header` is that of a row of
    these cells; see `read_table` for `question`."""
    for number, cells in rows:
        place = into.at(number)
        if not cells:
            into.skip(place, UNCLOSED)
            continue
        try:
            row = Row(place, cells, header(cells))
            item = question(row)
        except NotAQuestion as error:
            into.skip(place, str(error))
        else:
            if item is not None:
                into.keep(item)
                if row["picture"]:
                    into.lose(place, LOST["img"])


def _header(rows: Rows, named: Callable[[str], str], needed: frozenset[str]) -> Header | None:
    for _, cells in rows:
        names = [named(" ".join(cell.lower().split())) for cell in cells]
        if needed <= set(names):
            return {name: names.index(name) for name in names if name}
    return None


ANSWERS_NEEDED = ("question", "answer 1", "answer 2", "right")


def named_answers(heading: str) -> str:
    """What a heading of Kahoot's and Blooket's templates is called here, "" if it is nothing."""
    if heading.startswith("answer ") and heading[7:8].isdigit():
        return heading[:8]
    if heading == "question #":
        return ""
    for start, name in (("question", "question"), ("time limit", "time"), ("correct", "right")):
        if heading.startswith(start):
            return name
    return ""


def with_options(row: Row, prompt: str, options: Sequence[str], right: str) -> Item:
    """A question of its options and of which are right, as the row says it ("2", "1,3", "B")."""
    if not prompt:
        raise NotAQuestion(phrase("it has no question"))
    offered = [text for text in options if text]
    if len(offered) < 2:
        raise NotAQuestion(phrase("it has fewer than two answers"))
    keys = picked(right, len(options))
    if keys is None:
        raise names_none(right, len(options))
    if any(not options[at] for at in keys):
        raise NotAQuestion(phrase("{right!r} names an answer that is empty", right=right))
    made = tuple(Option(t, float(at in keys)) for at, t in enumerate(options) if t)
    form: Form = "choice" if len(keys) == 1 else "several"
    return Item(row.place, form, prompt, options=made, seconds=seconds(row["time"]))


def names_none(right: str, answers: int, alphabets: Sequence[str] = EITHER) -> NotAQuestion:
    """What says which answers are right fits none of so many."""
    if not right:
        return NotAQuestion(phrase("it does not say which of its answers is right"))
    if is_either(right, alphabets):
        return NotAQuestion(
            phrase(
                "{right!r} may be a Latin letter or a Russian one, each of which names another "
                "answer: write the number of the right one",
                right=right,
            )
        )
    return NotAQuestion(
        phrase("{right!r} names none of its {answers} answers", right=right, answers=answers)
    )


def seconds(text: str) -> int:
    """A time in whole seconds, 0 where none is said."""
    number = text.removesuffix(".0").strip()
    return min(int(number), 3600) if number.isascii() and number.isdigit() else 0


def filled(options: Sequence[Option], answers: int) -> tuple[str, ...]:
    """The texts of the options, and empty cells up to so many answers."""
    texts = [option.text for option in options]
    return (*texts, *[""] * (answers - len(texts)))


def rights(options: Sequence[Option]) -> str:
    """Which options are right, from 1: "1" or "1,3"."""
    return ",".join(str(at) for at, option in enumerate(options, 1) if option.share >= 1)


def nearest(wanted: int, allowed: Sequence[int], usual: int) -> int:
    """The time that may be given nearest to the one wanted, the usual one where none is."""
    return min(allowed, key=lambda each: abs(each - wanted)) if wanted else usual


def fitting(
    items: Iterable[Item], lost: list[Said], name: str, *, question: int, answer: int, answers: int
) -> Iterator[Item]:
    """The questions with options that a table can hold; `lost` is told why of the others."""
    for item in items:
        if reason := _cannot(item, name, question, answer, answers):
            lost.append(Said(item.place, reason, is_left_out=True))
            continue
        if any(option.feedback for option in item.options):
            reason = phrase("{name} has no place for feedback on an answer", name=name)
            lost.append(Said(item.place, reason))
        yield item


def _cannot(item: Item, name: str, question: int, answer: int, answers: int) -> str:
    if item.form not in ("choice", "several", "true-false") or not item.right:
        return phrase("{name} holds only questions with options", name=name)
    if len(item.options) > answers:
        return phrase("{name} holds at most {most} answers", name=name, most=answers)
    if len(item.prompt) > question:
        return phrase("{name} cuts questions of over {most} characters", name=name, most=question)
    if any(len(option.text) > answer for option in item.options):
        return phrase("{name} cuts answers of over {most} characters", name=name, most=answer)
    return ""
