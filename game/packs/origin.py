"""Where a fact came from, for what is found wrong with it after it has become a record."""

from __future__ import annotations

from typing import Any

from game.reading.values import Mark, Table, Text


class Origin:
    """A fact as it was written; shown as `facts[3] "Sputnik 1, the first ..."`."""

    __slots__ = ("file", "index", "raw")
    LIST = "facts"
    NAMED_BY = "fact"

    def __init__(self, file: str, index: int, raw: Any) -> None:
        self.file = file
        self.index = index
        self.raw = raw

    def __str__(self) -> str:
        text = self.raw.get(self.NAMED_BY) if isinstance(self.raw, Table) else None
        if not isinstance(text, Text):
            return f"{self.LIST}[{self.index}]"
        words = text.split(None, 4)
        start = " ".join(words[:4]) + (" ..." if len(words) > 4 else "")
        return f'{self.LIST}[{self.index}] "{start if len(start) < 60 else start[:57] + "..."}"'

    def mark(self, key: str) -> Mark:
        """Where the value of a key stands, or the fact itself if it has no such key."""
        value = self.raw.get(key, self.raw)
        mark: Mark = value.mark
        return mark

    def wrong_mark(self, answer: str, text: str) -> Mark:
        """Where one wrong option for an answer stands, the last where it stands twice."""
        value = self.raw.get("wrong", self.raw)
        if isinstance(value, Table):
            value = value.get(answer, value)
        for entry in reversed(value) if isinstance(value, list) else ():
            entries = [key for key, _ in entry.entries()] if isinstance(entry, Table) else [entry]
            for one in entries:
                if text in (one, one.partition(" = ")[2].strip()):
                    mark: Mark = one.mark
                    return mark
        return self.mark("wrong")

    def ask_mark(self, answer: str, wording: int) -> Mark:
        """Where one wording of the question for an answer stands."""
        value = self.raw.get("ask", self.raw)
        if isinstance(value, Table):
            value = value.get(answer, value)
        if isinstance(value, list) and wording < len(value):
            value = value[wording]
        mark: Mark = value.mark
        return mark
