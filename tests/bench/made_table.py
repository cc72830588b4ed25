"""A made pack for benchmarks: one table of records, as long as one likes."""

from __future__ import annotations

import random
from pathlib import Path

MANIFEST = """\
format: 1
id: made
version: 1.0.0
language: en
title: Made up
from: From nowhere
licence: CC0
authors: [Nobody]
sources:
  book: {title: A book, publisher: A press, kind: a book, date: "2025-06-04", paragraphs: 14}
  page: {title: A page, publisher: A guild, kind: a page, date: "2024-03-09", paragraphs: 14}
  paper: {title: A paper, publisher: A club, kind: a newspaper, date: "2023-01-20", paragraphs: 14}
sets:
  first: {title: First, age: 10, chosen: always}
topics:
  early: Early rockets
  middle: Later rockets
  late: New rockets
"""

TABLE = """\
key: id
shown: name
label: The rocket {name}
columns:
  id: {}
  name: {}
  flown:
    type: year
    fact: "{name} flew for the first time in {flown}."
    ask: When did {name} first fly?
    event: the first flight of {name}
  height:
    type: number
    unit: m
    fact: "{name} is {height} tall."
    ask: How tall is {name}?
  maker:
    type: organisation
    single: yes
    fact: "{name} was built by {maker}."
    ask: Who built {name}?
  site:
    type: place
    single: yes
    fact: "{name} took off from {site}."
    ask: Where did {name} take off?
rows: rockets.csv
"""

SYLLABLES = [consonant + vowel for consonant in "bdgklmnrstvz" for vowel in "aeo"]
MAKERS, SITES = 400, 300


def write(folder: Path, rows: int) -> None:
    """Write a pack whose table has that many rows; the same rows each time."""
    rng = random.Random(rows)
    names = _words(rng, 3, rows)
    makers = [f"{name} Works" for name in _words(rng, 2, MAKERS)]
    sites = [f"{name}sk" for name in _words(rng, 2, SITES)]
    lines = ["id,name,flown,height,maker,site,topic,from"]
    for number, name in enumerate(names):
        year = rng.randint(1930, 2024)
        topic = ("early", "middle", "late")[number % 3]
        source = ("book", "page", "paper")[number // 3 % 3]
        lines.append(
            f"rocket-{number},{name},{year},{rng.randint(12, 120)},{rng.choice(makers)},"
            f"{rng.choice(sites)},{topic},{source} {1 + number % 14}"
        )
    (folder / "tables").mkdir(parents=True)
    for path, text in (
        ("pack.yaml", MANIFEST),
        ("tables/rockets.yaml", TABLE),
        ("tables/rockets.csv", "\n".join(lines) + "\n"),
    ):
        (folder / path).write_text(text, encoding="utf-8", newline="\n")


def _words(rng: random.Random, syllables: int, count: int) -> list[str]:
    """So many different made-up names."""
    found: dict[str, None] = {}
    while len(found) < count:
        found["".join(rng.choices(SYLLABLES, k=syllables)).capitalize()] = None
    return list(found)
