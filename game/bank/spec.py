"""What a question will be made of: cheap to keep by the hundred thousand."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from game.bank.question import Kind
from game.packs.model import Answer, Fact


@dataclass(frozen=True, slots=True)
class Spec:
    """One question that a pack gives: its kind, fact and answer, and which pattern of the kind."""

    kind: Kind
    fact: Fact
    index: int
    pattern: str = ""

    @property
    def answer(self) -> Answer:
        return self.fact.answers[self.index]

    def id(self, pack: str) -> str:
        """`pack/fact#name/kind[/pattern]`: no part of it depends on seed, options or language."""
        stem = f"{pack}/{self.fact.id}#{self.answer.name}/{self.kind}"
        return f"{stem}/{self.pattern}" if self.pattern else stem


@dataclass(frozen=True, slots=True)
class Form:
    """What a kind makes of a spec; the bank adds what is the same for every kind.

    `nearness` (0 to 1) says how like the key its nearest distractor is; it feeds the difficulty.
    `stated` is what a statement says in the place of the answer.
    """

    prompt: str
    answer: int | float | str | tuple[int, ...]
    options: tuple[str, ...] = ()
    feedback: tuple[str, ...] = ()
    accepted: tuple[str, ...] = ()
    prompts: tuple[str, ...] = ()
    unit: str = ""
    tolerance: float = 0.0
    nearness: float = 0.5
    stated: str = ""


def revision(prompt: str, key: str, accepted: tuple[str, ...]) -> str:
    """Eight hex digits that change when what is asked, or what is right, does."""
    text = "\x1f".join((prompt, key, *accepted))
    return hashlib.blake2b(text.encode(), digest_size=4).hexdigest()
