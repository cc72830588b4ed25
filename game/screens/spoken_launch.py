"""The end of a round as it is heard: the hold, the film of the launch, and what was reached."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from game.screens import film_stills, mission_clock, words
from game.screens.spoken import Line, heard

ROWS_FROM = 300.0
"""Where the rows of a hold would be drawn, if anybody saw them."""

if TYPE_CHECKING:
    from game.screens.film import FilmScreen
    from game.screens.hold import HoldScreen
    from game.screens.results import ResultsScreen


def hold(screen: HoldScreen) -> Iterator[Line]:
    """What comes once more, and that there is no hurry."""
    yield f"{words.t_minus(0)}. {screen.say('Hold')}."
    yield screen.say("Every amber lamp gets a second look before launch.")
    yield from heard(screen, lambda canvas: screen.paint_rows(canvas, ROWS_FROM))


def film(screen: FilmScreen) -> Iterator[Line]:
    """What happens in the film or on its still, and what is written under it."""
    catalogue, now = screen.shared.catalogue, screen.reel.now
    stills = screen.stills
    if stills is not None:
        heading, told = film_stills.told(stills.all[stills.at], stills.film, catalogue)
        yield f"{heading}."
        yield told
    elif now is not None:
        yield mission_clock.told(now, catalogue)
    text, origin = screen.caption
    if text:
        yield f"{screen.say('Known from this round:')} {text}" if origin else text
    yield screen.held_words


def results(screen: ResultsScreen) -> Iterator[Line]:
    """What was carried where, the fuel, what is in orbit now, and what to read again."""
    yield from heard(screen, screen.paint_heading)
    _of_best, *rest = heard(screen, screen.paint_fuel)
    classic = screen.sitting.round.rules.scheme == "classic"
    line = (
        screen.say("Points: {earned} of {best}.")
        if classic
        else screen.say("Fuel: {earned} of {best}.")
    )
    yield line.format(earned=screen.earned, best=screen.sitting.round.best)
    yield from rest
    names = ", ".join(fact.label for fact in screen.facts if fact.label)
    if names:
        yield screen.say("New satellites: {names}.").format(names=names)
    yield from heard(screen, screen.paint_read_next)
