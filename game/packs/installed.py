"""The packs that were installed: which there are, and where their folders lie.

Each has a small file `ID.json` that says which folder counts. It is replaced in one step, so that a
pack is at any moment the one that was or the one that is to be, also on systems where a folder
cannot be replaced.
"""

from __future__ import annotations

import json
import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from game import paths

FOLDER = "installed"
"""In the folder of all that is kept."""

FORMAT = 1
_ID = re.compile(r"(?!.{61})[a-z0-9]+(?:-[a-z0-9]+)*")
MARK = re.compile(r"[0-9a-f]{16}")
_KEY = re.compile(r"(?:[0-9a-f]{64})?")
_MAX_BYTES = 10_000


@dataclass(frozen=True, slots=True)
class Installed:
    """An installed pack: `mark` tells its bundles apart, `key` is its author's in hex, or "".

    `folder` has the pack's id for a name, and lies in a folder of its own.
    """

    id: str
    version: str
    mark: str
    key: str
    folder: Path


def installed(data: Path) -> tuple[Installed, ...]:
    """All installed packs by their ids; a file that is damaged counts as none."""
    try:
        notes = sorted((data / FOLDER).glob("*.json"))
    except OSError:
        return ()
    every = (one_installed(data, path.stem) for path in notes)
    return tuple(one for one in every if one is not None)


def one_installed(data: Path, pack_id: str) -> Installed | None:
    """The installed pack of that id, None if there is none."""
    path = note_of(data, pack_id)
    try:
        if _ID.fullmatch(pack_id) is None or path.stat().st_size > _MAX_BYTES:
            return None
        note = json.loads(path.read_text(encoding="utf-8"))
        version, mark, key = (str(note[word]) for word in ("version", "mark", "key"))
        if note["format"] != FORMAT or not MARK.fullmatch(mark) or not _KEY.fullmatch(key):
            return None
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None
    folder = place_of(data, mark) / pack_id
    return Installed(pack_id, version, mark, key, folder) if folder.is_dir() else None


def found(named: Path, data: Path | None) -> Path:
    """The folder of a pack that a command names: its path, or the bare id of one that is installed
    in `data` or shipped. What is nowhere stays as it is named."""
    if _ID.fullmatch(str(named)) is None or named.exists():
        return named
    there = one_installed(paths.data(data), str(named))
    shipped = paths.packs() / named
    return there.folder if there is not None else shipped if shipped.is_dir() else named


def could_be_meant(named: Path, data: Path | None) -> tuple[str, ...]:
    """What could have been named instead of a folder that is not there, the most alike first: ids
    of installed and of shipped packs, and packs that lie where that folder would."""
    from difflib import SequenceMatcher

    ids = {one.id for one in installed(paths.data(data))}
    with suppress(OSError):
        ids |= {path.parent.name for path in paths.packs().glob("*/pack.yaml")}
    beside: set[Path] = set()
    with suppress(OSError):
        beside = {path.parent for path in named.parent.glob("*/pack.yaml")}
    there = [(name, name) for name in ids] + [(path.name, str(path)) for path in beside]
    wanted = named.name.casefold()

    def likeness(one: tuple[str, str]) -> tuple[float, str]:
        return -SequenceMatcher(None, wanted, one[0].casefold()).ratio(), one[1]

    return tuple(dict.fromkeys(name for _, name in sorted(there, key=likeness)))


def note_of(data: Path, pack_id: str) -> Path:
    """The small file of a pack."""
    return data / FOLDER / f"{pack_id}.json"


def place_of(data: Path, mark: str) -> Path:
    """The folder that has the pack's own folder in it; its name is short, for Windows' sake."""
    return data / FOLDER / mark


def note_text(version: str, mark: str, key: str) -> str:
    """What the small file of a pack says."""
    return json.dumps({"format": FORMAT, "version": version, "mark": mark, "key": key})
