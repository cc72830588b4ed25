"""Writes the ids that facts lack, and not one byte besides."""

from __future__ import annotations

import os
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from game.packs.model import Fact, Pack
from game.reading import plain_text

MAX_LENGTH = 40
_RUN = re.compile(r"[^a-z0-9]+")

_LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі"
_SPELT = "a b v g d e e zh z i i k l m n o p r s t u f h ts ch sh sch _ y _ e yu ya "
_CYRILLIC = dict(zip(_LETTERS, (_SPELT + "a g q n o u u h i").split(), strict=True))

# Words that say nothing about which fact it is.
_WEAK_WORDS = (
    "a an and as at be been by for from had has have he her his in into is it its of on or she "
    "that the their they this to was were which who will with"
)
_WEAK = frozenset(_WEAK_WORDS.split())


@dataclass(frozen=True, slots=True)
class NewId:
    """An id that was written, and where."""

    id: str
    file: str
    line: int


def missing_ids(pack: Pack) -> list[tuple[Fact, str]]:
    """Each fact without an id and the id it gets, from its label or sentence; all are unique."""
    facts = (*pack.asked, *pack.drafts)
    taken = {fact.id for fact in facts if fact.has_own_id}
    taken.update(former for fact in facts for former in fact.was)
    found: list[tuple[Fact, str]] = []
    for fact in facts:
        if fact.has_own_id:
            continue
        base = _base(fact)
        number, new = 1, base
        while new in taken:
            number += 1
            new = f"{base}-{number}"
        taken.add(new)
        found.append((fact, new))
    return found


def write_ids(root: Path, pack: Pack) -> list[NewId]:
    """Write the missing ids into the files of a pack; every file is replaced whole or not at all.

    OSError if a file cannot be written.
    """
    by_file: dict[str, list[tuple[Fact, str]]] = {}
    for fact, new in missing_ids(pack):
        by_file.setdefault(fact.place.file, []).append((fact, new))
    written: list[NewId] = []
    for file, facts in by_file.items():
        path = (root / file).resolve()
        replace_file(path, with_ids(path.read_bytes(), facts))
        written += [NewId(new, file, fact.place.line) for fact, new in facts]
    return written


def with_ids(data: bytes, facts: list[tuple[Fact, str]]) -> bytes:
    """A file's bytes with an id before the first key of each of these facts."""
    text = data.decode("utf-8")
    starts = [0]
    for match in plain_text.LINE_END.finditer(text):
        starts.append(match.end())
    at_mark = 1 if text.startswith("\ufeff") else 0
    pieces: list[str] = []
    done = 0
    for fact, new in sorted(facts, key=lambda pair: (pair[0].place.line, pair[0].place.column)):
        line = starts[fact.place.line - 1]
        shift = at_mark if fact.place.line == 1 else 0
        position = line + fact.place.column - 1 + shift
        pieces.append(text[done:position])
        done = position
        if text[position] == "{":
            pieces.append(f"{{id: {new}, ")
            done = position + 1
        else:
            ending = plain_text.LINE_END.search(text, position)
            indent = " " * (fact.place.column - 1)
            pieces.append(f"id: {new}{ending[0] if ending else chr(10)}{indent}")
    pieces.append(text[done:])
    return "".join(pieces).encode("utf-8")


def _base(fact: Fact) -> str:
    without_answers = " ".join(part for part in fact.parts if isinstance(part, str))
    for text in (fact.label, without_answers, fact.text):
        words = _RUN.sub(" ", _ascii(text).replace("_", "")).split()
        words = [word for word in words if word not in _WEAK] or words
        base = ""
        for word in words:
            longer = f"{base}-{word}" if base else word[:MAX_LENGTH]
            if len(longer) > MAX_LENGTH:
                break
            base = longer
        if base:
            return base
    return "fact"


def slug(text: str) -> str:
    """An id made of a text, "" if there is no letter and no digit in it."""
    return _RUN.sub("-", _ascii(text)).strip("-")[:MAX_LENGTH].strip("-")


def _ascii(text: str) -> str:
    spelt = "".join(_CYRILLIC.get(letter, letter) for letter in text.casefold())
    return unicodedata.normalize("NFKD", spelt).encode("ascii", "ignore").decode("ascii")


def replace_file(path: Path, data: bytes) -> None:
    """Put these bytes in the place of a file in one step: it is whole at any moment.

    OSError if that cannot be; the file is as it was then.
    """
    temporary = path.with_name(f".{path.name}.new")
    try:
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(path.stat().st_mode & 0o7777)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
