"""Where assets and packs lie, in a checkout and when installed."""

from __future__ import annotations

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
