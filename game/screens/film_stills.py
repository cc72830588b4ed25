"""The launch without motion: one picture after the other, each with its words beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pygame

from game.flight.track import Flight
from game.screens.film_names import draw_names
from game.screens.mission_clock import clock_text, height_and_speed
from game.ui.art import ornament
from game.ui.art.film.shot import Mark, MarkName
from game.ui.art.launch import LaunchFilm, Still, StillKind
from game.ui.art.paint import fitted
from game.ui.canvas import Canvas
from game.ui.geometry import Point, Rect
from game.ui.scene import Catalogue
from game.ui.theme import Theme, TypeStyle

FRAME = Rect(96, 84, 1152, 772)
_RADIUS = 20.0
_BESIDE = Rect(1304, 84, 520, 772)
_BORDER_Y, _LINE_Y = 884.0, 957.0
_OVER_CROSS = 168.0
"""How far up a line must go to pass between two boosters."""
HEARD: dict[StillKind, str] = {
    "lift-off": "ignition",
    "boosters": "boosters",
    "fairing": "thump",
    "lights": "swell",
    "stage": "thump",
    "orbit": "arrived",
}
"""What is heard as a still comes on."""


def frame_size(window: tuple[int, int]) -> tuple[int, int]:
    """The size in pixels of the picture in a window."""
    scale = min(window[0] / 1920, window[1] / 1080)
    return max(1, round(FRAME.w * scale)), max(1, round(FRAME.h * scale))


def told(still: Still, film: LaunchFilm, catalogue: Catalogue) -> tuple[str, str]:
    """The heading of a still, and a sentence or two about what happens in it."""
    say = catalogue.gettext
    held = film.flown.craft.pad == "tulip"
    on_fire = _lights_before_it_parts(still, film)
    said = {
        "pad": (
            say("On the pad"),
            say("Four arms hold the rocket until it pushes harder than it weighs.")
            if held
            else say("The tanks are full. Nearly all that stands here is fuel."),
        ),
        "lift-off": (
            say("Lift-off"),
            say("The engines push harder than the rocket weighs: it rises."),
        ),
        "max-q": (
            say("The air pushes hardest"),
            say("It is fast by now, and the air is still thick. Later it gets easier."),
        ),
        "boosters": (
            say("Four boosters fall away"),
            say("The tails open first. Then a vent at each nose pushes the block clear."),
        ),
        "fairing": (
            say("The nose cone opens"),
            say("There is hardly any air up here. The cover is not needed any more."),
        ),
        "lights": (
            say("The next stage lights"),
            say("It lights while the last one still pushes: its fire leaves by the lattice.")
            if on_fire
            else say("The last stage is empty. The next one takes over."),
        ),
        "stage": (
            say("The empty stage falls back"),
            say("Empty tanks are dead weight. Without them the rest gains speed."),
        ),
        "orbit": (
            say("In orbit"),
            say("It falls all the time, but so fast that it never meets the ground."),
        ),
    }
    return said[still.kind]


class Stills:
    """The pictures of one film, which is as large as `frame_size` says. `at` counts from 0."""

    def __init__(self, film: LaunchFilm) -> None:
        self.film = film
        self.all = film.stills()
        self.at = 0
        self._drawn: tuple[int, pygame.Surface] | None = None

    def picture(self, size: tuple[int, int], radius: int) -> pygame.Surface:
        """The one that shows now; drawn once, since nothing in it moves."""
        if self._drawn is None or self._drawn[0] != self.at:
            self.film.seek(self.all[self.at].at)
            self._drawn = (self.at, _rounded(self.film, size, radius))
        return self._drawn[1]


def draw_still(
    canvas: Canvas,
    stills: Stills,
    flight: Flight,
    theme: Theme,
    catalogue: Catalogue,
    line: tuple[str, str],
) -> None:
    """The still that is on, with its words; `line` is what the round taught, and its origin."""
    size = frame_size(canvas.surface.get_size())
    canvas.fill(theme.colour("night"))
    canvas.picture(stills.picture(size, round(_RADIUS * canvas.scale)), (FRAME.x, FRAME.y))
    canvas.box(FRAME, theme.colour("ornament"), _RADIUS, 4)
    view = fitted(size)

    def place(pixel: Point) -> Point:
        return FRAME.x + pixel[0] / canvas.scale, FRAME.y + pixel[1] / canvas.scale

    _point_out(canvas, stills, place, theme, catalogue)
    names = [
        replace(
            label,
            centre=place(view.at(*label.centre)),
            satellite=place(view.at(*label.satellite)),
        )
        for label in stills.film.labels()
    ]
    draw_names(canvas, names, names, theme, size=28, right=FRAME.right - 20)
    _beside(canvas, stills, flight, theme, catalogue)
    ornament.border(canvas, _BORDER_Y, theme.colour("ornament"), fine=True)
    if line[0]:
        _taught(canvas, theme, *line)


def _point_out(
    canvas: Canvas,
    stills: Stills,
    place: Callable[[Point], Point],
    theme: Theme,
    catalogue: Catalogue,
) -> None:
    """Words with a line to what they name: the first to the upper left of it, the next below."""
    style = TypeStyle(32 * min(1.3, canvas.text_scale) / canvas.text_scale, 700)
    ink = theme.colour("ink")
    there = stills.film.marks()
    # What leaves is worth more words than what goes on.
    fresh = [mark for mark in there if mark.name in ("cover", "empty")]
    rest = [mark for mark in there if mark not in fresh]
    shown = [*(rest if not fresh else rest[-1:] if fresh[0].name == "empty" else rest[:1]), *fresh]
    for number, mark in enumerate(shown[:2]):
        x, y = place(mark.at)
        word = called(mark, stills.film, catalogue)
        right = number == 1
        reach = canvas.text_width(word, style) + 40
        end = x + 120 if right else x - 120
        end = min(end, FRAME.right - reach) if right else max(end, FRAME.x + reach)
        up = _OVER_CROSS if mark.name == "core" else 62
        foot = min(FRAME.bottom - 36, y + 78) if right else max(FRAME.y + 36, y - up)
        canvas.line([(x, y), (end, foot)], ink, 3)
        canvas.disc((x, y), 7, ink)
        gap = 12 if right else -12
        canvas.text(word, (end + gap, foot), style, ink, "midleft" if right else "midright")


def called(mark: Mark, film: LaunchFilm, catalogue: Catalogue) -> str:
    """The word for a thing of a still."""
    say = catalogue.gettext
    nose = say("Crew") if film.flown.craft.payload == "crew" else say("Payload inside")
    words_of: dict[MarkName, str] = {
        "arms": say("Four arms"),
        "engines": say("Engines"),
        "nose": nose,
        "payload": say("Payload"),
        "core": say("The core burns on"),
        "booster": say("Booster"),
        "cover": say("Half of the nose cone"),
        "empty": say("Empty stage"),
    }
    return words_of[mark.name]


def _beside(
    canvas: Canvas, stills: Stills, flight: Flight, theme: Theme, catalogue: Catalogue
) -> None:
    """The clock, height and speed, what happens, and which picture this is."""
    scale = canvas.text_scale
    larger = min(1.3, scale) / scale
    ink, dim = theme.colour("ink"), theme.colour("ink_dim")
    x, wide = _BESIDE.x, _BESIDE.w
    film, number, count = stills.film, stills.at, len(stills.all)
    clock = TypeStyle(112 / scale, 700)
    canvas.text(clock_text(film), (x, 180), clock, ink, "baseleft", fit=wide)
    canvas.text(
        height_and_speed(film, flight, catalogue), (x, 240), TypeStyle(36 * larger, 500), dim,
        "baseleft", fit=wide,
    )  # fmt: skip
    title, body = told(stills.all[number], film, catalogue)
    heading = canvas.paragraph(
        title, (x, 286, wide, 160), TypeStyle(60 * larger, 700, line=1.16), ink, max_lines=2
    )
    top = heading.bottom + 26
    text = canvas.paragraph(
        body, (x, top, wide, 672 - top), TypeStyle(36 * larger, 500, line=1.35), ink
    )
    canvas.text(
        catalogue.gettext("From the vehicle data"), (x, min(720.0, text.bottom + 44)),
        TypeStyle(30 * larger, 500), dim, "midleft", fit=wide,
    )  # fmt: skip
    for at in range(count):
        centre = (x + 14 + at * 44.0, 780.0)
        if at <= number:
            canvas.disc(centre, 12, theme.colour("fuel"))
        else:
            canvas.disc(centre, 12, theme.colour("ornament"), 3)
        if at == number:
            canvas.disc(centre, 21, ink, 4)
    counted = catalogue.gettext("Picture {number} of {count}")
    canvas.text(
        counted.format(number=number + 1, count=count), (x, 838),
        TypeStyle(34 * larger, 700), ink, "midleft", fit=wide,
    )  # fmt: skip


def _taught(canvas: Canvas, theme: Theme, text: str, origin: str) -> None:
    """What the round taught, under the picture."""
    larger = min(1.3, canvas.text_scale) / canvas.text_scale
    aside = canvas.text(
        origin, (1824, _LINE_Y), TypeStyle(28 * larger, 500), theme.colour("ink_dim"), "midright"
    )
    canvas.text(
        text, (96, _LINE_Y), TypeStyle(46 * larger, 700), theme.colour("sand"), "midleft",
        fit=aside.x - 136,
    )  # fmt: skip


def _lights_before_it_parts(still: Still, film: LaunchFilm) -> bool:
    """Whether the stage that lights in a still does so before the last one has left."""
    lights = [t for t in film.flown.when("lights") if film.plan.film(t) <= still.at]
    leaves = film.flown.when("stage", "boosters")
    return bool(lights) and any(0 < t - lights[-1] < 5 for t in leaves)


def _rounded(film: LaunchFilm, size: tuple[int, int], radius: int) -> pygame.Surface:
    """The film's present picture with round corners."""
    drawn = pygame.Surface(size, 0, 32)
    film.draw(drawn)
    picture = pygame.Surface(size, pygame.SRCALPHA)
    pygame.draw.rect(picture, (255, 255, 255), picture.get_rect(), border_radius=radius)
    picture.blit(drawn, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    return picture
