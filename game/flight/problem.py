"""What is wrong with a vehicle's file, where, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: file, line and column from 1, plain words, and what to do."""

    file: str
    line: int
    column: int
    message: str
    hint: str = ""

    def __str__(self) -> str:
        hint = f" {self.hint[0].upper()}{self.hint[1:]}." if self.hint else ""
        return f"{self.file}:{self.line}:{self.column}: {self.message}.{hint}"


class BadVehicle(Exception):
    """A vehicle's file cannot be used; `problems` says why, in the order of the file."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems
