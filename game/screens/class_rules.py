"""The rules that a teacher chose for the last live class: the next one begins with them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from game.screens.written import WrittenFile

NAME = "class-rules.json"
KEPT = ("shapes", "change", "standing", "names", "teams", "dealt", "go", "calls", "pace")
"""Settings of the protocol that outlast a class; whether the doors are locked does not."""


class ClassRules:
    """They are kept in a file of a folder, or for this start alone. A damaged file counts as none:
    the class begins with the usual rules."""

    def __init__(self, folder: Path | None) -> None:
        self._file = WrittenFile(None if folder is None else folder / NAME)
        self._rules: dict[str, object] | None = None

    def last(self) -> Mapping[str, object]:
        """The rules of the last class, by their names in the protocol; none before the first."""
        if self._rules is None:
            self._rules = _read(self._file.path)
        return self._rules

    def keep(self, settings: Mapping[str, object]) -> None:
        """Begin the next class with these."""
        rules = {name: settings[name] for name in KEPT if name in settings}
        if rules and rules != self.last():
            self._rules = rules
            self._file.write(json.dumps(rules))

    def settle(self) -> None:
        """Wait until all is on disk; for leaving, never in a frame."""
        self._file.settle()


def _read(path: Path | None) -> dict[str, object]:
    if path is None or not path.is_file():
        return {}
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return {
            name: found[name]
            for name in KEPT
            if name in found and isinstance(found[name], bool | int | str)
        }
    except (OSError, ValueError, TypeError, RecursionError):
        return {}
