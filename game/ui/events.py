"""What a player does, as small records that tests and scenes share; pygame is not needed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.ui.geometry import Point


@dataclass(frozen=True, slots=True)
class Key:
    """A key went down. `name` is "a" to "z", "0" to "9", "enter", "space", "escape", "tab",
    "backspace", "delete", "up", "down", "left", "right", "home", "end", "page_up", "page_down",
    "plus", "minus", "period", "comma", "f1" to "f12", "ctrl", or "other" for one that has no
    name here.

    Letters and digits are named by their place on the keyboard where the layout has no Latin
    letters, so that A answers A on a Kazakh or Russian keyboard too. `text` is what it types.
    A gamepad's buttons arrive as the keys that do the same, with `device` "gamepad" and the
    gamepad's number in `pad`, from 1.
    """

    name: str
    text: str = ""
    shift: bool = False
    ctrl: bool = False
    alt: bool = False
    repeat: bool = False
    device: Literal["keyboard", "gamepad"] = "keyboard"
    pad: int = 0


@dataclass(frozen=True, slots=True)
class Pointer:
    """The mouse or a finger (`touch`), in grid units. `wheel` is in notches, up positive."""

    kind: Literal["move", "press", "release", "wheel", "leave"]
    position: Point
    button: int = 1
    wheel: float = 0.0
    touch: bool = False


@dataclass(frozen=True, slots=True)
class TextEntered:
    """Text that the keyboard or an input method has finished."""

    text: str


@dataclass(frozen=True, slots=True)
class TextComposing:
    """Text that an input method is still putting together; empty when it was given up."""

    text: str
    cursor: int = 0


@dataclass(frozen=True, slots=True)
class Quit:
    """The window's close button, or the system, asks the game to end."""


Event = Key | Pointer | TextEntered | TextComposing | Quit
