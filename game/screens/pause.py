"""The pause: a reminder of the keys, the settings, the text size, and the ways out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.play.sitting import Sitting
from game.screens import flow
from game.screens.card import CardScreen
from game.screens.confirm import ask_launch
from game.screens.game import Game
from game.screens.pick import Stepper
from game.screens.screen import Shortcuts
from game.ui.canvas import Canvas
from game.ui.caps import caps
from game.ui.geometry import Rect
from game.ui.voice import Said
from game.ui.widgets import Button, Widget
from game.ui.widgets.hints import draw_cap

TEXT_SIZES = (1.0, 1.25, 1.5, 1.75, 2.0)


class PauseScreen(CardScreen):
    """Laid over a round; the window stands still under it."""

    name = "pause"
    wide = 1600.0
    high = 860.0

    def __init__(self, game: Game, sitting: Sitting) -> None:
        super().__init__(game, "")
        self.sitting = sitting

    @property
    def heading(self) -> str:
        return self.say("Paused")

    def shortcuts(self) -> Shortcuts:
        return {"escape": self.close, "space": self.close, "s": self.open_settings}

    def spoken(self) -> Iterable[str | Said]:
        return (self.heading,)

    @property
    def _wide(self) -> float:
        """How wide the buttons are; the keys stand beside them."""
        body = self.body
        return body.w if self.text_scale > 1.4 else 660.0

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        card = self.card
        top = self.body.y
        gap = 20.0
        high = (card.bottom - 48 - top - 4 * gap) / 5
        rows = [Rect(card.x + 64, top + i * (high + gap), self._wide, high) for i in range(5)]
        settings = self.shared.settings
        back = Button(self.say("Go on"), rows[0], self.close, "primary")
        more = Button(self.say("Settings"), rows[1], self.open_settings)
        size = Stepper(
            self.say("Text size"),
            [f"{scale:.0%}".replace("%", " %") for scale in TEXT_SIZES],
            nearest(TEXT_SIZES, settings.text_scale),
            rows[2],
            self._resize,
        )
        now = Button(self.say("Launch now"), rows[3], self._ask_launch)
        now.enabled = self.sitting.round.phase not in ("key", "launch", "results")
        leave = Button(self.say("Leave the round"), rows[4], self.back)
        return (back, more, size, now, leave), back

    def back(self) -> None:
        """To the title, where the round is offered again."""
        self.game.leave(self.sitting)
        flow.to_title(self.game)

    def _ask_launch(self) -> None:
        ask_launch(self.game, self._launch)

    def _launch(self) -> None:
        self.sitting.pause(False)
        self.sitting.launch_now()
        self.close()
        flow.go(self.game, self.sitting)

    def _for_ears(self) -> tuple[tuple[str, str], ...]:
        return (("R", self.say("read aloud")), ("M", self.say("sound on or off")))

    def _resize(self, at: int) -> None:
        self.shared.change(self.shared.settings.with_(text_scale=TEXT_SIZES[at]))

    def paint_card(self, canvas: Canvas, area: Rect) -> None:
        if self._wide == area.w:
            return
        theme = canvas.theme
        left = area.x + self._wide + 72
        cap_of = caps(self.shared.keys, self.shared.device, self.shared.catalogue)
        # Where letters are written, another key calls.
        call = f"{cap_of('H').text}, F1" if self.shared.device == "keyboard" else "H"
        keys = (
            ("A–D", self.say("choose an answer")),
            (call, self.say("call mission control")),
            ("G", self.say("GO")),
            ("N", self.say("NO-GO")),
            ("W", self.say("hard words")),
            ("S", self.say("where it stands")),
            ("F10", self.say("settings")),
            *(() if self.shared.device == "gamepad" else self._for_ears()),
        )
        foot = self.card.bottom - 48
        row = (foot - area.y) / len(keys)
        wide = 196.0 * self.text_scale
        for index, (key, words) in enumerate(keys):
            shown = cap_of(key)
            y = area.y + (index + 0.5) * row
            cap = Rect(left, y - 28, wide, 56)
            draw_cap(canvas, shown, cap, theme.colour("hollow"))
            canvas.text(
                words,
                (cap.right + 28, y),
                "hint",
                theme.colour("ink"),
                "midleft",
                fit=area.right - cap.right - 28,
            )


def nearest(values: Sequence[float], value: float) -> int:
    """The index of the value that lies nearest."""
    return min(range(len(values)), key=lambda index: abs(values[index] - value))
