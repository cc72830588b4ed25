"""What of a pack's entries is text to be translated, and a hash that tells when it was changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from game.packs.values import as_date
from game.reading.values import Table, Text

FACT_TEXTS = ("label", "fact", "ask", "event", "why", "hint", "wrong", "by")
COLUMN_TEXTS = ("unit", "fact", "ask", "event", "why", "hint", "match", "odd", "wrong")
ROW_TEXTS = ("label", "why", "hint")
CELL_TEXTS = ("is", "fact", "ask", "why", "hint", "wrong", "never_with")
SOURCE_TEXTS = ("title", "publisher")
_ANSWER_TEXTS = ("unit", "never_with")
_PICTURE_TEXTS = ("alt", "ask")
_ROW_KEYS = frozenset({"from", "topic", "level", "set", "was", "picture", *ROW_TEXTS})

Texts = dict[str, Any]
"""Texts under their keys, as they stand in an author's file."""


def revision(texts: Any) -> str:
    """`r` and seven hex digits that change when one of the texts does."""
    plain = json.dumps(texts, ensure_ascii=False, sort_keys=True)
    return f"r{hashlib.blake2b(plain.encode(), digest_size=4).hexdigest()[:7]}"


def fact_texts(raw: Mapping[str, Any]) -> Texts:
    """The texts of a fact. Other spellings are left out: each language has its own."""
    found = _chosen(raw, FACT_TEXTS)
    answers = raw.get("answers", {})
    if answers and all(isinstance(spec, Table) for spec in answers.values()):
        said = {name: _chosen(spec, _ANSWER_TEXTS) for name, spec in answers.items()}
        said = {name: texts for name, texts in said.items() if texts}
    else:
        said = _chosen(answers, _ANSWER_TEXTS)
    if said:
        found["answers"] = said
    return _with_picture(found, raw)


def column_texts(raw: Mapping[str, Any]) -> Texts:
    """The texts of a table's column."""
    return _chosen(raw, COLUMN_TEXTS)


def row_texts(raw: Mapping[str, Any], key: str) -> Texts:
    """The texts of a table's row: what is said of all of it, and its values but the key."""
    found = _chosen(raw, ROW_TEXTS)
    for name, cell in raw.items():
        if name in _ROW_KEYS or name == key:
            continue
        found[name] = _chosen(cell, CELL_TEXTS) if isinstance(cell, Table) else cell
        if list(found[name]) == ["is"]:
            found[name] = found[name]["is"]
    return _with_picture(found, raw)


def table_texts(raw: Mapping[str, Any]) -> Texts:
    """The texts of a table that hold for all of its rows."""
    return _with_picture(_chosen(raw, ("label",)), raw)


def pack_texts(raw: Mapping[str, Any]) -> Texts:
    """The texts of pack.yaml but for those of its sources."""
    found = _chosen(raw, ("title", "from", "authors"))
    found["sets"] = {name: shape["title"] for name, shape in raw["sets"].items()}
    if "topics" in raw:
        found["topics"] = dict(raw["topics"])
    sources = raw["sources"].values()
    for key, of in (("kinds", "kind"), ("dates", "date")):
        texts = dict.fromkeys(str(source[of]) for source in sources)
        if texts := {text: text for text in texts if of == "kind" or not _is_day(text)}:
            found[key] = texts
    return found


def _is_day(text: str) -> bool:
    """Whether a language writes the date of a source by itself."""
    return text[:4].isdigit() or as_date(text) is not None


def source_texts(raw: Mapping[str, Any]) -> Texts:
    """What a source is called; its kind and its date are told once for all that are alike."""
    return _chosen(raw, SOURCE_TEXTS)


def _chosen(raw: Mapping[str, Any], keys: tuple[str, ...]) -> Texts:
    return {key: _plain(raw[key]) for key in keys if raw.get(key)}


def _with_picture(found: Texts, raw: Mapping[str, Any]) -> Texts:
    picture = _chosen(raw.get("picture", {}), _PICTURE_TEXTS)
    return {**found, "picture": picture} if picture else found


def _plain(value: Any) -> Any:
    if isinstance(value, Text):
        return str(value)
    if isinstance(value, Mapping):
        return {str(key): _plain(below) for key, below in value.items()}
    return [_plain(below) for below in value]
