"""The clock over the launch: mission time, how fast it passes, and what happens, in words."""

from __future__ import annotations

from math import floor

from game.flight.track import Flight
from game.screens import words
from game.ui.art.craft import EventKind
from game.ui.art.launch import LaunchFilm
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.scene import Catalogue
from game.ui.theme import Theme, TypeStyle

TOLD_FOOT = 252.0
"""Where the line under the clock ends, on the grid."""
_READ_A_SECOND = 5
_FROM_SPEED_KM_S = 0.08


def draw_clock(
    canvas: Canvas,
    film: LaunchFilm,
    theme: Theme,
    catalogue: Catalogue,
    line: str = "",
    reading: str = "",
    held: str = "",
) -> None:
    """The mission's clock, the time factor beside it, and below `line` or what just happened.

    Where nothing happens a `reading` stands there; while the film is held, `held` with a sign.
    """
    said = held or line or told(film, catalogue) or reading
    shown = (clock_text(film), film.factor, said, bool(held))
    canvas.still(("clock", shown, theme.name), lambda: _draw(canvas, theme, *shown))


def _draw(
    canvas: Canvas, theme: Theme, text: str, factor: int, happened: str, stands: bool
) -> None:
    style = TypeStyle(96 / canvas.text_scale, 700)
    drawn = canvas.text(text, (96, 160), style, theme.colour("ink"), "baseleft")
    # The pill beside it stands still, however wide the digits are.
    widest = canvas.text_width("T-00:00", style)
    pill = Rect(drawn.x + widest + 44, 96, 136, 62)
    canvas.box(pill, theme.colour("card"), 31, alpha=200)
    canvas.box(pill, theme.colour("ornament"), 31, 3)
    small = TypeStyle(36 / canvas.text_scale, 700)
    canvas.text(f"×{factor}", pill.centre, small, theme.colour("ink"), "centre")
    if not happened:
        return
    large = 36 * min(1.3, canvas.text_scale)
    if not stands:
        style = TypeStyle(large / canvas.text_scale, 500)
        canvas.text(happened, (96, 222), style, theme.colour("ink_dim"), "baseleft", fit=760)
        return
    for x in (96, 96 + 0.42 * large):
        canvas.box((x, 222 - 0.74 * large, 0.24 * large, 0.76 * large), theme.colour("sand"), 3)
    style = TypeStyle(large / canvas.text_scale, 700)
    at = (96 + large, 222)
    canvas.text(happened, at, style, theme.colour("sand"), "baseleft", fit=700)


def clock_text(film: LaunchFilm) -> str:
    """The mission's clock in minutes and seconds."""
    whole = int(abs(film.clock_s) + (0.999 if film.clock_s < 0 else 0))
    sign = "-" if film.clock_s < 0 else "+"
    return f"T{sign}{whole // 60:02d}:{whole % 60:02d}"


def height_and_speed(film: LaunchFilm, flight: Flight, catalogue: Catalogue) -> str:
    """Both as computed, read five times a second; "" for what hardly moves.

    The speed is over the ground, and in orbit that of the orbit.
    """
    arrived = film.clock_s >= film.flown.end_s
    seconds = floor(film.seconds * _READ_A_SECOND) / _READ_A_SECOND
    now = flight.at(film.clock_s if arrived else film.plan.mission(seconds))
    speed = (now.inertial_m_s if arrived else now.speed_m_s) / 1000
    if speed < _FROM_SPEED_KM_S:
        return ""
    km = words.amount(now.height_km, 1 if now.height_km < 10 else 0, catalogue)
    return catalogue.gettext("{km} km high, {speed} km/s").format(
        km=km, speed=words.amount(speed, 1, catalogue)
    )


def told(film: LaunchFilm, catalogue: Catalogue) -> str:
    """What has just happened, in words; on the pad how the vehicle is held."""
    say = catalogue.gettext
    happens: dict[EventKind, str] = {
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
        return happens[film.now]
    if film.scene.name == "orbit":
        return happens["cut-off"]
    if film.clock_s < 0:
        if film.flown.craft.pad == "tulip":
            return say("Four arms hold the rocket at its waist")
        return say("The rocket stands on its pad")
    return ""
