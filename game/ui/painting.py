"""A picture as a list of what is put on it: only what differs from the last one is drawn again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from typing import Any, NamedTuple

import pygame

Box = tuple[int, int, int, int]
"""Left, top, width and height in pixels."""

MOST_PARTS = 6
NEARLY_ALL = 0.7
"""From this share of the picture on, all of it is drawn."""


class Put(NamedTuple):
    """One thing put on a picture: a painter, what it is given, and what it may cover."""

    paint: Callable[..., None]
    given: tuple[Hashable, ...]
    area: Box
    clip: Box | None


class Painting:
    """What stands on a surface, and what is to stand there next.

    Two puts are the same if they are equal: what a painter is given must never change, or must be
    put by `live`.
    """

    def __init__(self, surface: pygame.Surface) -> None:
        self._surface = surface
        self._shown: list[Put] | None = None
        self._puts: list[Put] = []
        self._clip: Box | None = None
        self._turn = count()
        self._stills: dict[Hashable, list[Put]] = {}
        self._used: dict[Hashable, list[Put]] = {}

    def begin(self) -> None:
        """Start the next picture."""
        self._puts = []
        self._clip = None
        self._stills, self._used = self._used, {}

    def put(self, area: Box, paint: Callable[..., None], *given: Hashable) -> None:
        """Have `paint(surface, *given)` called in its turn."""
        if self._clip is not None:
            area = _box(pygame.Rect(area).clip(self._clip))
        self._puts.append(Put(paint, given, area, self._clip))

    def live(self, paint: Callable[[pygame.Surface], None]) -> None:
        """Have something painted over the whole surface that is another one each time."""

        def painted(surface: pygame.Surface, _turn: int) -> None:
            paint(surface)

        self.put((0, 0, *self._surface.get_size()), painted, next(self._turn))

    def still(self, key: Hashable, draw: Callable[[], None]) -> None:
        """Have put what `draw` puts; as long as the key stays the same, without asking it again."""
        whole = (key, self._clip)
        puts = self._stills.get(whole)
        if puts is None:
            before = len(self._puts)
            draw()
            puts = self._puts[before:]
        else:
            self._puts += puts
        self._used[whole] = puts

    def forget_stills(self) -> None:
        """Ask for all of the next picture, whatever has not changed."""
        self._used = {}

    @contextmanager
    def clipped(self, area: Box) -> Iterator[None]:
        """Keep what is put meanwhile within an area."""
        before = self._clip
        rect = pygame.Rect(area)
        self._clip = _box(rect.clip(before) if before is not None else rect)
        try:
            yield
        finally:
            self._clip = before

    def finish(self) -> list[pygame.Rect]:
        """Draw what differs, and give the parts of the surface that have changed."""
        whole = self._surface.get_rect()
        if self._shown is None:
            parts = [whole]
        else:
            parts = joined(differing(self._shown, self._puts), whole)
        self._shown = self._puts
        for part in parts:
            self._draw(part)
        self._surface.set_clip(None)
        return parts

    def _draw(self, part: pygame.Rect) -> None:
        surface = self._surface
        surface.set_clip(part)
        for paint, given, area, clip in self._shown or ():
            if not part.colliderect(area):
                continue
            if clip is None:
                paint(surface, *given)
                continue
            surface.set_clip(part.clip(clip))
            paint(surface, *given)
            surface.set_clip(part)


def differing(old: Sequence[Put], new: Sequence[Put]) -> list[Box]:
    """What is covered by the puts that two pictures do not share, in the order they share them."""
    shorter = min(len(old), len(new))
    start = 0
    while start < shorter and (old[start] is new[start] or old[start] == new[start]):
        start += 1
    end = -1
    while end >= start - shorter and (old[end] is new[end] or old[end] == new[end]):
        end -= 1
    end = -1 - end
    gone = old[start : len(old) - end]
    come = new[start : len(new) - end]
    shared = Counter(gone) & Counter(come)
    stay_old, left = _kept(gone, shared)
    stay_new, added = _kept(come, shared)
    if stay_old != stay_new:
        return [put.area for put in (*gone, *come)]
    return [put.area for put in (*left, *added)]


def _kept(puts: Sequence[Put], shared: Counter[Put]) -> tuple[list[Put], list[Put]]:
    """The puts that are shared, as often as they are, and the others."""
    stock = shared.copy()
    stay: list[Put] = []
    others: list[Put] = []
    for put in puts:
        if stock[put] > 0:
            stock[put] -= 1
            stay.append(put)
        else:
            others.append(put)
    return stay, others


def joined(areas: Sequence[Box], whole: pygame.Rect) -> list[pygame.Rect]:
    """The same areas as few parts that do not overlap; the whole where they are most of it."""
    parts: list[pygame.Rect] = []
    for area in areas:
        part = pygame.Rect(area).clip(whole)
        if part.width <= 0 or part.height <= 0:
            continue
        at = part.collidelist(parts)
        while at >= 0:
            part = part.union(parts.pop(at))
            at = part.collidelist(parts)
        parts.append(part)
    if len(parts) > MOST_PARTS:
        parts = [parts[0].unionall(parts[1:])]
    if sum(part.width * part.height for part in parts) > NEARLY_ALL * whole.width * whole.height:
        return [whole]
    return parts


def blit(
    surface: pygame.Surface, picture: pygame.Surface, left: int, top: int, _turn: int = 0
) -> None:
    """Paint a picture that never changes, or only from one turn to the next."""
    surface.blit(picture, (left, top))


def tiled(surface: pygame.Surface, strip: pygame.Surface, area: Box) -> None:
    """Paint an area with a strip that is at least as wide, again and again downwards."""
    left, top, wide, high = area
    step = strip.get_height()
    for y in range(0, high, step):
        surface.blit(strip, (left, top + y), (0, 0, wide, min(step, high - y)))


def fill(surface: pygame.Surface, colour: Any, area: Box) -> None:
    """Paint an area in one colour."""
    surface.fill(colour, area)


def _box(rect: pygame.Rect) -> Box:
    return (rect.x, rect.y, rect.width, rect.height)
