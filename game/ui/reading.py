"""What a screen has to say, and what of it is said when something on it has changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.ui.voice import Said

Wish = Literal["off", "asked", "always"]
"""Whether screens are read aloud: never, when a key asks for it, or by themselves."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A screen as it is read aloud.

    `page` is what stands on it, in order; of one that changes, what is new is said. `focus` is what
    a press would do now, its name first and then its value, which is said alone where it changes.
    `typed` is what stands in the field that has the focus, None if that is no field. `keys` says
    what else can be done here: at the first meeting with a screen of this `name`, and when asked.
    `lasts` tells that the page is said to its end though another screen follows by itself.
    """

    name: str
    page: tuple[Said, ...]
    focus: tuple[Said, ...] = ()
    keys: tuple[Said, ...] = ()
    typed: Said | None = None
    lasts: bool = False
