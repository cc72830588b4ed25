"""The calls that take options out one by one, for questions that make their own hints."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from gettext import NullTranslations

from game.bank.question import Hint

LEAST_LEFT = 2
"""Calls never leave fewer options than these: the last step is the player's own."""


def strikes(
    options: Sequence[str],
    feedback: Sequence[str],
    rng: random.Random,
    catalogue: NullTranslations,
) -> Iterator[Hint]:
    """Up to two drawn wrong options out, each with what it really is, as long as two are left."""
    out = [at for at, what in enumerate(feedback) if what]
    rng.shuffle(out)
    _ = catalogue.gettext
    first, second = _("Cross out “{option}”. {reason}"), _("Not “{option}” either. {reason}")
    room = len(options) - LEAST_LEFT
    for at in out[: min(1, room)]:
        yield Hint("engineer", first.format(option=options[at], reason=feedback[at]), at)
    for at in out[1 : min(2, room)]:
        yield Hint("radio", second.format(option=options[at], reason=feedback[at]), at)
