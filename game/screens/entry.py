"""Questions that are answered by writing: a name, or a number with its unit."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from game.bank.numbers import readings
from game.play.sitting import Sitting
from game.screens.game import Game
from game.screens.keyboard import BACK, NUMBERS, WHOLE, KeyButton, keyboard, letters
from game.screens.question import QuestionScreen
from game.screens.screen import Shortcuts
from game.ui.canvas import Canvas
from game.ui.events import Event, Pointer
from game.ui.geometry import Rect
from game.ui.widgets import Button, Hint, TextField, Widget

_GAP = 20.0
FIGURES = "0123456789.,-\u2212"
"""What a number is written with; letters and the space bar stay shortcuts beside it."""


class EntryScreen(QuestionScreen):
    """A line to write in, a button that locks it, and keys on the screen for the hand."""

    def __init__(self, game: Game, sitting: Sitting) -> None:
        super().__init__(game, sitting)
        self.written = ""
        self.field: TextField | None = None
        self.takes_letters = not self.numeric

    @property
    def by_hand(self) -> bool:
        """Whether there are no letters to type with, so that keys stand on the screen."""
        return self.game.by_hand or self.shared.device != "keyboard"

    @property
    def numeric(self) -> bool:
        return self.question.kind == "number"

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        if self.moment == "stem":
            return self.foot(), None
        field, lock, pass_, keys = self._areas()
        self.field = TextField(
            field,
            self.written,
            placeholder=self.say("Type a number") if self.numeric else self.say("Type the answer"),
            limit=16 if self.numeric else 48,
            only=FIGURES if self.numeric else "",
            on_enter=self.submit,
            on_change=self._note,
        )
        widgets: list[Widget] = [
            self.field,
            Button(self.say("Lock it in"), lock, self.submit, "primary"),
            Button(self.say("I don’t know"), pass_, lambda: self.lock(None), "quiet"),
        ]
        if self.numeric:
            # A year or a count has no decimals; a length or a weight may.
            rows = NUMBERS if self.question.unit else WHOLE
            widgets += keyboard(rows, keys, self._press_key)
        elif self.by_hand:
            widgets += keyboard(letters(self.question.language), keys, self._press_key)
        else:
            wide = min(keys.w, 420 * min(1.6, self.text_scale))
            show = Rect(keys.x, keys.y + 12, wide, 88 * min(1.2, self.text_scale))
            widgets.append(Button(self.say("Show a keyboard"), show, self._show_keys, "quiet"))
        return (*widgets, *self.foot()), self.field if self.moment == "open" else None

    def shortcuts(self) -> Shortcuts:
        keys = super().shortcuts()
        if self.written and self.moment == "open" and self.shared.device == "gamepad":
            keys["escape"] = partial(self._press_key, BACK)
        return keys

    @property
    def words_to_open(self) -> str:
        return self.say("Type a number") if self.numeric else self.say("Type the answer")

    @property
    def writes_in(self) -> str:
        return self.question.language

    def answer_hints(self) -> list[Hint]:
        return [Hint(self.say("Enter"), self.say("Lock it in"), self.submit)]

    def handle(self, event: Event) -> None:
        super().handle(event)
        used = self.group.focused
        if isinstance(event, Pointer) and isinstance(used, KeyButton) and self.field is not None:
            self.group.focus(self.field)

    def meant_for_another(self, event: Event) -> bool:
        """Nothing is answered with an empty line; only to give up takes no more than a click."""
        at = event.position if isinstance(event, Pointer) and event.kind == "press" else None
        return at is not None and self.field is not None and self._areas()[2].contains(at)

    def submit(self) -> None:
        """Answer with what is written, if it can be an answer."""
        text = self.written.strip()
        if not text or self.moment != "open":
            return
        if not self.numeric:
            self.lock(text)
            return
        if readings(text):
            self.lock(text)
        else:
            self.shared.notice.show(self.say("Write the number in figures, without words."))

    def paint_over(self, canvas: Canvas) -> None:
        if self.field is None or self.moment == "stem":
            return
        if self.numeric and self.question.unit:
            field = self.field.rect
            canvas.text(
                self.question.unit,
                (field.right + 28, field.centre[1]),
                "answer",
                canvas.theme.colour("ink"),
                "midleft",
                fit=self._unit_room - 28,
            )
        if self.moment == "locked" and self.pulse > 0:
            canvas.box(self.field.rect, canvas.theme.colour("fuel"), width=10 * self.pulse)

    @property
    def card(self) -> Rect:
        card = self.places.card
        return Rect(card.x, card.y, card.w, self._area().y - 32 - card.y)

    def _area(self) -> Rect:
        """Where to write; a keyboard on a screen of large text takes room from the stem."""
        first, second, third = self.places.answers[:3]
        keys = not self.numeric and self.by_hand and self.moment != "stem"
        rise = (84.0 if self.places.room == "normal" else 190.0) if keys else 0.0
        top = first.y - rise
        return Rect(first.x, top, second.right - first.x, third.bottom - top)

    @property
    def _unit_room(self) -> float:
        return 250.0 if self.numeric and self.question.unit else 0.0

    def _areas(self) -> tuple[Rect, Rect, Rect, Rect]:
        """Where the field, the two buttons and the keys stand."""
        first, second = self.places.answers[:2]
        area = self._area()
        if self.numeric:
            high = (area.h - _GAP) / 2
            half = first.w
            field = Rect(area.x, area.y, half - self._unit_room, high)
            lock = Rect(area.x, area.y + high + _GAP, half * 0.52, high)
            pass_ = Rect(lock.right + _GAP, lock.y, half - lock.w - _GAP, high)
            return field, lock, pass_, Rect(second.x, area.y, second.w, area.h)
        high = min(132.0, area.h * 0.32)
        button = area.w * 0.22
        field = Rect(area.x, area.y, area.w - 2 * (button + _GAP), high)
        lock = Rect(field.right + _GAP, area.y, button, high)
        pass_ = Rect(lock.right + _GAP, area.y, button, high)
        top = area.y + high + _GAP
        return field, lock, pass_, Rect(area.x, top, area.w, area.bottom - top)

    def _press_key(self, letter: str) -> None:
        text = self.written[:-1] if letter == BACK else self.written + letter
        if self.field is not None and self.moment == "open":
            self.field.set_text(text)
            self.written = self.field.text
            self.redraw()

    def _show_keys(self) -> None:
        self.game.by_hand = True
        self.renew()

    def _note(self, text: str) -> None:
        self.written = text
