"""The system's own voice: a thread has texts turned into sound by a helper, one after the other.

The game asks and goes on. A helper that hangs, crashes or says nothing is killed and given up,
and tried again later; a text that nobody wants to hear any more is dropped at once.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from game.ui.voice import Manner, Said, Trouble
from game.ui.voice_text import pieces

# What starts programs is read in the thread that does: it takes longer than a picture.
if TYPE_CHECKING:
    from game.ui.voice_engines import Installed
    from game.ui.voice_helper import Helper

PATIENCE_S = 6.0
"""How long a helper may take for one piece of a text."""
AGAIN_S = 30.0
"""After so long a helper that was given up is tried again."""
AHEAD = 2
"""So many pieces are made before the first of them was heard to its end."""


class Ear(Protocol):
    """Where made speech is heard: one sound at a time."""

    @property
    def busy(self) -> bool:
        """Whether one is heard now."""

    def load(self, wav: bytes) -> object | None:
        """A WAV as something to play, None if nothing can be heard. Called in a thread."""

    def play(self, sound: object, volume: float) -> None:
        """Let it be heard; volume 0 to 1."""

    def end(self) -> None:
        """Be silent at once."""


class SystemVoice:
    """Speaks through what the system has. Its thread begins with the first wish."""

    def __init__(
        self,
        ear: Ear,
        search: Callable[[], Sequence[Installed]] | None = None,
        now: Callable[[], float] = time.monotonic,
        *,
        patience_s: float = PATIENCE_S,
    ) -> None:
        self._ear = ear
        self._search = search
        self._now = now
        self._patience_s = patience_s
        self._changed = threading.Condition()
        self._waiting: deque[Said] = deque()
        self._made: deque[object] = deque()
        self._busy = False
        self._turn = 0
        self._helper: Helper | None = None
        self._spare: Helper | None = None
        self._manner = Manner()
        self._installed: Sequence[Installed] | None = None
        self._given_up_at: float | None = None
        self._trouble: Trouble = ""
        self._thread: threading.Thread | None = None
        self._closed = False

    @property
    def speaking(self) -> bool:
        return bool(self._waiting or self._made or self._busy) or self._ear.busy

    @property
    def trouble(self) -> Trouble:
        return self._trouble

    def say(self, lines: Sequence[Said], *, more: bool = False) -> None:
        if not more:
            self.stop()
        found = [Said(piece, one.language) for one in lines for piece in pieces(one.text)]
        with self._changed:
            if self._closed or not found:
                return
            self._waiting.extend(found)
            self._begin()
            self._changed.notify_all()

    def stop(self) -> None:
        with self._changed:
            self._turn += 1
            self._waiting.clear()
            self._made.clear()
            self._busy = False
            helper = self._helper
            self._changed.notify_all()
        self._ear.end()
        if helper is not None:
            helper.end()

    def tune(self, manner: Manner) -> None:
        self._manner = manner

    def voices(self, language: str) -> tuple[str, ...] | None:
        with self._changed:
            self._begin()
            if self._installed is None:
                return None
            return tuple(dict.fromkeys(one.name for one in self._of(language)))

    def step(self) -> None:
        if not self._made or self._ear.busy:
            return
        with self._changed:
            sound = self._made.popleft() if self._made else None
            self._changed.notify_all()
        if sound is not None:
            self._ear.play(sound, self._manner.volume)

    def close(self) -> None:
        with self._changed:
            self._closed = True
        self.stop()
        self._end_spare()

    def look(self) -> None:
        with self._changed:
            self._installed = None
            self._given_up_at = None
            self._begin()
            self._changed.notify_all()

    def _found(self) -> Sequence[Installed]:
        from game.ui.voice_engines import find

        try:
            return (self._search or find)()
        except Exception:  # a system that lists its voices in another way has none for us
            return ()

    @property
    def _waits(self) -> bool:
        """Whether there is nothing to make now."""
        return not self._waiting or len(self._made) >= AHEAD

    def _of(self, language: str) -> list[Installed]:
        return [one for one in self._installed or () if one.language == language]

    def _begin(self) -> None:
        if self._thread is None and not self._closed:
            self._thread = threading.Thread(target=self._work, name="voice", daemon=True)
            self._thread.start()

    def _work(self) -> None:
        while True:
            if self._installed is None:
                self._installed = self._found()
            with self._changed:
                while not self._closed and self._installed is not None and self._waits:
                    self._changed.wait()
                if self._closed:
                    return
                if self._installed is None:
                    continue
                said, turn = self._waiting.popleft(), self._turn
                self._busy = True
            try:
                sound = self._sound_of(said, turn)
            except Exception:  # a thread that dies would hold the clock for ever
                sound, self._trouble = None, "silent"
            with self._changed:
                if turn != self._turn:
                    continue
                self._busy = False
                if sound is not None:
                    self._made.append(sound)
                elif self._trouble != "language":
                    self._waiting.clear()

    def _sound_of(self, said: Said, turn: int) -> object | None:
        """Have it made; None with the trouble noted, or if it is not wanted any more."""
        found = self._of(said.language)
        if not found:
            self._trouble = "language"
            return None
        if self._given_up_at is not None and self._now() - self._given_up_at < AGAIN_S:
            return None
        chosen = dict(self._manner.chosen).get(said.language, "")
        voice = next((one for one in found if one.name == chosen), found[0])
        wav = self._wav_of(voice, said.text, turn)
        if turn != self._turn:
            return None
        if wav is None:
            self._given_up_at = self._now()
            self._trouble = "silent"
            return None
        self._given_up_at = None
        sound = self._ear.load(wav)
        self._trouble = "" if sound is not None else "device"
        return sound

    def _wav_of(self, voice: Installed, text: str, turn: int) -> bytes | None:
        from game.ui.voice_helper import Helper

        with suppress(OSError):
            order = voice.order(text, self._manner.speed)
            spare, self._spare = self._spare, None
            if spare is not None and not spare.fits(order):
                spare.end()
                spare = None
            helper = spare or Helper(order)
            with self._changed:
                self._helper = helper
            if turn != self._turn:
                # It was stopped while its helper began.
                helper.end()
            try:
                return helper.wav(self._patience_s, order.stdin)
            finally:
                with self._changed:
                    self._helper = None
                if order.early and not self._closed:
                    self._spare = Helper(order)
                if self._closed:
                    self._end_spare()
        return None

    def _end_spare(self) -> None:
        spare, self._spare = self._spare, None
        if spare is not None:
            spare.end()
