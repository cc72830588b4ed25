"""Where assets and packs lie, and how the game is called: in a checkout and when installed."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
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


def program(*, anywhere: bool = False) -> str:
    """What one types before the name of a command: as this process was called, from the folder
    that one is in; or, to be written into a file that goes `anywhere`, without a path."""
    called = Path(sys.argv[0])
    if called.name != "main.py":
        return "t-minus"
    if anywhere:
        called = Path(called.name)
    else:
        with suppress(OSError, ValueError):
            called = called.relative_to(Path.cwd())
    return f"{'py' if sys.platform == 'win32' else 'python3'} {typed(called)}"


def typed(path: Path) -> str:
    """A path as one types it on a command line of this system."""
    if sys.platform == "win32":
        from subprocess import list2cmdline

        return list2cmdline([str(path)])
    import shlex

    return shlex.quote(str(path))


def sources_beside(pack: Path) -> Path:
    """The folder that `draft` lays beside a pack, with the text of its article, there or not."""
    folder = pack if pack.name not in ("", "..") else pack.resolve()
    return folder.parent / f"{folder.name}-sources"
