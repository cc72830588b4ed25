"""Who is kept out of a class: marks that tell a phone again, and by which nobody is found."""

from __future__ import annotations

from collections.abc import Collection
from hashlib import blake2b

from game.records.class_log import BanRow


class Bans:
    """The marks of one class. They are made with its `secret` and go with it, so that those of two
    classes cannot be compared."""

    def __init__(self, secret: str, kept: Collection[str] = ()) -> None:
        self._key = blake2b(secret.encode()).digest()
        self._marks = set(kept)

    def add(self, *known: str) -> list[BanRow]:
        """Keep out whoever is known by one of these, "" for nothing; gives what is to be kept."""
        marks = [self._mark(one) for one in known if one]
        self._marks.update(marks)
        return [BanRow(mark) for mark in marks]

    def has(self, *known: str) -> bool:
        """Whether somebody who is known by these is kept out."""
        return bool(self._marks) and any(self._mark(one) in self._marks for one in known if one)

    def _mark(self, known: str) -> str:
        return blake2b(known.encode("utf-8", "replace"), key=self._key, digest_size=12).hexdigest()
