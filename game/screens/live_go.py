"""GO or NO-GO on the phones: each learner says it alone, and the front says what it is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from game.play.hosted import HostedSitting
from game.play.sitting import Sitting
from game.screens import glossary
from game.screens.game import Game
from game.screens.go import HIGHEST, GoPlate
from game.screens.live_question import LiveOpenScreen
from game.screens.prompt import draw_card, draw_prompt
from game.screens.question import question_screen
from game.screens.readings import draw_readings
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.theme import TypeStyle
from game.ui.widgets import Widget


class LiveGoScreen(LiveOpenScreen):
    """The stem, two plates that say what each is worth, and the seconds that phones have."""

    name = "live-go"

    def __init__(self, game: Game, sitting: Sitting) -> None:
        super().__init__(game, sitting)
        self._whole_s = 0.0

    @property
    def left_s(self) -> float | None:
        """Seconds that phones have, None for no end."""
        sitting = self.sitting
        assert isinstance(sitting, HostedSitting)
        return sitting.go_left_s

    @property
    def word(self) -> str:
        return super().word or self.say("GO or NO-GO?")

    @property
    def hard_words(self) -> tuple[glossary.Entry, ...]:
        return glossary.before(self.sitting.question, self.pack, options=False)

    @property
    def card(self) -> Rect:
        """The card of the question, a little lower than with its answers."""
        card = question_screen(self.game, self.sitting).card
        return card._replace(h=card.h - (48 if self.places.room == "normal" else 96))

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        return (self.key_hints(self.say("Show the options")),), None

    def showing(self) -> tuple[object, ...]:
        left = self.left_s
        return (None if left is None else int(left + 0.999), self.sitting.round.paused)

    def paint_readings(self, canvas: Canvas) -> None:
        """The clock of the phones stands in the place of the launch window, which waits."""
        state, left = self.sitting.round, self.left_s
        self._whole_s = max(self._whole_s, left or 0.0)
        rules = replace(state.rules, window_s=0.0, clock_s=self._whole_s, time_factor=1.0)
        elapsed_s = self._whole_s - (left or 0.0)
        self.dial = draw_readings(
            canvas,
            self.places,
            replace(state, phase="asking", reading_left_s=0.0, rules=rules, elapsed_s=elapsed_s),
            self.filled,
            self.shared.catalogue,
            word=self.word,
        )

    def paint(self, canvas: Canvas) -> None:
        super().paint(canvas)
        self.draw_still(canvas, "body", self._body)
        self.paint_count(canvas)

    def _body(self, canvas: Canvas) -> None:
        places, catalogue, card = self.places, self.shared.catalogue, self.card
        draw_prompt(canvas, self.sitting.question, card, places, catalogue)
        normal = places.room == "normal"
        said = self.say("Each says on the phone, before the options show, whether they know it.")
        if normal:
            said += " " + self.say(
                "After GO no call is heard. Mended: missed now, but right at T-0."
            )
        left, right = places.plates
        foot = left.bottom
        high = 92.0 if normal else 76.0
        box = Rect(left.x, foot - high, right.right - left.x, high)
        draw_card(canvas, box)
        style = TypeStyle(36, 500, line=1.15, min_size=28)
        ink = canvas.theme.colour("sand")
        canvas.paragraph(said, box.inset(32, 4), style, ink, valign="middle")
        top = max(card.bottom + 24, box.y - 24 - HIGHEST)
        for go, place in ((True, left), (False, right)):
            rect = Rect(place.x, top, place.w, box.y - 20 - top)
            GoPlate(go, rect, lambda: None, catalogue).draw(canvas)
