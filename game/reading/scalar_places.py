"""Where the texts of a YAML file stand in it, letter by letter, for who changes one of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import yaml
from yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from game.reading.yaml_events import make_parser

Keys = tuple[str | int, ...]
"""The way to a value: names of keys, and places in lists from 0."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text that is a value: `start` to `end` are its letters in the file with its quotes or its
    block sign.

    `in_brackets` tells whether it stands in braces or square brackets, `style` is its quote or its
    block sign, "" for a plain one.
    """

    keys: Keys
    value: str
    start: int
    end: int
    in_brackets: bool
    style: str


@dataclass(slots=True)
class _Open:
    """A list or a mapping that is being read: its key or its place comes next."""

    keys: Keys
    is_list: bool
    in_brackets: bool
    at: int = 0
    key: str | None = None

    def next_keys(self) -> Keys:
        return (*self.keys, self.at if self.is_list else (self.key or ""))

    def step(self) -> None:
        self.at += 1
        self.key = None


def scalars_of(text: str) -> tuple[Scalar, ...]:
    """Every value of a file that is a text, in its order; none of what cannot be read."""
    parser = make_parser(text)
    found: list[Scalar] = []
    stack: list[_Open] = []
    try:
        while not isinstance(event := parser.get_event(), StreamEndEvent):
            _take(event, stack, found)
    except yaml.YAMLError:
        return ()
    finally:
        parser.dispose()
    return tuple(found)


def _take(event: Any, stack: list[_Open], found: list[Scalar]) -> None:
    inner = stack[-1] if stack else None
    if isinstance(event, ScalarEvent):
        if inner is None:
            return
        if not inner.is_list and inner.key is None:
            inner.key = event.value
            return
        style = event.style or ""
        marks: tuple[Any, Any] = event.start_mark, event.end_mark
        start, end = marks[0].index, marks[1].index
        keys, brackets = inner.next_keys(), inner.in_brackets
        found.append(Scalar(keys, event.value, start, end, brackets, style))
        inner.step()
    elif isinstance(event, MappingStartEvent | SequenceStartEvent):
        brackets = bool(event.flow_style) or (inner is not None and inner.in_brackets)
        keys = inner.next_keys() if inner is not None else ()
        stack.append(_Open(keys, isinstance(event, SequenceStartEvent), brackets))
    elif isinstance(event, MappingEndEvent | SequenceEndEvent):
        stack.pop()
        if stack:
            stack[-1].step()
