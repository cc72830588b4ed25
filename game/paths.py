"""Where assets and packs lie, in a checkout and when installed."""

from __future__ import annotations

import os
from pathlib import Path

HERE = Path(__file__).resolve().parent


def _data(name: str) -> Path:
    installed = HERE / "_data" / name
    return installed if installed.is_dir() else HERE.parent / name


def assets() -> Path:
    """The folder of fonts, sounds, languages, vehicles and themes."""
    return _data("assets")


def packs() -> Path:
    """The folder with one folder a pack."""
    return _data("questions")


def default_pack() -> Path:
    """The pack that a first flight is drawn from."""
    return packs() / "baikonur"


def data(named: Path | None = None) -> Path:
    """The folder of what is kept: the one that is named, or the user's own."""
    given = named or os.environ.get("T_MINUS_DATA")
    if given:
        return Path(given)
    from platformdirs import user_data_path

    return user_data_path("t-minus", appauthor=False)


def cache(data: Path | None = None) -> Path:
    """The folder of what can be made again: in `data`, where all is kept, or the user's own."""
    named = data or os.environ.get("T_MINUS_DATA")
    if named:
        return Path(named) / "cache"
    from platformdirs import user_cache_path

    return user_cache_path("t-minus", appauthor=False)
