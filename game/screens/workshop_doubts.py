"""The doubts of a draft: the comments that stand in its file above it and inside it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from game.packs.model import Fact
from game.reading.plain_text import LINE_END

Doubts = dict[str, tuple[str, ...]]
"""By the id of a draft what is doubted of it; nothing of a draft without a comment."""


def doubts_of(folder: Path, drafts: Iterable[Fact]) -> Doubts:
    """What stands in comments about drafts. A file that cannot be read has none."""
    files: dict[str, list[str]] = {}
    found: Doubts = {}
    for draft in drafts:
        name = draft.place.file
        if name not in files:
            files[name] = _lines(folder / name)
        said = doubts_at(files[name], draft.place.line - 1)
        if said:
            found[draft.id] = said
    return found


def doubts_at(lines: list[str], first: int) -> tuple[str, ...]:
    """The comments of the entry that begins on a line (from 0): whole lines, without their signs.

    Those above it count up to the first line that is none: what heads a file stands apart.
    """
    start = first
    while 0 < start <= len(lines) and _is_comment(lines[start - 1]):
        start -= 1
    end = min(first + 1, len(lines))
    dash = _indent_of(lines[first]) if first < len(lines) else 0
    while end < len(lines) and (not lines[end].strip() or _indent_of(lines[end]) > dash):
        end += 1
    told = (line.strip().lstrip("#").strip() for line in lines[start:end] if _is_comment(line))
    return tuple(line for line in told if line)


def _lines(path: Path) -> list[str]:
    try:
        return LINE_END.split(path.read_text(encoding="utf-8-sig", errors="replace"))
    except OSError:
        return []


def _is_comment(line: str) -> bool:
    return line.lstrip(" ").startswith("#")


def _indent_of(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
