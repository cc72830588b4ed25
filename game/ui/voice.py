"""What is read aloud, and what a voice has to do: nothing that it does can hold up a frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

Trouble = Literal["", "language", "silent", "device"]
"""What keeps a voice from speaking: none is installed for a language, its helper does not answer
and is tried again later, or nothing can be heard on this machine."""


@dataclass(frozen=True, slots=True)
class Said:
    """A text to be said, in a language such as "kk"."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Manner:
    """How it is said: speed 0.5 to 3 (1 is usual), volume 0 to 1, and the voices that were chosen,
    in pairs of a language and a voice's name; what is not named is left to the system."""

    speed: float = 1.0
    volume: float = 1.0
    chosen: tuple[tuple[str, str], ...] = ()


class Voice(Protocol):
    """What the game asks of a voice. Every call comes back at once."""

    @property
    def speaking(self) -> bool:
        """Whether something is being said, or will be."""

    @property
    def trouble(self) -> Trouble:
        """Why what was asked for last is not said, "" if it is."""

    def say(self, lines: Sequence[Said], *, more: bool = False) -> None:
        """Stop what is said and say this; with `more`, say it after that."""

    def stop(self) -> None:
        """Be silent at once."""

    def tune(self, manner: Manner) -> None:
        """Speak like this from the next text on."""

    def voices(self, language: str) -> tuple[str, ...] | None:
        """The names of the voices for a language, the system's own choice first; None while they
        are being looked for."""

    def look(self) -> None:
        """Look for voices once more: one may have been installed."""

    def step(self) -> None:
        """Go on with what is said; the loop calls it between pictures."""

    def close(self) -> None:
        """Be silent and leave nothing behind."""


class Unspoken:
    """A voice that only writes down what it would say, for tests and where nobody listens.

    `installed` are the voices that it says there are, whatever the language.
    """

    trouble: Trouble = ""

    def __init__(self, *installed: str) -> None:
        self.installed = installed
        self.speaking = False
        self.said: list[Said] = []
        self.stops = 0
        self.manner = Manner()

    @property
    def texts(self) -> list[str]:
        """The texts alone."""
        return [line.text for line in self.said]

    def say(self, lines: Sequence[Said], *, more: bool = False) -> None:
        self.stops += not more
        self.said += lines

    def stop(self) -> None:
        self.stops += 1

    def tune(self, manner: Manner) -> None:
        self.manner = manner

    def voices(self, language: str) -> tuple[str, ...]:  # noqa: ARG002
        return self.installed

    def look(self) -> None:
        pass

    def step(self) -> None:
        pass

    def close(self) -> None:
        pass
