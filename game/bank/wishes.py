"""What each place of a countdown asks for."""

from __future__ import annotations

import random
from collections.abc import Collection
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from game.bank.question import Kind
from game.bank.stages import stage_lengths

SCARCE: tuple[Kind, ...] = ("picture", "order", "match", "odd-one-out", "who-said", "number")
"""Kinds that only few facts give: they are drawn first, and looked for by themselves."""

Level = Literal["gentle", "usual", "hard"]
"""How hard a round is to be: `gentle` only asks to recognise, `hard` to remember, and soon."""

_RECOGNISED: tuple[Kind, ...] = ("choice", "true-false", "picture", "odd-one-out", "who-said")
_REMEMBERED: tuple[Kind, ...] = ("typed", "number", "order", "match")
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


def wishes(
    count: int, rng: random.Random, there: Collection[Kind], level: Level = "usual"
) -> list[Wish]:
    """One wish a place, those for scarce kinds first, so that they still find what they need.

    `there` are the kinds that can be had; others are not wished for.
    """
    rollout, fuelling, check = stage_lengths(max(3, count))
    kinds = [
        *_cycled(_ROLLOUT, rollout, rng),
        *_cycled(_FUELLING, fuelling, rng),
        *_cycled(_CHECK, check, rng),
    ]
    kinds = [_at_level(wanted, level) for wanted in kinds]
    hard = [False] * rollout + [None] * fuelling + [True] * check
    made = [
        Wish(
            at,
            tuple(kind for kind in wanted if kind in there) or _at_level(_EASY, level),
            _hardness(how, level),
        )
        for at, (wanted, how) in enumerate(zip(kinds, hard, strict=True))
    ]
    return sorted(
        islice(made, count), key=lambda wish: (_DRAWN_FIRST.index(wish.kinds[0]), wish.at)
    )


def wish_for(at: int, count: int, level: Level = "usual") -> Wish:
    """What the place `at` of `count` asks for where the scarce kinds are not looked for."""
    rollout, _, check = stage_lengths(max(3, count))
    how = False if at < rollout else True if at >= count - check else None
    return Wish(at, _at_level(("choice", "typed", "true-false"), level), _hardness(how, level))


def _at_level(kinds: tuple[Kind, ...], level: Level) -> tuple[Kind, ...]:
    if level == "gentle":
        return tuple(kind for kind in kinds if kind in _RECOGNISED) or ("choice",)
    if level == "hard":
        return tuple(sorted(kinds, key=lambda kind: kind not in _REMEMBERED))
    return kinds


def _hardness(how: bool | None, level: Level) -> bool | None:
    if level == "gentle":
        return False
    return True if level == "hard" and how is None else how


def _cycled(
    kinds: tuple[tuple[Kind, ...], ...], count: int, rng: random.Random
) -> list[tuple[Kind, ...]]:
    found = [kinds[at % len(kinds)] for at in range(count)]
    rng.shuffle(found)
    return found
