"""The credits name whose work the game is made of."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from game.screens.credits import CreditsScreen
from game.screens.studio import Studio

PROJECT = Path(__file__).resolve().parents[2] / "pyproject.toml"


def test_every_library_that_the_game_is_played_with_is_named(studio: Studio) -> None:
    needed = tomllib.loads(PROJECT.read_text("utf-8"))["project"]["dependencies"]
    names = {re.match(r"[\w-]+", one)[0].casefold() for one in needed}  # type: ignore[index]
    said = " ".join(CreditsScreen(studio.game()).own_lines()).casefold()
    assert {name for name in names if name not in said} == set()
