"""Two questions are distinct when their kind, normalised prompt or key differ."""

from __future__ import annotations

import hashlib

from game.bank.question import Kind
from game.bank.text import normalise


class Distinct:
    """Remembers what it has seen, eight bytes each, so that a large bank stays small."""

    __slots__ = ("_seen",)

    def __init__(self) -> None:
        self._seen: set[bytes] = set()

    def is_new(self, kind: Kind, prompt: str, key: str) -> bool:
        """Whether nothing like it came before; from now on it has."""
        text = f"{kind}\x1f{normalise(prompt)}\x1f{normalise(key)}"
        mark = hashlib.blake2b(text.encode(), digest_size=8).digest()
        if mark in self._seen:
            return False
        self._seen.add(mark)
        return True
