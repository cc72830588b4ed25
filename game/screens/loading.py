"""Reading the pack and building its bank while the title is already on the screen."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.bank.bank import Bank
    from game.packs.model import Pack
    from game.packs.problem import Problem


@dataclass(frozen=True, slots=True)
class Loaded:
    """A pack that can be played."""

    pack: Pack
    bank: Bank


@dataclass(frozen=True, slots=True)
class NotLoaded:
    """A pack that cannot be played: its problems, or one sentence that says what went wrong."""

    problems: tuple[Problem, ...] = ()
    sentence: str = ""


class Loading:
    """One pack on its way from its folder to a bank, in a thread of its own.

    `result` is None until it is there; a frame asks and never waits. `cache` is the folder of packs
    that were read before, None to read anew. Questions are in `language` as far as the pack has it,
    "" for the pack's own; `mixed` lets what it lacks be asked in the pack's own beside them.
    """

    def __init__(
        self,
        folder: Path,
        seed: int,
        cache: Path | None = None,
        language: str = "",
        mixed: bool = False,
    ) -> None:
        self.folder = folder
        self.cache = cache
        self.language = language
        self.mixed = mixed
        self.seed = seed
        self._result: Loaded | NotLoaded | None = None
        self._thread = threading.Thread(target=self._run, name="pack", daemon=True)

    @classmethod
    def done(cls, folder: Path, loaded: Loaded) -> Loading:
        """The reading of a pack that is there already."""
        made = cls(folder, 0)
        made._result = loaded
        return made

    def again(
        self,
        folder: Path | None = None,
        language: str | None = None,
        mixed: bool | None = None,
    ) -> Loading:
        """Another reading like this one, but for what is named."""
        return Loading(
            folder or self.folder,
            self.seed,
            self.cache,
            self.language if language is None else language,
            self.mixed if mixed is None else mixed,
        )

    @property
    def result(self) -> Loaded | NotLoaded | None:
        """What came of it, once it has."""
        return self._result

    @property
    def begun(self) -> bool:
        """Whether `begin` was called."""
        return self._thread.ident is not None

    def begin(self) -> None:
        """Start reading; further calls do nothing."""
        if not self.begun:
            self._thread.start()

    def wait(self) -> Loaded | NotLoaded:
        """Read to the end before coming back: for pictures and tests, never in a frame."""
        self.begin()
        self._thread.join()
        assert self._result is not None
        return self._result

    def _run(self) -> None:
        try:
            self._result = _load(self)
        except Exception as error:  # a thread that dies in silence would leave the title waiting
            self._result = NotLoaded(sentence=f"{type(error).__name__}: {error}")


def _load(wanted: Loading) -> Loaded | NotLoaded:
    from game import languages
    from game.bank.bank import build_in
    from game.packs.cache import open_pack

    pack, problems = open_pack(wanted.folder, wanted.cache)
    if pack is None:
        return NotLoaded(problems=tuple(problems))
    said = None
    if wanted.language not in ("", pack.language):
        said, _problems = open_pack(wanted.folder, wanted.cache, wanted.language)
    bank = build_in(pack, said, wanted.seed, languages.catalogue, mixed=wanted.mixed)
    return Loaded(bank.pack, bank)
