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

from game.reading import plain_text
from game.reading.surprises import SURPRISE, read_as
from game.reading.values import Document, Items, Mark, Mistake, Table, Text
from game.reading.yaml_errors import explain

try:
    from yaml._yaml import CParser as Parser
except ImportError:
    from yaml import BaseLoader as Parser  # type: ignore[assignment]

MAX_DEPTH = 20
"""Lists and mappings inside each other; a pack needs six."""

QUOTE = 'put it in quotes: "{}"'
FOLD = "put the text on the next line, after >-"

_COMMENT_AFTER_TEXT = re.compile(r"\S[ ]+#")
_COMMENT = re.compile(r"[ ]+#(.?)")


def read_yaml(data: bytes, booleans: frozenset[str] = frozenset()) -> Document:
    """What a YAML file holds, all scalars as Text, with everything that is wrong with it.

    `booleans` are the keys whose values may be a plain `yes` or `no`.
    """
    plain = plain_text.decode(data)
    if plain.text is None:
        return Document(None, _lines(data.decode("utf-8", "replace")), plain.mistakes, whole=False)
    reading = _Reading(plain.text, booleans)
    whole = reading.run()
    mistakes = sorted((*plain.mistakes, *reading.mistakes), key=lambda m: (m.line, m.column))
    return Document(reading.value, reading.lines, tuple(mistakes), whole)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.replace("\r\n", "\n").split("\n"))


class _Reading:
    """One file while it is read. The loop keeps its own stack, so that depth costs nothing."""

    def __init__(self, text: str, booleans: frozenset[str]) -> None:
        self.text = text
        self.lines = tuple(text.split("\n"))
        self.booleans = booleans
        self.mistakes: list[Mistake] = []
        self.value: Any = None
        self._stack: list[Items | Table] = []
        # Only lines like these can cut a text short, and most files have none.
        self._commented = frozenset(
            number
            for number, line in enumerate(self.lines)
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
        finally:
            if parser is not None:
                parser.dispose()
        self._drop_unfinished()
        return False

    def _drop_unfinished(self) -> None:
        """Forget the entry that the end cut off: nobody needs to hear of its missing half."""
        for container in self._stack:
            if isinstance(container, Items):
                if container is not self._stack[-1] and container:
                    container.pop()
                return
        self.value = None

    def _read(self, get_event: Callable[[], Any]) -> bool:
        stack = self._stack
        container: Any = None
        keys: list[Text | None] = []
        key: Text | None = None
        booleans = self.booleans
        commented = self._commented
        surprise = SURPRISE.match
        value: Any
        while True:
            event = get_event()
            kind = event.__class__
            if kind is ScalarEvent:
                value = Text(event.value)
                value.mark = event.start_mark
                if not event.style:
                    if not value or surprise(value):
                        self._judge_plain(value, key, container, booleans)
                    if commented and event.end_mark.line in commented:
                        self._judge_comment(value, event.end_mark)
                elif event.style == '"' and plain_text.HIDDEN.search(value):
                    value = self._hidden(value)
                if event.tag is not None or event.anchor is not None:
                    self._refuse_properties(event)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                value = Table() if kind is MappingStartEvent else Items()
                value.mark = event.start_mark
                if event.tag is not None or event.anchor is not None:
                    self._refuse_properties(event)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                stack.pop()
                key = keys.pop()
                container = stack[-1] if stack else None
                continue
            elif kind is AliasEvent:
                value = Text(f"*{event.anchor}")
                value.mark = event.start_mark
                self._add(
                    event.start_mark,
                    "alias",
                    f"'{value}' means a copy of something else to YAML",
                    QUOTE.format(value) + ", or write the text out again",
                )
            elif kind is StreamEndEvent:
                return True
            elif kind is DocumentStartEvent and self.value is not None:
                self._add(
                    event.start_mark,
                    "several-documents",
                    "a second document begins here; a file holds one",
                    "take the line --- away, or make two files",
                )
                return False
            else:
                continue

            if container is None:
                self.value = value
            elif container.__class__ is Items:
                container.append(value)
            elif key is None:
                if kind is ScalarEvent or kind is AliasEvent:
                    if value in container:
                        self._refuse_twice(value, container)
                    key = value
                    continue
                self._add(
                    event.start_mark,
                    "key-not-text",
                    "a key must be text",
                    "text in braces? " + FOLD,
                )
                return False
            else:
                if key not in container:
                    container[key] = value
                key = None

            if kind is MappingStartEvent or kind is SequenceStartEvent:
                keys.append(key)
                key = None
                stack.append(value)
                container = value
                if len(stack) > MAX_DEPTH:
                    self._add(
                        event.start_mark,
                        "too-deep",
                        f"lists and mappings are more than {MAX_DEPTH} deep here",
                        "text that begins with a bracket or brace? " + FOLD,
                    )
                    return False

    def _add(self, mark: Mark, code: str, message: str, hint: str = "") -> None:
        self.mistakes.append(Mistake(mark.line + 1, mark.column + 1, code, message, hint))

    def _judge_plain(
        self,
        value: Text,
        key: Text | None,
        container: Items | Table | None,
        booleans: frozenset[str],
    ) -> None:
        if not value:
            if container is None:
                return
            if isinstance(container, Items):
                self._add(value.mark, "empty", "this list has an entry with nothing in it")
            elif key is None:
                self._add(value.mark, "empty", "there is no key before this ':'")
            else:
                self._add(
                    key.mark,
                    "empty",
                    f"nothing stands after '{key}:'",
                    "write it, or delete the line",
                )
        elif not (key is not None and key in booleans and read_as(value) == "a yes-or-no value"):
            self._add(
                value.mark,
                "surprise",
                f"YAML would read {value} without quotes as {read_as(value)}",
                QUOTE.format(value),
            )

    def _judge_comment(self, value: Text, end: Mark) -> None:
        match = _COMMENT.match(self.lines[end.line], end.column)
        if match and (" " in value or match[1] not in ("", " ")):
            mark_at = self.lines[end.line].index("#", end.column)
            self.mistakes.append(
                Mistake(
                    end.line + 1,
                    mark_at + 1,
                    "cut-by-comment",
                    "YAML cuts the text off here: a # after a space begins a comment",
                    "put a comment on a line of its own; if # belongs to the text, "
                    "put the whole text in quotes",
                )
            )

    def _hidden(self, value: Text) -> Text:
        found = plain_text.HIDDEN.search(value)
        assert found is not None
        self._add(
            value.mark,
            "hidden-character",
            f"this text spells out a character that nobody sees (U+{ord(found[0]):04X})",
            "take it out",
        )
        shown = Text(plain_text.HIDDEN.sub(" ", value))
        shown.mark = value.mark
        return shown

    def _refuse_properties(self, event: Any) -> None:
        if event.anchor is not None:
            self._add(
                event.start_mark,
                "anchor",
                f"'&{event.anchor}' names something to YAML; a pack has no use for it",
                "put a text that begins with & in quotes",
            )
        if event.tag is not None:
            self._add(
                event.start_mark,
                "tag",
                "a word that begins with ! gives orders to YAML; a pack has no use for it",
                "put a text that begins with ! in quotes",
            )

    def _refuse_twice(self, key: Text, table: Any) -> None:
        first = table.key(key)
        self._add(
            key.mark,
            "duplicate-key",
            f"'{key}' stands here a second time; the first is in line {first.mark.line + 1}",
            "keep one of them",
        )
