"""Which key does what, and how a player's own choice of keys is turned into the usual ones.

Screens know the usual keys alone: H calls, Space pauses. A key that a player has chosen instead
arrives at them under the usual name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Literal

from game.ui.events import Key

Device = Literal["keyboard", "gamepad", "pointer"]

USUAL = {
    "answer-a": "a",
    "answer-b": "b",
    "answer-c": "c",
    "answer-d": "d",
    "call": "h",
    "go": "g",
    "no-go": "n",
    "words": "w",
    "source": "s",
    "yes": "y",
    "pause": "space",
    "on": "page_down",
    "back": "page_up",
    "blank": "period",
    "mute": "m",
    "again": "r",
    "aloud": "f4",
    "settings": "f10",
    "full": "f11",
    "skip": "k",
    "take-back": "u",
    "launch": "l",
    "team-1": "q",
    "team-2": "p",
    "team-3": "z",
    "team-4": "j",
    "team-5": "t",
    "team-6": "v",
}
"""The key of each action that has one which can be changed."""

SECOND = {"press": "enter", "up": "up", "down": "down", "left": "left", "right": "right"}
"""Actions whose usual key always works, so that nobody locks themselves out: a second key can be
given to each."""

ACTIONS = (*USUAL, *SECOND)

PAD = {
    "pad-press": "enter",
    "pad-away": "escape",
    "pad-call": "h",
    "pad-words": "w",
    "pad-before": "page_up",
    "pad-after": "page_down",
    "pad-settings": "f10",
    "pad-pause": "space",
}
"""The button of each action of a gamepad, by the key that it usually arrives as."""

FIXED = frozenset(
    {
        "enter",
        "escape",
        "tab",
        "up",
        "down",
        "left",
        "right",
        "backspace",
        "delete",
        "f1",
        "f2",
        "f3",
    }
)
"""Keys that keep their meaning everywhere, and so can be chosen for nothing else."""

UNUSED = "unused"
"""The name of a key whose action was given to another key."""

# Digits count hands and mark teams; F shows the whole flight.
_NAMES = frozenset("abcdeghijklmnopqrstuvwxyz") | {
    "space", "home", "end", "page_up", "page_down", "period", "comma", "minus", "plus",
    "f4", "f5", "f6", "f7", "f8", "f9", "f10", "f11", "f12",
}  # fmt: skip

Bindings = tuple[tuple[str, str], ...]
"""Pairs of an action and the key that was chosen for it; what is not named is as usual."""


def can_be_chosen(name: str) -> bool:
    """Whether a key, by its name, may be given to an action."""
    return name in _NAMES


def sound(pairs: Iterable[object]) -> Bindings:
    """What makes sense of pairs that were read from a file: known actions, keys that can be
    chosen, and no key twice: an action whose usual key was given away has the one given up."""
    keys = KeyMap()
    for action, key in _pairs(pairs):
        if action in ACTIONS and can_be_chosen(key):
            keys = KeyMap(keys.with_key(action, key)[0])
    return keys.bindings


def sound_pad(pairs: Iterable[object]) -> Bindings:
    """The same of the buttons of gamepads."""
    keys = KeyMap()
    for action, button in _pairs(pairs):
        if action in PAD and button in PAD.values():
            keys = KeyMap((), keys.with_button(action, button)[0])
    return keys.pad_bindings


def _pairs(pairs: Iterable[object]) -> Iterator[tuple[str, str]]:
    for pair in pairs:
        if isinstance(pair, list | tuple) and len(pair) == 2:
            action, key = pair
            if isinstance(action, str) and isinstance(key, str):
                yield action, key


class KeyMap:
    """The keys of one player, and the buttons of their gamepad."""

    def __init__(self, bindings: Bindings = (), pad_bindings: Bindings = ()) -> None:
        self.bindings = bindings
        self.pad_bindings = pad_bindings
        self._buttons: dict[str, str] = {**PAD, **dict(pad_bindings)}
        self._pad = {button: PAD[action] for action, button in self._buttons.items()}
        self._keys: dict[str, str] = {**USUAL, **dict(bindings)}
        self._usual: dict[str, str] = {
            key: {**USUAL, **SECOND}[action] for action, key in self._keys.items()
        }

    def key(self, action: str) -> str:
        """The key of an action, by its name; "" where a second key was not chosen."""
        return self._keys.get(action, "")

    def action_of(self, key: str) -> str | None:
        """What a key is for."""
        return next((action for action, own in self._keys.items() if own == key), None)

    def shown(self, usual: str) -> str:
        """The key to name where the usual one would be named."""
        action = next((action for action, key in USUAL.items() if key == usual), None)
        return self._keys[action] if action is not None else usual

    def usual(self, event: Key) -> Key:
        """The event as if the usual key or button had been pressed; what it types stays."""
        if event.device == "gamepad":
            means = self._pad.get(event.name, event.name)
            return event if means == event.name else replace(event, name=means)
        if event.ctrl or event.alt:
            return event
        name = self._usual.get(event.name)
        if name is None:
            name = UNUSED if event.name in USUAL.values() else event.name
        return event if name == event.name else replace(event, name=name)

    def with_key(self, action: str, key: str) -> tuple[Bindings, str | None]:
        """The bindings with a key chosen for an action, and the action that had it before.

        That one gets the key which the first gives up, so that no action is left without one.
        """
        keys = dict(self._keys)
        before, given_up = self.action_of(key), keys.get(action, "")
        if before == action:
            return _changed(keys), None
        keys[action] = key
        if before is not None:
            if given_up:
                keys[before] = given_up
            elif before in SECOND:
                del keys[before]
            else:
                keys[before] = _free(keys)
        return _changed(keys), before

    def button(self, action: str) -> str:
        """The button of an action of a gamepad, by the key that it usually arrives as."""
        return self._buttons[action]

    def button_shown(self, usual: str) -> str:
        """The button to name where the usual one would be named."""
        action = next((action for action, button in PAD.items() if button == usual), None)
        return self._buttons[action] if action is not None else usual

    def with_button(self, action: str, button: str) -> tuple[Bindings, str | None]:
        """As `with_key`, of a gamepad: two actions change their buttons."""
        buttons = dict(self._buttons)
        had = next(one for one, own in buttons.items() if own == button)
        buttons[had], buttons[action] = buttons[action], button
        changed = tuple(sorted((a, own) for a, own in buttons.items() if PAD[a] != own))
        return changed, had if had != action else None


def _free(keys: dict[str, str]) -> str:
    return next(name for name in sorted(_NAMES) if name not in keys.values())


def _changed(keys: dict[str, str]) -> Bindings:
    return tuple(sorted((a, key) for a, key in keys.items() if USUAL.get(a) != key))
