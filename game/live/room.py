"""The room of a live class: who has which seat, and what its teacher orders."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from gettext import NullTranslations

from game.live import ending, names
from game.live.course import Course
from game.live.effects import Effects, Goodbye
from game.live.grading import NOTHING_ELSE, Also
from game.live.players import Given, Player
from game.live.protocol import Answer, Call, Go, Leave, Order
from game.live.settings import RELAXED, Settings, settings_from, wrong_setting
from game.phrase import phrase
from game.play.sitting import Sitting
from game.play.words import team_name
from game.records.class_log import GoneRow, KeptClass, SeatRow
from game.rounds.saved import from_json
from game.rounds.state import Round

OFFERED = 3
"""So many made-up names to pick from; in a hall, where they run short, one."""
HALL = 600
MOST_TIME = 4
DESERTED_S = 120.0
"""So long after its phone has gone a seat that did nothing may be given to another, once all are
taken."""
PEOPLE = 500
"""So many names go to a teacher's phone; a hall has more than one can look through there."""

CARDS = ("counts", "more", "why")
"""What a window shows of a closed question: what was answered, why it is so where more follows, and
the last of that."""

SittingFor = Callable[[Settings, Callable[[str], None], Round | None], Sitting]
"""Makes the sitting of a class by its settings; the text of each step goes to the second, and the
third is a round to be taken up."""


class Room:
    """A class: its seats and its course. It is pure, as `Course` is; chance comes from `rng`.

    `most` seats can be taken. A class that `drives` itself goes on by itself; it starts with
    `start_when` seats taken, 0 to wait for the order. `say` puts what the window is told into the
    language of its reader. `also` knows typed texts that are right beside those of the questions.
    """

    def __init__(
        self,
        sitting_for: SittingFor,
        settings: Settings,
        catalogue: NullTranslations,
        rng: random.Random,
        *,
        most: int,
        drives: bool = False,
        start_when: int = 0,
        kept: KeptClass | None = None,
        say: Callable[[str], str] = str,
        also: Also = NOTHING_ELSE,
    ) -> None:
        self.players: dict[str, Player] = {}
        self.effects = Effects()
        self.over = self.stays = False
        self.most = most
        self._by_token: dict[bytes, Player] = {}
        self._taken: set[str] = set()
        self._number = 0
        self._sitting_for = sitting_for
        self._catalogue = catalogue
        self._rng = rng
        self._start_when = start_when
        self._say = say
        self._also = also
        self._course: Course | None = None
        if kept is not None and kept.settings:
            settings = settings_from(kept.settings)
        taken_up = from_json(kept.round) if kept is not None and kept.round else None
        sitting = sitting_for(settings, self._keep, taken_up)
        self._course = Course(
            sitting, settings, self.players, self.effects, catalogue, drives=drives, also=also
        )
        if kept is None:
            self.course.write_down()
        else:
            self.course.begun = kept.begun
            self._recall(kept)

    @property
    def course(self) -> Course:
        """What happens from the first question on."""
        assert self._course is not None
        return self._course

    @property
    def settings(self) -> Settings:
        """What the teacher has chosen."""
        return self.course.settings

    def take_up(self, now: float) -> None:
        """Go on with a class that was cut short, and tell the window how it stands."""
        for player in self.players.values():
            player.gone_at = now
            self._tell("joined", player, team=player.team)
            self._tell("left", player, given_up=False)
        self.course.take_up(now)

    def take(self) -> Effects:
        """What has followed since the last time."""
        effects = self.effects
        self.effects = self.course.effects = Effects()
        return effects

    def tick(self, now: float) -> None:
        """Let time pass until `now`."""
        if self.over:
            return
        if not self.course.begun and self._start_when and len(self.players) >= self._start_when:
            self.course.start(now)
        elif self.course.begun:
            self.course.tick(now)

    def offer(self) -> tuple[str, ...]:
        """Names to pick from, that nobody else is offered until they are given `back`."""
        count = OFFERED if len(self._taken) < HALL else 1
        return tuple(self._made_up() for _ in range(count))

    def give_back(self, offered: Collection[str]) -> None:
        """Names that were offered, and of which none was taken."""
        self._taken -= {names.skeleton(name) for name in offered}

    def welcome(self, offered: Sequence[str]) -> dict[str, object]:
        """What somebody with the right PIN gets."""
        settings, pack = self.settings, self.course.sitting.bank.pack
        teams = settings.team_ids if settings.dealt == "chosen" else ()
        return {
            "t": "welcome",
            "title": pack.title,
            "language": self.course.question.language,
            "names": list(offered),
            "free": settings.names == "free",
            "teams": [{"id": id, "name": team_name(id, self._catalogue)} for id in teams],
            "locked": settings.locked,
        }

    def join(
        self, name: str, team: str, offered: Sequence[str], token: bytes, now: float
    ) -> Player | str:
        """A seat for somebody who was offered those names; or the code of why not."""
        if self.over or (self._full and not self._reclaimed(now)):
            return "full"
        settings = self.settings
        if settings.locked:
            return "locked"
        wanted = names.tidy(name)
        if wanted not in offered:
            wrong = names.wrong(wanted) if settings.names == "free" else "name"
            if wrong or names.skeleton(wanted) in self._taken:
                return wrong or "taken"
        if settings.teams and settings.dealt == "chosen":
            if team not in settings.team_ids:
                return "range"
        else:
            team = self._dealt()
        self.give_back(offered)
        self._number += 1
        counts = self.course.phase in ("lobby", "go")
        since = self.course.q if counts else self.course.q + 1
        player = Player(f"p{self._number}", wanted, names.skeleton(wanted), token, team, since)
        self.players[player.id] = player
        self._by_token[token] = player
        self._taken.add(player.skeleton)
        self._write(player)
        self._tell("joined", player, team=team)
        return player

    def back(self, token: bytes) -> Player | None:
        """The seat of that token, taken up again; None if there is none."""
        player = self._by_token.get(token)
        if player is not None:
            self.here(player)
        return player

    def here(self, player: Player) -> None:
        """Something was heard of a seat."""
        if player.id in self.players and not player.online:
            player.online = True
            self._tell("back", player)

    def gone(self, player: Player, since: float) -> None:
        """A seat has lost its connection, or has been silent since then for too long."""
        if player.id in self.players and player.online:
            player.online, player.gone_at = False, since
            self._tell("left", player, given_up=False)

    def hear(self, player: Player, said: Go | Call | Answer | Leave, now: float) -> str:
        """What a seat does; the code of why not, "" if it is taken."""
        if player.id not in self.players:
            # Given up or kicked, while more of it was on its way.
            return "closed"
        if isinstance(said, Answer):
            return self.course.answer(player, said, now)
        if isinstance(said, Go):
            return self.course.go(player, said)
        if isinstance(said, Call):
            return self.course.call(player, said)
        self._remove(player, "over")
        return ""

    def seat(self, player: Player, token: str = "") -> dict[str, object]:
        """What a phone gets of its own seat; `token` when it comes."""
        team = team_name(player.team, self._catalogue) if player.team else ""
        told: dict[str, object] = {
            "t": "seat", "id": player.id, "name": player.name, "team": team,
            "station": player.team, "count": self.course.sitting.round.count,
        }  # fmt: skip
        return {**told, "token": token} if token else told

    def order(self, order: Order, now: float, by: str = "window") -> str:
        """Do what the teacher wants, at the window or by phone; gives why it cannot be done, "" if
        it is. The window is told so as a problem."""
        if order.do == "end":
            self.end(by, stays=order.more.get("stays") is True)
            return ""
        wrong = self._do(order, now)
        if wrong and by == "window":
            self.problem(wrong)
        return wrong

    def problem(self, message: str) -> None:
        """Tell people that something is not as it should be."""
        self.effects.event("problem", {"message": self._say(message)})

    def state(self, *, window: bool = False) -> dict[str, object]:
        """What the teacher's phone shows. Where a `window` drives, it has cards of its own."""
        course = self.course
        answered, of = course.counted
        stands = then = ""
        closed: dict[str, object] | None = None
        if course.phase == "explaining":
            stands = "standing" if course.stood else course.card or ("counts" if window else "why")
            then = {"counts": "why", "more": "more"}.get(stands, course.then)
            right, asked = ending.known_by(course.sitting.round, course.q)
            closed = {"key": course.question.key, "right": right, "of": asked}
        return {
            "t": "teacher",
            "phase": course.phase,
            "q": course.q,
            "count": course.sitting.round.count,
            "prompt": course.question.prompt if course.begun else "",
            "players": sum(player.online for player in self.players.values()),
            "answered": answered,
            "of": of,
            "stands": "why" if stands == "more" else stands,
            "then": then,
            "closed": closed,
            "window": window,
            "over": self.over,
            "paused": course.sitting.round.paused,
            "locked": self.settings.locked,
            "settings": json.loads(self.settings.as_json()),
            "people": [
                {
                    "id": player.id,
                    "name": player.name,
                    "team": team_name(player.team, self._catalogue) if player.team else "",
                    "here": player.online,
                    "done": course.is_done(player) if course.phase in ("go", "asking") else None,
                }
                for player in list(self.players.values())[:PEOPLE]
            ],
        }

    def end(self, by: str, *, stays: bool = False) -> None:
        """End the class for everybody; who reads the events is told by whom it was ended. The host
        `stays` where a window may still want the report kept."""
        self.stays = stays
        if self.over:
            return
        self.course.finish()
        self.over = True
        flown = self.course.sitting.round.phase == "results"
        self.effects.event("ended", {"by": by, "flown": flown})
        for player in list(self.players.values()):
            self.effects.said.append(Goodbye(player, "over"))

    def _do(self, order: Order, now: float) -> str:
        course, more = self.course, order.more
        plain: dict[str, Callable[[], None]] = {
            "start": lambda: course.start(now),
            "next": lambda: course.go_on(now),
            "close": lambda: course.close(now),
            "pause": lambda: course.pause(True, now),
            "resume": lambda: course.pause(False, now),
            "skip": lambda: course.skip(now),
            "lock": lambda: self._lock(True),
            "unlock": lambda: self._lock(False),
            "launched": lambda: course.go_on(now) if course.phase == "launch" else None,
        }
        if order.do in plain:
            plain[order.do]()
            return ""
        if order.do == "settings":
            return self._settle(dict(more), now)
        if order.do == "card":
            return self._card(more.get("name"))
        if order.do == "launch":
            if not course.begun:
                return phrase("There is nothing to launch with: no question was asked yet.")
            course.launch_now(now)
            return ""
        if order.do not in ("kick", "ban", "rename", "extra"):
            return phrase("There is no order {order!r}.", order=order.do)
        player = self.players.get(str(more.get("id", "")))
        if player is None:
            return phrase("No learner has the seat {seat!r}.", seat=more.get("id"))
        if order.do == "extra":
            return self._extra(player, more.get("factor"), now)
        if order.do == "rename":
            self._rename(player)
        else:
            self._remove(player, "kicked", banned=order.do == "ban")
        return ""

    def _card(self, name: object) -> str:
        if name not in CARDS:
            return phrase("A card is one of {names}.", names=", ".join(CARDS))
        self.course.show(str(name))
        return ""

    def _settle(self, wanted: dict[str, object], now: float) -> str:
        for name, value in wanted.items():
            wrong = wrong_setting(name, value)
            if wrong:
                return phrase("That setting cannot be: {why}.", why=wrong)
        course, before = self.course, self.settings
        if "standing" not in wanted and "teams" in wanted:
            # Who makes teams wants to see them; the first five come back with none.
            usual, other = ("top", "teams") if wanted["teams"] else ("teams", "top")
            if before.standing == usual and bool(before.teams) != bool(wanted["teams"]):
                wanted["standing"] = other
        after: Settings = replace(before, **wanted)  # type: ignore[arg-type]
        if course.begun and (after.teams, after.dealt) != (before.teams, before.dealt):
            return phrase("Teams are made before the first question.")
        if course.begun and after.pace != before.pace:
            factors = {"window": 1.0, "relaxed": RELAXED, "untimed": 0.0}
            if before.pace not in factors or after.pace not in factors:
                return phrase("Points by speed are chosen before the first question.")
        course.settings = after
        if not course.begun:
            if after.pace != before.pace:
                course.sitting = self._sitting_for(after, self._keep, None)
            self._deal_anew()
        elif after.pace != before.pace:
            course.sitting.stretch(factors[after.pace])
        course.write_down()
        course.tell_clock(tuple(self.players.values()), now)
        self.tell_settings()
        return ""

    def _extra(self, player: Player, factor: object, now: float) -> str:
        if not isinstance(factor, int | float) or not 1 <= factor <= MOST_TIME:
            return phrase("A learner's time is 1 to {most} times the usual one.", most=MOST_TIME)
        player.factor = float(factor)
        self._write(player)
        self.course.tell_clock((player,), now)
        return ""

    def _lock(self, locked: bool) -> None:
        self.course.settings = replace(self.settings, locked=locked)
        self.course.write_down()
        self.tell_settings()

    def tell_settings(self) -> None:
        """Tell the settings as they are."""
        self.effects.event("settings", json.loads(self.settings.as_json()))

    def _rename(self, player: Player) -> None:
        name = self._made_up()
        self._taken.discard(player.skeleton)
        player.name, player.skeleton = name, names.skeleton(name)
        self._write(player)
        self.effects.push((player,), self.seat(player))
        self._tell("joined", player, team=player.team)

    def _remove(self, player: Player, why: str, *, banned: bool = False) -> None:
        del self.players[player.id]
        del self._by_token[player.token]
        self._taken.discard(player.skeleton)
        self.effects.rows.append(GoneRow(player.id))
        self.effects.said.append(Goodbye(player, why, banned))
        self._tell("left", player, given_up=True)

    def _made_up(self) -> str:
        name = names.made_up(self._catalogue, self._taken, self._rng)
        self._taken.add(names.skeleton(name))
        return name

    @property
    def _full(self) -> bool:
        return len(self.players) >= min(self.most, self.settings.seats or self.most)

    def _reclaimed(self, now: float) -> bool:
        """Whether a seat is free again whose phone went before it had answered anything."""
        deserted = [
            player
            for player in self.players.values()
            if not (player.online or player.results or player.given)
            and now - player.gone_at >= DESERTED_S
        ]
        if deserted:
            self._remove(min(deserted, key=lambda player: player.gone_at), "over")
        return bool(deserted)

    def _dealt(self) -> str:
        teams = self.settings.team_ids
        if not teams:
            return ""
        sizes = dict.fromkeys(teams, 0)
        for player in self.players.values():
            if player.team in sizes:
                sizes[player.team] += 1
        return min(teams, key=lambda team: sizes[team])

    def _deal_anew(self) -> None:
        teams = self.settings.team_ids
        if all((player.team in teams) == bool(teams) for player in self.players.values()):
            return
        for player in self.players.values():
            player.team = ""
        for player in self.players.values():
            player.team = self._dealt()
            self._write(player)
            self.effects.push((player,), self.seat(player))
            self._tell("joined", player, team=player.team)

    def _write(self, player: Player) -> None:
        self.effects.rows.append(
            SeatRow(
                player.id, player.token.hex(), player.name, player.team, player.since, player.factor
            )
        )

    def _tell(self, event: str, player: Player, **more: object) -> None:
        told = {"id": player.id, "name": player.name, **more, "players": len(self.players)}
        self.effects.event(event, told)

    def _keep(self, text: str) -> None:
        if self._course is not None:
            self._course.kept(text)

    def _recall(self, kept: KeptClass) -> None:
        """Take up a class as its log has it; all seats are away until their tokens come back."""
        for row in kept.seats:
            self._number = max(self._number, int(row.id[1:]))
            if not row.token:
                continue
            token = bytes.fromhex(row.token)
            player = Player(
                row.id, row.name, names.skeleton(row.name), token, row.team, row.since, row.factor
            )
            self.players[row.id] = self._by_token[token] = player
            self._taken.add(player.skeleton)
        said = {(row.seat, row.q): row for row in kept.said}
        given = {(row.seat, row.q): row for row in kept.answers}
        closed, asked = dict(kept.closed), self.course.sitting.round.asked
        if any(asked[q].question.kind == "typed" for q in closed):
            # Nobody is here yet who could wait.
            self._also.wait()
        # The question that stands may be closed already.
        for q in dict.fromkeys((*closed, self.course.q)):
            for player in self.players.values():
                player.begin()
                word, answer = said.get((player.id, q)), given.get((player.id, q))
                if word is not None:
                    player.go = None if word.go is None else bool(word.go)
                    player.calls = word.calls
                if answer is not None:
                    a = json.loads(answer.response)
                    response = tuple(a) if isinstance(a, list) else a
                    player.given = Given(response, answer.n, answer.elapsed_ms / 1000)
                if q in closed and player.id not in closed[q]:
                    player.online = True
                    self.course.count_again(player, q)
        for player in self.players.values():
            player.online = False
