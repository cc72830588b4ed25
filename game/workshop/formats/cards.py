"""The cards A to D for a class vote, as a PDF to print.

The first page is a sheet for each learner, folded twice so that one letter shows; the others are
one large card a page, for a team or the teacher. Shapes differ whichever way a card is held and
whatever the printer makes of its colour, and no letter turned round looks like another.
"""

from __future__ import annotations

import datetime

from fpdf import FPDF

from game import __version__, paths
from game.packs.model import Pack
from game.ui.geometry import Point, Rect
from game.ui.scene import Catalogue
from game.ui.shapes import sign_points
from game.ui.theme import Colour, Theme, load

LETTERS = "ABCD"
PAGE = (210.0, 297.0)
"""A4 in millimetres."""

MARGIN = 10.0
"""What many printers leave white."""

_POINT = 72 / 25.4
_CAPITAL = 0.727
"""The height of Inter's capitals in sizes, from its OS/2 table."""

_SHARE = {"triangle": 0.8, "diamond": 0.82, "circle": 0.92, "square": 0.9}
"""How large each shape is set, of the room that a card has: all within it, and alike to the eye."""

_BLACK: Colour = (0, 0, 0)
_GREY: Colour = (110, 110, 110)
_SAME_DAY = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
"""The same pack gives the same file on any day."""


def cards(pack: Pack, catalogue: Catalogue, language: str) -> bytes:
    """The PDF, with its few words from a catalogue of that language."""
    theme = load("calm")
    pdf = FPDF(format="A4", unit="mm")
    pdf.set_auto_page_break(False)
    pdf.set_creation_date(_SAME_DAY)
    pdf.set_lang(language)
    pdf.set_title(catalogue.gettext("Cards A to D"))
    pdf.set_subject(pack.title)
    pdf.set_creator(f"T-Minus {__version__}")
    for weight in ("500", "800"):
        pdf.add_font(f"inter-{weight}", fname=paths.assets() / "fonts" / f"inter-{weight}.ttf")
    _sheet(pdf, theme, pack, catalogue)
    for letter in LETTERS:
        pdf.add_page(orientation="landscape")
        _card(pdf, theme, letter, Rect(0, 0, PAGE[1], PAGE[0]))
    return bytes(pdf.output())


def _sheet(pdf: FPDF, theme: Theme, pack: Pack, catalogue: Catalogue) -> None:
    """Four cards; each stands upright when the others are folded behind it."""
    pdf.add_page(orientation="portrait")
    wide, high = PAGE[0] / 2, PAGE[1] / 2
    for at, letter in enumerate(LETTERS):
        _card(pdf, theme, letter, Rect(at % 2 * wide, at // 2 * high, wide, high))
    pdf.set_draw_color(*_GREY)
    pdf.set_line_width(0.3)
    pdf.set_dash_pattern(dash=2, gap=2)
    pdf.line(wide, MARGIN, wide, PAGE[1] - MARGIN)
    pdf.line(MARGIN, high, PAGE[0] - MARGIN, high)
    pdf.set_dash_pattern()
    how = catalogue.gettext("Fold along both lines, so that one letter shows. One sheet each.")
    _line(pdf, f"{how}  T-Minus: {pack.title}", (PAGE[0] / 2, PAGE[1] - 5), 8)


def shape_of(letter: str, area: Rect) -> list[Point]:
    """The corners of a letter's shape on a card of that area; a circle has many."""
    _, shape = load("calm").answer(letter)
    return sign_points(shape, area.centre, _size(shape, area))


def _size(shape: str, area: Rect) -> float:
    return (min(area.w, area.h) - 2 * MARGIN) * _SHARE[shape]


def _card(pdf: FPDF, theme: Theme, letter: str, area: Rect) -> None:
    """Its shape with the letter in it, and the letter in two corners, as on a playing card."""
    colour, shape = theme.answer(letter)
    size = _size(shape, area)
    x, y = area.centre
    pdf.set_fill_color(*colour)
    if shape == "circle":
        pdf.circle(x, y, size * 0.51, style="F")
    else:
        pdf.polygon(shape_of(letter, area), style="F")
    lower = size * (0.18 if shape == "triangle" else 0)
    tall = size * (0.42 if shape in ("triangle", "diamond") else 0.56)
    _letter(pdf, letter, (x, y + lower), tall, (255, 255, 255))
    corner = min(area.w, area.h) * 0.09
    left, top = area.x + MARGIN + corner / 2, area.y + MARGIN + corner / 2
    _letter(pdf, letter, (left, top), corner, _BLACK)
    with pdf.rotation(180, x, y):
        _letter(pdf, letter, (left, top), corner, _BLACK)


def _letter(pdf: FPDF, letter: str, centre: Point, tall: float, colour: Colour) -> None:
    """A capital so many millimetres high round a centre."""
    pdf.set_font("inter-800", size=tall / _CAPITAL * _POINT)
    pdf.set_text_color(*colour)
    wide = pdf.get_string_width(letter)
    pdf.text(centre[0] - wide / 2, centre[1] + tall / 2, letter)


def _line(pdf: FPDF, text: str, centre: Point, size: float) -> None:
    pdf.set_font("inter-500", size=size)
    pdf.set_text_color(*_GREY)
    room = PAGE[0] - 2 * MARGIN
    wide = pdf.get_string_width(text)
    if wide > room:
        pdf.set_font("inter-500", size=size * room / wide)
        wide = room
    pdf.text(centre[0] - wide / 2, centre[1], text)
