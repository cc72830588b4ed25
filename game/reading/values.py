"""Values as an author wrote them: text, lists and mappings that know where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol


class Mark(Protocol):
    """A spot in a file, counted from 0, as a parser gives it."""

    @property
    def line(self) -> int: ...

    @property
    def column(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Spot:
    """A mark of our own making, counted from 0."""

    line: int
    column: int


class Text(str):
    """A scalar, always text: `1957` and `yes` stay as they were written."""

    __slots__ = ("mark",)
    mark: Mark


def marked(text: str, mark: Mark) -> Text:
    """A text that knows its place."""
    value = Text(text)
    value.mark = mark
    return value


class Items(list[Any]):
    """A list of Text, Items and Table."""

    __slots__ = ("mark",)
    mark: Mark


class Table(dict[str, Any]):
    """A mapping from text to Text, Items and Table, in the author's order.

    Keys are plain `str`, which dicts find fastest; `key_marks` has the place of each, in order.
    """

    __slots__ = ("key_marks", "mark")
    mark: Mark
    key_marks: list[Mark]

    def key(self, name: str) -> Text:
        """The key of that name as it was written. KeyError if there is none."""
        if name not in self:
            raise KeyError(name)
        return marked(name, self.key_marks[list(self).index(name)])

    def entries(self) -> Iterator[tuple[Text, Any]]:
        """Keys that know their place, with their values."""
        for (key, value), mark in zip(self.items(), self.key_marks, strict=True):
            yield marked(key, mark), value


Value = Text | Items | Table


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with a file as a file: line and column from 1, and plain words."""

    line: int
    column: int
    code: str
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A file that was read: its value, as far as it could be read, its lines and its mistakes.

    `value` is None if nothing could be read. `whole` says whether the end was reached.
    """

    value: Value | None
    lines: tuple[str, ...]
    mistakes: tuple[Mistake, ...]
    whole: bool
