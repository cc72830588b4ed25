"""A line of JSON for each change on the screen, for tests that press real keys.

Named by the environment variable T_MINUS_TRACE; without it nothing is written.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TextIO

VARIABLE = "T_MINUS_TRACE"


class Trace:
    """Where the lines go. A line that equals the last one is not written again."""

    def __init__(self, file: TextIO | None = None) -> None:
        self._file = file
        self._last = ""

    @classmethod
    def from_environment(cls) -> Trace:
        """The trace that the environment asks for, or one that writes nothing."""
        name = os.environ.get(VARIABLE)
        return cls(Path(name).open("a", encoding="utf-8") if name else None)

    @property
    def wanted(self) -> bool:
        """Whether anybody reads."""
        return self._file is not None

    def say(self, line: dict[str, object]) -> None:
        """Write what is on the screen now."""
        if self._file is None:
            return
        text = json.dumps(line, ensure_ascii=False)
        if text != self._last:
            self._last = text
            self._file.write(text + "\n")
            self._file.flush()
