"""A text with places for the columns of a table: `{name} is {height} tall.`"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from game.packs.sentence import BadSentence, unpaired
from game.phrase import phrase

_TOKEN = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")


@dataclass(frozen=True, slots=True)
class Pattern:
    """Plain text and names of columns by turns, plain text first and last."""

    parts: tuple[str, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that it has a place for, in their order."""
        return self.parts[1::2]

    def fill(self, values: Mapping[str, str]) -> str | None:
        """The text for one row, with a large letter at its start; None if a column lacks."""
        if not values.keys() >= set(self.columns):
            return None
        text = "".join(_filled(self.parts, values))
        return text[:1].upper() + text[1:]


def parse(text: str) -> Pattern:
    """The pattern that an author wrote. Raises BadSentence for braces that make no sense."""
    parts: list[str] = []
    plain: list[str] = []
    position = 0
    for token in _TOKEN.finditer(text):
        plain.append(text[position : token.start()])
        position = token.end()
        if token[1] is not None:
            column = token[1].strip()
            if not column:
                raise BadSentence(
                    "brace",
                    phrase("there is nothing between these braces"),
                    phrase("write the name of a column"),
                )
            parts += ["".join(plain), column]
            plain = []
        elif len(token[0]) == 1:
            raise unpaired(token[0])
        else:
            plain.append(token[0][0])
    plain.append(text[position:])
    return Pattern((*parts, "".join(plain)))


def _filled(parts: tuple[str, ...], values: Mapping[str, str]) -> Iterator[str]:
    for at, part in enumerate(parts):
        yield values[part] if at % 2 else part
