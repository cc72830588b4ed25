"""Teams that all show at once: after one has missed a question, in the hold, or always."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from game.play.sitting import Sitting
from game.rounds import teams
from game.rounds.crew import MOST_TEAMS
from game.screens import flow
from game.screens.call import GAP, ON_WIDE, SignButton
from game.screens.countdown import CountdownScreen
from game.screens.game import Game
from game.screens.question import Dial
from game.screens.revealed import Revealed
from game.screens.screen import Shortcuts
from game.screens.team_pads import TeamPads
from game.screens.team_tile import TeamTile, arrange
from game.screens.teams_words import listed, team_name
from game.screens.vote import ShowScreen
from game.screens.vote_places import body_of
from game.ui.canvas import Canvas
from game.ui.caps import key_label
from game.ui.events import Event, Key
from game.ui.geometry import Rect
from game.ui.keys import USUAL
from game.ui.widgets import Button, Hint, KeyHints, Widget

BUZZ_KEYS = tuple(USUAL[f"team-{number}"] for number in range(1, MOST_TEAMS + 1))
"""Keys that lie apart, so that several hands find room on one keyboard."""
BUZZ_BUTTONS = frozenset({"enter", "escape", "h", "w"})
"""What the four round buttons of a gamepad arrive as."""
PLAYED = BUZZ_BUTTONS | {"up", "down", "left", "right", "page_up", "page_down"}
"""What a gamepad answers with: pause and settings are everybody's."""
FEET, HEAD = 112.0, 24.0
KEY_ON = "PgDn"
"""How a gamepad goes on while its round buttons are the teams'."""


def team_screen(game: Game, sitting: Sitting) -> CountdownScreen:
    """The screen on which teams answer the question that stands now."""
    state = sitting.round
    if teams.waits_for_buzz(state):
        return BuzzScreen(game, sitting)
    if state.passed or not state.first_asked:
        return EverybodyScreen(game, sitting, "think" if state.passed else "stem")
    from game.screens.question import question_screen

    screen = question_screen(game, sitting)
    if state.crew.order == "buzz":
        # They have read it already, or they would not have pressed.
        screen.moment = "open"
        screen.deaf_to = partial(_of_another_team, game.team_pads, sitting.seat)
    return screen


def _of_another_team(pads: TeamPads, seat: str, event: Event) -> bool:
    """Whether this comes from the gamepad of a team that does not answer now."""
    by_pad = isinstance(event, Key) and event.device == "gamepad" and event.name in PLAYED
    return by_pad and isinstance(event, Key) and pads.team(event.pad) not in ("", seat)


class EverybodyScreen(ShowScreen):
    """All teams that may answer show a card at once; then the answer stands there to mark them."""

    name = "everybody"

    @property
    def word(self) -> str:
        if self.moment in ("think", "stem") and self.sitting.round.passed:
            return self.say("The others")
        return super().word

    @property
    def station(self) -> str:
        return ""

    @property
    def struck(self) -> frozenset[int]:
        state = self.sitting.round
        given = state.answer_of(state.first_asked) if state.passed else None
        missed = given.response if given is not None else None
        return super().struck | ({missed} if type(missed) is int else frozenset())

    @property
    def bidding(self) -> str:
        catalogue, awaited = self.shared.catalogue, self.sitting.round.awaited()
        if len(awaited) == len(self.sitting.round.seats):
            who = self.say("All teams")
        else:
            who = listed(awaited, catalogue)
        return f"{who}: " + self.say("write it down, then hold it up.")

    def told(self) -> dict[str, object]:
        return {**super().told(), "awaited": list(self.sitting.round.awaited())}

    def words_on(self) -> str:
        return self.say("Show the answer") if self.moment == "show" else super().words_on()

    def take_in(self) -> None:
        self.shared.stack.replace(MarkScreen(self.game, self.sitting))


class BuzzScreen(ShowScreen):
    """The options stand there, and the first team that presses its key answers.

    Before they do, the keys stand there large, and a gamepad that is pressed gets its team.
    """

    name = "buzz"
    greeted = ""
    """The team whose gamepad was pressed last before it counts."""

    @property
    def word(self) -> str:
        return self.say("Who knows?") if self.open else ""

    def told(self) -> dict[str, object]:
        shown = map(self.shared.keys.shown, BUZZ_KEYS)
        keys = dict(zip(self._seats(), shown, strict=False))
        return {**super().told(), "buzz": keys}

    def words_on(self) -> str:
        return self.say("Nobody? All show") if self.open else super().words_on()

    def hint_row(self) -> list[Hint]:
        row = super().hint_row()
        if row and self.shared.device == "gamepad":
            row[0] = replace(row[0], key=KEY_ON)
        return row

    def answer_hints(self) -> list[Hint]:
        if not self.open:
            # The round buttons are the teams', before they count and when they do.
            words = self.say("Each gamepad is a team’s")
            by_pad = self.shared.device == "gamepad"
            return [Hint(self.say("Enter"), words)] if by_pad else []
        words = self.say("A team’s number works too, and so does its gamepad")
        count = len(self._seats())
        return [Hint(f"1–{count}", words, None, self.say("Number of the team"))]

    def foot(self) -> list[Widget]:
        places = self.places
        normal = places.room == "normal"
        if not self.open:
            # Before there are answers, the keys have their room, and are read from the back row.
            top = body_of(self).card.bottom + HEAD
            room = Rect(places.card.x, top, places.right - places.card.x, places.hints.y - 32 - top)
            tiles = list(self._tiles(room))
            arrange(tiles, self.shared.theme, self.text_scale)
            return [*tiles, KeyHints(self.hint_row(), places.hints)]
        room = Rect(places.card.x, 900, places.right - places.card.x, FEET)
        if not normal:
            top = places.answers[-1].bottom + 12
            wide = places.mast.x - 32 - room.x - ON_WIDE - GAP
            room = Rect(room.x, top, wide, 1072 - top)
        tiles = list(self._tiles(room))
        arrange(tiles, self.shared.theme, self.text_scale)
        if normal:
            area = Rect(places.hints.x, 1024, places.hints.w, 44)
            return [*tiles, KeyHints(self.hint_row(), area)]
        # Beside large type there is room for the key of the teacher, and for a sign as its words.
        place = Rect(room.right + GAP, room.y, ON_WIDE, room.h)
        on = SignButton("on", place, self.forward, self.cap(self.say("Enter")))
        return [*tiles, on, Dial(self)]

    def shortcuts(self) -> Shortcuts:
        keys = super().shortcuts()
        if self.open:
            for number, seat in enumerate(self._seats(), start=1):
                keys[BUZZ_KEYS[number - 1]] = keys[str(number)] = partial(self.buzz, seat)
        return keys

    def handle(self, event: Event) -> None:
        if isinstance(event, Key) and event.device == "gamepad":
            round_one = self.shared.keys.button_shown(event.name) in BUZZ_BUTTONS
            seat = self.game.team_pads.claim(event.pad, self._seats()) if round_one else ""
            if seat and self.open:
                self.buzz(seat)
                return
            if seat:
                self._greet(seat)
                return
        super().handle(event)

    def _greet(self, seat: str) -> None:
        """Show a team that its gamepad is heard, before it counts."""
        self.greeted = seat
        self.shared.sounds.play("focus")
        self.renew()

    def buzz(self, seat: str) -> None:
        """A team was first; before the answers show its tile only says which key it has."""
        if not self.open:
            return
        self.sitting.do(teams.buzz, seat)
        self.shared.sounds.play("go")
        flow.go(self.game, self.sitting)

    def forward(self) -> None:
        if not self.open:
            super().forward()
            return
        screen = EverybodyScreen(self.game, self.sitting, "think")
        self.shared.stack.replace(screen)
        screen.forward()

    def backward(self) -> None:
        if self.open:
            self.turn_to("stem")

    def _seats(self) -> tuple[str, ...]:
        return tuple(seat.id for seat in self.sitting.round.seats)

    def _tiles(self, room: Rect) -> Iterator[TeamTile]:
        seats, gap = self._seats(), 20.0
        wide = (room.w - gap * (len(seats) - 1)) / len(seats)
        for at, seat in enumerate(seats):
            rect = Rect(room.x + at * (wide + gap), room.y, wide, room.h)
            name = team_name(seat, self.shared.catalogue)
            key = self.shared.keys.shown(BUZZ_KEYS[at])
            label = key_label(key, self.shared.catalogue)
            tile = TeamTile(seat, label, name, rect, partial(self.buzz, seat))
            tile.large = not self.open
            tile.pad = self.game.team_pads.pad(seat) > 0
            tile.focusable = self.open
            tile.lit = seat == self.greeted and not self.open
            yield tile


class MarkScreen(CountdownScreen):
    """The answer stands there; one key a team marks those who showed it."""

    name = "mark"
    guards = True

    def __init__(self, game: Game, sitting: Sitting) -> None:
        super().__init__(game, sitting)
        self.revealed = Revealed(self)
        self.right: frozenset[str] = frozenset()

    @property
    def key_is_known(self) -> bool:
        return True

    @property
    def stands(self) -> bool:
        return True

    @property
    def station(self) -> str:
        return ""

    @property
    def word(self) -> str:
        return self.say("Who had it?")

    def told(self) -> dict[str, object]:
        awaited = list(self.sitting.round.awaited())
        return {**super().told(), "awaited": awaited, "marked": sorted(self.right)}

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        awaited = self.sitting.round.awaited()
        rows = self.revealed.foot(2 if len(awaited) > 3 else 1, 156.0)
        across = (len(awaited) + len(rows) - 1) // len(rows)
        gap = 20.0
        wide = (rows[0].w - gap * (across - 1)) / across
        seats = [seat.id for seat in self.sitting.round.seats]
        tiles: list[TeamTile] = []
        for at, seat in enumerate(awaited):
            row = rows[at // across]
            rect = Rect(row.x + at % across * (wide + gap), row.y, wide, row.h)
            name, key = team_name(seat, self.shared.catalogue), str(seats.index(seat) + 1)
            tile = TeamTile(seat, key, name, rect, partial(self.toggle, seat))
            tile.ticked = seat in self.right
            tiles.append(tile)
        arrange(tiles, self.shared.theme, self.text_scale)
        area = self.places.hints
        button = 400.0 * min(1.3, self.text_scale)
        high = min(96.0, 1068 - area.y)
        done = Button(self.say("Go on"), Rect(area.x, area.y, button, high), self.finish, "primary")
        hints = KeyHints(
            (
                Hint(f"1–{len(seats)}", self.say("Who was right"), None, self.say("Right")),
                Hint("S", self.say("Source"), self.open_source),
                Hint(self.say("Space"), self.say("Pause"), self.pause),
            ),
            Rect(area.x + button + 40, area.y, area.w - button - 40, high),
        )
        return (*tiles, done, hints), done

    def shortcuts(self) -> Shortcuts:
        keys = super().shortcuts()
        awaited = self.sitting.round.awaited()
        for number, seat in enumerate(self.sitting.round.seats, start=1):
            if seat.id in awaited:
                keys[str(number)] = partial(self.toggle, seat.id)
        return keys

    def toggle(self, seat: str) -> None:
        """This team was right, or was not after all."""
        self.right ^= {seat}
        self.shared.sounds.play("focus")
        self.renew()

    def finish(self) -> None:
        """All who were right are marked."""
        self.sitting.do(teams.mark, self.right)
        self.shared.sounds.play("lock")
        flow.go(self.game, self.sitting, self.cells)

    def paint(self, canvas: Canvas) -> None:
        super().paint(canvas)
        self.revealed.draw(canvas)
