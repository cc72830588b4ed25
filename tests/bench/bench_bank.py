"""What a bank costs: to build, to make questions of, to keep, and to draw a round from."""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from time import process_time

from game.bank.bank import Bank, build
from game.bank.draw import draw_round
from game.bank.flaws import flaws, setting_of
from game.bank.known import Known
from game.bank.question import Question
from game.bank.spec import revision
from game.packs.model import Pack
from game.packs.read import read_pack
from tests.bench import made_table
from tests.bench.row import Row

FEW, MANY = 1_000, 10_000
"""Rows of the tables from which banks are built."""

QUESTIONS = 15_000
SMALL_BANK, LARGE_BANK = 45, 4_800
"""Rows that give about a thousand questions, and about a hundred thousand."""

ROUND = 10
TURNS = 5
DRAWN = 24
TODAY = "2025-06-04"

ADDED = """
import gc
import sys
import tracemalloc
from pathlib import Path

from game.bank.bank import build
from game.packs.read import read_pack

gc.collect()
tracemalloc.start(1)
pack, _ = read_pack(Path(sys.argv[1]))
gc.collect()
read = tracemalloc.get_traced_memory()[0]
bank = build(pack)
gc.collect()
print(len(bank), read, tracemalloc.get_traced_memory()[0] - read)
"""


def rows() -> list[Row]:
    """Seconds are those of one core that were worked, so that a busy machine matters less."""
    with tempfile.TemporaryDirectory() as folder:
        # As many facts on either side, so that both meet as much of what else the machine does.
        small = [_pack(Path(folder) / str(FEW + at), FEW + at) for at in range(MANY // FEW)]
        large = _pack(Path(folder) / str(MANY), MANY)
        for rows in (SMALL_BANK, LARGE_BANK):
            made_table.write(Path(folder) / str(rows), rows)
        return [
            _building(small, large),
            *_making(large),
            _offering(small[0], large),
            _keeping(Path(folder) / str(LARGE_BANK)),
            _drawing(Path(folder) / str(SMALL_BANK), Path(folder) / str(LARGE_BANK)),
        ]


def _pack(folder: Path, rows: int) -> Pack:
    made_table.write(folder, rows)
    return _read(folder)


def _read(folder: Path) -> Pack:
    pack, problems = read_pack(folder)
    assert pack is not None and not problems, problems[:3]
    return pack


def _building(small: Sequence[Pack], large: Pack) -> Row:
    def build_small() -> None:
        for pack in small:
            build(pack)

    once, often = _best(lambda: build(large), build_small, turns=2)
    value = once / len(large.facts) * 1e6
    against = often / sum(len(pack.facts) for pack in small) * 1e6
    return Row(
        f"build the bank of {MANY:,} facts, each",
        value,
        "us",
        f"each of {FEW:,}",
        against,
        value / against,
    )


def _making(pack: Pack) -> list[Row]:
    """Choice questions for their options alone, with their calls, and with every flaw looked for.

    All of them see to it that there is one key, and that nothing in the options tells it.
    """
    bank = build(pack)
    specs = list(islice((s for s in bank.specs if s.kind == "choice"), QUESTIONS))
    assert len(specs) == QUESTIONS
    made = [bank.make(spec) for spec in specs]
    setting = setting_of(Known(pack))

    def draft() -> object:
        return [bank.draft(spec) for spec in specs]

    def make() -> object:
        return [bank.make(spec) for spec in specs]

    def judge() -> object:
        return [
            [*flaws(question, setting, spec.answer)]
            for question, spec in zip(made, specs, strict=True)
        ]

    def fill() -> object:
        return [_least(bank, question) for question in made]

    drafted, whole, judged, floor = _best(draft, make, judge, fill)
    return [
        Row(
            f"{done} {QUESTIONS:,} choice questions, {QUESTIONS / seconds:,.0f} a second",
            seconds,
            "s",
            "seeding chance, hashing and filling the record alone",
            floor,
            seconds / floor,
        )
        for done, seconds in (
            ("make", drafted),
            ("make, with their calls,", whole),
            ("look for every flaw in", judged),
        )
    ]


def _offering(few: Pack, many: Pack) -> Row:
    """What a long table is asked: no row of it gives fewer choices than one of a short table."""
    value, against = (
        sum(spec.kind == "choice" for spec in build(pack).specs) / len(pack.facts)
        for pack in (many, few)
    )
    return Row(
        f"choice questions that a row of {MANY:,} gives",
        value,
        "questions",
        f"a row of {FEW:,}",
        against,
        value / against,
    )


def _least(bank: Bank, question: Question) -> Question:
    random.Random(f"{bank.seed}/{question.id}")
    return Question(
        id=question.id,
        rev=revision(question.prompt, question.key, question.accepted),
        kind=question.kind,
        prompt=question.prompt,
        options=question.options,
        answer=question.answer,
        explanation=question.explanation,
        citations=question.citations,
        facts=question.facts,
        label=question.label,
        prompts=question.prompts,
        accepted=question.accepted,
        unit=question.unit,
        tolerance=question.tolerance,
        hints=question.hints,
        why=question.why,
        feedback=question.feedback,
        picture=question.picture,
        difficulty=question.difficulty,
        level=question.level,
        topic=question.topic,
        set=question.set,
        by=question.by,
        as_of=question.as_of,
        status=question.status,
        language=question.language,
    )


def _keeping(folder: Path) -> Row:
    """Measured in a process of its own, where all that was read and built is still to come."""
    child = subprocess.run(
        [sys.executable, "-c", ADDED, str(folder)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).resolve().parents[2],
    )
    questions, read, added = map(int, child.stdout.split())
    return Row(
        f"keep a bank of {questions:,} questions",
        added / 1e6,
        "MB",
        "the pack that it is made of",
        read / 1e6,
        added / read,
    )


def _drawing(small: Path, large: Path) -> Row:
    few, many = build(_read(small)), build(_read(large))
    value, against = (
        seconds / DRAWN * 1e3 for seconds in _best(lambda: _rounds(many), lambda: _rounds(few))
    )
    return Row(
        f"draw a round from {len(many):,} questions",
        value,
        "ms",
        f"from {len(few):,}",
        against,
        value / against,
    )


def _rounds(bank: Bank) -> Sequence[object]:
    return [
        draw_round(bank, ROUND, random.Random(seed), sets=None, today=TODAY)
        for seed in range(DRAWN)
    ]


def _best(*jobs: Callable[[], object], turns: int = TURNS) -> list[float]:
    """The least seconds of each, in turns so that all meet the same weather."""
    times = [float("inf")] * len(jobs)
    for _ in range(turns):
        for at, job in enumerate(jobs):
            begin = process_time()
            result = job()
            times[at] = min(times[at], process_time() - begin)
            del result
    return times
