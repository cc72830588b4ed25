"""The radio strip: the voices of mission control, one line, and what a right answer gives now."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from game.bank.question import Hint as Call
from game.play.sitting import Sitting
from game.screens import words
from game.screens.places import Places
from game.ui.art import signs
from game.ui.canvas import Canvas
from game.ui.clock import Motion
from game.ui.events import Event, Pointer
from game.ui.geometry import Rect
from game.ui.scene import Catalogue
from game.ui.theme import TypeStyle, mix
from game.ui.widgets import Action, Widget

SIGN_WIDE = 184.0
ON_WIDE = 140.0
GAP = 16.0
RISE = 40.0


class SignButton(Widget):
    """A small button with a sign, two bars to pause, a radio to call or an arrow to go on, and the
    key for it: beside the sign, or under it where the button is high."""

    def __init__(
        self, sign: Literal["call", "pause", "on"], rect: Rect, on_press: Action, key: str = ""
    ) -> None:
        super().__init__(rect, on_press)
        self.key = key
        self.text = f"{sign} button"
        self.sign = sign
        self.radius = 14.0

    def draw(self, canvas: Canvas) -> None:
        theme = canvas.theme
        ground = theme.colour("quiet")
        if self.held or self.hovered:
            ground = mix(ground, theme.colour("ink"), 0.14)
        canvas.box(self.rect, ground, self.radius)
        canvas.box(self.rect, theme.colour("hollow"), self.radius, 3)
        ink, size = theme.colour("ink"), min(self.rect.w, self.rect.h)
        at = self.rect.centre
        if self.key and self.sign == "on":
            at = (at[0], self.rect.y + self.rect.h * 0.36)
            style = TypeStyle(min(38.0, size * 0.6) / canvas.text_scale, 700, min_size=14)
            place = (at[0], self.rect.y + self.rect.h * 0.76)
            canvas.text(self.key, place, style, ink, "centre", fit=self.rect.w - 16)
        elif self.key:
            at = (self.rect.x + size * 0.5 + 4, at[1])
            left = self.rect.x + size + 4
            style = TypeStyle(min(34.0, size * 0.6) / canvas.text_scale, 700, min_size=14)
            place = ((left + self.rect.right - 12) / 2, at[1])
            room = self.rect.right - 12 - left
            canvas.text(self.key, place, style, ink, "centre", fit=room)
        if self.sign == "pause":
            signs.bars(canvas, at, size * 0.5, ink)
        elif self.sign == "on":
            signs.play(canvas, at, size * 0.46, ink)
        else:
            signs.radio(canvas, at, size * 0.8, ink)


class CallStrip(Widget):
    """A call that was heard, `shown` by its place. Pressing the strip calls once more, pressing
    the name of a voice has it heard again (`on_hear`)."""

    def __init__(
        self,
        sitting: Sitting,
        places: Places,
        catalogue: Catalogue,
        on_press: Action,
        on_hear: Callable[[int], None],
    ) -> None:
        super().__init__(_place(places), on_press)
        self.rise = Motion(0.0)
        self.shown = sitting.heard - 1
        self._sitting = sitting
        self._catalogue = catalogue
        self._on_hear = on_hear
        self._normal = places.room == "normal"
        self._names: list[Rect] = []
        self._picked: int | None = None
        self.focusable = sitting.can_call() or sitting.heard > 1

    def handle(self, event: Event) -> bool:
        if isinstance(event, Pointer) and event.kind == "press":
            names = enumerate(self._names[: self._sitting.heard])
            self._picked = next((i for i, r in names if r.contains(event.position)), None)
        return False

    def press(self) -> None:
        picked, self._picked = self._picked, None
        if picked is None:
            super().press()
        else:
            self._on_hear(picked)

    @property
    def text(self) -> str:
        """What this widget is called where widgets are listed."""
        return "call"

    def draw(self, canvas: Canvas) -> None:
        theme = canvas.theme
        ink = theme.colour("ink_dark")
        # By whole pixels, so that its signs are the same pictures all the way.
        down = round((1 - self.rise.value) * RISE * canvas.scale) / canvas.scale
        strip = self.rect.moved(0, down)
        canvas.box(strip, theme.colour("strip"))
        calls = self._sitting.question.hints
        heard = calls[: self._sitting.heard]
        if not heard:
            return
        aside = 240.0 if self._normal else 110.0 + 50 * canvas.text_scale
        left = strip.x + (180 if self._normal else 40)
        if self._normal:
            signs.radio(canvas, (strip.x + 82, strip.centre[1]), 96, ink)
            self._voices(canvas, left, strip.y + 30, calls, len(heard))
            line = Rect(left, strip.y + 57, strip.right - aside - 24 - left, strip.h - 61)
        else:
            line = Rect(left, strip.y + 8, strip.right - aside - 24 - left, strip.h - 16)
        style = TypeStyle(44 if self._normal else 40, 700, line=1.05, min_size=28)
        canvas.paragraph(heard[self.shown].text, line, style, ink, valign="middle", max_lines=2)
        self._worth(canvas, strip, aside)

    def _voices(
        self, canvas: Canvas, left: float, y: float, calls: tuple[Call, ...], heard: int
    ) -> None:
        theme = canvas.theme
        self._names = []
        for index, call in enumerate(calls):
            name = words.call_name(call.call, self._catalogue)
            wide = canvas.text_width(name, "hint_bold" if index == self.shown else "hint")
            self._names.append(Rect(left - 12, y - 30, wide + 48, 60))
            if index == self.shown:
                canvas.box((left - 4, y - 22, wide + 40, 44), theme.colour("ink_dark"), 22)
                canvas.text(name, (left + 16, y), "hint_bold", theme.colour("strip"), "midleft")
                left += 24
            else:
                ink = mix(theme.colour("ink_dark"), theme.colour("strip"), 0.25)
                canvas.text(name, (left, y), "hint", ink, "midleft")
                if index < heard:
                    signs.check(canvas, (left + wide + 22, y), 24, ink)
                    left += 36
            left += wide + 40

    def _worth(self, canvas: Canvas, strip: Rect, aside: float) -> None:
        theme = canvas.theme
        ink = theme.colour("ink_dark")
        x = strip.right - aside
        canvas.line(
            [(x, strip.y + 18), (x, strip.bottom - 18)], mix(ink, theme.colour("strip"), 0.6), 3
        )
        middle = x + aside / 2
        figure = str(self._sitting.worth())
        label = self._catalogue.gettext("if right")
        if self._normal:
            canvas.text(label, (middle, strip.y + 30), "hint", ink, "centre", fit=aside - 24)
            canvas.text(figure, (middle, strip.y + 78), "figure", ink, "centre")
        else:
            size = min(64.0, strip.h * 0.6 / canvas.text_scale)
            at = (middle, strip.y + strip.h * 0.36)
            canvas.text(figure, at, TypeStyle(size, 700), ink, "centre", fit=aside - 32)
            small = TypeStyle(min(30.0, strip.h * 0.26 / canvas.text_scale), 500)
            at = (middle, strip.y + strip.h * 0.8)
            canvas.text(label, at, small, ink, "centre", fit=aside - 20)


def struck(sitting: Sitting) -> frozenset[int]:
    """The options that calls have ruled out so far."""
    heard = sitting.question.hints[: sitting.heard]
    return frozenset(call.strikes for call in heard if call.strikes is not None)


def _place(places: Places) -> Rect:
    if places.room == "normal":
        return Rect(96, 888, 1312, 128)
    top = places.answers[-1].bottom + 14
    wide = places.right - places.card.x - SIGN_WIDE - GAP
    return Rect(places.card.x, top, wide, 1072 - top)


def beside(strip: Rect) -> tuple[Rect, Rect]:
    """The places of two buttons at the right end of a strip: to call, and to pause."""
    high = (strip.h - GAP) / 2
    x = strip.right + GAP
    return Rect(x, strip.y, SIGN_WIDE, high), Rect(x, strip.bottom - high, SIGN_WIDE, high)
