"""The figures that a pack may ask about: drawn from the game's own data, named by authors."""

from __future__ import annotations

import tomllib
from functools import cache

from game import paths
from game.packs.model import Draw

DRAWN: tuple[Draw, ...] = ("silhouette", "map", "pad")
"""What an author may have drawn; a line of years is drawn from a pack's own events."""


@cache
def figures(draw: Draw, language: str = "en") -> dict[str, str]:
    """The figures of one sort by name, and what is seen in each, in words.

    assets/figures has a file for each sort, and a language its words for them beside its
    catalogue; what it lacks is in English.
    """
    path = paths.assets() / "figures" / f"{draw}.toml"
    found = tomllib.loads(path.read_text(encoding="utf-8"))["figures"]
    words = {name: str(figure["alt"]) for name, figure in found.items()}
    said = paths.assets() / "languages" / language.split("-")[0] / "figures.toml"
    if said.is_file():
        words |= tomllib.loads(said.read_text(encoding="utf-8")).get(draw, {})
    return words
