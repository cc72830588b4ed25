"""A question that everybody answers on a phone: it stands in front, and who has answered shows."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from game.play.sitting import Sitting
from game.screens import glossary
from game.screens.game import Game
from game.screens.live import LiveCountdown
from game.screens.options import LETTERS, are_figures
from game.screens.prompt import draw_card
from game.screens.question import question_screen
from game.screens.vote_places import Body, option_areas_of, sign_of, style_of
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.theme import TypeStyle
from game.ui.widgets import Choice, Hint, KeyHints, Widget

TICK_S = 0.2
SIGN = 124.0
SURE_S = 8.0
"""How long a second press closes a question that some have not answered."""


class LiveOpenScreen(LiveCountdown):
    """What is open on the phones, and how many have said something to it."""

    _paused = False

    @property
    def next_tick_s(self) -> float | None:  # type: ignore[override]
        return min(TICK_S, super().next_tick_s or TICK_S)

    @property
    def word(self) -> str:
        return self.say("Paused") if self.sitting.round.paused else ""

    @property
    def answered(self) -> str:
        """How many have answered, in words."""
        words, live = self.say("{count} of {of} answered"), self.live
        if self.sitting.round.paused:
            # Phones can still be pressed, so that nobody loses what they were about to say.
            words = self.say("Paused: {count} of {of} so far")
        return words.format(count=live.answered, of=live.asked or live.here)

    def key_hints(self, forward: str) -> KeyHints:
        """The keys beside the count."""
        paused = self._paused = self.sitting.round.paused
        row = [
            Hint(self.say("Enter"), forward, self.forward),
            Hint(self.say("Space"), self.say("Go on") if paused else self.say("Pause"), self.pause),
        ]
        area, wide = self.places.hints, self._count_area().w
        return KeyHints(row, Rect(area.x + wide, area.y, area.w - wide, area.h))

    def pause(self) -> None:
        """Lay the card over it; where it was paused from elsewhere, go on."""
        if self.sitting.round.paused:
            self.sitting.pause(False)
        else:
            super().pause()

    def update(self, dt: float) -> None:
        before, in_time = self.showing(), self.sitting.round.on_time
        super().update(dt)
        if in_time and not self.sitting.round.on_time:
            # The clock of the host was first.
            self.tell_missed()
        self.let_pass(dt)
        if self.showing() != before:
            self.redraw()

    def changed(self) -> None:
        # Only the count is new, and it is drawn with every picture.
        if self._paused == self.sitting.round.paused:
            self.redraw()
        else:
            self.renew()

    def showing(self) -> tuple[object, ...]:
        """What of the clock can be seen."""
        state = self.sitting.round
        left = state.window_left_s if state.clock_left_s is None else state.clock_left_s
        return (int(left + 0.999), state.clock_stands)

    def told(self) -> dict[str, object]:
        return {**super().told(), "answered": self.live.answered, "of": self.live.asked}

    def _count_area(self) -> Rect:
        area = self.places.hints
        return Rect(area.x, area.y - 8, 560 * min(1.1, self.text_scale), area.h + 16)

    def paint_count(self, canvas: Canvas) -> None:
        """How many have answered: a bar and words, and nothing of what they chose."""
        theme, live = canvas.theme, self.live
        area = self._count_area()
        style = TypeStyle(40 * min(1.3, canvas.text_scale) / canvas.text_scale, 700)
        at, ink = (area.x, area.centre[1] - 10), theme.colour("ink")
        canvas.text(self.answered, at, style, ink, "midleft", fit=area.w - 48)
        bar = Rect(area.x, area.bottom - 14, area.w - 48, 12)
        canvas.box(bar, theme.colour("line"), 6)
        share = live.answered / live.asked if live.asked else 0.0
        if share > 0:
            canvas.box(Rect(bar.x, bar.y, max(12.0, bar.w * share), bar.h), theme.colour("fuel"), 6)


class LiveQuestionScreen(LiveOpenScreen):
    """The question with its options, and how many phones have answered."""

    name = "live-question"
    open = True
    went = False
    declined = False
    moment = "think"
    counted = 0

    def __init__(self, game: Game, sitting: Sitting) -> None:
        super().__init__(game, sitting)
        self._pressed_s = -SURE_S
        self._warned = ""

    @property
    def hard_words(self) -> tuple[glossary.Entry, ...]:
        return glossary.before(self.sitting.question, self.pack, options=True)

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        question = self.sitting.question
        choices: list[Widget] = []
        if question.options and isinstance(question.answer, int):
            plain = question_screen(self.game, self.sitting)
            areas, most = option_areas_of(plain), sign_of(plain, SIGN)
            for index, (option, area) in enumerate(zip(question.options, areas, strict=True)):
                choice = Choice(
                    LETTERS[index],
                    option,
                    area,
                    figure=are_figures(question),
                    sign_size=min(most, area.h * 0.7),
                    style=style_of(plain),
                    beside=question.options,
                )
                choice.focusable = False
                choices.append(choice)
        return (*choices, self.key_hints(self.say("Close"))), None

    def forward(self) -> None:
        waits = self.live.asked - self.live.answered
        if waits > 0 and self.shown_s - self._pressed_s > SURE_S:
            self._pressed_s = self.shown_s
            said = self.shared.catalogue.ngettext(
                "{count} has not answered yet. {key} again closes the question.",
                "{count} have not answered yet. {key} again closes the question.",
                waits,
            )
            self._warned = said.format(count=waits, key=self.cap(self.say("Enter")))
            self.shared.notice.show(self._warned)
            return
        self.sitting.close()

    def press_afar(self) -> None:
        # The phone has asked already, and its teacher may not see the screen.
        self.sitting.close()

    def leave(self) -> None:
        super().leave()
        if self._warned:
            self.shared.notice.hide(self._warned)

    def told(self) -> dict[str, object]:
        return {**super().told(), "options": list(self.sitting.question.options)}

    def paint(self, canvas: Canvas) -> None:
        super().paint(canvas)
        self.draw_still(canvas, "body", partial(Body.draw, Body(self)))
        self.paint_count(canvas)
        if not self.sitting.question.options:
            words = self.say("Write the answer on the phone.")
            stem, high = Body(self).card, 72 * self.text_scale
            wide = canvas.text_width(words, "body_bold") + 64
            card = Rect(stem.x, stem.bottom + 28, wide, high)
            draw_card(canvas, card)
            ink = canvas.theme.colour("ink")
            canvas.text(words, (card.x + 32, card.centre[1]), "body_bold", ink, "midleft")
