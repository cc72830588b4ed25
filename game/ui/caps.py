"""How a key is named on the screen: the player's own key, or the gamepad's button."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol

from game.ui.keys import USUAL, Device, KeyMap

Sign = Literal["key", "button", "cross"]
_PLAIN = {
    "page_up": "PgUp", "page_down": "PgDn", "home": "Home", "end": "End", "escape": "Esc",
    "period": ".", "comma": ",", "minus": "−", "plus": "+",
    "up": "↑", "down": "↓", "left": "←", "right": "→",
}  # fmt: skip
_BUTTONS = {
    "enter": "A", "escape": "B", "h": "X", "w": "Y", "page_up": "LB", "page_down": "RB",
    "f10": "Select", "space": "Start",
}  # fmt: skip
_INSTEAD = {"s": "h", "g": "page_up", "n": "page_down"}
"""What a button does where its first meaning is of no use."""
_ALSO = {"F1": "h", "F2": "w"}
"""The keys that stand in where letters are typed."""


@dataclass(frozen=True, slots=True)
class Cap:
    """What a hint's cap shows: a key's word, a gamepad's round button, or its cross of ways."""

    text: str
    sign: Sign = "key"


class Texts(Protocol):
    def gettext(self, message: str, /) -> str: ...


def key_label(name: str, texts: Texts) -> str:
    """A key by its name, as it is written on it: "Space", "H", "PgDn"."""
    _ = texts.gettext
    words = {"space": _("Space"), "enter": _("Enter")}
    return words.get(name) or _PLAIN.get(name) or name.upper()


def button_label(button: str) -> str:
    """A button of a gamepad, by the key that it usually arrives as: "A", "LB", "Start"."""
    return _BUTTONS[button]


def caps(keys: KeyMap, device: Device, texts: Texts) -> Callable[[str], Cap]:
    """How to show a hint that names the usual key, such as "H", "A–D" or "↑↓"."""
    names = (*_BUTTONS, *_INSTEAD, *USUAL.values())
    usual = {key_label(name, texts): name for name in names}
    usual |= _ALSO

    def on_gamepad(label: str) -> Cap:
        if label not in usual:
            return Cap("", "cross")
        name = _INSTEAD.get(usual[label], usual[label])
        if name not in _BUTTONS:
            return Cap(label)
        return Cap(_BUTTONS[keys.button_shown(name)], "button")

    def on_keyboard(label: str) -> Cap:
        if label in usual and label not in _ALSO:
            return Cap(key_label(keys.shown(usual[label]), texts))
        return Cap(_letters(label, keys, texts))

    return on_gamepad if device == "gamepad" else on_keyboard


def _letters(label: str, keys: KeyMap, texts: Texts) -> str:
    """ "A–D" and "A B" with the keys that a player has chosen for them."""
    if not (label[:1] == "A" and label[1:2] in ("–", " ") and label[-1] in "BCD"):
        return label
    names = "abcd"[: "ABCD".index(label[-1]) + 1]
    own = [keys.shown(name) for name in names]
    if own == list(names):
        return label
    return " ".join(key_label(name, texts) for name in own)
