"""The charts of Progress, drawn in the theme; what they say stands under them in words."""

from __future__ import annotations

from game.play.progress import Progress
from game.screens import progress_words
from game.study.progress import WEEKS, Share
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.scene import Catalogue
from game.ui.theme import Colour, Theme, mix

DAYS_A_WEEK = 7
LABELS_EVERY = 5


def draw_year(canvas: Canvas, progress: Progress, area: Rect) -> None:
    """A square for each day of 53 weeks: the more answers, the brighter and the larger."""
    theme = canvas.theme
    step = min(area.w / WEEKS, area.h / DAYS_A_WEEK)
    left = area.x + (area.w - step * WEEKS) / 2
    top = area.y + (area.h - step * DAYS_A_WEEK) / 2
    for at, square in enumerate(progress.squares):
        week, day = divmod(at, DAYS_A_WEEK)
        share = 0.34 + 0.12 * square.shade if square.shade else 0.3
        size = step * (0.5 + 0.1 * square.shade)
        cell = Rect(
            left + week * step + (step - size) / 2, top + day * step + (step - size) / 2, size, size
        )
        colour = _shade(theme, share) if square.shade else theme.colour("line")
        canvas.box(cell, colour, size * 0.22)
    if progress.squares:
        week, day = divmod(len(progress.squares) - 1, DAYS_A_WEEK)
        canvas.box(
            Rect(left + week * step, top + day * step, step, step), theme.colour("ink"), 8, 3
        )


def draw_ahead(canvas: Canvas, progress: Progress, area: Rect) -> None:
    """A bar for each of thirty days; the first is today."""
    theme, due = canvas.theme, progress.due
    most = max(1, *due)
    foot = area.bottom - 40 * min(1.4, canvas.text_scale)
    step = area.w / len(due)
    canvas.line([(area.x, foot), (area.right, foot)], theme.colour("hollow"), 3)
    for at, count in enumerate(due):
        high = (foot - area.y - 44) * count / most
        bar = Rect(area.x + at * step + step * 0.14, foot - high, step * 0.72, high)
        if count:
            canvas.box(bar, theme.colour("amber" if at == 0 else "fuel"), 6)
        if count == most:
            canvas.text(
                str(count),
                (bar.centre[0], bar.y - 8),
                "hint_bold",
                theme.colour("ink"),
                "midbottom",
            )
        if at % LABELS_EVERY == 0:
            canvas.text(
                f"+{at}" if at else "0",
                (bar.centre[0], foot + 8),
                "hint",
                theme.colour("ink_dim"),
                "midtop",
            )


def draw_kept(canvas: Canvas, progress: Progress, area: Rect, catalogue: Catalogue) -> None:
    """A bar for each age of cards, with its interval and the mark that was aimed at."""
    theme = canvas.theme
    ages = progress_words.ages(progress, catalogue)
    step = area.h / len(ages)
    for at, (name, share) in enumerate(ages):
        row = Rect(area.x, area.y + at * step, area.w, step)
        words = Rect(row.x, row.y, row.w * 0.36, row.h - 12)
        canvas.paragraph(name, words, "hint_bold", theme.colour("ink"), valign="middle")
        bar = Rect(row.x + row.w * 0.38, row.y + row.h * 0.28, row.w * 0.42, row.h * 0.36)
        _bar(canvas, share, bar)
        said = progress_words.figure(share, catalogue)
        canvas.text(
            said,
            (row.right, bar.centre[1]),
            "hint_bold",
            theme.colour("sand"),
            "midright",
            fit=row.w * 0.18,
        )


def _bar(canvas: Canvas, share: Share, bar: Rect) -> None:
    theme = canvas.theme
    canvas.box(bar, theme.colour("hollow"), 8, 3)
    if not share.n:
        return
    canvas.box(bar._replace(w=bar.w * share.share), theme.colour("fuel"), 8)
    y = bar.bottom + 10
    low, high = (bar.x + bar.w * end for end in (share.low, share.high))
    canvas.line([(low, y), (high, y)], theme.colour("ink"), 4)
    aim = bar.x + bar.w * share.aim
    canvas.line([(aim, bar.y - 10), (aim, bar.bottom + 10)], theme.colour("amber"), 5)


def _shade(theme: Theme, share: float) -> Colour:
    return mix(theme.colour("line"), theme.colour("fuel"), min(1.0, share * 1.3))
