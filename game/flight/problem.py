"""What is wrong with a vehicle's file, where, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from gettext import NullTranslations

from game.phrase import Words, in_words


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: file, line and column from 1, plain words, and what to do."""

    file: str
    line: int
    column: int
    message: str
    hint: str = ""

    def __str__(self) -> str:
        return self.said(NullTranslations())

    def said(self, words: Words) -> str:
        """The whole of it on one line, in the language of a catalogue."""
        message, hint = in_words(self.message, words), in_words(self.hint, words)
        hint = f" {hint[0].upper()}{hint[1:]}." if hint else ""
        return f"{self.file}:{self.line}:{self.column}: {message}.{hint}"


class BadVehicle(Exception):
    """A vehicle's file cannot be used; `problems` says why, in the order of the file."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems
