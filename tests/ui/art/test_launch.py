"""The film: the same each time, gentle to the eye, with a clock that jumps at cuts only."""

from __future__ import annotations

import pygame
import pytest

from game.ui.art.launch import IN_ORBIT, LaunchFilm
from game.ui.theme import load

SIZE = (480, 270)
NAMES = tuple(f"fact {number}" for number in range(10))


@pytest.fixture(scope="module")
def film() -> LaunchFilm:
    made = LaunchFilm(SIZE, load("calm"), names=NAMES, seed="test")
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
    other = LaunchFilm(SIZE, load("calm"), names=NAMES, seed="test")
    for seconds in (0.5, 3.1, 5.5, 8.0, 10.0, 14.0):
        first, second = picture(film, seconds), picture(other, seconds)
        assert pygame.image.tobytes(first, "RGB") == pygame.image.tobytes(second, "RGB")


def test_it_can_be_made_in_slices() -> None:
    made = LaunchFilm(SIZE, load("calm"), names=NAMES)
    slices = 1
    while not made.prepare_step():
        slices += 1
    assert slices > 30
    assert made.ready


def test_it_lasts_about_fifteen_seconds_and_ends(film: LaunchFilm) -> None:
    assert 12 <= film.length <= 17
    film.seek(0)
    for _ in range(int(film.length * 60) + 2):
        film.update(1 / 60)
    assert film.finished


def test_skipping_shows_the_last_picture(film: LaunchFilm) -> None:
    film.seek(2.0)
    film.skip()
    assert film.finished
    assert len(film.labels()) == len(NAMES)
    assert film.clock_s == IN_ORBIT


def test_the_clock_jumps_at_cuts_only(film: LaunchFilm) -> None:
    step = 0.05
    before: tuple[str, float] | None = None
    for seconds in times(film, step):
        film.seek(seconds)
        now = (film.scene.name, film.clock_s)
        if before is not None:
            assert now[1] >= before[1]
            if now[0] == before[0]:
                assert now[1] - before[1] <= film.factor * step + 1e-6
        before = now


def test_lift_off_is_when_the_clock_says_zero(film: LaunchFilm) -> None:
    moment = next(moment for moment in film.moments if moment.name == "lift-off")
    film.seek(moment.at)
    assert film.clock_s == pytest.approx(0.0)


def test_nothing_flashes(film: LaunchFilm) -> None:
    """Within a shot, no third of the screen changes its brightness by a tenth in a frame."""
    before: tuple[str, list[float]] | None = None
    for seconds in times(film, 1 / 30):
        drawn = picture(film, seconds)
        thirds = [
            sum(pygame.transform.average_color(drawn, pygame.Rect(x, 0, 160, 270))[:3]) / 765
            for x in (0, 160, 320)
        ]
        name = film.scene.name
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


def test_no_more_captions_than_there_are() -> None:
    made = LaunchFilm(SIZE, load("calm"), captions=0)
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


def test_four_stills_tell_the_launch(film: LaunchFilm) -> None:
    stills = {pygame.image.tobytes(picture(film, at), "RGB") for at in film.stills()}
    assert len(stills) == 4


def test_little_fuel_carries_a_smaller_payload(film: LaunchFilm) -> None:
    small = LaunchFilm(SIZE, load("calm"), names=NAMES, seed="test", fuel=0.2)
    end = film.length
    full = pygame.image.tobytes(picture(film, end), "RGB")
    assert pygame.image.tobytes(picture(small, end), "RGB") != full


@pytest.mark.parametrize("size", ((400, 300), (640, 270)))
def test_it_fills_any_window(size: tuple[int, int]) -> None:
    made = LaunchFilm(size, load("calm"), names=NAMES[:3])
    surface = pygame.Surface(size)
    for seconds in (0.5, 6.0, 8.0, 10.0, made.length):
        surface.fill((255, 0, 255))
        made.seek(seconds)
        made.draw(surface)
        edges = [(0, 0), (size[0] - 1, 0), (0, size[1] - 1), (size[0] - 1, size[1] - 1)]
        assert all(surface.get_at(place)[:3] != (255, 0, 255) for place in edges)
