"""Proposals in Russian and Kazakh: years, dates and numbers, asked for without bending a word."""

from __future__ import annotations

from game.workshop.drafting.clauses import squeezed
from game.workshop.drafting.figures import Figure, figures
from game.workshop.drafting.question import Asked

_ASKS = {
    "ru": {
        "year": "Какой год пропущен: «{gap}»?",
        "date": "Какая дата пропущена: «{gap}»?",
        "number": "Какое число пропущено: «{gap}»?",
    },
    "kk": {
        "year": "Қай жыл түсіп қалған: «{gap}»?",
        "date": "Қай күн түсіп қалған: «{gap}»?",
        "number": "Қай сан түсіп қалған: «{gap}»?",
    },
}
MOST_ANSWERS = 3


def propose(sentence: str, language: str) -> tuple[Asked, ...]:
    """What can be asked of a sentence in a language other than English; () if nothing."""
    asks = _ASKS.get(language.split("-")[0])
    if asks is None:
        return ()
    found: list[Asked] = []
    names = {"year": "when", "date": "when", "number": "number"}
    for figure in figures(sentence, language)[:MOST_ANSWERS]:
        name = names.get(figure.kind, "number")
        same = sum(one.name.partition("-")[0] == name for one in found)
        name = f"{name}-{same + 1}" if same else name
        found.append(Asked(name, figure.start, figure.end, _ask(asks, sentence, figure)))
    return tuple(found)


def _ask(asks: dict[str, str], sentence: str, figure: Figure) -> str:
    gap = f"{sentence[: figure.start]}___{sentence[figure.end :]}"
    return asks[figure.kind].format(gap=squeezed(gap))
