"""The words by which sentences of a language are read for drafts, from `assets/drafting`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from game import paths


@dataclass(frozen=True, slots=True)
class Verb:
    """What a form of a verb is: its base, and whether it can be a past and a participle."""

    base: str
    past: bool
    participle: bool
    present: bool


_THIRDS = {"be": "is", "have": "has", "do": "does"}


@cache
def english(name: str) -> frozenset[str]:
    """One of the lists of English words, by its name in the file, each in small letters."""
    return frozenset(one.casefold() for one in listed(name))


@cache
def listed(name: str, language: str = "en", *, in_order: bool = False) -> tuple[str, ...]:
    """One of the lists of a language as it is written: `in_order`, or longer entries first."""
    text = _read(language)[name]
    if "|" in text:
        found = [one.strip() for one in text.replace("\n", "").split("|")]
    elif "," in text:
        found = [one.strip() for one in text.replace("\n", " ").split(",")]
    else:
        found = text.split()
    return tuple(filter(None, found) if in_order else sorted(filter(None, found), key=_longest))


def _longest(entry: str) -> int:
    return -len(entry)


@cache
def verbs() -> dict[str, Verb]:
    """Every form of every verb that is listed: past, participle and the third person of today."""
    found: dict[str, Verb] = {}
    for line in listed("irregular"):
        base, past, participle = line.split()
        found[_THIRDS.get(base, _third(base))] = Verb(
            base, past=False, participle=False, present=True
        )
        found.setdefault(participle, Verb(base, past=False, participle=True, present=False))
        found[past] = Verb(base, past=True, participle=past == participle, present=past == base)
    for base in listed("regular"):
        found.setdefault(_third(base), Verb(base, past=False, participle=False, present=True))
        for past in _pasts(base):
            found.setdefault(past, Verb(base, past=True, participle=True, present=False))
    return found


@cache
def bases() -> frozenset[str]:
    """The verbs that are listed, by their base."""
    return frozenset(one.base for one in verbs().values())


def _third(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return f"{base}es"
    if base.endswith("y") and base[-2] not in "aeiou":
        return f"{base[:-1]}ies"
    return f"{base}s"


def _pasts(base: str) -> tuple[str, ...]:
    if base.endswith("e"):
        return (f"{base}d",)
    if base.endswith("y") and base[-2] not in "aeiou":
        return (f"{base[:-1]}ied",)
    doubled = f"{base}{base[-1]}ed"
    short = base[-1] not in "aeiouwxy" and base[-2] in "aeiou" and base[-3:-2] not in "aeiou"
    return (doubled, f"{base}ed") if short else (f"{base}ed",)


@cache
def _read(language: str) -> dict[str, str]:
    path = paths.assets() / "drafting" / f"{language}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
