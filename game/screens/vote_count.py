"""Hands counted letter by letter, as bars; between 30 and 70 % right the class may talk first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.play.sitting import Sitting
from game.rounds import vote
from game.screens import flow
from game.screens.countdown import CountdownScreen
from game.screens.game import Game
from game.screens.options import LETTERS
from game.screens.places import LARGE_FROM
from game.screens.prompt import draw_prompt
from game.screens.screen import Shortcuts
from game.screens.vote import LettersScreen
from game.ui.canvas import Canvas
from game.ui.clock import Motion
from game.ui.events import Event, Key
from game.ui.geometry import Rect
from game.ui.theme import TypeStyle
from game.ui.widgets import Action, Button, Choice, Hint, KeyHints, Widget

MOST_HANDS = 99
GAP = 16.0
BAR_ROOM = 440.0
"""What large text leaves in a row for a bar and its figure."""
CARD = {"normal": 184.0, "large": 150.0, "huge": 160.0}


class CountRow(Widget):
    """An option and the hands for it: digits write them, and a bar shows them."""

    def __init__(
        self,
        index: int,
        text: str,
        rect: Rect,
        hands: int | None,
        on_enter: Action,
        on_change: Callable[[int, int | None], None],
        beside: Sequence[str],
    ) -> None:
        super().__init__(rect, on_enter)
        self.beside = beside
        self.index = index
        self.letter = f"hands {LETTERS[index]}"
        self.text = text
        self.hands = hands
        self.most = 0
        self.share = 1.0
        self.fresh = True
        self._on_change = on_change

    def handle(self, event: Event) -> bool:
        if not isinstance(event, Key):
            return False
        if event.name.isdigit() and len(event.name) == 1:
            before = 0 if self.fresh or self.hands is None else self.hands
            hands = before * 10 + int(event.name)
            self._set(hands if hands <= MOST_HANDS else int(event.name))
            return True
        if event.name in ("backspace", "delete"):
            self._set(None if not self.hands or self.hands < 10 else self.hands // 10)
            return True
        if event.name in ("left", "right") and self.focusable:
            self._set(max(0, min(MOST_HANDS, (self.hands or 0) + (event.name == "right") * 2 - 1)))
            return True
        return False

    def _set(self, hands: int | None) -> None:
        self.hands = hands
        self.fresh = False
        self._on_change(self.index, hands)

    def draw(self, canvas: Canvas) -> None:
        theme = canvas.theme
        row, wide = self.rect, self.rect.w * 600 / 1312
        alpha = round(255 * theme.number("card_alpha"))
        canvas.box(row, theme.colour("card"), alpha=alpha)
        # Large type needs the room more than the bars do.
        if canvas.text_scale >= LARGE_FROM:
            wide = row.w - BAR_ROOM
        plate = Rect(row.x, row.y, wide, row.h)
        sign = Choice(
            LETTERS[self.index],
            self.text,
            plate,
            sign_size=min(100.0, row.h - 16),
            beside=self.beside,
        )
        sign.draw(canvas)
        left, right = plate.right + 20, row.right - 32
        figure = min(84.0, row.h * 0.72)
        style = TypeStyle(figure / canvas.text_scale, 800)
        room = canvas.text_width("99", style, equal_digits=True) + 48
        hands = self.hands or 0
        longest = right - room - left
        bar = longest * hands / max(1, self.most) * self.share
        own, _ = theme.answer(LETTERS[self.index])
        high = row.h * 0.6
        if bar > 2:
            box = Rect(left, row.centre[1] - high / 2, max(12.0, bar), high)
            canvas.box(box, own, 8)
            canvas.box(box, theme.colour("hollow"), 8, 2)
        text = "–" if self.hands is None else str(self.hands)
        ink = theme.colour("ink" if self.hands is not None else "ink_dim")
        at = left + max(12.0, bar) + 28 if bar > 2 else left + 8
        canvas.text(text, (at, row.centre[1]), style, ink, "midleft", equal_digits=True)


class CountScreen(CountdownScreen):
    """Rows to type the hands into; then the bars, and whether to talk or to see the answer."""

    name = "count"
    answers_b = True

    def __init__(self, game: Game, sitting: Sitting) -> None:
        super().__init__(game, sitting)
        state = sitting.round
        votes = state.votes_on(state.at)
        count = len(sitting.question.options)
        self.again = len(votes) > 0
        self.counted = bool(votes) and bool(votes[-1].counts)
        counts = votes[-1].counts if self.counted else ()
        self.hands: list[int | None] = list(counts) if self.counted else [None] * count
        self.rows: list[CountRow] = []
        self.growing = Motion(0.0)

    @classmethod
    def to_type(cls, game: Game, sitting: Sitting) -> CountScreen:
        """With empty rows, also where an earlier vote was counted."""
        screen = cls(game, sitting)
        screen.counted = False
        screen.hands = [None] * len(screen.hands)
        return screen

    @property
    def wants_frames(self) -> bool:  # type: ignore[override]
        return not self.growing.over

    @property
    def stands(self) -> bool:
        return True

    @property
    def total(self) -> int:
        """All hands."""
        return sum(hands or 0 for hands in self.hands)

    @property
    def word(self) -> str:
        return self.say("Show!")

    @property
    def aside(self) -> str:
        hands = self.shared.catalogue.ngettext("{count} hand", "{count} hands", self.total)
        return hands.format(count=self.total) if self.total else ""

    def told(self) -> dict[str, object]:
        talk = self.counted and vote.may_talk(self.sitting.round)
        return {**super().told(), "hands": list(self.hands), "counted": self.counted, "talk": talk}

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        rests = self._rests()
        question = self.sitting.question
        self.rows = [
            CountRow(
                index, option, rest, self.hands[index], self._next, self._note, question.options
            )
            for index, (option, rest) in enumerate(zip(question.options, rests, strict=True))
        ]
        for row in self.rows:
            row.focusable = not self.counted
        self._measure()
        first, second = self._buttons()
        if not self.counted:
            done = Button(self.say("That is all"), first, self.finish, "primary")
            hints = KeyHints(
                (
                    Hint("↑↓", self.say("Next letter")),
                    Hint("0–9", self.say("Hands")),
                    Hint(self.say("Space"), self.say("Pause"), self.pause),
                ),
                second,
            )
            return (*self.rows, done, hints), self.rows[0]
        if vote.may_talk(self.sitting.round):
            talk = Button(self.say("Talk and vote again"), first, self.talk, "primary")
            show = Button(self.say("Show the answer"), second, self.reveal)
            return (*self.rows, talk, show), talk
        show = Button(self.say("Show the answer"), first, self.reveal, "primary")
        return (*self.rows, show), show

    def shortcuts(self) -> Shortcuts:
        keys = super().shortcuts()
        if not self.counted:
            for row in self.rows:
                keys[LETTERS[row.index].lower()] = lambda row=row: self._to(row)  # type: ignore[misc]
            keys["page_up"] = self.back
        return keys

    def back(self) -> None:
        """To the letters once more; nothing was counted."""
        self.shared.stack.replace(LettersScreen(self.game, self.sitting, "show"))

    def finish(self) -> None:
        """That is all: count them, and say what comes next."""
        if not self.total:
            self.shared.notice.show(self.say("Type how many hands each letter has."))
            return
        self.hands = [hands or 0 for hands in self.hands]
        self.sitting.do(vote.count_hands, [hands or 0 for hands in self.hands])
        self.counted = True
        moves = self.shared.settings.motion == "full"
        self.growing = Motion(self.shared.theme.number("lock") if moves else 0.0)
        self.shared.sounds.play("lock")
        self.group.focus(None)
        self.renew()
        self.settle()
        self.group.focus(next(w for w in self.group.widgets if isinstance(w, Button)))

    def talk(self) -> None:
        """Everybody talks with a neighbour who showed another letter; then all vote again."""
        self.shared.sounds.play("page", 0.5)
        self.shared.stack.replace(LettersScreen(self.game, self.sitting, "talk"))

    def reveal(self) -> None:
        """The class answers with what most hands showed."""
        self.sitting.do(vote.answer_with_vote)
        flow.go(self.game, self.sitting, self.cells)

    def handle(self, event: Event) -> None:
        before = self.group.focused
        super().handle(event)
        now = self.group.focused
        if now is not before and isinstance(now, CountRow):
            now.fresh = True

    def update(self, dt: float) -> None:
        super().update(dt)
        self.growing.tick(dt)
        for row in self.rows:
            row.share = self.growing.value

    def paint(self, canvas: Canvas) -> None:
        super().paint(canvas)
        question, places = self.sitting.question, self.places
        draw_prompt(canvas, question, self._card(), places, self.shared.catalogue, small=True)

    def _card(self) -> Rect:
        card = self.places.card
        return Rect(card.x, card.y - 8, card.w, CARD[self.places.room])

    def _rests(self) -> list[Rect]:
        card, count = self._card(), len(self.sitting.question.options)
        top, foot = card.bottom + 24, self._buttons()[0].y - 32
        high = min(150.0, (foot - top - GAP * (count - 1)) / count)
        return [Rect(card.x, top + at * (high + GAP), card.w, high) for at in range(count)]

    def _buttons(self) -> tuple[Rect, Rect]:
        places = self.places
        high = 104.0 if places.room == "normal" else 112.0
        left, y = places.card.x, 1044.0 - high
        right = min(places.right, places.mast.x - 32) if places.room != "normal" else places.right
        first = (right - left - 28) * (0.57 if self.counted else 0.42)
        second = Rect(left + first + 28, y, right - left - 28 - first, high)
        return Rect(left, y, first, high), second

    def _next(self) -> None:
        """Enter goes to the next letter, and from the last one on."""
        at = next((index for index, row in enumerate(self.rows) if row.focused), 0)
        if at + 1 < len(self.rows):
            self._to(self.rows[at + 1])
        else:
            self.finish()

    def _to(self, row: CountRow) -> None:
        row.fresh = True
        self.group.focus(row)
        self.redraw()

    def _note(self, index: int, hands: int | None) -> None:
        self.hands[index] = hands
        self._measure()
        self.redraw()

    def _measure(self) -> None:
        most = max(10, *(hands or 0 for hands in self.hands))
        for row in self.rows:
            row.most = most
            row.share = self.growing.value
