"""The words of a draft (question, sentence, reason), changed in its file letter by letter.

Comments, the order of keys, quotes and whatever else stands in the file stay as they are. What the
game could not read is refused before anything is written.
"""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.packs.findings import Findings
from game.packs.folder import Folder, open_folder
from game.packs.identifiers import replace_file
from game.packs.problem import Problem
from game.phrase import phrase
from game.reading.scalar_places import Keys, Scalar, scalars_of
from game.reading.values import Document, Items, Table
from game.reading.yaml_events import read_yaml
from game.workshop.drafts_file import (
    BOOLEANS,
    CannotChange,
    Entry,
    find,
    id_of,
    joined_lines,
    no_pack,
    parsed,
)
from game.workshop.written_yaml import clean, quoted

ASK, FACT, WHY = "ask", "fact", "why"
_WIDE = 96
_SPACE = re.compile(r"\s*\Z")


@dataclass(frozen=True, slots=True)
class Wording:
    """One text of a draft: the keys that lead to it in its entry, such as ("ask", "when", 0), and
    what stands there, "" for what the draft does not have yet."""

    keys: Keys
    text: str


@dataclass(frozen=True, slots=True)
class _Change:
    start: int
    end: int
    text: str


def wording(folder: Path, fact_id: str) -> tuple[Wording, ...]:
    """What an author words of a fact: its questions, its sentence and its reason, in this order.

    CannotChange if no file has it; OSError if a file cannot be read.
    """
    return tuple(_worded(find(folder, fact_id)))


def _worded(entry: Entry) -> Iterator[Wording]:
    raw = entry.raw
    asks = list(_texts((ASK,), raw[ASK])) if ASK in raw else []
    if not asks and "by" not in raw:
        asks = [Wording((ASK,), "")]
    yield from asks
    yield from _texts((FACT,), raw.get(FACT, ""))
    yield from _texts((WHY,), raw.get(WHY, ""))


def _texts(keys: Keys, value: Any) -> Iterator[Wording]:
    if isinstance(value, str):
        yield Wording(keys, plain(value))
    elif isinstance(value, Table):
        for key, inner in value.items():
            yield from _texts((*keys, key), inner)
    elif isinstance(value, Items):
        for at, inner in enumerate(value):
            yield from _texts((*keys, at), inner)


def plain(text: str) -> str:
    """A text on one line, without what nobody sees and without blanks beside blanks."""
    return " ".join(clean(text).split())


def reword(folder: Path, fact_id: str, texts: Sequence[tuple[Keys, str]]) -> str:
    """Put other words in the place of texts that `wording` gave; an empty reason takes it away.

    The fact's id comes back: one that it has of its sentence alone changes with that. CannotChange
    if no file has the fact, if a text may not be empty, or if the game could not read it as it
    would then stand there; OSError if the file cannot be written.
    """
    entry = find(folder, fact_id)
    before = {one.keys: one.text for one in _worded(entry)}
    wanted = {keys: plain(text) for keys, text in texts if plain(text) != before.get(keys)}
    if not wanted:
        return fact_id
    file = entry.file
    old = joined_lines(file, 0, len(file.lines))
    new = _changed(entry, old, wanted)
    data = file.mark + new.encode("utf-8")
    made = _read_again(entry, data, before | wanted)
    name = file.path.relative_to(folder.resolve()).as_posix()
    _judge(folder, name, data)
    replace_file(file.path, data)
    return id_of(made)


def _changed(entry: Entry, text: str, wanted: dict[Keys, str]) -> str:
    """The text of the file with other words in it."""
    here = _keys_of(entry)
    places = {
        one.keys[len(here) :]: one for one in scalars_of(text) if one.keys[: len(here)] == here
    }
    changes = []
    for keys, words in wanted.items():
        place = places.get(keys)
        if not words and keys != (WHY,):
            raise CannotChange(phrase("A question and a sentence cannot be empty."))
        if place is None:
            changes.append(_added(entry, text, str(keys[0]), words, places))
        elif words:
            changes.append(_Change(place.start, place.end, _written(place, text, words)))
        else:
            changes.append(_taken(entry, text, str(keys[0])))
    for change in sorted(changes, key=lambda one: one.start, reverse=True):
        text = text[: change.start] + change.text + text[change.end :]
    return text


def _keys_of(entry: Entry) -> Keys:
    return (entry.index,) if entry.file.is_list else ("facts", entry.index)


def _written(place: Scalar, text: str, words: str) -> str:
    """A text in the place of another, in quotes or folded as that was."""
    old = text[place.start : place.end]
    if place.in_brackets or place.style == '"':
        return json.dumps(words, ensure_ascii=False)
    if place.style == "'":
        return "'" + words.replace("'", "''") + "'"
    if place.style not in (">", "|"):
        return quoted(words)
    head, _, body = old.partition("\n")
    ending = "\r\n" if head.endswith("\r") else "\n"
    first = next((line for line in body.splitlines() if line.strip()), "")
    indent = first[: len(first) - len(first.lstrip(" "))]
    lines = [words]
    if place.style == ">":
        wide = max(_WIDE - len(indent), 20)
        lines = textwrap.wrap(words, wide, break_long_words=False, break_on_hyphens=False)
    rest = _SPACE.search(old)
    tail = rest[0] if rest is not None else ""
    return head.rstrip("\r") + ending + ending.join(indent + line for line in lines) + tail


def _added(entry: Entry, text: str, key: str, words: str, places: dict[Keys, Scalar]) -> _Change:
    """A key that the entry does not have: behind its question, or behind its sentence."""
    fact = places[(FACT,)]
    if fact.in_brackets:
        written = json.dumps(words, ensure_ascii=False)
        return _Change(fact.end, fact.end, f", {key}: {written}")
    line = _line_behind(entry, ASK if key == WHY and ASK in entry.raw else FACT)
    at = _start_of(entry, line)
    ending = entry.file.ends[0] or "\n"
    made = f"{' ' * entry.indent}{key}: {quoted(words)}{ending}"
    if at == len(text) and not text.endswith("\n"):
        made = ending + made.removesuffix(ending)
    return _Change(at, at, made)


def _taken(entry: Entry, text: str, key: str) -> _Change:
    first = entry.raw.key(key).mark.line
    last = _line_behind(entry, key)
    start, end = _start_of(entry, first), _start_of(entry, last)
    if last > len(entry.file.lines) - 1:
        end = len(text)
    return _Change(start, end, "")


def _line_behind(entry: Entry, key: str) -> int:
    """The line behind a key and its value; what is blank and comments belong to what follows."""
    marks = sorted(mark.line for mark in entry.raw.key_marks)
    own = entry.raw.key(key).mark.line
    following = [line for line in marks if line > own]
    line = following[0] if following else entry.end
    lines = entry.file.lines
    while line > own + 1 and (not lines[line - 1].strip() or lines[line - 1].lstrip()[0] == "#"):
        line -= 1
    return line


def _start_of(entry: Entry, line: int) -> int:
    return len(joined_lines(entry.file, 0, line))


def _read_again(entry: Entry, data: bytes, wanted: dict[Keys, str]) -> Table:
    """The entry as the file would have it. CannotChange if the file would say aught else."""
    read, raw = parsed(data), entry.raw
    cannot = CannotChange(
        phrase(
            "This fact is written in a way that cannot be changed from here; change it in "
            "{file}, from line {line} on.",
            file=entry.file.path.name,
            line=entry.first + 1,
        )
    )
    if read is None or len(read[0]) != len(entry.file.entries):
        raise cannot
    made = read[0][entry.index]
    others = [one for at, one in enumerate(read[0]) if at != entry.index]
    before = [one for at, one in enumerate(entry.file.entries) if at != entry.index]
    if others != before or not isinstance(made, Table):
        raise cannot
    kept = {key: value for key, value in raw.items() if key not in (ASK, FACT, WHY)}
    now = {one.keys: one.text for one in _texts_of(made)}
    said = {keys: text for keys, text in wanted.items() if text}
    if {k: v for k, v in made.items() if k not in (ASK, FACT, WHY)} != kept or now != said:
        raise cannot
    return made


def _texts_of(raw: Table) -> Iterator[Wording]:
    for key in (ASK, FACT, WHY):
        if key in raw:
            yield from _texts((key,), raw[key])


@dataclass(frozen=True, slots=True)
class _WithDraft(Folder):
    """A folder in which one file says what it would say."""

    name: str
    data: bytes

    def read(self, name: str, findings: Findings) -> Document | None:
        if name != self.name:
            return Folder.read(self, name, findings)
        document = read_yaml(self.data, BOOLEANS)
        findings.remember(name, document.lines)
        findings.add_mistakes(name, document.mistakes)
        return document


def _judge(folder: Path, name: str, data: bytes) -> None:
    """CannotChange if the file would have an error that it does not have now."""
    known = {_what(one) for one in _errors(folder, name, (folder / name).read_bytes())}
    for one in _errors(folder, name, data):
        if _what(one) not in known:
            if one.hint:
                raise CannotChange(phrase("{message}; {hint}.", message=one.message, hint=one.hint))
            raise CannotChange(phrase("{message}.", message=one.message))


def _what(problem: Problem) -> tuple[str, str, str]:
    return problem.path, problem.code, problem.message


def _errors(folder: Path, name: str, data: bytes) -> list[Problem]:
    # pydantic takes longer to import than a small pack takes to read.
    from game.packs.facts import FactReader
    from game.packs.manifest import add_extras, read_manifest

    findings = Findings()
    opened = open_folder(folder, findings)
    if opened is None:
        raise no_pack(folder, findings)
    pack = read_manifest(opened, findings)
    if pack is None:
        raise no_pack(folder, findings)
    pack = add_extras(pack, opened, findings)
    with_draft = _WithDraft(opened.root, name, data)
    FactReader(pack, with_draft, findings).read(name)
    return [one for one in findings.in_order() if one.severity == "error"]
