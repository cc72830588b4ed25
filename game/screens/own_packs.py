"""The folders of packs that were opened by name: an author finds them again in the game."""

from __future__ import annotations

import json
from pathlib import Path

from game.screens.written import WrittenFile

NAME = "own-packs.json"
MOST = 20


class OwnPacks:
    """The folders that were opened last, the newest first, kept in a file of a folder. A damaged
    file counts as none. A folder that is not there now, as on a stick, is passed over, and kept."""

    def __init__(self, folder: Path | None) -> None:
        self._file = WrittenFile(None if folder is None else folder / NAME)

    def folders(self) -> tuple[Path, ...]:
        """Those that are there."""
        return tuple(folder for folder in self._all() if folder.is_dir())

    def opened(self, folder: Path) -> None:
        """Have a folder found again."""
        before = self._all()
        now = [folder.resolve(), *(one for one in before if one != folder.resolve())][:MOST]
        if now != before:
            self._file.write(json.dumps([_kept(one) for one in now], ensure_ascii=False))

    def settle(self) -> None:
        """Wait until all is on disk; for leaving, never in a frame."""
        self._file.settle()

    def _all(self) -> list[Path]:
        path = self._file.path
        if path is None or not path.is_file():
            return []
        try:
            found = json.loads(path.read_text(encoding="utf-8"))
            texts = [one for one in found if isinstance(one, str) and "\0" not in one]
            return [Path(one).expanduser() for one in texts[:MOST]]
        except (OSError, ValueError, TypeError, RuntimeError, RecursionError):
            return []


def _kept(folder: Path) -> str:
    """How a folder is written down: without the name of the person whose home it is in."""
    try:
        return (Path("~") / folder.relative_to(Path.home().resolve())).as_posix()
    except (ValueError, RuntimeError):
        return str(folder)
