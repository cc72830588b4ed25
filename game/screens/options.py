"""Questions with options to choose from: two to four plates, each with its shape and letter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from game.bank.question import Question
from game.play.sitting import Sitting
from game.rounds.state import Response
from game.screens.countdown import LAMPS_AREA
from game.screens.game import Game
from game.screens.large_room import Arrangement, arrangement
from game.screens.places import Places
from game.screens.question import QuestionScreen
from game.screens.screen import Shortcuts
from game.screens.spoken_round import option_line
from game.ui.canvas import Canvas
from game.ui.events import Event, Key
from game.ui.geometry import Rect
from game.ui.theme import Theme
from game.ui.voice import Said
from game.ui.widgets import Choice, Hint, Widget

LETTERS = "ABCD"
SLIDE = 16.0
PULSES = 12
"""How many tones a pulse has."""
STRAY_S = 1.2
"""An Enter that comes so soon after the answers showed by themselves was pressed to see them."""
STEERS = frozenset({"up", "down", "left", "right", "tab"})


class OptionsScreen(QuestionScreen):
    """Choice, true or false, and what else is answered by one of a few plates."""

    def __init__(self, game: Game, sitting: Sitting) -> None:
        super().__init__(game, sitting)
        self.choices: list[Choice] = []
        self._rests: list[Rect] = []
        self._locked: int | None = None
        self.steered = False
        self.by_remote = False
        self._asked = ""

    @property
    def plates(self) -> bool:
        """Whether two large plates stand instead of four."""
        return len(self.question.options) == 2

    @property
    def arrangement(self) -> Arrangement | None:
        """Where question, picture and options stand if the text is large; None if it is not."""
        return arranged(self.question, self.places, self.shared.theme, self.text_scale)

    @property
    def sign_size(self) -> float:
        """How high the signs of the options are at most."""
        large = self.arrangement
        if large is not None:
            return large.sign
        return 168 if self.plates else min(self.areas[0].h - 40, 92)

    @property
    def card(self) -> Rect:
        large = self.arrangement
        if large is not None:
            return large.card
        card = self.places.card
        return Rect(card.x, card.y, card.w, self._areas()[0].y - 32 - card.y)

    @property
    def areas(self) -> tuple[Rect, ...]:
        """Where the options stand."""
        return self._areas()

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        foot = self.foot()
        if self.moment == "stem":
            self.choices = []
            return foot, None
        fresh = not self.choices
        self.choices = [
            Choice(
                LETTERS[index],
                option,
                area,
                partial(self.choose, index),
                figure=are_figures(self.question),
                sign_size=self.sign_size,
                style="display" if self.plates else "",
                beside=self.question.options,
            )
            for index, (option, area) in enumerate(
                zip(self.question.options, self._areas(), strict=False)
            )
        ]
        self._rests = [choice.rect for choice in self.choices]
        self._mark()
        return (*self.choices, *foot), self.choices[0] if fresh else None

    def spoken_focus(self, widget: Widget) -> Iterable[str | Said]:
        if isinstance(widget, Choice):
            at = self.choices.index(widget)
            return (option_line(self, self.question, at, widget.text),)
        return super().spoken_focus(widget)

    def shortcuts(self) -> Shortcuts:
        keys = super().shortcuts()
        if self.moment == "open":
            if not self.steered:
                keys["enter"] = self._ask
            for index in range(len(self.question.options)):
                keys[LETTERS[index].lower()] = partial(self.choose, index)
                keys[str(index + 1)] = partial(self.choose, index)
            if self.classroom:
                keys |= {"page_down": self._steer, "page_up": self._take}
        return keys

    def answer_hints(self) -> list[Hint]:
        if self.by_remote:
            return [
                Hint("Page Down", self.say("Next letter")),
                Hint("Page Up", self.say("Take it")),
            ]
        letters = "A B" if self.plates else f"A–{LETTERS[len(self.question.options) - 1]}"
        return [Hint(letters, self.say("Choose"))]

    def handle(self, event: Event) -> None:
        if self.moment == "open" and isinstance(event, Key) and event.name in STEERS:
            self.steered = True
        super().handle(event)

    def _ask(self) -> None:
        """An Enter that nobody has steered chooses nothing: the ring stands on A by itself. One
        that wanted the answers to show, and came just after they had, is not spoken of."""
        if self.open_s < STRAY_S:
            return
        if self.shared.device == "gamepad":
            button = self.cap(self.say("Enter"))
            said = self.say("Choose with the cross, then press {button}.").format(button=button)
        else:
            letters = self.cap(f"A–{LETTERS[len(self.question.options) - 1]}")
            said = self.say("Press {letters}, or choose with the arrows.").format(letters=letters)
        self._asked = said
        self.shared.notice.show(said)

    def lock(self, response: Response) -> None:
        self.shared.notice.hide(self._asked)
        super().lock(response)

    @property
    def aside_for_notice(self) -> Rect | None:
        """How to choose is told in the place of the lamps: keys that it speaks of stay in sight."""
        notice = self.shared.notice
        lamps = self.places.room == "normal" and self.sitting.round.crew.who != "teams"
        return LAMPS_AREA if lamps and notice.shown and notice.text == self._asked else None

    def _steer(self) -> None:
        """A presenter's remote goes from letter to letter."""
        stops = [choice for choice in self.choices if choice.focusable]
        at = stops.index(self.group.focused) if self.group.focused in stops else -1
        first = not (self.by_remote or self.steered)
        self.by_remote = self.steered = True
        self.renew()
        self.settle()
        stops = [choice for choice in self.choices if choice.focusable]
        self.group.focus(stops[0 if first else (at + 1) % len(stops)])
        self.shared.sounds.play("focus")

    def _take(self) -> None:
        """And takes the one it stands on."""
        if self.by_remote and self.group.focused is not None:
            self.group.focused.press()

    def choose(self, index: int) -> None:
        """Answer with an option, unless a call has ruled it out."""
        if index in self.struck or self.moment != "open":
            return
        self._locked = index
        self.lock(index)

    def update(self, dt: float) -> None:
        super().update(dt)
        for choice in self.choices:
            choice.pulse = round(self.pulse * PULSES) / PULSES

    def draw(self, canvas: Canvas) -> None:
        self._mark()
        # By whole pixels, so that the signs of a plate that slides are the same pictures.
        down = round(SLIDE * (1 - self.sliding.value) * canvas.scale) / canvas.scale
        for choice, rest in zip(self.choices, self._rests, strict=True):
            choice.rect = rest.moved(0, down)
        super().draw(canvas)

    def _mark(self) -> None:
        for index, choice in enumerate(self.choices):
            if self.moment == "locked":
                choice.state = "pulsing" if index == self._locked else "dimmed"
            elif index in self.struck:
                choice.state = "ruled_out"
                choice.focusable = False

    def _areas(self) -> tuple[Rect, ...]:
        large = self.arrangement
        return large.options if large else option_areas(self.places, len(self.question.options))


def are_figures(question: Question) -> bool:
    """Whether all options are numbers, so that none is set larger than the others."""
    return all(option[:1].isdigit() for option in question.options)


def arranged(
    question: Question, places: Places, theme: Theme, text_scale: float
) -> Arrangement | None:
    """Where all parts of a question with options stand if the text is large; None if it is not."""
    if places.room == "normal" or not question.options or isinstance(question.answer, tuple):
        return None
    return arrangement(question, places, theme, text_scale)


def option_areas(places: Places, count: int) -> tuple[Rect, ...]:
    """Where so many options stand: two plates, three rows, or two by two."""
    if count == 2:
        return places.plates
    if count != 3:
        return places.answers
    first, second, third = places.answers[:3]
    high = (third.bottom - first.y - 2 * 20) / 3
    wide = second.right - first.x
    return tuple(Rect(first.x, first.y + row * (high + 20), wide, high) for row in range(3))
