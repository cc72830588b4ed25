"""The clock over the launch: mission time, how fast it passes, and what happens, in words."""

from __future__ import annotations

from game.ui.art.craft import EventKind
from game.ui.art.launch import LaunchFilm
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.scene import Catalogue
from game.ui.theme import Theme, TypeStyle

TOLD_FOOT = 252.0
"""Where the line under the clock ends, on the grid."""


def draw_clock(
    canvas: Canvas, film: LaunchFilm, theme: Theme, catalogue: Catalogue, line: str = ""
) -> None:
    """The mission's clock, the time factor beside it, and below `line` or what just happened."""
    shown = (clock_text(film), film.factor, line or told(film, catalogue))
    canvas.still(("clock", shown, theme.name), lambda: _draw(canvas, theme, *shown))


def _draw(canvas: Canvas, theme: Theme, text: str, factor: int, happened: str) -> None:
    style = TypeStyle(96 / canvas.text_scale, 700)
    drawn = canvas.text(text, (96, 160), style, theme.colour("ink"), "baseleft")
    # The pill beside it stands still, however wide the digits are.
    widest = canvas.text_width("T-00:00", style)
    pill = Rect(drawn.x + widest + 44, 96, 136, 62)
    canvas.box(pill, theme.colour("card"), 31, alpha=200)
    canvas.box(pill, theme.colour("ornament"), 31, 3)
    small = TypeStyle(36 / canvas.text_scale, 700)
    canvas.text(f"×{factor}", pill.centre, small, theme.colour("ink"), "centre")
    if happened:
        style = TypeStyle(36 * min(1.3, canvas.text_scale) / canvas.text_scale, 500)
        canvas.text(happened, (96, 222), style, theme.colour("ink_dim"), "baseleft", fit=760)


def clock_text(film: LaunchFilm) -> str:
    """The mission's clock in minutes and seconds."""
    whole = int(abs(film.clock_s) + (0.999 if film.clock_s < 0 else 0))
    sign = "-" if film.clock_s < 0 else "+"
    return f"T{sign}{whole // 60:02d}:{whole % 60:02d}"


def told(film: LaunchFilm, catalogue: Catalogue) -> str:
    """What has just happened, in words; on the pad how the vehicle is held."""
    say = catalogue.gettext
    words: dict[EventKind, str] = {
        "thrust": say("The engines light"),
        "lift-off": say("Lift-off"),
        "max-q": say("The air pushes hardest now"),
        "tower": say("The escape tower leaves"),
        "boosters": say("The four boosters leave"),
        "fairing": say("The nose cone opens"),
        "skirt": say("The skirt falls away"),
        "lights": say("The next stage lights"),
        "stage": say("The empty stage falls behind"),
        "cut-off": say("Engine off: in orbit"),
    }
    if film.now is not None:
        return words[film.now]
    if film.scene.name == "orbit":
        return words["cut-off"]
    if film.clock_s < 0:
        if film.flown.craft.pad == "tulip":
            return say("Four arms hold the rocket at its waist")
        return say("The rocket stands on its pad")
    return ""
