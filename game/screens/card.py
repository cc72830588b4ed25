"""A card laid over another screen, which shows darkened behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from game.screens.game import Game
from game.screens.screen import Screen, Shortcuts
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.voice import Said
from game.ui.widgets import Button, Widget

Words = str | Callable[[], str]
"""A text, or what says it in the language of now: a card may outlive a change of language."""


def said(words: Words) -> str:
    """The text as it is now."""
    return words if isinstance(words, str) else words()


class CardScreen(Screen):
    """A heading, something to read, and a way back by Esc, Enter or a press."""

    wide = 1312.0
    high = 760.0

    def __init__(self, game: Game, heading: Words) -> None:
        super().__init__(game)
        self._heading = heading
        self._under = game.shared.stack.top

    @property
    def heading(self) -> str:
        """What stands over the card."""
        return said(self._heading)

    @property
    def card(self) -> Rect:
        """The card; it grows with the text as far as the screen allows."""
        wide = min(1792.0, self.wide * self.text_scale)
        high = min(1000.0, self.high * self.text_scale)
        return Rect((1920 - wide) / 2, (1080 - high) / 2, wide, high)

    @property
    def body(self) -> Rect:
        """Where there is room to read, between the heading and the buttons."""
        card = self.card
        top = card.y + 40 + 104 * min(1.3, self.text_scale)
        foot = self.foot(1)[0].y - 24
        return Rect(card.x + 64, top, card.w - 128, foot - top)

    def foot(self, count: int) -> tuple[Rect, ...]:
        """The places of so many buttons, side by side at the foot of the card."""
        card = self.card
        high = 88 * min(1.25, self.text_scale)
        room = (card.w - 128 - 32 * (count - 1)) / count
        wide = min(room, 420 * self.text_scale)
        y = card.bottom - 44 - high
        return tuple(Rect(card.x + 64 + i * (wide + 32), y, wide, high) for i in range(count))

    def spoken(self) -> Iterable[str | Said]:
        from game.screens.spoken import heard

        return (self.heading, *heard(self, lambda canvas: self.paint_card(canvas, self.body)))

    def close(self) -> None:
        """Back to the screen under the card."""
        self.shared.stack.pop()

    def shortcuts(self) -> Shortcuts:
        return {"escape": self.close}

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        back = Button(self.say("Go on"), self.foot(1)[0], self.close, "primary")
        return (back,), back

    def paint(self, canvas: Canvas) -> None:
        theme = canvas.theme
        if self._under is not None:
            self._under.draw(canvas)
        canvas.box(canvas.visible, theme.colour("night"), 0, alpha=216)
        card = self.card
        canvas.box(card, theme.colour("card"))
        canvas.box(card, theme.colour("ornament"), width=2)
        canvas.paragraph(
            self.heading,
            (card.x + 64, card.y + 36, card.w - 128, 96 * min(1.3, self.text_scale)),
            "title",
            theme.colour("ink"),
            valign="middle",
            max_lines=1,
        )
        self.paint_card(canvas, self.body)

    def paint_card(self, canvas: Canvas, area: Rect) -> None:
        """Draw what there is to read."""
