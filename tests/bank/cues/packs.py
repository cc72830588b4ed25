"""Packs for the guessers: one in which nothing tells the key, and leaky ones."""

from __future__ import annotations

import random
from collections.abc import Callable

from game.packs.model import Pack
from tests.bank.packs import answer, fact, pack

_SOUNDS = ("ba", "de", "fi", "go", "ku", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "zo")

Write = Callable[[str, random.Random], str]


def plain(text: str, _rng: random.Random) -> str:
    return text


def made(
    count: int = 60,
    *,
    key: Write = plain,
    wrong: Write = plain,
    prompt: str = "Who flew in the {ship}?",
    names: int = 0,
) -> Pack:
    """A pack of `count` facts about made-up people, each with three wrong ones.

    `key` and `wrong` write a name before it is used. With `names`, keys come from so few people.
    """
    rng = random.Random(f"made/{count}")
    few = [_name(rng) for _ in range(names)]
    facts = []
    for at in range(count):
        ship = _name(rng).split()[0]
        right = key(few[at % names] if names else _name(rng), rng)
        others = tuple(wrong(_name(rng), rng) for _ in range(3))
        marked = answer(
            right, "thing", prompt.format(ship=ship, key=right.split()[0]), wrong=others
        )
        facts.append(fact(f"fact-{at}", (marked, f" flew in the {ship}.")))
    return pack(*facts)


def _name(rng: random.Random) -> str:
    return " ".join("".join(rng.sample(_SOUNDS, 3)).capitalize() for _ in range(2))
