"""The course of a class: its phases, its clock and its questions, and what each seat does there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from gettext import NullTranslations

from game.bank.question import Question
from game.live import ending, messages
from game.live.effects import Effects, Push, dumps, grouped, joined
from game.live.grading import (
    Also,
    counts_of,
    fits,
    mean_fuel,
    needs,
    passed_by,
    reading_of,
    result_of,
    whole_fuel,
)
from game.live.players import Given, Player
from game.live.protocol import Answer, Call, Go
from game.live.settings import Settings
from game.live.standing import Standings
from game.live.timing import limit_s, reading_s, shown_s
from game.play.sitting import Sitting
from game.records.class_log import AnswerRow, SaidRow, StepRow
from game.rounds import steps, vote
from game.rounds.saved import to_json
from game.rounds.scoring import MOST_CALLS

CHANGE_S = 2.0
"""So long after the last answer or change a question stays open where answers can be changed."""
MOST_CHANGE_S = 6.0
"""Who changes an answer over and over holds the class up no longer, once all have answered."""
ANSWERED_S = 0.1
"""At most so often the window is told how many have answered."""
BACK_S = 10.0
"""So long after it was taken up a class waits for its phones to come back."""


class Course:
    """What happens to a class from its first question on.

    It is pure: `now` (seconds of any clock that runs forward) comes in with each step, and what
    follows from it goes into `effects`. `players` is the table of the room, by id. A class that
    `drives` itself goes on by itself. `also` knows more typed texts that are right.
    """

    def __init__(
        self,
        sitting: Sitting,
        settings: Settings,
        players: dict[str, Player],
        effects: Effects,
        catalogue: NullTranslations,
        *,
        drives: bool,
        also: Also,
    ) -> None:
        self.sitting = sitting
        self.settings = settings
        self.effects = effects
        self.begun = False
        self.ended = False
        self.stood = False
        self.card = ""
        self.staged = False
        """Whether a window shows the counts first: then phones are told why when it shows that."""
        self._gos = 0
        self._players = players
        self.catalogue = catalogue
        self._drives = drives
        self._also = also
        self._spent_s = 0.0
        self._ran_at: float | None = None
        self._ticked_at = 0.0
        self._phase_at = 0.0
        self._all_at: float | None = None
        self._given_at = 0.0
        self._not_before = 0.0
        self._answered = (-1, -1)
        self._answered_at = 0.0
        self._closes = False
        self._closed = -1
        self._away: tuple[str, ...] = ()

    @property
    def phase(self) -> str:
        """The phase as events and phones call it."""
        if not self.begun:
            return "lobby"
        return "results" if self.ended else self.sitting.round.phase

    @property
    def q(self) -> int:
        """The number of the question that stands."""
        return self.sitting.round.at

    @property
    def counted(self) -> tuple[int, int]:
        """How many have answered the open question, of how many who have or are waited for."""
        return self._answered if self.phase in ("go", "asking") else (0, 0)

    @property
    def then(self) -> str:
        """What comes after the last card of a question that is closed."""
        state = self.sitting.round
        if self._will_stand():
            return "standing"
        if state.at + 1 < len(state.asked):
            return "question"
        return "hold" if state.rules.hold and state.missed() else "key"

    @property
    def question(self) -> Question:
        """The question that stands."""
        return self.sitting.question

    @property
    def everyone(self) -> Sequence[Player]:
        """All seats."""
        return tuple(self._players.values())

    def start(self, now: float) -> None:
        """Leave the lobby."""
        if not self.begun:
            self.begun = True
            self.write_down()
            self._stand(now)

    def take_up(self, now: float) -> None:
        """Go on with a class that was cut short: its question's clock begins anew."""
        self.write_down()
        if not self.begun:
            return
        if self.phase in ("asking", "explaining"):
            self.effects.event("question", messages.question_event(self.sitting.round))
        if self.phase == "explaining":
            self._tell_revealed()
        if self.phase in ("go", "asking"):
            self._tell_answered(now)
        if self.sitting.round.phase == "results":
            self.finish()
        self._ticked_at = self._phase_at = now
        self._not_before = now + BACK_S
        if self.phase in ("go", "asking") and not self.sitting.round.paused:
            self._ran_at = now

    def go_on(self, now: float) -> None:
        """Go on to whatever comes next."""
        phase = self.phase
        if phase == "lobby":
            self.start(now)
        elif phase == "go":
            self._open(now)
        elif phase == "asking":
            self.close(now)
        elif phase == "explaining" and self._will_stand():
            self._show_standing(now)
        elif phase == "explaining":
            self._step(self.sitting.go_on)
            self._stand(now)
        elif phase == "hold":
            self._step(self.sitting.begin_hold)
            self._stand(now)
        elif phase == "key":
            self._step(self.sitting.turn_key)
            self._enter(now)
        elif phase == "launch":
            self._step(self.sitting.reach_orbit)
            self._enter(now)

    def close(self, now: float) -> None:
        """Close the question: everybody gets what it was, and what they have earned. While it is
        not yet known what else is right, no more is taken, and it closes as soon as it is known."""
        if self.phase != "asking":
            return
        self._closes = self._closes or needs(self._also, self.question, self.everyone)
        if self._closes and not self._also.ready:
            # A class that was taken up with this question has not had it made ready.
            self._also.prepare()
            return
        q, question, asked = self.q, self.question, self.sitting.round.asked
        before = whole_fuel(mean_fuel(self.everyone, asked))
        for player in self.everyone:
            self.count_again(player, q)
        results = [player.results[q] for player in self.everyone if q in player.results]
        right = sum(result.right for result in results)
        counts = counts_of(question, results)
        # What each question adds is told in whole numbers, which add up to the whole mean.
        earned = whole_fuel(mean_fuel(self.everyone, asked)) - before
        self._tell_answered(now)
        self._step(
            lambda: self.sitting.do(
                vote.answer_of_all, right=right, of=len(results), earned=earned, counts=counts
            ),
            closed=q,
            away=tuple(player.id for player in self.everyone if q not in player.results),
        )
        self._tell_revealed()
        self.stood, self.card = False, ""
        self._enter(now)

    def show(self, card: str) -> None:
        """The window shows that card of the question that is closed."""
        if self.phase != "explaining" or self.stood:
            return
        told, self.card = self._told_why, card
        if self._told_why and not told:
            self._tell(self._phase_at)

    @property
    def _told_why(self) -> bool:
        return not self.staged or self.stood or self.card in ("more", "why")

    def skip(self, now: float) -> None:
        """Leave the question out."""
        if self.phase in ("go", "asking"):
            self._step(lambda: self.sitting.do(steps.skip))
            self._stand(now)

    def launch_now(self, now: float) -> None:
        """On to the key with what was asked so far; what is open does not count."""
        if self.phase in ("go", "asking", "explaining", "hold"):
            self._step(self.sitting.launch_now)
            self._stand(now)

    def pause(self, paused: bool, now: float) -> None:
        """Stop the clock, or have it go on."""
        if self.phase not in ("go", "asking") or self.sitting.round.paused == paused:
            return
        self._spent_s = self._elapsed_s(now)
        self._ran_at = None if paused else now
        self._step(lambda: self.sitting.pause(paused))
        self.tell_clock(self.everyone, now)

    def tell_clock(self, players: Sequence[Player], now: float) -> None:
        """Tell players what time they have left."""
        if self.phase not in ("go", "asking"):
            return
        for factor, some in grouped(players, lambda player: player.factor):
            paused = self.sitting.round.paused
            told = {"t": "clock", "q": self.q, **self._own_clock(factor, now), "paused": paused}
            self.effects.push(some, told)

    def tell_time(self, now: float) -> None:
        """Tell the window what its clocks show."""
        if self.phase in ("go", "asking"):
            state = self.sitting.round
            told = {"q": self.q, "left_ms": self._left_ms(1.0, now), "paused": state.paused}
            window = round(state.window_left_s, 1) if state.rules.window_s > 0 else None
            self.effects.event("clock", {**told, "window_s": window}, window_alone=True)

    def tick(self, now: float) -> None:
        """Let time pass until `now`: what is due happens."""
        dt, self._ticked_at = max(0.0, now - self._ticked_at), now
        phase = self.phase
        if phase in ("go", "asking") and now - self._answered_at >= ANSWERED_S:
            self._answered_at = now
            self._tell_answered(now)
        if self._closes:
            self.close(now)
        elif phase == "asking":
            # The slowest learner's clock may run longer than that of the class.
            left = self.sitting.round.clock_left_s
            reading = self.sitting.round.reading_left_s
            self.sitting.tick(dt if left is None else max(0.0, min(dt, left + reading - 0.001)))
            if self._is_over(now):
                self.close(now)
        elif phase == "go":
            if self._is_over(now):
                self._open(now)
        elif self._drives and phase in _SHOWN and self._has_shown(now):
            self.go_on(now)

    def go(self, player: Player, said: Go) -> str:
        """GO or NO-GO of a seat; the code of why not, "" if it is taken."""
        if said.q != self.q or self.phase != "go":
            return "closed"
        if player.go is not None:
            return "order"
        player.go = said.go
        self.effects.rows.append(SaidRow(player.id, said.q, int(said.go), player.calls))
        return ""

    def call(self, player: Player, said: Call) -> str:
        """A call of a seat; the code of why not, "" if a hint goes to it."""
        if said.q != self.q or self.phase not in ("go", "asking") or self._closes:
            return "closed"
        if self.phase == "go":
            return "early"
        if self.calls_left(player) < 1:
            return "order"
        hint = self.question.hints[player.calls]
        player.calls += 1
        go = None if player.go is None else int(player.go)
        self.effects.rows.append(SaidRow(player.id, said.q, go, player.calls))
        self.effects.push(
            (player,),
            {
                "t": "hint", "q": said.q, "call": hint.call, "text": hint.text,
                "strikes": hint.strikes, "calls": self.calls_left(player),
            },
        )  # fmt: skip
        return ""

    def answer(self, player: Player, said: Answer, now: float) -> str:
        """An answer of a seat; the code of why not, "" if it is acknowledged."""
        if said.q != self.q or self.phase not in ("go", "asking") or self._closes:
            return "closed"
        if self.phase == "go":
            return "early"
        if not fits(self.question, said.a):
            return "range"
        mine = player.given
        if mine is not None:
            if said.a == mine.response and type(said.a) is type(mine.response):
                if said.n <= mine.n or not self.settings.change:
                    self.effects.tell(player, f'{{"t":"got","q":{said.q},"n":{said.n}}}')
                    return ""
            elif said.n <= mine.n or not self.settings.change:
                return "order"
        elapsed = self._elapsed_s(now)
        limit = self._limit_s(player.factor)
        if limit is not None and elapsed > limit:
            return "closed"
        player.given, self._given_at = Given(said.a, said.n, elapsed), now
        self.effects.rows.append(
            AnswerRow(player.id, said.q, said.n, dumps(said.a), round(elapsed * 1000))
        )
        self.effects.tell(player, f'{{"t":"got","q":{said.q},"n":{said.n}}}')
        return ""

    def calls_left(self, player: Player) -> int:
        """How many calls a seat can make now."""
        state = self.sitting.round
        if (
            state.phase != "asking"
            or not self.settings.calls
            or state.rules.scheme != "countdown"
            or player.go
            or player.given is not None
        ):
            return 0
        return max(0, min(MOST_CALLS, len(self.question.hints)) - player.calls)

    def awaited(self, now: float) -> list[Player]:
        """The seats that the class waits for."""
        if self.phase not in ("go", "asking") or self._closes:
            return []
        return [one for one in self.everyone if not self.is_done(one) and one.near(now)]

    def told(self, player: Player, now: float) -> str:
        """The state of the class for a seat that comes, or comes back."""
        return self._telling(now)(player)

    def _telling(self, now: float) -> Callable[[Player], str]:
        """What each seat is told of the class as it stands; what is the same for all is made
        once."""
        phase, state, pack = self.phase, self.sitting.round, self.sitting.bank.pack
        if phase == "go":
            shared = dumps(messages.go_part(state))
            return lambda player: joined(shared, self._go_own(player, now))
        if phase == "asking":
            shared = self._question_text()
            return lambda player: joined(shared, self._question_own(player, now))
        if phase == "explaining":
            why, q, question = self._told_why, self.q, self.question
            shared = dumps(messages.reveal_part(state, pack, self.catalogue, why=why))
            return lambda player: joined(shared, messages.reveal_own(player, q, question, why=why))
        if phase in ("lobby", "hold", "key"):
            alike = (
                {"t": phase, "players": len(self._players)} if phase == "lobby" else {"t": phase}
            )
            text = dumps(messages.hold_part(state) if phase == "hold" else alike)
            return lambda _player: text
        if phase == "launch":
            return lambda player: dumps(messages.launch_own(player, state))
        return lambda player: dumps(ending.end_of(player, state, pack, self.catalogue))

    def _tell(self, now: float) -> None:
        for text, some in grouped(self.everyone, self._telling(now)):
            self.effects.said.append(Push(some, text))

    def _step(
        self, step: Callable[[], object], *, closed: int = -1, away: tuple[str, ...] = ()
    ) -> None:
        self._closed, self._away = closed, away
        step()
        self._closed, self._away = -1, ()

    def count_again(self, player: Player, q: int) -> None:
        """Reckon how question `q` went for a player that is as it was when it closed."""
        asked, rules = self.sitting.round.asked[q], self.sitting.round.rules
        result = result_of(player, q, asked, rules, reading_of(asked.question, rules), self._also)
        if result is not None:
            player.close(q, result)

    def write_down(self) -> None:
        """Have the class written down as it stands, and the window told."""
        self.kept(to_json(self.sitting.round))

    def kept(self, text: str) -> None:
        """The sitting has taken a step, and `text` is its round: it is written down and told."""
        self.effects.rows.append(
            StepRow(text, self.settings.as_json(), self.begun, self._closed, self._away)
        )
        self.effects.event("round", {"q": self.q, "round": text}, window_alone=True)

    def _stand(self, now: float) -> None:
        """Another question stands, or the hold, or the key."""
        if self.phase == "go" and not self.settings.go:
            self._step(lambda: self.sitting.say_go(False))
        for player in self.everyone:
            player.begin()
        self._enter(now)

    def _enter(self, now: float) -> None:
        """Another phase has begun: everybody is told."""
        self._phase_at = self._ticked_at = now
        self._spent_s, self._ran_at, self._all_at, self._answered = 0.0, now, None, (-1, -1)
        self._closes = False
        phase, state = self.phase, self.sitting.round
        self.effects.event("phase", {"phase": phase})
        self._gos += phase == "go"
        if phase == "asking":
            self.effects.event("question", messages.question_event(state))
        if phase == "results":
            self.finish()
        else:
            self._tell(now)
        if phase in ("go", "asking"):
            self._tell_answered(now)
            if self.question.kind == "typed":
                self._also.prepare()

    def _open(self, now: float) -> None:
        """The options show: who has not said GO has said NO-GO."""
        self._step(lambda: self.sitting.say_go(False))
        self._enter(now)

    def finish(self) -> None:
        """The end: everybody gets what they have learned, and the events what came of it."""
        if self.ended:
            return
        self.ended = True
        pack, state = self.sitting.bank.pack, self.sitting.round
        for player in self.everyone:
            told = ending.end_of(player, state, pack, self.catalogue)
            self.effects.push((player,), told)
        told = ending.finished(state, self.everyone, self.settings.team_ids, self.catalogue)
        self.effects.event("finished", told)
        self.effects.event("report", self.report(), window_alone=True)

    def report(self) -> dict[str, object]:
        """What has come of the class, by learner and by question, without names."""
        pack = self.sitting.bank.pack
        return ending.report(self.sitting.round, self.everyone, pack, self.catalogue)

    def _elapsed_s(self, now: float) -> float:
        return self._spent_s + (now - self._ran_at if self._ran_at is not None else 0.0)

    def _limit_s(self, factor: float) -> float | None:
        first = self._gos <= 1
        return limit_s(self.sitting.round, self.settings, factor, drives=self._drives, first=first)

    def _left_ms(self, factor: float, now: float) -> int | None:
        limit = self._limit_s(factor)
        return None if limit is None else max(0, round((limit - self._elapsed_s(now)) * 1000))

    def _own_clock(self, factor: float, now: float) -> messages.Plain:
        """What a phone needs to show its clock."""
        reading = reading_s(self.sitting.round, self.settings, factor) - self._elapsed_s(now)
        reading_ms = max(0, round(reading * 1000))
        return {"left_ms": self._left_ms(factor, now), "reading_ms": reading_ms}

    def _is_over(self, now: float) -> bool:
        """Whether nobody is waited for any longer: all have answered, or no time is left."""
        if self.sitting.round.paused:
            return False
        asking, waited = self.phase == "asking", self.awaited(now)
        if not waited and any(map(self.is_done, self.everyone)):
            self._all_at = now if self._all_at is None else self._all_at
            calm = now - self._given_at >= CHANGE_S or now - self._all_at >= MOST_CHANGE_S
            changes = asking and self.settings.change and self.settings.pace != "fast"
            return (calm or not changes) and now >= self._not_before
        self._all_at = None
        factors = {player.factor for player in waited} or {1.0}
        limit = self._limit_s(max(factors))
        return limit is not None and self._elapsed_s(now) >= limit

    def _has_shown(self, now: float) -> bool:
        shown = shown_s(self.sitting.round, self.settings, stood=self.stood)
        return now - self._phase_at >= shown

    def is_done(self, player: Player) -> bool:
        """Whether a seat has answered, or said GO or NO-GO while that is asked."""
        return (player.given if self.phase == "asking" else player.go) is not None

    def _go_own(self, player: Player, now: float) -> dict[str, object]:
        return {"left_ms": self._left_ms(player.factor, now), "said": player.go}

    def _question_text(self) -> str:
        settings, state = self.settings, self.sitting.round
        part = messages.question_part(state, shapes=settings.shapes, change=settings.change)
        return dumps({**part, "paused": state.paused})

    def _question_own(self, player: Player, now: float) -> dict[str, object]:
        own = messages.question_own(player, self.question, calls=self.calls_left(player))
        return {**self._own_clock(player.factor, now), **own}

    def _tell_revealed(self) -> None:
        vote_on = self.sitting.round.votes_on(self.q)[-1:]
        for one in vote_on:
            told = {"q": self.q, "key": self.question.key, "counts": list(one.counts) or None}
            told["passed"] = passed_by(self.everyone, self.q)
            self.effects.event("revealed", {**told, "right": one.right or 0, "of": one.of or 0})

    def _tell_answered(self, now: float) -> None:
        given = [self.is_done(player) for player in self.everyone]
        near = [player.near(now) for player in self.everyone]
        count, of = sum(given), sum(map(max, given, near))
        if (count, of) != self._answered:
            self._answered = count, of
            self.effects.event("answered", {"q": self.q, "count": count, "of": of})

    def _will_stand(self) -> bool:
        state = self.sitting.round
        return (
            not self.stood
            and self.settings.standing != "none"
            and state.now.purpose == "flight"
            and not state.left_out(state.at)
            and any(player.fuel for player in self.everyone)
        )

    def _show_standing(self, now: float) -> None:
        self.stood, self.card, self._phase_at = True, "", now
        top = self.settings.standing == "top"
        teams, asked = self.settings.team_ids, self.sitting.round.asked
        standing = Standings(teams, self.everyone, asked, self.catalogue, top=top)
        self.effects.event("standing", standing.shown())
        for player in self.everyone:
            self.effects.push((player,), standing.told(player))


_SHOWN = ("explaining", "hold", "key", "launch")
