"""A question put to everybody at once: the stem, the options, then three, two, one, show."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Literal

from game.play.sitting import Sitting
from game.rounds import vote
from game.screens import flow, glossary
from game.screens.call import GAP, ON_WIDE, CallStrip, SignButton, beside, struck
from game.screens.countdown import CountdownScreen
from game.screens.game import Game
from game.screens.options import LETTERS, are_figures
from game.screens.question import HUSH_S, PULSE_S, TICK_S, Dial, question_screen
from game.screens.screen import Shortcuts
from game.screens.vote_places import body_of, option_areas_of, sign_of, style_of
from game.ui.canvas import Canvas
from game.ui.clock import Motion
from game.ui.events import Event, Key, Pointer
from game.ui.geometry import Rect
from game.ui.widgets import Choice, Hint, KeyHints, Widget

Moment = Literal["stem", "think", "talk", "count", "show", "locked"]

COUNT_S = 1.0
SOUNDS = ("three", "two", "one")
SIGN = 148.0
"""Signs so high are seen from the back row."""


class ShowScreen(CountdownScreen):
    """Everybody thinks, then shows a letter at once; subclasses take in what was shown.

    Nothing goes on by itself but three, two, one: the teacher has the pace.
    """

    name = "vote"
    commits = False

    def __init__(self, game: Game, sitting: Sitting, moment: Moment = "stem") -> None:
        super().__init__(game, sitting)
        self.moment: Moment = moment
        self.passed_s = 0.0
        self.choices: list[Choice] = []
        self.rising = Motion(0.0)
        self.shown: int | None = None
        self._locked: int | None = None
        self._hears = True

    @property
    def put_away(self) -> bool:
        """Whether a call that was heard gives its room to the keys, where text is large: they have
        thought, and now all depends on the teacher."""
        heard = self.sitting.heard > 0 and self.open
        return heard and not self._hears and self.places.room != "normal"

    @property
    def wants_frames(self) -> bool:  # type: ignore[override]
        return self.moment == "locked" or not self.rising.over

    @property
    def next_tick_s(self) -> float | None:  # type: ignore[override]
        if self.moment == "count":
            return COUNT_S - self.passed_s % COUNT_S
        return TICK_S if self.runs else super().next_tick_s

    @property
    def runs(self) -> bool:
        """Whether the time of the launch window passes."""
        return self.moment in ("stem", "think", "talk")

    @property
    def word(self) -> str:
        """What everybody is to do now, beside T-n."""
        asks = self.sitting.question.kind == "true-false"
        words: dict[str, str] = {
            "stem": self.say("True or false?") if asks else "",
            "think": self.say("Think"),
            "talk": self.say("Talk"),
            "show": self.say("Show!"),
        }
        return words.get(self.moment, "")

    @property
    def counted(self) -> int:
        """What everybody counts aloud now, 3 to 1."""
        return 3 - min(2, int(self.passed_s / COUNT_S))

    @property
    def stands(self) -> bool:
        return not self.runs

    @property
    def open(self) -> bool:
        """Whether what can be answered shows."""
        return self.moment != "stem"

    @property
    def went(self) -> bool:
        return bool(self.sitting.round.said_by(self.sitting.seat).go)

    @property
    def declined(self) -> bool:
        """Whether NO-GO was said to the question that stands now."""
        return self.sitting.round.said_by(self.sitting.seat).go is False

    @property
    def written(self) -> bool:
        """Whether there is nothing to choose from: a word or a number is written down."""
        return not self.sitting.question.options

    @property
    def shows_rows(self) -> bool:
        if self.places.room == "large" or self.put_away:
            return True
        return not (self.sitting.heard and self.open)

    @property
    def struck(self) -> frozenset[int]:
        """The options that are ruled out."""
        return struck(self.sitting)

    @property
    def hard_words(self) -> tuple[glossary.Entry, ...]:
        return glossary.before(self.sitting.question, self.asked_in, options=self.open)

    def told(self) -> dict[str, object]:
        return {
            **super().told(),
            "moment": self.moment,
            "calls": self.sitting.heard,
            "options": list(self.sitting.question.options),
        }

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        question = self.sitting.question
        self.choices = []
        if self.open and question.options and isinstance(question.answer, int):
            plain = question_screen(self.game, self.sitting)
            areas, most = option_areas_of(plain), sign_of(plain, SIGN)
            self.choices = [
                Choice(
                    LETTERS[index],
                    option,
                    area,
                    partial(self.take, index),
                    figure=are_figures(question),
                    sign_size=min(most, area.h - 24),
                    style=style_of(plain),
                    beside=question.options,
                )
                for index, (option, area) in enumerate(zip(question.options, areas, strict=True))
            ]
            self._mark()
        return (*self.choices, *self.foot()), None

    def foot(self) -> list[Widget]:
        """What stands below the answers."""
        area = self.places.hints
        if not self.sitting.heard or not self.open or self.put_away:
            return [KeyHints(self.hint_row(), area)]
        strip = CallStrip(self.sitting, self.places, self.shared.catalogue, self.call, self.hear)
        strip.rise = self.rising
        strip.shown = self.sitting.heard - 1 if self.shown is None else self.shown
        if self.places.room == "normal":
            return [strip, KeyHints(self.hint_row(), Rect(area.x, 1024, area.w, 44))]
        # Beside large type there is room for the keys, and for signs in the place of their words.
        call, pause = beside(strip.rect)
        buttons: list[Widget] = [
            SignButton("pause", pause, self.pause, self.cap(self.say("Space")))
        ]
        if self.sitting.can_call():
            buttons.insert(0, SignButton("call", call, self.call, self.cap("H")))
        if self.words_on():
            strip.rect = strip.rect._replace(w=strip.rect.w - ON_WIDE - GAP)
            place = Rect(strip.rect.right + GAP, strip.rect.y, ON_WIDE, strip.rect.h)
            enter = self.cap(self.say("Enter"))
            buttons.insert(0, SignButton("on", place, self.forward, enter))
        return [strip, *buttons, Dial(self)]

    def hint_row(self) -> list[Hint]:
        """The hints of this moment, the most needed first."""
        row: list[Hint] = []
        on = self.words_on()
        if on:
            row.append(Hint(self.say("Enter"), on, self.forward))
        row += self.answer_hints()
        if self.moment in ("think", "talk", "show"):
            if self.put_away:
                row.append(Hint("H", self.say("Hear again"), self.call))
            elif self.sitting.can_call():
                words = self.say("Call mission control")
                row.append(Hint("H", words, self.call, self.say("Call")))
        row.append(Hint(self.say("Space"), self.say("Pause"), self.pause))
        return row

    def words_on(self) -> str:
        """What the key that goes on does now."""
        return {
            "stem": self.say("Write it down") if self.written else self.say("Show the options"),
            "think": self.say("3, 2, 1, show"),
            "talk": self.say("Vote again: 3, 2, 1, show"),
        }.get(self.moment, "")

    def answer_hints(self) -> list[Hint]:
        """What the keys do that take in what is shown."""
        return []

    def shortcuts(self) -> Shortcuts:
        keys: Shortcuts = {
            **super().shortcuts(),
            "page_down": self.forward,
            "page_up": self.backward,
            "h": self.call,
            "f1": self.call,
        }
        if self.group.focused is None:
            keys["enter"] = self.forward
        return keys

    def handle(self, event: Event) -> None:
        """A press on the question goes on, as the key does: for hands without a keyboard."""
        press = isinstance(event, Pointer) and event.kind == "press" and event.button == 1
        at = event.position if isinstance(event, Pointer) and press else None
        if at is not None and body_of(self).card.contains(at):
            self.forward()
            return
        super().handle(event)

    def forward(self) -> None:
        """On to the next moment; from the last to what was shown."""
        if self.moment == "stem":
            self.turn_to("think")
            self.shared.sounds.play("page", 0.5)
        elif self.moment in ("think", "talk"):
            self.turn_to("count")
            self.shared.sounds.play(SOUNDS[0])
        elif self.moment == "show":
            self.take_in()

    def backward(self) -> None:
        """To the moment before, to think or to read once more."""
        if self.moment in ("count", "show"):
            self.turn_to("think")
        elif self.moment == "think":
            self.turn_to("stem")

    def turn_to(self, moment: Moment) -> None:
        """Show another moment of the same question."""
        self.moment = moment
        self.passed_s = 0.0
        self._hears = moment in ("stem", "think", "talk")
        self.renew()

    def take(self, option: int) -> None:
        """A letter was pressed while everybody shows theirs."""

    def take_in(self) -> None:
        """Everybody has shown: go on to what was shown."""

    def call(self) -> None:
        """Call mission control for all; what large text has put away is heard again first."""
        if self.put_away:
            self.hear(self.sitting.heard - 1 if self.shown is None else self.shown)
        elif self.moment in ("think", "talk", "show") and self.sitting.can_call():
            first = self.sitting.heard == 0
            self.sitting.call()
            self.shown = None
            self._hears = True
            self.shared.sounds.play("call")
            if first and self.shared.settings.motion == "full":
                self.rising = Motion(self.shared.theme.number("quick"))
            # Who pressed a sign for it has chosen no letter: Enter goes on as before.
            self.group.focus(None)
            self.renew()

    def hear(self, index: int) -> None:
        """Hear one of the calls again."""
        self.shown = index
        self._hears = True
        self.renew()

    def update(self, dt: float) -> None:
        super().update(dt)
        self.rising.tick(dt)
        self.passed_s += dt
        if self.moment == "count":
            self._count(dt)
        elif self.moment == "locked":
            hush = PULSE_S if self.shared.settings.motion != "full" else PULSE_S + HUSH_S
            for choice in self.choices:
                choice.pulse = max(0.0, 1 - abs(2 * self.passed_s / PULSE_S - 1))
            if self.passed_s >= hush:
                flow.go(self.game, self.sitting, self.cells)
        elif self.runs:
            self._tick(dt)

    def lock(self, option: int) -> None:
        """Let the taken option pulse; what was answered is heard of after it."""
        self._locked = option
        self.shared.sounds.play("lock")
        self.turn_to("locked")

    def paint(self, canvas: Canvas) -> None:
        super().paint(canvas)
        body = body_of(self)
        body.draw(canvas)
        if self.written and self.moment in ("think", "count", "show"):
            foot = self.places.answers[-1].bottom
            area = Rect(body.card.x, body.card.bottom + 16, body.card.w, 0)
            area = area._replace(h=foot - area.y)
            ink = canvas.theme.colour("fuel")
            canvas.paragraph(self.bidding, area, "body_bold", ink, valign="middle", max_lines=3)

    @property
    def bidding(self) -> str:
        """What those who answer by writing are to do."""
        return self.say("Write it down, then hold it up.")

    def _count(self, dt: float) -> None:
        before, now = int((self.passed_s - dt) / COUNT_S), int(self.passed_s / COUNT_S)
        if now >= len(SOUNDS):
            self.shared.sounds.play("go")
            self.turn_to("show")
        elif now > before:
            self.shared.sounds.play(SOUNDS[now])
            self.redraw()

    def _tick(self, dt: float) -> None:
        before = self._showing()
        self.let_pass(dt)
        if self.sitting.round.phase != "asking":
            flow.go(self.game, self.sitting, self.cells)
        elif self._showing() != before:
            self.redraw()

    def _showing(self) -> tuple[object, ...]:
        state = self.sitting.round
        left = state.window_left_s if state.clock_left_s is None else state.clock_left_s
        return (int(left + 0.999), state.clock_stands)

    def _mark(self) -> None:
        for index, choice in enumerate(self.choices):
            choice.focusable = False
            if self.moment == "locked":
                choice.state = "pulsing" if index == self._locked else "dimmed"
            elif index in self.struck:
                choice.state = "ruled_out"


class LettersScreen(ShowScreen):
    """A class shows letters: the teacher presses the one shown most, or types how many hands."""

    @property
    def answers_b(self) -> bool:  # type: ignore[override]
        return self.moment == "show"

    def __init__(self, game: Game, sitting: Sitting, moment: Moment = "stem") -> None:
        super().__init__(game, sitting, moment)
        self._remote = False
        self.marked: int | None = None

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        laid = super().lay_out()
        for index, choice in enumerate(self.choices):
            choice.focusable = self.moment == "show" and index not in self.struck
        return laid

    def answer_hints(self) -> list[Hint]:
        if self.moment != "show":
            return []
        last = LETTERS[len(self.sitting.question.options) - 1]
        if self.marked is not None:
            take = self.say("Take {letter}").format(letter=LETTERS[self.marked])
            return [
                Hint(self.say("Enter"), take, partial(self.take, self.marked)),
                Hint(f"A–{last}", self.say("Another letter")),
            ]
        return [
            Hint(f"A–{last}", self.say("The letter shown most"), None, self.say("Shown most")),
            Hint("0–9", self.say("Count the hands"), self.count_hands, self.say("Count")),
        ]

    def shortcuts(self) -> Shortcuts:
        keys = super().shortcuts()
        if self.open and self.moment != "locked":
            for index in range(len(self.sitting.question.options)):
                keys[LETTERS[index].lower()] = partial(self.mark, index)
        if self.moment == "show":
            for digit in "0123456789":
                keys[digit] = partial(self.count_hands, digit)
            keys["page_down"] = partial(self._steer, 1)
            keys["page_up"] = self._press
        return keys

    def mark(self, option: int) -> None:
        """A letter was typed: it is marked, and the same letter once more takes it.

        A remote's B may be a wish for a dark screen: it marks, however often it comes.
        """
        if option in self.struck or self.moment not in ("think", "talk", "count", "show"):
            return
        if self.moment != "show":
            self.turn_to("show")
            self.settle()
        choice = self.choices[option]
        if self.group.focused is choice and not (LETTERS[option] == "B" and self._remote):
            self.take(option)
            return
        self.group.focus(choice)
        self.shared.sounds.play("focus")
        self.marked = option
        self.renew()

    def handle(self, event: Event) -> None:
        if isinstance(event, Key):
            if event.name in ("page_down", "page_up"):
                self._remote = True
            elif event.name != "b":
                self._remote = False
        super().handle(event)

    def take(self, option: int) -> None:
        if option in self.struck or self.moment not in ("think", "talk", "count", "show"):
            return
        self.sitting.do(vote.show_letter, option)
        self.lock(option)

    def take_in(self) -> None:
        self.shared.notice.show(self.say("Press the letter shown most, or count the hands."))

    def count_hands(self, digit: str = "") -> None:
        """Type how many hands each letter has."""
        from game.screens.vote_count import CountScreen

        screen = CountScreen.to_type(self.game, self.sitting)
        self.shared.stack.replace(screen)
        if digit:
            screen.settle()
            screen.handle(Key(digit, text=digit))

    def _steer(self, by: int) -> None:
        """A presenter's remote goes from letter to letter."""
        stops = [choice for choice in self.choices if choice.focusable]
        at = stops.index(self.group.focused) if self.group.focused in stops else -by
        stop = stops[(at + by) % len(stops)]
        self.group.focus(stop)
        self.marked = self.choices.index(stop)
        self.shared.sounds.play("focus")
        self.renew()

    def _press(self) -> None:
        """And takes the one it stands on; on none it goes back to thinking."""
        if self.group.focused is not None:
            self.group.focused.press()
        else:
            self.backward()


def vote_screen(game: Game, sitting: Sitting) -> CountdownScreen:
    """The screen on which a class answers the question that stands now."""
    state = sitting.round
    question = sitting.question
    if not (question.options and isinstance(question.answer, int)):
        from game.screens.vote_hands import WriteScreen

        return WriteScreen(game, sitting)
    votes = state.votes_on(state.at)
    if votes and votes[-1].counts:
        from game.screens.vote_count import CountScreen

        return CountScreen(game, sitting)
    said = state.said_by(sitting.seat)
    return LettersScreen(game, sitting, "think" if said.go is not None or said.calls else "stem")
