"""What is heard of a launch follows its computed thrust and air."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import pygame
import pytest

from game import paths
from game.flight.load import names
from game.flight.track import Flight
from game.screens.film_sound import FilmSound, cues
from game.screens.flown import flight, flown
from game.screens.roar import SILENT, Roar
from game.ui.art.launch import LaunchFilm
from game.ui.captions import LASTING
from game.ui.sound import Silence
from game.ui.theme import load
from tests.examples import sweep

VEHICLES = tuple(names(paths.assets() / "vehicles"))
FACTS = tuple(f"fact {number}" for number in range(10))
R7 = ("r7-sputnik", "vostok-k", "soyuz-2-1a")


@pytest.fixture
def mixer(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    pygame.mixer.init(frequency=22_050, size=-16, channels=1)
    yield
    pygame.mixer.quit()


@cache
def film(vehicle: str, *, brief: bool = False) -> LaunchFilm:
    return LaunchFilm((320, 180), load("calm"), flown(vehicle), names=FACTS, brief=brief)


def hears(vehicle: str) -> tuple[Flight, Roar]:
    found = flight(vehicle)
    return found, Roar(found)


@pytest.mark.parametrize("vehicle", R7)
def test_the_engines_swell_with_each_level_of_thrust(vehicle: str) -> None:
    found, roar = hears(vehicle)
    levels = [level.t_s for level in found.vehicle.pad_thrust]
    loud = [sum(roar.at(t + 0.05)) for t in (levels[0] - 1, *levels)]
    assert loud == sorted(loud)
    assert loud[-1] > 1.8
    bodies = [roar.at(t + 0.05).body for t in levels]
    assert bodies[0] < 0.3 < bodies[1] < 0.7 < bodies[2]


@pytest.mark.parametrize("vehicle", VEHICLES)
def test_what_the_air_makes_fades_with_it_and_the_hull_still_hums(vehicle: str) -> None:
    found, roar = hears(vehicle)
    times = [t for t in range(1, int(found.end_s)) if roar.said(t) != "off"]
    high = [t for t in times if found.at(t).ambient_pa < 20]
    assert roar.at(0.5).crackle > 0.9
    assert all(roar.at(t).crackle < 0.02 and roar.at(t).wind < 0.05 for t in high)
    assert all(0.05 <= roar.at(t).body < 0.4 for t in high)


def test_the_air_rushes_most_where_it_pushes_hardest() -> None:
    found, roar = hears("soyuz-2-1a")
    hardest = found.event("max-q")
    assert hardest is not None
    loudest = max(range(1, 500), key=lambda t: roar.at(t).wind)
    assert loudest == pytest.approx(hardest.t_s, abs=2)


@pytest.mark.parametrize("vehicle", VEHICLES)
def test_in_orbit_no_engine_is_heard(vehicle: str) -> None:
    made = film(vehicle)
    assert hears(vehicle)[1].at(made.flown.end_s) == SILENT


@pytest.mark.parametrize("vehicle", VEHICLES)
def test_each_separation_is_heard_and_boosters_as_one(vehicle: str) -> None:
    made = film(vehicle)
    heard = [name for _, name, _ in cues(made)]
    assert heard.count("boosters") == len(made.flown.when("boosters"))
    assert heard.count("thump") == len(set(made.flown.when("stage", "fairing", "skirt")))
    assert heard.count("puff") == len(made.flown.when("tower"))
    assert heard.count("satellite") == len(FACTS)
    assert heard[-1] == "arrived"


@pytest.mark.parametrize("vehicle", VEHICLES)
def test_what_a_brief_film_leaves_out_is_not_heard_at_its_cut(vehicle: str) -> None:
    due = cues(film(vehicle, brief=True))
    hits = [at for at, name, _ in due if name != "satellite"]
    assert len(hits) <= 8
    assert all(b - a > 0.04 for a, b in pairwise(sorted(set(hits))))


class Mixed(Silence):
    """Adds what would sound, sample by sample, as the mixer does at full volume."""

    def __init__(self) -> None:
        super().__init__()
        folder = paths.assets() / "sounds"
        self.waves = {
            file.stem: memoryview(pygame.mixer.Sound(str(file)).get_raw()).cast("h").tolist()
            for file in folder.iterdir()
            if file.stem != "bed"
        }
        self.peak = 0
        self._struck: list[tuple[list[int], int, float]] = []
        self._from = 0

    def play(self, name: str, volume: float = 1.0) -> None:
        super().play(name, volume)
        self._struck.append((self.waves[name], self._from, volume))

    def pass_frame(self, samples: int) -> None:
        begin = self._from
        mix = [0.0] * samples
        for name, volume in self.levels.items():
            wave, size = self.waves[name], len(self.waves[name])
            if volume > 0.03:
                mix = [a + volume * wave[(begin + i) % size] for i, a in enumerate(mix)]
        for wave, at, volume in self._struck:
            part = wave[begin - at : begin - at + samples]
            mix = [a + volume * b for a, b in zip(mix, part, strict=False)] + mix[len(part) :]
        self._struck = [one for one in self._struck if one[1] + len(one[0]) > begin + samples]
        self.peak = max(self.peak, round(max(abs(a) for a in mix)))
        self._from += samples


@pytest.mark.usefixtures("mixer")
@pytest.mark.parametrize("brief", (False, True))
@pytest.mark.parametrize("vehicle", sweep(VEHICLES, "proton-m"))
def test_nothing_clips_at_full_volume(vehicle: str, brief: bool) -> None:
    made = film(vehicle, brief=brief)
    made.seek(0.0)
    sounds = Mixed()
    heard = FilmSound(sounds, made, Roar(flight(vehicle)))
    while not made.finished:
        heard.follow(1 / 30)
        sounds.pass_frame(22_050 // 30)
        made.update(1 / 30)
    assert 16_000 < sounds.peak < 32_767


def test_a_film_that_is_held_lets_all_go_and_sounds_again_when_it_goes_on() -> None:
    made = film("soyuz-2-1a")
    made.seek(5.0)
    sounds = Silence()
    heard = FilmSound(sounds, made, Roar(flight("soyuz-2-1a")))
    for _ in range(60):
        heard.follow(1 / 60)
    assert sounds.levels["body"] > 0.9
    assert sounds.caption.name == "full"
    heard.end()
    assert not sounds.levels and not sounds.caption.name
    for _ in range(60):
        heard.follow(1 / 60)
    assert sounds.levels["body"] > 0.9
    assert "ignition" not in sounds.played


@pytest.mark.parametrize("vehicle", sweep(VEHICLES, "proton-m"))
def test_captions_of_sound_follow_the_flight_in_order(vehicle: str) -> None:
    found, roar = hears(vehicle)
    end = int(10 * found.end_s) + 10
    said = [roar.said(t / 10) for t in range(-300, end)]
    first = [name for name in dict.fromkeys(said) if name != "off"]
    assert first == [name for name in LASTING if name in first]
    assert said[-1] == "off"
