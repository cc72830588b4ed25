"""The gauge of fuel cells beside the rocket, and its smaller forms.

Contract: `draw` paints the mast at 1711, 212 on the grid with 5 to 20 cells from the ground up;
`two_rows` and `row` are the small forms. Cells say their state by shape: a full block with a
level line, an outline, the recheck sign in an outline, an amber block with the mended sign. One
that holds less than it could is filled so far, and its sign stands where it has more room.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from game.ui.canvas import Canvas

from . import signs
from .paint import Point

Cell = Literal["full", "hollow", "recheck", "mended"]
Box = tuple[float, float, float, float]

MAST: Box = (1711, 212, 112, 688)


def cell_boxes(count: int, mast: Box = MAST) -> tuple[Box, ...]:
    """The places of `count` cells, the first at the ground."""
    x, y, wide, high = mast
    step = (high - 18) / count
    gap = min(9.0, step * 0.16)
    foot = y + high - 14
    return tuple(
        (x + 9, foot - index * step - (step - gap), wide - 18, step - gap) for index in range(count)
    )


def draw(
    canvas: Canvas,
    cells: Sequence[Cell],
    *,
    levels: Sequence[float] | None = None,
    hoses: Sequence[Point] = (),
) -> None:
    """The mast with its cells, the first at the ground.

    `levels` (0 to 1) say how far each is filled. `hoses` run to it from these places on the rocket.
    """
    x, y, wide, high = MAST
    for start, low in hoses:
        way = x - start
        near, far = (start + 0.42 * way, low + 4), (start + 0.66 * way, low - 16)
        curve = _bent((start, low), near, far, (x, low - 26))
        canvas.line(curve, canvas.theme.colour("rocket.steel_far"), 5)
    edge = canvas.theme.colour("hollow")
    back = round(255 * canvas.theme.number("mast_alpha"))
    canvas.box((x, y, wide, high), canvas.theme.colour("mast"), radius=0, alpha=back)
    canvas.box((x, y, 3, high), edge, radius=0)
    canvas.box((x + wide - 3, y, 3, high), edge, radius=0)
    canvas.box((x, y, wide, 3), edge, radius=0)
    for index, (box, state) in enumerate(zip(cell_boxes(len(cells)), cells, strict=True)):
        cell(canvas, box, state, levels[index] if levels is not None else None)


def cell(
    canvas: Canvas, box: Box, state: Cell, level: float | None = None, seam: bool = True
) -> None:
    """One cell, filled to `level` (0 to 1); without one, as its state says."""
    x, y, wide, high = box
    theme = canvas.theme
    if level is None:
        level = float(state in ("full", "mended"))
    radius = min(12.0, high * 0.24)
    if level < 1:
        canvas.box(box, theme.colour("hollow"), radius=radius, width=3)
    if level > 0:
        _block(canvas, box, radius, level, state, seam=seam and state == "full")
    within = level >= 0.5
    room = high * (level if within else 1 - level)
    middle = (x + wide / 2, y + high - room / 2 if within else y + room / 2)
    if state == "recheck":
        ink = theme.colour("ink_dark") if within else None
        signs.recheck(canvas, middle, min(16.5, room * (0.3 if level in (0, 1) else 0.36)), ink)
    elif state == "mended":
        ink = theme.colour("ink_dark" if within else "amber")
        signs.mended(canvas, middle, min(24.0, room * 0.4), ink)


def _block(
    canvas: Canvas, box: Box, radius: float, level: float, state: Cell, *, seam: bool
) -> None:
    x, y, wide, high = box
    rising = (x, y + high * (1 - level), wide, high * level)
    with canvas.clipped(box if level >= 1 else rising):
        ground = "amber" if state == "mended" else "fuel"
        canvas.box(box, canvas.theme.colour(ground), radius=radius)
    if not seam:
        return
    line = y + high * (0.8 if level >= 1 else max(0.2, 1 - level) + 0.14)
    inset, thick = 12.0, min(5.0, high * 0.09)
    if line < y + high - thick:
        canvas.box(
            (x + inset, line - thick / 2, wide - 2 * inset, thick),
            canvas.theme.colour("fuel_seam"),
            radius=2,
        )


def two_rows(
    canvas: Canvas,
    cells: Sequence[Cell],
    x: float = 1552,
    y: float = 958,
    levels: Sequence[float] | None = None,
) -> None:
    """Two rows for large text: the first cell below left, as many as fit 272 grid units.

    `levels` (0 to 1) say how far each is filled.
    """
    across = (len(cells) + 1) // 2
    step = min(56.0, 282 / across)
    for index, state in enumerate(cells):
        column, line = index % across, 1 - index // across
        level = levels[index] if levels is not None else None
        cell(canvas, (x + column * step, y + line * 50, step - 10, 41), state, level, seam=False)


def row(
    canvas: Canvas, cells: Sequence[Cell], box: Box, levels: Sequence[float] | None = None
) -> None:
    """All cells side by side, as on the results; `levels` (0 to 1) say how far each is filled."""
    x, y, wide, high = box
    step = (wide + 12) / len(cells)
    for index, state in enumerate(cells):
        level = levels[index] if levels is not None else None
        cell(canvas, (x + index * step, y, step - 12, high), state, level, seam=False)


@lru_cache(maxsize=8)
def _bent(a: Point, b: Point, c: Point, d: Point) -> tuple[Point, ...]:
    """A smooth curve from a to d."""
    points: list[Point] = []
    for step in range(25):
        t = step / 24
        s = 1 - t
        points.append(
            (
                s**3 * a[0] + 3 * s * s * t * b[0] + 3 * s * t * t * c[0] + t**3 * d[0],
                s**3 * a[1] + 3 * s * s * t * b[1] + 3 * s * t * t * c[1] + t**3 * d[1],
            )
        )
    return tuple(points)
