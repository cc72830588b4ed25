"""Names of a live class: friendly ones that are made up, and own ones that are looked through."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Collection, Iterable
from functools import cache, lru_cache
from hashlib import blake2b
from itertools import pairwise

from game import paths
from game.play.words import Catalogue

_UNSEEN = frozenset(
    chr(code)
    for first, last in (
        (0x034F, 0x034F), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x3164, 0x3164),
        (0xFE00, 0xFE0F), (0xFFA0, 0xFFA0), (0xE0100, 0xE01EF),
    )
    for code in range(first, last + 1)
)  # fmt: skip
"""Letters and marks that are not seen (Unicode's Default_Ignorable_Code_Point); what else is not
seen has a category of its own."""

LONGEST = 20
"""Signs of a name; more do not fit a line of the standing."""

DIGEST = 6
"""Bytes of a digest in the lists of unfriendly words."""

_TWINS = {
    twin: letter
    for letter, twins in {
        "a": "аαɑ4@", "b": "вβ", "c": "с", "d": "ԁ", "e": "еєε3", "g": "ɡ", "h": "нһ",
        "i": "іιı1!|", "j": "ј", "k": "кκ", "m": "м", "n": "η", "o": "оοө0", "p": "рρ", "q": "ԛ",
        "s": "ѕ5$", "t": "тτ7", "u": "μυ", "v": "ѵν", "w": "ԝω", "x": "хχ", "y": "уγү", "z": "ζ",
    }.items()
    for twin in twins
}  # fmt: skip
"""Signs that are read as one of the Latin alphabet (after Unicode's confusables, UTS 39, for the
scripts that a class in Kazakhstan types), and digits that stand in for letters."""


def made_up(catalogue: Catalogue, taken: Collection[str], rng: random.Random) -> str:
    """A friendly name of two words that nobody has; `taken` are skeletons of those that are.

    Once all are taken, names get a number.
    """
    # Each of the first words must fit each of the second ones in gender and case.
    first = catalogue.gettext(
        "Amber, Blue, Bold, Bright, Brave, Calm, Clever, Copper, Curious, Early, Eager, Gentle, "
        "Golden, Green, Happy, Kind, Lucky, Merry, Noble, Patient, Polar, Quick, Quiet, Red, "
        "Silver, Steady, Sunny, Swift, Violet, White"
    ).split(",")
    second = catalogue.gettext(
        "Antenna, Asteroid, Beacon, Comet, Compass, Crater, Eclipse, Falcon, Galaxy, Horizon, "
        "Lander, Lynx, Meteor, Module, Moon, Nebula, Orbit, Owl, Pilot, Planet, Pulsar, Radar, "
        "Rover, Saiga, Saturn, Sputnik, Star, Steppe, Swan, Telescope"
    ).split(",")
    free = [name for name, plain in _pairs(tuple(first), tuple(second)) if plain not in taken]
    if free:
        return rng.choice(free)
    for number in range(2, len(taken) + 3):
        name = f"{rng.choice(second).strip()} {number}"
        if skeleton(name) not in taken:
            return name
    return f"{len(taken) + 1}"


@cache
def _pairs(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Every name of one word each that is short enough, with its skeleton."""
    names = (f"{one.strip()} {two.strip()}" for one in first for two in second)
    return tuple((name, skeleton(name)) for name in names if len(name) <= LONGEST)


_REAL = frozenset(
    [
        "bob",
        "isis",
        "nigar",
        "nigel",
        "nigina",
        "nigora",
        "shital",
        "кот",
        "нигар",
        "нигина",
        "нигора",
    ]
)
"""What people are called, or call themselves, and what the lists would take for something else."""


def tidy(name: str) -> str:
    """A typed name as it is shown: composed, without signs that are not seen, spaces single."""
    composed = unicodedata.normalize("NFKC", name)
    seen = "".join(
        " " if unicodedata.category(sign) in ("Zs", "Zl", "Zp") else sign
        for sign in composed
        if sign not in _UNSEEN
        and unicodedata.category(sign) not in ("Cc", "Cf", "Cn", "Co", "Cs", "So", "Sk", "Me")
    )
    return " ".join(seen.split())


def wrong(name: str) -> str:
    """Why a tidied name cannot be taken: "long", or "name" if it cannot be read aloud or is not
    friendly; "" if it can."""
    return "long" if len(name) > LONGEST else "" if fit(name) else "name"


def fit(name: str) -> bool:
    """Whether a tidied name can be taken: it can be read aloud, is short, and is friendly."""
    letters = sum(sign.isalpha() for sign in name)
    piled = any(
        unicodedata.combining(one) and unicodedata.combining(two) for one, two in pairwise(name)
    )
    return 0 < len(name) <= LONGEST and letters > 0 and not piled and friendly(name)


@lru_cache(maxsize=8192)
def skeleton(name: str) -> str:
    """What two names that look alike have in common, whatever alphabet each is typed in."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", name).casefold())
    signs = (
        _TWINS.get(sign, sign)
        for sign in plain
        if not unicodedata.combining(sign) and unicodedata.category(sign) not in ("Cf", "Cc")
    )
    return "".join(sign for sign in signs if sign.isalnum())


def friendly(name: str) -> bool:
    """Whether no word of the lists stands in a name, in whatever letters and however stretched."""
    parts, words = _unfriendly()
    for word in _words(" ".join(one for one in name.split() if one.casefold() not in _REAL)):
        if _digest(word) in words:
            return False
        ends = range(len(word) + 1)
        if any(_digest(word[at:end]) in parts for at in ends for end in ends[at + 3 :]):
            return False
    return True


def listed(lines: Iterable[str]) -> list[str]:
    """The digests of a list of unfriendly words, to be written beside the game.

    `=word` counts as a whole word alone, any other wherever it stands. The lists are shipped as
    digests, since a pupil can open every file of the game.
    """
    made: set[str] = set()
    for line in lines:
        word = line.strip()
        if word and not word.startswith("#"):
            sign = "=" if word.startswith("=") else ""
            made.add(sign + _digest(_shrunk(skeleton(word.removeprefix("=")))))
    return sorted(made)


def _words(name: str) -> Iterable[str]:
    """The words of a name as skeletons, without repeated letters; spaced letters are a word."""
    spelled = ""
    for word in tidy(name).replace("_", " ").replace(".", " ").replace("-", " ").split():
        plain = _shrunk(skeleton(word))
        if len(plain) <= 2:
            spelled += plain
        else:
            yield plain
            if spelled:
                yield _shrunk(spelled)
            spelled = ""
    if spelled:
        yield _shrunk(spelled)


def _shrunk(text: str) -> str:
    return "".join(sign for at, sign in enumerate(text) if at == 0 or sign != text[at - 1])


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=DIGEST).hexdigest()


@cache
def _unfriendly() -> tuple[frozenset[str], frozenset[str]]:
    parts: set[str] = set()
    words: set[str] = set()
    for path in sorted((paths.assets() / "names").glob("*.txt")):
        for line in path.read_text(encoding="utf-8").split():
            if line.startswith("="):
                words.add(line[1:])
            else:
                parts.add(line)
    return frozenset(parts), frozenset(words)
