"""Questions about a figure: it stands beside its options, and is explained in words as well."""

from __future__ import annotations

from game.screens.options import OptionsScreen
from game.screens.prompt import draw_card
from game.ui.art.figures import draw_figure
from game.ui.canvas import Canvas
from game.ui.geometry import Rect

_GAP = 20.0
_LONG = 44


class PictureScreen(OptionsScreen):
    """The figure on a card at the left, the options beneath each other at the right."""

    @property
    def plates(self) -> bool:
        return False

    @property
    def card(self) -> Rect:
        large = self.arrangement
        if large is not None:
            return large.card
        card = self.places.card
        long = len(self.question.prompt) > _LONG
        short = {"normal": 124.0, "large": 156.0, "huge": 190.0}
        high = {"normal": 168.0, "large": 216.0, "huge": 272.0} if long else short
        return Rect(card.x, card.y, card.w, high[self.places.room])

    def told(self) -> dict[str, object]:
        picture = self.question.picture
        return {**super().told(), "picture": picture.alt if picture else ""}

    def paint(self, canvas: Canvas) -> None:
        super().paint(canvas)
        picture = self.question.picture
        if picture is None:
            return
        panel = self.panel
        draw_card(canvas, panel)
        draw_figure(canvas, picture.draw, picture.of, panel.inset(32, 32), picture.within)

    @property
    def panel(self) -> Rect:
        """Where the figure stands."""
        large = self.arrangement
        if large is not None and large.panel is not None:
            return large.panel
        first = self.places.answers[0]
        top = self.card.bottom + 24
        return Rect(first.x, top, first.w, self.places.answers[-1].bottom - top)

    def _areas(self) -> tuple[Rect, ...]:
        large = self.arrangement
        if large is not None:
            return large.options
        panel, second = self.panel, self.places.answers[1]
        count = len(self.question.options)
        high = min(150.0, (panel.h - _GAP * (count - 1)) / count)
        step = (panel.h - high) / max(1, count - 1)
        return tuple(Rect(second.x, panel.y + at * step, second.w, high) for at in range(count))
