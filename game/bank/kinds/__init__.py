"""The kinds of question, a module each.

A kind says which specs a pack gives and makes the form of a spec when it is asked. A new one is a
new module with the names of `QuestionKind`, and a place in `KINDS`.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from gettext import NullTranslations
from typing import Protocol

from game.bank.kinds import (
    choice,
    match,
    number,
    odd_one_out,
    order,
    picture,
    true_false,
    typed,
    who_said,
)
from game.bank.known import Known
from game.bank.question import Kind
from game.bank.spec import Form, Spec


class QuestionKind(Protocol):
    """What a module of this folder offers."""

    KIND: Kind

    def specs(self, known: Known) -> Iterator[Spec]:
        """Every question of this kind that the pack gives, in its order; makes none of them."""

    def stem(self, spec: Spec) -> tuple[str, str]:
        """Prompt and key as far as no chance is in them: two specs with equal ones are one."""

    def form(
        self, spec: Spec, known: Known, rng: random.Random, catalogue: NullTranslations, /
    ) -> Form:
        """The question of a spec that `specs` gave; it can always be made."""


KINDS: tuple[QuestionKind, ...] = (
    choice,
    true_false,
    typed,
    number,
    order,
    match,
    odd_one_out,
    who_said,
    picture,
)
