"""A question as it is asked, whatever its kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.packs.model import Citation, Picture, Status

Kind = Literal[
    "choice",
    "true-false",
    "typed",
    "number",
    "order",
    "match",
    "odd-one-out",
    "who-said",
    "picture",
]

CallName = Literal["archive", "navigator", "engineer", "radio"]


@dataclass(frozen=True, slots=True)
class Hint:
    """What one call to mission control says. `strikes` is the option it rules out, if it does."""

    call: CallName
    text: str
    strikes: int | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """One question.

    `answer` is an index into `options` for choice and true-false (0 is true), the number for
    number, the text for typed; a tuple of indices for order and match. `options` is () where the
    kind has none. `facts` has one id for each option of order and odd-one-out, one for each prompt
    of match, and one alone elsewhere. `feedback` has a text for each option ("" where there is
    nothing to say, and for the key), or is (). `label` names the fact without giving its answer
    away. `id` is `pack/fact#name/kind[/pattern]`; `rev` a hash of prompt, key and accepted.
    """

    id: str
    rev: str
    kind: Kind
    prompt: str
    options: tuple[str, ...]
    answer: int | float | str | tuple[int, ...]
    explanation: str
    citations: tuple[Citation, ...]
    facts: tuple[str, ...]
    label: str
    prompts: tuple[str, ...] = ()
    accepted: tuple[str, ...] = ()
    unit: str = ""
    tolerance: float = 0.0
    hints: tuple[Hint, ...] = ()
    why: str = ""
    feedback: tuple[str, ...] = ()
    picture: Picture | None = None
    difficulty: float = 0.5
    level: int = 1
    topic: str = ""
    set: str = ""
    by: str = ""
    as_of: str = ""
    status: Status = "fact"
    language: str = "en"

    @property
    def key(self) -> str:
        """The right answer as it is shown."""
        if isinstance(self.answer, tuple):
            shown = [self.options[i] for i in self.answer]
            if self.prompts:
                pairs = zip(self.prompts, shown, strict=True)
                shown = [f"{prompt}: {option}" for prompt, option in pairs]
            return "; ".join(shown)
        if isinstance(self.answer, int) and self.options:
            return self.options[self.answer]
        if isinstance(self.answer, float | int):
            number = f"{self.answer:,.10g}" if abs(self.answer) >= 10_000 else f"{self.answer:g}"
            return f"{number} {self.unit}".strip()
        return str(self.answer)
