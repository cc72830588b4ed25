"""The film: the same each time, gentle to the eye, with a clock that never goes back."""

from __future__ import annotations

from typing import Any

import pygame
import pytest

from game.screens.flown import flown
from game.ui.art.launch import CAPTION_S, LaunchFilm
from game.ui.theme import load
from tests.examples import sweep

SIZE = (480, 270)
NAMES = tuple(f"fact {number}" for number in range(10))
VEHICLES = ("r7-sputnik", "vostok-k", "soyuz-2-1a", "proton-m", "zenit-2", "soyuz-5")


def filmed(vehicle: str = "soyuz-2-1a", size: tuple[int, int] = SIZE, **more: Any) -> LaunchFilm:
    return LaunchFilm(size, load("calm"), flown(vehicle), names=NAMES, seed="test", **more)


@pytest.fixture(scope="module")
def film() -> LaunchFilm:
    made = filmed()
    made.prepare()
    return made


def picture(film: LaunchFilm, seconds: float) -> pygame.Surface:
    surface = pygame.Surface(SIZE)
    film.seek(seconds)
    film.draw(surface)
    return surface


def times(film: LaunchFilm, step: float) -> list[float]:
    return [index * step for index in range(int(film.length / step) + 1)]


def test_the_same_seed_and_time_give_the_same_picture(film: LaunchFilm) -> None:
    other = filmed()
    for seconds in (0.5, 3.1, 7.5, 9.0, 12.0, 14.0, 18.0, 24.0, 29.0):
        first, second = picture(film, seconds), picture(other, seconds)
        assert pygame.image.tobytes(first, "RGB") == pygame.image.tobytes(second, "RGB")


def test_it_can_be_made_in_slices() -> None:
    made = filmed()
    slices = 1
    while not made.prepare_step():
        slices += 1
    assert slices > 30
    assert made.ready


@pytest.mark.parametrize("stops", sweep(range(1, 60, 4), 1, 9, 57))
def test_a_film_that_overtakes_its_slices_is_drawn_all_the_same(stops: int) -> None:
    """What is half made when it is wanted is made to its end, once."""
    size = (96, 54)
    whole, made = filmed(size=size), filmed(size=size)
    surface, wanted = pygame.Surface(size), pygame.Surface(size)
    made.draw(surface)
    made.update(made.scenes[1].start + 0.1)
    for _ in range(stops):
        made.prepare_step()
    for scene in made.scenes[1:]:
        made.update(max(0.0, scene.start + 0.3 - made.seconds))
        made.draw(surface)
        for _ in range(stops):
            made.prepare_step()
        made.draw(surface)
        whole.seek(made.seconds)
        whole.draw(wanted)
        assert pygame.image.tobytes(surface, "RGB") == pygame.image.tobytes(wanted, "RGB")


@pytest.mark.parametrize("vehicle", VEHICLES)
def test_the_whole_lasts_20_to_30_seconds_and_the_brief_form_8(vehicle: str) -> None:
    assert 20 <= filmed(vehicle).length <= 30
    assert 7 <= filmed(vehicle, brief=True).length <= 8.5


def test_it_ends(film: LaunchFilm) -> None:
    film.seek(film.length - 1)
    for _ in range(70):
        film.update(1 / 60)
    assert film.finished


def test_skipping_at_any_moment_shows_the_last_picture(film: LaunchFilm) -> None:
    for seconds in times(film, 3.7):
        film.seek(seconds)
        film.skip()
        assert film.finished
        assert len(film.labels()) == len(NAMES)
        assert film.clock_s == film.flown.end_s


@pytest.mark.parametrize("vehicle", VEHICLES)
@pytest.mark.parametrize("brief", (False, True))
def test_the_clock_never_goes_back_and_covers_the_flight(vehicle: str, brief: bool) -> None:
    made = filmed(vehicle, brief=brief)
    shown = []
    for seconds in times(made, 0.02):
        made.seek(seconds)
        shown.append(made.clock_s)
        assert made.factor >= 1
    assert shown == sorted(shown)
    assert shown[0] < 0
    assert shown[-1] == made.flown.end_s


def test_lift_off_is_when_the_clock_says_zero(film: LaunchFilm) -> None:
    moment = next(moment for moment in film.moments if moment.name == "lift-off")
    film.seek(moment.at)
    assert film.clock_s == pytest.approx(0.0, abs=1e-6)


@pytest.mark.parametrize("vehicle", VEHICLES)
def test_every_vehicle_is_drawn_at_each_of_its_events(vehicle: str) -> None:
    made = filmed(vehicle, (240, 135))
    surface = pygame.Surface((240, 135))
    seen = set()
    for event in made.flown.events:
        surface.fill((255, 0, 255))
        made.seek(made.plan.film(event.t_s) + 0.05)
        made.draw(surface)
        assert surface.get_at((0, 0))[:3] != (255, 0, 255)
        seen.add(pygame.image.tobytes(surface, "RGB"))
    assert len(seen) > 4


SMALL = (160, 90)
FLASH, DARK = 0.1, 0.8
"""A flash goes up and down again by this share of the brightest, where the darker one is dark: the
definition of general flashes in WCAG 2.2."""


def luminance(drawn: pygame.Surface) -> list[float]:
    """Relative luminance (0 to 1) of each block of a picture, row by row."""
    blocks = pygame.transform.smoothscale(drawn, (16, 9))
    found = []
    for y in range(9):
        for x in range(16):
            r, g, b = (
                (c / 255 / 12.92 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4)
                for c in blocks.get_at((x, y))[:3]
            )
            found.append(0.2126 * r + 0.7152 * g + 0.0722 * b)
    return found


def turns(values: list[float]) -> list[int]:
    """At which frames a block has gone by a flash's share the other way than before."""
    found: list[int] = []
    low = high = values[0]
    way = 0
    for frame, value in enumerate(values):
        low, high = min(low, value), max(high, value)
        if way <= 0 and value - low >= FLASH and low < DARK:
            found, way, low, high = [*found, frame], 1, value, value
        elif way >= 0 and high - value >= FLASH and value < DARK:
            found, way, low, high = [*found, frame], -1, value, value
    return found


def test_the_measure_of_flashes_finds_each_change_and_no_slow_one_twice() -> None:
    assert turns([0.0, 0.9, 0.0, 0.9]) == [1, 2, 3]
    assert turns([frame / 30 for frame in range(24)]) == [3]
    assert turns([0.5, 0.55, 0.5, 0.55]) == []


@pytest.mark.parametrize("brief", (False, True))
@pytest.mark.parametrize("vehicle", sweep(VEHICLES, "soyuz-2-1a"))
def test_at_most_three_flashes_in_any_second_its_cuts_included(vehicle: str, brief: bool) -> None:
    """Measured on the frames of the whole film: a quarter of the picture and more counts."""
    made = filmed(vehicle, SMALL, brief=brief)
    surface = pygame.Surface(SMALL)
    frames = []
    for seconds in times(made, 1 / 30):
        made.seek(seconds)
        made.draw(surface)
        frames.append(luminance(surface))
    changes = [0] * len(frames)
    for block in zip(*frames, strict=True):
        for frame in turns(list(block)):
            changes[frame] += 1
    together = [sum(changes[i : i + 3]) >= 36 for i in range(len(frames))]
    begins = [now and not before for before, now in zip([False, *together], together, strict=False)]
    worst = max(sum(begins[i : i + 30]) for i in range(len(begins)))
    # Two changes are one flash.
    assert worst <= 6


@pytest.mark.parametrize("vehicle", sweep(VEHICLES, "soyuz-2-1a"))
def test_within_a_shot_nothing_jumps(vehicle: str) -> None:
    """No third of the screen changes its brightness by a tenth in a frame."""
    made = filmed(vehicle, (240, 135))
    surface = pygame.Surface((240, 135))
    before: tuple[str, list[float]] | None = None
    for seconds in times(made, 1 / 30):
        made.seek(seconds)
        made.draw(surface)
        thirds = [
            sum(pygame.transform.average_color(surface, pygame.Rect(x, 0, 80, 135))[:3]) / 765
            for x in (0, 80, 160)
        ]
        name = made.scene.name
        if before is not None and before[0] == name:
            assert max(abs(a - b) for a, b in zip(thirds, before[1], strict=True)) < 0.1
        before = (name, thirds)


def test_captions_come_one_at_a_time_and_in_order(film: LaunchFilm) -> None:
    seen: list[int] = []
    for seconds in times(film, 0.05):
        film.seek(seconds)
        if film.caption is not None and (not seen or seen[-1] != film.caption):
            seen.append(film.caption)
    assert seen == [0, 1, 2, 3]
    assert all(caption.end - caption.start <= CAPTION_S for caption in film._captions)


def test_no_more_captions_than_there_are() -> None:
    made = filmed(captions=0)
    for seconds in times(made, 0.1):
        made.seek(seconds)
        assert made.caption is None


def test_names_come_one_by_one_and_stay_on_the_grid(film: LaunchFilm) -> None:
    counts = []
    for seconds in times(film, 0.05):
        film.seek(seconds)
        labels = film.labels()
        counts.append(len(labels))
        for label in labels:
            assert 640 < label.centre[0] < 1900
            assert 30 < label.centre[1] < 930
    assert counts == sorted(counts)
    assert set(counts) == set(range(len(NAMES) + 1))


@pytest.mark.parametrize("brief", (False, True))
def test_all_satellites_are_out_and_named_before_the_film_ends(brief: bool) -> None:
    made = filmed(brief=brief)
    made.seek(made.length - 0.3)
    assert len(made.labels()) == len(NAMES)
    assert all(label.alpha > 0.99 for label in made.labels())
    pings = [moment.at for moment in made.moments if moment.name == "satellite"]
    assert pings[-1] < made.length - 0.4


def test_what_happened_is_told_no_longer_than_it_is_fresh() -> None:
    made = filmed("vostok-k")
    for seconds in times(made, 0.05):
        made.seek(seconds)
        told = made.now
        if told is not None:
            last = max(t for t in made.flown.when(told) if t <= made.clock_s + 0.2)
            assert made.clock_s - last <= 25


@pytest.mark.parametrize("vehicle", VEHICLES)
def test_each_caption_of_a_whole_film_shows_long_enough_to_be_read(vehicle: str) -> None:
    made = filmed(vehicle)
    assert made.captions == 4
    assert all(caption.end - caption.start >= 3.4 for caption in made._captions)


def test_up_to_seven_stills_tell_the_launch(film: LaunchFilm) -> None:
    stills = {pygame.image.tobytes(picture(film, still.at), "RGB") for still in film.stills()}
    assert 4 <= len(stills) == len(film.stills()) <= 7


def test_each_vehicle_brings_its_own_payload_to_orbit() -> None:
    ends = set()
    for vehicle in ("soyuz-2-1a", "r7-sputnik", "vostok-k", "proton-m"):
        made = filmed(vehicle)
        ends.add(pygame.image.tobytes(picture(made, made.length), "RGB"))
    assert len(ends) == 4


@pytest.mark.parametrize("size", ((400, 300), (640, 270)))
def test_it_fills_any_window(size: tuple[int, int]) -> None:
    made = filmed(size=size)
    surface = pygame.Surface(size)
    for seconds in (0.5, 6.0, 10.0, 14.0, 18.0, 24.0, made.length):
        surface.fill((255, 0, 255))
        made.seek(seconds)
        made.draw(surface)
        edges = [(0, 0), (size[0] - 1, 0), (0, size[1] - 1), (size[0] - 1, size[1] - 1)]
        assert all(surface.get_at(place)[:3] != (255, 0, 255) for place in edges)
