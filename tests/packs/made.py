"""Packs made for tests: small, right, and easy to break in one place."""

from __future__ import annotations

from pathlib import Path

from game.packs.problem import Problem
from game.packs.read import read_pack

MANIFEST = """\
format: 1
id: small
version: 1.0.0
language: en
title: A small pack
from: From two books
licence: CC BY 4.0
authors: [Ann]
sources:
  atlas:
    title: The Atlas
    publisher: A press
    kind: a book
    date: undated
    file: "atlas*.txt"
    paragraphs: 3
  diary: {title: The Diary, publisher: A person, kind: a diary, date: 1961-04-12, paragraphs: 2}
sets:
  first: {title: First, age: 10, chosen: always}
  later: {title: Later, age: 14, chosen: asked}
topics:
  rivers: Rivers
"""

FACTS = """\
topic: rivers
facts:
  - id: longest
    fact: The Long River is {6,650 km} long.
    ask: How long is the Long River?
    from: atlas 1
  - id: first-crossing
    fact: "{who: Ada Byrd} first swam across it in {when: 1957}."
    ask:
      who: Who first swam across the Long River?
      when: In which year did Ada Byrd swim across it?
    wrong:
      who: [Bob Reed, Cy Stone: He swam across the lake.]
    answers:
      who: {type: person, accepted: [A. Byrd]}
    from: [atlas 2, diary 1 2]
  - id: source
    fact: It springs from the {Blue Lake}.
    ask: From which lake does it spring?
    from: atlas 3
"""


def make(folder: Path, facts: str = FACTS, manifest: str = MANIFEST) -> Path:
    """A pack in the folder, by default one that is right."""
    (folder / "facts").mkdir(parents=True, exist_ok=True)
    (folder / "pack.yaml").write_text(manifest, encoding="utf-8", newline="\n")
    (folder / "facts" / "rivers.yaml").write_text(facts, encoding="utf-8", newline="\n")
    return folder


def replaced(text: str, old: str, new: str) -> str:
    """The text with one place in it changed; the place must be there, and once."""
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
    return text.replace(old, new)


def problems_of(folder: Path) -> list[Problem]:
    """Everything that is wrong with a pack, notes included."""
    return read_pack(folder)[1]


def line(problem: Problem) -> str:
    """A problem as the first line that people see, severity aside."""
    return f"{problem.place}  {problem.path}: {problem.message}"
