"""One card of an explanation: why, what was chosen, and the source, from top to bottom."""

from __future__ import annotations

from game.screens.arranged import draw_lines
from game.screens.blocks import shrunk
from game.screens.leaves import GAP, RULE, Measure, Setting
from game.screens.verdict import Verdict
from game.ui.art import signs
from game.ui.canvas import Canvas
from game.ui.geometry import Point, Rect
from game.ui.theme import Colour


def draw_leaf(canvas: Canvas, setting: Setting, at: int, area: Rect) -> None:
    """The card `at`; the source stands at its foot, and on one of several a dot for each."""
    theme = canvas.theme
    leaf, share = setting.leaves[at], setting.share
    _draw_number(canvas, at, len(setting.leaves), (area.right, area.bottom + 4))
    measure = Measure(theme, canvas.text_scale, area.w)
    style, ink = shrunk(theme, "body", share), theme.colour("ink")
    y = area.y
    if leaf.why:
        y = canvas.paragraph(leaf.why, area, style, ink, balanced=False).bottom
    if leaf.lines:
        y = draw_lines(canvas, leaf.lines, Rect(area.x, y, area.w, area.h), share)
    foot = area.bottom
    if leaf.source:
        high = measure.text(leaf.source, "hint", 1.0)
        foot -= high
        place = (area.x, foot, area.w, high + 1)
        canvas.paragraph(leaf.source, place, "hint", theme.colour("sand"), balanced=False)
        foot -= GAP
    if leaf.said is None:
        return
    high = measure.said(leaf.said, share)
    if y > area.y:
        # The rest of the room is shared by the gaps over the rule and under what was chosen.
        spare = max(0.0, foot - y - high - RULE - GAP)
        y += GAP + spare * 0.5
        canvas.line([(area.x, y), (area.right, y)], theme.colour("line"), 2)
        y += RULE
    _draw_said(canvas, leaf.said, Rect(area.x, y, area.w, high), share, measure.indent)


def _draw_number(canvas: Canvas, at: int, count: int, end: Point) -> None:
    """A dot for each of several cards, the present one filled."""
    for index in range(count if count > 1 else 0):
        centre = (end[0] - 36 * (count - 1 - index) - 10, end[1])
        if index == at:
            canvas.disc(centre, 10, canvas.theme.colour("fuel"))
        else:
            canvas.disc(centre, 10, canvas.theme.colour("hollow"), 3)


def _draw_said(canvas: Canvas, said: Verdict, area: Rect, share: float, indent: float) -> None:
    """The sign, its word where there is room beside the line, and what comes of it."""
    theme = canvas.theme
    left, wide = area.x + indent, area.w - indent
    ink = theme.colour("right" if said.sign == "right" else "amber")
    style, bold = shrunk(theme, "body", share), shrunk(theme, "body_bold", share)
    headed = Measure(theme, canvas.text_scale, area.w).headed(said, share)
    first = canvas.measure(headed, (wide, 10_000), style, balanced=False)
    _draw_sign(canvas, said, (area.x + indent * 0.37, area.y + first.line_height / 2), ink)
    pitch, word = first.line_height, f"{said.head}."
    for index, text in enumerate(first.lines):
        x, y, rest = left, area.y + index * pitch, text
        if index == 0 and said.head and headed == said.line:
            x = canvas.text(said.head, (x, y + pitch / 2), bold, ink, "midleft").right + 20
        elif index == 0 and said.head:
            x = canvas.text(word, (x, y + pitch / 2), style, ink, "midleft").right
            x, rest = x + canvas.text_width(" ", style), text.removeprefix(word).strip()
        place = (x, y, area.right - x + 8, pitch + 1)
        canvas.paragraph(rest, place, style, theme.colour("ink"), balanced=False)
    if said.after:
        place = (left, area.y + first.height, wide, area.bottom - area.y - first.height + 1)
        dim = theme.colour("ink_dim")
        canvas.paragraph(said.after, place, style, dim, balanced=False)


def _draw_sign(canvas: Canvas, said: Verdict, centre: Point, ink: Colour) -> None:
    radius = 26 * min(1.4, canvas.text_scale)
    if said.sign == "recheck":
        signs.recheck(canvas, centre, radius)
    elif said.sign == "mended":
        signs.mended(canvas, centre, radius)
    elif said.sign == "right":
        signs.check_disc(canvas, centre, radius, ink, canvas.theme.colour("card"))
