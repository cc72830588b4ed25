"""A logistic model of the key on all cues at once, tried on facts that it has not seen.

The place of an option is no cue here: a guesser of its own looks at it, and without it most
questions are the same under every seed.

A conditional logit (McFadden 1974): the options of a question compete, so that only what sets
them apart counts. Trained by accelerated gradient steps with a ridge, in plain Python.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

from game.bank.cues.guessers import by_value, most, odd_scores, share
from game.bank.cues.sheet import Sheet
from game.bank.flaws.lineup import shared_words
from game.bank.flaws.words import without

FOLDS = 5
RIDGE = 4.0
STEPS = 60
CLOSE = 1e-9

Row = tuple[tuple[int, float], ...]
"""The cues of one option: (column, value), zeros left out."""


@dataclass(frozen=True, slots=True)
class _Case:
    rows: tuple[Row, ...]
    key: int
    weight: float


def held_out_shares(sheets: Sequence[Sheet]) -> list[float]:
    """For each sheet, how likely the model is right that was trained on other facts alone."""
    rows = [_rows(sheet) for sheet in sheets]
    width = 1 + max((column for r in rows for row in r for column, _ in row), default=0)
    folds = [crc32(sheet.fact.encode()) % FOLDS for sheet in sheets]
    asked = Counter(sheet.fact for sheet in sheets)
    shares = [0.0] * len(sheets)
    for fold in range(FOLDS):
        cases = _merged(
            [
                (r, s.key, 1 / asked[s.fact])
                for r, s, f in zip(rows, sheets, folds, strict=True)
                if f != fold
            ]
        )
        weights = _train(cases, width)
        for at, sheet in enumerate(sheets):
            if folds[at] == fold:
                scores = _scores(rows[at], weights)
                best = max(scores)
                close = [best if best - score < CLOSE else score for score in scores]
                shares[at] = share(most(close), sheet)
    return shares


def _merged(seen: Sequence[tuple[tuple[Row, ...], int, float]]) -> list[_Case]:
    """Equal cases once, their weights added: most questions return under every seed.

    Each fact weighs as much as any other, however often it is asked: to be asked again is no news.
    """
    weights: dict[tuple[tuple[Row, ...], Row], float] = {}
    for rows, key, weight in seen:
        same = tuple(sorted(rows)), rows[key]
        weights[same] = weights.get(same, 0.0) + weight
    return [_Case(rows, rows.index(key), weight) for (rows, key), weight in weights.items()]


def _scores(rows: Sequence[Row], weights: Sequence[float]) -> list[float]:
    scores = []
    for row in rows:
        score = 0.0
        for column, value in row:
            score += weights[column] * value
        scores.append(score)
    return scores


def _train(cases: Sequence[_Case], width: int) -> list[float]:
    """Weights that make the keys most likely, small ones preferred (Nesterov's steps)."""
    total = sum(case.weight for case in cases) or 1.0
    ridge = RIDGE / total
    # A bound on how fast the slope can change, so that no step goes too far.
    rate = 1 / (ridge + sum(case.weight * _spread(case.rows) for case in cases) / total)
    weights, ahead = [0.0] * width, [0.0] * width
    for step in range(1, STEPS + 1):
        slope = [ridge * w for w in ahead]
        for case in cases:
            scores = _scores(case.rows, ahead)
            highest = max(scores)
            odds = [math.exp(score - highest) for score in scores]
            factor = case.weight / total
            norm = factor / sum(odds)
            for at, row in enumerate(case.rows):
                pull = odds[at] * norm - (factor if at == case.key else 0.0)
                for column, value in row:
                    slope[column] += pull * value
        moved = [a - rate * s for a, s in zip(ahead, slope, strict=True)]
        push = (step - 1) / (step + 2)
        ahead = [m + push * (m - w) for m, w in zip(moved, weights, strict=True)]
        weights = moved
    return weights


def _spread(rows: Sequence[Row]) -> float:
    return max(sum(value * value for _, value in row) for row in rows)


def _rows(sheet: Sheet) -> tuple[Row, ...]:
    """The cues of every option, each as its distance from the mean of the question."""
    count = len(sheet.options)
    columns = [_centred(column) for column in _columns(sheet)]
    return tuple(
        tuple((c, round(column[at], 6)) for c, column in enumerate(columns) if column[at])
        for at in range(count)
    )


def _columns(sheet: Sheet) -> list[list[float]]:
    lexicon = sheet.lexicon
    letters = [len(text) for text in sheet.options]
    mean = sum(letters) / len(letters)
    order = by_value(sheet)
    rank = [order.index(at) if order else 0 for at in range(len(sheet.options))]
    last = len(sheet.options) - 1
    shared, odd = shared_words(sheet.stems), odd_scores(sheet)
    marked = [bool(lexicon.absolutes & set(without(w, lexicon.idioms))) for w in sheet.words]
    echoes = [len(stems & sheet.prompt_stems) for stems in sheet.stems]
    return [
        [size / mean for size in letters],
        [float(size == max(letters)) for size in letters],
        [float(size == min(letters)) for size in letters],
        [len(found) / 4 for found in sheet.words],
        [min(3, n) / 2 for n in echoes],
        [min(6, n) / 3 for n in shared],
        [min(3, n) / 2 for n in odd],
        [float(m) for m in marked],
        [float(bool(order) and 0 < r < last) for r in rank],
        [float(bool(order) and r == 0) for r in rank],
        [float(bool(order) and r == last) for r in rank],
        *map(_numbers, sheet.forms),
    ]


def _numbers(column: tuple[str | bool, ...]) -> list[float]:
    return [{"a": 1.0, "the": 2.0, "": 0.0}.get(v, 0.0) if isinstance(v, str) else float(v)
            for v in column]  # fmt: skip


def _centred(column: list[float]) -> list[float]:
    mean = sum(column) / len(column)
    return [value - mean for value in column]
