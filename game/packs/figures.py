"""The figures that a pack may ask about: drawn from the game's own data, named by authors."""

from __future__ import annotations

import tomllib
from functools import cache

from game import paths
from game.packs.model import Draw

DRAWN: tuple[Draw, ...] = ("silhouette", "map", "pad")
"""What an author may have drawn; a line of years is drawn from a pack's own events."""


@cache
def figures(draw: Draw) -> frozenset[str]:
    """The names of the figures of one sort: assets/figures has a file for each sort."""
    path = paths.assets() / "figures" / f"{draw}.toml"
    return frozenset(tomllib.loads(path.read_text(encoding="utf-8"))["figures"])
