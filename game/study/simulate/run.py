"""Many made learners under every order: the figures, and how sure they are."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, stdev
from typing import Literal

from game.study.cards import Card
from game.study.schedule import Scheduler
from game.study.simulate.learners import Activation, Contexts, Learner
from game.study.simulate.orders import Name, peer, t_minus
from game.study.simulate.trial import Outcome, study

Comparison = Literal["same new cards", "whole pack"]
COMPARISONS: tuple[Comparison, ...] = ("same new cards", "whole pack")
"""Either all orders meet the cards that T-Minus met, on the same days; or each as it comes."""

PEERS: tuple[Name, ...] = ("SM-2", "fixed order", "random order")
MODELS: tuple[tuple[str, Callable[[str], Learner]], ...] = (
    ("ACT-R, Pavlik & Anderson 2005", Activation),
    ("MCM, Mozer et al. 2009", Contexts),
)

_DAYS_OFF = 0.15
_Z = 1.96


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean over learners and half of its 95 % interval."""

    mean: float
    half: float


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison, model and order: means over its learners.

    `recall` is the share remembered at each of `trial.LATER_DAYS`, of the cards that T-Minus met
    where all meet the same, else of the whole pack; `ahead` by how much T-Minus is ahead of this
    order there, learner by learner. `right` is the share of right answers in practice.
    """

    comparison: Comparison
    model: str
    order: Name
    answers: float
    met: float
    right: float
    recall: tuple[Mean, ...]
    ahead: tuple[Mean, ...]


def run(
    cards: Mapping[str, Card],
    options: Mapping[str, int],
    learners: int,
    days: int,
    answers: int,
    seed: int,
    step: Callable[[], None],
) -> Iterator[Row]:
    """The rows of every model, for so many answers a day.

    `step` is called after each learner, to show that it goes on.
    """
    scheduler = Scheduler()
    for model, make in MODELS:
        found: dict[tuple[Comparison, Name], list[Outcome]] = {}
        for number in range(learners):
            one = f"{seed}/{model}/{number}"
            off = random.Random(f"{one}/days")
            budget = [0 if off.random() < _DAYS_OFF else answers for _ in range(days)]
            for place, outcome in _learner(one, make, cards, options, budget, scheduler):
                found.setdefault(place, []).append(outcome)
            step()
        for comparison in COMPARISONS:
            ours = found[comparison, "T-Minus"]
            of = [one.met if comparison == "same new cards" else len(cards) for one in ours]
            for name in ("T-Minus", *PEERS):
                yield _row(comparison, model, name, found[comparison, name], ours, of)


def _learner(
    seed: str,
    make: Callable[[str], Learner],
    cards: Mapping[str, Card],
    options: Mapping[str, int],
    budget: Sequence[int],
    scheduler: Scheduler,
) -> Iterator[tuple[tuple[Comparison, Name], Outcome]]:
    """The same learner under each order; what luck there is in guesses differs."""
    rng = random.Random(f"{seed}/T-Minus")
    ours = study(make(seed), t_minus(cards, scheduler, rng), options, budget, rng)
    for comparison in COMPARISONS:
        yield (comparison, "T-Minus"), ours
        new = ours.new if comparison == "same new cards" else (tuple(cards),)
        for name in PEERS:
            rng = random.Random(f"{seed}/{comparison}/{name}")
            yield (comparison, name), study(make(seed), peer(name, new, rng), options, budget, rng)


def _row(
    comparison: Comparison,
    model: str,
    name: Name,
    outcomes: Sequence[Outcome],
    ours: Sequence[Outcome],
    of: Sequence[int],
) -> Row:
    shares, best = _shares(outcomes, of), _shares(ours, of)
    return Row(
        comparison=comparison,
        model=model,
        order=name,
        answers=fmean(one.answers for one in outcomes),
        met=fmean(one.met for one in outcomes),
        right=fmean(one.right / max(1, one.answers) for one in outcomes),
        recall=tuple(_mean(values) for values in shares),
        ahead=tuple(
            _mean([a - b for a, b in zip(mine, other, strict=True)])
            for mine, other in zip(best, shares, strict=True)
        ),
    )


def _shares(outcomes: Sequence[Outcome], of: Sequence[int]) -> list[list[float]]:
    """For each of the later days a share for each learner."""
    columns = zip(*(one.recalled for one in outcomes), strict=True)
    return [[count / max(1, n) for count, n in zip(c, of, strict=True)] for c in columns]


def _mean(values: Sequence[float]) -> Mean:
    spread = stdev(values) if len(values) > 1 else 0.0
    return Mean(fmean(values), _Z * spread / sqrt(len(values)))
