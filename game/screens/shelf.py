"""All packs that can be chosen: those that are shipped, and those in the player's own folder."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from game import paths
from game.packs.installed import installed

if TYPE_CHECKING:
    from game.packs.model import Pack

MANIFEST = "pack.yaml"
OWN = "packs"
"""The folder beside the settings that has the player's own packs."""


@dataclass(frozen=True, slots=True)
class Volume:
    """A folder with a pack in it. `pack` is None if it cannot be read.

    `counts` says of each of the pack's sets how many facts it has.
    """

    folder: Path
    pack: Pack | None
    counts: tuple[int, ...] = ()

    @property
    def name(self) -> str:
        """The name of its folder, by which a choice is kept."""
        return self.folder.name


class Shelf:
    """The packs of some folders, read one after the other in a thread of its own.

    `volumes` grows while it is read, and a frame never waits for it. `cache` is the folder of packs
    that were read before, None to read anew. Titles are in `language` where a pack has it.
    """

    def __init__(
        self, folders: Iterable[Path], cache: Path | None = None, language: str = ""
    ) -> None:
        self.folders = tuple(folders)
        self._cache = cache
        self._language = language
        self._volumes: tuple[Volume, ...] = ()
        self._thread: threading.Thread | None = None

    @property
    def volumes(self) -> tuple[Volume, ...]:
        """What has been read so far, in order."""
        return self._volumes

    @property
    def whole(self) -> bool:
        """Whether all has been read."""
        return len(self._volumes) == len(self.folders)

    def find(self, name: str) -> Path | None:
        """The folder of that name, whether it was read yet or not."""
        return next((folder for folder in self.folders if folder.name == name), None)

    def again(self, language: str) -> Shelf:
        """The same packs with their titles in another language, to be read anew."""
        return Shelf(self.folders, self._cache, language)

    def begin(self, after: Callable[[], object] = lambda: None) -> None:
        """Start reading once `after`, which may wait, has come back; further calls do nothing."""
        if self._thread is None:
            self._thread = threading.Thread(
                target=self._run, args=(after,), name="shelf", daemon=True
            )
            self._thread.start()

    def wait(self) -> tuple[Volume, ...]:
        """Read to the end before coming back: for pictures and tests, never in a frame."""
        self.begin()
        assert self._thread is not None
        self._thread.join()
        return self._volumes

    def _run(self, after: Callable[[], object]) -> None:
        after()
        for folder in self.folders:
            self._volumes = (*self._volumes, _volume(folder, self._cache, self._language))


def every_folder(data: Path, first: Path, opened: Iterable[Path] = ()) -> tuple[Path, ...]:
    """The folders of all packs that can be chosen: `first`, the shipped ones, the player's own and
    those that were installed, both in the folder `data` of what is kept, and those that were
    `opened` by their folders."""
    new = (one.folder.parent for one in installed(data))
    return folders_in(paths.packs(), data / OWN, *new, first=first, opened=opened)


def folders_in(*shelves: Path, first: Path, opened: Iterable[Path] = ()) -> tuple[Path, ...]:
    """The folders of packs: `first`, those that lie in some other folders, by name, and the ones
    that were `opened`.

    Of two with one name the earlier counts. A folder that is not there has none.
    """
    found = {first.name: first}
    for shelf in shelves:
        try:
            inside = sorted(path.parent for path in shelf.glob(f"*/{MANIFEST}"))
        except OSError:
            continue
        for folder in inside:
            found.setdefault(folder.name, folder)
    for folder in opened:
        if (folder / MANIFEST).is_file():
            found.setdefault(folder.name, folder)
    return tuple(found.values())


def _volume(folder: Path, cache: Path | None, language: str) -> Volume:
    from game.packs.cache import open_pack

    try:
        pack, _ = open_pack(folder, cache)
    except Exception:  # one bad folder must not take the others from the shelf
        pack = None
    if pack is None:
        return Volume(folder, None)
    found = Counter(fact.set for fact in pack.asked)
    if language not in ("", pack.language):
        said, _ = open_pack(folder, cache, language)
        pack = pack if said is None else replace(said, facts=pack.facts, written=pack.written)
    return Volume(folder, pack, tuple(found[one.id] for one in pack.sets))
