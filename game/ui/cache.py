"""A cache of pictures that forgets the longest unused ones, so that it never grows without end."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock

import pygame

from game.ui.ahead import give_way


class PictureCache:
    """Pictures by key, within `limit` bytes of pixels. Threads may share it."""

    def __init__(self, limit: int = 160_000_000) -> None:
        self.limit = limit
        self._bytes = 0
        self._pictures: OrderedDict[Hashable, pygame.Surface] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, paint: Callable[[], pygame.Surface]) -> pygame.Surface:
        """The picture of this key, painted now if it is not there."""
        with self._lock:
            known = self._pictures.get(key)
            if known is not None:
                self._pictures.move_to_end(key)
                return known
        give_way()
        picture = paint()
        with self._lock:
            self._keep(key, picture)
        return picture

    def clear(self) -> None:
        with self._lock:
            self._pictures.clear()
            self._bytes = 0

    def forget(self, but: int) -> None:
        """Give back the room of all but the last that were used, within `but` bytes."""
        with self._lock:
            self._shrink(but)

    def _keep(self, key: Hashable, picture: pygame.Surface) -> None:
        before = self._pictures.pop(key, None)
        self._pictures[key] = picture
        self._bytes += _weight(picture) - (_weight(before) if before is not None else 0)
        self._shrink(self.limit)

    def _shrink(self, limit: int) -> None:
        while self._bytes > limit and len(self._pictures) > 1:
            _, oldest = self._pictures.popitem(last=False)
            self._bytes -= _weight(oldest)


def _weight(picture: pygame.Surface) -> int:
    return picture.get_width() * picture.get_height() * 4
