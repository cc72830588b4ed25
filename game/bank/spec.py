"""What a question will be made of: cheap to keep by the hundred thousand."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from game.bank.known import Entry
from game.bank.question import Hint, Kind
from game.packs.model import Answer, Fact, Picture, Written


@dataclass(frozen=True, slots=True)
class Spec:
    """One question that a pack gives: its kind, fact and answer, and which pattern of the kind.

    A question that spans several facts has the others in `more`; `fact` is the first of them.
    """

    kind: Kind
    fact: Fact
    index: int
    pattern: str = ""
    more: tuple[Entry, ...] = ()

    @property
    def answer(self) -> Answer:
        return self.fact.answers[self.index]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every fact that it is about, with the answer that counts."""
        return (Entry(self.fact, self.answer), *self.more)

    def id(self, pack: str) -> str:
        """`pack/fact#name/kind[/pattern]`: no part of it depends on seed, options or language.

        Of a written question `pack/id/kind`, and of one with several right answers which of them.
        For several facts a hash of their sorted ids takes the place of one id.
        """
        fact, name = self.fact.id, self.answer.name
        if self.more:
            ids = sorted(entry.fact.id for entry in self.entries)
            fact = hashlib.blake2b("\n".join(ids).encode(), digest_size=6).hexdigest()
            name = "+".join(sorted({entry.answer.name for entry in self.entries}))
        at = fact if isinstance(self.fact, Written) else f"{fact}#{name}"
        stem = f"{pack}/{at}/{self.kind}"
        return f"{stem}/{self.pattern}" if self.pattern else stem


@dataclass(frozen=True, slots=True)
class Together:
    """What a question about several facts says in place of what one fact says.

    `facts` are in the order of the options (of the prompts, for match). `summary` is the key with
    no chance in it.
    """

    facts: tuple[Fact, ...]
    label: str
    summary: str
    explanation: str
    why: str
    hints: tuple[Hint, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """What a kind makes of a spec; the bank adds what is the same for every kind.

    `nearness` (0 to 1) says how like the key its nearest distractor is; it feeds the difficulty.
    `stated` is what a statement says in the place of the answer. `subject` is what the pack says of
    the thing that a false statement is about, if that is not the fact itself.
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
    subject: Entry | None = None
    picture: Picture | None = None
    together: Together | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """A hint while it is being made, and the options that it leaves out of question by itself."""

    hint: Hint
    out: frozenset[int] = frozenset()


def revision(prompt: str, key: str, accepted: tuple[str, ...]) -> str:
    """Eight hex digits that change when what is asked, or what is right, does."""
    text = "\x1f".join((prompt, key, *accepted))
    return hashlib.blake2b(text.encode(), digest_size=4).hexdigest()
