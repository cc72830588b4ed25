"""One pack, read once in a process, for all tests that draw its screens in a look of their own."""

from __future__ import annotations

from functools import cache

from game import paths
from game.screens.studio import Studio
from game.ui.settings import Settings


def studio_of(
    settings: Settings, size: tuple[int, int] = (960, 540), language: str = "en"
) -> Studio:
    """Rounds of the Baikonur pack under these settings, on pictures of this size."""
    return _first().another(settings, size, language)


@cache
def _first() -> Studio:
    return Studio(paths.default_pack())
