"""The launch as a film of a computed flight, from the pad to orbit, in 20 to 30 seconds.

Contract: make a `LaunchFilm` of a flown craft, have `prepare_step()` called until it says True
(from a thread, or `prepare()` for all at once), and `update(dt)` and `draw(surface)` meanwhile.
The film writes no words: the screen asks `clock_s`, `factor`, `caption`, `now` and `labels()` and
sets them; `moments` says when sounds are due. The same seed and time give the same picture.
With reduced motion the screen shows `stills()` instead: moments of the film, each complete.

The film is dark by nature: give it the calm theme whatever the screens wear.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from threading import Lock
from typing import Literal

import pygame

from .craft import EventKind, Flown
from .film.chase import Chase
from .film.cross import Cross
from .film.orbit import Label, Orbit
from .film.pad import Pad
from .film.shot import Mark, Shot
from .film.timing import Plan, SceneName, short, whole
from .paint import Palette, fitted

TOLD_S, TOLD_FLOWN_S = 2.2, 25.0
"""Film seconds and mission seconds, the sooner ones, for which an event is named."""
CAPTION_S = 4.0
BRIEF_ORBIT_S = 2.4


@dataclass(frozen=True, slots=True)
class Scene:
    """A shot on the film's time line."""

    name: SceneName
    start: float
    end: float
    shot: Shot


@dataclass(frozen=True, slots=True)
class Moment:
    """Something to be heard: "vapour", "ignition", "lift-off", "climb", "cross", "stage",
    "orbit", "satellite"."""

    at: float
    name: str


@dataclass(frozen=True, slots=True)
class Caption:
    """When a caption shows, in film seconds, and which one it is."""

    start: float
    end: float
    index: int


StillKind = Literal["pad", "lift-off", "max-q", "boosters", "fairing", "lights", "stage", "orbit"]


@dataclass(frozen=True, slots=True)
class Still:
    """A picture that tells the launch without motion: what it shows, and its film second."""

    kind: StillKind
    at: float


class LaunchFilm:
    """A launch for one window size.

    `names` are the facts that become satellites (at most twelve are shown), `captions` is how
    many captions there are to show, at most four; `brief` is the short form.
    """

    def __init__(
        self,
        size: tuple[int, int],
        palette: Palette,
        flown: Flown,
        *,
        names: Sequence[str] = (),
        captions: int = 4,
        seed: str = "launch",
        brief: bool = False,
    ) -> None:
        view = fitted(size)
        self.flown = flown
        within = BRIEF_ORBIT_S if brief else None
        self._orbit = Orbit(view, palette, seed, names, flown.craft, within)
        planned = short if brief else whole
        self.plan: Plan = planned(flown, within or self._orbit.length())
        self._fresh: dict[SceneName, Callable[[], Shot]] = {}
        for cut in self.plan.cuts:
            span = (cut.start, cut.end)
            if cut.name == "pad":
                self._fresh["pad"] = partial(Pad, view, palette, seed, flown, self.plan.mission)
            elif cut.name == "cross" and flown.craft.strap_ons is not None:
                self._fresh["cross"] = partial(Cross, view, palette, seed, flown.craft.strap_ons)
            elif cut.name in ("climb", "high", "space"):
                self._fresh[cut.name] = partial(
                    Chase, view, palette, seed, flown, self.plan, cut.name, span
                )
        self.scenes: tuple[Scene, ...] = tuple(
            Scene(cut.name, cut.start, cut.end, self._shot(cut.name)) for cut in self.plan.cuts
        )
        self._captions = self._caption_times()[:captions]
        self.moments = self._moments(len(self._orbit.names))
        self.seconds = 0.0
        self._work = self._prepared()
        self._made: set[SceneName] = set()
        self._drawing: SceneName | None = None
        self._lock = Lock()
        self._ready = False

    def _shot(self, name: SceneName) -> Shot:
        return self._orbit if name == "orbit" else self._fresh[name]()

    def _caption_times(self) -> tuple[Caption, ...]:
        """One after the lift-off, one in the climb, one high up, one in orbit; each 4 s at most."""
        lift_off = self.plan.film(0.0)
        rest = [scene for scene in self.scenes if scene.name in ("climb", "high", "space")]
        starts = [lift_off + 0.6] if lift_off > 1 else []
        starts += [scene.start + 0.3 for scene in rest if scene.name != "high"]
        last = self.scenes[-1].start
        if len(starts) > 2:
            # Where the last stretch is short, the third begins before its cut.
            starts[2] = min(starts[2], max(starts[1] + CAPTION_S + 0.4, last - CAPTION_S))
        starts = [*starts[:3], last + 0.4]
        ends = [min(at + CAPTION_S, self.length, *(b - 0.2 for b in starts if b > at))
                for at in starts]  # fmt: skip
        return tuple(
            Caption(start, end, index)
            for index, (start, end) in enumerate(zip(starts, ends, strict=True))
        )

    def _moments(self, satellites: int) -> tuple[Moment, ...]:
        plan, flown = self.plan, self.flown
        found = [Moment(0.0, "vapour")]
        found.append(Moment(max(0.0, plan.film(flown.when("thrust")[0])), "ignition"))
        found.append(Moment(plan.film(0.0), "lift-off"))
        for scene in self.scenes:
            if scene.name in ("climb", "cross", "orbit"):
                found.append(Moment(scene.start, scene.name))
        for t in flown.when("lights"):
            if t <= flown.end_s:
                found.append(Moment(plan.film(t), "stage"))
        start = self.scenes[-1].start
        found += [
            Moment(start + self._orbit.first + i * self._orbit.step, "satellite")
            for i in range(satellites)
        ]
        return tuple(sorted(found, key=lambda moment: moment.at))

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

    @property
    def ahead(self) -> bool:
        """Whether the scene that is on, or once it plays the next one, still has to be drawn."""
        now = next((i for i, s in enumerate(self.scenes) if self.seconds < s.end), 0)
        wanted = self.scenes[now : now + (2 if self.seconds > 0 else 1)]
        return any(scene.name not in self._made for scene in wanted)

    def prepare_ahead(self) -> bool:
        """Do one slice of what is wanted soon, if there is one; True when nothing is left."""
        return self.prepare_step() if self.ahead else self._ready

    def prepare(self) -> None:
        """Do all the work now."""
        while not self.prepare_step():
            pass

    def _prepared(self) -> Iterator[None]:
        # By number: a scene that is over must not be held here.
        for index in range(len(self.scenes)):
            over = self.seconds >= self.scenes[index].end < self.length
            if over or self.scenes[index].name in self._made:
                continue
            self._drawing = self.scenes[index].name
            yield from self.scenes[index].shot.prepare()
            self._made.add(self.scenes[index].name)
            self._drawing = None

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

    def stills(self) -> tuple[Still, ...]:
        """At most seven moments whose pictures tell the launch, in order."""
        told = [Still("pad", 0.4), Still("lift-off", self.plan.film(3.2))]
        told += [Still("max-q", self.plan.film(t)) for t in self.flown.when("max-q")]
        wanted: dict[EventKind, StillKind] = {
            "boosters": "boosters", "fairing": "fairing", "lights": "lights", "stage": "stage",
        }  # fmt: skip
        for event in self.flown.events:
            at = self.plan.film(event.t_s) + 0.6
            apart = len(told) < 6 and at - told[-1].at > 1.2
            if event.kind in wanted and 5 < event.t_s < self.flown.end_s and apart:
                told.append(Still(wanted[event.kind], at))
        return (*told, Still("orbit", self.length))

    @property
    def scene(self) -> Scene:
        """The scene that is on."""
        return next((s for s in self.scenes if self.seconds < s.end), self.scenes[-1])

    @property
    def clock_s(self) -> float:
        """Mission seconds, negative before lift-off; it stands once the orbit is entered."""
        return min(self.flown.end_s, self.plan.mission(self.seconds))

    @property
    def factor(self) -> int:
        """How many mission seconds pass in one of the film's, rounded as one reads it."""
        real = self.plan.factor(self.seconds)
        if real < 9.5:
            return max(1, round(real))
        return round(real / 5) * 5 if real < 47.5 else round(real / 10) * 10

    @property
    def now(self) -> EventKind | None:
        """What has just happened, for the words beside the clock."""
        told: EventKind | None = None
        for event in self.flown.events:
            at = self.plan.film(event.t_s)
            fresh = at <= self.seconds < at + TOLD_S and self.clock_s < event.t_s + TOLD_FLOWN_S
            if event.t_s <= self.flown.end_s and fresh:
                told = event.kind
        return told

    @property
    def captions(self) -> int:
        """How many captions there is time for."""
        return len(self._captions)

    @property
    def caption(self) -> int | None:
        """Which caption shows now, if one does."""
        for caption in self._captions:
            if caption.start <= self.seconds <= caption.end:
                return caption.index
        return None

    def all_labels(self) -> tuple[Label, ...]:
        """The names of all satellites, as they stand in the end."""
        return self._orbit.labels(self._orbit.length())

    def labels(self) -> tuple[Label, ...]:
        """Names of satellites to set now; their places are grid units."""
        scene = self.scene
        if scene.shot is not self._orbit:
            return ()
        return self._orbit.labels(self.seconds - scene.start)

    def marks(self) -> tuple[Mark, ...]:
        """What words can point at in the picture of this moment, in pixels."""
        scene = self.scene
        return scene.shot.marks(self.seconds - scene.start)

    def draw(self, surface: pygame.Surface) -> None:
        """The picture of this moment, over the whole surface."""
        scene = self.scene
        if scene.name not in self._made:
            with self._lock:
                self._finish(scene)
        scene.shot.draw(surface, self.seconds - scene.start)

    def _finish(self, scene: Scene) -> None:
        """Have a scene drawn to its end, by the slices if they are at it: it must not be drawn
        twice at once."""
        while self._drawing == scene.name and scene.name not in self._made:
            self._ready = next(self._work, True) is True
        if scene.name not in self._made:
            for _ in scene.shot.prepare():
                pass
            self._made.add(scene.name)
