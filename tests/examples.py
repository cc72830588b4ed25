"""How many examples a property is tried with: all in CI, some of them in the quick set."""

from __future__ import annotations

from hypothesis import settings

USUAL = 100
"""What the profile `calm` tries, and hypothesis itself."""


def examples(count: int) -> settings:
    """Try so many examples, and in the quick set as large a share of them as its profile says."""
    return settings(max_examples=max(1, count * settings().max_examples // USUAL))
