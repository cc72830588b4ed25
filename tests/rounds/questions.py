"""Questions made for tests of rounds."""

from __future__ import annotations

from game.bank.question import Hint, Kind, Question
from game.packs.model import Citation


def question(number: int, kind: Kind = "choice", hints: int = 4) -> Question:
    """Question `number` with the key at index 0 (choice, true-false), or the number itself."""
    names = ("archive", "navigator", "engineer", "radio")
    options = ("True", "False") if kind == "true-false" else ("key", "b", "c", "d")
    return Question(
        id=f"made/fact-{number}#answer/{kind}",
        rev=f"{number:08x}",
        kind=kind,
        prompt=f"What is number {number}?",
        options=options if kind in ("choice", "true-false") else (),
        answer=float(number) if kind == "number" else 0,
        explanation=f"Number {number} is the key.",
        citations=(Citation("book", 1),),
        facts=(f"fact-{number}",),
        label=f"Number {number}",
        hints=tuple(Hint(names[i], f"hint {i}") for i in range(hints)),  # type: ignore[arg-type]
    )


def questions(count: int) -> tuple[Question, ...]:
    """A countdown of that many choice questions."""
    return tuple(question(number) for number in range(count))
