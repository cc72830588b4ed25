"""Follows what is on the screen with a voice: says what is new, and stops what is not there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from game.ui.echo import echo
from game.ui.reading import Reading, Wish
from game.ui.voice import Said, Voice

Spell = Callable[[str, str], str]
"""A text as a person would say it, by its language."""


def as_written(text: str, _language: str) -> str:
    """The text as it stands."""
    return text


class Narrator:
    """One voice for one stack of screens. `wish` is what the player has set."""

    def __init__(self, voice: Voice, spell: Spell = as_written) -> None:
        self.voice = voice
        self.wish: Wish = "asked"
        self.spell = spell
        self._scene: object = None
        self._reading: Reading | None = None
        self._met: set[str] = set()
        self._noticed = 0

    def follow(self, scene: object, reading: Reading | None, *, acted: bool) -> None:
        """Say what has changed since the last call. `acted` tells that the player did something,
        so that what is being said gives way; else it is said to its end first."""
        before, other = self._reading, scene is not self._scene
        self._scene, self._reading = scene, reading
        if self.wish != "always" or reading is None:
            if other and self.voice.speaking:
                self.voice.stop()
            return
        if other or before is None:
            more = before is not None and before.lasts and not acted
            lines = [*_with(reading.page, reading.focus), *self._first(reading)]
            self._say(lines, more=more)
            return
        grown = _grown(before.page, reading.page)
        lines = [*(reading.page if grown is None else grown)]
        if reading.focus != before.focus:
            lines = _with(lines, reading.focus)
        elif reading.typed is not None and before.typed is not None:
            language = reading.focus[0].language if reading.focus else ""
            lines += [Said(text, language) for text in echo(before.typed, reading.typed)]
        if lines:
            self._say(lines, more=not acted)

    def notice(self, said: Said, shown: int) -> None:
        """A notice is on the screen, the one that was shown so many times; each is said once."""
        if shown == self._noticed:
            return
        self._noticed = shown
        if self.wish == "always":
            self._say([said], more=True)

    def tell(self, said: Said) -> None:
        """Say one thing now, whatever the player has set: it was asked for."""
        self._say([said])

    def again(self, reading: Reading) -> None:
        """Say a whole screen, and what can be done on it."""
        self._met.add(reading.name)
        self._say([*_with(reading.page, reading.focus), *reading.keys])

    def hush(self) -> None:
        """Be silent until something new is there."""
        self.voice.stop()

    def _first(self, reading: Reading) -> Sequence[Said]:
        """What can be done on a screen of a kind that was not met before."""
        if reading.name in self._met:
            return ()
        self._met.add(reading.name)
        return reading.keys

    def _say(self, lines: Iterable[Said], *, more: bool = False) -> None:
        spelled = [Said(self.spell(one.text, one.language), one.language) for one in lines]
        self.voice.say([one for one in spelled if one.text.strip()], more=more)


def _with(page: Sequence[Said], focus: Sequence[Said]) -> list[Said]:
    """What has the focus is not said twice."""
    return [*page, *(one for one in focus if one not in page)]


def _grown(before: tuple[Said, ...], now: tuple[Said, ...]) -> tuple[Said, ...] | None:
    """What was added to the end of a page; None if it is another one."""
    return now[len(before) :] if now[: len(before)] == before else None
