"""What each place of a countdown asks for."""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import islice

from game.bank.question import Kind
from game.bank.stages import stage_lengths

_EASY: tuple[Kind, ...] = ("choice", "true-false", "typed", "number")
_FUELLING: tuple[tuple[Kind, ...], ...] = (
    ("choice", "typed"),
    ("true-false", "choice"),
    ("typed", "choice"),
    ("choice", "number"),
    ("true-false", "choice"),
)
_CHECK: tuple[tuple[Kind, ...], ...] = (
    ("number", "choice"),
    ("typed", "choice"),
    ("choice", "number"),
    ("choice", "typed"),
)
_SCARCE: tuple[Kind, ...] = ("number", "true-false", "typed", "choice")


@dataclass(frozen=True, slots=True)
class Wish:
    """A place from 0 in the round: kinds, the first preferred; hard, easy (False), or either."""

    at: int
    kinds: tuple[Kind, ...]
    hard: bool | None


def wishes(count: int, rng: random.Random) -> list[Wish]:
    """One wish a place, those for scarce kinds first, so that they still find what they need."""
    rollout, fuelling, check = stage_lengths(max(count, 3))
    kinds = [_EASY] * rollout + _cycled(_FUELLING, fuelling, rng) + _cycled(_CHECK, check, rng)
    hard = [False] * rollout + [None] * fuelling + [True] * check
    made = [Wish(at, k, h) for at, (k, h) in enumerate(zip(kinds, hard, strict=True))]
    return sorted(islice(made, count), key=lambda wish: (_SCARCE.index(wish.kinds[0]), wish.at))


def _cycled(
    kinds: tuple[tuple[Kind, ...], ...], count: int, rng: random.Random
) -> list[tuple[Kind, ...]]:
    found = [kinds[at % len(kinds)] for at in range(count)]
    rng.shuffle(found)
    return found
