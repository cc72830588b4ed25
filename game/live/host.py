"""The host of a class: what phones say goes to its room, and what follows to whom it concerns."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Callable, Collection
from hashlib import blake2b

from game import languages
from game.live.bans import Bans
from game.live.effects import Effects, Event, Goodbye, dumps
from game.live.limits import Guesses
from game.live.line import Line, frame
from game.live.players import Player
from game.live.protocol import (
    VERSION,
    Hello,
    Join,
    Malformed,
    Message,
    Names,
    Order,
    Ping,
    parse,
)
from game.live.room import Room
from game.phrase import in_words, phrase
from game.records.class_log import BanRow, ClassLog

TICK_S = 0.05
TEACHER_S = 0.25
"""At most so often a teacher's phone is told what has changed."""
CLOCK_S = 1.0
PULSE_S, PING_S, PONG_S = 0.25, 1.5, 4.0
"""So often it is looked at who is silent; who is waited for and silent is asked, and is away if no
answer comes: all of it within the time that a class waits for one whose network is gone."""
MOST_PINGED = 200
"""A hall where more than these are waited for is held up by no single one of them."""
MOST_TROUBLES = 20
"""So many different things that nobody has foreseen are said; a teacher has a class to hold."""
MOST_WRONG = 5
"""So many wrong PINs, and the connection ends."""


def digest(token: str) -> bytes:
    """What is kept of a token: the token itself is its owner's alone."""
    return blake2b(token.encode(), digest_size=16).digest()


def _phone(cookie: str) -> str:
    return cookie and f"phone {cookie}"


def _address(address: str) -> str:
    return address and f"address {address}"


def _seat(kept: bytes) -> str:
    return f"seat {kept.hex()}"


class Host:
    """Runs a class. All of it happens on one thread; `clock` gives its seconds.

    What follows from a step waits in the log until the step is on disk, and is said only then, in
    the order in which it came. `out` gets each event. `window` tells that one drives the class.
    `banned` are the marks of who is kept out already.
    """

    def __init__(
        self,
        room: Room,
        log: ClassLog,
        pin: str,
        secret: str,
        out: Callable[[Event], None],
        clock: Callable[[], float],
        banned: Collection[str] = (),
    ) -> None:
        self.room = room
        self.log = log
        self.bans = Bans(secret, banned)
        self.keeps: Callable[[object], object] = lambda _days: None
        self.moves: Callable[[Order], object] = lambda _order: None
        self._pin = pin
        self._secret = secret
        self._out = out
        self._clock = clock
        self._guesses = Guesses()
        self._lines: dict[str, Line] = {}
        self._open: set[Line] = set()
        self._phones: dict[str, tuple[str, str]] = {}
        self._teachers: set[Line] = set()
        self._told_teachers = ""
        self._troubles: set[str] = set()
        self._told_at = 0.0
        self._clock_at = 0.0
        self._pulse_at = 0.0

    @property
    def window(self) -> bool:
        """Whether one drives the class, and shows what phones are then told."""
        return self.room.course.staged

    @window.setter
    def window(self, there: bool) -> None:
        self.room.course.staged = there

    def act(self) -> None:
        """Have done, and then said, what has followed."""
        effects = self.room.take()
        if effects:
            for said in effects.said:
                if isinstance(said, Goodbye) and said.banned:
                    effects.rows += self._keep_out(said.to)
            self.log.write(effects.rows, lambda: self._deliver(effects))

    def tick(self) -> None:
        """Let time pass."""
        now = self._clock()
        self.room.tick(now)
        if now - self._clock_at >= CLOCK_S:
            self._clock_at = now
            self.room.course.tell_time(now)
        if now - self._pulse_at >= PULSE_S:
            self._pulse_at = now
            self._feel_pulse(now)
        self.act()
        if self._teachers and now - self._told_at >= TEACHER_S:
            told = dumps(self.room.state(window=self.window))
            if told != self._told_teachers:
                self._told_teachers, self._told_at = told, now
                framed = frame(told)
                for line in self._teachers:
                    line.send(framed)

    def order(self, order: Order, by: str = "window") -> str:
        """Do what the window, or a teacher's phone, wants; gives why not, "" if it is done."""
        if order.do == "keep":
            self.keeps(order.more.get("days"))
            return ""
        if order.do in ("network", "networks"):
            if by != "window":
                return phrase("The network is chosen at the computer.")
            self.moves(order)
            return ""
        wrong = self.room.order(order, self._clock(), by)
        self.act()
        return wrong

    def _of_teacher(self, line: Line, order: Order) -> None:
        if self.window and order.do == "next":
            # The window alone knows which card of an explanation stands there.
            self.room.effects.event("next", {}, window_alone=True)
            self.act()
        elif order.do == "end":
            self.order(Order("end", {"stays": self.window}), "phone")
        elif wrong := self.order(order, "phone"):
            # It is told where it was asked, in the language of that page.
            words = languages.catalogue(line.language or languages.system_language())
            line.tell({"t": "no", "why": "order", "say": in_words(wrong, words)})

    def opened(self, line: Line) -> None:
        """Somebody has connected."""
        self._open.add(line)
        if self._banned(line):
            line.bye("kicked")

    def closed(self, line: Line) -> None:
        """A connection has ended."""
        self._open.discard(line)
        self._teachers.discard(line)
        self.room.give_back(line.offered)
        line.offered = ()
        player = line.player
        if player is not None and self._lines.get(player.id) is line:
            del self._lines[player.id]
            # A silence that ends with the connection began before.
            silent = line.pinged_at is not None
            self.room.gone(player, line.heard_at if silent else self._clock())
            self.act()

    def hear(self, line: Line, text: str) -> None:
        """A frame of a phone. Whatever is wrong with it costs its sender alone."""
        if line.ended or not self._listens(line):
            return
        try:
            said = parse(text)
        except Malformed:
            line.bye("malformed")
            return
        if isinstance(said, Ping):
            line.tell({"t": "pong"})
        elif line.teaches:
            if isinstance(said, Order):
                self._of_teacher(line, said)
            else:
                line.bye("malformed")
        elif line.player is not None:
            self._of_player(line, said)
        elif self._banned(line):
            # It was open already when its other connection was banned.
            line.bye("kicked")
        elif isinstance(said, Hello) and not line.let_in:
            self._hello(line, said)
        elif isinstance(said, Names) and line.let_in:
            self._welcome(line)
        elif isinstance(said, Join) and line.let_in:
            self._join(line, said)
        else:
            line.bye("malformed")

    def flood(self, line: Line) -> bool:
        """Count something that is no message, such as a ping of the connection; whether it may."""
        return not line.ended and self._listens(line)

    def trouble(self, error: object) -> None:
        """Something went wrong that nobody has foreseen: the class goes on, and it is said once."""
        told = phrase("Something went wrong: {error}", error=repr(error))
        if told not in self._troubles and len(self._troubles) < MOST_TROUBLES:
            self._troubles.add(told)
            self.room.problem(told)
            self.act()

    @property
    def seated(self) -> int:
        """How many connections have a seat, or are a teacher's."""
        return len(self._lines) + len(self._teachers)

    def line_of(self, seat: str) -> Line | None:
        """The connection of a seat, None while it is away."""
        return self._lines.get(seat)

    def bye(self, why: str) -> None:
        """End every connection, also of those who have no seat yet."""
        for line in tuple(self._open):
            line.bye(why)

    def _banned(self, line: Line) -> bool:
        return self.bans.has(_phone(line.phone), _address(line.address))

    def _keep_out(self, player: Player) -> list[BanRow]:
        """Keep a learner's phone out, also one that is away."""
        phone, address = self._phones.get(player.id, ("", ""))
        others = (line for seat, line in self._lines.items() if seat != player.id)
        if any(other.address == address for other in others):
            # One address may be a whole class.
            address = ""
        return self.bans.add(_seat(player.token), _phone(phone), _address(address))

    def _feel_pulse(self, now: float) -> None:
        """Ask those who are waited for whether they are there; who does not answer is away."""
        awaited = self.room.course.awaited(now)
        if len(awaited) > MOST_PINGED:
            return
        for player in awaited:
            line = self._lines.get(player.id)
            if line is None:
                continue
            if line.pinged_at is None:
                if now - line.heard_at >= PING_S:
                    line.ping(now)
            elif now - line.pinged_at >= PONG_S:
                self.room.gone(player, line.heard_at)

    def _listens(self, line: Line) -> bool:
        line.heard_at, line.pinged_at = self._clock(), None
        if line.player is not None and self._lines.get(line.player.id) is line:
            self.room.here(line.player)
        if line.bucket.takes(self._clock()):
            line.told_busy = False
            return True
        if line.bucket.flooded:
            line.bye("flood")
        elif not line.told_busy:
            line.told_busy = True
            line.tell({"t": "no", "why": "busy"})
        return False

    def _hello(self, line: Line, said: Hello) -> None:
        now = self._clock()
        if said.v != VERSION:
            line.bye("version")
        elif said.secret:
            if hmac.compare_digest(said.secret.encode(), self._secret.encode()):
                line.teaches = line.let_in = True
                if said.language in languages.LANGUAGES:
                    line.language = said.language
                self._teachers.add(line)
                line.tell(self.room.state(window=self.window))
            else:
                self._guesses.wrong(line.address, now)
                line.bye("pin")
        elif said.token:
            # A seat that was taken is never kept from its owner by who else guesses.
            self._back(line, said.token, now)
        elif not self._guesses.may(line.address, now):
            line.tell({"t": "no", "why": "busy"})
        elif hmac.compare_digest(said.pin.encode(), self._pin.encode()):
            line.let_in = True
            self._welcome(line)
        else:
            self._wrong(line, now)

    def _welcome(self, line: Line) -> None:
        """Offer names, others than before."""
        offered = self.room.offer()
        self.room.give_back(line.offered)
        line.offered = offered
        line.tell({**self.room.welcome(offered), "v": VERSION})

    def _wrong(self, line: Line, now: float) -> None:
        self._guesses.wrong(line.address, now)
        line.wrong += 1
        line.tell({"t": "no", "why": "pin"})
        if line.wrong >= MOST_WRONG:
            line.bye("pin")

    def _back(self, line: Line, token: str, now: float) -> None:
        kept = digest(token)
        player = self.room.back(kept)
        if player is None and self.bans.has(_seat(kept)):
            # Its seat was taken while it was away, and nobody knew by what to know it.
            self.log.write(self.bans.add(_phone(line.phone)), lambda: None)
            line.bye("kicked")
            return
        if player is None:
            self._wrong(line, now)
            return
        before = self._lines.get(player.id)
        if before is not None:
            before.bye("elsewhere")
        self._sit(line, player.id, token)

    def _join(self, line: Line, said: Join) -> None:
        token = secrets.token_urlsafe(16)
        joined = self.room.join(said.name, said.team, line.offered, digest(token), self._clock())
        if isinstance(joined, str):
            told: dict[str, object] = {"t": "no", "why": joined}
            if joined in ("name", "taken", "long"):
                self.room.give_back(line.offered)
                line.offered = self.room.offer()
                told["names"] = list(line.offered)
            line.tell(told)
            return
        line.offered = ()
        self._sit(line, joined.id, token)

    def _sit(self, line: Line, seat: str, token: str) -> None:
        player = self.room.players[seat]
        line.player, line.let_in = player, True
        self._lines[seat] = line
        self._phones[seat] = line.phone, line.address
        self.room.effects.push((player,), self.room.seat(player, token))
        self.room.effects.tell(player, self.room.course.told(player, self._clock()))
        self.act()

    def _of_player(self, line: Line, said: Message) -> None:
        player = line.player
        if player is None or isinstance(said, Hello | Join | Names | Order | Ping):
            line.bye("malformed")
            return
        why = self.room.hear(player, said, self._clock())
        if why:
            told: dict[str, object] = {"t": "no", "why": why, "q": getattr(said, "q", 0)}
            n = getattr(said, "n", None)
            line.tell(told if n is None else {**told, "n": n})
        self.act()

    def _deliver(self, effects: Effects) -> None:
        for said in effects.said:
            if isinstance(said, Goodbye):
                self._dismiss(said)
                continue
            framed = frame(said.text)
            for player in said.to:
                line = self._lines.get(player.id)
                if line is not None:
                    line.send(framed)
        for event in effects.events:
            self._out(event)

    def _dismiss(self, said: Goodbye) -> None:
        line = self._lines.pop(said.to.id, None)
        self._phones.pop(said.to.id, None)
        if line is not None:
            line.bye(said.why)
