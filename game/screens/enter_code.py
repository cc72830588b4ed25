"""A mission code is typed: what it says is told before it is flown, and a slip is found at once."""

from __future__ import annotations

from collections.abc import Sequence

from game.bank.draw import CannotDraw
from game.play.lineup import Lineup, NotThisPack
from game.play.mission_code import ALPHABET, NotACode, Recipe, decode, grouped
from game.screens import coded
from game.screens.choice import flight_line
from game.screens.confirm import ask_anew
from game.screens.game import Game
from game.screens.keyboard import BACK, KeyButton, keyboard
from game.screens.loading import Loaded
from game.screens.look_through import LookThroughScreen
from game.screens.scenery import draw_backdrop
from game.screens.screen import Screen, Shortcuts
from game.screens.words import too_few
from game.ui.canvas import Canvas
from game.ui.events import Event, Pointer
from game.ui.geometry import Rect
from game.ui.theme import TypeStyle
from game.ui.widgets import Button, TextField, Widget

ASK_S = 0.1
ENOUGH = 10
"""Letters from which on a text may be a code."""

_KEYS = (ALPHABET[:8], ALPHABET[8:16], ALPHABET[16:] + BACK)


class CodeScreen(Screen):
    """A line to write in, keys for the hand, and what the code is, once it is whole."""

    name = "code"

    def __init__(self, game: Game) -> None:
        super().__init__(game)
        self.written = ""
        self.lineup: Lineup | None = None
        self.message = ""
        self.amiss = False
        self._recipe: Recipe | None = None
        self._field: TextField | None = None
        self._need: tuple[Button, ...] = ()
        game.shelf.begin(after=game.loading.wait)

    @property
    def next_tick_s(self) -> float | None:  # type: ignore[override]
        return ASK_S if self._recipe is not None else None

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        field, keys = self._places()
        self._field = TextField(
            field,
            self.written,
            placeholder=self.say("Ten letters or more"),
            limit=80,
            on_enter=self.enter_code,
            on_change=self._note,
        )
        fly, look, back = self._foot()
        begin = Button(self.say("Fly"), fly, self.fly, "primary", sign="play")
        through = Button(self.say("Look through"), look, self.look_through)
        self._need = (begin, through)
        self._allow()
        leave = Button(self.say("Back"), back, self.back, "quiet")
        pressed = keyboard(_KEYS, keys, self._press)
        return (self._field, *pressed, begin, through, leave), self._field

    def shortcuts(self) -> Shortcuts:
        return {"escape": self.back}

    def told(self) -> dict[str, object]:
        return {"written": self.written, "message": self.message, "known": self.lineup is not None}

    def handle(self, event: Event) -> None:
        super().handle(event)
        if isinstance(event, Pointer) and isinstance(self.group.focused, KeyButton):
            self.group.focus(self._field)

    def enter_code(self) -> None:
        """Fly if the code is whole, else say what is wrong with it."""
        if self.lineup is not None:
            self.fly()
        elif self._recipe is None:
            self._judge(self.written, whole=True)

    def fly(self) -> None:
        """Begin the round of the code."""
        lineup, loaded = self.lineup, self.game.loading.result
        if lineup is None or not isinstance(loaded, Loaded):
            return

        def begin() -> None:
            coded.fly(self.game, loaded, lineup)

        if self.game.left_over is not None:
            ask_anew(self.game, begin)
        else:
            begin()

    def look_through(self) -> None:
        """Page through the round of the code. Its keys show, so this is for the teacher alone."""
        lineup, loaded = self.lineup, self.game.loading.result
        if lineup is not None and isinstance(loaded, Loaded):
            coded.choose(self.game, loaded, lineup)
            self.shared.stack.replace(LookThroughScreen(self.game, loaded, lineup))

    def back(self) -> None:
        """Back to the choice, and to the pack that is chosen there."""
        folder = self.game.shelf.find(self.game.choice.pack)
        self.game.take(folder or self.game.shelf.folders[0])
        self.shared.stack.pop()

    def update(self, dt: float) -> None:
        super().update(dt)
        if self._recipe is not None:
            self._look_for(self._recipe)

    def paint(self, canvas: Canvas) -> None:
        theme = canvas.theme
        draw_backdrop(canvas, "rollout", None, horizon=self._foot()[0].y - 36)
        share = min(1.25, self.text_scale) / self.text_scale
        canvas.text(
            self.say("Mission code"), (96, 118), TypeStyle(76 * share, 700),
            theme.colour("ink"), "baseleft", fit=1700,
        )  # fmt: skip
        field, keys = self._places()
        line = Rect(field.x + 8, field.bottom + 8, field.w - 16, keys.y - field.bottom - 16)
        words = self.message or self.say("The same questions in the same order, on any machine.")
        colour = "amber" if self.amiss else "fuel" if self.lineup is not None else "ink_dim"
        canvas.paragraph(words, line, "body", theme.colour(colour), valign="middle", max_lines=2)

    def _press(self, letter: str) -> None:
        if self._field is not None:
            text = self.written[:-1] if letter == BACK else self.written + letter
            self._field.set_text(text)
            self._note(text)

    def _note(self, text: str) -> None:
        """What is written now, in groups as it is read out; judged once it may be a code."""
        field = self._field
        if field is None or field.caret == len(field.text):
            text = grouped(text.upper())
            if field is not None and field.text != text:
                field.set_text(text)
        self.written = text
        self._judge(text, whole=False)

    def _judge(self, text: str, *, whole: bool) -> None:
        self.lineup, self._recipe, self.message, self.amiss = None, None, "", False
        try:
            self._recipe = decode(text)
        except NotACode as error:
            letters = sum(letter.isalnum() for letter in text)
            if whole or error.reason in ("letter", "newer"):
                self.message, self.amiss = self._why(error), True
            elif letters >= ENOUGH:
                self.message, self.amiss = self.say("Not whole yet, or a letter is wrong."), True
        self._allow()

    def _why(self, error: NotACode) -> str:
        if error.reason == "letter":
            return self.say("No code has the letter {letter}.").format(letter=error.letter)
        if error.reason == "short":
            return self.say("A code has ten letters or more.")
        if error.reason == "newer":
            return self.say("This code was made by a newer T-Minus.")
        return self.say("One letter is wrong or missing. Compare it once more.")

    def _look_for(self, recipe: Recipe) -> None:
        """Find the pack that the code was made with, and draw its round."""
        shelf = self.game.shelf
        may = [volume for volume in shelf.volumes if coded.can_mean(recipe, volume)]
        if not may:
            if shelf.whole:
                self._end(self.say("No pack here belongs to this code."))
            return
        volume = may[0]
        self.game.take(volume.folder)
        loaded = self.game.loading.result
        if loaded is None:
            return
        if not isinstance(loaded, Loaded):
            self._end(self.say("This pack cannot be read. The command “check” says why."))
            return
        try:
            self.lineup = coded.by_code(self.game, loaded, recipe)
        except NotThisPack:
            said = self.say(
                "“{pack}” is not the same here as where this code was made, or its language is not."
            )
            self._end(said.format(pack=loaded.pack.title))
        except CannotDraw as error:
            self._end(too_few(error, self.shared.catalogue))
        else:
            line = flight_line(coded.choice_of(self.game, self.lineup), self.shared.catalogue)
            self._end(f"{loaded.pack.title}. {line}", amiss=False)

    def _end(self, message: str, *, amiss: bool = True) -> None:
        self._recipe, self.message, self.amiss = None, message, amiss
        self._allow()

    def _allow(self) -> None:
        for button in self._need:
            button.enabled = self.lineup is not None
        self.redraw()

    def _places(self) -> tuple[Rect, Rect]:
        """Where the code is written, and the keys."""
        foot = self._foot()[0].y
        high = 128.0
        top = 160.0
        keys = top + high + (124.0 if self.text_scale <= 1.2 else 216.0)
        return Rect(96, top, 1728, high), Rect(96, keys, 1728, foot - 76 - keys)

    def _foot(self) -> tuple[Rect, Rect, Rect]:
        grow = min(1.1, self.text_scale)
        y, high = 1036 - 108 * grow, 108 * grow
        return Rect(96, y, 480, high), Rect(608, y, 704, high), Rect(1344, y, 480, high)
