"""Follows what is on the screen with a voice: says what is new, and stops what is not there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from weakref import WeakKeyDictionary

from game.ui.echo import echo
from game.ui.reading import Reading, Wish
from game.ui.spelling import spell
from game.ui.voice import Said, Voice


class Narrator:
    """One voice for one stack of screens. `wish` is what the player has set."""

    def __init__(self, voice: Voice) -> None:
        self.voice = voice
        self.wish: Wish = "asked"
        self._scene: object = None
        self._reading: Reading | None = None
        self._met: set[str] = set()
        self._noticed = 0
        self._page = False
        self._read: WeakKeyDictionary[object, tuple[Said, ...]] = WeakKeyDictionary()
        """What was read last of each scene that is still there."""

    @property
    def reads_page(self) -> bool:
        """Whether what is being said is what stands on the screen, and not where the focus went."""
        return self._page and self.voice.speaking

    def follow(self, scene: object, reading: Reading | None, *, acted: bool) -> None:
        """Say what has changed since the last call. `acted` tells that the player did something,
        so that what is being said gives way; else it is said to its end first."""
        before, other = self._reading, scene is not self._scene
        self._scene, self._reading = scene, reading
        if self.wish != "always" or reading is None:
            if other and self.voice.speaking:
                self.voice.stop()
            return
        if other and reading.page and self._read.get(scene) == tuple(reading.page):
            # What lay over it was closed: who wants to hear all again has a key for it.
            self._say(reading.focus or reading.page[:1])
            return
        self._read[scene] = tuple(reading.page)
        if other or before is None:
            more = before is not None and before.lasts and not acted
            lines = [*_with(reading.page, reading.focus), *self._first(reading)]
            self._say(lines, more=more, page=True)
            return
        lines = [line for line in reading.page if line not in before.page]
        if reading.focus != before.focus:
            lines = _with(lines, _changed(before.focus, reading.focus))
        elif reading.typed is not None and before.typed is not None:
            told = echo(before.typed.text, reading.typed.text)
            lines += [Said(text, reading.typed.language) for text in told]
        if lines:
            self._say(lines, more=not acted, page=reading.page != before.page)

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
        typed = () if reading.typed is None else (reading.typed,)
        lines = [*_with(reading.page, reading.focus), *typed, *reading.keys]
        self._say(lines, page=True)

    def hush(self) -> None:
        """Be silent until something new is there."""
        self.voice.stop()

    def _first(self, reading: Reading) -> Sequence[Said]:
        """What can be done on a screen of a kind that was not met before."""
        if reading.name in self._met:
            return ()
        self._met.add(reading.name)
        return reading.keys

    def _say(self, lines: Iterable[Said], *, more: bool = False, page: bool = False) -> None:
        spelled = [Said(spell(one.text, one.language), one.language) for one in lines]
        if not more:
            self._page = page
        self.voice.say([one for one in spelled if one.text.strip()], more=more)


def _with(page: Sequence[Said], focus: Sequence[Said]) -> list[Said]:
    """What has the focus is not said twice."""
    return [*page, *(one for one in focus if one not in page)]


def _changed(before: Sequence[Said], now: Sequence[Said]) -> Sequence[Said]:
    """What is to be said of the focus: of the same widget only what is another than before."""
    if before and now and before[0] == now[0]:
        return [one for one in now[1:] if one not in before]
    return now
