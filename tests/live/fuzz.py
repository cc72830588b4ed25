"""A class of honest phones that plays to its end while others attack its host.

`python -m tests.live.fuzz --seconds 600 --seed 7` does so for as long as one likes; every run of
the tests does it for a few seconds. What is sent is in `hostile`. Of the honest ones nothing may be
lost: each answer is acknowledged, counted and shown to its phone, and no connection ends.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import statistics
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.live.hostile import Target, attack
from tests.live.hosting import Phone
from tests.live.program import Program, any_answer, program

PHONES = 12
ATTACKERS = 8
QUESTION_S = 0.7
"""About so long a question takes here."""
MOST_QUESTIONS = 40
PATIENCE_S = 10.0
"""An acknowledgement that takes longer is none."""
MOST_MEMORY = 150_000_000
"""Bytes that a host may need beyond what it has before anybody comes."""


@dataclass(slots=True)
class Found:
    """What came of it. `waits_s` are from answer to acknowledgement, of the honest phones."""

    classes: int = 0
    attacks: int = 0
    answers: int = 0
    memory: int = 0
    waits_s: list[float] = field(default_factory=list)

    @property
    def p95_s(self) -> float:
        """What 95 of a hundred honest answers waited at most for their acknowledgement."""
        return statistics.quantiles(self.waits_s, n=20)[-1]


class Honest:
    """One honest phone. AssertionError if anything of it is lost."""

    def __init__(self, phone: Phone, seat: str, rng: random.Random) -> None:
        self.phone = phone
        self.seat = seat
        self.answered: dict[int, object] = {}
        self.waits_s: list[float] = []
        self._rng = rng

    async def play(self) -> None:
        """Play to the end of the class."""
        while (message := await self.phone.next()) is not None:
            kind = message["t"]
            if kind == "go":
                await self.phone.say(t="go", q=message["q"], go=self._rng.random() < 0.5)
            elif kind == "question":
                await self._answer(message)
            elif kind == "reveal":
                assert message["right"] is not None, f"{self.seat}: {message} after an answer"
            elif kind == "end":
                return
            elif kind == "no":
                # The class went on while it was said.
                assert message["why"] in ("closed", "order"), message
        raise AssertionError(f"{self.seat} was disconnected: {self.phone.heard[-3:]}")

    async def _answer(self, asked: dict[str, Any]) -> None:
        await asyncio.sleep(self._rng.random() * QUESTION_S / 3)
        for n in range(1, self._rng.choice((2, 2, 3))):
            a = any_answer(asked, self._rng)
            began = time.perf_counter()
            await self.phone.say(t="answer", q=asked["q"], n=n, a=a)
            if n == 1:
                await self._acknowledged(asked["q"], a)
                self.waits_s.append(time.perf_counter() - began)
                self.answered[asked["q"]] = a

    async def _acknowledged(self, q: int, a: object) -> None:
        try:
            while (await self.phone.hear("got", PATIENCE_S))["q"] != q:
                pass
        except TimeoutError:
            last = self.phone.heard[-3:]
            raise AssertionError(f"{self.seat}: {a} to {q} was not acknowledged: {last}") from None


async def fuzz(data: Path, seconds: float, seed: int) -> Found:
    """Hold class after class for about so long, and attack each. AssertionError if anything is
    lost, disconnected or wrong."""
    rng, found = random.Random(seed), Found()
    until = time.monotonic() + seconds
    while not found.classes or time.monotonic() < until:
        left = until - time.monotonic()
        count = max(3, min(MOST_QUESTIONS, int(left / QUESTION_S)))
        more = ("--questions", str(count), "--pace", "untimed", "--seed", str(seed))
        async with program(data / str(found.classes), *more) as host:
            opened = await host.told("opened")
            await _one_class(host, Target(opened["port"], opened["pin"]), rng, found)
        found.classes += 1
    return found


async def _one_class(host: Program, target: Target, rng: random.Random, found: Found) -> None:
    before = _memory(host.pid)
    honest = [await _join(target, rng) for _ in range(PHONES)]
    playing = [asyncio.create_task(one.play()) for one in honest]
    attacking = [asyncio.create_task(_attack(target, rng.random())) for _ in range(ATTACKERS)]
    try:
        await _drive(host, target, honest, playing)
    finally:
        for task in attacking:
            task.cancel()
        await asyncio.gather(*attacking, return_exceptions=True)
    report = await host.told("report")
    answers = {one["id"]: one["answers"] for one in report["learners"]}
    for one in honest:
        assert one.answered
        # What comes once more in the hold is not asked twice in the report.
        for q in (q for q in one.answered if q < len(answers[one.seat])):
            how = answers[one.seat][q]["how"]
            assert how not in ("", "none"), f"{one.seat} lost its answer to {q}"
        found.answers += len(one.answered)
        found.waits_s += one.waits_s
    found.attacks += target.tried
    found.memory = max(found.memory, _memory(host.pid) - before)
    host.order("end")
    assert await host.ended() == 0
    wrong = [one for one in host.events if one["event"] == "problem"]
    assert not wrong, wrong
    assert host.events[-1] == {"event": "closed"}
    said = [line for line in host.said.decode().splitlines() if "lets" not in line]
    assert not said, said
    assert found.memory < MOST_MEMORY, f"{found.memory} bytes more than before"


async def _join(target: Target, rng: random.Random) -> Honest:
    phone = await Phone.connect(target.port)
    await phone.say(t="hello", v=1, pin=target.pin)
    await phone.say(t="join", name=(await phone.hear("welcome"))["names"][0])
    seat = await phone.hear("seat")
    return Honest(phone, seat["id"], random.Random(rng.random()))


async def _attack(target: Target, seed: float) -> None:
    rng = random.Random(seed)
    while True:
        await attack(rng, target)


async def _drive(
    host: Program, target: Target, honest: list[Honest], playing: list[asyncio.Task[None]]
) -> None:
    """The teacher's part: on once all honest ones have answered."""
    host.order("start")
    seen = 0
    over = asyncio.gather(*playing)
    while not over.done():
        marks = ("phase", "standing", "question")
        stands = [one for one in host.events[seen:] if one["event"] in marks]
        phase = stands[-1].get("phase", stands[-1]["event"]) if stands else ""
        # Which question is asked is told after the phase, and maybe only read later.
        phase = {"asking": "", "question": "asking"}.get(phase, phase)
        questions = [one for one in host.events if one["event"] == "question"]
        target.question = questions[-1] if questions else None
        q = questions[-1]["q"] if questions else -1
        if phase == "asking" and any(q not in one.answered for one in honest):
            phase = ""
        if phase not in ("", "lobby"):
            seen = len(host.events)
            await asyncio.sleep(QUESTION_S / 6)
            host.order({"asking": "close", "launch": "launched"}.get(phase, "next"))
        assert host.process.returncode is None, host.said.decode()
        with suppress(TimeoutError):
            await asyncio.wait_for(asyncio.shield(over), 0.05)
    await over


def _memory(process: int) -> int:
    """Bytes that a process has needed at most, 0 where the system does not tell."""
    path = Path(f"/proc/{process}/status")
    if not path.exists():
        return 0
    (line,) = (line for line in path.read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) * 1024


def main() -> None:
    """Attack for as long as asked, and say what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        found = asyncio.run(fuzz(Path(name), options.seconds, options.seed))
    print(
        f"{found.classes} classes, {found.attacks} attacks, {found.answers} honest answers, none "
        f"lost; acknowledged in {statistics.median(found.waits_s) * 1e3:.0f} ms at the middle, "
        f"{found.p95_s * 1e3:.0f} ms for 95 of 100; {found.memory >> 20} MB more at most"
    )


if __name__ == "__main__":
    main()
