"""How hard a question is likely to be, before anybody has answered it."""

from __future__ import annotations

from game.bank.question import Kind
from game.bank.spec import Form, Spec

_KIND: dict[Kind, float] = {
    "true-false": 0.2,
    "choice": 0.3,
    "picture": 0.35,
    "who-said": 0.4,
    "odd-one-out": 0.45,
    "match": 0.5,
    "order": 0.55,
    "number": 0.6,
    "typed": 0.6,
}


def difficulty(spec: Spec, form: Form) -> float:
    """0 (easy) to 1 (hard), from the kind, the level and how near the wrong options come.

    An estimate: even experts place hardly half of such questions right (Kurdi et al. 2021), so
    play corrects it.
    """
    level = max([spec.fact.level, *[entry.fact.level for entry in spec.more]])
    share = _KIND[spec.kind] + 0.12 * (level - 1) + 0.3 * (form.nearness - 0.5)
    if len(form.options) == 4 and isinstance(form.answer, int):
        share += 0.05
    return round(min(1.0, max(0.0, share)), 3)
