"""Kills a host at random moments while a class answers, takes it up again, and looks for losses.

`python -m tests.live.kills --kills 200` does so as often as one likes. Each `got` that a phone has
heard is a promise: after each kill it must be in the log, once, as it was said, and the phone must
be told it when it comes back. At the end the sums of the host are those of its phones.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import sqlite3
import tempfile
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.live.hosting import Phone
from tests.live.program import MAIN, MORTAL, Program, any_answer, program

PHONES = 20
QUESTIONS = 40
LONGEST_S = 0.25
"""How long a class answers at most before its host is killed."""
THINKS_S = 0.04


@dataclass(slots=True)
class Found:
    """What came of it. `unpromised` are answers that were stored and not acknowledged."""

    kills: int = 0
    answers: int = 0
    unpromised: int = 0
    questions: int = 0


@dataclass(slots=True)
class Pupil:
    """A phone through all lives of its host. AssertionError if a promise to it is broken."""

    rng: random.Random
    token: str = ""
    seat: str = ""
    said: dict[int, object] = field(default_factory=dict)
    got: set[int] = field(default_factory=set)
    revealed: dict[int, dict[str, Any]] = field(default_factory=dict)
    back: bool = False
    at: int = -1

    async def live(self, port: int, pin: str) -> None:
        """Take part until the host dies."""
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            phone = await Phone.connect(port)
            if self.token:
                await phone.say(t="hello", v=1, token=self.token)
            else:
                await phone.say(t="hello", v=1, pin=pin)
                await phone.say(t="join", name=(await phone.hear("welcome"))["names"][0])
            while (message := await phone.next()) is not None:
                await self._hear(phone, message)

    async def _hear(self, phone: Phone, message: dict[str, Any]) -> None:
        kind, q = message["t"], message.get("q", -1)
        self.at = max(self.at, q)
        if kind == "seat":
            self.token, self.seat, self.back = message["token"], message["id"], True
        elif kind == "question":
            mine = message["mine"]
            if q in self.got:
                assert mine == {"n": 1, "a": self.said[q]}, (
                    f"{self.seat}: {mine} for {self.said[q]}"
                )
            else:
                await asyncio.sleep(self.rng.random() * THINKS_S)
                # What was not acknowledged is said again as it was.
                self.said.setdefault(q, any_answer(message, self.rng))
                await phone.say(t="answer", q=q, n=1, a=self.said[q])
        elif kind == "got":
            self.got.add(q)
        elif kind == "reveal":
            assert message["right"] is not None, f"{self.seat} lost its answer to {q}"
            before = self.revealed.setdefault(q, message)
            assert before == message, f"{self.seat}: {before}, then {message}"
            earned = sum(one["earned"] for one in self.revealed.values())
            assert message["fuel"] == earned, f"{self.seat}: {message} after {earned}"
        else:
            assert kind in ("welcome", "lobby"), message


async def killed_often(data: Path, kills: int, seed: int) -> Found:
    """Hold one class through so many kills. Each fourth host dies between store and
    acknowledgement, while there are questions: chance alone seldom strikes there."""
    rng, found = random.Random(seed), Found()
    pupils = [Pupil(random.Random(rng.random())) for _ in range(PHONES)]
    more = ["--questions", str(QUESTIONS), "--pace", "untimed", "--seed", str(seed)]
    for number in range(kills):
        mortal = number % 4 == 0 and max(one.at for one in pupils) < QUESTIONS - 1
        async with program(data, *more, script=MORTAL if mortal else MAIN) as host:
            await _life(host, pupils, rng, first=number == 0, mortal=mortal)
        found.kills += 1
        found.unpromised += _look(data, pupils)
        more = [*more[:6], "--resume"]
    async with program(data, *more) as host:
        await _last(host, pupils)
    found.answers = sum(len(one.got) for one in pupils)
    found.questions = len(pupils[0].revealed)
    return found


async def _life(
    host: Program, pupils: list[Pupil], rng: random.Random, *, first: bool, mortal: bool
) -> None:
    opened = await host.told("opened")
    for one in pupils:
        one.back = False
    living = [asyncio.create_task(one.live(opened["port"], opened["pin"])) for one in pupils]
    try:
        while not all(one.back for one in pupils):
            assert host.process.returncode is None, host.said.decode()
            await asyncio.sleep(0.01)
        if first:
            host.order("settings", go=False, change=False, standing="none")
            host.order("start")
            await host.told("question")
        leading = asyncio.create_task(_lead(host, pupils))
        if mortal:
            await host.ended()
        else:
            await asyncio.sleep(rng.random() * LONGEST_S)
            host.kill()
        leading.cancel()
        await asyncio.gather(*living)
    finally:
        for task in living:
            task.cancel()


async def _lead(host: Program, pupils: list[Pupil]) -> None:
    """The teacher's part: close once all have answered, and on once all have seen that."""
    ordered: set[tuple[str, int]] = set()
    while True:
        stand = max(one.at for one in pupils)
        seen = all(stand in one.revealed for one in pupils)
        due = ("next" if seen else "close", stand)
        # After the last question comes the hold, which asks again: the last one stays.
        if due == ("next", QUESTIONS - 1):
            return
        if due not in ordered and all(
            stand in (one.revealed if seen else one.got) for one in pupils
        ):
            ordered.add(due)
            host.order(due[0])
        await asyncio.sleep(0.01)


async def _last(host: Program, pupils: list[Pupil]) -> None:
    await host.told("opened")
    host.order("end")
    finished = await host.told("finished")
    assert await host.ended() == 0
    sums = {one["id"]: one for one in finished["standings"]}
    for one in pupils:
        told = sums[one.seat]
        right = sum(bool(reveal["right"]) for reveal in one.revealed.values())
        fuel = sum(reveal["earned"] for reveal in one.revealed.values())
        # The last question may be closed at the host, which died before it could tell.
        assert len(one.revealed) <= told["of"] <= len(one.revealed) + 1
        if told["of"] == len(one.revealed):
            assert (told["right"], told["fuel"]) == (right, fuel), f"{told} for {right}, {fuel}"


def _look(data: Path, pupils: list[Pupil]) -> int:
    """How many answers the log has that were not promised."""
    (path,) = (data / "live").glob("*.db")
    with closing(sqlite3.connect(path)) as file:
        rows = file.execute("SELECT seat, q, n, response FROM answer").fetchall()
    there = {(seat, q): json.loads(response) for seat, q, _n, response in rows}
    assert len(there) == len(rows), "an answer is there twice"
    promised = {(one.seat, q): one.said[q] for one in pupils for q in one.got}
    for key, said in promised.items():
        assert there.get(key) == said, f"{key} was {said}, and is {there.get(key)}"
    return len(there) - len(promised)


def main() -> None:
    """Kill as often as asked, and say what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        found = asyncio.run(killed_often(Path(name), options.kills, options.seed))
    print(
        f"{found.kills} kills, {found.answers} answers acknowledged to {found.questions} "
        f"questions: none lost, none twice; {found.unpromised} times one was stored and "
        "not yet promised"
    )


if __name__ == "__main__":
    main()
