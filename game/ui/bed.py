"""The quiet bed of music: streamed, round and round, and never while nobody wants it."""

from __future__ import annotations

from pathlib import Path

import pygame

FADE_MS = 1500


class Bed:
    """One piece that goes round without a seam, through pygame's music channel.

    The mixer must be open before `begin_if_wanted`. Without the file there is no music.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._level = 0.0
        self._hushed = False
        self._playing = False
        self._given_up = False

    @property
    def waiting(self) -> bool:
        """Whether it is to begin and has not yet."""
        return self._wanted and not self._playing and not self._given_up

    def set_level(self, level: float) -> None:
        """How loud, 0 to 1; at 0 it stops and costs nothing."""
        self._level = min(1.0, max(0.0, level))
        if self._playing:
            pygame.mixer.music.set_volume(self._level)
            self._stop_if_unwanted()

    def hush(self, hushed: bool) -> None:
        """Fade out for a while, or come back with the next step."""
        self._hushed = hushed
        self._stop_if_unwanted()

    def begin_if_wanted(self) -> None:
        """Begin to play, if that is wanted."""
        if not self.waiting:
            return
        try:
            pygame.mixer.music.load(str(self._path))
            pygame.mixer.music.set_volume(self._level)
            pygame.mixer.music.play(loops=-1, fade_ms=FADE_MS)
            self._playing = True
        except (pygame.error, OSError):
            self.give_up()

    def give_up(self) -> None:
        """Never play: there is no sound."""
        self._given_up = True

    @property
    def _wanted(self) -> bool:
        return self._level > 0 and not self._hushed

    def _stop_if_unwanted(self) -> None:
        if self._playing and not self._wanted:
            pygame.mixer.music.fadeout(FADE_MS)
            self._playing = False
