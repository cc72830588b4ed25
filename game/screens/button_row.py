"""Buttons in a row that share its room by the lengths of their words, all in one type."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from game.ui.geometry import Rect
from game.ui.text import line_width
from game.ui.theme import Theme, TypeStyle

_INSET = 26.0
_LEAST = 20.0


def shared_out(
    texts: Sequence[str], area: Rect, theme: Theme, text_scale: float, gap: float = 28.0
) -> tuple[tuple[Rect, ...], TypeStyle]:
    """A place for each text, and the type that all of them are set in.

    Short ones have room to spare; where they are too long together, all get smaller alike.
    """
    usual = theme.style("button_second")
    size = usual.size * text_scale
    wide = [max(_LEAST, line_width(text, usual, size)) for text in texts]
    room = area.w - gap * (len(texts) - 1) - 2 * _INSET * len(texts)
    share = min(1.0, room / sum(wide))
    spare = (room - sum(wide) * share) / len(texts)
    rects, left = [], area.x
    for own in wide:
        full = own * share + spare + 2 * _INSET
        rects.append(Rect(left, area.y, full, area.h))
        left += full + gap
    smaller = max(usual.size * share, theme.style("small").size / text_scale)
    return tuple(rects), replace(usual, size=smaller, min_size=min(smaller, usual.min_size))
