"""A written text as a person would say it: numbers, days, units, T-n and signs, by its language."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from game.ui.spelling import english, kazakh, russian

Rules = Callable[[str], str]

_RULES: Mapping[str, tuple[Rules, Mapping[str, str]]] = {
    "en": (english.said, english.SIGNS),
    "ru": (russian.said, russian.SIGNS),
    "kk": (kazakh.said, kazakh.SIGNS),
}
# Blanks that hold a number together, and soft hyphens and accents that are there to be seen.
_SPACES = re.compile("[\u00a0\u202f\u2009]")
_UNSEEN = re.compile("[\u00ad\u200b\u0301]")


def spell(text: str, language: str) -> str:
    """The text for a voice of that language; one of another language comes back as it is, without
    what is there to be seen alone."""
    plain = _UNSEEN.sub("", _SPACES.sub(" ", text))
    rules, signs = _RULES.get(language, (_as_it_is, {}))
    if len(plain) == 1:
        return signs.get(plain, plain)
    return rules(plain)


def _as_it_is(text: str) -> str:
    return text
