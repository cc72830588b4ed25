"""The radio strip: the voices of mission control, one line, and what a right answer gives now."""

from __future__ import annotations

from game.bank.question import Hint as Call
from game.play.sitting import Sitting
from game.screens import words
from game.screens.places import Places
from game.ui.art import signs
from game.ui.canvas import Canvas
from game.ui.clock import Motion
from game.ui.geometry import Rect
from game.ui.scene import Catalogue
from game.ui.theme import TypeStyle, mix
from game.ui.widgets import Action, Widget


class CallStrip(Widget):
    """The last call that was heard. Pressing it calls once more."""

    def __init__(
        self, sitting: Sitting, places: Places, catalogue: Catalogue, on_press: Action, rise: Motion
    ) -> None:
        super().__init__(_place(places), on_press)
        self._sitting = sitting
        self._catalogue = catalogue
        self._rise = rise
        self._normal = places.room == "normal"
        self.focusable = sitting.can_call()

    @property
    def text(self) -> str:
        """What this widget is called where widgets are listed."""
        return "call"

    def draw(self, canvas: Canvas) -> None:
        theme = canvas.theme
        ink = theme.colour("ink_dark")
        strip = self.rect.moved(0, (1 - self._rise.value) * 40)
        canvas.box(strip, theme.colour("strip"))
        calls = self._sitting.question.hints
        heard = calls[: self._sitting.heard]
        if not heard:
            return
        aside = 240.0 if self._normal else 150.0 + 50 * canvas.text_scale
        left = strip.x + (180 if self._normal else 40)
        if self._normal:
            signs.radio(canvas, (strip.x + 82, strip.centre[1]), 96, ink)
            self._voices(canvas, left, strip.y + 34, calls, len(heard))
            line = Rect(left, strip.y + 54, strip.right - aside - 24 - left, strip.h - 60)
        else:
            line = Rect(left, strip.y + 8, strip.right - aside - 24 - left, strip.h - 16)
        style = TypeStyle(44 if self._normal else 40, 700, line=1.15, min_size=28)
        canvas.paragraph(heard[-1].text, line, style, ink, valign="middle", max_lines=2)
        self._worth(canvas, strip, aside)

    def _voices(
        self, canvas: Canvas, left: float, y: float, calls: tuple[Call, ...], heard: int
    ) -> None:
        theme = canvas.theme
        for index, call in enumerate(calls):
            name = words.call_name(call.call, self._catalogue)
            wide = canvas.text_width(name, "hint_bold" if index == heard - 1 else "hint")
            if index == heard - 1:
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
            size = min(64.0, strip.h * 0.8 / canvas.text_scale)
            style = TypeStyle(size, 700)
            canvas.text(figure, (middle, strip.centre[1]), style, ink, "centre", fit=aside - 32)


def struck(sitting: Sitting) -> frozenset[int]:
    """The options that calls have ruled out so far."""
    heard = sitting.question.hints[: sitting.heard]
    return frozenset(call.strikes for call in heard if call.strikes is not None)


def _place(places: Places) -> Rect:
    if places.room == "normal":
        return Rect(96, 892, 1312, 120)
    top = places.answers[-1].bottom + 14
    return Rect(places.card.x, top, places.right - places.card.x, 1070 - top)
