"""A translator's files: what is missing is written into them as a commented original."""

from __future__ import annotations

import json
import os
import re
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from game import paths
from game.packs import originals
from game.packs.findings import Findings
from game.packs.folder import Folder
from game.packs.originals import revision
from game.packs.translation import FOLDER, id_of, rows_of
from game.phrase import Words, in_words, phrase
from game.reading import plain_text
from game.reading.values import Table

_PLAIN = re.compile(r"[^\W_][^:#{}\[\],&*!|>'\"%@`\n]*[^\s:#{}\[\],&*!|>'\"%@`]|[^\W_]")
_TRAP = re.compile(r"(?i)(yes|no|on|off|true|false|null|none|y|n|[\d.,_+-]+.*)")
_WIDE = 96


@dataclass(frozen=True, slots=True)
class Written:
    """What was done to one file: originals put into it, and revisions."""

    file: str
    missing: int
    stamped: int


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entry of a file: the section that it belongs in, its key and its texts."""

    section: str
    key: str
    texts: originals.Texts

    @property
    def revision(self) -> str:
        return revision(self.texts)


def write_originals(folder: Folder, language: str, words: Words) -> list[Written]:
    """Bring every file of a language up to the pack: missing entries, and missing revisions.

    Nothing that a translator wrote is touched. `words` are those of the translator, to whom a
    comment at the head of a new file speaks. OSError if a file cannot be written.
    """
    quiet = Findings()
    done: list[Written] = []
    names = ["pack.yaml", "glossary.yaml", *folder.fact_files(quiet), *folder.table_files(quiet)]
    for name in names:
        document = folder.read(name, quiet) if folder.has(name) else None
        if document is None or document.value is None:
            continue
        entries = list(_entries(name, document.value, folder))
        if entries:
            done.append(_bring_up(folder, name, language, entries, words))
    return [one for one in done if one.missing or one.stamped]


def _entries(name: str, raw: Any, folder: Folder) -> Iterator[_Entry]:
    if name == "pack.yaml":
        yield _Entry("", "", originals.pack_texts(raw))
        for source, shape in raw["sources"].items():
            yield _Entry("sources", source, originals.source_texts(shape))
    elif name == "glossary.yaml":
        for word, line in raw.items():
            yield _Entry("words", word, {"word": str(word), "line": str(line)})
    elif name.startswith("tables/"):
        if texts := originals.table_texts(raw):
            yield _Entry("", "", texts)
        for column, spec in raw["columns"].items():
            if texts := originals.column_texts(spec):
                yield _Entry("columns", column, texts)
        for key, row in rows_of(raw, folder).items():
            yield _Entry("rows", key, originals.row_texts(row, str(raw["key"])))
    else:
        for fact in raw["facts"] if isinstance(raw, Table) else raw:
            yield _Entry("facts", id_of(fact), originals.fact_texts(fact))


def _bring_up(
    folder: Folder, name: str, language: str, entries: list[_Entry], words: Words
) -> Written:
    inner = f"{FOLDER}/{language}/{name}"
    path = folder.root / inner
    text, there = "", Table()
    if path.is_file():
        text = path.read_bytes().decode("utf-8")
        document = folder.read(inner, Findings())
        if document is None or not document.whole or not isinstance(document.value, Table):
            return Written(inner, 0, 0)
        there = document.value
    text, stamped = _stamped(text, there, entries)
    missing = [one for one in entries if not _stands(one, there) and not _waits(one, text)]
    if missing:
        text = _with_missing(text or _head(name, language, words), missing)
    if missing or stamped:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, text)
    return Written(inner, len(missing), stamped)


def _head(name: str, language: str, words: Words) -> str:
    """The first lines of a new file: what to do with it."""
    advice = phrase(
        "{file} in '{language}'. What is commented out is the original: take away the signs, and "
        "write the language in the place of the original. {command} says what is still wrong.",
        file=name,
        language=language,
        command=f"`{paths.program(anywhere=True)} check PACK --lang {language}`",
    )
    lines = textwrap.wrap(in_words(advice, words), _WIDE, break_on_hyphens=False)
    return "".join(f"# {line}\n" for line in lines) + "reviewed: no\n"


def _stands(entry: _Entry, there: Table) -> bool:
    if not entry.section:
        return any(key in there for key in entry.texts)
    return entry.key in (there.get(entry.section) or {})


def _waits(entry: _Entry, text: str) -> bool:
    """Whether the original stands there already, commented out."""
    key = re.escape(_text(entry.key)) if entry.key else "revision"
    return re.search(rf"^ *# +{key}:", text, re.MULTILINE) is not None


def _stamped(text: str, there: Table, entries: list[_Entry]) -> tuple[str, int]:
    """The text with a revision in every entry that has none."""
    starts = [0, *(match.end() for match in plain_text.LINE_END.finditer(text))]
    put: list[tuple[int, str]] = []
    for entry in entries:
        value = (there.get(entry.section) or {}).get(entry.key) if entry.section else there
        if not isinstance(value, Table) or not value or "revision" in value:
            continue
        if not entry.section and not _stands(entry, there):
            continue
        mark = value.mark
        at = starts[mark.line] + mark.column
        if text[at : at + 1] == "{":
            put.append((at + 1, f"revision: {entry.revision}, "))
        elif entry.section:
            put.append((at, f"revision: {entry.revision}\n{' ' * mark.column}"))
        else:
            first = value.key_marks[0]
            put.append((starts[first.line], f"revision: {entry.revision}\n"))
    for at, added in sorted(put, reverse=True):
        text = text[:at] + added + text[at:]
    return text, len(put)


def _with_missing(text: str, missing: list[_Entry]) -> str:
    """The text with the originals at the ends of their sections, which come in this order."""
    if text and not text.endswith("\n"):
        text += "\n"
    for section in dict.fromkeys(one.section for one in missing):
        lines = [line for one in missing if one.section == section for line in _commented(one)]
        block = "\n".join(lines) + "\n"
        if not section:
            at = next(iter(re.finditer(r"^(sources|columns|rows):", text, re.MULTILINE)), None)
            place = at.start() if at else len(text)
        else:
            head = re.search(rf"^{section}:.*\n", text, re.MULTILINE)
            if head is None:
                text += f"\n{section}:\n"
                place = len(text)
            else:
                rest = re.search(r"^[a-z]+:", text[head.end() :], re.MULTILINE)
                place = head.end() + rest.start() if rest else len(text)
        text = text[:place] + block + text[place:]
    return text


def _commented(entry: _Entry) -> Iterator[str]:
    texts = {"revision": entry.revision, **entry.texts}
    if not entry.section:
        yield from (f"# {line}" for line in _lines(texts))
        return
    yield ""
    yield f"  # {_text(entry.key)}:"
    yield from (f"  #   {line}" for line in _lines(texts))


def _lines(texts: Mapping[str, Any]) -> Iterator[str]:
    for key, value in texts.items():
        if isinstance(value, str):
            yield f"{_text(str(key))}: {_text(value)}"
        elif isinstance(value, Mapping):
            yield f"{_text(str(key))}:"
            yield from (f"  {line}" for line in _lines(value))
        else:
            yield f"{_text(str(key))}:"
            yield from (f"  {line}" for line in _listed(value))


def _listed(value: list[Any]) -> Iterator[str]:
    for one in value:
        if isinstance(one, Mapping):
            first, *rest = _lines(one)
            yield f"- {first}"
            yield from (f"  {line}" for line in rest)
        else:
            yield f"- {_text(one)}"


def _text(text: str) -> str:
    """A text as YAML reads it back, in quotes only where it must be."""
    if _PLAIN.fullmatch(text) and not _TRAP.fullmatch(text):
        return text
    return json.dumps(text, ensure_ascii=False)


def _replace(path: Any, text: str) -> None:
    temporary = path.with_name(f".{path.name}.new")
    try:
        with temporary.open("w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
