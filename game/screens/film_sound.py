"""What is heard of a film: the engines by its computed flight, and each thing as it happens."""

from __future__ import annotations

from math import exp

from game.screens.roar import SILENT, Layers, Roar
from game.ui.art.craft import EventKind
from game.ui.art.launch import LaunchFilm
from game.ui.sound import LOOPS, Sounds

ENDS_S = 0.08
"""How soon all is still when a film is held or skipped."""
_FOLLOWS_S = 0.1
_LEAST = 0.01
_SOON_S = 0.5
_IGNITION = 0.45
"""Beside the engines themselves, which swell with it."""
_ARMS_AFTER_S, _CHORD_BEFORE_S = 0.4, 1.2
_HEARD: dict[EventKind, tuple[str, float]] = {
    "tower": ("puff", 1.0),
    "boosters": ("boosters", 1.0),
    "stage": ("thump", 1.0),
    "fairing": ("thump", 0.6),
    "skirt": ("thump", 0.5),
    "lights": ("swell", 0.9),
}


class FilmSound:
    """Follows one film from where it is; make another when it begins anew."""

    def __init__(self, sounds: Sounds, film: LaunchFilm, roar: Roar) -> None:
        self._sounds = sounds
        self.film = film
        self._roar = roar
        self._due = cues(film)
        self._at = sum(at < film.seconds for at, _, _ in self._due)
        self._now = SILENT

    def follow(self, dt: float) -> None:
        """Sound as the film's present second does, `dt` seconds after the last call."""
        film, t = self.film, self.film.clock_s
        wanted = self._roar.at(t)
        nearer = 1 - exp(-dt / _FOLLOWS_S)
        self._now = Layers(
            *(now + nearer * (then - now) for now, then in zip(self._now, wanted, strict=True))
        )
        for name, now in zip(LOOPS, self._now, strict=True):
            self._sounds.level(name, now if now >= _LEAST else 0.0)
        self._sounds.caption.lasts(self._roar.said(t))
        while self._at < len(self._due) and self._due[self._at][0] <= film.seconds:
            _, name, volume = self._due[self._at]
            self._at += 1
            self._sounds.play(name, volume)

    def end(self) -> None:
        """Let all of it go at once."""
        self._now = SILENT
        self._sounds.end(ENDS_S)


def cues(film: LaunchFilm) -> tuple[tuple[float, str, float], ...]:
    """Film second, sound and volume of all that sounds once. What a brief film leaves out does
    not sound at its cut."""
    plan = film.plan
    found = [(m.at, m.name, _IGNITION) for m in film.moments if m.name == "ignition"]
    pings = [moment.at for moment in film.moments if moment.name == "satellite"]
    found += [(at, "satellite", 0.7) for at in pings]
    if film.flown.craft.pad == "tulip":
        found.append((plan.film(0.0) + _ARMS_AFTER_S, "arms", 0.6))
    struck: dict[tuple[float, str], float] = {}
    for event in film.flown.events:
        at = plan.film(event.t_s)
        if event.kind in _HEARD and plan.mission(at + 0.001) - event.t_s < _SOON_S:
            name, volume = _HEARD[event.kind]
            # What lets go at the same moment is heard as one.
            struck[at, name] = max(volume, struck.get((at, name), 0.0))
    found += [(at, name, volume) for (at, name), volume in struck.items()]
    found.append((max([film.length - _CHORD_BEFORE_S, *pings[-1:]]), "arrived", 1.0))
    return tuple(sorted(found))
