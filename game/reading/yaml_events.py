"""A YAML file by its parser's events: fast, bounded, and with every value's place kept."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from game.phrase import phrase
from game.reading import plain_text
from game.reading.surprises import FIRST_SIGNS, SURPRISE, read_as
from game.reading.values import Document, Items, Mark, Mistake, Spot, Table, Text, marked
from game.reading.yaml_errors import FOLD, explain

try:
    from yaml._yaml import CParser as Parser
except ImportError:
    from yaml import BaseLoader as Parser  # type: ignore[assignment]

MAX_DEPTH = 20
"""Lists and mappings inside each other; a pack needs six."""

MAX_MISTAKES = 200
"""After so many nothing more of a file is read: it is of the wrong sort."""

_COMMENT_AFTER_TEXT = re.compile(r"\S[ ]+#")
_COMMENT = re.compile(r"[ ]+#(.?)")


def read_yaml(data: bytes, booleans: frozenset[str] = frozenset()) -> Document:
    """What a YAML file holds, all scalars as Text, with everything that is wrong with it.

    `booleans` are the keys whose values may be a plain `yes` or `no`.
    """
    plain = plain_text.decode(data)
    if plain.text is None:
        return Document(None, plain_text.lines_of(data), plain.mistakes, whole=False)
    reading = _Reading(plain.text, booleans)
    whole = reading.run()
    mistakes = sorted((*plain.mistakes, *reading.mistakes), key=lambda m: (m.line, m.column))
    return Document(reading.value, reading.lines, tuple(mistakes), whole)


def make_parser(source: Any) -> Any:
    """A parser of a text or of a file in bytes, in C where there is one."""
    return Parser(source)


def too_deep() -> str:
    """What is wrong with more lists inside each other than are read."""
    return phrase("lists and mappings are more than {most} deep here", most=MAX_DEPTH)


class _TooMany(Exception):
    """Raised when a file has more mistakes than anybody reads."""


class _Reading:
    """One file while it is read. The loop keeps its own stack, so that depth costs nothing."""

    def __init__(self, text: str, booleans: frozenset[str]) -> None:
        self.text = text
        self.lines = tuple(text.split("\n"))
        self.booleans = booleans
        self.mistakes: list[Mistake] = []
        self.value: Any = None
        self._stack: list[Items | Table] = []
        self._run_on: Table | None = None
        # Only lines like these can cut a text short, and most files have none.
        self._commented = frozenset(
            number
            for number, line in enumerate(self.lines if " #" in text else ())
            if " #" in line and _COMMENT_AFTER_TEXT.search(line)
        )

    def run(self) -> bool:
        """Read to the end, or to the first thing that nothing can be read after."""
        parser = None
        try:
            parser = Parser(self.text)
            if self._read(parser.get_event):
                return True
        except yaml.YAMLError as error:
            self.mistakes.append(explain(error, self.lines))
        except _TooMany:
            last = self.mistakes[-1]
            message = phrase(
                "there are more than {most:,} mistakes; nothing is read from here on",
                most=MAX_MISTAKES,
            )
            self.mistakes.append(Mistake(last.line, last.column, "too-many", message))
        finally:
            if parser is not None:
                parser.dispose()
        self._drop_unfinished()
        return False

    def _drop_unfinished(self) -> None:
        """Forget the entry before the end: it may lack its rest, of which nobody needs to hear."""
        for container in self._stack:
            if isinstance(container, Items):
                if container:
                    container.pop()
                return
        self.value = None

    def _read(self, get_event: Callable[[], Any]) -> bool:
        """Take event after event; True at the end of the file, False where it must stop.

        Scalars are most of a file, so they are handled here, with every look-up spared.
        """
        container: Any = None
        in_table = False
        key: str | None = None
        key_mark: Any = None
        commented = self._commented
        first_signs = FIRST_SIGNS
        surprise = SURPRISE.match
        hidden = plain_text.HIDDEN.search
        properties = "&" in self.text or "!" in self.text
        while True:
            event = get_event()
            kind = event.__class__
            value: Any
            if kind is ScalarEvent:
                text = event.value
                style = event.style
                if style == '"' and hidden(text):
                    text = self._without_hidden(text, event.start_mark)
                if properties and (event.tag is not None or event.anchor is not None):
                    self._refuse_properties(event)
                if in_table and key is None:
                    key = text
                    key_mark = event.start_mark
                    if not style and (not text or (text[0] in first_signs and surprise(text))):
                        self._judge_key(text, key_mark)
                    continue
                value = Text(text)
                value.mark = event.start_mark
                if not style:
                    if text and text[0] in first_signs and surprise(text):
                        self._judge_plain(value, key)
                    if commented and event.end_mark.line in commented:
                        value = self._uncut(value, event.end_mark)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                self._stack.pop()
                container = self._stack[-1] if self._stack else None
                in_table = container.__class__ is Table
                continue
            elif kind is StreamEndEvent:
                return True
            elif in_table and key is None and kind is not AliasEvent:
                self._add(
                    event.start_mark,
                    "key-not-text",
                    phrase("a key must be text"),
                    phrase("if it is a text that begins with a brace, {fold}", fold=FOLD),
                )
                return False
            elif kind is DocumentStartEvent and self.value is not None:
                self._add(
                    event.start_mark,
                    "several-documents",
                    phrase("a second document begins here; a file holds one"),
                    phrase("take the line --- away, or make two files"),
                )
                return False
            else:
                value = self._begin(event)
                if value is None:
                    continue
                if in_table and key is None:
                    key, key_mark = value, value.mark
                    continue

            if in_table and key is not None:
                if key in container:
                    self._refuse_twice(key, key_mark, container)
                else:
                    container[key] = value
                    container.key_marks.append(key_mark)
                key = None
            elif container is None:
                self.value = value
            else:
                container.append(value)

            if kind is not ScalarEvent and kind is not AliasEvent:
                self._stack.append(value)
                container = value
                in_table = kind is MappingStartEvent
                if len(self._stack) > MAX_DEPTH:
                    self._add(
                        event.start_mark,
                        "too-deep",
                        too_deep(),
                        phrase("if it is a text that begins with a bracket, {fold}", fold=FOLD),
                    )
                    return False

    def _begin(self, event: Any) -> Items | Table | Text | None:
        """The empty list or mapping that begins, or what stands for an alias."""
        mark: Any = event.start_mark
        if isinstance(event, AliasEvent):
            text = f"*{event.anchor}"
            self._add(
                mark,
                "alias",
                phrase("'{text}' means a copy of something else to YAML", text=text),
                phrase('put it in quotes: "{text}", or write the text out again', text=text),
            )
            return marked(text, mark)
        value: Items | Table
        if isinstance(event, MappingStartEvent):
            value = Table()
            value.key_marks = []
        elif isinstance(event, SequenceStartEvent):
            value = Items()
        else:
            return None
        value.mark = mark
        if event.tag is not None or event.anchor is not None:
            self._refuse_properties(event)
        return value

    def _add(self, mark: Mark, code: str, message: str, hint: str = "") -> None:
        if len(self.mistakes) == MAX_MISTAKES:
            raise _TooMany
        self.mistakes.append(Mistake(mark.line + 1, mark.column + 1, code, message, hint))

    def _judge_key(self, key: str, mark: Mark) -> None:
        if not key:
            self._add(mark, "empty", phrase("there is no key before this ':'"))
        else:
            self._refuse_surprise(key, mark)

    def _judge_plain(self, value: Text, key: str | None) -> None:
        if not (key in self.booleans and read_as(value) == "a yes-or-no value"):
            self._refuse_surprise(value, value.mark)

    def _refuse_surprise(self, text: str, mark: Mark) -> None:
        self._add(
            mark,
            "surprise",
            phrase(
                "YAML would read {text} without quotes as {what}", text=text, what=read_as(text)
            ),
            phrase('put it in quotes: "{text}"', text=text),
        )

    def _uncut(self, value: Text, end: Mark) -> Text:
        """The text with what a comment behind it cuts off, if one does; that is a mistake."""
        line = self.lines[end.line]
        match = _COMMENT.match(line, end.column)
        if match is None or (" " not in value and match[1] in ("", " ")):
            return value
        self._add(
            Spot(end.line, match.end() - len(match[1]) - 1),
            "cut-by-comment",
            phrase("YAML cuts the text off here: a # after a space begins a comment"),
            phrase(
                "put a comment on a line of its own; if # belongs to the text, "
                "put the whole text in quotes"
            ),
        )
        return marked(value + line[end.column :], value.mark)

    def _without_hidden(self, text: str, mark: Mark) -> str:
        found = plain_text.HIDDEN.search(text)
        assert found is not None
        self._add(
            mark,
            "hidden-character",
            phrase(
                "this text spells out a character that nobody sees ({sign})",
                sign=f"U+{ord(found[0]):04X}",
            ),
            phrase("take it out"),
        )
        return plain_text.HIDDEN.sub(" ", text)

    def _refuse_properties(self, event: Any) -> None:
        if event.anchor is not None:
            self._add(
                event.start_mark,
                "anchor",
                phrase(
                    "'{text}' names something to YAML; a pack has no use for it",
                    text=f"&{event.anchor}",
                ),
                phrase("put a text that begins with & in quotes"),
            )
        if event.tag is not None:
            self._add(
                event.start_mark,
                "tag",
                phrase("a word that begins with ! gives orders to YAML; a pack has no use for it"),
                phrase("put a text that begins with ! in quotes"),
            )

    def _refuse_twice(self, key: str, mark: Mark, table: Table) -> None:
        if table is self._run_on:
            return
        first = table.key(key)
        hint = phrase("keep one of them")
        if self._begins_anew(key, table):
            # All that follows belongs to it, and each key of that would be told as a second one.
            self._run_on = table
            hint = phrase(
                "if something new begins here, write '- ' before it; else keep one of them"
            )
        self._add(
            mark,
            "duplicate-key",
            phrase(
                "'{key}' stands here a second time; the first is in line {line}",
                key=key,
                line=first.mark.line + 1,
            ),
            hint,
        )

    def _begins_anew(self, key: str, table: Table) -> bool:
        """Whether an entry of a list has the key a second time with which it begins."""
        within = self._stack[-2] if len(self._stack) > 1 else None
        return isinstance(within, Items) and key == next(iter(table))
