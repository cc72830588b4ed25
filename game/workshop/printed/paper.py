"""A PDF of A4 pages in the type of the game: measured text, lines and signs.

Places and sizes are in millimetres from the top left, sizes of type in points.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from fpdf import FPDF

from game import __version__, paths
from game.ui.art.ornament import horn
from game.ui.geometry import Point, Rect
from game.ui.shapes import sign_points
from game.ui.text import curled
from game.ui.theme import Colour, Theme, load

PAGE = Rect(0, 0, 210, 297)
MARGIN = 15.0
POINT = 25.4 / 72
"""Millimetres of a point."""

CAPITAL = 0.727
"""The height of Inter's capitals in sizes, from its OS/2 table."""

_SAME_DAY = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
"""The same questions give the same file on any day."""

_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe]")
_MISSING = "?"
_BALANCING = 6
"""How often the width of balanced lines is halved in on."""

Align = Literal["left", "centre", "right"]


@dataclass(frozen=True, slots=True)
class Face:
    """How a text is set: its size in points, Inter's weight, and its lines' distance in sizes."""

    size: float
    weight: Literal[500, 600, 700, 800] = 500
    line: float = 1.32

    @property
    def step(self) -> float:
        """From one line to the next, in millimetres."""
        return self.size * self.line * POINT

    def times(self, share: float) -> Face:
        """The same, larger or smaller."""
        return replace(self, size=self.size * share)


class Paper:
    """The document as it is written. Its theme is the light one of the game, in 7:1."""

    def __init__(self, title: str, subject: str, language: str) -> None:
        self.theme: Theme = load("light_aaa")
        self.lacking: set[str] = set()
        self._pdf = FPDF(format="A4", unit="mm")
        self._pdf.set_auto_page_break(False)
        self._pdf.set_creation_date(_SAME_DAY)
        self._pdf.set_lang(language)
        self._pdf.set_title(title)
        self._pdf.set_subject(subject)
        self._pdf.set_creator(f"T-Minus {__version__}")
        for weight in (500, 600, 700, 800):
            name = f"inter-{weight}"
            self._pdf.add_font(name, fname=paths.assets() / "fonts" / f"{name}.ttf")
        self._has = frozenset(self._pdf.fonts["inter-500"].cmap)  # type: ignore[union-attr]

    @property
    def pages(self) -> int:
        """How many pages there are so far."""
        return int(self._pdf.pages_count)

    def bytes(self) -> bytes:
        """The whole file."""
        return bytes(self._pdf.output())

    def turn(self) -> None:
        """Begin the next page."""
        self._pdf.add_page(orientation="portrait")

    def colour(self, name: str) -> Colour:
        """A colour of the theme."""
        return self.theme.colour(name)

    def clean(self, text: str) -> str:
        """A text with what the type can show; what it lacks is kept in `lacking`."""
        text = curled(_UNSEEN.sub(" ", text))
        lacking = {letter for letter in text if ord(letter) not in self._has and letter != " "}
        lacking -= {"\u00a0", "\u202f"}
        self.lacking |= lacking
        for letter in lacking:
            text = text.replace(letter, _MISSING)
        return text

    def width(self, text: str, face: Face) -> float:
        """How wide a text is on one line."""
        self._set(face)
        return float(self._pdf.get_string_width(text))

    def lines(
        self, text: str, face: Face, wide: float, *, balanced: bool = False
    ) -> tuple[str, ...]:
        """A text broken at blanks, and within a word that is too wide for any line.

        Balanced, its lines are about as long as each other, and no more of them.
        """
        text = self.clean(text)
        found = self._broken(text, face, wide)
        if not balanced or len(found) < 2:
            return found
        narrow, most = wide / 2, wide
        for _ in range(_BALANCING):
            middle = (narrow + most) / 2
            tried = self._broken(text, face, middle)
            if len(tried) > len(found):
                narrow = middle
            else:
                most, found = middle, tried
        return found

    def _broken(self, text: str, face: Face, wide: float) -> tuple[str, ...]:
        lines: list[str] = []
        line = ""
        self._set(face)
        measure = self._pdf.get_string_width
        for word in text.split(" "):
            longer = f"{line} {word}" if line else word
            if measure(longer) <= wide:
                line = longer
                continue
            if line:
                lines.append(line)
            while measure(word) > wide and len(word) > 1:
                fits = next(
                    at
                    for at in range(len(word) - 1, 0, -1)
                    if at == 1 or measure(word[:at]) <= wide
                )
                lines.append(word[:fits])
                word = word[fits:]
            line = word
        lines.append(line)
        return tuple(lines)

    def height(self, text: str, face: Face, wide: float) -> float:
        """How high a paragraph is."""
        return len(self.lines(text, face, wide)) * face.step

    def paragraph(
        self,
        text: str,
        at: Point,
        face: Face,
        wide: float,
        colour: str = "ink",
        align: Align = "left",
        *,
        balanced: bool = False,
    ) -> float:
        """Set a text below a point, and give where it ends."""
        x, y = at
        for line in self.lines(text, face, wide, balanced=balanced):
            spare = wide - self.width(line, face)
            aside = {"left": 0.0, "centre": spare / 2, "right": spare}[align]
            self.line_of(line, (x + aside, y + face.step / 2), face, colour)
            y += face.step
        return y

    def line_of(
        self,
        text: str,
        at: Point,
        face: Face,
        colour: str | Colour = "ink",
        align: Align = "left",
    ) -> None:
        """One line; `at` is its left end, middle or right end at half the height of capitals."""
        text = self.clean(text)
        self._set(face)
        x = at[0]
        if align != "left":
            x -= self._pdf.get_string_width(text) / (2 if align == "centre" else 1)
        self._pdf.set_text_color(*(self.colour(colour) if isinstance(colour, str) else colour))
        self._pdf.text(x, at[1] + face.size * CAPITAL * POINT / 2, text)

    def fitted(self, text: str, face: Face, wide: float) -> Face:
        """The face in which a text fits on one line, smaller only if it must be."""
        width = self.width(self.clean(text), face)
        return face if width <= wide else face.times(wide / width)

    def rule(
        self, points: Sequence[Point], colour: Colour, width: float = 0.3, dash: float = 0
    ) -> None:
        """A line through points."""
        self._pdf.set_draw_color(*colour)
        self._pdf.set_line_width(width)
        if dash:
            self._pdf.set_dash_pattern(dash=dash, gap=dash)
        self._pdf.polyline([*points], style="D")
        if dash:
            self._pdf.set_dash_pattern()

    def box(
        self,
        area: Rect,
        edge: Colour | None = None,
        fill: Colour | None = None,
        width: float = 0.3,
        radius: float = 0,
    ) -> None:
        """A rectangle, its corners round if there is a radius."""
        style = self._style(edge, fill, width)
        corners = {"round_corners": True, "corner_radius": radius} if radius else {}
        self._pdf.rect(*area, style=style, **corners)  # type: ignore[arg-type]

    def polygon(
        self,
        points: Sequence[Point],
        edge: Colour | None = None,
        fill: Colour | None = None,
        width: float = 0.3,
    ) -> None:
        """A closed shape."""
        self._pdf.polygon([*points], style=self._style(edge, fill, width))

    def disc(
        self,
        centre: Point,
        radius: float,
        edge: Colour | None = None,
        fill: Colour | None = None,
        width: float = 0.3,
    ) -> None:
        """A circle."""
        self._pdf.circle(*centre, radius, style=self._style(edge, fill, width))

    def sign(self, number: int, centre: Point, size: float, *, filled: bool = False) -> None:
        """The sign of an option with its letter, as in the game; from the fifth on they return."""
        letter = chr(ord("A") + number)
        colour, shape = self.theme.answer(letter)
        edge, fill = (None, colour) if filled else (colour, None)
        if shape == "circle":
            self.disc(centre, size * 0.51, edge, fill, 0.45)
        else:
            self.polygon(sign_points(shape, centre, size * 0.96), edge, fill, 0.45)
        lower = size * (0.17 if shape == "triangle" else 0)
        tall = size * (0.36 if shape in ("triangle", "diamond") else 0.46)
        face = Face(tall / CAPITAL / POINT, 800)
        ink: Colour = (255, 255, 255) if filled else colour
        self.line_of(letter, (centre[0], centre[1] + lower), face, ink, "centre")

    def horns(self, corner: Point, right: bool, low: bool, size: float = 1.0) -> None:
        """The ram's horns of a card's corner; `size` is in millimetres for ten grid units."""
        long, tall, unit = 100.0, 64.0, size / 10
        fx, fy = (-unit if right else unit), (-unit if low else unit)
        for path in (
            [(long, 0.0), *horn((36.0, 0.0), 180, -1, 15.5)],
            [(0.0, tall), *horn((0.0, 34.0), 270, 1, 15.5)],
        ):
            points = [(corner[0] + fx * x, corner[1] + fy * y) for x, y in path]
            self.rule(points, self.colour("ornament"), 0.25)

    def _set(self, face: Face) -> None:
        self._pdf.set_font(f"inter-{face.weight}", size=face.size)

    def _style(self, edge: Colour | None, fill: Colour | None, width: float) -> str:
        if edge is not None:
            self._pdf.set_draw_color(*edge)
            self._pdf.set_line_width(width)
        if fill is not None:
            self._pdf.set_fill_color(*fill)
        return ("D" if edge is not None else "") + ("F" if fill is not None else "")
