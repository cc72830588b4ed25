"""The launch as a film: pad, lift-off, climb, the cross, orbit. About fifteen seconds.

Contract: make a `LaunchFilm`, have `prepare_step()` called until it says True (from a thread, or
`prepare()` for all at once), and `update(dt)` and `draw(surface)` meanwhile.
The film writes no words: the screen asks `clock_s`, `factor`, `caption` and `labels()` and sets
them; `moments` says when sounds are due. The same seed and time give the same picture.
With reduced motion the screen shows `stills()` instead: four times of the film, each complete.

The film is dark by nature: give it the calm theme whatever the screens wear.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from threading import Lock

import pygame

from .film import liftoff
from .film.ascent import SECONDS as CLIMB
from .film.ascent import Ascent
from .film.cross import SECONDS as APART
from .film.cross import Cross
from .film.liftoff import LiftOff
from .film.orbit import FIRST, STEP, Label, Orbit
from .film.shot import Shot
from .paint import Palette, fitted

LIFTOFF_SECONDS = 6.6
IN_ORBIT = 529.0
"""Mission seconds at which the engine stops, T+08:49; the clock stands from then on."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A shot on the film's time line; mission seconds run from `clock` at `factor` a second."""

    name: str
    start: float
    end: float
    clock: float
    factor: int
    shot: Shot


@dataclass(frozen=True, slots=True)
class Moment:
    """Something to be heard: "vapour", "ignition", "lift-off", "climb", "cross", "orbit",
    "satellite"."""

    at: float
    name: str


@dataclass(frozen=True, slots=True)
class Caption:
    """When a caption shows, in film seconds, and which one it is."""

    start: float
    end: float
    index: int


class LaunchFilm:
    """A launch for one window size.

    `names` are the facts that become satellites (at most twelve are shown), `fuel` is the share
    of full cells, 0 to 1: from a half on it carries a ship, below it a small satellite.
    `captions` is how many captions there are to show, at most four.
    """

    def __init__(
        self,
        size: tuple[int, int],
        palette: Palette,
        *,
        names: Sequence[str] = (),
        fuel: float = 1.0,
        captions: int = 4,
        seed: str = "launch",
    ) -> None:
        view = fitted(size)
        self._orbit = Orbit(view, palette, seed, names, fuel)
        climb, cross = LIFTOFF_SECONDS + CLIMB, LIFTOFF_SECONDS + CLIMB + APART
        end = cross + self._orbit.length()
        self.scenes: tuple[Scene, ...] = (
            Scene("pad", 0.0, LIFTOFF_SECONDS, -liftoff.LEAVES, 1, LiftOff(view, palette, seed)),
            Scene("climb", LIFTOFF_SECONDS, climb, 55.0, 4, Ascent(view, palette, seed)),
            Scene("cross", climb, cross, 116.0, 4, Cross(view, palette, seed)),
            Scene("orbit", cross, end, IN_ORBIT - 24.0, 24, self._orbit),
        )
        self._captions = (
            Caption(0.5, 3.7, 0),
            Caption(LIFTOFF_SECONDS + 0.2, climb - 0.1, 1),
            Caption(climb + 0.2, cross - 0.1, 2),
            Caption(cross + 0.4, end, 3),
        )[:captions]
        shown = len(self._orbit.names)
        self.moments = (
            Moment(0.0, "vapour"),
            Moment(liftoff.IGNITION, "ignition"),
            Moment(liftoff.LEAVES, "lift-off"),
            Moment(LIFTOFF_SECONDS, "climb"),
            Moment(climb, "cross"),
            Moment(cross, "orbit"),
            *(Moment(cross + FIRST + index * STEP, "satellite") for index in range(shown)),
        )
        self.seconds = 0.0
        self._fresh: dict[str, Callable[[], Shot]] = {
            "pad": lambda: LiftOff(view, palette, seed),
            "climb": lambda: Ascent(view, palette, seed),
            "cross": lambda: Cross(view, palette, seed),
        }
        self._work = self._prepared()
        self._made: set[str] = set()
        self._lock = Lock()
        self._ready = False

    @property
    def length(self) -> float:
        """Film seconds from the first picture to the last."""
        return self.scenes[-1].end

    @property
    def finished(self) -> bool:
        return self.seconds >= self.length

    @property
    def ready(self) -> bool:
        """Whether all is drawn that the film needs."""
        return self._ready

    def prepare_step(self) -> bool:
        """Do one slice of the work; True when nothing is left. The pad's picture comes first.

        It may be called from another thread than `draw`.
        """
        with self._lock:
            self._ready = self._ready or next(self._work, True) is True
        return self._ready

    def prepared(self, name: str) -> bool:
        """Whether all is drawn that a scene needs."""
        return name in self._made

    def prepare(self) -> None:
        """Do all the work now."""
        while not self.prepare_step():
            pass

    def _prepared(self) -> Iterator[None]:
        # By number: a scene that is over must not be held here.
        for index in range(len(self.scenes)):
            if self.scenes[index].name not in self._made:
                yield from self.scenes[index].shot.prepare()
                self._made.add(self.scenes[index].name)

    def update(self, dt: float) -> None:
        """Let `dt` seconds pass. A scene that is over gives back its room."""
        before = self.scene
        self.seconds = min(self.length, self.seconds + dt)
        if self.scene is not before and before.name in self._made & set(self._fresh):
            with self._lock:
                self._made.discard(before.name)
                fresh = replace(before, shot=self._fresh[before.name]())
                self.scenes = tuple(fresh if each is before else each for each in self.scenes)

    def skip(self) -> None:
        """Go to the last picture."""
        self.seconds = self.length

    def seek(self, seconds: float) -> None:
        """Go to a film time, such as one of `stills()`."""
        self.seconds = min(max(seconds, 0.0), self.length)

    def stills(self) -> tuple[float, float, float, float]:
        """Four times whose pictures tell the launch without motion."""
        pad, climb, orbit = self.scenes[0], self.scenes[1], self.scenes[-1]
        return (pad.start + 0.6, pad.end - 0.9, climb.end - 0.3, orbit.end)

    @property
    def scene(self) -> Scene:
        """The scene that is on."""
        return next((s for s in self.scenes if self.seconds < s.end), self.scenes[-1])

    @property
    def next(self) -> str:
        """The name of the scene that follows, or of the last one."""
        names = [scene.name for scene in self.scenes]
        return names[min(names.index(self.scene.name) + 1, len(names) - 1)]

    @property
    def clock_s(self) -> float:
        """Mission seconds, negative before lift-off; it jumps at a cut only."""
        scene = self.scene
        return min(IN_ORBIT, scene.clock + (self.seconds - scene.start) * scene.factor)

    @property
    def factor(self) -> int:
        """How many mission seconds pass in one of the film's."""
        return self.scene.factor

    @property
    def caption(self) -> int | None:
        """Which caption shows now, if one does."""
        for caption in self._captions:
            if caption.start <= self.seconds <= caption.end:
                return caption.index
        return None

    def labels(self) -> tuple[Label, ...]:
        """Names of satellites to set now; their places are grid units."""
        scene = self.scene
        if scene.shot is not self._orbit:
            return ()
        return self._orbit.labels(self.seconds - scene.start)

    def draw(self, surface: pygame.Surface) -> None:
        """The picture of this moment, over the whole surface."""
        while not self._ready and self.scene.name not in self._made:
            self.prepare_step()
        scene = self.scene
        if scene.name not in self._made:
            with self._lock:
                for _ in scene.shot.prepare():
                    pass
                self._made.add(scene.name)
        scene.shot.draw(surface, self.seconds - scene.start)
