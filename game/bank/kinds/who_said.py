"""Who said: the speaker of a claim among others whom the author rules out."""

from __future__ import annotations

import random
from collections.abc import Iterator
from gettext import NullTranslations

from game.bank.distractors import FEWEST, text_distractors
from game.bank.kinds import choice
from game.bank.known import Known
from game.bank.question import Kind
from game.bank.spec import Form, Spec
from game.bank.wording import ask_of, asks_for_speaker, pattern

KIND: Kind = "who-said"


def specs(known: Known) -> Iterator[Spec]:
    """One for each wording that asks for the speaker of a claim, where two others did not say it.

    What the pack does not say is not false, so the author has to rule the others out.
    """
    for fact in known.pack.facts:
        for index, answer in enumerate(fact.answers):
            if not asks_for_speaker(fact, answer):
                continue
            if len(text_distractors(fact, answer, known)) < FEWEST:
                continue
            for at in range(len(answer.asks)):
                yield Spec(KIND, fact, index, pattern(at))


def stem(spec: Spec) -> tuple[str, str]:
    return ask_of(spec), spec.answer.text


def form(spec: Spec, known: Known, rng: random.Random, catalogue: NullTranslations) -> Form:
    """As a choice; the day of a dated claim stands in the prompt."""
    return choice.form(spec, known, rng, catalogue)
