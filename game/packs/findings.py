"""The problems of a pack while they are found, each with its place and its line."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator
from contextlib import contextmanager
from typing import Protocol

from game.packs.model import Place
from game.packs.problem import Problem, Severity
from game.phrase import phrase
from game.reading.values import Mark, Mistake, Spot

START = Spot(0, 0)

MAX_ERRORS = 1_000
"""After so many nothing more is read: a file of the wrong sort has a hundred thousand."""

_MAX_COMPARED = 2_000
"""Words that a misspelt one is compared with; each takes some microseconds."""


class TooManyErrors(Exception):
    """Raised when an error is found beyond the most that are asked for."""


class Marked(Protocol):
    """Whatever knows where it stands."""

    @property
    def mark(self) -> Mark: ...


class Findings:
    """Collects problems; knows the lines of every file, for the caret."""

    def __init__(self) -> None:
        self._found: list[Problem] = []
        self._lines: dict[str, tuple[str, ...]] = {}
        self._errors = 0
        self._most: int | None = None

    @contextmanager
    def at_most(self, errors: int) -> Iterator[None]:
        """Leave the block, with a last error that says so, when more than these are found."""
        self._most = errors
        try:
            yield
        except TooManyErrors:
            self._most = None
            message = phrase(
                "there are more than {errors:,} errors; these are the first of them", errors=errors
            )
            hint = phrase("mend them and check again")
            self.add("pack.yaml", START, "", "too-many", message, hint)
        finally:
            self._most = None

    def remember(self, file: str, lines: tuple[str, ...]) -> None:
        """Keep the lines of a file for the problems that will be found in it."""
        self._lines[file] = lines

    def place_of(self, file: str, key: str) -> Place:
        """Where a key stands that begins a line of a file, or the file's beginning."""
        lines = enumerate(self._lines.get(file, ()), start=1)
        return Place(file, next((at for at, line in lines if line.startswith(f"{key}:")), 1), 1)

    @property
    def files(self) -> frozenset[str]:
        """The names of all files of the pack that were looked into."""
        return frozenset(self._lines)

    def add(
        self,
        file: str,
        where: Marked | Mark,
        path: object,
        code: str,
        message: str,
        hint: str = "",
        severity: Severity = "error",
    ) -> None:
        """One more problem, at a value or at a mark (from 0) of a file."""
        mark: Mark = where.mark if hasattr(where, "mark") else where
        place = Place(file, mark.line + 1, mark.column + 1)
        self.add_at(place, path, code, message, hint, severity)

    def add_at(
        self,
        place: Place,
        path: object,
        code: str,
        message: str,
        hint: str = "",
        severity: Severity = "error",
    ) -> None:
        """One more problem, at a place."""
        lines = self._lines.get(place.file, ())
        line = lines[place.line - 1] if place.line <= len(lines) else ""
        if severity == "error":
            if self._most is not None and self._errors >= self._most:
                raise TooManyErrors
            self._errors += 1
        self._found.append(Problem(place, str(path), code, severity, message, hint, line))

    def add_mistakes(self, file: str, mistakes: Iterable[Mistake]) -> None:
        """What the reader of a file found."""
        for mistake in mistakes:
            place = Place(file, mistake.line, mistake.column)
            self.add_at(place, "", mistake.code, mistake.message, mistake.hint)

    def let_stand(self, path: object, codes: Container[str]) -> set[str]:
        """Drop the flaws with these codes at a path; gives the codes of those that there were."""
        dropped = [
            one
            for one in self._found
            if one.severity == "flaw" and one.code in codes and one.path == str(path)
        ]
        self._found = [one for one in self._found if one not in dropped]
        return {one.code for one in dropped}

    def errors(self) -> int:
        """How many errors there are so far."""
        return self._errors

    def in_order(self) -> list[Problem]:
        """All problems, pack.yaml first, then by file and line."""
        return sorted(
            self._found,
            key=lambda p: (p.place.file != "pack.yaml", p.place.file, p.place.line, p.place.column),
        )


def nearest(word: str, words: Collection[str]) -> str:
    """`; did you mean 'x'?` for the word that is most like this one, or nothing."""
    if len(words) > _MAX_COMPARED:
        return ""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    # Two letters that changed places are one slip: `aks` is `ask`, and no `was`.
    close = process.extractOne(
        word.casefold(), sorted(words), scorer=OSA.normalized_similarity, score_cutoff=0.6
    )
    return phrase("; did you mean '{word}'?", word=close[0]) if close else ""
