"""Made learners: how they forget, by two models from the literature, neither of them FSRS's.

Both know nothing at first. How much one meeting leaves is fitted here, for both models alike: about
three quarters of what was met are known a day later, half a week later and three tenths a month
later. What more meetings do, and when, is the models' own.
"""

from __future__ import annotations

import random
from math import exp, log
from typing import Protocol

DAY_S = 86_400.0


class Learner(Protocol):
    """Somebody who meets cards and forgets them. Time passes only by `work` and `rest`.

    A card is as easy for the same learner whenever it is met: that hangs on their seeds alone.
    """

    def work(self, seconds: float) -> None:
        """Time goes by within a sitting."""

    def rest(self, days: float) -> None:
        """Time goes by between sittings."""

    def recall(self, card: str) -> float:
        """The chance (0 to 1) that a card is remembered now."""

    def meet(self, card: str, remembered: bool) -> None:
        """Answer a card and read its explanation."""


class Activation:
    """ACT-R's declarative memory with decay that grows with activation.

    Pavlik & Anderson, "Practice and forgetting effects on vocabulary memory: an activation-based
    model of the spacing effect", Cognitive Science 29 (2005), with the parameters given there. Each
    meeting leaves a trace that decays by a power of time, the faster the better the card is known
    just then. Between sittings time counts a fortieth. `_EASE` is ours: facts are easier than the
    word pairs of that paper. It is added when it is recalled, and not to the decay.
    """

    _INTERCEPT, _SCALE = 0.177, 0.217
    _THRESHOLD, _NOISE = -0.704, 0.255
    _BETWEEN = 0.025
    _EASE, _EASE_SPREAD = 1.0, 0.25

    def __init__(self, seed: str) -> None:
        self._seed = seed
        self._now = 0.0
        self._ease = self._EASE + random.Random(seed).gauss(0, self._EASE_SPREAD)
        self._own: dict[str, float] = {}
        self._traces: dict[str, list[tuple[float, float]]] = {}

    def work(self, seconds: float) -> None:
        self._now += seconds

    def rest(self, days: float) -> None:
        self._now += days * DAY_S * self._BETWEEN

    def recall(self, card: str) -> float:
        strength = self._strength(card)
        if strength == 0.0:
            return 0.0
        activation = self._ease + self._own[card] + log(strength)
        return 1 / (1 + exp((self._THRESHOLD - activation) / self._NOISE))

    def meet(self, card: str, remembered: bool) -> None:  # noqa: ARG002
        if card not in self._own:
            own = random.Random(f"{self._seed}/{card}")
            self._own[card] = own.gauss(0, self._EASE_SPREAD)
        decay = self._SCALE * self._strength(card) + self._INTERCEPT
        self._traces.setdefault(card, []).append((self._now, decay))

    def _strength(self, card: str) -> float:
        """e to the activation: the sum of what is left of each trace."""
        traces = self._traces.get(card, ())
        left: list[float] = [max(1.0, self._now - at) ** -decay for at, decay in traces]
        return sum(left)


class Contexts:
    """The multiscale context model: a memory of a hundred leaks, from hours to two years.

    Mozer, Pashler, Cepeda, Lindsey & Vul, "Predicting the optimal spacing of study: a multiscale
    context model of memory", NIPS 22 (2009). The i-th leak has the time constant mu nu^i and the
    weight xi^i; a meeting fills each by what the leaks up to it lack, nine times as much if the
    card was remembered. The four parameters of forgetting are fitted to the material in that
    paper, and here to what stands at the head of this module.
    """

    _LEAKS = 100
    _MU_DAYS, _NU, _ENCODED = 0.3, 1.08, 0.97
    _REMEMBERED = 9.0
    _SPREAD = 0.35

    def __init__(self, seed: str) -> None:
        self._seed = seed
        self._rng = random.Random(seed)
        self._now = 0.0
        self._haste = exp(self._rng.gauss(0, self._SPREAD))
        self._rates = [1 / (self._MU_DAYS * self._NU**i) for i in range(1, self._LEAKS + 1)]
        self._own: dict[str, float] = {}
        self._filled: dict[str, tuple[float, list[float]]] = {}

    def work(self, seconds: float) -> None:
        self._now += seconds / DAY_S

    def rest(self, days: float) -> None:
        self._now += days

    def recall(self, card: str) -> float:
        # With xi = 1, as fitted here, all leaks weigh the same.
        return min(1.0, sum(self._left(card)) / self._LEAKS)

    def meet(self, card: str, remembered: bool) -> None:
        if card not in self._own:
            own = random.Random(f"{self._seed}/{card}")
            self._own[card] = exp(own.gauss(0, self._SPREAD))
        if self._rng.random() >= self._ENCODED:
            return
        step = self._REMEMBERED if remembered else 1.0
        left = self._left(card) or [0.0] * self._LEAKS
        total, filled = 0.0, []
        for number, level in enumerate(left, 1):
            total += level
            filled.append(level + step * max(0.0, 1 - total / number))
        self._filled[card] = self._now, filled

    def _left(self, card: str) -> list[float]:
        if card not in self._filled:
            return []
        at, filled = self._filled[card]
        days = (self._now - at) * self._haste * self._own[card]
        return [level * exp(-days * rate) for level, rate in zip(filled, self._rates, strict=True)]
