"""What stands on the ground: keys with what they do, and a short notice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from game.ui.canvas import Canvas
from game.ui.caps import Cap
from game.ui.geometry import GRID_WIDTH, Point, Rect, RectLike
from game.ui.theme import Colour, TypeStyle
from game.ui.widgets.base import Widget

TOUCH = 88.0
"""What is pressed with a finger is at least so large: 44 pixels in the smallest window."""
_GAP = 16.0  # between a cap and its words
_BETWEEN, _CLOSER = 56.0, 24.0
_SHARES, _LEAST = (1.0, 0.92, 0.84, 0.76, 0.68), 0.6
"""How much smaller hints are set before any of their words is left out."""


@dataclass(frozen=True, slots=True)
class Hint:
    """A key and its words; pressing it with a pointer does what the key does.

    `short` are fewer words for the same, where there is not the room for all, or "".
    """

    key: str
    words: str
    on_press: Callable[[], None] | None = None
    short: str = ""


class KeyHints(Widget):
    """A row of key caps with their words.

    No cap is ever lost to a large text size, and no words before they have become shorter and
    smaller. A hint with `on_press` can be pressed with a pointer.
    """

    focusable = False

    def __init__(
        self, hints: Sequence[Hint | tuple[str, str]], rect: RectLike = (96, 970, 1312, 52)
    ) -> None:
        super().__init__(rect)
        self.hints = [hint if isinstance(hint, Hint) else Hint(*hint) for hint in hints]
        self.under: Point | None = None
        self.ground = False
        """Whether they bring their own ground, where none is under them."""
        self.caps: Callable[[str], Cap] = Cap
        """How the key of a hint is shown: as it is, or as a button of the gamepad in hand."""
        self._places: list[tuple[Rect, Hint]] = []

    @property
    def places(self) -> tuple[tuple[Rect, Hint], ...]:
        """Where each hint was drawn last."""
        return tuple(self._places)

    def at(self, point: Point) -> Hint | None:
        """The hint that was drawn at a place."""
        return next((hint for place, hint in self._places if place.contains(point)), None)

    def draw(self, canvas: Canvas) -> None:
        shown = [self.caps(hint.key) for hint in self.hints]
        row = self._row(canvas, shown)
        high = row.high
        x, top = self.rect.x, self.rect.centre[1] - high / 2
        self._places = []
        if self.ground:
            ground = Rect(x, top, row.width, high).inset(-24)
            canvas.box(ground, canvas.theme.colour("card"), alpha=210)
        for hint, cap, wide, text in zip(self.hints, shown, row.caps, row.said, strict=True):
            whole = wide + (_GAP + canvas.text_width(text, row.style) if text else 0)
            area = _touched(Rect(x, top, whole, high))
            self._draw_hint(canvas, hint, cap, Rect(x, top, wide, high), area, text, row)
            self._places.append((area, hint))
            x += whole + row.between

    def _draw_hint(
        self, canvas: Canvas, hint: Hint, shown: Cap, cap: Rect, area: Rect, words: str, row: _Row
    ) -> None:
        theme = canvas.theme
        over = self.under is not None and hint.on_press is not None and area.contains(self.under)
        ink = theme.colour("ink" if over else "ink_dim")
        if over:
            canvas.box(cap, theme.colour("quiet"), cap.h / 2 if shown.sign == "button" else 10)
        draw_cap(canvas, shown, cap, ink, row.bold)
        if words:
            canvas.text(words, (cap.right + _GAP, cap.centre[1]), row.style, ink, "midleft")

    def _row(self, canvas: Canvas, shown: Sequence[Cap]) -> _Row:
        """The row that fits: gaps close first, then words get shorter, then type smaller, and only
        then words are left out, the last ones first."""
        long = [hint.words for hint in self.hints]
        short = [hint.short or hint.words for hint in self.hints]
        least = max(_LEAST, canvas.theme.style("small").size / (30 * canvas.text_scale))
        shares = [share for share in _SHARES if share > least] + [least]
        for share in shares:
            for said in (long, short):
                for between in (_BETWEEN, _CLOSER):
                    row = self._set(canvas, shown, said, share, between)
                    if row.width <= self.rect.w:
                        return row
        for spoken in range(len(short) - 1, -1, -1):
            said = [text if at < spoken else "" for at, text in enumerate(short)]
            row = self._set(canvas, shown, said, least, _CLOSER)
            if row.width <= self.rect.w:
                break
        return row

    def _set(
        self, canvas: Canvas, shown: Sequence[Cap], said: list[str], share: float, between: float
    ) -> _Row:
        theme = canvas.theme
        style, bold = (_smaller(theme.style(name), share) for name in ("hint", "hint_bold"))
        high = min(self.rect.h, 52 * canvas.text_scale * max(share, 0.8))
        caps = [max(high, canvas.text_width(cap.text, bold) + 30 * high / 52) for cap in shown]
        words = sum(_GAP + canvas.text_width(text, style) for text in said if text)
        width = sum(caps) + words + between * max(0, len(caps) - 1)
        return _Row(said, caps, style, bold, high, between, width)


@dataclass(frozen=True, slots=True)
class _Row:
    """How a row of hints is set: words ("" where they gave way), widths of caps, type, and gaps."""

    said: list[str]
    caps: list[float]
    style: TypeStyle
    bold: TypeStyle
    high: float
    between: float
    width: float


def _smaller(style: TypeStyle, share: float) -> TypeStyle:
    return replace(style, size=style.size * share, min_size=style.size * share)


def _touched(shown: Rect) -> Rect:
    """Where a finger meets a hint: as wide as one, and as high."""
    aside = max(12.0, (TOUCH - shown.w) / 2)
    above = max(18.0, (TOUCH - shown.h) / 2)
    return shown.inset(-aside, -above)


def draw_cap(
    canvas: Canvas, cap: Cap, box: Rect, edge: Colour, style: str | TypeStyle = "hint_bold"
) -> None:
    """A key with its word, a round button with its letter, or the cross of a gamepad."""
    ink = canvas.theme.colour("ink")
    if cap.sign == "cross":
        _draw_cross(canvas, box, ink)
        return
    canvas.box(box, edge, 10.0 if cap.sign == "key" else box.h / 2, 3)
    canvas.text(cap.text, box.centre, style, ink, "centre", fit=box.w - 12)


def _draw_cross(canvas: Canvas, box: Rect, ink: Colour) -> None:
    """The four ways of a gamepad."""
    (x, y), long = box.centre, box.h * 0.48
    thick = long * 0.36
    canvas.box((x - long, y - thick, 2 * long, 2 * thick), ink, 6)
    canvas.box((x - thick, y - long, 2 * thick, 2 * long), ink, 6)


class Toast(Widget):
    """A notice that goes away by itself; hidden when there is none.

    It lies over the top of the screen, or in the `place` that a screen has cleared for it.
    """

    focusable = False

    def __init__(self, seconds: float = 4.0) -> None:
        super().__init__((GRID_WIDTH / 2, 48, 0, 0))
        self.seconds = seconds
        self.place: Rect | None = None
        self.text = ""
        self.times = 0
        """How many notices were shown so far."""
        self._left = 0.0

    def show(self, text: str) -> None:
        self.text = text
        self.times += 1
        self._left = self.seconds

    def hide(self, text: str) -> None:
        """Take that notice away, if it is the one that shows."""
        if text == self.text:
            self._left = 0.0

    @property
    def shown(self) -> bool:
        return self._left > 0

    @property
    def next_tick_s(self) -> float | None:
        """How long the notice stays, for a scene that sleeps meanwhile."""
        return self._left if self.shown else None

    def update(self, dt: float) -> None:
        self._left = max(0.0, self._left - dt)

    def draw(self, canvas: Canvas) -> None:
        if not self.shown:
            return
        theme = canvas.theme
        if self.place is not None:
            canvas.box(self.place, theme.colour("strip"), 20)
            area, ink = self.place.inset(32, 4), theme.colour("ink_dark")
            canvas.paragraph(self.text, area, "body", ink, "left", "middle", 2)
            return
        layout = canvas.measure(self.text, (1200, 200), "body")
        box = Rect((GRID_WIDTH - layout.width) / 2 - 48, 40, layout.width + 96, layout.height + 40)
        canvas.box(box, theme.colour("strip"), 20)
        canvas.paragraph(
            self.text,
            box.inset(48, 20).inset(-1),
            "body",
            theme.colour("ink_dark"),
            "centre",
            "middle",
        )
