"""A question as it is asked: the stem first, then what to answer with, calls, and the lock."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from game.bank.question import Question
from game.play.sitting import Sitting
from game.rounds.state import Response
from game.screens import flow, glossary, saving
from game.screens.call import CallStrip, SignButton, beside, struck
from game.screens.countdown import CountdownScreen
from game.screens.game import Game
from game.screens.prompt import draw_prompt
from game.screens.readings import DIAL
from game.screens.screen import HASTY_S, Shortcuts
from game.ui.canvas import Canvas
from game.ui.clock import Motion
from game.ui.events import Event, Key, Pointer
from game.ui.geometry import Rect
from game.ui.voice import Said
from game.ui.widgets import Hint, KeyHints, Widget

Moment = Literal["stem", "open", "locked"]

STEM_S_A_WORD = 0.16
STEM_MOST_S = 2.4
PULSE_S = 0.3
HUSH_S = 0.3
TICK_S = 0.2


def question_screen(game: Game, sitting: Sitting) -> QuestionScreen:
    """The screen for the question that stands now, by its kind."""
    if isinstance(sitting.question.answer, tuple):
        from game.screens.arrange import ArrangeScreen

        return ArrangeScreen(game, sitting)
    if sitting.question.picture is not None and sitting.question.picture.draw:
        from game.screens.picture import PictureScreen

        return PictureScreen(game, sitting)
    if sitting.question.options:
        from game.screens.options import OptionsScreen

        return OptionsScreen(game, sitting)
    from game.screens.entry import EntryScreen

    return EntryScreen(game, sitting)


class QuestionScreen(CountdownScreen):
    """Shows the stem alone for a moment, then opens; an answer locks, pulses, and is heard of."""

    name = "question"

    def __init__(self, game: Game, sitting: Sitting) -> None:
        super().__init__(game, sitting)
        said = sitting.round.said_by(sitting.seat)
        self.open_s = 0.0
        self.shown: int | None = None
        self.moment: Moment = "open" if said.go is not None or said.calls else "stem"
        self._stem_left = min(STEM_MOST_S, 0.5 + STEM_S_A_WORD * len(self.question.prompt.split()))
        self.sliding = Motion(0.0)
        self._since_lock = 0.0
        self.locked: Response = None
        self.rising = Motion(0.0)
        # Whether letters are part of the answer, and so cannot be shortcuts.
        self.takes_letters = False

    @property
    def question(self) -> Question:
        return self.sitting.question

    @property
    def wants_frames(self) -> bool:  # type: ignore[override]
        return self.moment == "locked" or not (self.sliding.over and self.rising.over)

    @property
    def next_tick_s(self) -> float | None:  # type: ignore[override]
        if self.moment != "stem":
            return TICK_S
        waits = (super().next_tick_s, None if self.waits else self._stem_left)
        return min((wait for wait in waits if wait is not None), default=None)

    @property
    def went(self) -> bool:
        return bool(self.sitting.round.said_by(self.sitting.seat).go)

    @property
    def waits(self) -> bool:
        """Whether the stem stands alone until it is opened by hand; no time passes then."""
        return self.moment == "stem" and self.shared.settings.answers == "asked"

    @property
    def stands(self) -> bool:
        """No time passes while the question is read aloud."""
        return self.shared.narrator.reads_page

    @property
    def calm(self) -> bool:
        """Whether the player asked for little or no motion."""
        return self.shared.settings.motion != "full"

    def told(self) -> dict[str, object]:
        return {**super().told(), "moment": self.moment, "calls": self.sitting.heard}

    def spoken(self) -> Iterable[str | Said]:
        from game.screens import spoken_round

        return spoken_round.question(self)

    @property
    def speaks_on(self) -> bool:
        return self.moment == "locked"

    def shortcuts(self) -> Shortcuts:
        keys = super().shortcuts()
        if self.moment == "stem":
            return {**keys, "enter": self.open}
        return {**keys, "h": self.call, "f1": self.call}

    def hint_row(self) -> list[Hint]:
        """The hints of this moment, the most needed first."""
        key = "Esc" if self.takes_letters else self.say("Space")
        pause = Hint(key, self.say("Pause"), self.pause)
        if self.moment == "stem":
            return [Hint(self.say("Enter"), self.words_to_open, self.open), pause]
        row = self.answer_hints()
        if self.sitting.can_call() or self.sitting.heard > 1:
            words, short = self.say("Call mission control"), self.say("Call")
            if self.sitting.heard:
                words = self.say("Next call") if self.sitting.can_call() else self.say("Hear again")
            row.insert(0, Hint("F1" if self.takes_letters else "H", words, self.call, short))
        if self.hard_words:
            key = "F2" if self.takes_letters else "W"
            row.append(Hint(key, self.say("Hard words"), self.open_glossary, self.say("Words")))
        return [*row, pause]

    @property
    def words_to_open(self) -> str:
        """What is seen once the question is open."""
        return self.say("Show the answers")

    @property
    def hard_words(self) -> tuple[glossary.Entry, ...]:
        return glossary.before(self.question, self.asked_in, options=self.moment != "stem")

    def answer_hints(self) -> list[Hint]:
        """What the keys of this kind of question do."""
        return []

    @property
    def shows_rows(self) -> bool:
        return self.places.room == "large" or self.sitting.heard == 0

    @property
    def struck(self) -> frozenset[int]:
        """The options that calls have ruled out."""
        return struck(self.sitting)

    def foot(self) -> list[Widget]:
        """What stands below the answers: the hints, and the radio strip once it was called."""
        area = self.places.hints
        if self.sitting.heard == 0:
            return [KeyHints(self.hint_row(), area)]
        strip = CallStrip(self.sitting, self.places, self.shared.catalogue, self.call, self.hear)
        strip.rise = self.rising
        strip.shown = self.sitting.heard - 1 if self.shown is None else self.shown
        if self.places.room == "normal":
            return [strip, KeyHints(self.hint_row(), Rect(area.x, 1024, area.w, 44))]
        call, pause = beside(strip.rect)
        keys = ("F1", "Esc") if self.takes_letters else ("H", self.say("Space"))
        named = [self.cap(key) for key in keys]
        buttons: list[Widget] = [SignButton("pause", pause, self.pause, named[1])]
        if self.sitting.can_call() or self.sitting.heard > 1:
            buttons.insert(0, SignButton("call", call, self.call, named[0]))
        return [strip, *buttons, Dial(self)]

    def open(self) -> None:
        """Show what to answer with."""
        if self.moment == "stem":
            self.moment = "open"
            self.sliding = Motion(0.0 if self.calm else self.shared.theme.number("quick"))
            self.shared.sounds.play("page", 0.5)
            self.renew()

    def call(self) -> None:
        """Call mission control; once all have been heard, hear them again, one after the other."""
        heard = self.sitting.heard
        if heard > 1 and not self.sitting.can_call():
            self.hear(((heard - 1 if self.shown is None else self.shown) + 1) % heard)
        elif self.moment == "open" and self.sitting.can_call():
            first = heard == 0
            self.sitting.call()
            self.shown = None
            self.shared.sounds.play("call")
            if first and not self.calm:
                self.rising = Motion(self.shared.theme.number("quick"))
            self.renew()
        elif self.moment == "open" and self.went:
            self.shared.notice.show(self.say("After GO there are no calls."))

    def hear(self, index: int) -> None:
        """Hear one of the calls again."""
        if self.moment == "open":
            self.shown = index
            self.shared.sounds.play("page", 0.5)
            self.renew()

    def lock(self, response: Response) -> None:
        """Answer: it counts at once, and is heard of after the hush."""
        if self.moment != "open":
            return
        self.game.logbook.attend(self.sitting)
        self.sitting.answer(response)
        self.moment = "locked"
        self.locked = response
        self._since_lock = 0.0
        self.shared.sounds.play("lock")
        self.renew()
        self.settle()
        self.group.focus(None)

    def handle(self, event: Event) -> None:
        if self._on_dial(event) and self.moment != "locked":
            self.pause()
            return
        if self.moment == "stem":
            pressed = isinstance(event, Pointer) and event.kind == "press"
            letter = isinstance(event, Key) and (event.name in "abcd" or event.name in "1234")
            if letter or (pressed and not self._on_hint(event)):
                self.open()
                return
        if self.moment == "locked":
            return
        if self.moment == "open" and self.open_s < HASTY_S and self.meant_for_another(event):
            return
        super().handle(event)

    def update(self, dt: float) -> None:
        super().update(dt)
        self.sliding.tick(dt)
        if self.moment == "open":
            self.open_s += dt
        self.rising.tick(dt)
        if self.moment == "locked":
            self._since_lock += dt
            hush = PULSE_S if self.calm else PULSE_S + HUSH_S
            if self._since_lock >= hush and saving.over(self, self._since_lock):
                flow.go(self.game, self.sitting, self.cells)
            return
        if self.waits:
            return
        if self.moment == "stem":
            self._stem_left = max(0.0, self._stem_left - dt)
            if self._stem_left <= 0:
                self.open()
        before = self._showing()
        if not self.stands:
            self.let_pass(dt)
        if self.sitting.round.phase != "asking":
            flow.go(self.game, self.sitting, self.cells)
        elif self._showing() != before:
            self.redraw()

    @property
    def pulse(self) -> float:
        """How bright the locked answer is, 0 to 1."""
        share = self._since_lock / PULSE_S
        return 0.0 if share >= 1 else 1 - abs(2 * share - 1)

    @property
    def card(self) -> Rect:
        """Where the stem stands: the whole room while it is alone."""
        return self.places.card

    def paint(self, canvas: Canvas) -> None:
        super().paint(canvas)
        self.draw_still(canvas, "prompt", self._prompt)

    def paint_gauge(self, canvas: Canvas) -> None:
        if self.classroom:
            super().paint_gauge(canvas)
        else:
            self.draw_still(canvas, "gauge", super().paint_gauge)

    def _prompt(self, canvas: Canvas) -> None:
        draw_prompt(
            canvas, self.question, self.card, self.places, self.shared.catalogue, went=self.went
        )

    def _showing(self) -> tuple[object, ...]:
        state = self.sitting.round
        left = state.window_left_s if state.clock_left_s is None else state.clock_left_s
        return (int(left + 0.999), state.clock_stands, self.stands, self.sitting.shown_s)

    def _on_hint(self, event: Event) -> bool:
        at = event.position if isinstance(event, Pointer) else None
        return at is not None and self.hints is not None and self.hints.at(at) is not None


class Dial(Widget):
    """The dial of the window as a button: the way to the pause where a call covers the hints."""

    radius = DIAL
    text = "dial"

    def __init__(self, screen: CountdownScreen) -> None:
        super().__init__(screen.dial, screen.pause)
        self._screen = screen

    def draw(self, canvas: Canvas) -> None:  # noqa: ARG002
        self.rect = self._screen.dial
