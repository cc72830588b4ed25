"""What a voice says of the part of a screen that has the focus, and of the keys that it names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from game.screens.pick import Pick, Stepper
from game.screens.tiles import Tile
from game.ui.caps import caps
from game.ui.scene import Catalogue
from game.ui.widgets import Button, Choice, ListBox, Slider, TextField, Widget

if TYPE_CHECKING:
    from game.screens.screen import Screen


def widget_lines(widget: Widget, catalogue: Catalogue) -> tuple[str, ...]:
    """A widget by its words, then its value or whether it is chosen."""
    _ = catalogue.gettext
    text = str(getattr(widget, "text", "") or getattr(widget, "label", ""))
    if isinstance(widget, Stepper):
        return (widget.label or text, widget.values[widget.at])
    if isinstance(widget, Slider):
        return (widget.label, widget.words(widget.value))
    if isinstance(widget, Tile):
        return (widget.label, _("chosen") if widget.on else _("not chosen"))
    if isinstance(widget, Pick):
        return (widget.text, _("chosen") if widget.on else _("not chosen"), widget.aside)
    if isinstance(widget, TextField):
        return (widget.placeholder or _("Write here"),)
    if isinstance(widget, Choice):
        return (f"{widget.letter}: {widget.text}.",)
    if isinstance(widget, ListBox):
        return tuple(filter(None, widget.rows[widget.current])) if widget.rows else ()
    text = _by_its_sign(text, catalogue)
    key = str(getattr(widget, "key", ""))
    return (text, key_name(key, catalogue), "" if widget.enabled else _("not now"))


def _by_its_sign(text: str, catalogue: Catalogue) -> str:
    """The words for a part of a screen that has a sign and no words of its own."""
    _ = catalogue.gettext
    names = {
        "key": _("The key"),
        "call": _("Call mission control"),
        "call button": _("Call mission control"),
        "pause button": _("Pause"),
        "on button": _("Go on"),
        "dial": _("Pause"),
        "constellation": "",
        "space": _("Space"),
        "⌫": _("Delete a letter"),
        "◀": _("Back"),
        "▶": _("Read on"),
    }
    return names.get(text, text)


def hints(screen: Screen) -> Iterator[str]:
    """Each key that the screen names with what it does, and the other buttons that stand there."""
    catalogue = screen.shared.catalogue
    buttons = [
        widget.text
        for widget in screen.group.widgets
        if isinstance(widget, Button)
        and widget.visible
        and widget.enabled
        # The single letters of a keyboard on the screen are known.
        and not widget.focused
        and len(widget.text) > 1
    ]
    if buttons:
        said = catalogue.gettext("With Tab: {names}.")
        yield said.format(names=", ".join(buttons))
    if screen.hints is None:
        return
    shown = caps(screen.shared.keys, screen.shared.device, catalogue)
    for hint in screen.hints.hints:
        name = key_name(shown(hint.key).text or hint.key, catalogue)
        yield catalogue.gettext("{key}: {words}.").format(key=name, words=hint.words)


def key_name(cap: str, catalogue: Catalogue) -> str:
    """A cap as one says it: ↑↓ is "up and down"."""
    _ = catalogue.gettext
    names = {
        "↑": _("Up"),
        "↑↓": _("Up and down"),
        "←→": _("Left and right"),
        "↑↓←→": _("The arrows"),
        "PgDn": _("Page Down"),
        "PgUp": _("Page Up"),
        "Esc": _("Escape"),
        ".": _("The full stop"),
    }
    if "–" in cap:
        first, _dash, last = cap.partition("–")
        return _("{first} to {last}").format(first=first, last=last)
    if " " in cap and len(cap.split()[0]) == 1:
        return ", ".join(cap.split())
    return names.get(cap, cap)
