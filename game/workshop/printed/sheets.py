"""The rounds that are printed: as the game draws them, one for each variant."""

from __future__ import annotations

import random
from dataclasses import dataclass

from game.bank.bank import Bank
from game.bank.question import Question
from game.play.lineup import Lineup, code_of, line_up
from game.play.mission_code import LENGTHS, SEEDS
from game.play.plan import Plan

MOST = 26
"""Variants have a letter each."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One variant: its letter, its questions in order, and the code of the same round in the game,
    "" where no code can say its length."""

    letter: str
    questions: tuple[Question, ...]
    code: str


def sheets(bank: Bank, variants: int, count: int, seed: int, today: str) -> tuple[Sheet, ...]:
    """That many variants (at most MOST) of `count` questions from the sets chosen by default.

    No two are the same round. CannotDraw as for any round.
    """
    rng = random.Random(f"{seed}/sheets")
    numbers = rng.sample(range(SEEDS), variants)
    return tuple(
        _sheet(bank, chr(ord("A") + at), line_up(bank, Plan(count, "", today), number))
        for at, number in enumerate(numbers)
    )


def _sheet(bank: Bank, letter: str, lineup: Lineup) -> Sheet:
    code = code_of(lineup, bank.pack) if lineup.plan.count in LENGTHS else ""
    return Sheet(letter, lineup.questions, code)
