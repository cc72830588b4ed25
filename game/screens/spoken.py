"""A screen as it is read aloud: what stands on it, what has the focus, and what keys do here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from game.ui.canvas import Canvas
from game.ui.overheard import Overheard
from game.ui.reading import Reading
from game.ui.voice import Said
from game.ui.widgets import Label, TextField

if TYPE_CHECKING:
    from game.screens.screen import Screen

# A clock, a count, a mark on a scale: they mean something where they stand, and nothing alone.
_FIGURE = re.compile(r"[\W\d]*(?:\s\w{1,2})?")

Line = str | Said
"""A text in the language of the screen, or in one of its own."""


def reading(screen: Screen) -> Reading:
    """The whole screen."""
    language = screen.shared.language
    focused = screen.group.focused
    focus: Iterable[Line] = ()
    if focused is not None:
        focus = screen.spoken_focus(focused)
    typed = None
    if isinstance(focused, TextField):
        typed = Said(focused.text, screen.writes_in or language)
    return Reading(
        screen.name,
        in_language(screen.spoken(), language),
        in_language(focus, language),
        in_language(screen.spoken_keys(), language),
        typed,
        screen.speaks_on,
    )


def in_language(lines: Iterable[Line], language: str) -> tuple[Said, ...]:
    """Lines, each with its language; without the empty ones."""
    said = (Said(one, language) if isinstance(one, str) else one for one in lines)
    return tuple(one for one in said if one.text)


def drawn(screen: Screen) -> Iterator[str]:
    """What is written on a screen but in its widgets, in the order in which it is drawn."""
    yield from heard(screen, screen.paint, screen.paint_over)
    yield from labels(screen)


def heard(screen: Screen, *draws: Callable[[Canvas], None]) -> tuple[str, ...]:
    """The texts that a part of a screen draws, but those that are figures alone."""
    canvas = Overheard(screen.shared.theme, screen.text_scale)
    for draw in draws:
        draw(canvas)
    return tuple(text for text in canvas.texts if not _FIGURE.fullmatch(text))


def labels(screen: Screen) -> Iterator[str]:
    """What stands on a screen in widgets that are never pressed."""
    for widget in screen.group.widgets:
        if isinstance(widget, Label) and widget.visible:
            yield widget.text
