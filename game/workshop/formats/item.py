"""A question as other programs write it: what every format is read into and written from."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Literal

from game.packs.model import Option, Value
from game.packs.written_answers import ANY
from game.phrase import phrase

__all__ = [
    "ANY",
    "Collected",
    "Form",
    "Item",
    "NotAQuestion",
    "Option",
    "Reading",
    "Said",
    "Shown",
    "Value",
    "is_row",
    "numbered",
    "place_in_row",
]

Form = Literal["choice", "several", "true-false", "typed", "number", "match"]
"""`several` has more than one right option. What has no key to play is left out when it is read."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture that stands with a question: its bytes, ".png" or what else it is, and its words
    for who cannot see it."""

    data: bytes
    suffix: str
    alt: str


@dataclass(frozen=True, slots=True)
class Item:
    """One question of a file; all text is plain.

    `place` says where it stands ("quiz.gift:12"). `options` are what is offered (choice, several),
    the two words with the right one first to last as True, False (true-false), or what is taken
    (typed). `pairs` are what goes together (match); a pair whose left side is "" is a right side
    that nothing goes with, and what is to be put in order has its places on the left. `feedback` is
    told after any answer. `seconds` is the time that the file gives it, 0 for none; `difficulty`
    its own word for that. `case` tells that capitals count. `hints` are given one by one to who
    asks for them, or was wrong.
    """

    place: str
    form: Form
    prompt: str
    name: str = ""
    options: tuple[Option, ...] = ()
    values: tuple[Value, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    feedback: str = ""
    category: str = ""
    seconds: int = 0
    difficulty: str = ""
    tags: tuple[str, ...] = ()
    case: bool = False
    unit: str = ""
    hints: tuple[str, ...] = ()
    picture: Shown | None = None

    @property
    def right(self) -> tuple[Option, ...]:
        """The options that earn the whole mark."""
        return tuple(option for option in self.options if option.share >= 1.0)


class NotAQuestion(Exception):
    """Why an entry of a file gives no question."""


def number_in(text: str) -> float:
    """The number that a file writes. NotAQuestion for what is none, or not finite."""
    try:
        number = float(text.strip().replace("_", "x"))
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise NotAQuestion(phrase("{text!r} is not a number", text=text.strip()))
    return number


def place_in_row(number: int) -> str:
    """What stands for a place, from 1, where other programs hold an order as pairs."""
    return f"{number}."


def is_row(item: Item) -> bool:
    """Whether the pairs of a question are places, each with what comes there."""
    if not item.pairs:
        return False
    places = [left for left, _ in item.pairs]
    texts = {right for _, right in item.pairs}
    wanted = [place_in_row(number) for number in range(1, len(places) + 1)]
    return len(texts) == len(places) > 1 and places == wanted


def numbered(place: str, number: int) -> str:
    """The place of a question, from 1, where no line tells it."""
    return phrase("{place}, question {number}", place=place, number=number)


@dataclass(frozen=True, slots=True)
class Said:
    """Something about one place of a file: a question left out, or a part of it that is lost.

    Of what is written `is_left_out` tells the first from the second; `is_changed` is what is only
    otherwise than it was.
    """

    place: str
    reason: str
    is_left_out: bool = field(default=False, compare=False)
    is_changed: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of a file: `read` entries, of which `items` hold questions and `skipped` none.

    `lost` names what the questions of the file held and an Item cannot, and what was changed.
    """

    read: int
    items: tuple[Item, ...]
    skipped: tuple[Said, ...] = ()
    lost: tuple[Said, ...] = ()
    licence: str = ""


@dataclass(slots=True)
class Collected:
    """A Reading while it is being made."""

    file: str
    read: int = 0
    items: list[Item] = field(default_factory=list)
    skipped: list[Said] = field(default_factory=list)
    lost: list[Said] = field(default_factory=list)
    licence: str = ""

    def told_encoding(self, read_as: str) -> None:
        """Say how the bytes were read, "" where they were UTF-8 and there is nothing to say."""
        if read_as:
            what = phrase("the file is not in UTF-8, and was read as {encoding}", encoding=read_as)
            self.change(self.file, what)

    def at(self, line: int) -> str:
        """The place of a line or row, from 1."""
        return f"{self.file}:{line}"

    def keep(self, item: Item) -> None:
        """Take a question that was read."""
        self.read += 1
        self.items.append(item)

    def skip(self, place: str, reason: str) -> None:
        """Leave an entry out, and say why."""
        self.read += 1
        self.skipped.append(Said(place, reason))

    def lose(self, place: str, what: str) -> None:
        """Name what of a question could not be kept."""
        self.lost.append(Said(place, what))

    def change(self, place: str, what: str) -> None:
        """Name what of a question is otherwise than in the file, and not lost."""
        self.lost.append(Said(place, what, is_changed=True))

    def reading(self) -> Reading:
        """All of it, for good."""
        return Reading(
            self.read, tuple(self.items), tuple(self.skipped), tuple(self.lost), self.licence
        )
