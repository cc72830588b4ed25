"""Plays a round in a real window and writes what each picture took: `played.py OUT.json`."""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path

import pygame

from game import languages, paths
from game.play.plan import Plan
from game.play.sitting import Sitting
from game.screens import flow
from game.screens.question import QuestionScreen
from game.screens.studio import DAY, Studio, wrong_answer
from game.screens.title import TitleScreen
from game.ui import compat
from game.ui.ahead import first
from game.ui.events import Event, Key
from game.ui.loop import Loop
from game.ui.projector import Projector
from game.ui.scene import Scene
from game.ui.window import Window

SIZE = (1920, 1080)
DT = 1 / 60
REST_S = 10.0


class Player:
    """Presses keys and lets frames pass, and times every frame that was drawn."""

    def __init__(self, studio: Studio) -> None:
        self.game = studio.game()
        # As the loop of the game has it.
        self.game.shared.looks_ahead = True
        self.window = Window("T-Minus", self.game.shared.theme, SIZE)
        self.projector = Projector(self.game.shared, self.window.surface)
        self.moving: dict[str, list[float]] = {}
        self.transitions: list[float] = []
        self.own: list[float] = []
        self.keys: list[float] = []
        self.own_keys: list[float] = []
        self.slow: list[tuple[float, str]] = []
        self._fresh = 0

    @property
    def top(self) -> Scene | None:
        return self.game.shared.stack.top

    def step(self, *events: Event, dt: float = DT) -> None:
        """One turn of the loop, without its sleep."""
        before = self.top
        moves = before is not None and before.wants_frames
        began, of_own = time.perf_counter(), time.thread_time()
        with first():
            drawn = self.projector.step(events, dt)
            if drawn:
                self.window.show(self.projector.changed)
        took = (time.perf_counter() - began) * 1000
        own = (time.thread_time() - of_own) * 1000
        pygame.event.pump()
        if not drawn:
            return
        changed = self.top is not before
        name = getattr(self.top, "name", "")
        if events:
            self.keys.append(took)
            self.own_keys.append(own)
        if changed or self._fresh:
            self._fresh = 20 if changed else self._fresh - 1
            self.transitions.append(took)
            self.own.append(own)
            self.slow.append((took, f"{getattr(before, 'name', '')} to {name}"))
        elif moves and not events:
            self.moving.setdefault(_what(name), []).append(took)

    def press(self, name: str) -> None:
        self.step(Key(name, text=name if len(name) == 1 else ""), dt=0.0)

    def let(self, seconds: float) -> None:
        """Let time pass as it does in play: frames while something moves, else the scene's steps.

        What is drawn ahead has the time that a player leaves it, so this takes as long.
        """
        left = seconds
        while left > 0:
            scene = self.top
            rest = 0.0 if scene is None or scene.wants_frames else scene.next_tick_s
            dt = min(left, DT if rest == 0.0 else rest or left)
            began = time.perf_counter()
            self.step(dt=dt)
            time.sleep(max(0.0, dt - (time.perf_counter() - began)))
            left -= dt

    def round(self, studio: Studio) -> None:
        """From the first stem to the results."""
        sitting = Sitting(studio.bank, Plan(10, "bench", DAY))
        self.game.shared.stack.replace(flow.screen_for(self.game, sitting))
        self.step(dt=0.0)
        asked = 0
        while sitting.round.phase != "results":
            self.let(0.7)
            phase, scene = sitting.round.phase, self.top
            if phase == "asking" and isinstance(scene, QuestionScreen):
                self.press("enter")
                self.let(1.0)
                if asked % 4 == 1:
                    self.press("h")
                    self.let(0.5)
                key = sitting.question.answer
                asked += 1
                scene.lock(wrong_answer(sitting.question) if asked in (3, 6) else key)
                self.let(1.5)
            elif phase == "go":
                self.press("n")
            elif phase == "launch":
                self.let(2.0)
            else:
                self.press("enter")
        self.let(5.0)


def _what(name: str) -> str:
    return {
        "question": "an answer slides or pulses",
        "launch": "the launch plays",
        "key": "the key turns",
        "results": "satellites climb",
        "explanation": "an explanation unfolds",
    }.get(name, f"the {name} moves")


def floor(window: Window) -> list[float]:
    """Milliseconds of a copy of the whole picture and a flip, many times."""
    picture = window.surface.copy()
    times = []
    for _ in range(300):
        began = time.perf_counter()
        window.surface.blit(picture, (0, 0))
        window.flip()
        times.append((time.perf_counter() - began) * 1000)
        pygame.event.pump()
    return times


def at_rest(studio: Studio) -> dict[str, float]:
    """The share of a core that a question takes while nobody does anything, in the real loop."""
    game = studio.game()
    window = Window("T-Minus", game.shared.theme, SIZE)
    scene = flow.screen_for(game, studio.sitting(3))
    assert isinstance(scene, QuestionScreen)
    drawn = 0
    show = window.show

    def counted(parts: Sequence[pygame.Rect]) -> None:
        nonlocal drawn
        drawn += 1
        show(parts)

    window.show = counted  # type: ignore[method-assign]
    found: dict[str, float] = {}

    def watch() -> None:
        time.sleep(4)
        cpu, wall, before = time.process_time(), time.perf_counter(), drawn
        time.sleep(REST_S)
        passed = time.perf_counter() - wall
        found["rest_share"] = (time.process_time() - cpu) / passed * 100
        found["rest_drawn"] = drawn - before
        found["rest_steps"] = round(passed)
        pygame.event.post(pygame.event.Event(pygame.QUIT))

    threading.Thread(target=watch, daemon=True).start()
    Loop(game.shared, window).run(scene, scene.open)
    return found


def memory_mb() -> float:
    """The most that this process has held at once, in MB; 0 where the system does not say."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:
        return 0.0
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


def main(out: Path) -> None:
    sys.setswitchinterval(0.001)
    compat.give_back_memory()
    studio = Studio(paths.default_pack(), size=SIZE, language=languages.LANGUAGES[0])
    player = Player(studio)
    times = floor(player.window)
    player.game.shared.stack.push(TitleScreen(player.game))
    player.let(2.0)
    player.round(studio)
    times += floor(player.window)
    memory = memory_mb()
    found = {
        "floor": times,
        "moving": player.moving,
        "transitions": player.transitions,
        "own": player.own,
        "keys": player.keys,
        "own_keys": player.own_keys,
        "memory_mb": memory,
        "slow": sorted(player.slow, reverse=True)[:12],
        **at_rest(studio),
    }
    out.write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
