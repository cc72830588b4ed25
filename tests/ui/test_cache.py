"""Pictures are kept by key, the last that were used the longest."""

from __future__ import annotations

import pygame

from game.ui.cache import PictureCache

BYTES = 10 * 10 * 4


def fill(cache: PictureCache, *keys: str) -> None:
    for key in keys:
        cache.get(key, lambda: pygame.Surface((10, 10), pygame.SRCALPHA))


def held(cache: PictureCache, *keys: str) -> list[str]:
    found = []
    for key in keys:
        made: list[int] = []

        def paint(made: list[int] = made) -> pygame.Surface:
            made.append(1)
            return pygame.Surface((10, 10), pygame.SRCALPHA)

        cache.get(key, paint)
        if not made:
            found.append(key)
    return found


def test_what_was_not_used_for_longest_goes_first() -> None:
    cache = PictureCache(limit=3 * BYTES)
    fill(cache, "a", "b", "c", "a", "d")
    assert held(cache, "d", "a", "c") == ["d", "a", "c"]
    assert held(cache, "b") == []


def test_room_is_given_back_but_for_what_was_used_last() -> None:
    cache = PictureCache()
    fill(cache, "a", "b", "c", "d")
    cache.forget(2 * BYTES)
    assert held(cache, "d", "c") == ["d", "c"]
    assert held(cache, "a") == []
