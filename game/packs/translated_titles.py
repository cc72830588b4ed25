"""The titles of a pack, its sources and its hard words in another language."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from game.packs import originals, translation_shapes
from game.packs.answers import texts_of
from game.packs.findings import START, Findings
from game.packs.folder import Folder
from game.packs.merging import without_empty
from game.packs.model import Pack
from game.packs.notation import notation_of
from game.packs.shape_errors import judge
from game.packs.values import as_date
from game.phrase import phrase
from game.reading.values import Table, Text


def read_titles(
    original: Pack, folder: Folder, inner: str, language: str, findings: Findings
) -> tuple[Pack, bool]:
    """The pack without facts and with its titles in a language, and whether they were reviewed.

    What is missing stays as it is, and is noted. `inner` is the language's own folder.
    """
    pack = replace(original, language=language, facts=(), glossary=())
    pack, first = _with_titles(pack, folder, f"{inner}/pack.yaml", findings)
    pack, second = _with_glossary(original, pack, folder, f"{inner}/glossary.yaml", findings)
    return pack, first and second


def _with_titles(pack: Pack, folder: Folder, name: str, findings: Findings) -> tuple[Pack, bool]:
    words = _read(folder, name, findings)
    adapter, shape = translation_shapes.pack, translation_shapes.PackWords
    raw = folder.read("pack.yaml", Findings())
    if words is None or raw is None or not isinstance(raw.value, Table):
        findings.add(
            name, START, "", "untranslated", phrase("the titles of the pack are missing"),
            phrase("translate writes what is missing"), "note",
        )  # fmt: skip
        return pack, False
    if judge(adapter, words, name, findings, shape):
        return pack, False
    told = _Titles(name, findings)
    told.compare(words, originals.pack_texts(raw.value), "")
    named, of = words.get("sources", {}), raw.value["sources"]
    sources = []
    for source in pack.sources:
        texts = originals.source_texts(of[source.id])
        called = told.texts(named.get(source.id, {}), texts, f"sources.{source.id}")
        sources.append(
            replace(
                source,
                title=called.get("title", source.title),
                publisher=called.get("publisher", source.publisher),
                kind=told.said("kinds", source.kind, words),
                date=told.day(source.date, words, pack.language),
            )
        )
    titles = words.get("sets", {})
    topics = words.get("topics", {})
    for set_ in pack.sets:
        told.need(set_.id in titles, f"sets.{set_.id}")
    for topic, _title in pack.topics:
        told.need(topic in topics, f"topics.{topic}")
    for key in ("title", "from", "authors"):
        told.need(key in words, key)
    authors = texts_of(words.get("authors")) or pack.authors
    return replace(
        pack,
        title=str(words.get("title", pack.title)),
        came_from=str(words.get("from", pack.came_from)),
        authors=authors,
        sources=tuple(sources),
        sets=tuple(replace(one, title=str(titles.get(one.id, one.title))) for one in pack.sets),
        topics=tuple((topic, str(topics.get(topic, title))) for topic, title in pack.topics),
    ), words.get("reviewed") in ("yes", "true")


class _Titles:
    """What is missing or has changed in one file."""

    def __init__(self, name: str, findings: Findings) -> None:
        self._name = name
        self._findings = findings
        self._told: set[str] = set()

    def need(self, there: bool, path: str) -> None:
        """Note what is missing."""
        if not there and path not in self._told:
            self._told.add(path)
            self._findings.add(
                self._name, START, path, "untranslated", phrase("'{key}' is missing", key=path),
                phrase("translate writes what is missing"), "note",
            )  # fmt: skip

    def compare(self, said: Table, texts: originals.Texts, path: str) -> None:
        """Note that the original has changed."""
        written = said.get("revision")
        now = originals.revision(texts)
        if isinstance(written, Text) and written != now:
            self._findings.add(
                self._name, written, path, "changed",
                phrase("the original has changed since; it is {revision} now", revision=now),
                phrase("compare the two, then delete the line and run translate"), "flaw",
            )  # fmt: skip

    def texts(self, said: Any, texts: originals.Texts, path: str) -> dict[str, str]:
        """What a source is called: a work has a name of its own, which may stay as it is."""
        if isinstance(said, Table):
            self.compare(said, texts, path)
        return {key: str(value) for key, value in said.items() if key in texts}

    def said(self, key: str, text: str, words: Table) -> str:
        """What the language says for a text that several sources have."""
        found = words.get(key, {}).get(text)
        self.need(found is not None, f"{key}.{text}")
        return text if found is None else str(found)

    def day(self, text: str, words: Table, language: str) -> str:
        """A date as the language writes it, or what it says for its words."""
        if text[:4].isdigit():
            return text
        day = as_date(text)
        return (
            notation_of(language).month_of(day.year, day.month)
            if day is not None and not text[:1].isdigit() and "," not in text
            else notation_of(language).full_day(day.year, day.month, day.day)
            if day is not None
            else self.said("dates", text, words)
        )


def _with_glossary(
    original: Pack, pack: Pack, folder: Folder, name: str, findings: Findings
) -> tuple[Pack, bool]:
    words = _read(folder, name, findings)
    adapter, shape = translation_shapes.glossary, translation_shapes.GlossaryWords
    told = _Titles(name, findings)
    if words is None or judge(adapter, words, name, findings, shape):
        for word, _line in original.glossary:
            told.need(False, word)
        return pack, not original.glossary
    lines = []
    stems = []
    for word, line in original.glossary:
        entry = words.get("words", {}).get(word)
        told.need(entry is not None, word)
        if entry is None:
            continue
        told.compare(entry, {"word": word, "line": line}, word)
        shown = str(entry["word"]).replace("|", "")
        lines.append((shown, str(entry["line"])))
        stems.append((shown, str(entry["word"])))
    found = replace(pack, glossary=tuple(lines), stems=tuple(stems))
    return found, words.get("reviewed") in ("yes", "true")


def _read(folder: Folder, name: str, findings: Findings) -> Table | None:
    document = folder.read(name, findings) if folder.has(name) else None
    value = document.value if document else None
    if not isinstance(value, Table):
        return None
    without_empty(value)
    return value
