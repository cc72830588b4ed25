"""Tests whose errors are clustered: questions about one fact rise and fall together."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

LEVEL = 0.05


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean over clusters with its standard error; `clusters` are the facts behind it."""

    mean: float
    error: float
    clusters: int

    @property
    def half_width(self) -> float:
        """Half of the 95 % interval."""
        return self.error * t_quantile(0.975, self.clusters - 1)

    @property
    def above(self) -> float:
        """One-sided p: how likely a mean as high is if it is really 0 or less."""
        if self.clusters < 2:
            return 1.0
        if self.error <= 0:
            return 0.0 if self.mean > 1e-12 else 1.0
        return t_tail(self.mean / self.error, self.clusters - 1)


def clustered(values: Iterable[tuple[str, float]]) -> Estimate:
    """The mean of values with the error that its clusters give it (Liang and Zeger 1986).

    An error of 0 if there is one cluster alone, whose spread nobody knows.
    """
    sums: dict[str, list[float]] = {}
    for cluster, value in values:
        held = sums.setdefault(cluster, [0.0, 0.0])
        held[0] += value
        held[1] += 1
    count = sum(n for _, n in sums.values())
    if not count:
        return Estimate(0.0, 0.0, 0)
    mean = math.fsum(total for total, _ in sums.values()) / count
    groups = len(sums)
    if groups < 2:
        return Estimate(mean, 0.0, groups)
    spread = math.fsum((total - n * mean) ** 2 for total, n in sums.values())
    return Estimate(mean, math.sqrt(spread * groups / (groups - 1)) / count, groups)


def holm(ps: Sequence[float]) -> list[float]:
    """p-values corrected for their number (Holm 1979), in the order given."""
    order = sorted(range(len(ps)), key=lambda at: ps[at])
    found = [0.0] * len(ps)
    highest = 0.0
    for rank, at in enumerate(order):
        highest = max(highest, min(1.0, ps[at] * (len(ps) - rank)))
        found[at] = highest
    return found


def t_tail(t: float, freedom: int) -> float:
    """How likely Student's t with so many degrees of freedom is above `t`."""
    if freedom < 1:
        return 1.0
    half = _beta_share(freedom / (freedom + t * t), freedom / 2, 0.5) / 2
    return half if t >= 0 else 1 - half


def t_quantile(share: float, freedom: int) -> float:
    """The t below which that share (above one half) of Student's distribution lies."""
    low, high = 0.0, 1000.0
    for _ in range(60):
        middle = (low + high) / 2
        if 1 - t_tail(middle, max(1, freedom)) < share:
            low = middle
        else:
            high = middle
    return high


def chi_square_tail(value: float, freedom: int) -> float:
    """How likely chi-square with so many degrees of freedom is above `value`."""
    if freedom < 1 or value <= 0:
        return 1.0
    a, x = freedom / 2, value / 2
    scale = math.exp(-x + a * math.log(x) - math.lgamma(a))
    if x < a + 1:
        term = total = 1 / a
        at = a
        while abs(term) > abs(total) * 1e-12:
            at += 1
            term *= x / at
            total += term
        return 1 - total * scale
    b = x + 1 - a
    c, d = 1e300, 1 / b
    result = d
    for i in range(1, 300):
        an = -i * (i - a)
        b += 2
        d = 1 / (an * d + b)
        c = b + an / c
        result *= c * d
        if abs(c * d - 1) < 1e-12:
            break
    return result * scale


def _beta_share(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function, by its continued fraction."""
    if x <= 0:
        return 0.0
    if x >= 1:
        return 1.0
    front = math.exp(
        math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
        + a * math.log(x) + b * math.log1p(-x)
    )  # fmt: skip
    if x > (a + 1) / (a + b + 2):
        return 1 - front * _fraction(1 - x, b, a) / b
    return front * _fraction(x, a, b) / a


def _fraction(x: float, a: float, b: float) -> float:
    c, d = 1.0, 1 / _away(1 - (a + b) * x / (a + 1))
    result = d
    for m in range(1, 300):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        d = 1 / _away(1 + even * d)
        c = _away(1 + even / c)
        result *= d * c
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        d = 1 / _away(1 + odd * d)
        c = _away(1 + odd / c)
        result *= d * c
        if abs(d * c - 1) < 1e-12:
            break
    return result


def _away(value: float) -> float:
    return value if abs(value) > 1e-300 else 1e-300
