"""The right arrangement, a line a station, and which of it the player had."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.bank.question import Question
from game.rounds.state import Response
from game.screens.blocks import shrunk
from game.ui.art import signs
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.theme import Theme

_LINE = 1.3
_SIGN = 0.42


@dataclass(frozen=True, slots=True)
class Line:
    """One station: its number or left half, what belongs there, and its date ("" if none).

    `placed` says whether it lay there; None if nothing was answered.
    """

    head: str
    text: str
    when: str
    placed: bool | None


def lines_of(question: Question, response: Response) -> list[Line]:
    """The lines of an order or a match; () for any other question."""
    if not isinstance(question.answer, tuple):
        return []
    said = response if isinstance(response, tuple) else None
    return [
        Line(
            head=question.prompts[at] if question.prompts else f"{at + 1}",
            text=question.options[option],
            when=question.feedback[option] if question.feedback else "",
            placed=None if said is None else said[at] == option,
        )
        for at, option in enumerate(question.answer)
    ]


def lines_height(theme: Theme, text_scale: float, lines: Sequence[Line], share: float) -> float:
    """How high the lines stand."""
    return len(lines) * _pitch(theme, text_scale, share)


def draw_lines(canvas: Canvas, lines: Sequence[Line], area: Rect, share: float) -> float:
    """Draw the lines from the top of an area; the y under the last one comes back."""
    theme = canvas.theme
    plain, bold = shrunk(theme, "body", share), shrunk(theme, "body_bold", share)
    pitch = _pitch(theme, canvas.text_scale, share)
    paired = len(lines[0].head) > 2
    heads = max(canvas.text_width(line.head, plain if paired else bold) for line in lines)
    dates = max(canvas.text_width(line.when, bold) for line in lines)
    room = area.w - 1.6 * pitch
    heads = min(heads, room * 0.62)
    left = area.x + 1.2 * pitch
    for at, line in enumerate(lines):
        y = area.y + (at + 0.5) * pitch
        _draw_sign(canvas, line, (area.x + 0.4 * pitch, y), pitch * _SIGN)
        ink = theme.colour("ink" if paired else "sand")
        canvas.text(line.head, (left, y), plain if paired else bold, ink, "midleft", fit=heads)
        x = left + heads + 0.5 * pitch
        wide = area.right - x - (dates + 0.5 * pitch if dates else 0)
        style = bold if paired else plain
        if canvas.text_width(line.text, style) <= wide:
            canvas.text(line.text, (x, y), style, theme.colour("ink"), "midleft")
        else:
            # Two smaller lines are read more easily than one that is tiny.
            two = replace(style, min_size=theme.style("small").size / canvas.text_scale, line=1.0)
            place = (x, y - pitch / 2, wide, pitch)
            ink = theme.colour("ink")
            canvas.paragraph(line.text, place, two, ink, "left", "middle", 2)
        if line.when:
            canvas.text(line.when, (area.right, y), bold, theme.colour("sand"), "midright")
    return area.y + len(lines) * pitch


def _pitch(theme: Theme, text_scale: float, share: float) -> float:
    return theme.style("body").size * text_scale * share * _LINE


def _draw_sign(canvas: Canvas, line: Line, centre: tuple[float, float], radius: float) -> None:
    theme = canvas.theme
    if line.placed:
        signs.check_disc(canvas, centre, radius, theme.colour("right"), theme.colour("card"))
    elif line.placed is False:
        signs.recheck(canvas, centre, radius)
    else:
        canvas.disc(centre, radius * 0.3, theme.colour("sand"))
