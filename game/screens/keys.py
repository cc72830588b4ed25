"""Which key does what: a player presses a row, then the key or the button that they want."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from game.screens.game import Game
from game.screens.heading import draw_heading
from game.screens.screen import Screen, Shortcuts
from game.ui.canvas import Canvas
from game.ui.caps import button_label, key_label
from game.ui.events import Event, Key, Pointer
from game.ui.geometry import Rect, RectLike
from game.ui.keys import ACTIONS, PAD, can_be_chosen
from game.ui.theme import mix
from game.ui.widgets import Action, Button, Hint, KeyHints, Widget

ROWS = 5
SHOWN = (*ACTIONS, *PAD)
"""All that has a row, the buttons of a gamepad last."""
WIDE_UP_TO = 1.3
"""Up to this text size there are two columns."""


class KeyRow(Widget):
    """An action, and its key in a cap, which is `round` for a button of a gamepad; while a key is
    awaited, words that say so."""

    def __init__(
        self, words: str, key: str, rect: RectLike, on_press: Action, *, round: bool = False
    ) -> None:
        super().__init__(rect, on_press)
        self.text = words
        self.key = key
        self.round = round
        self.waits = ""

    def draw(self, canvas: Canvas) -> None:
        theme = canvas.theme
        ground = theme.colour("card")
        if self.held or self.hovered:
            ground = mix(ground, theme.colour("ink"), 0.1)
        canvas.box(self.rect, theme.colour("fuel") if self.waits else ground)
        canvas.box(self.rect, theme.colour("line"), width=2)
        ink = theme.colour("ink_dark" if self.waits else "ink")
        area = self.rect.inset(28, 6)
        if self.waits:
            canvas.paragraph(self.waits, area, "body_bold", ink, valign="middle")
            return
        high = min(72.0, 56 * canvas.text_scale)
        wide = max(high, canvas.text_width(self.key, "hint_bold") + 36) if self.key else high
        cap = Rect(area.right - wide, area.centre[1] - high / 2, wide, high)
        if self.key:
            canvas.box(cap, theme.colour("hollow"), high / 2 if self.round else 10, 3)
            canvas.text(self.key, cap.centre, "hint_bold", ink, "centre", fit=wide - 16)
        else:
            canvas.line(
                [(cap.x + 12, cap.centre[1]), (cap.right - 12, cap.centre[1])],
                theme.colour("hollow"), 4,
            )  # fmt: skip
        canvas.paragraph(
            self.text, (area.x, area.y, cap.x - 28 - area.x, area.h), "body", ink, valign="middle",
            max_lines=2,
        )  # fmt: skip


class KeysScreen(Screen):
    """Every action with its key or button, on pages; one that was taken changes places with the
    other, so that none is there twice."""

    name = "keys"

    def __init__(self, game: Game) -> None:
        super().__init__(game)
        self.page = 0
        self.asking: str | None = None

    @property
    def takes_any_key(self) -> bool:  # type: ignore[override]
        return self.asking is not None

    @property
    def pages(self) -> int:
        return -(-len(SHOWN) // self._on_page)

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        self.page = min(self.page, self.pages - 1)
        first = self.page * self._on_page
        shown = SHOWN[first : first + self._on_page]
        rows = [
            self._row(action, rect) for action, rect in zip(shown, self._places(), strict=False)
        ]
        done, reset = self._feet()
        back = Button(self.say("Done"), done, self.back, "primary")
        anew = Button(self.say("As it was"), reset, self.reset)
        anew.enabled = bool(self.shared.settings.keys or self.shared.settings.pad)
        hints = KeyHints(
            [Hint("PgDn", self.say("Next page"), partial(self.turn, 1))],
            Rect(reset.right + 56, done.centre[1] - 40, 1824 - reset.right - 56, 80),
        )
        return (*rows, back, anew, hints), rows[0]

    def shortcuts(self) -> Shortcuts:
        return {
            "escape": self.back,
            "page_down": partial(self.turn, 1),
            "page_up": partial(self.turn, -1),
        }

    def told(self) -> dict[str, object]:
        kept = self.shared.settings
        return {
            "page": self.page,
            "asking": self.asking,
            "keys": [*kept.keys],
            "pad": [*kept.pad],
        }

    def handle(self, event: Event) -> None:
        if self.asking is not None:
            if isinstance(event, Key) and not event.repeat:
                self._take(event)
                return
            if isinstance(event, Pointer) and event.kind == "press":
                self._stop_asking()
        super().handle(event)

    def ask(self, action: str) -> None:
        """The next key or button that is pressed is for this action."""
        self.asking = action
        self.renew()

    def reset(self) -> None:
        """All keys and buttons as they were at first."""
        self.shared.change(self.shared.settings.with_(keys=(), pad=()))
        self.renew()

    def turn(self, by: int) -> None:
        """To another page; after the last comes the first."""
        self.page = (self.page + by) % self.pages
        self.shared.sounds.play("page", 0.5)
        self.group.focus(None)
        self.renew()

    def back(self) -> None:
        self.shared.stack.pop()

    def paint(self, canvas: Canvas) -> None:
        theme = canvas.theme
        place = self.say("{page} of {pages}").format(page=self.page + 1, pages=self.pages)
        draw_heading(canvas, self.say("Keys"), 118, fit=1300)
        canvas.text(place, (1824, 118), "hint", theme.colour("ink_dim"), "baseright")

    def _take(self, event: Key) -> None:
        action, by_pad = self.asking, event.device == "gamepad"
        if action in PAD and by_pad:
            self._take_button(action, event.name)
            return
        if event.name == "escape" or action is None:
            self._stop_asking()
            return
        if action in PAD:
            said = self.say("A button of a gamepad is wanted; Esc goes back.")
            self.shared.notice.show(said)
            return
        if by_pad:
            self.shared.notice.show(self.say("A key of a keyboard is wanted; B goes back."))
            return
        if not can_be_chosen(event.name):
            said = self.say("That key keeps its meaning. Choose another, or go back with Esc.")
            self.shared.notice.show(said)
            return
        bindings, had = self.shared.keys.with_key(action, event.name)
        self.shared.change(self.shared.settings.with_(keys=bindings))
        self._say_taken(key_label(event.name, self.shared.catalogue), had)
        self._stop_asking()

    def _take_button(self, action: str, button: str) -> None:
        if button not in PAD.values():
            said = self.say("The cross and the stick keep their meaning. Choose a button.")
            self.shared.notice.show(said)
            return
        bindings, had = self.shared.keys.with_button(action, button)
        self.shared.change(self.shared.settings.with_(pad=bindings))
        self._say_taken(button_label(button), had)
        self._stop_asking()

    def _say_taken(self, label: str, had: str | None) -> None:
        """Say what has lost its key or button, and which one it has now."""
        if had is not None:
            said = self.say("{key} was for: {action}. That has {now} now.")
            now = self._label(had) or "–"
            self.shared.notice.show(said.format(key=label, action=self._words(had), now=now))

    def _label(self, action: str) -> str:
        """The key or button of an action, as it is written on it."""
        if action in PAD:
            return button_label(self.shared.keys.button(action))
        return key_label(self.shared.keys.key(action), self.shared.catalogue)

    def _stop_asking(self) -> None:
        self.asking = None
        self.renew()

    def _row(self, action: str, rect: Rect) -> KeyRow:
        press, label = partial(self.ask, action), self._label(action)
        row = KeyRow(self._words(action), label, rect, press, round=action in PAD)
        if action == self.asking:
            key, button = self.say("Press the key that you want"), self.say("Press the button")
            row.waits = button if action in PAD else key
        return row

    def _words(self, action: str) -> str:
        letter, team = self.say("Answer {letter}"), self.say("Team {number} presses first")
        teams = {f"team-{number}": team.format(number=number) for number in range(1, 7)}
        return {
            **teams,
            "answer-a": letter.format(letter="A"),
            "answer-b": letter.format(letter="B"),
            "answer-c": letter.format(letter="C"),
            "answer-d": letter.format(letter="D"),
            "call": self.say("Call mission control"),
            "go": self.say("GO"),
            "no-go": self.say("NO-GO"),
            "words": self.say("Hard words"),
            "source": self.say("Show the source"),
            "pause": self.say("Pause"),
            "on": self.say("Go on"),
            "back": self.say("Go back"),
            "blank": self.say("Dark screen"),
            "mute": self.say("Sound on or off"),
            "again": self.say("Read aloud once more"),
            "aloud": self.say("Reading aloud on or off"),
            "settings": self.say("Settings"),
            "full": self.say("Full screen"),
            "press": self.say("Press, beside Enter"),
            "up": self.say("Up, beside ↑"),
            "down": self.say("Down, beside ↓"),
            "left": self.say("Left, beside ←"),
            "right": self.say("Right, beside →"),
            "yes": self.say("Most were right"),
            "skip": self.say("Skip this question"),
            "take-back": self.say("Take a point back, or give it"),
            "launch": self.say("Launch now"),
            "pad-press": self.say("Gamepad: press"),
            "pad-away": self.say("Gamepad: go back"),
            "pad-call": self.say("Gamepad: call, source"),
            "pad-words": self.say("Gamepad: hard words"),
            "pad-before": self.say("Gamepad: GO, page before"),
            "pad-after": self.say("Gamepad: NO-GO, next page"),
            "pad-settings": self.say("Gamepad: settings"),
            "pad-pause": self.say("Gamepad: pause"),
        }[action]

    @property
    def _columns(self) -> int:
        return 2 if self.text_scale <= WIDE_UP_TO else 1

    @property
    def _on_page(self) -> int:
        return ROWS * self._columns

    def _places(self) -> list[Rect]:
        top, foot, gap = 170.0, self._feet()[0].y - 36, 20.0
        high = (foot - top - gap * (ROWS - 1)) / ROWS
        wide = (1728 - 32 * (self._columns - 1)) / self._columns
        return [
            Rect(96 + column * (wide + 32), top + row * (high + gap), wide, high)
            for column in range(self._columns)
            for row in range(ROWS)
        ]

    def _feet(self) -> tuple[Rect, Rect]:
        high = 92 * min(1.15, self.text_scale)
        y, wide = 1040 - high, 420 * min(1.3, self.text_scale)
        return Rect(96, y, wide, high), Rect(128 + wide, y, wide, high)
