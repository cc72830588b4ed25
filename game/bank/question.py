"""A question as it is asked, whatever its kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.packs.model import Citation, Picture, Status
from game.packs.notation import notation_of, unit_for

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
    away. `units` has the unit in each form that a number asks for, if it has several. `reviewed` is
    False for a translation that no native teacher has read. `licence` is that of a written question
    where it is not the pack's. `id` is `pack/fact#name/kind[/pattern]`, of a written question
    `pack/id/kind`; `rev` a hash of prompt, key and accepted.
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
    units: tuple[str, ...] = ()
    reviewed: bool = True
    licence: str = ""

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
            return shown_number(self.answer, self.unit, self.language, self.units)
        return str(self.answer)


def shown_number(
    value: float, unit: str = "", language: str = "en", units: tuple[str, ...] = ()
) -> str:
    """A number as it shows, with its unit: 6,717 sq km, 76,500. Bare up to 10,000 it may be a year,
    which has no comma. `units` has the unit in several forms if it changes with its number."""
    notation = notation_of(language)
    bare = not unit and abs(value) < 10_000 and value == round(value)
    number = f"{value:.0f}" if bare else notation.number(value)
    return unit_for(units, value, number) if units else f"{number} {unit}".strip()
