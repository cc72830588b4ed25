"""The teams of a mission over its launch: each station's plate lights with its own moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.screens.mission_clock import TOLD_FOOT
from game.screens.teams_words import team_name
from game.ui.art import signs
from game.ui.art.launch import LaunchFilm
from game.ui.art.stations import draw_station
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.scene import Catalogue
from game.ui.theme import Theme, TypeStyle

LIT_S, _APART_S = 2.4, 0.6
"""Film seconds for which a station has the stage, and at least until the next one takes it."""
_LEFT = 96.0
_LARGE, _SMALL = (58.0, 10.0, 1.3), (50.0, 6.0, 1.1)
"""Height of a plate, the gap under it, and how much large text makes of them; the small one is for
more than four teams."""
_MANY = 4
_TURNS_DEG = 84.0
"""A vehicle that leans more than this from its climb has begun its turn."""


@dataclass(frozen=True, slots=True)
class Moment:
    """When a station has its moment, in film seconds."""

    seat: str
    at: float


def moments(film: LaunchFilm, seats: Sequence[str]) -> tuple[Moment, ...]:
    """The moment of each station of this flight, in the order in which they come.

    Power before the engines light, propulsion with them, guidance as the vehicle turns, weather
    where the air pushes hardest, recovery with the first thing that falls back, communications in
    orbit.
    """
    flown, plan = film.flown, film.plan
    last = film.scenes[-1]
    lit = max(0.0, plan.film(flown.when("thrust")[0]))
    turns = next((p.t_s for p in flown.poses if p.t_s > 0 and p.pitch_deg < _TURNS_DEG), 20.0)
    hardest = next(iter(flown.when("max-q")), 60.0)
    falls = min(flown.when("boosters", "stage"), default=flown.end_s)
    at = {
        "power": 0.0,
        "propulsion": lit,
        "guidance": plan.film(turns),
        "weather": plan.film(hardest),
        "recovery": plan.film(falls),
        "communications": last.start + 0.3,
    }
    found: list[Moment] = []
    for seat in sorted(seats, key=lambda seat: at.get(seat, last.start)):
        before = found[-1].at + _APART_S if found else 0.0
        found.append(Moment(seat, max(before, at.get(seat, last.start))))
    return tuple(found)


def lit(film: LaunchFilm, found: Sequence[Moment]) -> str:
    """The station whose moment it is now, or ""."""
    now = [m for m in found if m.at <= film.seconds < m.at + LIT_S]
    return now[-1].seat if now else ""


def said(seat: str, film: LaunchFilm, catalogue: Catalogue) -> str:
    """What a station does in its moment, with its name; "" for none."""
    say = catalogue.gettext
    boosters = film.flown.when("boosters")
    lines = {
        "power": say("the rocket runs on its own power"),
        "propulsion": say("the engines light"),
        "guidance": say("the rocket leans into its turn"),
        "weather": say("the air pushes hardest now"),
        "recovery": say("watching the boosters fall back")
        if boosters
        else say("watching the first stage fall back"),
        "communications": say("the first call from orbit"),
    }
    if seat not in lines:
        return ""
    line = say("{station}: {what}")
    return line.format(station=team_name(seat, catalogue), what=lines[seat])


def draw_stations(
    canvas: Canvas,
    film: LaunchFilm,
    seats: Sequence[str],
    found: Sequence[Moment],
    theme: Theme,
    catalogue: Catalogue,
) -> None:
    """Plates under the clock: dim before their moment, filled in it, ticked after it.

    They stand where no shot has the vehicle, and above the captions.
    """
    done = tuple(moment.seat for moment in found if moment.at <= film.seconds)
    now = lit(film, found)
    canvas.still(
        ("stations", tuple(seats), done, now, theme.name),
        lambda: _draw(canvas, seats, done, now, theme, catalogue),
    )


def _draw(
    canvas: Canvas,
    seats: Sequence[str],
    done: Sequence[str],
    now: str,
    theme: Theme,
    catalogue: Catalogue,
) -> None:
    high, gap, most = _LARGE if len(seats) <= _MANY else _SMALL
    larger = min(most, canvas.text_scale)
    high *= larger
    style = TypeStyle(0.6 * high / canvas.text_scale, 700)
    names = [team_name(seat, catalogue) for seat in seats]
    wide = max(canvas.text_width(name, style) for name in names) + 2.1 * high + 8
    for row, (seat, name) in enumerate(zip(seats, names, strict=True)):
        plate = Rect(_LEFT, TOLD_FOOT + row * (high + gap), wide, high)
        colour = theme.colour(f"team.{seat}")
        if seat == now:
            canvas.box(plate, colour, high / 2)
            ink = sign = theme.colour("ink_dark")
        else:
            canvas.box(plate, theme.colour("card"), high / 2, alpha=200)
            canvas.box(plate, colour if seat in done else theme.colour("line"), high / 2, 3)
            ink = theme.colour("ink" if seat in done else "ink_dim")
            sign = colour
        middle = plate.centre[1]
        draw_station(canvas, seat, (plate.x + high * 0.58, middle), high * 0.56, sign)
        canvas.text(name, (plate.x + high * 1.06, middle), style, ink, "midleft")
        if seat in done and seat != now:
            signs.check(canvas, (plate.right - high * 0.5, middle), high * 0.42, colour)
