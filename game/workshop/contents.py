"""Which files of a folder belong to the pack in it, and what is wrong with them."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from game.packs.findings import MAX_ERRORS
from game.packs.model import Pack
from game.packs.problem import Problem
from game.packs.read import in_language, read_folder
from game.packs.translation import languages_of


@dataclass(frozen=True, slots=True)
class Contents:
    """What of a folder belongs to its pack: names of files. `left` are those that do not.

    `pack` is None if there are errors among the `problems`.
    """

    pack: Pack | None
    problems: tuple[Problem, ...]
    files: tuple[str, ...]
    left: tuple[str, ...]


def contents(folder: Path, most_errors: int = MAX_ERRORS) -> Contents:
    """Read a pack in all its languages, and see which files that takes.

    After `most_errors` in a language it is read no further.
    """
    reading = read_folder(folder, most_errors)
    readings = [reading]
    if reading.folder is not None and reading.pack is not None and not reading.findings.errors():
        there = languages_of(reading.folder)
        readings += [in_language(reading, one, most_errors) for one in there]
    problems = tuple(problem for one in readings for problem in one.findings.in_order())
    files = frozenset[str]().union(*(one.findings.files for one in readings))
    wrong = any(problem.severity == "error" for problem in problems)
    return Contents(
        None if wrong else reading.pack,
        problems,
        tuple(sorted(files)),
        tuple(sorted(_all_files(folder) - files)),
    )


def _all_files(root: Path) -> set[str]:
    """All files of a folder by their names in it, but those that begin with a dot."""
    found: set[str] = set()
    for folder, inner, names in os.walk(root):
        inner[:] = [name for name in inner if not name.startswith(".")]
        at = Path(folder).relative_to(root)
        found.update((at / name).as_posix() for name in names if not name.startswith("."))
    return found
