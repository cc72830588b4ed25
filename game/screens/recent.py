"""Which facts the last rounds asked, so that the next one brings others."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from game.screens.written import WrittenFile

NAME = "recent.json"
ROUNDS = 2
FORMAT = 1


class Recent:
    """The ids of the facts that the last two rounds of each pack asked.

    They are kept in a file of a folder, or for this start alone. A damaged file counts as none:
    nothing is lost but that a fact may come again soon.
    """

    def __init__(self, folder: Path | None) -> None:
        self._file = WrittenFile(None if folder is None else folder / NAME)
        self._rounds: dict[str, list[tuple[str, tuple[str, ...]]]] | None = None

    def load(self) -> None:
        """Read the file, before a frame needs it."""
        self._read()

    def facts(self, pack: str) -> frozenset[str]:
        """The ids of a pack's facts that were asked lately."""
        return frozenset(fact for _, facts in self._read().get(pack, ()) for fact in facts)

    def ask(self, pack: str, seed: str, facts: Iterable[str]) -> None:
        """Note that the round of this seed has asked these facts."""
        rounds = self._read().setdefault(pack, [])
        before: tuple[str, ...] = ()
        if rounds and rounds[-1][0] == seed:
            before = rounds.pop()[1]
        rounds.append((seed, tuple(dict.fromkeys((*before, *facts)))))
        del rounds[:-ROUNDS]
        document = {"format": FORMAT, "packs": self._rounds}
        self._file.write(json.dumps(document, ensure_ascii=False))

    def settle(self) -> None:
        """Wait until all is on disk; for leaving, never in a frame."""
        self._file.settle()

    def _read(self) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
        if self._rounds is None:
            self._rounds = _read(self._file.path)
        return self._rounds


def _read(path: Path | None) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    if path is None or not path.is_file():
        return {}
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        if document["format"] != FORMAT:
            return {}
        return {
            str(pack): [(str(seed), tuple(map(str, facts))) for seed, facts in rounds]
            for pack, rounds in document["packs"].items()
        }
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}
