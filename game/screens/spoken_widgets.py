"""What a voice says of the part of a screen that has the focus, and of the keys that it names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from game.screens.pick import Pick, Stepper
from game.screens.tiles import Tile
from game.ui.caps import caps
from game.ui.scene import Catalogue
from game.ui.widgets import Choice, ListBox, Slider, TextField, Widget

if TYPE_CHECKING:
    from game.screens.screen import Screen


def widget_line(widget: Widget, catalogue: Catalogue) -> str:
    """A widget by its words, with its value, and whether it is chosen; "" where it has none."""
    _ = catalogue.gettext
    if isinstance(widget, Stepper):
        name, value = widget.label or str(getattr(widget, "text", "")), widget.values[widget.at]
        return _("{name}: {value}").format(name=name, value=value) if name else value
    if isinstance(widget, Slider):
        value = widget.words(widget.value)
        return _("{name}: {value}").format(name=widget.label, value=value)
    if isinstance(widget, Pick | Tile):
        name = widget.label if isinstance(widget, Tile) else f"{widget.text}. {widget.aside}"
        said = _("{name}, chosen") if widget.on else _("{name}, not chosen")
        return said.format(name=name.strip(" ."))
    if isinstance(widget, TextField):
        return widget.text or widget.placeholder
    if isinstance(widget, Choice):
        return f"{widget.letter}. {widget.text}"
    if isinstance(widget, ListBox):
        return ". ".join(filter(None, widget.rows[widget.current])) if widget.rows else ""
    text = str(getattr(widget, "text", "") or getattr(widget, "label", ""))
    if text and not widget.enabled:
        return _("{name}, not now").format(name=text)
    return text


def keys(screen: Screen) -> Iterator[str]:
    """Each key that the screen names, and what it does."""
    catalogue = screen.shared.catalogue
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
    return names.get(cap, cap)
