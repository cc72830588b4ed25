"""Only what differs is drawn again, and the picture is the same as if all had been."""

from __future__ import annotations

import pygame
from hypothesis import given
from hypothesis import strategies as st

from game.ui.painting import Painting, fill, joined

SIZE = (60, 40)
COLOURS = ((200, 30, 40), (30, 200, 40), (40, 30, 200), (220, 220, 30))

boxes = st.tuples(
    st.integers(-10, 60), st.integers(-10, 40), st.integers(1, 40), st.integers(1, 30)
)
pictures = st.lists(
    st.tuples(st.sampled_from(COLOURS), boxes, st.one_of(st.none(), boxes)), max_size=8
)


def put(painting: Painting, picture: list[tuple[tuple[int, int, int], object, object]]) -> None:
    painting.begin()
    painting.put((0, 0, *SIZE), fill, (0, 0, 0), (0, 0, *SIZE))
    for colour, box, clip in picture:
        if clip is None:
            painting.put(box, fill, colour, box)  # type: ignore[arg-type]
        else:
            with painting.clipped(clip):  # type: ignore[arg-type]
                painting.put(box, fill, colour, box)  # type: ignore[arg-type]


@given(st.lists(pictures, min_size=1, max_size=4))
def test_a_row_of_pictures_ends_as_the_last_one_alone(row: list[list[tuple]]) -> None:  # type: ignore[type-arg]
    surface, alone = pygame.Surface(SIZE), pygame.Surface(SIZE)
    painting, fresh = Painting(surface), Painting(alone)
    for picture in row:
        put(painting, picture)
        painting.finish()
    put(fresh, row[-1])
    fresh.finish()
    assert surface.get_buffer().raw == alone.get_buffer().raw


@given(pictures)
def test_the_same_picture_again_changes_nothing(picture: list[tuple]) -> None:  # type: ignore[type-arg]
    painting = Painting(pygame.Surface(SIZE))
    put(painting, picture)
    assert painting.finish()
    put(painting, picture)
    assert painting.finish() == []


def test_what_lives_is_painted_every_time() -> None:
    seen: list[pygame.Surface] = []
    surface = pygame.Surface(SIZE)
    painting = Painting(surface)
    for _ in range(3):
        painting.begin()
        painting.live(seen.append)
        painting.finish()
    assert seen == [surface] * 3


@given(st.lists(boxes, max_size=20))
def test_parts_cover_all_areas_and_never_each_other(areas: list[tuple[int, int, int, int]]) -> None:
    whole = pygame.Rect((0, 0), SIZE)
    parts = joined(areas, whole)
    for index, part in enumerate(parts):
        assert whole.contains(part)
        assert part.collidelist(parts[:index]) < 0
    for area in areas:
        inside = pygame.Rect(area).clip(whole)
        assert not inside.width or not inside.height or any(p.contains(inside) for p in parts)


def test_what_stands_still_is_asked_for_once_and_stands_in_every_picture() -> None:
    surface = pygame.Surface(SIZE)
    painting = Painting(surface)
    asked: list[int] = []

    def draw() -> None:
        asked.append(1)
        painting.put((0, 0, 20, 20), fill, COLOURS[0], (0, 0, 20, 20))

    for left in range(3):
        painting.begin()
        painting.put((0, 0, *SIZE), fill, (0, 0, 0), (0, 0, *SIZE))
        painting.still("square", draw)
        painting.put((30 + left, 0, 5, 5), fill, COLOURS[1], (30 + left, 0, 5, 5))
        painting.finish()
        assert surface.get_at((10, 10))[:3] == COLOURS[0]
    assert len(asked) == 1


def test_under_another_key_it_is_asked_for_anew() -> None:
    surface = pygame.Surface(SIZE)
    painting = Painting(surface)
    for colour in COLOURS:
        painting.begin()
        painting.still(colour, lambda c=colour: painting.put((0, 0, 9, 9), fill, c, (0, 0, 9, 9)))  # type: ignore[misc]
        painting.finish()
        assert surface.get_at((4, 4))[:3] == colour
