"""Type: where lines break, how large they are set, and the picture of a line.

Lines break at spaces alone. A text that does not fit its box is set smaller step by step down to
its style's floor; only what does not fit even then goes below the floor, and no word is ever cut.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

import pygame

from game.ui import fonts
from game.ui.theme import Colour, TypeStyle

_STEP = 2.0  # grid units from one size to the next smaller one
_SMALLEST = 8.0


@dataclass(frozen=True, slots=True)
class Layout:
    """A text set in a box: its lines, their widths and the size, in grid units."""

    lines: tuple[str, ...]
    widths: tuple[float, ...]
    size: float
    line_height: float
    fits_floor: bool

    @property
    def width(self) -> float:
        return max(self.widths, default=0.0)

    @property
    def height(self) -> float:
        return self.line_height * len(self.lines)


_OPENING = re.compile(r"(?:(?<=^)|(?<=[\s(\[\u2013\u2014\u00ab\u201c]))([\"'])(?=\S)")


@lru_cache(maxsize=4096)
def curled(text: str) -> str:
    """A text with the straight quotes and apostrophes of a keyboard as a printer sets them."""
    if '"' not in text and "'" not in text:
        return text
    opened = _OPENING.sub(lambda found: "\u201c" if found[1] == '"' else "\u2018", text)
    return opened.replace('"', "\u201d").replace("'", "\u2019")


def line_width(text: str, style: TypeStyle, size: float, *, equal_digits: bool = False) -> float:
    """How wide one line is in grid units, set at `size`."""
    tracking = style.tracking * size / style.size
    if equal_digits:
        cell = fonts.digit_width(style.weight)
        glyphs = sum(cell if c.isdigit() else fonts.width(c, style.weight) for c in text)
        return glyphs * size + tracking * max(0, len(text) - 1)
    return fonts.width(text, style.weight) * size + tracking * max(0, len(text) - 1)


@lru_cache(maxsize=4096)
def lay_out(
    text: str,
    style: TypeStyle,
    width: float,
    height: float,
    *,
    text_scale: float = 1.0,
    max_lines: int = 0,
    balanced: bool = True,
) -> Layout:
    """Set a text in a box of grid units, as large as its style says or as its box allows.

    `max_lines` 0 means as many as the height holds. `text_scale` enlarges size and floor alike.
    """
    size = style.size * text_scale
    floor = style.min_size * text_scale
    while True:
        layout = _at_size(text, style, size, width, balanced, fits_floor=size >= floor - 0.01)
        fits = layout.width <= width + 0.01 and layout.height <= height + 0.01
        if fits and (not max_lines or len(layout.lines) <= max_lines):
            return layout
        if size <= _SMALLEST:
            return layout
        size = max(_SMALLEST, floor) if floor < size < floor + _STEP else size - _STEP


def _at_size(
    text: str, style: TypeStyle, size: float, width: float, balanced: bool, *, fits_floor: bool
) -> Layout:
    lines: list[str] = []
    for paragraph in text.split("\n"):
        words = [word for word in paragraph.split(" ") if word]
        broken = _break(words, style, size, width)
        if balanced and len(broken) > 1:
            broken = _balance(words, broken, style, size, width)
        lines += [" ".join(line) for line in broken] or [""]
    return Layout(
        lines=tuple(lines),
        widths=tuple(line_width(line, style, size) for line in lines),
        size=size,
        line_height=size * style.line,
        fits_floor=fits_floor,
    )


def _break(words: list[str], style: TypeStyle, size: float, width: float) -> list[list[str]]:
    lines: list[list[str]] = []
    current: list[str] = []
    for word in words:
        longer = " ".join([*current, word])
        too_long = bool(style.measure) and len(longer) > style.measure
        if current and (too_long or line_width(longer, style, size) > width):
            lines.append(current)
            current = [word]
        else:
            current.append(word)
    if current:
        lines.append(current)
    return lines


def _balance(
    words: list[str], broken: list[list[str]], style: TypeStyle, size: float, width: float
) -> list[list[str]]:
    low, high = width / len(broken) / 2, width
    best = broken
    while high - low > size / 8:
        middle = (low + high) / 2
        tried = _break(words, style, size, middle)
        widest = max(line_width(" ".join(line), style, size) for line in tried)
        if len(tried) > len(broken) or widest > middle + 0.01:
            low = middle
        else:
            high, best = middle, tried
    return best


@lru_cache(maxsize=1024)
def pixels_for(layout: Layout, style: TypeStyle, width: float, scale: float) -> int:
    """The font size in pixels whose lines, rounded as pygame rounds them, stay in the box."""
    pixels = max(1, round(layout.size * scale))
    room = max(width, layout.width) * scale + 1
    while pixels > 6 and not style.tracking:
        with fonts.lock:
            face = fonts.font(style.weight, pixels)
            fits = all(face.size(line)[0] <= room for line in layout.lines)
        if fits:
            break
        pixels -= 1
    return pixels


def paint_line(
    text: str, weight: int, pixels: int, tracking: float, colour: Colour, *, equal_digits: bool
) -> pygame.Surface:
    """The picture of one line; `tracking` in pixels."""
    with fonts.lock:
        return _painted(text, weight, pixels, tracking, colour, equal_digits)


def _painted(
    text: str, weight: int, pixels: int, tracking: float, colour: Colour, equal_digits: bool
) -> pygame.Surface:
    face = fonts.font(weight, pixels)
    if not tracking and not equal_digits:
        return face.render(text, True, colour)
    placed: list[tuple[pygame.Surface, int]] = []
    cell = fonts.digit_width(weight) * pixels
    x = 0.0
    for index, letter in enumerate(text):
        own = fonts.width(letter, weight) * pixels
        room = cell if equal_digits and letter.isdigit() else own
        if index and not equal_digits:
            pair = fonts.width(text[index - 1 : index + 1], weight)
            single = fonts.width(text[index - 1], weight) + fonts.width(letter, weight)
            x += (pair - single) * pixels
        placed.append((face.render(letter, True, colour), round(x + (room - own) / 2)))
        x += room + tracking
    right = max((left + glyph.get_width() for glyph, left in placed), default=1)
    picture = pygame.Surface((max(1, right), face.get_height()), pygame.SRCALPHA)
    picture.fill((*colour, 0))
    for glyph, left in placed:
        picture.blit(glyph, (left, 0))
    return picture
