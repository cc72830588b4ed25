"""A bank that gives itself away is caught, and one that does not is left in peace."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from functools import cache
from typing import Any

import pytest

from game.bank.cues.guessers import GUESSERS
from game.bank.cues.measure import MODEL, Cues, measure
from tests.bank.cues.packs import made
from tests.bank.packs import answer, fact, pack

SEEDS = 4


def above(found: Cues) -> set[str]:
    return {score.name for score in found.scores if score.is_above}


def longer(text: str, _rng: random.Random) -> str:
    return f"{text} the Elder of Oral"


def in_small_letters(text: str, _rng: random.Random) -> str:
    return text.lower()


def all_of_them(text: str, _rng: random.Random) -> str:
    return f"all {text}"


@pytest.mark.parametrize("seed", range(3))
def test_nobody_beats_a_bank_without_cues(seed: int) -> None:
    found = measure(made(60 + seed), SEEDS)
    assert above(found) == set()
    assert found.is_clean
    assert {score.name for score in found.scores} >= {guesser.name for guesser in GUESSERS}
    assert all(abs(score.chance - 0.25) < 1e-9 for score in found.scores)


@cache
def measured(**how: Any) -> Cues:
    """What is found in a pack that was made like this."""
    return measure(made(**how), SEEDS)


@pytest.mark.parametrize(
    ("leak", "guesser"),
    [
        ({"key": longer}, "longest option"),
        ({"key": longer}, "most words"),
        ({"wrong": longer}, "shortest option"),
        ({"key": in_small_letters}, "odd one in form"),
        ({"key": all_of_them}, "all, none, both"),
        ({"prompt": "Of whom with {key} did the {ship} tell?"}, "most words of the prompt"),
        ({"names": 4}, "right elsewhere in the bank"),
        ({"names": 4}, "commonest elsewhere"),
    ],
)
def test_a_leak_is_caught_by_its_guesser(leak: dict[str, Any], guesser: str) -> None:
    found = measured(**leak)
    assert guesser in above(found)
    assert not found.is_clean


@pytest.mark.parametrize("write", [longer, in_small_letters])
def test_the_model_finds_what_it_was_not_told_to_look_for(write: object) -> None:
    assert MODEL in above(measured(key=write))


def test_keys_in_the_middle_of_numbers_are_caught() -> None:
    facts = []
    for at in range(60):
        number = 101 + at
        wrong = tuple(str(number + step) for step in (-30, -20, 10))
        marked = answer(str(number), "thing", f"How many has {at}?", wrong=wrong)
        facts.append(fact(f"n-{at}", ("It has ", marked, ".")))
    assert "middle number" in above(measure(pack(*facts), SEEDS))


def test_names_that_are_always_the_key_head_the_list() -> None:
    found = measure(made(names=2), SEEDS)
    assert [(name.key_facts, name.wrong_facts) for name in found.names[:2]] == [(30, 0), (30, 0)]


def test_every_true_statement_has_its_false_one() -> None:
    facts = []
    for at in range(30):
        marked = answer(str(1900 + at), "year", f"When did ship {at} fly?")
        facts.append(fact(f"f-{at}", (f"The ship {at} flew in ", marked, ".")))
    found = measure(pack(*facts), 2)
    assert found.statements == 120
    assert found.true_share == 0.5


def test_keys_stand_at_every_place_alike() -> None:
    found = measure(made(), SEEDS)
    assert [place.options for place in found.positions] == [4]
    assert sum(found.positions[0].counts) == found.questions
    assert found.positions[0].p > 0.01


def test_a_pack_without_choices_is_clean() -> None:
    found = measure(pack(fact("f", ("It is ", answer("Oral", "place", "Which city?"), "."))), 2)
    assert (found.questions, found.facts, found.is_clean) == (0, 0, True)


@pytest.mark.slow
def test_the_same_pack_is_measured_the_same_whatever_the_hash_seed() -> None:
    code = (
        "from game.bank.cues.measure import measure; from tests.bank.cues.packs import made;"
        "print(measure(made(20), 2))"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(printed) == 1
