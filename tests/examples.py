"""How much of a sweep is tried: all of it in CI, some of it in the quick set."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

import pytest
from hypothesis import settings

Value = TypeVar("Value")

USUAL = 100
"""What the profile `calm` tries, and hypothesis itself."""


def examples(count: int) -> settings:
    """Try so many examples, and in the quick set as large a share of them as its profile says."""
    return settings(max_examples=max(1, count * settings().max_examples // USUAL))


def sweep(every: Iterable[Value], *quick: Value) -> list[object]:
    """Parameters of a dear test: the quick set has those that are named, CI has every one."""
    values = list(every)
    assert set(quick) <= set(values)
    return [one if one in quick else pytest.param(one, marks=pytest.mark.slow) for one in values]
