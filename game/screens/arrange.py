"""Questions that are answered by arranging: a timeline, or pairs.

Every option lies at a station. Enter or a click lifts one; arrows, a digit, a drag, or a click on
another carry it to a new station, and those between make room.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from game.play.sitting import Sitting
from game.screens import spoken_arranged
from game.screens.game import Game
from game.screens.options import LETTERS
from game.screens.question import QuestionScreen
from game.screens.screen import Shortcuts
from game.screens.stations import draw_prompts, draw_railway, events_share
from game.ui.canvas import Canvas
from game.ui.clock import Motion
from game.ui.events import Event, Key, Pointer
from game.ui.geometry import Rect
from game.ui.voice import Said
from game.ui.widgets import Button, Choice, Hint, Widget

_GAP = 22.0
_LIFT = 44.0
_DRAG_FROM = 14.0
_ARROWS_WIDE = 190.0


class Plate(Choice):
    """An option that can be lifted; the screen says what carrying it means."""

    def __init__(
        self, index: int, text: str, rect: Rect, lift: Callable[[int], None],
        carry: Callable[[int, int], None], follow: Callable[[int, float], None],
    ) -> None:  # fmt: skip
        super().__init__(
            LETTERS[index],
            text,
            rect,
            partial(lift, index),
            figure=text[:1].isdigit(),
            sign_size=min(92.0, rect.h - 28),
        )
        self.index = index
        self.lifted = False
        self.dragged = False
        self._carry = carry
        self._follow = follow
        self._from: tuple[float, float] | None = None
        self._on_arrow = False

    def press(self) -> None:
        """Lift it or set it down; a drag or an arrow that ends here was no press."""
        if not (self.dragged or self._on_arrow):
            super().press()
        self._on_arrow = False

    def handle(self, event: Event) -> bool:
        if isinstance(event, Key) and self.lifted and event.name in ("up", "down"):
            self._carry(self.index, -1 if event.name == "up" else 1)
            return True
        if isinstance(event, Pointer) and event.kind == "press":
            return self._pressed(event)
        if isinstance(event, Pointer) and event.kind == "move" and self._from is not None:
            if abs(event.position[1] - self._from[1]) > _DRAG_FROM:
                self.dragged = True
            if self.dragged:
                self._follow(self.index, event.position[1])
            return True
        return False

    def _pressed(self, event: Pointer) -> bool:
        self._from = event.position
        self.dragged = False
        way = self._arrow_at(event.position[0]) if self.lifted else 0
        self._on_arrow = way != 0
        if way:
            self._carry(self.index, way)
        return True

    def let_go(self) -> None:
        """The hand has left it."""
        self._from = None
        self.dragged = False

    def draw(self, canvas: Canvas) -> None:
        super().draw(canvas)
        if not self.lifted:
            return
        ink = canvas.theme.colour("ink_answer")
        y, size = self.rect.centre[1], 20.0
        for x, way in ((self.rect.right - 122, -1), (self.rect.right - 58, 1)):
            canvas.polygon(
                [(x - size, y - way * size / 2), (x, y + way * size * 0.6),
                 (x + size, y - way * size / 2)], ink,
            )  # fmt: skip

    def _arrow_at(self, x: float) -> int:
        if x < self.rect.right - _ARROWS_WIDE:
            return 0
        return -1 if x < self.rect.right - 90 else 1

    def _words(self) -> tuple[float, float, float, float]:
        x, y, wide, high = super()._words()
        return (x, y, wide - (_ARROWS_WIDE - 40 if self.lifted else 0), high)


class ArrangeScreen(QuestionScreen):
    """Options at their stations, and a button that locks the arrangement.

    `row[i]` is the option at station i.
    """

    def __init__(self, game: Game, sitting: Sitting) -> None:
        super().__init__(game, sitting)
        self.row = list(range(len(self.question.options)))
        self.plates: list[Plate] = []
        self.button: Button | None = None
        self.lifted: int | None = None
        self._moving = Motion(0.0)
        self._starts: dict[int, Rect] = {}

    @property
    def wants_frames(self) -> bool:  # type: ignore[override]
        return super().wants_frames or not self._moving.over

    @property
    def card(self) -> Rect:
        card = self.places.card
        long = len(self.question.prompt) > 44
        high = {"normal": 168.0 if long else 124.0, "large": 132.0, "huge": 150.0}
        return Rect(card.x, card.y, card.w, high[self.places.room])

    def told(self) -> dict[str, object]:
        return {**super().told(), "row": list(self.row)}

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        foot = self.foot()
        if self.moment == "stem":
            self.plates = []
            return foot, None
        fresh = not self.plates
        rests = self.rests()
        self.plates = [
            Plate(index, option, rests[self.row.index(index)], self.lift, self.carry, self.follow)
            for index, option in enumerate(self.question.options)
        ]
        self.button = Button(self.say("Lock it in"), self._button(), self.submit, "primary")
        for plate in self.plates:
            plate.lifted = plate.index == self.lifted
            plate.beside = self.question.options
        self._rest()
        return (*self.plates, self.button, *foot), self._at(0) if fresh else None

    def spoken_focus(self, widget: Widget) -> Iterable[str | Said]:
        if isinstance(widget, Plate):
            return spoken_arranged.plate(self, widget)
        return super().spoken_focus(widget)

    def spoken_keys(self) -> Iterable[str | Said]:
        return (*spoken_arranged.row(self), *super().spoken_keys())

    def shortcuts(self) -> Shortcuts:
        keys = super().shortcuts()
        if self.moment != "open":
            return keys
        for index in range(len(self.row)):
            keys[LETTERS[index].lower()] = partial(self.take, index)
            if self.lifted is not None:
                keys[str(index + 1)] = partial(self.put, index)
        if self.lifted is not None:
            keys["escape"] = self.drop
        return keys

    def answer_hints(self) -> list[Hint]:
        if self.lifted is not None:
            return [Hint("↑↓", self.say("Move")), Hint(self.say("Enter"), self.say("Set down"))]
        return [Hint(self.say("Enter"), self.say("Lift"))]

    def take(self, index: int) -> None:
        """Lift an option wherever the focus is."""
        self.group.focus(self.plates[index])
        if self.lifted != index:
            self.lifted = None
            self.lift(index)

    def lift(self, index: int) -> None:
        """Lift an option, set it down, or set the lifted one down in its place."""
        if self.moment != "open":
            return
        if self.lifted is None:
            self.lifted = index
            self.shared.sounds.play("focus")
            self.renew()
        elif self.lifted == index:
            self.drop()
        else:
            self.put(self.row.index(index))

    def drop(self) -> None:
        """Set the lifted option down where it is."""
        self.lifted = None
        self.shared.sounds.play("page", 0.5)
        self.renew()

    def put(self, station: int) -> None:
        """Set the lifted option down at a station."""
        if self.lifted is not None:
            plate = self.plates[self.lifted]
            self._move(self.lifted, station)
            self.drop()
            self.group.focus(plate)

    def carry(self, index: int, by: int) -> None:
        """Move an option one station up or down."""
        self._move(index, self.row.index(index) + by)

    def follow(self, index: int, y: float) -> None:
        """Carry an option with the hand to the station nearest to y."""
        if self.moment != "open":
            return
        if self.lifted != index:
            self.lifted = index
            for plate in self.plates:
                plate.lifted = plate.index == index
        nearest = min(range(len(self.row)), key=lambda at: abs(self.rests()[at].centre[1] - y))
        if nearest != self.row.index(index):
            self._move(index, nearest)
        self.redraw()

    def submit(self) -> None:
        """Answer with the options as they lie."""
        if self.moment == "open":
            self.lifted = None
            self.lock(tuple(self.row))

    def handle(self, event: Event) -> None:
        super().handle(event)
        for plate in self.plates:
            if plate.dragged and not plate.held:
                plate.let_go()
                self.drop()

    def update(self, dt: float) -> None:
        super().update(dt)
        self._moving.tick(dt)
        self._rest()

    def paint(self, canvas: Canvas) -> None:
        super().paint(canvas)
        if self.moment == "stem" or not self.plates:
            return
        lit = None if self.lifted is None else self.row.index(self.lifted)
        if self.question.kind == "order":
            draw_railway(canvas, self.card.x + 80, self.rests(), lit)
        else:
            draw_prompts(canvas, self.question.prompts, self._left(), self.rests(), lit)

    def rests(self) -> list[Rect]:
        """Where an option lies at each station."""
        card, button = self.card, self._button()
        count = len(self.row)
        left = self._left().right + 28
        top = card.bottom + 24
        room = button.y - _GAP - top
        step = min(134.0, (room + _GAP) / count)
        high = step - _GAP * min(1.0, step / 110)
        return [Rect(left, top + at * step, card.right - left, high) for at in range(count)]

    def _left(self) -> Rect:
        """The column of the stations."""
        card = self.card
        share = events_share(self.question, self.places, 0.47)
        wide = 168.0 if self.question.kind == "order" else card.w * share
        return Rect(card.x, card.bottom + 24, wide, 0)

    def _button(self) -> Rect:
        foot = self.places.answers[-1].bottom
        high = {"normal": 88.0, "large": 100.0, "huge": 100.0}[self.places.room]
        wide = 400.0 if self.places.room == "normal" else 620.0
        return Rect(self.card.right - wide, foot - high, wide, high)

    def _at(self, station: int) -> Plate:
        return self.plates[self.row[station]]

    def _move(self, index: int, station: int) -> None:
        station = max(0, min(len(self.row) - 1, station))
        if self.moment != "open" or station == self.row.index(index):
            return
        self._starts = {plate.index: plate.rect for plate in self.plates}
        self.row.remove(index)
        self.row.insert(station, index)
        self._moving = Motion(0.0 if self.calm else self.shared.theme.number("quick"))
        self.shared.sounds.play("focus")
        self._rest()
        self.redraw()

    def _rest(self) -> None:
        """Every plate in its place, or on its way there."""
        rests = self.rests()
        share = self._moving.value
        for plate in self.plates:
            goal = rests[self.row.index(plate.index)]
            if plate.lifted:
                goal = Rect(goal.x + _LIFT, goal.y, goal.w - _LIFT, goal.h)
            start = self._starts.get(plate.index, goal) if share < 1 else goal
            plate.rect = Rect(*(a + (b - a) * share for a, b in zip(start, goal, strict=True)))
            plate.state = "pulsing" if self.moment == "locked" else "rest"
            plate.pulse = self.pulse
