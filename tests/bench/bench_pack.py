"""Reading 10,000 facts, beside `yaml.load` with the C loader, and opening them a second time."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import yaml

from game import paths
from game.packs.read import read_pack
from tests.bench import made_table
from tests.bench.row import Row

FACTS = 10_000
FACTS_A_FILE = 2_000
ROUNDS = 5

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
  book: {title: A book, publisher: A press, kind: a book, date: undated, paragraphs: 14}
sets:
  first: {title: First, age: 10, chosen: always}
topics:
  rockets: Rockets
"""

FACT = """\
  - id: rocket-{number}
    label: Rocket number {number}
    fact: Rocket number {number}, the pride of its builders, flew for the first time in {{{year}}}.
    ask: In which year did rocket number {number} fly for the first time?
    why: Nobody had ever seen a rocket as tall as number {number} before it flew.
    from: [book {paragraph}]
    wrong: ["{wrong}", "{other}"]
"""


OPENED = """
import sys
from pathlib import Path
from time import process_time

import game.screens.app

begin = process_time()
from game.packs.cache import open_pack

pack, _ = open_pack(Path(sys.argv[1]), Path(sys.argv[2]))
assert pack is not None
print(process_time() - begin)
"""
"""As the game opens it: with no more imported than the first picture needs."""


def rows() -> list[Row]:
    """What the reading of packs costs."""
    return [*_reading(), *_opening()]


def _opening() -> list[Row]:
    """A pack that has not changed, beside its first reading, each in a process of its own."""
    found: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        facts, table = Path(folder) / "facts", Path(folder) / "table"
        facts.mkdir()
        _write(facts)
        made_table.write(table, FACTS)
        for name, pack in (
            (f"{FACTS:,} facts", facts),
            (f"a table of {FACTS:,} rows", table),
            ("the shipped pack", paths.default_pack()),
        ):
            caches = [Path(folder) / "cache" / str(turn) for turn in range(ROUNDS)]
            first, again = (min(_opened(pack, cache) for cache in caches) for _ in range(2))
            found.append(
                Row(f"open {name} again", again, "s", "the first reading", first, again / first)
            )
    return found


def _opened(pack: Path, cache: Path) -> float:
    child = subprocess.run(
        [sys.executable, "-c", OPENED, str(pack), str(cache)],
        capture_output=True,
        text=True,
        check=True,
        cwd=paths.HERE.parent,
    )
    return float(child.stdout)


def _reading() -> list[Row]:
    """The pack's reading as it is done for a game: every check but the comparison with sources."""
    with tempfile.TemporaryDirectory() as folder:
        pack = Path(folder)
        texts = _write(pack)

        def load() -> object:
            return [yaml.load(text, Loader=yaml.CSafeLoader) for text in texts]

        def events() -> object:
            return [sum(1 for _ in yaml.parse(text, Loader=yaml.CSafeLoader)) for text in texts]

        def read() -> object:
            found, problems = read_pack(pack)
            assert found is not None and len(found.facts) == FACTS and not problems
            return found

        read()
        timed = {job: [float("inf")] for job in (load, events, read)}
        for _ in range(ROUNDS):
            for job, times in timed.items():
                times.append(_seconds(job))
        best = {job: min(times) for job, times in timed.items()}
    return [
        Row(name, best[job], "s", against, best[load], best[job] / best[load])
        for name, job, against in (
            (f"read and check {FACTS:,} facts", read, "yaml.load, C loader"),
            ("the parser's events alone", events, "yaml.load, C loader"),
        )
    ]


def _write(pack: Path) -> list[str]:
    (pack / "pack.yaml").write_text(MANIFEST, encoding="utf-8", newline="\n")
    (pack / "facts").mkdir()
    texts = []
    for start in range(0, FACTS, FACTS_A_FILE):
        facts = [
            FACT.format(
                number=number,
                year=1900 + number % 200,
                paragraph=1 + number % 14,
                wrong=1801 + number % 90,
                other=1802 + number % 90,
            )
            for number in range(start, start + FACTS_A_FILE)
        ]
        texts.append("topic: rockets\nfacts:\n" + "".join(facts))
        path = pack / "facts" / f"part-{start // FACTS_A_FILE}.yaml"
        path.write_text(texts[-1], encoding="utf-8", newline="\n")
    return texts


def _seconds(job: Callable[[], object]) -> float:
    begin = perf_counter()
    result = job()
    seconds = perf_counter() - begin
    del result
    return seconds
