"""What is said while one writes: each letter, and each word once it is whole."""

from __future__ import annotations


def echo(before: str, now: str) -> tuple[str, ...]:
    """What to say after a field has changed from one text to another.

    A letter is said as it is written, and a word when a space ends it; what is deleted is said.
    """
    if before == now:
        return ()
    start = _alike(before, now)
    end = _alike(before[start:][::-1], now[start:][::-1])
    gone, come = before[start : len(before) - end], now[start : len(now) - end]
    if come.isspace():
        return (now[:start].rpartition(" ")[2] or come,)
    return (come or gone,)


def _alike(one: str, other: str) -> int:
    """How many letters two texts have in common at their beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
