"""Questions without letters: everybody writes, all see the answer, and hands say who had it."""

from __future__ import annotations

from collections.abc import Sequence

from game.play.sitting import Sitting
from game.rounds import vote
from game.screens import flow
from game.screens.countdown import CountdownScreen
from game.screens.game import Game
from game.screens.revealed import Revealed
from game.screens.screen import Shortcuts
from game.screens.vote import ShowScreen
from game.ui.canvas import Canvas
from game.ui.events import Event, Key
from game.ui.geometry import Rect
from game.ui.theme import TypeStyle
from game.ui.widgets import Action, Button, Hint, KeyHints, Widget

MOST_HANDS = 99


class WriteScreen(ShowScreen):
    """Everybody writes down a word, a number or a row of letters, and holds it up."""

    @property
    def word(self) -> str:
        return self.say("Write") if self.moment == "think" else super().word

    def words_on(self) -> str:
        return self.say("Show the answer") if self.moment == "show" else super().words_on()

    def take_in(self) -> None:
        self.shared.stack.replace(HandsScreen(self.game, self.sitting))


class HandsField(Widget):
    """A number of hands that digits write; arrows change it by one."""

    def __init__(self, text: str, rect: Rect, hands: int | None, on_enter: Action) -> None:
        super().__init__(rect, on_enter)
        self.text = text
        self.hands = hands
        self.fresh = True

    def handle(self, event: Event) -> bool:
        if not isinstance(event, Key):
            return False
        if event.name.isdigit() and len(event.name) == 1:
            hands = (0 if self.fresh else self.hands or 0) * 10 + int(event.name)
            self.hands = hands if hands <= MOST_HANDS else int(event.name)
        elif event.name in ("backspace", "delete"):
            self.hands = self.hands // 10 if self.hands and self.hands > 9 else None
        else:
            return False
        self.fresh = False
        return True

    def draw(self, canvas: Canvas) -> None:
        theme = canvas.theme
        canvas.box(self.rect, theme.colour("card"))
        canvas.box(self.rect, theme.colour("hollow"), width=3)
        high = self.rect.h
        style = TypeStyle(min(72.0, high * 0.6) / canvas.text_scale, 800)
        text = "–" if self.hands is None else str(self.hands)
        ink = theme.colour("ink")
        room = canvas.text_width("99", style, equal_digits=True)
        canvas.text(text, (self.rect.right - 36 - room, self.rect.centre[1]), style, ink, "midleft")
        words = Rect(self.rect.x + 28, self.rect.y + 6, self.rect.w - room - 92, high - 12)
        body = theme.style("body")
        size = body.size * min(1.3, canvas.text_scale) / canvas.text_scale
        label = TypeStyle(size, 500, line=1.1, min_size=28 / canvas.text_scale)
        canvas.paragraph(self.text, words, label, theme.colour("ink_dim"), valign="middle")


class HandsScreen(CountdownScreen):
    """The answer stands there; one key says whether most had it, digits say how many."""

    name = "hands"
    guards = True
    commits = False

    def __init__(self, game: Game, sitting: Sitting) -> None:
        super().__init__(game, sitting)
        self.revealed = Revealed(self)
        self.had: HandsField | None = None
        self.of: HandsField | None = None
        self._counted: tuple[int | None, int | None] = (None, vote.size_of(sitting.round) or None)

    @property
    def key_is_known(self) -> bool:
        return True

    @property
    def stands(self) -> bool:
        return True

    @property
    def word(self) -> str:
        return self.say("Hands up")

    def told(self) -> dict[str, object]:
        had, of = self._numbers()
        return {**super().told(), "had": had, "of": of}

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        had, of = self._numbers() if self.had is not None else self._counted
        rows = self.revealed.foot(2)
        gap = 24.0
        half = (rows[0].w - gap) / 2
        yes, no = (Rect(rows[0].x + i * (half + gap), rows[0].y, half, rows[0].h) for i in (0, 1))
        self.had = HandsField(
            self.say("hands were right"), self._third(rows[1], 0), had, self.enter_hands
        )
        self.of = HandsField(self.say("of how many"), self._third(rows[1], 1), of, self.enter_hands)
        done = Button(self.say("Count them"), self._third(rows[1], 2), self.enter_hands)
        hints = KeyHints(
            (
                Hint("Y", self.say("Most"), lambda: self.judge(True)),
                Hint("N", self.say("Fewer"), lambda: self.judge(False)),
                Hint("0–9", self.say("Count the hands"), None, self.say("Count")),
                Hint("S", self.say("Source"), self.open_source),
                Hint(self.say("Space"), self.say("Pause"), self.pause),
            ),
            self.places.hints,
        )
        most = Button(self.say("Most were right"), yes, lambda: self.judge(True), "primary")
        few = Button(self.say("Fewer were right"), no, lambda: self.judge(False))
        return (most, few, self.had, self.of, done, hints), None

    def shortcuts(self) -> Shortcuts:
        keys: Shortcuts = {
            **super().shortcuts(),
            "y": lambda: self.judge(True),
            "n": lambda: self.judge(False),
            "g": lambda: self.judge(True),
        }
        if not isinstance(self.group.focused, HandsField):
            for digit in "0123456789":
                keys[digit] = lambda digit=digit: self._type(digit)  # type: ignore[misc]
        if self.group.focused is None:
            keys["enter"] = self._ask
        return {**keys, "page_down": self._steer, "page_up": self._take}

    def judge(self, right: bool) -> None:
        """Most of the class had it, or fewer."""
        self.sitting.do(vote.say_right, right)
        self.shared.sounds.play("lock")
        flow.go(self.game, self.sitting, self.cells)

    def enter_hands(self) -> None:
        """So many of so many had it; half of them are enough for the cell."""
        had, of = self._numbers()
        if had is None and self.had is not None:
            self.group.focus(self.had)
        elif (of is None or had is None or of < had or of < 1) and self.of is not None:
            self.of.fresh = True
            self.group.focus(self.of)
        elif had is not None and of is not None:
            self.sitting.do(vote.say_right, 2 * had >= of, had, of)
            self.shared.sounds.play("lock")
            flow.go(self.game, self.sitting, self.cells)
        self.redraw()

    def paint(self, canvas: Canvas) -> None:
        super().paint(canvas)
        self.revealed.draw(canvas)

    def _steer(self) -> None:
        """A presenter's remote goes from one button to the other."""
        buttons = [widget for widget in self.group.widgets if isinstance(widget, Button)][:2]
        at = buttons.index(self.group.focused) if self.group.focused in buttons else -1
        self.group.focus(buttons[(at + 1) % 2])
        self.shared.sounds.play("focus")
        self.redraw()

    def _take(self) -> None:
        """And takes the one it stands on."""
        if isinstance(self.group.focused, Button):
            self.group.focused.press()

    def _ask(self) -> None:
        said = self.say("{yes} if most were right, {no} if fewer, or type how many.")
        self.shared.notice.show(said.format(yes=self.cap("Y"), no=self.cap("N")))

    def _type(self, digit: str) -> None:
        if self.had is not None:
            self.had.fresh = True
            self.group.focus(self.had)
            self.had.handle(Key(digit, text=digit))
            self.redraw()

    def _numbers(self) -> tuple[int | None, int | None]:
        if self.had is None or self.of is None:
            return self._counted
        return self.had.hands, self.of.hands

    def _third(self, row: Rect, at: int) -> Rect:
        gap = 24.0
        wide = (row.w - 2 * gap) / 3
        return Rect(row.x + at * (wide + gap), row.y, wide, row.h)
