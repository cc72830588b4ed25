"""What each place of a countdown asks for."""

from __future__ import annotations

import random
from collections.abc import Collection
from dataclasses import dataclass
from itertools import islice

from game.bank.question import Kind
from game.bank.stages import stage_lengths

SCARCE: tuple[Kind, ...] = ("picture", "order", "match", "odd-one-out", "who-said", "number")
"""Kinds that only few facts give: they are drawn first, and looked for by themselves."""

_EASY: tuple[Kind, ...] = ("choice", "true-false", "typed", "number")
_ROLLOUT: tuple[tuple[Kind, ...], ...] = (("picture", *_EASY), _EASY)
_FUELLING: tuple[tuple[Kind, ...], ...] = (
    ("choice", "typed"),
    ("true-false", "choice"),
    ("odd-one-out", "typed", "choice"),
    ("who-said", "choice", "number"),
    ("true-false", "choice"),
)
_CHECK: tuple[tuple[Kind, ...], ...] = (
    ("order", "choice", "number"),
    ("number", "choice"),
    ("match", "typed", "choice"),
    ("choice", "typed"),
)
_DRAWN_FIRST: tuple[Kind, ...] = (*SCARCE, "true-false", "typed", "choice")


@dataclass(frozen=True, slots=True)
class Wish:
    """A place from 0 in the round: kinds, the first preferred; hard, easy (False), or either."""

    at: int
    kinds: tuple[Kind, ...]
    hard: bool | None


def wishes(count: int, rng: random.Random, there: Collection[Kind]) -> list[Wish]:
    """One wish a place, those for scarce kinds first, so that they still find what they need.

    `there` are the kinds that can be had; others are not wished for.
    """
    rollout, fuelling, check = stage_lengths(max(3, count))
    kinds = [
        *_cycled(_ROLLOUT, rollout, rng),
        *_cycled(_FUELLING, fuelling, rng),
        *_cycled(_CHECK, check, rng),
    ]
    hard = [False] * rollout + [None] * fuelling + [True] * check
    made = [
        Wish(at, tuple(kind for kind in wanted if kind in there) or _EASY, how)
        for at, (wanted, how) in enumerate(zip(kinds, hard, strict=True))
    ]
    return sorted(
        islice(made, count), key=lambda wish: (_DRAWN_FIRST.index(wish.kinds[0]), wish.at)
    )


def _cycled(
    kinds: tuple[tuple[Kind, ...], ...], count: int, rng: random.Random
) -> list[tuple[Kind, ...]]:
    found = [kinds[at % len(kinds)] for at in range(count)]
    rng.shuffle(found)
    return found
