"""What a teacher may do at any moment of a class round: skip, take back, see the source, launch."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from game.rounds import steps, teams, vote
from game.screens import confirm, flow
from game.screens.card import CardScreen
from game.screens.countdown import CountdownScreen
from game.screens.pause import TEXT_SIZES, nearest
from game.screens.pick import Stepper
from game.screens.screen import Shortcuts
from game.screens.teams_words import team_name
from game.ui.art.stations import draw_station
from game.ui.canvas import Canvas
from game.ui.geometry import Rect, RectLike
from game.ui.widgets import Action, Button, Widget

OVER = ("key", "launch", "results")

OnRound = Callable[[CountdownScreen], None]
"""Something that a teacher does to the round on this screen."""


def keys(screen: CountdownScreen) -> Shortcuts:
    """The teacher's keys on this screen."""
    if screen.sitting.round.phase in ("launch", "results"):
        return {}
    return {
        "k": partial(skip, screen),
        "u": partial(take_back, screen),
        "s": screen.open_source,
        "l": partial(ask_launch, screen),
    }


def skip(screen: CountdownScreen) -> None:
    """Leave this question out, and say so."""
    sitting = screen.sitting
    if sitting.round.phase not in ("go", "asking"):
        screen.shared.notice.show(screen.say("There is no question to skip now."))
        return
    sitting.do(steps.skip)
    screen.shared.notice.show(screen.say("Skipped: this question does not count."))
    flow.go(screen.game, sitting)


def take_back(screen: CountdownScreen) -> None:
    """Turn the last answer round; where teams play, ask whose."""
    sitting = screen.sitting
    seats = [seat.id for seat in sitting.round.seats]
    answered = [seat for seat in seats if teams.last_answer(sitting.round, seat) is not None]
    if not answered:
        screen.shared.notice.show(screen.say("Nobody has answered yet."))
    elif sitting.round.crew.who == "teams":
        screen.shared.stack.push(TakeBackScreen(screen))
    elif vote.can_ask_again(sitting.round):
        screen.shared.stack.push(AnswerScreen(screen))
    else:
        turn_round(screen, answered[0])


def turn_round(screen: CountdownScreen, seat: str) -> None:
    """Turn the last answer of a team or class round, say so, and show it."""
    sitting = screen.sitting
    before = sitting.round.phase
    sitting.do(teams.overrule, seat)
    given = teams.last_answer(sitting.round, seat)
    right = given is not None and given.right
    if right:
        said = screen.say("Given: the last answer counts as right. {key} takes it back.")
    else:
        said = screen.say("Taken back: the last answer does not count. {key} gives it again.")
    screen.shared.notice.show(said.format(key=screen.cap("U")))
    if before == "explaining" or sitting.round.phase != before:
        flow.go(screen.game, sitting)
        return
    screen.read_gauge()
    screen.renew()


def enter_again(screen: CountdownScreen) -> None:
    """Let the teacher say anew what the class showed: the answer until now never was."""
    from game.screens.vote import LettersScreen
    from game.screens.vote_hands import HandsScreen

    game, sitting = screen.game, screen.sitting
    sitting.do(vote.ask_again)
    question = sitting.question
    if question.options and isinstance(question.answer, int):
        game.shared.stack.replace(LettersScreen(game, sitting, "show"))
    else:
        game.shared.stack.replace(HandsScreen(game, sitting))


def ask_launch(screen: CountdownScreen) -> None:
    """Ask whether to end the questions here and fly."""
    if screen.sitting.round.phase in OVER:
        return
    confirm.ask_launch(screen.game, partial(_launch, screen))


def _launch(screen: CountdownScreen) -> None:
    screen.sitting.do(steps.launch_now)
    flow.go(screen.game, screen.sitting)


class KeyedButton(Button):
    """A button that shows the key which does the same."""

    def __init__(
        self, key: str, text: str, rect: RectLike, on_press: Action, *, primary: bool = False
    ) -> None:
        super().__init__(text, rect, on_press, "primary" if primary else "secondary")
        self.key = key

    def _words(self, canvas: Canvas, style: str, ink: tuple[int, int, int]) -> None:
        area = self.rect.inset(28, 6)
        high = min(60.0, area.h - 16)
        wide = max(high, canvas.text_width(self.key, "hint_bold") + 28)
        cap = Rect(area.x, area.centre[1] - high / 2, wide, high)
        canvas.box(cap, ink, 10, 3)
        canvas.text(self.key, cap.centre, "hint_bold", ink, "centre", fit=wide - 12)
        words = Rect(cap.right + 24, area.y, area.right - cap.right - 24, area.h)
        canvas.paragraph(self.text, words, style, ink, "left", "middle", 2)


class TeacherScreen(CardScreen):
    """The pause of a class round, with all that a teacher may want in it."""

    name = "pause"
    wide = 1600.0
    high = 760.0

    def __init__(self, under: CountdownScreen) -> None:
        super().__init__(under.game, lambda: self.say("Paused"))
        self.under = under

    def shortcuts(self) -> Shortcuts:
        keys = {"escape": self.close, "space": self.close}
        for name, action in (("k", skip), ("u", take_back), ("l", ask_launch)):
            keys[name] = partial(self._after, partial(action, self.under))
        return {**keys, "s": partial(self._after, self.under.open_source)}

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        card, top, gap = self.card, self.body.y, 20.0
        high = (card.bottom - 48 - top - 3 * gap) / 4
        wide = (card.w - 128 - 32) / 2
        rects = [
            Rect(card.x + 64 + column * (wide + 32), top + row * (high + gap), wide, high)
            for column in (0, 1)
            for row in range(4)
        ]
        state, settings = self.under.sitting.round, self.shared.settings
        on = KeyedButton("Esc", self.say("Go on"), rects[0], self.close, primary=True)
        skips = self._button("K", self.say("Skip this question"), rects[1], skip)
        skips.enabled = state.phase in ("go", "asking")
        back = self._button("U", self.say("Take a point back, or give it"), rects[2], take_back)
        back.enabled = bool(state.answers)
        source = KeyedButton(
            self.cap("S"),
            self.say("Show the source"),
            rects[3],
            partial(self._after, self.under.open_source),
        )
        now = self._button("L", self.say("Launch now"), rects[4], ask_launch)
        now.enabled = state.phase not in OVER
        more = Button(self.say("Settings"), rects[5], self.open_settings)
        size = Stepper(
            self.say("Text size"),
            [f"{scale:.0%}".replace("%", " %") for scale in TEXT_SIZES],
            nearest(TEXT_SIZES, settings.text_scale),
            rects[6],
            self._resize,
        )
        leave = Button(self.say("Leave the round"), rects[7], self.leave_round)
        return (on, skips, back, source, now, more, size, leave), on

    def leave_round(self) -> None:
        """To the title, where the round is offered again."""
        self.game.leave(self.under.sitting)
        flow.to_title(self.game)

    def _button(self, key: str, text: str, rect: Rect, action: OnRound) -> KeyedButton:
        return KeyedButton(
            self.cap(key), text, rect, partial(self._after, partial(action, self.under))
        )

    def _after(self, action: Action) -> None:
        """Go on first, so that what follows lies over the round and not over the pause."""
        self.close()
        action()

    def _resize(self, at: int) -> None:
        self.shared.change(self.shared.settings.with_(text_scale=TEXT_SIZES[at]))


class AnswerScreen(CardScreen):
    """The class's newest answer: a slip of the hand is entered anew, a judgement turned round."""

    name = "take-back"
    wide = 1400.0
    high = 660.0

    def __init__(self, under: CountdownScreen) -> None:
        super().__init__(under.game, lambda: self.say("The last answer"))
        self.under = under

    def shortcuts(self) -> Shortcuts:
        return {
            "escape": self.close,
            "1": partial(self._after, enter_again),
            "2": partial(self._after, self._turn),
            "u": partial(self._after, self._turn),
        }

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        body, gap = self.body, 20.0
        state = self.under.sitting.round
        given = teams.last_answer(state, state.seats[0].id)
        right = given is not None and given.right
        turned = self.say("Take its point back") if right else self.say("Let it count as right")
        high = (self.card.bottom - 48 - body.y - 2 * gap) / 3
        rows = [Rect(body.x, body.y + at * (high + gap), body.w, high) for at in range(3)]
        again = KeyedButton(
            "1", self.say("Enter it again"), rows[0], partial(self._after, enter_again)
        )
        turn = KeyedButton("2", turned, rows[1], partial(self._after, self._turn))
        back = KeyedButton("Esc", self.say("Leave it so"), rows[2], self.close, primary=True)
        return (again, turn, back), again

    def _turn(self, screen: CountdownScreen) -> None:
        turn_round(screen, screen.sitting.round.seats[0].id)

    def _after(self, do: Callable[[CountdownScreen], None]) -> None:
        self.close()
        do(self.under)


class TakeBackScreen(CardScreen):
    """Each team's last answer, and its key to turn it round."""

    name = "take-back"
    wide = 1400.0
    high = 900.0

    def __init__(self, under: CountdownScreen) -> None:
        super().__init__(under.game, lambda: self.say("The last answers"))
        self.under = under

    def shortcuts(self) -> Shortcuts:
        keys: Shortcuts = {"escape": self.close, "u": self.close}
        for number, seat in enumerate(self.under.sitting.round.seats, start=1):
            keys[str(number)] = partial(self._turn, seat.id)
        return keys

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        body, seats = self.body, self.under.sitting.round.seats
        back = Button(self.say("Go on"), self.foot(1)[0], self.close, "primary")
        gap = 16.0
        high = min(110.0, (body.h - gap * (len(seats) - 1)) / len(seats))
        rows: list[Widget] = []
        for number, seat in enumerate(seats, start=1):
            given = teams.last_answer(self.under.sitting.round, seat.id)
            name = team_name(seat.id, self.shared.catalogue)
            if given is None:
                said = self.say("has not answered yet")
            elif given.right:
                said = self.say("right, {fuel} fuel: take it back").format(fuel=given.earned)
            else:
                said = self.say("not right: let it count")
            rect = Rect(body.x, body.y + (number - 1) * (high + gap), body.w, high)
            row = TeamRow(number, seat.id, f"{name}: {said}", rect, partial(self._turn, seat.id))
            row.enabled = given is not None
            rows.append(row)
        return (*rows, back), next((row for row in rows if row.enabled), back)

    def _turn(self, seat: str) -> None:
        if teams.last_answer(self.under.sitting.round, seat) is None:
            return
        self.close()
        turn_round(self.under, seat)


class TeamRow(KeyedButton):
    """A team with its key, its sign and what its press does."""

    def __init__(self, number: int, seat: str, text: str, rect: RectLike, press: Action) -> None:
        super().__init__(str(number), text, rect, press)
        self.seat = seat

    def _words(self, canvas: Canvas, style: str, ink: tuple[int, int, int]) -> None:
        del style
        area = self.rect.inset(28, 6)
        high = min(60.0, area.h - 16)
        cap = Rect(area.x, area.centre[1] - high / 2, high, high)
        canvas.box(cap, ink, 10, 3)
        canvas.text(self.key, cap.centre, "hint_bold", ink, "centre", fit=high - 12)
        draw_station(canvas, self.seat, (cap.right + 56, area.centre[1]), high * 0.9)
        words = Rect(cap.right + 104, area.y, area.right - cap.right - 104, area.h)
        canvas.paragraph(self.text, words, "body", ink, "left", "middle", 2)
