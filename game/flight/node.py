"""A piece of a vehicle's file while it is read: typed values, and every mistake with its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, TypeVar, get_args

from game.flight.problem import Problem
from game.flight.vehicle import Figure, Sure
from game.phrase import phrase
from game.reading.values import Items, Spot, Table, Text

_NUMBER = re.compile(r"[-+]?[0-9]+(?:\.[0-9]+)?(?:e[-+]?[0-9]+)?")
_COLOUR = re.compile(r"#[0-9a-f]{6}")
LARGEST = 1e9

Word = TypeVar("Word", bound=str)


class Mistakes:
    """All that was found wrong in one file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: list[Problem] = []
        self.sources: frozenset[str] = frozenset()

    def add(self, where: Any, message: str, hint: str = "") -> None:
        mark = getattr(where, "mark", None) or Spot(0, 0)
        self.found.append(Problem(self.file, mark.line + 1, mark.column + 1, message, hint))


class Node:
    """A mapping of the file. Every key that is asked for counts as known; `done` refuses others."""

    def __init__(self, value: Any, path: str, mistakes: Mistakes) -> None:
        self.path = path
        self.mistakes = mistakes
        self.table = value if isinstance(value, Table) else _nothing(value)
        self._asked: set[str] = set()
        if not isinstance(value, Table):
            message = phrase("the file must be a mapping of keys and values")
            if path:
                message = phrase("'{path}' must be a mapping of keys and values", path=path)
            mistakes.add(value, message, phrase("see docs/vehicles.md"))

    def has(self, key: str) -> bool:
        """Whether the key is there; asking makes it known."""
        self._asked.add(key)
        return key in self.table

    def _get(self, key: str, hint: Callable[[], str]) -> Any:
        self._asked.add(key)
        if key not in self.table:
            message = phrase("'{path}' is missing", path=self._name(key))
            self.mistakes.add(self.table, message, hint())
            return None
        return self.table[key]

    def _name(self, key: str) -> str:
        return f"{self.path}.{key}" if self.path else key

    def text(self, key: str, default: str | None = None) -> str:
        """A text; with a default it may be left out."""
        if default is not None and not self.has(key):
            return default
        value = self._get(key, lambda: phrase("add '{key}:' with a text", key=key))
        if value is None:
            return ""
        if not isinstance(value, Text) or not value.strip():
            message = phrase("'{path}' must be a text", path=self._name(key))
            self.mistakes.add(value, message, phrase("write one"))
            return ""
        return str(value)

    def word(self, key: str, words: tuple[Word, ...], default: Word | None = None) -> Word:
        """One of some words."""
        text = self.text(key, default)
        for word in words:
            if word == text:
                return word
        if key in self.table and isinstance(self.table[key], Text):
            self.mistakes.add(
                self.table[key],
                phrase("'{path}' cannot be {text!r}", path=self._name(key), text=text),
                phrase("write one of {words}", words=", ".join(words)),
            )
        return words[0]

    def number(self, key: str, low: float, high: float, default: float | None = None) -> float:
        """A plain number between two others."""
        if default is not None and not self.has(key):
            return default
        value = self._get(
            key,
            lambda: phrase(
                "add '{key}:' with a number from {low:g} to {high:g}", key=key, low=low, high=high
            ),
        )
        return low if value is None else self._judged(value, self._name(key), low, high)

    def count(self, key: str, low: int, high: int, default: int | None = None) -> int:
        """A whole number between two others."""
        number = self.number(key, low, high, default)
        if number != int(number):
            self.mistakes.add(
                self.table[key],
                phrase("'{path}' must be a whole number", path=self._name(key)),
                phrase("leave out what stands behind the point"),
            )
        return int(number)

    def colour(self, key: str) -> str:
        """A colour as `#rrggbb`."""
        text = self.text(key).lower()
        if text and _COLOUR.fullmatch(text) is None:
            self.mistakes.add(
                self.table[key],
                phrase("'{path}' must be a colour", path=self._name(key)),
                phrase("write it as '#e8e4da', in quotes"),
            )
            return "#808080"
        return text

    def numbers(
        self, key: str, size: int, low: float, high: float
    ) -> tuple[tuple[float, ...], ...]:
        """Rows of `size` numbers each, such as [[0, 90], [12, 80]]."""
        rows = []
        for row in self.items(key):
            if not isinstance(row, Items) or len(row) != size:
                message = phrase(
                    "each entry of '{path}' must be {size} numbers in brackets",
                    path=self._name(key),
                    size=size,
                )
                self.mistakes.add(row, message)
                continue
            rows.append(tuple(self._judged(one, self._name(key), low, high) for one in row))
        return tuple(rows)

    def items(self, key: str) -> list[Any]:
        """A list."""
        value = self._get(key, lambda: phrase("add '{key}:' with a list", key=key))
        if value is None:
            return []
        if not isinstance(value, Items):
            message = phrase("'{path}' must be a list", path=self._name(key))
            self.mistakes.add(value, message, phrase("begin lines with '- '"))
            return []
        return list(value)

    def nodes(self, key: str, *, needed: bool = True) -> Iterator[Node]:
        """The mappings of a list."""
        if not needed and not self.has(key):
            return
        for number, one in enumerate(self.items(key)):
            name = str(one.get("id", number + 1)) if isinstance(one, Table) else str(number + 1)
            yield Node(one, f"{self._name(key)}[{name}]", self.mistakes)

    def node(self, key: str) -> Node:
        """A mapping."""
        value = self._get(key, lambda: phrase("add '{key}:' with a mapping", key=key))
        if value is None:
            node = Node(Table(), self._name(key), Mistakes(self.mistakes.file))
            node.table = _nothing(self.table)
            return node
        return Node(value, self._name(key), self.mistakes)

    def optional(self, key: str) -> Node | None:
        """A mapping that may be left out."""
        return self.node(key) if self.has(key) else None

    def figure(self, key: str, low: float, high: float) -> Figure:
        """A number with its source and how sure it is."""
        value = self._get(
            key,
            lambda: phrase("add '{key}:' with {{value: ..., from: a source, sure: one}}", key=key),
        )
        if value is None:
            return Figure(low, "estimate")
        name = self._name(key)
        if not isinstance(value, Table):
            self.mistakes.add(
                value,
                phrase("'{path}' says neither where it comes from nor how sure it is", path=name),
                phrase("write {key}: {{value: ..., from: a source, sure: one}}", key=key),
            )
            return Figure(low, "estimate")
        node = Node(value, name, self.mistakes)
        number = node.number("value", low, high)
        sure: Sure = node.word("sure", get_args(Sure))
        sources = node.sources(needed=sure != "estimate")
        if sure == "agreed" and len(sources) < 2 and not self.mistakes.found:
            self.mistakes.add(
                value.get("from", value),
                phrase("'{path}' is said to be agreed, and has one source", path=name),
                phrase("name the second, or write sure: one"),
            )
        note = node.text("note", "")
        node.done()
        return Figure(number, sure, sources, note)

    def maybe(self, key: str, low: float, high: float) -> Figure | None:
        """A figure that may be left out."""
        return self.figure(key, low, high) if self.has(key) else None

    def sources(self, *, needed: bool) -> tuple[str, ...]:
        """The ids under `from`, one or a list, each a source of this file."""
        if not needed and not self.has("from"):
            return ()
        value = self._get(
            "from", lambda: phrase("add 'from:' with a source's id, or a list of them")
        )
        if value is None:
            return ()
        every = list(value) if isinstance(value, Items) else [value]
        for one in every:
            if not isinstance(one, Text) or one not in self.mistakes.sources:
                self.mistakes.add(
                    one,
                    phrase(
                        "'{path}' comes from {source!s:.40}, which is no source of this file",
                        path=self.path,
                        source=one,
                    ),
                    phrase("add it under 'sources', or correct its id"),
                )
        return tuple(map(str, every))

    def done(self) -> None:
        """Every key that nobody asked for is a mistake."""
        for key, _ in self.table.entries():
            if key not in self._asked:
                self.mistakes.add(
                    key,
                    phrase("'{path}' is not known here", path=self._name(key)),
                    phrase("known are {words}", words=", ".join(sorted(self._asked))),
                )

    def _judged(self, value: Any, name: str, low: float, high: float) -> float:
        number = float(value) if isinstance(value, Text) and _NUMBER.fullmatch(value) else None
        if number is None or not low <= number <= high:
            self.mistakes.add(
                value,
                phrase(
                    "'{path}' must be a number from {low:g} to {high:g}",
                    path=name,
                    low=low,
                    high=high,
                ),
                phrase("{value!r:.40} is no such number", value=str(value))
                if isinstance(value, Text)
                else "",
            )
            return low
        return number


def _nothing(where: Any) -> Table:
    table = Table()
    table.key_marks = []
    table.mark = getattr(where, "mark", None) or Spot(0, 0)
    return table
