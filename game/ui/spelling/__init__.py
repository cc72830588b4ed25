"""A written text as a person would say it: numbers, days, units, T-n and signs, by its language."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from types import ModuleType

_MODULES = {"en": "english", "ru": "russian", "kk": "kazakh"}
_SPACES = {ord(space): " " for space in "\u00a0\u202f\u2009"}
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u0301"))
"""Soft hyphens and accents that are there to be seen."""


def spell(text: str, language: str) -> str:
    """The text for a voice of that language; one of another language comes back as it is, without
    what is there to be seen alone."""
    plain = text.translate(_SPACES).translate(_UNSEEN)
    rules = _rules(language)
    if rules is None:
        return plain
    if len(plain) == 1:
        return str(rules.SIGNS.get(plain, plain))
    return str(rules.said(plain))


@cache
def _rules(language: str) -> ModuleType | None:
    """What a language says; read when it is first spoken, not before the first picture."""
    name = _MODULES.get(language)
    return import_module(f"{__name__}.{name}") if name else None
