"""A look through a text before it is read: in small pieces, so that it costs next to no memory."""

from __future__ import annotations

import codecs
import math
from collections.abc import Iterator
from typing import Any, BinaryIO

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
from game.reading.values import Mistake
from game.reading.yaml_events import MAX_DEPTH, make_parser, too_deep

MAX_TEXT = 5_000
"""Characters of one value; a sentence has at most 1,000."""

MAX_LINES = 300_000
"""Of one file; ten thousand facts have about a hundred thousand."""

PIECE = 65_536

_BEGINS = frozenset({MappingStartEvent, SequenceStartEvent})
_ENDS = frozenset({MappingEndEvent, SequenceEndEvent})
_SEPARATORS = str.maketrans("", "", ",;\t\n")


def skim_text(file: BinaryIO, tabs: bool = False) -> Mistake | None:
    """The first byte that is no UTF-8, or the first character that nobody sees; None if all is
    fine. With `tabs` they are as good as any other."""
    bad = plain_text.HIDDEN if tabs else plain_text.HIDDEN_OR_TAB
    line, column = 1, 1
    try:
        for text in _pieces(file):
            found = bad.search(text)
            before = text if found is None else text[: found.start()]
            line += before.count("\n")
            column = len(before) - before.rfind("\n") + (column - 1 if "\n" not in before else 0)
            if found is not None:
                code = "tab" if found[0] == "\t" else "hidden-character"
                return Mistake(line, column, code, plain_text.unseen(found[0]))
            if line > MAX_LINES:
                message = phrase("there are more than {most:,} lines", most=MAX_LINES)
                return Mistake(line, 1, "too-many-lines", message)
    except UnicodeDecodeError as error:
        return Mistake(line, 1, "encoding", plain_text.bad_byte(error))
    return None


def skim_yaml(file: BinaryIO, most: int, most_keys: int) -> tuple[int, Mistake | None]:
    """How many values a YAML file has, at most `most`, and the first thing that no pack may have:
    an anchor, alias or tag, brackets too deep, a second document, a value that is too long, or more
    than `most_keys` keys in one mapping.

    What no parser can read on after is left to the reader of the file, which explains it.
    """
    count = documents = 0
    # Of each mapping that is open how many keys and values it has; of a list never too many.
    sizes: list[float] = [-math.inf]
    parser = make_parser(file)
    get_event = parser.get_event
    try:
        while True:
            event: Any = get_event()
            kind = event.__class__
            wrong: tuple[str, str] | None = None
            if kind is ScalarEvent:
                count += 1
                sizes[-1] += 1
                if len(event.value) > MAX_TEXT:
                    message = phrase(
                        "this text has {characters:,} characters; {most:,} are the most",
                        characters=len(event.value),
                        most=MAX_TEXT,
                    )
                    wrong = ("too-long", message)
            elif kind in _BEGINS:
                count += 1
                sizes[-1] += 1
                sizes.append(0 if kind is MappingStartEvent else -math.inf)
                if len(sizes) > MAX_DEPTH + 1:
                    wrong = ("too-deep", too_deep())
            elif kind in _ENDS:
                sizes.pop()
                continue
            elif kind is DocumentStartEvent:
                documents += 1
                if documents == 1:
                    continue
                mark = event.start_mark
                message = phrase("a second document begins here; a file holds one")
                return count, Mistake(mark.line + 1, mark.column + 1, "several-documents", message)
            elif kind is StreamEndEvent:
                return count, None
            elif kind is not AliasEvent:
                continue
            if kind is AliasEvent or event.anchor is not None or event.tag is not None:
                wrong = _property(event)
            elif count > most:
                wrong = ("too-many-values", _too_many(most))
            elif sizes[-1] > 2 * most_keys:
                message = phrase("this mapping has more than {most:,} keys", most=most_keys)
                wrong = ("too-many-keys", message)
            if wrong:
                mark = event.start_mark
                return count, Mistake(mark.line + 1, mark.column + 1, *wrong)
    except yaml.YAMLError:
        return count, None
    finally:
        parser.dispose()


def _property(event: Any) -> tuple[str, str]:
    if event.__class__ is AliasEvent:
        text = f"*{event.anchor:.60}"
        return "alias", phrase("'{text}' means a copy of something else to YAML", text=text)
    if event.anchor is not None:
        text = f"&{event.anchor:.60}"
        return "anchor", phrase("'{text}' names something to YAML", text=text)
    return "tag", phrase("a word that begins with ! gives orders to YAML")


def _too_many(most: int) -> str:
    return phrase("there are more than {most:,} values", most=most)


def skim_rows(file: BinaryIO, most: int) -> tuple[int, Mistake | None]:
    """How many values a CSV file may have, and that it is too many if it is."""
    count = 0
    for text in _pieces(file):
        count += len(text) - len(text.translate(_SEPARATORS))
        if count > most:
            return count, Mistake(1, 1, "too-many-values", _too_many(most))
    return count, None


def _pieces(file: BinaryIO) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    while piece := file.read(PIECE):
        yield decoder.decode(piece)
    yield decoder.decode(b"", final=True)
