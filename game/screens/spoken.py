"""A screen as it is read aloud: what stands on it, what has the focus, and what keys do here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from game.screens import spoken_widgets
from game.ui.overheard import Overheard
from game.ui.reading import Reading
from game.ui.voice import Said
from game.ui.widgets import Label, TextField

if TYPE_CHECKING:
    from game.screens.screen import Screen

Line = str | Said
"""A text in the language of the screen, or in one of its own."""


def reading(screen: Screen) -> Reading:
    """The whole screen."""
    language = screen.shared.language
    focused = screen.group.focused
    focus: Iterable[Line] = ()
    if focused is not None:
        focus = screen.spoken_focus(focused)
    return Reading(
        screen.name,
        in_language(screen.spoken(), language),
        in_language(focus, language),
        in_language(spoken_widgets.keys(screen), language),
        focused.text if isinstance(focused, TextField) else None,
        screen.speaks_on,
    )


def in_language(lines: Iterable[Line], language: str) -> tuple[Said, ...]:
    """Lines, each with its language; without the empty ones."""
    said = (Said(one, language) if isinstance(one, str) else one for one in lines)
    return tuple(one for one in said if one.text)


def drawn(screen: Screen) -> Iterator[str]:
    """What is written on a screen but in its widgets, in the order in which it is drawn."""
    canvas = Overheard(screen.shared.theme, screen.text_scale)
    screen.paint(canvas)
    screen.paint_over(canvas)
    yield from canvas.texts
    yield from labels(screen)


def labels(screen: Screen) -> Iterator[str]:
    """What stands on a screen in widgets that are never pressed."""
    for widget in screen.group.widgets:
        if isinstance(widget, Label) and widget.visible:
            yield widget.text
