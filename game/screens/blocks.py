"""Texts under each other that are set smaller together, and only if they must."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.theme import Theme, TypeStyle

_STEP = 0.04
_SMALLEST = 0.4


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph: style and colour by the theme's names, the room before it in grid units."""

    text: str
    style: str = "body"
    colour: str = "ink"
    before: float = 0.0


def shrunk(theme: Theme, name: str, share: float, scale: float = 1.0) -> TypeStyle:
    """A style of the theme, `share` as large; with the text `scale` never below its smallest."""
    style = theme.style(name)
    size = max(theme.style("small").size / scale, style.size * share)
    return replace(style, size=size, tracking=style.tracking * share, min_size=size)


def height(canvas: Canvas, text: str, style: TypeStyle, wide: float) -> float:
    """How high a text stands in this width."""
    return canvas.measure(text, (wide, 10_000), style, balanced=False).height


def share_that_fits(canvas: Canvas, blocks: Sequence[Block], size: tuple[float, float]) -> float:
    """How large, 1 at most, all blocks are to be set to fit a box."""
    share = 1.0
    while share > _SMALLEST:
        total = sum(
            block.before * share
            + height(
                canvas,
                block.text,
                shrunk(canvas.theme, block.style, share, canvas.text_scale),
                size[0],
            )
            for block in blocks
        )
        if total <= size[1]:
            break
        share -= _STEP
    return share


def draw_blocks(
    canvas: Canvas, blocks: Sequence[Block], area: Rect, share: float | None = None
) -> float:
    """Set the blocks from the top of an area; the y under the last one comes back."""
    used = share_that_fits(canvas, blocks, (area.w, area.h)) if share is None else share
    y = area.y
    for block in blocks:
        y += block.before * used
        style = shrunk(canvas.theme, block.style, used, canvas.text_scale)
        high = height(canvas, block.text, style, area.w)
        canvas.paragraph(
            block.text,
            (area.x, y, area.w, high + 1),
            style,
            canvas.theme.colour(block.colour),
            balanced=False,
        )
        y += high
    return y
