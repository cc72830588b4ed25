"""The file in which a fact stands, and its lines there: for what changes one fact of a file."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from game.packs.facts import hash_id
from game.packs.findings import Findings
from game.packs.folder import Folder, open_folder
from game.packs.sentence import BadSentence, cut
from game.phrase import phrase
from game.reading import plain_text
from game.reading.values import Items, Table, Text
from game.reading.yaml_events import read_yaml

BOOLEANS = frozenset({"single", "fits", "typed", "draft"})
_DASH = re.compile(r"[ ]*-[ ]+")


class CannotChange(ValueError):
    """A fact that cannot be changed; says in a sentence why, and what to do."""


@dataclass(frozen=True, slots=True)
class FactFile:
    """A file of facts: its lines, what ends each of them, and the facts that it holds."""

    path: Path
    mark: bytes
    lines: tuple[str, ...]
    ends: tuple[str, ...]
    entries: Items
    is_list: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact in its file: its lines from `first` up to `end`, its keys behind `indent` letters."""

    file: FactFile
    index: int
    raw: Table
    first: int
    end: int
    indent: int


def find(folder: Path, fact_id: str) -> Entry:
    findings = Findings()
    opened = open_folder(folder, findings)
    if opened is None:
        raise no_pack(folder, findings)
    for file in files_of(opened, findings):
        for index, raw in enumerate(file.entries):
            if isinstance(raw, Table) and id_of(raw) == fact_id:
                return entry_of(file, index, raw)
    raise CannotChange(
        phrase(
            "No file of facts in {folder} has a fact '{fact}' any more.",
            folder=folder.name,
            fact=fact_id,
        )
    )


def no_pack(folder: Path, findings: Findings) -> CannotChange:
    why = findings.in_order()[0].message
    return CannotChange(phrase("{folder} is not a pack: {why}.", folder=folder, why=why))


def files_of(folder: Folder, findings: Findings) -> Iterator[FactFile]:
    for name in folder.fact_files(findings):
        path = folder.root / name
        if not folder.holds(path):
            continue
        data = path.read_bytes()
        read = parsed(data)
        if read is not None:
            text = data.decode("utf-8-sig")
            lines = plain_text.LINE_END.split(text)
            ends = (*plain_text.LINE_END.findall(text), "")
            mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
            yield FactFile(path, mark, tuple(lines), ends, *read)


def parsed(data: bytes) -> tuple[Items, bool] | None:
    """The facts of a file, and whether it is the list alone; None if it cannot be read whole."""
    document = read_yaml(data, BOOLEANS)
    top = document.value
    entries = top.get("facts") if isinstance(top, Table) else top
    if not document.whole or not isinstance(entries, Items):
        return None
    return entries, top is entries


def id_of(raw: Table) -> str:
    written = raw.get("id")
    if isinstance(written, Text):
        return str(written)
    try:
        return hash_id(cut(raw["fact"]).text)
    except (KeyError, TypeError, BadSentence):
        return ""


def entry_of(file: FactFile, index: int, raw: Table) -> Entry:
    first, indent = raw.mark.line, raw.mark.column
    start = _DASH.match(file.lines[first])
    if start is None or start.end() != indent:
        raise CannotChange(
            phrase(
                "This fact does not begin on a line of its own, behind a dash (line {line} of "
                "{file}); change it there.",
                line=first + 1,
                file=file.path.name,
            )
        )
    dash = indent_of(file.lines[first])
    end = first + 1
    for number in range(first + 1, len(file.lines)):
        line = file.lines[number]
        if not line.strip():
            continue
        if indent_of(line) <= dash:
            break
        end = number + 1
    return Entry(file, index, raw, first, end, indent)


def indent_of(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def joined_lines(file: FactFile, first: int, end: int) -> str:
    pairs = zip(file.lines[first:end], file.ends[first:end], strict=True)
    return "".join(line + ending for line, ending in pairs)
